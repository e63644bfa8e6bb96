// VNI fonts (VNI-Times …): a base letter followed by a mark, both in the places of Latin-1.
import { type Mapped, replaceAll } from '../text/mapped.ts';

const tones = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const plain = 'øùûõï';
const circumflex = 'àáåãä';
const breve = 'èéúüë';

const single: Record<string, string> = {
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  ñ: 'đ',
  î: 'ỵ',
  ô: 'ơ',
  ö: 'ư',
  Ì: 'Ì',
  Í: 'Í',
  Æ: 'Ỉ',
  Ó: 'Ĩ',
  Ò: 'Ị',
  Ñ: 'Đ',
  Î: 'Ỵ',
  Ô: 'Ơ',
  Ö: 'Ư',
};

/** Code (one or two characters) → letter. */
export const decoded = new Map<string, string>();
const add = (code: string, letter: string) => {
  decoded.set(code, letter.normalize('NFC'));
  decoded.set(code[0]! + code.slice(1).toUpperCase(), letter.normalize('NFC'));
};
const bases = ['a', 'e', 'o', 'u', 'y', 'ô', 'ö', 'A', 'E', 'O', 'U', 'Y', 'Ô', 'Ö'];
for (const base of bases)
  for (const [i, mark] of [...plain].entries()) add(base + mark, (single[base] ?? base) + tones[i]);
for (const base of 'aeoAEO') {
  add(`${base}â`, `${base}\u0302`);
  for (const [i, mark] of [...circumflex].entries()) add(base + mark, `${base}\u0302${tones[i]}`);
}
for (const base of 'aA') {
  add(`${base}ê`, `${base}\u0306`);
  for (const [i, mark] of [...breve].entries()) add(base + mark, `${base}\u0306${tones[i]}`);
}
for (const [code, letter] of Object.entries(single)) decoded.set(code, letter);

const coded = /[aeouyôöAEOUYÔÖ][øùûõïàáåãäèéúüëâêØÙÛÕÏÀÁÅÃÄÈÉÚÜËÂÊ]|[ìíæóòñîôöÌÍÆÓÒÑÎÔÖ]/g;

/** The text as the VNI fonts would show it. */
export function decodeVni(text: string): string {
  return text.replace(coded, (code) => decoded.get(code) ?? code);
}

export function repairVni(m: Mapped): Mapped {
  return replaceAll(m, coded, (match) => decoded.get(match[0]) ?? null);
}
