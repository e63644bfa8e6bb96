// Who acts. Every action takes an actor; rules decide by what the actor may do.
import type { Language } from './language.ts';

/** The roles a person may hold; `unitId` binds a role to one body, null means the whole installation. */
export type Role =
  | 'administrator'
  | 'central-officer'
  | 'central-reader'
  | 'leader'
  | 'unit-officer'
  | 'delegation-secretary';

export type Membership = { role: Role; unitId: string | null };

export type Actor = {
  id: string;
  name: string;
  language: Language;
  memberships: readonly Membership[];
};

/** The platform itself, for scheduled work and the demo; it may do everything an administrator may. */
export const systemActor: Actor = {
  id: '00000000-0000-7000-8000-000000000000',
  name: 'Hệ thống',
  language: 'vi',
  memberships: [
    { role: 'administrator', unitId: null },
    { role: 'central-officer', unitId: null },
  ],
};

export function holds(actor: Actor | null, ...roles: Role[]): boolean {
  return actor?.memberships.some((m) => roles.includes(m.role)) ?? false;
}

/** Holds the role for this very unit. */
export function holdsFor(actor: Actor | null, role: Role, unitId: string): boolean {
  return actor?.memberships.some((m) => m.role === role && m.unitId === unitId) ?? false;
}

/** The units that a person writes for. */
export function unitsOf(actor: Actor | null): string[] {
  return (actor?.memberships ?? []).flatMap((m) => (m.role === 'unit-officer' && m.unitId ? [m.unitId] : []));
}

/** Works at the centre: sees every unit's report once it is sent. */
export function isCentral(actor: Actor | null): boolean {
  return holds(actor, 'central-officer', 'central-reader', 'leader', 'administrator', 'delegation-secretary');
}
