// The people of the demonstration: the six who are shown at sign-in, and an officer for every other body that reports.
import { createPerson } from '#src/accounts/actions.ts';
import type { Auth } from '#src/accounts/auth.ts';
import { demoPassword, demoPeople } from '#src/accounts/demo-people.ts';
import { actorByEmail } from '#src/accounts/store.ts';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { type Actor, type Membership, systemActor } from '#src/kernel/actor.ts';
import { slugify } from '#src/kernel/vietnamese.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { unitsAsOf } from '#src/units/store.ts';
import { chance } from './chance.ts';

export type Cast = { officer: Actor; reader: Actor };

const organisations = ['provincial-party-committee'] as const;

/** One hash serves all: the password is printed on the sign-in page. */
export async function hashOfDemoPassword(auth: Auth): Promise<string> {
  return (await auth.$context).password.hash(demoPassword);
}

/** Afterwards the six people of the demonstration may sign in. `on` is the day by which their units are named. */
export async function castDemoPeople(db: Db, passwordHash: string, now: Date, on: string): Promise<Cast> {
  const units = new Map((await unitsAsOf(db, on, { kinds: organisations })).map((u) => [u.fullName, u.id]));
  for (const { roles, ...person } of demoPeople) {
    const memberships = roles.map(({ role, unit }): Membership => {
      const unitId = unit === undefined ? null : units.get(unit);
      if (unitId === undefined) throw new Error(`The registry has no ${unit}`);
      return { role, unitId };
    });
    const row = { ...person, language: 'vi' as const, passwordHash, memberships };
    await createPerson({ db, actor: systemActor, now }, row);
  }
  const find = async (role: string) => {
    const person = demoPeople.find((p) => p.roles.some((r) => r.role === role));
    const actor = person ? await actorByEmail(db, person.email) : null;
    if (!actor) throw new Error(`Nobody in the demonstration is ${role}`);
    return actor;
  };
  return { officer: await find('central-officer'), reader: await find('central-reader') };
}

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Lý',
  'Nông',
  'Hà',
  'Đinh',
  'Phan',
];
const middles = ['Văn', 'Thị', 'Thị Thu', 'Đức', 'Minh', 'Quang', 'Ngọc', 'Thanh', 'Hữu', 'Thị Bích'];
const givens = [
  'An',
  'Bình',
  'Cường',
  'Dung',
  'Giang',
  'Hạnh',
  'Hòa',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Phương',
  'Quyên',
  'Sơn',
  'Tâm',
  'Thảo',
  'Tuấn',
  'Vân',
  'Yến',
];

/** Afterwards every body that owes a report has an officer, by unit id; those of the demonstration's people keep theirs. */
export async function castUnitOfficers(
  db: Db,
  passwordHash: string,
  obligations: readonly ObligationRow[],
  now: Date,
): Promise<Map<string, Actor>> {
  const officers = new Map<string, Actor>();
  for (const { email, roles } of demoPeople)
    for (const { unit } of roles) {
      const own = obligations.find((o) => o.unitName === unit);
      const actor = own ? await actorByEmail(db, email) : null;
      if (own && actor) officers.set(own.unitId, actor);
    }
  for (const o of obligations) {
    if (officers.has(o.unitId)) continue;
    const luck = chance(`officer ${o.unitName}`);
    const name = `${luck.pick(families)} ${luck.pick(middles)} ${luck.pick(givens)}`;
    const memberships: Membership[] = [{ role: 'unit-officer', unitId: o.unitId }];
    const email = `${slugify(o.unitName).slice(0, 60)}@demo.tongket.example`;
    const jobTitle = o.territoryId ? `Ban Dân vận ${o.unitName}` : o.unitName;
    const row = { name, email, language: 'vi' as const, jobTitle, passwordHash, memberships };
    const id = await createPerson({ db, actor: systemActor, now }, row);
    officers.set(o.unitId, { id, name, language: 'vi', memberships });
  }
  return officers;
}
