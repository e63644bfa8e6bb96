// For tests and benchmarks only: how well guessed facts match the truth, by kind of fact.
// A fact is (kind, exact part, wording); two match where kind and exact part are equal and the wordings are alike
// (Dice over character trigrams ≥ 0.6, ≥ 0.9 for names of units and signatories). Each fact matches once.
import type { PlanFacts, When } from './model.ts';
import { markedPlane } from './text/planes.ts';

type Fact = { kind: string; exact: string; text: string };
/** Facts in the truth, facts guessed, facts matched. */
export type Tally = { truth: number; guess: number; hit: number };
export type Score = { by: Record<string, Tally>; missed: Fact[]; extra: Fact[] };

const strict = new Set(['visit', 'signatory']);

/** Letters and digits only, small, one tone placement. */
export function fold(text: string): string {
  return markedPlane(text.normalize('NFC').replace(/[\s\u00a0]+/g, ' ')).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Dice over character trigrams of folded text, 0 … 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const grams = (s: string) => {
    const out = new Map<string, number>();
    for (let i = 0; i < Math.max(1, s.length - 2); i++)
      out.set(s.slice(i, i + 3), (out.get(s.slice(i, i + 3)) ?? 0) + 1);
    return out;
  };
  const [x, y] = [grams(a), grams(b)];
  let both = 0;
  for (const [g, n] of x) both += Math.min(n, y.get(g) ?? 0);
  const all = [...x.values(), ...y.values()].reduce((p, q) => p + q, 0);
  return all === 0 ? 1 : (2 * both) / all;
}

const when = (w: When | null): string => (w ? JSON.stringify([w.rel, w.from, w.to, w.every ?? null]) : '');

function factsOf(d: PlanFacts): Fact[] {
  const out: Fact[] = [];
  const add = (kind: string, exact: string, text: string | null = '') =>
    out.push({ kind, exact, text: fold(text ?? '') });
  if (d.number) add('number', fold(d.number));
  if (d.symbol) add('symbol', fold(d.symbol));
  if (d.issuer) add('issuer', '', d.issuer);
  if (d.issuedOn) add('issuedOn', when(d.issuedOn));
  if (d.signatory) add('signatory', '', d.signatory.name);
  if (d.title) add('title', '', d.title);
  for (const b of d.bases) if (b.symbol) add('basis', `${fold(b.symbol)} ${b.date}`);
  for (const s of d.subject) add('subject', `${fold(s.symbol)} ${s.date}`);
  for (const s of d.sections) add('section', fold(s.numbering), s.title);
  for (const x of d.deadlines) add('deadline', when(x.when), x.who);
  for (const t of d.reportTargets) add('target', `${fold(t.template ?? '')} ${when(t.due)}`, t.who);
  for (const v of d.visits) {
    if (v.window) add('window', when(v.window));
    for (const u of v.units) add('visit', '', u);
  }
  for (const t of d.tasks) {
    add('task', when(t.due), t.lead);
    for (const s of t.supporting) add('support', '', `${t.lead} ${s}`);
  }
  for (const r of d.recipients) add('recipients', '', r);
  for (const a of d.attachments) add('attachments', '', a);
  return out;
}

export function score(truth: PlanFacts, guess: PlanFacts): Score {
  const by: Record<string, Tally> = {};
  const tally = (kind: string) => (by[kind] ??= { truth: 0, guess: 0, hit: 0 });
  const left = factsOf(guess);
  const missed: Fact[] = [];
  for (const g of left) tally(g.kind).guess++;
  for (const t of factsOf(truth)) {
    tally(t.kind).truth++;
    const ranked = left
      .map((g, i) => ({ i, alike: g.kind === t.kind && g.exact === t.exact ? likeness(t.text, g.text) : -1 }))
      .sort((a, b) => b.alike - a.alike);
    const best = ranked[0];
    if (best && best.alike >= (strict.has(t.kind) ? 0.9 : 0.6)) {
      tally(t.kind).hit++;
      left.splice(best.i, 1);
    } else missed.push(t);
  }
  return { by, missed, extra: left };
}

/** Precision, recall and F1 of tallies together; each 0 … 1. */
export function ratios(tallies: readonly Tally[]): { precision: number; recall: number; f1: number } {
  const sum = (key: keyof Tally) => tallies.reduce((n, t) => n + t[key], 0);
  const precision = sum('guess') ? sum('hit') / sum('guess') : 0;
  const recall = sum('truth') ? sum('hit') / sum('truth') : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}
