// Promise: the merger of 1 July 2025 replayed from nothing gives the loaded registry, and totals at every level are conserved.
import { mergerDays, mergerRows, replayed, totalsOf } from '#src/units/fixtures/merger.ts';
import { treeAsOf, unitsOfKind } from '#src/units/rules.ts';
import { packagedRegistry } from '#src/units/sources/registry.ts';

const registry = packagedRegistry();
const tell = (what: string, figures: Record<string, unknown>) =>
  console.log(JSON.stringify({ bench: 'merger-2025', what, ...figures }));
const timed = <T>(run: () => T): [T, number] => {
  const start = performance.now();
  const value = run();
  return [value, Math.round(performance.now() - start)];
};

const [again, ms] = timed(() => replayed(registry.records));
tell('every event told again from nothing', { ...again.rows, different: again.different, ms });
for (const kind of ['province', 'district', 'commune', 'provincial-party-committee'] as const) {
  const [totals, time] = timed(() => totalsOf(registry, kind));
  const [before, after] = [mergerDays.from, mergerDays.to].map(
    (on) => unitsOfKind(registry, kind, on).length,
  );
  const { exact, estimated, left } = totals;
  tell(`${kind} figures`, {
    units: [before, after],
    ...totals,
    conserved: exact + estimated + left === totals.before,
    ms: time,
  });
}
const [tree, treeMs] = timed(() => treeAsOf(registry, mergerDays.to));
tell('the whole tree of a day', { roots: tree.length, ms: treeMs });
if (process.argv.includes('--tables')) for (const line of mergerRows(registry)) console.log(line);
