// Plan compiler: precision and recall by kind of fact, on plans that the rules were written on and on plans kept apart;
// the same under every harm; time; and mutations survived. `node bench/plan-compiler.bench.ts [mutations]`
import { readdirSync, readFileSync } from 'node:fs';
import { Refusal } from '#src/kernel/refusal.ts';
import { compilePlan } from '#src/plans/compiler/compile.ts';
import { damages } from '#src/plans/compiler/damage.ts';
import type { PlanFacts } from '#src/plans/compiler/model.ts';
import { megabytes, mutate, mutationBases } from '#src/plans/compiler/mutate.ts';
import { ratios, score, type Tally } from '#src/plans/compiler/score.ts';

const folder = new URL('../src/plans/compiler/fixtures/', import.meta.url);
type Sample = { name: string; text: string; truth: PlanFacts };

function load(group: string): Sample[] {
  const names = readdirSync(new URL(`${group}/`, folder)).filter((f) => f.endsWith('.txt'));
  return names.map((f) => ({
    name: f.replace('.txt', ''),
    text: readFileSync(new URL(`${group}/${f}`, folder), 'utf8'),
    truth: JSON.parse(
      readFileSync(new URL(`${group}/${f.replace('.txt', '.json')}`, folder), 'utf8'),
    ) as PlanFacts,
  }));
}

const share = (n: number) => n.toFixed(3);
const line = (name: string, tallies: readonly Tally[]) => {
  const { precision, recall, f1 } = ratios(tallies);
  const truth = tallies.reduce((n, t) => n + t.truth, 0);
  console.log(
    `  ${name.padEnd(34)} ${String(truth).padStart(5)}  ${share(precision)}  ${share(recall)}  ${share(f1)}`,
  );
};

function report(group: string, samples: readonly Sample[]): void {
  console.log(`\n${group} (${samples.length} plans)\n  ${'kind of fact'.padEnd(34)} facts  prec.  recall f1`);
  const scores = samples.map(({ text, truth }) => score(truth, compilePlan({ text }).plan).by);
  for (const kind of [...new Set(scores.flatMap(Object.keys))].sort())
    line(
      kind,
      scores.flatMap((s) => s[kind] ?? []),
    );
  line(
    'all',
    scores.flatMap((s) => Object.values(s)),
  );
}

function reportHarm(samples: readonly Sample[]): void {
  console.log('\nall plans, harmed');
  for (const { name, harm, flavour } of damages)
    line(
      name,
      samples.flatMap(({ text, truth }) =>
        Object.values(
          score(truth, compilePlan({ text: harm(text), ...(flavour ? { flavour } : {}) }).plan).by,
        ),
      ),
    );
}

function reportTime(samples: readonly Sample[]): void {
  const all = samples.map((s) => s.text).join('\n');
  const twentyPages = all.repeat(Math.ceil(50_000 / all.length)).slice(0, 50_000);
  for (let i = 0; i < 5; i++) compilePlan({ text: twentyPages });
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    compilePlan({ text: twentyPages });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  console.log(
    `\n20 pages (${twentyPages.length} characters): median ${times[7]!.toFixed(1)} ms, worst ${times[14]!.toFixed(1)} ms`,
  );
}

function reportMegabytes(samples: readonly Sample[]): void {
  console.log('\na megabyte of (ms; promised: under 2,000 on a free machine)');
  for (const [name, text] of megabytes(samples.map((s) => s.text))) {
    const start = performance.now();
    try {
      compilePlan({ text });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    console.log(`  ${name.padEnd(34)} ${(performance.now() - start).toFixed(0).padStart(5)}`);
  }
}

function reportMutations(samples: readonly Sample[], count: number): void {
  const bases = mutationBases(samples.map((s) => s.text));
  let refused = 0;
  let worst = 0;
  for (let i = 0; i < count; i++) {
    const text = mutate(bases[i % bases.length]!, i);
    const start = performance.now();
    try {
      compilePlan({ text }, { today: '2026-01-01' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused++;
    }
    worst = Math.max(worst, performance.now() - start);
    if ((i + 1) % 10_000 === 0)
      console.log(`  ${i + 1} mutations, ${refused} refused, slowest ${worst.toFixed(0)} ms`);
  }
  console.log(`${count} mutations survived: ${refused} refused, none failed`);
}

/** Folders of plans: those that the rules were written on, and those kept apart, which are only ever measured. */
const groups: [folder: string, name: string][] = [
  ['developed', 'developed on'],
  ['developed-2', 'developed on, second set'],
  ['developed-3', 'developed on, third set'],
  ['measured-2', 'once measured, since developed on'],
  ['measured', 'only measured on'],
];
const loaded = groups.map(([folderName, name]) => ({ name, samples: load(folderName) }));
for (const { name, samples } of loaded) report(name, samples);
const all = loaded.flatMap((g) => g.samples);
reportHarm(all);
reportTime(all);
reportMegabytes(loaded[0]!.samples);
reportMutations(all, Number(process.argv[2] ?? 100_000));
