// Sentences of a paragraph.
import type { Paragraph } from '../layout/paragraph.ts';

/** Ranges of the sentences of a paragraph; ";" parts them when `clauses`. A stop inside a date or an abbreviation parts nothing. */
export function sentencesOf(p: Paragraph, clauses = false): { a: number; b: number }[] {
  const out: { a: number; b: number }[] = [];
  let a = p.start;
  let depth = 0;
  let scanned = p.start;
  const ends = clauses ? /[.!?;](?=\s|$)/g : /[.!?](?=\s+[\p{Lu}“"(]|\s*$)/gu;
  for (const m of p.text.matchAll(ends)) {
    if (m.index < a) continue;
    for (; scanned < m.index; scanned++)
      depth += p.text[scanned] === '(' ? 1 : p.text[scanned] === ')' && depth > 0 ? -1 : 0;
    if (depth > 0 && m.index - a < 600) continue;
    depth = 0;
    if (/(?:TP|TM|KT|TL|Tp|đ\/c|v\.v|^\d{1,2})$/u.test(p.text.slice(Math.max(a, m.index - 3), m.index)))
      continue;
    out.push({ a, b: m.index + 1 });
    a = m.index + 1;
    while (a < p.text.length && p.text[a] === ' ') a++;
  }
  if (a < p.text.length) out.push({ a, b: p.text.length });
  return out;
}
