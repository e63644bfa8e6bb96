// How units are spelled: keys that forgive diacritics, tone marks, spaces, dashes and the usual short forms.
import { fromRoman } from '#src/kernel/roman.ts';
import { foldVietnamese, normalizeVietnamese } from '#src/kernel/vietnamese.ts';

/** Lower case without diacritics, one space between words, no punctuation; numbers without leading zeros. */
export function searchKey(text: string): string {
  return foldVietnamese(text)
    .replace(/&/g, ' va ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b0+(\d)/g, '$1')
    .trim();
}

/** Short words that papers use for long ones; applied to names and to what people type alike. */
const expansions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tp: 'thanh pho',
    tx: 'thi xa',
    tw: 'trung uong',
    vp: 'van phong',
    ubnd: 'uy ban nhan dan',
    hdnd: 'hoi dong nhan dan',
    bcsd: 'ban can su dang',
    bcs: 'ban can su',
    btv: 'ban thuong vu',
    bch: 'ban chap hanh',
    mttq: 'mat tran to quoc',
    vn: 'viet nam',
    hcm: 'ho chi minh',
    tphcm: 'thanh pho ho chi minh',
    tphn: 'thanh pho ha noi',
  }),
);

/**
 * "T.Ư" and, between small letters, "TƯ" are Trung ương. In capitals "TƯ" may be a word ("BỘ TƯ PHÁP"), and "TU"
 * may be tỉnh ủy: those are left alone.
 */
function writeOutCentre(text: string): string {
  if (!/Ư/iu.test(text)) return text;
  const dotted = text.replace(/(?<!\p{L})T\.Ư\.?(?!\p{L})/giu, ' tw ');
  return /\p{Ll}/u.test(text) ? dotted.replace(/(?<!\p{L})TƯ(?!\p{L})/gu, ' tw ') : dotted;
}

/** "Quận IV", "Phường XII": wards and urban districts are numbered either way. */
const romanNumber = /(?<=(?<!\p{L})(?:quận|phường|[qp])[\s.]+)[IVX]{1,5}(?=\s*(?:$|[,;()–-]))/giu;

const writtenInDigits = (text: string): string =>
  /[IVX]/.test(text)
    ? text.replace(romanNumber, (n) => (n === n.toUpperCase() ? String(fromRoman(n) ?? n) : n))
    : text;

/** The words of a spelling with short forms written out, without diacritics. */
export function wordsOf(text: string): string[] {
  return (
    searchKey(writeOutCentre(writtenInDigits(text.normalize('NFC').replace(/[Ðð]/gu, 'đ'))))
      .replace(/([a-z])(\d)/g, '$1 $2')
      .replace(/\bt (pho|p|w|x|t)\b/g, (_, end: string) => (end === 'pho' ? 'tp' : `t${end}`))
      // "Ban Đối ngoại Trung ương Đảng" is the same commission.
      .replace(/\b(tw|trung uong) dang\b/g, '$1')
      .replace(/\btp(?!hcm\b|hn\b)(?=[a-z])/g, 'tp ')
      .split(' ')
      .filter(Boolean)
      .flatMap((word) => (expansions.get(word) ?? word).split(' '))
  );
}

/**
 * The key two spellings share: words glued, y as i, and k at the end of a syllable as c, so that "Đắk Lắk", "Đăk Lăk",
 * "Đắc Lắc" and "Daklak" meet.
 */
export function glue(words: readonly string[]): string {
  return words
    .join('')
    .replace(/k(?![haeiouy])/g, 'c')
    .replaceAll('y', 'i');
}

/** What is left to tell homonyms apart: the accented letters, tone placement and short forms evened out. */
export function accentKey(text: string): string {
  return normalizeVietnamese(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

export function hasAccents(text: string): boolean {
  return /[^\p{ASCII}–—“”‘’\s]/u.test(text);
}

const types = /^(tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu|tỉnh ủy|thành ủy) /iu;

/** "Huyện Châu Thành" → "Huyện"; null for a name without a type. */
export function typeOf(fullName: string): string | null {
  return types.exec(fullName)?.[1] ?? null;
}

/** A full name without the word for its type: "Quận 1" → "1". */
export function withoutType(fullName: string): string {
  return fullName.replace(types, '');
}

/** The short name: without its type, but "Quận 1" and "Phường 5" whole. */
export function shortNameOf(fullName: string): string {
  const bare = withoutType(fullName.trim()).replace(/^(ban cán sự đảng|đảng đoàn) /iu, '');
  return bare === '' || /^\d+$/.test(bare) ? fullName.trim() : bare;
}
