// The marks inside a line of the Markdown subset, both ways. Pure.
import { canonicalInlines } from './canonical.ts';
import type { Inline } from './model.ts';

type TextRun = Extract<Inline, { kind: 'text' }>;
type Marks = { bold: boolean; italic: boolean };
type Token = { at: number } & (
  | { kind: 'words'; text: string }
  | { kind: 'stars'; count: number; before: boolean; after: boolean }
  | { kind: 'link'; label: string; href: string }
  | { kind: 'inline'; inline: Inline }
);

/** Written so that `readInlines` gives the same inlines again. A line end inside is a backslash and a line end. */
export function writeInlines(inlines: readonly Inline[], isInCell = false): string {
  let out = '';
  let open: Marks = { bold: false, italic: false };
  for (const inline of [...canonicalInlines(inlines), null]) {
    const wanted = inline?.kind === 'text' ? marksOf(inline) : { bold: false, italic: false };
    out += toggles(open, wanted);
    open = wanted;
    if (inline) out += writeInline(inline, isInCell);
  }
  return out;
}

function marksOf(run: TextRun): Marks {
  return { bold: run.bold === true, italic: run.italic === true };
}

function toggles(from: Marks, to: Marks): string {
  return (from.bold !== to.bold ? '**' : '') + (from.italic !== to.italic ? '*' : '');
}

function writeInline(inline: Inline, isInCell: boolean): string {
  const escapeIn = (text: string, special: RegExp) => {
    const escaped = text.replace(special, '\\$&');
    return isInCell ? escaped.replaceAll('|', '\\|') : escaped;
  };
  if (inline.kind === 'citation') return `[^e:${escapeIn(inline.evidenceId, /[\\[\]\n]/g)}]`;
  if (inline.kind === 'figure') return `{{${escapeIn(inline.ref, /[\\{}\n]/g)}}}`;
  if (inline.kind === 'footnote') return `^[${escapeIn(inline.text, /[\\[\]\n]/g)}]`;
  const words = escapeIn(inline.text, inline.href ? /[\\*[\]{^\n]/g : /[\\*[{^\n]/g);
  return inline.href ? `[${words}](${escapeIn(inline.href, /[\\()]/g)})` : words;
}

/** Any text reads as inlines: a mark that is not closed is an ordinary character. */
export function readInlines(source: string): Inline[] {
  return canonicalInlines(readRuns(source, { bold: false, italic: false }));
}

function readRuns(source: string, outer: Marks): Inline[] {
  const tokens = tokenize(source);
  const first = walk(tokens, outer, { bold: Infinity, italic: Infinity });
  if (first.open.bold === Infinity && first.open.italic === Infinity) return first.inlines;
  // A mark still open at the end was never one: from its opener on, nothing closed it, so its stars are characters.
  return walk(tokens, outer, first.open).inlines;
}

/** For each mark a place in the source, or Infinity. */
type Places = Record<keyof Marks, number>;

/** Goes over the tokens; from `literalFrom` on a mark's stars are only characters. `open` is where a mark was left open. */
function walk(tokens: Token[], outer: Marks, literalFrom: Places): { inlines: Inline[]; open: Places } {
  const marks = { ...outer };
  const open: Places = { bold: Infinity, italic: Infinity };
  const out: Inline[] = [];
  const say = (text: string, href?: string) => out.push(run(text, marks, href));
  for (const token of tokens) {
    if (token.kind === 'words') say(token.text);
    else if (token.kind === 'inline') out.push(token.inline);
    else if (token.kind === 'link')
      for (const inner of readRuns(token.label, marks))
        out.push(inner.kind === 'text' ? { ...inner, href: token.href } : inner);
    else say(turn(token, marks, outer, literalFrom, open));
  }
  return { inlines: out, open };
}

/** Opens or closes what a run of stars means; returns the stars that are only characters. */
function turn(
  token: Extract<Token, { kind: 'stars' }>,
  marks: Marks,
  outer: Marks,
  literalFrom: Places,
  open: Places,
): string {
  if (token.count > 3) return '*'.repeat(token.count);
  let rest = '';
  const kinds: (keyof Marks)[] =
    token.count === 1 ? ['italic'] : token.count === 2 ? ['bold'] : ['bold', 'italic'];
  for (const kind of kinds) {
    const isOpening = marks[kind] === outer[kind];
    const isMark = (isOpening ? token.after : token.before) && token.at < literalFrom[kind];
    if (!isMark) rest += kind === 'bold' ? '**' : '*';
    else {
      marks[kind] = !marks[kind];
      open[kind] = isOpening ? token.at : Infinity;
    }
  }
  return rest;
}

function run(text: string, marks: Marks, href?: string): TextRun {
  return {
    kind: 'text',
    text,
    ...(marks.bold ? { bold: true as const } : {}),
    ...(marks.italic ? { italic: true as const } : {}),
    ...(href ? { href } : {}),
  };
}

const unescaped = (text: string) => text.replace(/\\([\s\S])/g, '$1');
const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char);

// No pattern may run past the next opener of its kind, so that reading is linear in the length of the text.
const patterns: [RegExp, (match: RegExpExecArray) => Token | null][] = [
  [/\\([!-/:-@[-`{-~\n])/y, (m) => ({ at: m.index, kind: 'words', text: m[1]! })],
  [/\*+/y, stars],
  [/\[\^e:((?:[^\\[\]]|\\[\s\S])+)\]/y, (m) => named(m, { kind: 'citation', evidenceId: unescaped(m[1]!) })],
  [/\^\[((?:[^\\[\]]|\\[\s\S])+)\]/y, (m) => named(m, { kind: 'footnote', text: unescaped(m[1]!) })],
  [/\{\{((?:[^\\{}]|\\[\s\S])+)\}\}/y, (m) => named(m, { kind: 'figure', ref: unescaped(m[1]!) })],
  [
    /\[((?:[^\\[\]]|\\[\s\S])+)\]\(((?:[^\\()\s]|\\[^\s])+)\)/y,
    (m) => ({ at: m.index, kind: 'link', label: m[1]!, href: unescaped(m[2]!) }),
  ],
];

function stars(m: RegExpExecArray): Token {
  const end = m.index + m[0].length;
  return {
    at: m.index,
    kind: 'stars',
    count: m[0].length,
    before: !isSpace(m.input[m.index - 1]),
    after: !isSpace(m.input[end]),
  };
}

function named(m: RegExpExecArray, inline: Inline): Token {
  return { at: m.index, kind: 'inline', inline };
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let words = '';
  let at = 0;
  const flush = () => {
    if (words) tokens.push({ at, kind: 'words', text: words });
    words = '';
  };
  while (at < source.length) {
    const found = tokenAt(source, at);
    if (!found) words += source[at++];
    else if (found.token.kind === 'words') [words, at] = [words + found.token.text, found.end];
    else {
      flush();
      tokens.push(found.token);
      at = found.end;
    }
  }
  flush();
  return tokens;
}

function tokenAt(source: string, at: number): { token: Token; end: number } | null {
  if (!'\\*[^{'.includes(source[at]!)) return null;
  for (const [pattern, make] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    const token = match && make(match);
    if (token) return { token, end: at + match[0].length };
  }
  return null;
}
