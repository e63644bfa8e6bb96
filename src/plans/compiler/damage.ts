// For tests and benchmarks only: harms a clean plan as real files are harmed, so that the repairs can be measured.
import { decodeTcvn3, letterOf } from './repair/tcvn3.ts';
import { decoded, decodeVni } from './repair/vni.ts';
import { stripMarks } from './text/planes.ts';
import { isSyllable, isTonedVowel } from './text/syllable.ts';

export type Damage = {
  name: string;
  harm: (text: string) => string /** Reads a span of the harmed text as its words. */;
  read: (part: string) => string;
  flavour?: 'html';
};

const tcvn3Code = new Map([...letterOf].map(([code, letter]) => [letter, code]));
const vniCode = new Map([...decoded].map(([code, letter]) => [letter, code]));
const asIs = (text: string) => text;

/** Every letter by its code; a capital without one by its small letter's. */
const encode = (codes: ReadonlyMap<string, string>) => (text: string) =>
  [...text.normalize('NFC')]
    .map((c) => codes.get(c) ?? (c > '\u007f' ? (codes.get(c.toLowerCase()) ?? c) : c))
    .join('');

const entityNames: Record<string, string> = {
  à: 'agrave',
  á: 'aacute',
  â: 'acirc',
  ã: 'atilde',
  è: 'egrave',
  é: 'eacute',
  ê: 'ecirc',
  ì: 'igrave',
  í: 'iacute',
  ò: 'ograve',
  ó: 'oacute',
  ô: 'ocirc',
  õ: 'otilde',
  ù: 'ugrave',
  ú: 'uacute',
  ý: 'yacute',
  Đ: '#272',
  '“': 'ldquo',
  '”': 'rdquo',
  '&': 'amp',
};

function toHtml(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/[&<>]|[^\p{ASCII}]/gu, (c) => (entityNames[c] ? `&${entityNames[c]};` : c)));
  return `<html><head><title>Trang</title><script>var a = "<p>";</script></head><body>${lines.map((l) => (l.trim() === '' ? '<p>&nbsp;</p>' : `<p><span style="x">${l}</span></p>`)).join('\n\n')}</body></html>`;
}

const fromHtml = (part: string) =>
  part
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(#?\w+);/g,
      (_, name: string) => Object.entries(entityNames).find(([, n]) => n === name)?.[0] ?? ' ',
    );

/** As the PDF text layer does: the space after many toned syllables is gone, where the two are then no syllable together. */
function loseSpaces(text: string): string {
  let n = 0;
  return text.replace(/(\p{L}+) (\p{Ll}+)/gu, (whole, a: string, b: string) =>
    isTonedVowel(a.at(-1)!) && isSyllable(a) && isSyllable(b) && !isSyllable(a + b) && n++ % 3 === 0
      ? a + b
      : whole,
  );
}

const spaceLetters = (text: string) =>
  text.replace(/^[IVX]+[.-] [^\p{Ll}\n]{6,}$/gmu, (line) =>
    line
      .split(' ')
      .map((w) => [...w].join(' '))
      .join('   '),
  );

const wrap = (text: string) =>
  text
    .split('\n')
    .map((line) => (line.includes('|') ? line : line.replace(/(.{60,78}) /g, '$1\n')))
    .join('\n');

/** Every way in which a text is harmed and must still read the same. */
export const damages: Damage[] = [
  { name: 'decomposed letters (NFD)', harm: (t) => t.normalize('NFD'), read: asIs },
  {
    name: 'BOM, CRLF, no-break spaces',
    harm: (t) => `\ufeff${t.replaceAll('\n', '\r\n').replace(/ (?=\d)/g, '\u00a0')}`,
    read: asIs,
  },
  { name: 'TCVN3 in UTF-8', harm: encode(tcvn3Code), read: decodeTcvn3 },
  { name: 'VNI in UTF-8', harm: encode(vniCode), read: decodeVni },
  { name: 'HTML of a CMS', harm: toHtml, read: fromHtml, flavour: 'html' },
  { name: 'spaces lost by PDF', harm: loseSpaces, read: asIs },
  { name: 'letter-spaced headings', harm: spaceLetters, read: asIs },
  { name: 'hard wraps', harm: wrap, read: asIs },
  {
    name: 'tone marks of the other school',
    harm: (t) =>
      t.replace(/(?<![qQ])(?:ủy|Ủy)/g, (w) => (w[0] === 'Ủ' ? 'Uỷ' : 'uỷ')).replace(/hóa(?!\p{L})/gu, 'hoá'),
    read: asIs,
  },
];

export const withoutMarks = stripMarks;
