// A cell of a list taken apart: its number and notes put aside, then the ways it falls into a name and what is above it.
import { type Part, partOf } from './readings.ts';

/** `former`: "(cũ)" was said of it. */
export type Cell = { text: string; former: boolean };

/** What stands before a name in a list: a number, a letter, a dash. A lone "X." is a xã. */
const listMark =
  /^\s*(?:\(?\d{1,3}(?:\.\d{1,2})*[.)]|\d{1,3}(?:\.\d{1,2})*\/(?=\s)|\(?[a-eđ]\)|(?:[IVX]{2,5}|[IV])\.(?=\s)|[-–—•*+](?=\s))\s*/u;
const note = /[([](?:để )?(?:báo cáo|b\/c|biết|phối hợp|thực hiện|theo dõi)[^)\]]*[)\]]/giu;
const former = /\s*[([](?:cũ|trước đây)[)\]]|\s+cũ(?=\s*(?:$|[,;]))/u;

const types =
  '(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn';
/** "Tiền Giang (tỉnh)", "Quảng Ninh (UBND tỉnh)": what it is after the name, in brackets. */
const typeBehind = new RegExp(`^([^(]+?)\\s*\\(((?:(?:UBND|HĐND)\\s+)?(?:${types}))\\)\\s*$`, 'iu');
/** The name alone, without its number in a list and the note of a recipient; its type in front. */
export function cellOf(typed: string): Cell {
  let text = typed.normalize('NFC').replace(note, '');
  for (let before = ''; before !== text; ) [before, text] = [text, text.replace(listMark, '')];
  const isFormer = former.test(text);
  text = text.replace(former, '').replace(typeBehind, '$2 $1');
  return { text, former: isFormer };
}

/** A bracket behind a name that holds no name: "(BCĐ)", "(BC số 125)", "(2 bản)". In a text with both cases only. */
export function withoutNotes(text: string): string | null {
  const bare = text.replace(/\s*[([]([^)\]]*)[)\]]/gu, (whole, held: string) =>
    /\p{Lu}\p{Ll}|\p{Lu}{5}/u.test(held) ? whole : '',
  );
  return bare !== text && /\p{Lu}\p{Ll}/u.test(bare) ? bare : null;
}

const hard = /[,;:()[\]/\n]+/u;
const soft = /[,;:()[\]/\n]+|\s[-–—]+\s|[–—]/u;
const tight = /[,;:()[\]/\n–—-]+/u;

/** Where a word inside a spelling opens a second name: "huyện Châu Thành tỉnh Hậu Giang". */
const opening =
  /(?<=\S)\s+(?:(?:trực thuộc|thuộc|của|tại)\s+)?(?=(?:(?:tỉnh|tinh|thành phố|thanh pho|huyện|huyen|quận|quan|thị xã|thi xa|t\.?p\.?|t\.?x\.?)[\s.]|[hqt]\.|q\.?\s*\d)\s*\S)/giu;

const splits: ((text: string) => string[])[] = [
  (text) => text.split(hard),
  (text) => text.split(soft),
  (text) => {
    const parts = text.split(opening);
    return parts.length > 2 ? [parts.slice(0, -1).join(' '), parts.at(-1)!] : parts;
  },
  (text) => text.split(opening),
  (text) => text.split(hard).flatMap((part) => part.split(opening)),
  (text) => text.split(tight),
];
const mostParts = 5;

/** The parts at separators, the fewest first; each way is given once and has two parts or more. */
export function* partings(text: string): Generator<Part[]> {
  const seen = new Set<string>();
  for (const split of splits) {
    const texts = split(text).filter((part) => /[\p{L}\p{N}]/u.test(part));
    const key = texts.join('|');
    if (texts.length < 2 || texts.length > mostParts || seen.has(key)) continue;
    seen.add(key);
    yield texts.map((part) => partOf(part));
  }
}
