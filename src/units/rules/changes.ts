// What changed between two days, and the line of names and parents of one unit.
import { addDays, type LocalDate } from '#src/kernel/dates.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';
import {
  existsOn,
  nameOn,
  parentOn,
  type Registry,
  type UnitEvent,
  type UnitEventKind,
  type UnitKind,
  type UnitRecord,
  unitKinds,
} from '../rules.ts';

/** The days on which something changed, oldest first. */
export function changeDays(registry: Registry): LocalDate[] {
  return [...new Set(registry.records.events.map((e) => e.onDate))].sort();
}

export type Tally = { kind: UnitKind; before: number; after: number; founded: number; ended: number };

/** Of each kind that has any: how many there were, how many there are, how many began and ended between. */
export function tally(registry: Registry, from: LocalDate, to: LocalDate): Tally[] {
  const counts = new Map<UnitKind, Tally>(
    unitKinds.map((kind) => [kind, { kind, before: 0, after: 0, founded: 0, ended: 0 }]),
  );
  for (const unit of registry.records.units) {
    const row = counts.get(unit.kind)!;
    if (existsOn(unit, from)) row.before++;
    if (existsOn(unit, to)) row.after++;
    if (unit.foundedOn !== null && from < unit.foundedOn && unit.foundedOn <= to) row.founded++;
    if (unit.abolishedOn !== null && from < unit.abolishedOn && unit.abolishedOn <= to) row.ended++;
  }
  return [...counts.values()].filter((row) => row.before + row.after + row.founded + row.ended > 0);
}

export type ChangeAsked = {
  from: LocalDate;
  to: LocalDate;
  kind: UnitKind | null;
  event: UnitEventKind | null;
};

/** One thing that happened to units of a kind: the event, and those of its members that are asked for. */
export type Change = { event: UnitEvent; from: UnitRecord[]; to: UnitRecord[] };

/** Events after `from` up to `to`, oldest first, the larger units first, then by name; of one kind of event or unit when asked. */
export function changesBetween(registry: Registry, asked: ChangeAsked): Change[] {
  const members = (event: UnitEvent, role: 'from' | 'to') =>
    event.members
      .filter((m) => m.role === role)
      .flatMap((m) => registry.byId.get(m.unitId) ?? [])
      .filter(
        (u) => !asked.kind || u.kind === asked.kind || event.kind === 'merge' || event.kind === 'split',
      );
  return registry.records.events
    .filter((e) => asked.from < e.onDate && e.onDate <= asked.to)
    .filter((e) => !asked.event || e.kind === asked.event)
    .map((event) => ({ event, from: members(event, 'from'), to: members(event, 'to') }))
    .filter(({ event, from, to }) => {
      if (from.length + to.length === 0) return false;
      return !asked.kind || [...from, ...to].some((u) => u.kind === asked.kind) || event.members.length === 0;
    })
    .sort(
      (a, b) =>
        a.event.onDate.localeCompare(b.event.onDate) ||
        rank(a) - rank(b) ||
        compareVietnamese(leadName(a), leadName(b)),
    );
}

/** The larger units first. */
const rank = ({ from, to }: Change): number =>
  Math.min(...[...from, ...to].map((u) => unitKinds.indexOf(u.kind)));

const leadName = ({ from, to }: Change): string => (to[0] ?? from[0])?.name ?? '';

/** A stretch of a unit's life with one name and one parent. `from` null: since before the records begin; `to` null: on. */
export type Stretch = {
  from: LocalDate | null;
  to: LocalDate | null;
  fullName: string;
  parent: UnitRecord | null;
};

/** A unit's life in stretches, oldest first. */
export function lifeLine(registry: Registry, unit: UnitRecord): Stretch[] {
  const starts = [...(registry.names.get(unit.id) ?? []), ...(registry.parents.get(unit.id) ?? [])].map(
    (row) => row.validFrom,
  );
  const cuts = [...new Set(starts.filter((d) => d !== null && d !== unit.foundedOn))].sort() as LocalDate[];
  const bounds = [unit.foundedOn, ...cuts, unit.abolishedOn];
  return bounds.slice(0, -1).map((from, i): Stretch => {
    const to = bounds[i + 1] ?? null;
    const day = from ?? (to === null ? '2020-01-01' : addDays(to, -1));
    return {
      from,
      to,
      fullName: nameOn(registry, unit, day).fullName,
      parent: parentOn(registry, unit.id, day),
    };
  });
}
