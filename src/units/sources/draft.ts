// A list of registry rows while it is being put together.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { RegistryRecords, UnitEvent, UnitEventKind, UnitKind } from '../rules.ts';
import { idFrom } from './identity.ts';

export type NewUnit = {
  id: string;
  kind: UnitKind;
  name: string;
  fullName: string;
  from: LocalDate | null;
  to: LocalDate | null;
  code: { scheme: string; code: string };
  parentId: string | null;
  territoryId?: string;
};

export function emptyRecords(): RegistryRecords {
  return { units: [], names: [], aliases: [], parents: [], codes: [], events: [] };
}

/** Adds a unit with one name, one code and (if any) one parent, all valid for the whole of its life. */
export function addUnit(records: RegistryRecords, unit: NewUnit): void {
  const { id, kind, name, fullName, from, to, code, parentId } = unit;
  const span = { validFrom: from, validTo: to };
  records.units.push({
    id,
    kind,
    name,
    fullName,
    foundedOn: from,
    abolishedOn: to,
    territoryId: unit.territoryId ?? null,
  });
  records.names.push({ unitId: id, name, fullName, ...span });
  records.codes.push({ unitId: id, ...code, ...span });
  if (parentId) records.parents.push({ unitId: id, parentId, ...span });
}

export type NewEvent = {
  kind: UnitEventKind;
  on: LocalDate;
  basis: string | null;
  from: { unitId: string; partial: boolean }[];
  to: string[];
  /** Tells this event from others of the kind and day. */
  key: string;
};

export function addEvent(records: RegistryRecords, event: NewEvent): void {
  const row: UnitEvent = {
    id: idFrom('event', event.kind, event.on, event.key),
    kind: event.kind,
    onDate: event.on,
    legalBasis: event.basis,
    shareBasis: null,
    members: [
      ...event.from.map((m) => ({ ...m, role: 'from' as const, share: null })),
      ...event.to.map((unitId) => ({ unitId, role: 'to' as const, partial: false, share: null })),
    ],
  };
  records.events.push(row);
}

/** Gives a unit another name from a day on: the open name row ends there, and a rename event tells it. */
export function renameUnit(
  records: RegistryRecords,
  unitId: string,
  rename: { name: string; fullName: string; on: LocalDate; basis: string | null },
): void {
  const open = records.names.findLast((n) => n.unitId === unitId && n.validTo === null);
  if (open) open.validTo = rename.on;
  records.names.push({
    unitId,
    name: rename.name,
    fullName: rename.fullName,
    validFrom: rename.on,
    validTo: null,
  });
  addEvent(records, {
    kind: 'rename',
    on: rename.on,
    basis: rename.basis,
    from: [],
    to: [unitId],
    key: unitId,
  });
}

export const whole = (unitId: string) => ({ unitId, partial: false });
