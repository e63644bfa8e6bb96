// Whose figures belong together: provinces as they were on the plan's day, or as they are after the latest mergers.
import type { ObligationRow } from '#src/campaigns/rules.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';
import { regroup } from '#src/units/lineage.ts';
import { nameOn, type Registry, unitsOfKind } from '#src/units/rules.ts';

/** A set of provinces as on a day; `key` names it in addresses by their number: "63", "34". */
export type Boundaries = { key: string; day: LocalDate };

/** The provinces of the plan's day, and those after the latest change when there was one since. */
export function boundariesOf(registry: Registry, planDay: LocalDate): Boundaries[] {
  const changes = registry.records.events.filter((e) =>
    e.members.some((m) => registry.byId.get(m.unitId)?.kind === 'province'),
  );
  const last = changes
    .map((e) => e.onDate)
    .sort()
    .at(-1);
  const days = last && last > planDay ? [planDay, last] : [planDay];
  return days.map((day) => ({ day, key: String(unitsOfKind(registry, 'province', day).length) }));
}

/** Some reporting bodies whose figures are read as one. `id` is the province's; null for those of no one province. */
export type FigureGroup = { id: string | null; name: string; members: ObligationRow[] };

/**
 * The bodies by province in these boundaries, in the order of a Vietnamese list; last, those that belong to no
 * province or cannot be placed whole in one. Every body is in exactly one group.
 */
export function groupByProvince(
  registry: Registry,
  owing: readonly ObligationRow[],
  day: LocalDate,
): FigureGroup[] {
  const territorial = owing.filter((o) => o.territoryId !== null);
  const { groups, unplaced } = regroup(registry, territorial, (o) => o.territoryId!, day);
  const rest = [...unplaced, ...owing.filter((o) => o.territoryId === null)];
  const provinces = groups
    .map(({ unit, members }) => ({ id: unit.id, name: nameOn(registry, unit, day).name, members }))
    .sort((a, b) => compareVietnamese(a.name, b.name));
  return rest.length > 0 ? [...provinces, { id: null, name: '', members: rest }] : provinces;
}
