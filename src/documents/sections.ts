// Finds the sections of an outline in a Word report, whatever the habits of its writer. Text in = text out. Pure.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Block, Document } from './model.ts';
import { plainText } from './model.ts';
import type { OutlinePart } from './outline.ts';
import { sectionDiagnostic } from './section-diagnostics.ts';
import {
  type Candidate,
  candidatesOf,
  likeness,
  type Target,
  targetsOf,
  titleTokens,
} from './section-headings.ts';

export type FoundSection = {
  code: string;
  /** The heading as the writer had it: one block, or "PHẦN THỨ HAI" and its title below. */
  headings: Document;
  blocks: Document;
};

export type FoundSections = {
  /** In the order of the outline; only those that were found. */
  sections: FoundSection[];
  /** Tables after the word "Phụ lục" or "Biểu", for the annex (see `sheetOfTable`). */
  annexTables: Extract<Block, { kind: 'table' }>[];
  /** All else: letterhead, recipients, guidance left in place, text before the first section. */
  leftovers: Document;
  diagnostics: Diagnostic[];
};

/**
 * Every word of the document is in exactly one section (its headings or blocks), annex table, or leftover. Headings are
 * found by their words first, by number second, in the outline's order; a heading out of order is taken when its words
 * are the same. Headings that the outline does not know stay where they are, inside the section.
 */
export function findSections(document: Document, parts: readonly OutlinePart[]): FoundSections {
  const targets = targetsOf(parts);
  const candidates = candidatesOf(document);
  const { matches, outOfOrder } = matchHeadings(candidates, targets);
  const found = new Map<number, FoundSection>();
  const out: FoundSections = { sections: [], annexTables: [], leftovers: [], diagnostics: [] };
  const guidance = new Set(parts.map((part) => titleTokens(part.guidance).join(' ')).filter(Boolean));
  const loneNumbers = new Set(
    candidates
      .filter((c) => c.tokens.length === 0 && !matches.has(c.at) && matches.has(c.at + 1))
      .map((c) => c.at),
  );
  let current: FoundSection | null = null;
  let isAnnex = false;
  for (const [at, block] of document.entries()) {
    const match = matches.get(at);
    if (loneNumbers.has(at)) continue;
    if (match) {
      current = openSection(block, match, targets);
      if (loneNumbers.has(at - 1)) current.headings.unshift(document[at - 1]!);
      found.set(match.target, current);
      isAnnex = false;
    } else if (guidance.has(titleTokens(plainText([block])).join(' '))) out.leftovers.push(block);
    else {
      const turn = endsBody(block);
      if (turn) [current, isAnnex] = [null, turn === 'annex'];
      if (isAnnex && block.kind === 'table') out.annexTables.push(block);
      else (current?.blocks ?? out.leftovers).push(block);
    }
  }
  out.sections = [...found.entries()].sort(([a], [b]) => a - b).map(([, section]) => section);
  out.diagnostics = report(candidates, targets, matches, outOfOrder, out);
  return out;
}

/** `target` is the place in the outline. */
type Match = { candidate: Candidate; target: number; score: number };

/** The heading block, cut where the text of the section begins in the same paragraph. */
function openSection(block: Block, match: Match, targets: readonly Target[]): FoundSection {
  const code = targets[match.target]!.part.code;
  const { rest } = match.candidate;
  if (rest.length === 0 || block.kind !== 'paragraph') return { code, headings: [block], blocks: [] };
  const heading: Block = { ...block, inlines: block.inlines.slice(0, block.inlines.length - rest.length) };
  return { code, headings: [heading], blocks: [{ ...block, id: `${block.id}-text`, inlines: rest }] };
}

/** Where the body of a report ends: its annex, or the block of recipients and signature. */
function endsBody(block: Block): 'annex' | 'ending' | null {
  if (block.kind === 'list') return null;
  const words = plainText([block]).trim();
  if (/^\s*nơi nhận\s*:?/imu.test(words) && words.length < 1500) return 'ending';
  if (block.kind === 'table') return null;
  // "Phụ lục" as a title, or "BIỂU SỐ 1" in capitals: a caption "Biểu 1. …" stands above a table of the text itself.
  const isShort = words.split(/\s+/).length <= 15 && !/[.;]$/.test(words);
  const isTitle = /^phụ lục(?=$|[\s:.\d])/iu.test(words) || /^BIỂU(?=$|[\s:.\d])/u.test(words);
  return isTitle && (isShort || block.kind === 'heading') ? 'annex' : null;
}

/** The best assignment that keeps both orders, then the rest of those with the same words. By block place. */
function matchHeadings(candidates: readonly Candidate[], targets: readonly Target[]) {
  const matches = new Map<number, Match>();
  const outOfOrder: Match[] = [];
  const scores = candidates.map((candidate) => targets.map((target) => likeness(candidate, target)));
  for (const [i, j] of bestInOrder(scores, candidates.length, targets.length))
    matches.set(candidates[i]!.at, { candidate: candidates[i]!, target: j, score: scores[i]![j]! });
  const taken = new Set([...matches.values()].map((match) => match.target));
  for (const [i, candidate] of candidates.entries()) {
    if (matches.has(candidate.at)) continue;
    const target = scores[i]!.findIndex((score, j) => score >= 0.95 && !taken.has(j));
    if (target < 0) continue;
    taken.add(target);
    const match = { candidate, target, score: scores[i]![target]! };
    matches.set(candidate.at, match);
    outOfOrder.push(match);
  }
  return { matches, outOfOrder };
}

/** Pairs with the greatest sum of scores, increasing in both places. Candidates without any score cost nothing. */
function bestInOrder(scores: readonly number[][], n: number, m: number): [number, number][] {
  const rows = [...scores.keys()].filter((i) => scores[i]!.some((score) => score > 0));
  const best = Array.from({ length: rows.length + 1 }, () => new Float64Array(m + 1));
  for (let r = rows.length - 1; r >= 0; r--)
    for (let j = m - 1; j >= 0; j--) {
      const score = scores[rows[r]!]![j]!;
      const take = score > 0 ? score + best[r + 1]![j + 1]! : 0;
      best[r]![j] = Math.max(best[r + 1]![j]!, best[r]![j + 1]!, take);
    }
  const pairs: [number, number][] = [];
  for (let r = 0, j = 0; r < rows.length && j < m && n > 0; ) {
    const score = scores[rows[r]!]![j]!;
    if (score > 0 && best[r]![j] === score + best[r + 1]![j + 1]!) pairs.push([rows[r++]!, j++]);
    else if (best[r]![j] === best[r + 1]![j]!) r++;
    else j++;
  }
  return pairs;
}

function report(
  candidates: readonly Candidate[],
  targets: readonly Target[],
  matches: ReadonlyMap<number, Match>,
  outOfOrder: readonly Match[],
  out: FoundSections,
): Diagnostic[] {
  const taken = new Set([...matches.values()].map((match) => match.target));
  const missing = targets.filter((target, j) => target.part.required && !taken.has(j));
  const misnumbered = [...matches.values()].filter(({ candidate, target }) => {
    const wanted = targets[target]!.number;
    return candidate.number && wanted && candidate.number.split('.').at(-1) !== wanted.split('.').at(-1);
  });
  const doubled = candidates.filter(
    (c) =>
      !matches.has(c.at) &&
      c.strength >= 0.85 &&
      c.tokens.length > 1 &&
      targets.some((t, j) => taken.has(j) && t.tokens.join(' ') === c.tokens.join(' ')),
  );
  return [
    ...missing.map((target) => sectionDiagnostic('word-section-missing', target.part)),
    ...outOfOrder.map((m) =>
      sectionDiagnostic('word-section-order', targets[m.target]!.part, m.candidate.words),
    ),
    ...misnumbered.map((m) =>
      sectionDiagnostic('word-section-number', targets[m.target]!.part, m.candidate.words),
    ),
    ...doubled.map((c) => sectionDiagnostic('word-section-repeated', null, c.words)),
    ...(out.sections.length === 0 ? [sectionDiagnostic('word-no-sections', null)] : []),
    ...(out.leftovers.length > 0
      ? [sectionDiagnostic('word-leftovers', null, String(out.leftovers.length))]
      : []),
  ];
}
