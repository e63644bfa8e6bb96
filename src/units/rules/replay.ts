// The whole registry told again from nothing: what was there when the records begin, then every event in order of time.
import type { LocalDate } from '#src/kernel/dates.ts';
import {
  indexRegistry,
  type RegistryRecords,
  type UnitCode,
  type UnitEvent,
  type UnitName,
  type UnitParent,
  type UnitRecord,
  type Validity,
} from '../rules.ts';
import type { Changes } from './acts.ts';
import { applyChanges } from './applying.ts';

/** What one event says begins: never what ends, which has to follow from the events. */
export type Saying = {
  on: LocalDate | null;
  event: UnitEvent | null;
  units: Omit<UnitRecord, 'abolishedOn'>[];
  names: Omit<UnitName, 'validTo'>[];
  parents: Omit<UnitParent, 'validTo'>[];
  codes: Omit<UnitCode, 'validTo'>[];
};

const begins = <Row extends Validity & { unitId: string }>(row: Row): Omit<Row, 'validTo'> => {
  const { validTo: _end, ...rest } = row;
  return rest;
};

/** The registry's history as sayings, oldest first. A row that no event brings is in none of them. */
export function sayingsOf(records: RegistryRecords): Saying[] {
  const key = (unitId: string, on: LocalDate | null) => `${unitId} ${on ?? ''}`;
  const births = Map.groupBy(records.units, (u) => key(u.id, u.foundedOn));
  const names = Map.groupBy(records.names, (n) => key(n.unitId, n.validFrom));
  const parents = Map.groupBy(records.parents, (p) => key(p.unitId, p.validFrom));
  const codes = Map.groupBy(records.codes, (c) => key(c.unitId, c.validFrom));
  const beginning = (unitIds: string[], on: LocalDate | null, what: { name: boolean; parent: boolean }) => ({
    units: unitIds
      .flatMap((id) => births.get(key(id, on)) ?? [])
      .map(({ abolishedOn: _end, ...unit }) => unit),
    names: what.name ? unitIds.flatMap((id) => names.get(key(id, on)) ?? []).map(begins) : [],
    parents: what.parent ? unitIds.flatMap((id) => parents.get(key(id, on)) ?? []).map(begins) : [],
  });
  const old = records.units.filter((u) => u.foundedOn === null).map((u) => u.id);
  const opening: Saying = {
    on: null,
    event: null,
    ...beginning(old, null, { name: true, parent: true }),
    codes: old.flatMap((id) => codes.get(key(id, null)) ?? []).map(begins),
  };
  const alreadyTold = new Set<string>();
  const told = records.events.map((event): Saying => {
    const to = event.members.filter((m) => m.role === 'to').map((m) => m.unitId);
    const isBirth = (id: string) => births.has(key(id, event.onDate)) && !alreadyTold.has(id);
    const isRename = event.kind === 'rename';
    const isMove = event.kind === 'move';
    const concerned = isRename || isMove ? to : to.filter(isBirth);
    if (!isRename && !isMove) for (const id of concerned) alreadyTold.add(id);
    return {
      on: event.onDate,
      event,
      ...beginning(concerned, event.onDate, { name: !isMove, parent: !isRename }),
      units: isRename || isMove ? [] : beginning(concerned, event.onDate, { name: true, parent: true }).units,
      codes: concerned.flatMap((id) => codes.get(key(id, event.onDate)) ?? []).map(begins),
    };
  });
  const born = new Set(
    [opening, ...told].flatMap((s) => s.codes.map((c) => `${c.scheme} ${c.code} ${c.validFrom}`)),
  );
  const known = new Set([opening, ...told].flatMap((s) => s.units.map((u) => u.id)));
  const given = records.codes
    .filter((c) => known.has(c.unitId) && !born.has(`${c.scheme} ${c.code} ${c.validFrom}`))
    .map(
      (c): Saying => ({
        on: c.validFrom,
        event: null,
        units: [],
        names: [],
        parents: [],
        codes: [begins(c)],
      }),
    );
  return [opening, ...[...told, ...given].sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))];
}

/** Who ends by an event: a giver that is not among its receivers. */
function endedIn(event: UnitEvent): string[] {
  const to = new Set(event.members.filter((m) => m.role === 'to').map((m) => m.unitId));
  return event.members.filter((m) => m.role === 'from' && !to.has(m.unitId)).map((m) => m.unitId);
}

/** Empty, then every saying applied: the rows as they must be when the events tell the whole story. Aliases are no events. */
export function replay(sayings: readonly Saying[]): RegistryRecords {
  const registry = indexRegistry({ units: [], names: [], aliases: [], parents: [], codes: [], events: [] });
  const open = { validTo: null };
  for (const [on, ofDay] of Map.groupBy(sayings, (s) => s.on)) {
    // Ends first: a code may pass from one that ends to one that begins on the same day.
    const day = on ?? '';
    const changes: Changes = {
      on: day,
      ended: [...new Set(ofDay.flatMap((s) => (s.event ? endedIn(s.event) : [])))],
      units: ofDay.flatMap((s) => s.units).map((u) => ({ ...u, abolishedOn: null })),
      names: ofDay.flatMap((s) => s.names).map((n) => ({ ...n, ...open })),
      parents: ofDay.flatMap((s) => s.parents).map((p) => ({ ...p, ...open })),
      codes: ofDay.flatMap((s) => s.codes).map((c) => ({ ...c, ...open })),
      events: ofDay.flatMap((s) => s.event ?? []),
    };
    applyChanges(registry, changes);
  }
  return registry.records;
}
