// How units are spelled: keys that forgive diacritics, tone marks, spaces, dashes and the usual short forms.
import { foldVietnamese, normalizeVietnamese } from '#src/kernel/vietnamese.ts';
import type { UnitKind } from './rules.ts';

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
    cq: 'co quan',
    dn: 'doanh nghiep',
    vp: 'van phong',
    bdv: 'ban dan van',
    htx: 'hop tac xa',
    lmhtx: 'lien minh hop tac xa',
    tncs: 'thanh nien cong san',
    tncshcm: 'thanh nien cong san ho chi minh',
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
    lhpn: 'lien hiep phu nu',
    ccb: 'cuu chien binh',
    ldld: 'lien doan lao dong',
    khkt: 'khoa hoc va ky thuat',
    vhnt: 'van hoc nghe thuat',
    ptnt: 'phat trien nong thon',
    tand: 'toa an nhan dan',
    vksnd: 'vien kiem sat nhan dan',
    ksnd: 'kiem sat nhan dan',
    tnxp: 'thanh nien xung phong',
  }),
);

/**
 * "T.Ư" and, between small letters, "TƯ" are Trung ương. In capitals "TƯ" may be a word ("BỘ TƯ PHÁP"), and "TU"
 * may be tỉnh ủy: those are left alone.
 */
function writeOutCentre(text: string): string {
  const dotted = text.replace(/(?<!\p{L})T\.Ư\.?(?!\p{L})/giu, ' tw ');
  return /\p{Ll}/u.test(text) ? dotted.replace(/(?<!\p{L})TƯ(?!\p{L})/gu, ' tw ') : dotted;
}

/** "TU" before a name, between small letters, is a provincial or city Party committee. */
function writeOutCommittee(text: string): string {
  return /\p{Ll}/u.test(text) ? text.replace(/(?<!\p{L})TU(?=\s+\p{Lu})/gu, 'tỉnh thành ủy') : text;
}

/** The words of a spelling with short forms written out, without diacritics. */
export function wordsOf(text: string): string[] {
  return (
    searchKey(writeOutCommittee(writeOutCentre(text.normalize('NFC').replace(/[Ðð]/gu, 'đ'))))
      .replace(/([a-z])(\d)/g, '$1 $2')
      .replace(/\bt p\b/g, 'tp')
      .replace(/\bt w\b/g, 'tw')
      // Written together: "CATW", "MTTQVN", "LHPNVN".
      .replace(/\b([a-z]{2,})(tw|vn)\b/g, '$1 $2')
      .replace(/\bca tw\b/g, 'cong an tw')
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

/**
 * A prefix of a name, glued, and the kinds of unit it can stand before. `city`: before a province or its committee it
 * says that this is a city, so "Thành ủy Nam Định" is that of the district city, not of the province. `type`: the Party
 * committee of a town is that of the town, where a district has the same name.
 */
export type Prefix = { key: string; kinds: readonly UnitKind[]; city: boolean; type: string | null };

const committee: readonly UnitKind[] = ['provincial-party-committee'];
const province: readonly UnitKind[] = ['province'];
const district: readonly UnitKind[] = ['district'];
const commune: readonly UnitKind[] = ['commune'];
const caucus: readonly UnitKind[] = ['party-caucus'];
const civil: readonly UnitKind[] = ['civil-affairs-committee'];

const spelled: [string, readonly UnitKind[]][] = [
  ['tinh uy', committee],
  ['tinh uy tinh', committee],
  ['tinh thanh uy', committee],
  ['thanh uy thanh pho', [...committee, ...district]],
  ['huyen uy huyen', district],
  ['van phong tinh uy', committee],
  ['van phong thanh uy', [...committee, ...district]],
  ['thanh uy', [...committee, ...district]],
  ['dang bo tinh', committee],
  ['dang bo thanh pho', [...committee, ...district]],
  ['dang uy', ['central-party-committee', ...commune]],
  ['dang bo', ['central-party-committee', ...commune]],
  ['huyen uy', district],
  ['quan uy', district],
  ['thi uy', district],
  ['tinh', province],
  ['thanh pho truc thuoc trung uong', province],
  ['thanh pho thuoc tinh', district],
  ['thanh pho', [...province, ...district]],
  ['thu do', province],
  ['huyen', district],
  ['quan', district],
  ['thi xa', district],
  ['xa', commune],
  ['phuong', commune],
  ['thi tran', commune],
  ['dac khu', commune],
  ['ban can su dang', civil],
  ['ban can su', civil],
  ['dang doan', caucus],
  ['dang doan trung uong', caucus],
];

const committeeTypes: ReadonlyMap<string, string> = new Map([
  ['huyen uy', 'Huyện'],
  ['quan uy', 'Quận'],
  ['thi uy', 'Thị xã'],
]);

const longestFirst = (a: { key: string }, b: { key: string }): number => b.key.length - a.key.length;

/** Longest first, so that "tỉnh ủy" is not taken for "tỉnh". */
export const prefixes: readonly Prefix[] = spelled
  .map(([text, kinds]) => ({
    key: glue(text.split(' ')),
    kinds,
    city: /thanh (uy|pho)/.test(text) && !text.startsWith('tinh'),
    type: committeeTypes.get(text) ?? null,
  }))
  .sort(longestFirst);

/** What stands around a name in a list of recipients: a number, a dash, "(để báo cáo)". */
const listMark = /^\s*(?:\d{1,2}[.)]|[-–—•*+])\s+/u;
const note = /\((?:để )?(?:báo cáo|b\/c|biết|phối hợp|thực hiện|theo dõi)[^)]*\)/giu;

/** "Tiền Giang (tỉnh)": its type after the name, in brackets. */
const typeBehind = /^(.+?)\s*\((tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\)\s*$/iu;

/** The name alone, without its number in a list and the note of a recipient; its type in front. */
export function bareName(text: string): string {
  return text.normalize('NFC').replace(listMark, '').replace(note, '').replace(typeBehind, '$2 $1');
}

/** Single letters count as a prefix only as a word of their own. */
export const letterPrefixes: ReadonlyMap<string, readonly UnitKind[]> = new Map([
  ['h', district],
  ['q', district],
  ['x', commune],
  ['p', commune],
  ['tt', commune],
]);

/** Words that open the name of a territory inside a longer spelling: "huyện Châu Thành tỉnh Hậu Giang". */
export const innerPrefixes: readonly string[][] = ['tinh', 'thanh pho', 'huyen', 'quan', 'thi xa'].map(
  (text) => text.split(' '),
);

/** Offices of a unit, glued; they stand before its name and do not change whom it means. */
export const offices: readonly { key: string }[] = [
  'ban thuong vu',
  'ban chap hanh',
  'thuong truc',
  'uy ban nhan dan',
  'hoi dong nhan dan',
  'thuong truc hoi dong nhan dan',
  'bao cao cua',
]
  .map((text) => ({ key: glue(text.split(' ')) }))
  .sort(longestFirst);

const types = /^(tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu|tỉnh ủy|thành ủy) /iu;

/** A full name without the word for its type: "Quận 1" → "1". */
export function withoutType(fullName: string): string {
  return fullName.replace(types, '');
}

/** The short name: without its type, but "Quận 1" and "Phường 5" whole. */
export function shortNameOf(fullName: string): string {
  const bare = withoutType(fullName.trim()).replace(/^(ban cán sự đảng|đảng đoàn) /iu, '');
  return bare === '' || /^\d+$/.test(bare) ? fullName.trim() : bare;
}
