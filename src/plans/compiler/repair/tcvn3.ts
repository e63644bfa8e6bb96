// TCVN 5712:1993 (ABC fonts: .VnTime …): one byte a letter, in the places of Latin-1. Capitals with tones use the small letters' codes.
import { type Mapped, replaceAll } from '../text/mapped.ts';

const small: [firstLetters: string, codes: string][] = [
  ['àảãáạ', 'µ¶·¸¹'],
  ['ăằẳẵắặ', '¨»¼½¾Æ'],
  ['âầẩẫấậ', '©ÇÈÉÊË'],
  ['èẻẽéẹ', 'ÌÎÏÐÑ'],
  ['êềểễếệ', 'ªÒÓÔÕÖ'],
  ['ìỉĩíị', '×ØÜÝÞ'],
  ['òỏõóọ', 'ßáâãä'],
  ['ôồổỗốộ', '«åæçèé'],
  ['ơờởỡớợ', '¬êëìíî'],
  ['ùủũúụ', 'ïñòóô'],
  ['ưừửữứự', '\u00adõö÷øù'],
  ['ỳỷỹýỵ', 'úûüýþ'],
  ['đ', '®'],
  ['ĂÂÊÔƠƯĐ', '¡¢£¤¥¦§'],
];

/** Code → letter. */
export const letterOf = new Map<string, string>();
for (const [letters, codes] of small)
  for (const [i, letter] of [...letters].entries()) letterOf.set([...codes][i]!, letter);

/** The text as the ABC fonts would show it; letters that are not of the font stay. */
export function decodeTcvn3(text: string): string {
  let out = '';
  for (const c of text) out += letterOf.get(c) ?? c;
  return out;
}

const coded = new RegExp(`[${[...letterOf.keys()].join('')}]`, 'g');

/** Decodes the text, and gives capitals back to words written in capitals (the font had hidden them). */
export function repairTcvn3(m: Mapped): Mapped {
  return restoreCapitals(replaceAll(m, coded, (match) => letterOf.get(match[0]) ?? null));
}

const word = /\p{L}+/gu;
const line = /[^\n]+/g;

function restoreCapitals(m: Mapped): Mapped {
  return replaceAll(m, line, (match) => {
    const wholeLine = isCapital(match[0]);
    return match[0].replace(word, (w) => (wholeLine || isCapitalWord(w) ? w.toUpperCase() : w));
  });
}

/** "MụC", "ĐíCH": a capital stands after the first letter, and no plain small letter anywhere. */
function isCapitalWord(w: string): boolean {
  return /\p{L}[A-ZĐĂÂÊÔƠƯ]/u.test(w) && !/[a-z]/.test(w);
}

function isCapital(text: string): boolean {
  return !/[a-z]/.test(text) && (text.match(/[A-Z]/g)?.length ?? 0) >= 4;
}
