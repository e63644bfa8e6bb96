// Lines → paragraphs: hard wraps, page breaks in mid-sentence and dates broken across lines are joined.

import { readMark } from '#src/documents/marks.ts';
import { joinMapped, type Mapped } from '../text/mapped.ts';
import type { Line } from './lines.ts';
import { makeParagraph, type Paragraph } from './paragraph.ts';

/** No paragraph is joined from more lines. */
const longest = 80;

/** Paragraphs in the order of the text. `plain`: the whole text is without diacritics. */
export function joinLines(lines: readonly Line[], plain: boolean): Paragraph[] {
  const width = wrapWidth(lines);
  const out: Paragraph[] = [];
  let open: Mapped[] = [];
  let inTable = false;
  const close = () => {
    if (open.length > 0) out.push(makeParagraph(joinMapped(open, ' '), out.length, plain, inTable));
    open = [];
  };
  for (const line of lines) {
    if (line.table) {
      if (!inTable) close();
      if (!continuesCell(open, line, inTable)) close();
      open.push(line.source);
      inTable = true;
      continue;
    }
    if (inTable) close();
    inTable = false;
    const last = open.at(-1);
    if (!last || open.length >= longest || !continues(last.text, line, width, open)) close();
    open.push(line.source);
  }
  close();
  return out;
}

/** A cell of a flattened table that wrapped: the next line goes on in small letters, and is no time of its own. */
function continuesCell(open: readonly Mapped[], { source, gap }: Line, inTable: boolean): boolean {
  const before = open.at(-1)?.text;
  return (
    inTable &&
    before !== undefined &&
    !gap &&
    open.length < 6 &&
    !/[|\t]/.test(before + source.text) &&
    !/^\d{1,3}\.?$/.test(before) &&
    (endsInTime.test(before) ? /^[\p{Ll}\d]/u.test(source.text) : goesOnInCell(source.text))
  );
}

/** "Từ ngày 21/8/2023 đến", "Trước ngày": the time is broken off. */
const endsInTime = /(?:^|\s)(?:ngày|tháng|năm|đến|từ|trước|quý)$|[-–]$/iu;

function goesOnInCell(text: string): boolean {
  return (
    /^\p{Ll}/u.test(text) &&
    !/^(?:ngày|tháng|quý|tuần|sáng|chiều|trước|sau|từ|trong|dự kiến|chậm nhất|thường xuyên|hằng|hàng|ngay|thang|truoc|tu|trong)(?: |$)/u.test(
      text,
    )
  );
}

/** The width at which the text was wrapped by hand; null when each line is a paragraph. */
function wrapWidth(lines: readonly Line[]): number | null {
  const prose = lines
    .filter((l) => !l.table)
    .map((l) => l.source.text.length)
    .sort((a, b) => a - b);
  const width = prose[Math.floor(prose.length * 0.9)] ?? 0;
  if (prose.length < 8 || width > 130 || width < 40) return null;
  const full = prose.filter((n) => n > width * 0.8).length;
  return full >= prose.length * 0.25 ? width : null;
}

const beginsAnew =
  /^(?:Nơi nhận|Kính gửi|Kính trình|Căn cứ|Số ?:?\s*\d*|Phụ lục|PHỤ LỤC|File ?:|[TK]\/[MLT]|TM\.|KT\.|TL\.|TUQ\.|-{3,}|_{3,}|\*+$|Nội dung ?:|Thời gian[^,.;]{0,30}:|Địa điểm ?:|Thành phần ?:|Người liên hệ|Điện thoại|Gửi cho bạn bè|\((?:Ban hành |ban hành )?[Kk]èm theo|\(Trích|Các tin khác|Xem nhiều nhất|Noi nhan|Kinh gui|Can cu|Gui cho ban be|Cac tin khac)/u;

function continues(before: string, line: Line, width: number | null, open: readonly Mapped[]): boolean {
  const next = line.source.text;
  if (/^[-_–*=.\s]+$/.test(before) || /^[-_–*=.\s]+$/.test(next)) return false;
  if (hangs(before, next)) return true;
  if (startsItem(before, next) || beginsAnew.test(next)) return false;
  const ended = /[.;:!?…]["”)]?$|\/\.$/u.test(before);
  const lowerStart = /^[\p{Ll}(\d“"]/u.test(next) && !/^\p{Lu}/u.test(next);
  if (line.gap) return !ended && /^[\p{Ll}]/u.test(next) && !isCapitals(before);
  if (isCapitals(before) !== isCapitals(next)) return false;
  if (isCapitals(next)) return open.length < 6 && continuesCapitals(before, next);
  if (width === null) return !ended && /^[\p{Ll}]/u.test(next);
  if (!ended && lowerStart) return true;
  return before.length > width * (ended ? 0.92 : 0.8);
}

/** A date or a number broken off: "trước ngày" + "20/9/2025". */
function hangs(before: string, next: string): boolean {
  return /(?:ngày|tháng|năm|trước|số|quý|đến|từ|mẫu|của|và|các)$/iu.test(before) && /^[\p{Ll}\d]/u.test(next);
}

function startsItem(before: string, next: string): boolean {
  const mark = readMark(next);
  if (!mark) return false;
  if (mark.kind === 'dash') return !(/^[-–] ?[\d\p{Ll}]/u.test(next) && !/[.;:,!?)”"]$/u.test(before));
  if (mark.kind === 'letter' && mark.length < 3) return /[.;:,]$/.test(before);
  return true;
}

/** Capitals only: a heading, a letterhead, a signature. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replace(/^(?:[a-zđ]\)|Số[^\p{Lu}]*)/u, ''));
}

/** A heading in capitals that wrapped: the first line is an open heading, the next not an organ or a rank of its own. */
function continuesCapitals(before: string, next: string): boolean {
  if (/[,\-–]$/.test(before) || /^(?:VÀ|VỚI|CỦA|VỀ|TRONG|CHO|THEO|TRÊN|GẮN|ĐẾN|THUỘC)(?:\s|$)/u.test(next))
    return true;
  const mark = readMark(before);
  return mark?.kind === 'roman' && before.length > 30;
}
