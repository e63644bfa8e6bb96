// Which of the units that a name may mean it does mean on a day.
import type { LocalDate } from '#src/kernel/dates.ts';
import { heirsOn } from '../lineage.ts';
import { existsOn, type Registry, type UnitRecord, validOn } from '../rules.ts';
import { type Entry, rankOf } from './entries.ts';

export type Settled =
  | { status: 'found'; unit: UnitRecord }
  | { status: 'abolished'; unit: UnitRecord; successors: UnitRecord[] }
  | { status: 'ambiguous'; units: UnitRecord[] };

/** The day on which a name is said; `former`: it was said of a unit that is gone ("tỉnh Bạc Liêu cũ"). */
export type Said = { on: LocalDate; former: boolean };

/** Those of the highest rank, each unit once. */
function topUnits(entries: readonly Entry[]): UnitRecord[] {
  const best = Math.min(...entries.map((e) => rankOf(e.unit)));
  return [...new Set(entries.map((e) => e.unit).filter((unit) => rankOf(unit) === best))];
}

/** Of bodies that are all gone, a name means the one that lasted longest: the ministry, not its former Party body. */
function lastGone(entries: readonly Entry[]): Entry[] {
  const last = entries
    .map((e) => e.unit.abolishedOn ?? '')
    .sort()
    .at(-1);
  return entries.filter((e) => e.unit.abolishedOn === last);
}

/** The lists stand for readings, the most literal first; what lives goes before what is gone. Null: nothing fits. */
export function settle(registry: Registry, lists: readonly Entry[][], { on, former }: Said): Settled | null {
  const isGone = (e: Entry): boolean => e.unit.abolishedOn !== null && e.unit.abolishedOn <= on;
  const living: ((e: Entry) => boolean)[] = [
    // An alias has no accents of its own and yields to a name that is in use that day.
    (e) => existsOn(e.unit, on) && e.accents !== null && validOn(e.span, on),
    (e) => existsOn(e.unit, on),
  ];
  for (const test of former ? [isGone] : [...living, isGone])
    for (const list of lists) {
      const passing = list.filter(test);
      if (passing.length === 0) continue;
      const units = topUnits(test === isGone ? lastGone(passing) : passing);
      const [unit] = units;
      if (!unit || units.length > 1) return { status: 'ambiguous', units };
      if (existsOn(unit, on)) return { status: 'found', unit };
      return { status: 'abolished', unit, successors: heirsOn(registry, unit, on) };
    }
  return null;
}
