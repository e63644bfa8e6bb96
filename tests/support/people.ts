// The named people of every test: one per kind of right.

import type { Auth } from '#src/accounts/auth.ts';
import { insertPerson } from '#src/accounts/store.ts';
import type { Actor, Membership } from '#src/kernel/actor.ts';
import type { Db } from '#src/platform/database/connect.ts';

export const password = 'mat-khau-thu-nghiem';

/** Role and the unit it is bound to, by full name on 25 August 2023. */
type Casting = { name: string; email: string; roles: { role: Membership['role']; unit?: string }[] };

const cast = {
  ha: {
    name: 'Nguyễn Thu Hà',
    email: 'ha@test.example',
    roles: [{ role: 'central-officer' }, { role: 'administrator' }],
  },
  bao: { name: 'Trần Quốc Bảo', email: 'bao@test.example', roles: [{ role: 'central-reader' }] },
  long: { name: 'Phạm Đức Long', email: 'long@test.example', roles: [{ role: 'leader' }] },
  chau: {
    name: 'Hoàng Minh Châu',
    email: 'chau@test.example',
    roles: [{ role: 'unit-officer', unit: 'Tỉnh ủy Lạng Sơn' }],
  },
  ngan: {
    name: 'Võ Thị Kim Ngân',
    email: 'ngan@test.example',
    roles: [{ role: 'unit-officer', unit: 'Tỉnh ủy Hậu Giang' }],
  },
  nam: { name: 'Đặng Văn Nam', email: 'nam@test.example', roles: [] },
} satisfies Record<string, Casting>;

export type PersonName = keyof typeof cast;
export type People = Record<PersonName, Actor>;

/** Afterwards all of the cast may sign in with `password`. Units must be loaded. */
export async function castPeople(db: Db, auth: Auth, now: Date): Promise<People> {
  const passwordHash = await (await auth.$context).password.hash(password);
  const people = {} as People;
  for (const [key, person] of Object.entries(cast) as [PersonName, Casting][]) {
    const memberships: Membership[] = [];
    for (const { role, unit } of person.roles)
      memberships.push({ role, unitId: unit ? await unitId(db, unit) : null });
    const id = await insertPerson(
      db,
      { name: person.name, email: person.email, language: 'vi', jobTitle: null, passwordHash, memberships },
      now,
    );
    people[key] = { id, name: person.name, language: 'vi', memberships };
  }
  return people;
}

export function emailOf(name: PersonName): string {
  return cast[name].email;
}

/** The id of the unit with this full name in August 2023. */
export async function unitId(db: Db, fullName: string): Promise<string> {
  const row = await db
    .selectFrom('unit_names')
    .innerJoin('units', 'units.id', 'unit_names.unit_id')
    .select('units.id')
    .where('unit_names.full_name', '=', fullName)
    .where((eb) => eb.or([eb('units.abolished_on', 'is', null), eb('units.abolished_on', '>', '2023-08-25')]))
    .where((eb) => eb.or([eb('units.founded_on', 'is', null), eb('units.founded_on', '<=', '2023-08-25')]))
    .executeTakeFirstOrThrow();
  return row.id;
}
