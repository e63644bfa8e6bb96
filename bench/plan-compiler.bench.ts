// Plan compiler: precision and recall by kind of fact, on plans that the rules were written on and on plans kept apart;
// the same under every harm; time; and mutations survived. `npm run bench plan-compiler`, or with a number of mutations:
// `node --import tsx bench/plan-compiler.bench.ts 100000`. Lines of JSON are the promises, each with figure, limit, ratio.
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

const round = (n: number, digits = 3) => Number(n.toFixed(digits));
/** One promise: what was measured, what was promised, and how they stand to each other. */
const tell = (what: string, ours: number, limit: number, unit: string) =>
  console.log(
    JSON.stringify({
      bench: 'plan-compiler',
      what,
      ours: round(ours),
      limit,
      unit,
      ratio: round(ours / limit),
    }),
  );

const share = (n: number) => n.toFixed(3);
const line = (name: string, tallies: readonly Tally[]) => {
  const { precision, recall, f1 } = ratios(tallies);
  const truth = tallies.reduce((n, t) => n + t.truth, 0);
  console.log(
    `  ${name.padEnd(34)} ${String(truth).padStart(5)}  ${share(precision)}  ${share(recall)}  ${share(f1)}`,
  );
};

function report(group: string, samples: readonly Sample[], promised: number): void {
  console.log(`\n${group} (${samples.length} plans)\n  ${'kind of fact'.padEnd(34)} facts  prec.  recall f1`);
  const scores = samples.map(({ text, truth }) => score(truth, compilePlan({ text }).plan).by);
  const of = (kind: string) => scores.flatMap((s) => s[kind] ?? []);
  for (const kind of [...new Set(scores.flatMap(Object.keys))].sort()) line(kind, of(kind));
  const all = scores.flatMap((s) => Object.values(s));
  line('all', all);
  const { precision, recall } = ratios(all);
  tell(`${group}: precision`, precision, promised, 'share');
  tell(`${group}: recall`, recall, promised, 'share');
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

function timed(run: () => unknown): number {
  const start = performance.now();
  try {
    run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return performance.now() - start;
}

function reportTime(samples: readonly Sample[]): void {
  const all = samples.map((s) => s.text).join('\n');
  const twentyPages = all.repeat(Math.ceil(50_000 / all.length)).slice(0, 50_000);
  for (let i = 0; i < 5; i++) compilePlan({ text: twentyPages });
  const times = Array.from({ length: 15 }, () => timed(() => compilePlan({ text: twentyPages })));
  tell('20 pages, median of 15', times.sort((a, b) => a - b)[7]!, 50, 'ms');
}

function reportMegabytes(samples: readonly Sample[]): void {
  const times = megabytes(samples.map((s) => s.text)).map(([name, text]) => ({
    name,
    ms: timed(() => compilePlan({ text })),
  }));
  const worst = times.reduce((a, b) => (b.ms > a.ms ? b : a));
  tell(`a megabyte of anything, the slowest of ${times.length}: ${worst.name}`, worst.ms, 2000, 'ms');
}

/** Anything thrown but a Refusal ends the run. */
function reportMutations(samples: readonly Sample[], count: number): void {
  const bases = mutationBases(samples.map((s) => s.text));
  let refused = 0;
  for (let i = 0; i < count; i++)
    try {
      compilePlan({ text: mutate(bases[i % bases.length]!, i) }, { today: '2026-01-01' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused++;
    }
  console.log(`\n${refused} of the mutations were refused in words, none failed`);
  tell('mutations survived', count, count, 'texts');
}

const developed = load('developed');
const measured = load('measured');
report('developed on', developed, 0.97);
report('only measured on', measured, 0.9);
reportHarm([...developed, ...measured]);
reportTime(developed);
reportMegabytes(developed);
reportMutations([...developed, ...measured], Number(process.argv[2] ?? 10_000));
