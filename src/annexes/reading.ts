// What the figures pages show: a table's totals, an indicator by province, one figure down to its reports.
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import type { CampaignRow, ObligationRow } from '#src/campaigns/rules.ts';
import { isCentral } from '#src/kernel/actor.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { notFound } from '#src/kernel/refusal.ts';
import type { Act } from '#src/platform/database/connect.ts';
import { type AnnexTable, findIndicator, type Indicator } from '#src/templates/rules.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import type { Quality, ReadFigure } from '#src/units/rules/boundaries.ts';
import type { Registry } from '#src/units/rules.ts';
import {
  type Boundaries,
  boundariesOf,
  type FigureGroup,
  groupByProvince,
  readByProvince,
} from './boundaries.ts';
import { campaignFigures } from './figures.ts';
import {
  type FigureRow,
  measuredValues,
  measureOf,
  type Rolled,
  rollUpFigure,
  totalColumn,
} from './rules/rollup.ts';
import type { Reason } from './rules.ts';

export type Asked = { table?: string | undefined; boundaries?: string | undefined };

export type FiguresSeen = {
  campaign: CampaignRow;
  tables: AnnexTable[];
  table: AnnexTable;
  sets: Boundaries[];
  boundaries: Boundaries;
  /** Everyone who owes the table, by province. */
  groups: FigureGroup[];
  owing: ObligationRow[];
  rows: FigureRow[];
  registry: Registry;
};

/** The figures of one table, for the centre; for everyone else the page does not exist. Null while no template has an annex. */
export async function figuresSeenBy(
  act: Pick<Act, 'db' | 'actor' | 'now'>,
  slug: string,
  asked: Asked,
): Promise<FiguresSeen | { campaign: CampaignRow; table: null }> {
  const campaign = await campaignSeenBy(act, slug);
  if (!isCentral(act.actor)) throw notFound();
  const choose = (tables: readonly AnnexTable[]) => [asked.table ?? tables[0]?.code ?? ''];
  const figures = await campaignFigures(act.db, campaign.id, choose);
  const table = figures.tables.find((t) => t.code === (asked.table ?? t.code));
  if (!table) {
    if (asked.table !== undefined) throw notFound();
    return { campaign, table: null };
  }
  const { registry } = await nameIndexOf(act.db);
  const sets = boundariesOf(registry, campaign.issuedOn ?? dateAt(act.now));
  const boundaries = sets.find((s) => s.key === (asked.boundaries ?? s.key));
  if (!boundaries) throw notFound();
  const owing = figures.owingTable.get(table.code) ?? [];
  const groups = groupByProvince(registry, owing, boundaries);
  const { tables, rows } = figures;
  return { campaign, tables, table, sets, boundaries, groups, owing, rows, registry };
}

/** The columns that a column code stands for: itself, or all of them for the total. Not-found for an unknown one. */
export function columnsOf(table: AnnexTable, column: string): string[] {
  if (column === totalColumn && table.total) return table.columns.map((c) => c.code);
  if (table.columns.some((c) => c.code === column)) return [column];
  throw notFound();
}

export function indicatorOf(table: AnnexTable, code: string): Indicator {
  const indicator = findIndicator(table, code);
  if (!indicator) throw notFound();
  return indicator;
}

export type GroupFigure = { rolled: Rolled; of: number; reason: Reason | null; quality: Quality };

/** What reading a figure needs. */
export type Readable = Pick<FiguresSeen, 'table' | 'rows' | 'owing' | 'registry' | 'groups' | 'boundaries'>;

/**
 * One figure of bodies taken together in the boundaries that they reported in; of a single body also what does not add
 * up is shown, and the reason it gave.
 */
export function figureOf(
  seen: Readable,
  members: readonly ObligationRow[],
  indicator: Indicator,
  columns: string[],
): GroupFigure {
  const units = new Set(members.map((m) => m.unitId));
  const rows = seen.rows.filter((r) => units.has(r.unitId));
  const rolled = rollUpFigure(rows, seen.table, indicator, columns);
  const isAlone = members.length === 1 && columns.length === 1;
  const own = isAlone ? rows.find((r) => r.column === columns[0])?.figures[indicator.code] : undefined;
  const reason = typeof own === 'string' ? own : null;
  if (rolled.value !== null || !rolled.isAdditive) {
    const value = rolled.value ?? (typeof own === 'number' ? own : null);
    const quality = rolled.isAdditive ? 'exact' : value === null ? 'not-additive' : 'as-given';
    return { rolled: { ...rolled, value }, of: members.length, reason, quality };
  }
  return { rolled, of: members.length, reason, quality: 'unknown' };
}

function addedUp(years: readonly Map<string, ReadFigure>[]): Map<string, ReadFigure> {
  const sums = new Map<string, ReadFigure>();
  for (const [key, figure] of years.flatMap((year) => [...year])) {
    const before = sums.get(key);
    if (!before || before.value === null) sums.set(key, figure);
    else if (figure.value !== null)
      sums.set(key, {
        ...before,
        value: before.value + figure.value,
        quality: [before, figure].some((f) => f.quality === 'estimate') ? 'estimate' : 'exact',
      });
  }
  return sums;
}

/** One figure of every group, by the group's key, each province's as the registry reads it in the chosen boundaries. */
export function figuresByGroup(
  seen: Readable,
  indicator: Indicator,
  columns: string[],
): Map<string, GroupFigure> {
  const rowsOf = Map.groupBy(seen.rows, (r) => r.unitId);
  const readIn = (codes: string[]) => {
    const valuesOf = (o: ObligationRow) =>
      measuredValues(rowsOf.get(o.unitId) ?? [], seen.table, indicator, codes);
    return readByProvince(seen.registry, seen.owing, seen.boundaries, measureOf(indicator, codes), valuesOf);
  };
  // A sum over years is the sum of what each year shows, so that estimates add up along the row too.
  const isSum = measureOf(indicator, columns).merging === 'sum';
  const read = isSum ? addedUp(columns.map((code) => readIn([code]))) : readIn(columns);
  return new Map(
    seen.groups.map((group) => {
      const own = figureOf(seen, group.members, indicator, columns);
      const figure = read.get(group.key);
      if (!figure) return [group.key, own];
      const { value, quality } = figure;
      return [group.key, { ...own, rolled: { ...own.rolled, value }, quality }];
    }),
  );
}

export type Contribution = {
  member: ObligationRow;
  submissionId: string | null;
  figure: GroupFigure;
  parts: (GroupFigure | null)[];
};

/** What each body gives to a figure, with the report it stands in; a ratio with its part and its whole. */
export function contributions(
  seen: FiguresSeen,
  members: readonly ObligationRow[],
  indicator: Indicator,
  columns: string[],
): Contribution[] {
  const { formula } = indicator;
  const inputs = formula?.kind === 'percent' ? [formula.part, formula.whole] : [];
  return members.map((member) => ({
    member,
    submissionId: seen.rows.find((r) => r.unitId === member.unitId)?.submissionId ?? null,
    figure: figureOf(seen, [member], indicator, columns),
    parts: inputs.map((code) => {
      const input = findIndicator(seen.table, code);
      return input && figureOf(seen, [member], input, columns);
    }),
  }));
}
