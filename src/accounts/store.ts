// People and what each may do: the only writer of people, credentials and memberships.
import type { Actor, Membership, Role } from '#src/kernel/actor.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Db } from '#src/platform/database/connect.ts';

export type NewPerson = {
  name: string;
  email: string;
  language: Language;
  jobTitle: string | null;
  passwordHash: string;
  memberships: readonly Membership[];
};

/** Afterwards the person may sign in with the password whose hash is given. Returns the id. */
export async function insertPerson(db: Db, person: NewPerson, now: Date): Promise<string> {
  const id = newId(now);
  const stamps = { created_at: now, updated_at: now };
  await db
    .insertInto('people')
    .values({
      id,
      name: person.name,
      email: person.email,
      email_verified: true,
      language: person.language,
      job_title: person.jobTitle,
      ...stamps,
    })
    .execute();
  await db
    .insertInto('credentials')
    .values({
      id: newId(now),
      person_id: id,
      account_id: id,
      provider_id: 'credential',
      password: person.passwordHash,
      ...stamps,
    })
    .execute();
  for (const m of person.memberships)
    await db
      .insertInto('memberships')
      .values({ id: newId(now), person_id: id, role: m.role, unit_id: m.unitId, granted_at: now })
      .execute();
  return id;
}

/** The person as an actor with the roles held now, or null. */
export async function actorById(db: Db, personId: string): Promise<Actor | null> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.person_id', '=', 'people.id').on('ended_at', 'is', null),
    )
    .select(['people.id', 'people.name', 'people.language', 'memberships.role', 'memberships.unit_id'])
    .where('people.id', '=', personId)
    .execute();
  const first = rows[0];
  if (!first) return null;
  const memberships = rows.flatMap((r) => (r.role ? [{ role: r.role as Role, unitId: r.unit_id }] : []));
  return { id: first.id, name: first.name, language: first.language as Language, memberships };
}

export async function actorByEmail(db: Db, email: string): Promise<Actor | null> {
  const row = await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst();
  return row ? actorById(db, row.id) : null;
}

export type PersonRow = { id: string; name: string; email: string; job_title: string | null };

export function listPeople(db: Db): Promise<PersonRow[]> {
  return db.selectFrom('people').select(['id', 'name', 'email', 'job_title']).orderBy('created_at').execute();
}

/** The names of people by id, for "who saved this". */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((r) => [r.id, r.name]));
}

/** The e-mail addresses of those who are officers of the units now, by unit. */
export async function officerAddresses(db: Db, unitIds: readonly string[]): Promise<Map<string, string[]>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['memberships.unit_id', 'people.email'])
    .where('memberships.role', '=', 'unit-officer')
    .where('memberships.ended_at', 'is', null)
    .where('memberships.unit_id', 'in', [...new Set(unitIds)])
    .orderBy('people.email')
    .execute();
  const byUnit = Map.groupBy(rows, (r) => r.unit_id ?? '');
  return new Map([...byUnit].map(([unit, list]) => [unit, list.map((r) => r.email)]));
}
