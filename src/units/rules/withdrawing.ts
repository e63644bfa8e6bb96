// Taking back an act that was recorded by mistake: the registry is what the other events tell, and the difference is undone.
import type { LocalDate } from '#src/kernel/dates.ts';
import {
  codeKey,
  indexRegistry,
  type Registry,
  type RegistryRecords,
  type UnitCode,
  type UnitEvent,
  type UnitName,
  type UnitParent,
  type UnitRecord,
  validOn,
} from '../rules.ts';
import { replay, sayingsOf } from './replay.ts';

/** One form or one file as it was recorded: its events, and the codes that it gave. */
export type RecordedAct = { id: string; events: UnitEvent[]; codes: UnitCode[] };

/** A span that has another end: before and after the act is taken back. */
type Reopened<Row> = Row & { was: LocalDate | null };

/** What taking an act back changes: rows that it began go, spans that it ended go on. */
export type Undoing = {
  units: UnitRecord[];
  names: UnitName[];
  parents: UnitParent[];
  codes: UnitCode[];
  reopened: {
    units: (UnitRecord & { was: LocalDate | null })[];
    names: Reopened<UnitName>[];
    parents: Reopened<UnitParent>[];
    codes: Reopened<UnitCode>[];
  };
};

const ownKey = (row: { unitId: string; validFrom: LocalDate | null }) => `${row.unitId} ${row.validFrom}`;
const codeRowKey = (c: UnitCode) => `${codeKey(c.scheme, c.code)} ${c.validFrom}`;

function difference<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
  endOf: (row: Row) => LocalDate | null,
): { gone: Row[]; reopened: (Row & { was: LocalDate | null })[] } {
  const kept = new Map(after.map((row) => [keyOf(row), row]));
  const gone = before.filter((row) => !kept.has(keyOf(row)));
  const reopened = before.flatMap((row) => {
    const now = kept.get(keyOf(row));
    return now && endOf(now) !== endOf(row) ? [{ ...now, was: endOf(row) }] : [];
  });
  return { gone, reopened };
}

/** The registry as it is without the act, and what has to change for that. Changes nothing. */
export function withoutAct(
  records: RegistryRecords,
  act: RecordedAct,
): { undoing: Undoing; without: RegistryRecords } {
  const events = new Set(act.events.map((e) => e.id));
  const given = new Set(act.codes.map(codeRowKey));
  const before = replay(sayingsOf(records));
  const without = replay(
    sayingsOf({
      ...records,
      events: records.events.filter((e) => !events.has(e.id)),
      codes: records.codes.filter((c) => !given.has(codeRowKey(c))),
    }),
  );
  const end = (row: { validTo: LocalDate | null }) => row.validTo;
  const units = difference(
    before.units,
    without.units,
    (u) => u.id,
    (u) => u.abolishedOn,
  );
  const names = difference(before.names, without.names, ownKey, end);
  const parents = difference(before.parents, without.parents, ownKey, end);
  const codes = difference(before.codes, without.codes, codeRowKey, end);
  const reopened = {
    units: units.reopened,
    names: names.reopened,
    parents: parents.reopened,
    codes: codes.reopened,
  };
  return {
    without: { ...without, aliases: records.aliases },
    undoing: { units: units.gone, names: names.gone, parents: parents.gone, codes: codes.gone, reopened },
  };
}

/** What could not stand without the act: a later event, or a code that passed on. */
export type Leaning = { event: UnitEvent } | { code: UnitCode };

/** A unit may be a member of an event of its last day, a receiver only while it lives. */
function stands(registry: Registry, event: UnitEvent): boolean {
  return event.members.every(({ unitId, role }) => {
    const unit = registry.byId.get(unitId);
    if (!unit || (unit.foundedOn !== null && unit.foundedOn > event.onDate)) return false;
    const end = unit.abolishedOn;
    return end === null || (role === 'from' ? end >= event.onDate : end > event.onDate);
  });
}

/** The event that began a parent row; else the one that ended the parent. */
function eventBehind(registry: Registry, row: UnitParent): UnitEvent | null {
  const began = registry.eventsTo.get(row.unitId)?.find((e) => e.onDate === row.validFrom);
  const end = registry.byId.get(row.parentId)?.abolishedOn;
  return began ?? registry.eventsFrom.get(row.parentId)?.find((e) => e.onDate === end) ?? null;
}

/** The rows by which a unit stands under itself on a day; none when it does not. */
function circleOf(registry: Registry, unitId: string, on: LocalDate): UnitParent[] {
  const rows: UnitParent[] = [];
  for (let id = unitId; ; ) {
    const row = registry.parents.get(id)?.find((p) => validOn(p, on));
    if (!row || rows.includes(row)) return [];
    rows.push(row);
    id = row.parentId;
    if (id === unitId) return rows;
  }
}

/** A unit's parent has to live as long as it stands under it. */
function parentFails(registry: Registry, row: UnitParent): boolean {
  const parent = registry.byId.get(row.parentId);
  if (!parent) return true;
  if (parent.foundedOn !== null && (row.validFrom === null || row.validFrom < parent.foundedOn)) return true;
  return parent.abolishedOn !== null && (row.validTo === null || row.validTo > parent.abolishedOn);
}

/** The event without which there were no circle: that of the latest other row in it. */
function circleCloses(registry: Registry, { reopened }: Undoing): UnitEvent[] {
  const starts = [...new Set(registry.records.parents.flatMap((p) => p.validFrom ?? []))];
  return reopened.parents.flatMap((own) => {
    const { was } = own;
    if (was === null) return [];
    const circle = [was, ...starts.filter((day) => day > was)]
      .map((day) => circleOf(registry, own.unitId, day))
      .find((rows) => rows.length > 0);
    const others = circle?.filter((row) => row.unitId !== own.unitId) ?? [];
    const last = others.sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? '')).at(-1);
    return (last && eventBehind(registry, last)) ?? [];
  });
}

/** Codes of ended units that go on although another unit bears them by now. */
function passedOn(registry: Registry, { reopened }: Undoing): UnitCode[] {
  const overlaps = (a: UnitCode, b: UnitCode) =>
    (a.validTo === null || (b.validFrom ?? '') < a.validTo) &&
    (b.validTo === null || (a.validFrom ?? '') < b.validTo);
  return reopened.codes.flatMap((own) =>
    (registry.byCode.get(codeKey(own.scheme, own.code)) ?? []).filter(
      (c) => c.unitId !== own.unitId && overlaps(own, c),
    ),
  );
}

/** Everything that leans on the act: events and codes that could not be as they are without it. */
export function leaningOn(without: RegistryRecords, undoing: Undoing, act: RecordedAct): Leaning[] {
  const registry = indexRegistry(without);
  const homeless = without.units.filter((u) => u.territoryId !== null && !registry.byId.has(u.territoryId));
  const events = new Set([
    ...without.events.filter((e) => !stands(registry, e)),
    ...without.parents.filter((p) => parentFails(registry, p)).flatMap((p) => eventBehind(registry, p) ?? []),
    ...homeless.flatMap((u) => registry.eventsTo.get(u.id) ?? []),
    ...circleCloses(registry, undoing),
  ]);
  const born = new Map(undoing.units.map((u) => [u.id, u.foundedOn]));
  const own = new Set(act.codes.map(codeRowKey));
  const given = undoing.codes.filter(
    (c) => born.has(c.unitId) && c.validFrom !== born.get(c.unitId) && !own.has(codeRowKey(c)),
  );
  const codes = [...passedOn(registry, undoing), ...given];
  return [...[...events].map((event) => ({ event })), ...codes.map((code) => ({ code }))];
}
