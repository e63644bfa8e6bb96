// Numbers and symbols of documents, Party (82-KH/BDVTW) and State (130/KH-UBND, 06/2024/QĐ-UBND), and how a text cites them.

import type { LocalDate } from '#src/kernel/dates.ts';
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { find, findAll, phrase } from '../text/planes.ts';
import { readPoints } from './points.ts';

/** Kinds of documents, as their names begin a citation. Longer names first. */
export const kinds = [
  'Chương trình công tác',
  'Chương trình hành động',
  'Kế hoạch liên tịch',
  'Nghị quyết liên tịch',
  'Thông tư liên tịch',
  'Thông báo kết luận',
  'Hướng dẫn liên ngành',
  'Nghị quyết',
  'Nghị định',
  'Kết luận',
  'Chỉ thị',
  'Kế hoạch',
  'Quyết định',
  'Chương trình',
  'Hướng dẫn',
  'Công văn',
  'Công điện',
  'Thông báo',
  'Thông tri',
  'Thông tư',
  'Tờ trình',
  'Quy định',
  'Quy chế',
  'Báo cáo',
  'Đề án',
  'Pháp lệnh',
  'Bộ luật',
  'Luật',
  'Giấy mời',
  'Quy chế phối hợp',
];
const kindWords = kinds.map((k) => k.toLowerCase()).join('|');

/** A symbol where it stands: "82-KH/BDVTW" as tidied, its number, and its place. */
export type Symbol = { symbol: string; number: string | null; a: number; b: number };

const letters = '[\\p{L}][\\p{L}\\d]*';
const symbolForm = phrase(
  `(?<![\\p{L}\\p{N}/]|[\\p{L}\\p{N}]\\.)(?:(?<no>\\d{1,5}[a-zđ]?) ?)?(?<rest>(?:[/] ?(?:19|20)\\d{2} ?)?[-–/] ?${letters}(?: ?[-–/] ?${letters}(?:\\.${letters})?){0,4})(?![\\p{L}\\p{N}])`,
);

/** Words in capitals (with the small letters of TTr, CTr, QĐi, HD) joined by dashes and slashes; a blank number allowed. */
export function readSymbols(p: Paragraph, start = 0, end = p.text.length): Symbol[] {
  const out: Symbol[] = [];
  for (const m of findAll(symbolForm, p, start, end)) {
    const raw = p.text.slice(m.index, m.index + m[0].length);
    const number = m.groups?.no ? p.text.slice(m.index, m.index + m.groups.no.length) : null;
    const symbol = raw.replace(/ /g, '').replace(/–/g, '-');
    if (!isSymbol(symbol, number)) continue;
    out.push({ symbol, number, a: m.index, b: m.index + m[0].length });
  }
  return out;
}

function isSymbol(symbol: string, number: string | null): boolean {
  const parts = symbol
    .slice(number?.length ?? 0)
    .split(/[-/]/)
    .filter((x) => x !== '');
  const named = parts.filter((x) => !/^\d+$/.test(x));
  if (named.length === 0 || !named.every(isAbbreviation)) return false;
  if (named.length === 1)
    return number !== null && (/\/\d{4}\/QH\d+$/i.test(symbol) || /^\d+[/-][A-ZĐ]{2,}/.test(symbol));
  return number !== null || /^[-/](?:\d{4}[-/])?(?:\p{Lu}{2,}|CTr|TTr|QĐi)[-/]/u.test(symbol);
}

function isAbbreviation(word: string): boolean {
  return (
    /^\p{Lu}/u.test(word) &&
    word.length <= 14 &&
    (word.match(/\p{Lu}/gu)?.length ?? 0) >= word.replace(/\d/g, '').length / 2
  );
}

/** A citation: "Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành …". */
export type Citation = {
  kind: string;
  symbol: string | null;
  number: string | null;
  date: LocalDate | null;
  issuer: Piece | null;
  /** The whole citation, issuer included. */
  piece: Piece;
};

/** "Nghị quyết … số 25-NQ/TW", and "Chỉ thị 40-CT/TW", where the whole symbol follows the kind at once. */
const citation = phrase(
  `<(?<kind>${kindWords})>(?:,? (?=\\d{1,5}[a-zđ]? ?[-–/] ?[\\p{L}\\d])|(?<name>[^;:.\\n]{0,140}?)(?:,? ?(?:số|sô) ?:? ?)(?=[\\d\\-/]))`,
  'dgu',
);
const datedAfter = phrase('^ ?,? ?\\(? ?(?:ký |ban hành )?ngày ');
const issuedBy = phrase('^ ?,? ?(?:\\p{L}+ )?của ');
const issuerEnd = phrase(
  '[,;:("“”]|(?<!tp)\\.|<(?:về|ban hành|và|quy định|hướng dẫn|phê duyệt|năm|thực hiện|khóa|thông qua|đã|tại|xây dựng|triển khai|như sau|số)>',
  'gu',
);

const remembered = new WeakMap<Paragraph, Citation[]>();

/** Every citation that carries a symbol, in order; those of the whole paragraph are remembered. */
export function readCitations(p: Paragraph, start = 0, end = p.text.length): Citation[] {
  if (start > 0 || end < p.text.length) return scan(p, start, end);
  const known = remembered.get(p) ?? scan(p, start, end);
  remembered.set(p, known);
  return known;
}

function scan(p: Paragraph, start: number, end: number): Citation[] {
  const out: Citation[] = [];
  let from = start;
  for (let m = find(citation, p, from); m && m.index < end; m = find(citation, p, from)) {
    const after = m.index + m[0].length;
    const symbol = readSymbols(p, after, Math.min(end, after + 60)).find((s) => s.a - after <= 1);
    if (!symbol) {
      from = m.index + 2;
      continue;
    }
    const nearest = nearestKind(p, m.index, symbol.a);
    const citationOf = complete(p, nearest.at, nearest.kind, symbol, end);
    out.push(citationOf);
    from = Math.max(citationOf.piece.b, after);
  }
  return out;
}

/** The last name of a kind before the number: in "Kế hoạch thực hiện Nghị quyết số 25" that is Nghị quyết. */
function nearestKind(p: Paragraph, from: number, to: number): { at: number; kind: string } {
  const names = findAll(phraseOfKinds, p, from, to);
  const isCapital = (at: number) => p.plain || /\p{Lu}/u.test(p.text[at] ?? '');
  const name = names.filter((x) => isCapital(x.index)).at(-1) ?? names[0];
  return name
    ? { at: name.index, kind: p.text.slice(name.index, name.index + name[0].length) }
    : { at: from, kind: '' };
}
const phraseOfKinds = phrase(`<(?:${kindWords})>`);

function complete(p: Paragraph, at: number, kind: string, symbol: Symbol, end: number): Citation {
  let b = symbol.b;
  let date: LocalDate | null = null;
  const tail = cut(p, b, Math.min(end, b + 24));
  if (find(datedAfter, tail)) {
    const point = readPoints(p, null).find((x) => x.a >= b && x.a <= b + 10 && x.precision === 'day');
    if (point) {
      date = point.range ? null : point.from;
      b = point.b;
    }
  }
  date ??= dateBefore(p, at);
  const by = find(issuedBy, cut(p, b, Math.min(end, b + 40)));
  let issuer: Piece | null = null;
  if (by) {
    const a = b + by.index + by[0].length;
    const stop = find(issuerEnd, p, a);
    const piece = tidy({ p, a, b: Math.min(end, stop?.index ?? p.text.length, a + 120) });
    if (piece.b > piece.a) {
      issuer = piece;
      b = piece.b;
    }
  }
  return { kind, symbol: symbol.symbol, number: symbol.number, date, issuer, piece: { p, a: at, b } };
}

/** "Ngày 24 tháng 12 năm 2020, Thủ tướng Chính phủ ban hành Quyết định …": the date stands before. */
function dateBefore(p: Paragraph, at: number): LocalDate | null {
  const from = Math.max(0, at - 140);
  const m = find(issuedThen, cut(p, from, at));
  if (!m) return null;
  const point = readPoints(p, null).find((x) => x.a >= from + m.index && x.b <= at && x.precision === 'day');
  return point && !point.range ? point.from : null;
}
const issuedThen = phrase('<ngày [^,.;]{6,30},? [^,.;]{4,70} (?:ký )?ban hành $');

const cut = (p: Paragraph, a: number, b: number) => ({
  plain: p.plain,
  marked: p.marked.slice(a, b),
  bare: p.bare.slice(a, b),
});
