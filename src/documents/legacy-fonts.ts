// Vietnamese typed in the fonts of the 1990s (TCVN3 "ABC", VNI) and decomposed text, made Unicode NFC. Pure.

export type LegacyEncoding = 'tcvn3' | 'vni';

const tcvn3From = '¡¢§£¤¥¦¨©®ª«¬\u00adµ¸¶·¹»¾¼½ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞßãáâäåèæçéêíëìîïóñòôõøö÷ùúýûüþ';
const tcvn3To = 'ĂÂĐÊÔƠƯăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';
const tcvn3 = new Map([...tcvn3From].map((char, i) => [char, [...tcvn3To][i]!]));

/** VNI: a base letter, then the mark as a letter of its own. Marks of a, e, o, u, y; then of ô (ơ) and ö (ư). */
const vniMarks: Record<string, string> = {
  aø: 'à',
  aù: 'á',
  aû: 'ả',
  aõ: 'ã',
  aï: 'ạ',
  aê: 'ă',
  aè: 'ằ',
  aé: 'ắ',
  aú: 'ẳ',
  aü: 'ẵ',
  aë: 'ặ',
  aâ: 'â',
  aà: 'ầ',
  aá: 'ấ',
  aå: 'ẩ',
  aã: 'ẫ',
  aä: 'ậ',
  eø: 'è',
  eù: 'é',
  eû: 'ẻ',
  eõ: 'ẽ',
  eï: 'ẹ',
  eâ: 'ê',
  eà: 'ề',
  eá: 'ế',
  eå: 'ể',
  eã: 'ễ',
  eä: 'ệ',
  oø: 'ò',
  où: 'ó',
  oû: 'ỏ',
  oõ: 'õ',
  oï: 'ọ',
  oâ: 'ô',
  oà: 'ồ',
  oá: 'ố',
  oå: 'ổ',
  oã: 'ỗ',
  oä: 'ộ',
  ôø: 'ờ',
  ôù: 'ớ',
  ôû: 'ở',
  ôõ: 'ỡ',
  ôï: 'ợ',
  uø: 'ù',
  uù: 'ú',
  uû: 'ủ',
  uõ: 'ũ',
  uï: 'ụ',
  öø: 'ừ',
  öù: 'ứ',
  öû: 'ử',
  öõ: 'ữ',
  öï: 'ự',
  yø: 'ỳ',
  yù: 'ý',
  yû: 'ỷ',
  yõ: 'ỹ',
};
const vniSingles: Record<string, string> = { ô: 'ơ', ö: 'ư', ñ: 'đ', î: 'ỵ', æ: 'ỉ', ó: 'ĩ', ò: 'ị' };

/** Letters that only Unicode text has: with one of these, words are not in a legacy font. */
const onlyUnicode = /[\u1ea0-\u1ef9ăđơưĂĐƠƯ]|\p{M}/u;
const tcvn3Signs =
  /[\p{L}¨©®ª«¬µ¸¶·¹][µ¸¶·¹¨»¾¼½©®ª«¬\u00ad]|[®§][\p{L}¬\u00ad]|\p{Ll}[ÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞÇÊÈÉËÆ]/gu;
const vniSigns = /[aeoy][øûï]|[aeo][åä]|[uöôy][øùûõï]|aë|aü|ñ[aeiouyôö]|ö[ôø]|[AEOY][ØÛÏ]|Ñ[AEIOUYÔÖ]/g;

/** The encoding that a font's name stands for: ".VnTime" TCVN3, "VNI-Times" VNI. */
export function encodingOfFont(font: string | null | undefined): LegacyEncoding | null {
  if (!font) return null;
  if (/^\.vn/i.test(font)) return 'tcvn3';
  return /^vni[-\s]/i.test(font) ? 'vni' : null;
}

/** The encoding that a text without font names looks to be in; null for Unicode and for other languages. */
export function detectEncoding(text: string): LegacyEncoding | null {
  if (onlyUnicode.test(text.normalize('NFC'))) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (signs: RegExp) => (text.match(signs)?.length ?? 0) / Math.max(letters, 20);
  const [asTcvn3, asVni] = [share(tcvn3Signs), share(vniSigns)];
  if (Math.max(asTcvn3, asVni) < 0.04) return null;
  return asTcvn3 >= asVni ? 'tcvn3' : 'vni';
}

/** Unicode for text in a legacy encoding. `isCapital` is for TCVN3's fonts of capitals (".VnTimeH"). */
export function decode(text: string, encoding: LegacyEncoding, isCapital = false): string {
  const out =
    encoding === 'tcvn3' ? [...text].map((char) => tcvn3.get(char) ?? char).join('') : decodeVni(text);
  return isCapital ? out.toLocaleUpperCase('vi') : out;
}

function decodeVni(text: string): string {
  return text.replace(/[aeouyôö][øùûõïêèéúüëâàáåãä]|[ôöñîæóò]/giu, (match) => {
    const lower = match.toLowerCase();
    const found = vniMarks[lower] ?? vniSingles[lower];
    if (found) return /^\p{Lu}/u.test(match) ? found.toUpperCase() : found;
    const [base = '', rest = ''] = [...match];
    return (vniSingles[base] ?? base) + rest;
  });
}

/**
 * Words as Unicode NFC. A font's name decides when there is one; `whole` is the encoding of the text around,
 * for words without a font name.
 */
export function repairText(text: string, font?: string | null, whole: LegacyEncoding | null = null): string {
  const encoding = font ? encodingOfFont(font) : onlyUnicode.test(text) ? null : whole;
  if (!encoding) return text.normalize('NFC');
  return decode(text, encoding, /^\.vn.*h$/i.test(font ?? '')).normalize('NFC');
}
