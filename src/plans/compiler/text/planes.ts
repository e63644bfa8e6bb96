// Two readings of a text, character for character: `marked` (lower case, one tone placement) and `bare` (no diacritics).
// A phrase is written once, in Vietnamese, and is looked for in either.

const placement: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
const oldPlacement = new RegExp(`(?<!q)(?:${Object.keys(placement).join('|')})(?!\\p{L})`, 'gu');

const bareOf = new Map<string, string>();

/** One character without its diacritics; always one character. */
function bareLetter(letter: string): string {
  const known = bareOf.get(letter);
  if (known !== undefined) return known;
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd').replace('Đ', 'D');
  const out = plain.length === letter.length ? plain : letter;
  bareOf.set(letter, out);
  return out;
}

/** Without diacritics, case kept; as long as the text, whatever it holds. */
export function stripMarks(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    out += letter < '\u00c0' ? letter : bareLetter(letter);
  }
  return out;
}

function lower(text: string): string {
  const whole = text.toLowerCase();
  if (whole.length === text.length) return whole;
  return [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
}

/** Lower case and new tone placement (uỷ → ủy); as long as the text. */
export function markedPlane(text: string): string {
  return lower(text).replace(oldPlacement, (pair) => placement[pair] ?? pair);
}

export function barePlane(text: string): string {
  return lower(stripMarks(text));
}

/** A phrase compiled for both planes. */
export type Phrase = { marked: RegExp; bare: RegExp };

/**
 * Compiles a phrase written in Vietnamese, as a regular expression in lower case. A space also matches where the
 * text has lost it, except before `\p`: "(?: \p{L}+){0,6}", words of any kind, must know where each word begins,
 * or it would try every way to cut the letters. `<` and `>` stand for the edges of a word.
 */
export function phrase(source: string, flags = 'gu'): Phrase {
  const spaced = source
    .normalize('NFC')
    .replace(oldPlacement, (pair) => placement[pair] ?? pair)
    .replace(/ (?![?*+{]|\\p)/g, ' ?')
    .replace(/(?<!\(\?|\\k)<(?![=!])/g, '(?<![\\p{L}\\p{N}])')
    .replace(/(?<!\(\?<\w+|\\k<\w+)>/g, '(?![\\p{L}\\p{N}])');
  return { marked: new RegExp(spaced, flags), bare: new RegExp(stripMarks(spaced), flags) };
}

/** Anything with both planes: a paragraph, or a part of one. */
export type Readable = { marked: string; bare: string; plain: boolean };

const patternFor = (p: Phrase, r: Readable) => (r.plain ? p.bare : p.marked);
const planeOf = (r: Readable) => (r.plain ? r.bare : r.marked);

/** The first match in [from, end). Nothing past `end` is looked at, so that many short looks at a long text stay cheap. */
export function find(
  p: Phrase,
  r: Readable,
  from = 0,
  end = Number.POSITIVE_INFINITY,
): RegExpExecArray | null {
  const pattern = patternFor(p, r);
  const plane = planeOf(r);
  pattern.lastIndex = from;
  return pattern.exec(end < plane.length ? plane.slice(0, end) : plane);
}

export function findAll(
  p: Phrase,
  r: Readable,
  start = 0,
  end = Number.POSITIVE_INFINITY,
): RegExpExecArray[] {
  const pattern = patternFor(p, r);
  pattern.lastIndex = start;
  const whole = planeOf(r);
  const plane = end < whole.length ? whole.slice(0, end) : whole;
  const out: RegExpExecArray[] = [];
  for (let m = pattern.exec(plane); m; m = pattern.exec(plane)) {
    if (m[0] === '') pattern.lastIndex++;
    else out.push(m);
  }
  return out;
}

/** The part [a, b) of a paragraph, in both planes. */
export const view = (r: Readable, a: number, b: number): Readable => ({
  plain: r.plain,
  marked: r.marked.slice(a, b),
  bare: r.bare.slice(a, b),
});

/** True when the phrase is found in [a, b) of a paragraph. */
export const says = (s: { p: Readable; a: number; b: number }, look: Phrase): boolean =>
  find(look, view(s.p, s.a, s.b)) !== null;
