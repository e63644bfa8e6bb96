// Whose figures belong together: provinces as they were on the plan's day, or as they are after a merger or split since.
import type { ObligationRow } from '#src/campaigns/rules.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { type Measure, type ReadFigure, readInBoundaries } from '#src/units/rules/boundaries.ts';
import { ancestorsOn, nameOn, type Registry, unitsOfKind } from '#src/units/rules.ts';

/** Provinces as on `day`, for figures given in those of the plan's day. `key` names it in addresses by their number: "63". */
export type Boundaries = { key: string; planDay: LocalDate; day: LocalDate };

/** The provinces of the plan's day, and those after each day since on which their number or extent changed. */
export function boundariesOf(registry: Registry, planDay: LocalDate): Boundaries[] {
  const isProvince = (m: { unitId: string }) => registry.byId.get(m.unitId)?.kind === 'province';
  const changed = registry.records.events
    .filter((e) => e.onDate > planDay && e.kind !== 'rename' && e.kind !== 'move')
    .filter((e) => e.members.some(isProvince))
    .map((e) => e.onDate);
  const sets: Boundaries[] = [];
  for (const day of [planDay, ...new Set(changed.sort())]) {
    const count = String(unitsOfKind(registry, 'province', day).length);
    const isTaken = sets.some((s) => s.key === count);
    sets.push({ key: isTaken ? `${count}-${day}` : count, planDay, day });
  }
  return sets;
}

/**
 * Some reporting bodies whose figures are read as one. `key` is the province's id, "others" for bodies of no province,
 * "unplaced" for those whose figures cannot be read in these boundaries and stay whole with them.
 */
export type FigureGroup = {
  key: string;
  name: string;
  members: ObligationRow[];
  /** Of members that count here in part only: how much, by unit. */
  parts: ReadonlyMap<string, number>;
  /** The declared rule of those parts. */
  shareBasis: string | null;
};

const restNames: Record<string, Words> = {
  others: { vi: 'Đảng ủy trực thuộc Trung ương, đơn vị khác', en: 'Committees under the centre, others' },
  unplaced: { vi: 'Chưa xếp được theo địa giới này', en: 'Not placed in these boundaries' },
};

/** The province, or words for those of none. */
export function groupName(group: FigureGroup, language: Language): string {
  return restNames[group.key]?.[language] ?? group.name;
}

/** The province a body speaks for: its territory's, or its own when it is a territory. Null for a body of no province. */
function provinceOf(registry: Registry, owed: ObligationRow, day: LocalDate): string | null {
  const id = owed.territoryId ?? owed.unitId;
  const own = registry.byId.get(id);
  if (own?.kind === 'province') return own.id;
  if (own?.kind !== 'district' && own?.kind !== 'commune') return null;
  return ancestorsOn(registry, id, day).find((u) => u.kind === 'province')?.id ?? null;
}

type Values = (owed: ObligationRow) => Record<string, number | null>;

function read(
  registry: Registry,
  owing: readonly ObligationRow[],
  { planDay, day }: Boundaries,
  measures: readonly Measure[] = [],
  valuesOf: Values = () => ({}),
) {
  const homes = new Map(owing.map((o) => [o.unitId, provinceOf(registry, o, planDay)]));
  const table = owing.flatMap((o) => {
    const home = homes.get(o.unitId);
    return home ? [{ unitId: home, values: valuesOf(o) }] : [];
  });
  return { homes, ...readInBoundaries(registry, table, measures, { from: planDay, to: day }) };
}

/** The rule that shares of these provinces' figures were declared by between the two days, or null. */
function shareBasisOf(registry: Registry, ids: readonly string[], { planDay, day }: Boundaries) {
  const events = ids.flatMap((id) => registry.eventsFrom.get(id) ?? []);
  return events.find((e) => e.shareBasis && planDay < e.onDate && e.onDate <= day)?.shareBasis ?? null;
}

/** The bodies by province in these boundaries, in the order of a Vietnamese list; last "others" and "unplaced". */
export function groupByProvince(
  registry: Registry,
  owing: readonly ObligationRow[],
  set: Boundaries,
): FigureGroup[] {
  const { homes, rows, unplaced } = read(registry, owing, set);
  const provinces = rows.map(({ unit, sources }): FigureGroup => {
    const shares = new Map(sources.map((s) => [s.unitId, s.share]));
    const members = owing.filter((o) => shares.has(homes.get(o.unitId) ?? ''));
    const parts = new Map(
      members.map((o): [string, number] => [o.unitId, shares.get(homes.get(o.unitId)!)!]),
    );
    for (const [id, share] of parts) if (share === 1) parts.delete(id);
    const divided = members.flatMap((o) => (parts.has(o.unitId) ? homes.get(o.unitId)! : []));
    const shareBasis = shareBasisOf(registry, divided, set);
    return { key: unit.id, name: nameOn(registry, unit, set.day).name, members, parts, shareBasis };
  });
  const left = new Set(unplaced.map((u) => u.unitId));
  const rest = (key: string, members: ObligationRow[]): FigureGroup[] =>
    members.length > 0 ? [{ key, name: '', members, parts: new Map(), shareBasis: null }] : [];
  return [
    ...provinces,
    ...rest(
      'others',
      owing.filter((o) => homes.get(o.unitId) === null),
    ),
    ...rest(
      'unplaced',
      owing.filter((o) => left.has(homes.get(o.unitId) ?? '')),
    ),
  ];
}

/** One figure of every province in these boundaries, by the province's id: the registry's rule, for the annexes. */
export function readByProvince(
  registry: Registry,
  owing: readonly ObligationRow[],
  set: Boundaries,
  measure: Measure,
  valuesOf: Values,
): Map<string, ReadFigure> {
  const { rows } = read(registry, owing, set, [measure], valuesOf);
  return new Map(rows.map((row) => [row.unit.id, row.figures[measure.code]!]));
}
