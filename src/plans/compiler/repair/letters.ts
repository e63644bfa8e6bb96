// Letters: byte-order marks, line ends, odd spaces, and letters written as base + combining marks.
import { type Edit, type Mapped, MappedBuilder, rewrite } from '../text/mapped.ts';

const oddities: Record<string, string> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u3000': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\ufeff': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\u00ad': '',
  '\u0000': '',
  '\r\n': '\n',
  '\r': '\n',
  '\f': '\n',
  '\v': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
  ﬁ: 'fi',
  ﬂ: 'fl',
  '‑': '-',
  '−': '-',
  '\u2010': '-',
  // Đ written as the Icelandic or African letter that looks the same
  Ð: 'Đ',
  ð: 'đ',
  Ɖ: 'Đ',
};
const odd = new RegExp(
  `\\r\\n|[${Object.keys(oddities)
    .filter((k) => k.length === 1)
    .join('')}]`,
  'g',
);

/** No marks of order or joining; one kind of line end; one kind of space; real Đ. */
export function repairSpacesAndLineEnds(m: Mapped): Mapped {
  const edits: Edit[] = [];
  for (const match of m.text.matchAll(odd))
    edits.push({ start: match.index, end: match.index + match[0].length, text: oddities[match[0]] ?? ' ' });
  return rewrite(m, edits);
}

const cluster = /[\s\S][\u0300-\u036f]+/gu;

/** Composed letters (NFC); every letter keeps the place of all its parts. */
export function composeLetters(m: Mapped): Mapped {
  if (m.text.normalize('NFC') === m.text) return m;
  const out = new MappedBuilder();
  let done = 0;
  for (const match of m.text.matchAll(cluster)) {
    const composed = match[0].slice(0, 16).normalize('NFC');
    out.copy(m, done, match.index);
    const end = match.index + match[0].length;
    out.push(composed, m.from[match.index]!, m.to[end - 1]!);
    done = end;
  }
  out.copy(m, done, m.text.length);
  return out.build();
}
