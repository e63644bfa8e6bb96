// Figures read in the boundaries of another day: sums, declared estimates, ratios from their parts, and what cannot be read.
import type { LocalDate } from '#src/kernel/dates.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';
import { existsOn, type Registry, type UnitEvent, type UnitRecord } from '../rules.ts';

/** A part of a unit's figures that belongs to a unit of another day; `share` null: it does, but nobody declared how much. */
export type Flow = { unit: UnitRecord; share: number | null };

/**
 * What becomes of a unit's figures on one day of events: who takes them, and which part. Null: nothing happened to them.
 * An event about all of the unit, told later by an officer, counts before those about parts of it.
 */
function stepOf(unitId: string, on: LocalDate, events: readonly UnitEvent[]) {
  const given = events.filter((e) => e.onDate === on);
  if (given.length === 0) return null;
  const passing = given.map((event) => {
    const self = event.members.find((m) => m.role === 'from' && m.unitId === unitId);
    const receivers = event.members.filter((m) => m.role === 'to');
    const isWhole = !self?.partial || receivers.some((m) => m.unitId === unitId);
    return { self, receivers, isWhole: isWhole && receivers.length > 0 };
  });
  const whole = passing.filter((p) => p.isWhole);
  const counted = whole.length > 0 ? whole : passing;
  return counted.flatMap(({ self, receivers, isWhole }) => {
    const gave = self?.share ?? (isWhole && counted.length === 1 ? 1 : null);
    return receivers.map((receiver) => {
      const took = receivers.length === 1 ? 1 : receiver.share;
      return { id: receiver.unitId, share: gave === null || took === null ? null : gave * took };
    });
  });
}

/**
 * Where the figures of a unit of day `from` belong on the later day `to`, through every merge and split between. One
 * flow of share 1 is exact. Known shares make 1, or less when a part went to a unit that ended without a successor.
 * Empty when the registry knows no successor.
 */
export function flowsOf(registry: Registry, unitId: string, from: LocalDate, to: LocalDate): Flow[] {
  const found = new Map<string, number | null>();
  const follow = (id: string, after: LocalDate, share: number | null): void => {
    const events = registry.eventsFrom.get(id) ?? [];
    const next = events.find((e) => after < e.onDate && e.onDate <= to)?.onDate;
    const step = next === undefined ? null : stepOf(id, next, events);
    if (step && next !== undefined) {
      for (const flow of step)
        follow(flow.id, next, share === null || flow.share === null ? null : share * flow.share);
      return;
    }
    const unit = registry.byId.get(id);
    if (!unit || !existsOn(unit, to)) return;
    const known = found.get(id);
    found.set(id, known === undefined ? share : known === null || share === null ? null : known + share);
  };
  follow(unitId, from, 1);
  return [...found].map(([id, share]) => ({ unit: registry.byId.get(id)!, share }));
}

/** How a figure joins: by adding; as a ratio of two others that add; or not at all. `decimals` of what is shared out. */
export type Measure =
  | { code: string; merging: 'sum'; decimals?: number }
  | { code: string; merging: 'ratio'; part: string; whole: string; times: number }
  | { code: string; merging: 'not-additive' };

export type UnitFigures = { unitId: string; values: Record<string, number | null> };

/** `estimate`: shared out by a declared rule. `as-given`: a figure that does not add, of a unit that is the same on both days. */
export type Quality = 'exact' | 'estimate' | 'as-given' | 'not-additive' | 'unknown';
export type ReadFigure = {
  value: number | null;
  quality: Quality;
  /** Units asked that gave no number. */
  missing: string[];
};
export type ReadRow = {
  unit: UnitRecord;
  /** The units whose figures are in it, with their part. */
  sources: { unitId: string; share: number }[];
  figures: Record<string, ReadFigure>;
};
/** `unplaced`: figures left whole with their unit, because no successor is known or no shares were declared. */
export type ReadTable = {
  rows: ReadRow[];
  unplaced: { unitId: string; why: 'no-successor' | 'no-shares' }[];
};

/** Shares a figure out so that the parts make it again exactly: rounded down, then the largest remainders get one more. */
export function apportion(value: number, shares: readonly number[], decimals = 0): number[] {
  const scale = 10 ** decimals;
  const total = Math.round(value * scale);
  const raw = shares.map((share) => total * share);
  const parts = raw.map((part) => Math.floor(part + 1e-9));
  const rest = total - parts.reduce((sum, part) => sum + part, 0);
  const order = raw
    .map((part, i) => ({ i, left: part - parts[i]! }))
    .sort((a, b) => b.left - a.left || a.i - b.i);
  for (let n = 0; n < rest; n++) parts[order[n % order.length]!.i]!++;
  return parts.map((part) => part / scale);
}

type Placed = { from: UnitFigures; flows: { unit: UnitRecord; share: number }[] };

function place(registry: Registry, table: readonly UnitFigures[], from: LocalDate, to: LocalDate) {
  const placed: Placed[] = [];
  const unplaced: ReadTable['unplaced'] = [];
  for (const figures of table) {
    const flows = flowsOf(registry, figures.unitId, from, to);
    const known = flows.reduce((sum, f) => sum + (f.share ?? 0), 0);
    // A part that went to a unit which ended without a successor would be lost: then the whole figure stays behind.
    const isWhole = flows.some((f) => f.share === null) || Math.abs(known - 1) < 1e-6;
    if (flows.length === 0 || !isWhole) unplaced.push({ unitId: figures.unitId, why: 'no-successor' });
    else if (flows.some((f) => f.share === null)) unplaced.push({ unitId: figures.unitId, why: 'no-shares' });
    else placed.push({ from: figures, flows: flows.map((f) => ({ unit: f.unit, share: f.share! })) });
  }
  return { placed, unplaced };
}

/** What each flow carries of one additive measure, as many as there are flows. */
function carried(source: Placed, code: string, decimals: number): (number | null)[] {
  const value = source.from.values[code] ?? null;
  if (value === null) return source.flows.map(() => null);
  if (source.flows.length === 1) return [value];
  return apportion(
    value,
    source.flows.map((f) => f.share),
    decimals,
  );
}

type Part = { source: Placed; i: number };
const isExact = ({ source }: Part): boolean => source.flows.length === 1;

function summed(parts: readonly Part[], measure: { code: string; decimals?: number }): ReadFigure {
  const missing: string[] = [];
  let value: number | null = null;
  for (const { source, i } of parts) {
    const part =
      carried(source, measure.code, measure.decimals ?? decimalsOf(source, measure.code))[i] ?? null;
    if (part === null) missing.push(source.from.unitId);
    else value = (value ?? 0) + part;
  }
  if (value === null) return { value, quality: 'unknown', missing };
  return { value, quality: parts.every(isExact) ? 'exact' : 'estimate', missing };
}

/** A count is shared out in whole things; a figure with decimals keeps as many. */
function decimalsOf(source: Placed, code: string): number {
  const text = String(source.from.values[code] ?? 0);
  return Math.min(6, text.split('.')[1]?.length ?? 0);
}

/** Only rows that have both the part and the whole make a ratio. */
function ratio(parts: readonly Part[], m: Extract<Measure, { merging: 'ratio' }>): ReadFigure {
  const both = parts.filter(({ source }) =>
    [m.part, m.whole].every((code) => (source.from.values[code] ?? null) !== null),
  );
  const missing = parts.filter((p) => !both.includes(p)).map((p) => p.source.from.unitId);
  const [part, whole] = [summed(both, { code: m.part }), summed(both, { code: m.whole })];
  if (part.value === null || whole.value === null || whole.value === 0)
    return { value: null, quality: 'unknown', missing };
  return { value: (part.value / whole.value) * m.times, quality: part.quality, missing };
}

function figureOf(unit: UnitRecord, parts: readonly Part[], measure: Measure): ReadFigure {
  if (measure.merging === 'sum') return summed(parts, measure);
  if (measure.merging === 'ratio') return ratio(parts, measure);
  const [only] = parts;
  const same = parts.length === 1 && only && isExact(only) && only.source.from.unitId === unit.id;
  if (!same) return { value: null, quality: 'not-additive', missing: [] };
  const value = only.source.from.values[measure.code] ?? null;
  return {
    value,
    quality: value === null ? 'unknown' : 'as-given',
    missing: value === null ? [unit.id] : [],
  };
}

/**
 * A table of day `from` in the boundaries of the later day `to`. For every additive measure the sum over `rows` and
 * `unplaced` is the sum of the table: nothing is lost, counted twice or guessed. Narratives stay with their units: they
 * are no figures and are not read here.
 */
export function readInBoundaries(
  registry: Registry,
  table: readonly UnitFigures[],
  measures: readonly Measure[],
  days: { from: LocalDate; to: LocalDate },
): ReadTable {
  const { placed, unplaced } = place(registry, table, days.from, days.to);
  const parts = new Map<string, Part[]>();
  const units = new Map<string, UnitRecord>();
  for (const source of placed)
    for (const [i, flow] of source.flows.entries()) {
      units.set(flow.unit.id, flow.unit);
      parts.set(flow.unit.id, [...(parts.get(flow.unit.id) ?? []), { source, i }]);
    }
  const rows = [...units.values()].map((unit): ReadRow => {
    const own = parts.get(unit.id) ?? [];
    return {
      unit,
      sources: own.map(({ source, i }) => ({ unitId: source.from.unitId, share: source.flows[i]!.share })),
      figures: Object.fromEntries(measures.map((m) => [m.code, figureOf(unit, own, m)])),
    };
  });
  return { rows: rows.sort((a, b) => compareVietnamese(a.unit.name, b.unit.name)), unplaced };
}
