// Lines of the repaired text: trimmed, one space between words, columns parted, page numbers gone, over-long lines cut at their items.
import { type Mapped, replaceAll, slice, trim } from '../text/mapped.ts';
import { tableLines } from './table-lines.ts';

/** `gap`: an empty line stood before it. `table`: it belongs to a table. */
export type Line = { source: Mapped; gap: boolean; table: boolean };

/** No paragraph is longer; a longer line is cut at a space. */
const longestLine = 6_000;

/** The lines in order, without empty ones. */
export function readLines(m: Mapped): Line[] {
  const raw = [...rawLines(m)].map(trim);
  const tables = tableLines(raw.map((line) => line.text));
  const out: Line[] = [];
  let gap = false;
  for (const [i, line] of raw.entries()) {
    if (line.text === '') {
      gap = true;
      continue;
    }
    const table = tables[i]!;
    if (!table && isPageNumber(line.text)) continue;
    for (const source of table ? [line] : cutLine(line, out.length < 8)) {
      out.push({ source: squeeze(source), gap, table });
      gap = false;
    }
  }
  return out;
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–] ?)?\d{1,3}(?: ?[-–])?$|^(?:Trang|Page) \d{1,3}(?: ?\/ ?\d{1,3})?$/iu.test(text);
}

function* rawLines(m: Mapped): Generator<Mapped> {
  let start = 0;
  while (start <= m.text.length) {
    const next = m.text.indexOf('\n', start);
    const end = next < 0 ? m.text.length : next;
    while (end - start > longestLine) {
      const space = m.text.lastIndexOf(' ', start + longestLine);
      const cut = space > start ? space : start + longestLine;
      yield slice(m, start, cut);
      start = cut;
    }
    yield slice(m, start, end);
    start = end + 1;
  }
}

/** A line set in two columns gives a line for each; a page on one line is cut at its items. */
function cutLine(line: Mapped, top: boolean): Mapped[] {
  const columns = cutColumns(line, top);
  return columns.length > 1 ? columns : cutItems(columns[0] ?? line);
}

const besides = / {4,}|[|\t] */g;
/** In the first lines also one space before the motto, or before the place and day: "UBND TỈNH A CỘNG HÒA …", "Số 12-KH/TU Huế, ngày …". */
const besideInLetterhead =
  / {4,}|[|\t] *|(?<=\S) +(?=(?:ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA) VIỆT NAM[ *_–-]*$|Độc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc[ *_–-]*$)|(?<=^(?:\*|Số ?:? ?\S*\/\S+)) +(?=\p{Lu}[\p{L}. -]{1,40}, ?ngày[^,;:]{0,40}năm[ \d.…]*$)/gu;

/** Wide gaps part the two columns of a letterhead or of a signature; a blank to be filled in ("ngày      tháng") does not. */
function cutColumns(line: Mapped, top: boolean): Mapped[] {
  const out: Mapped[] = [];
  let start = 0;
  for (const gap of line.text.matchAll(top ? besideInLetterhead : besides)) {
    const end = gap.index + gap[0].length;
    if (/(?:ngày|tháng|năm|số:?|ngay|thang|nam|so:?)$/iu.test(line.text.slice(start, gap.index))) continue;
    if (/^(?:tháng|năm|thang|nam|[-/])/iu.test(line.text.slice(end, end + 6))) continue;
    out.push(trim(slice(line, start, gap.index)));
    start = end;
  }
  out.push(trim(slice(line, start, line.text.length)));
  return out.filter((piece) => piece.text !== '');
}

/** Where an item may begin in the middle of a line: after the end of a sentence, or (roman) before capitals. */
const itemStart =
  /(?<=[.;:!?”"]\s{0,3}) (?=\d{1,2}\. ?\p{Lu}|\d{1,2}\.\d{1,2}\.? \p{Lu}|[a-zđ]\) ?\p{L}|[-–+] ?\p{Lu})|(?<=\S) (?=[IVX]{1,5}\. ?\p{Lu}{2,})|(?<=\p{Lu}{2}[^\p{Ll}\n]{0,3}) (?=[-–] \p{Lu}\p{Ll}|\d{1,2}\. \p{Lu}\p{Ll})/gu;
const openings =
  /(?<=[”"\p{Ll}]|\p{Ll}\.) (?=(?:Thực hiện|Căn cứ|Thuc hien|Can cu) (?:Kế hoạch|Chương trình|Nghị quyết|Luật|Quyết định|Chỉ thị|Công văn|Hướng dẫn|Ke hoach|Chuong trinh|Nghi quyet|Luat|Quyet dinh|Chi thi|Cong van|Huong dan))/gu;
const endings =
  /(?<=\S) (?=(?:T\/M|TM\.|K\/T|KT\.|T\/L|TL\.) ?\p{Lu}{2}|Nơi nhận ?:|Noi nhan ?:|File ?: |Gửi cho bạn bè|Gui cho ban be|Các tin khác|Cac tin khac)/gu;

function cutItems(line: Mapped): Mapped[] {
  if (line.text.length < 60) return [line];
  const patterns = line.text.length > 600 ? [itemStart, openings, endings] : [itemStart];
  const cuts = patterns.flatMap((p) => [...line.text.matchAll(p)].map((c) => c.index)).sort((a, b) => a - b);
  const out: Mapped[] = [];
  let start = 0;
  for (const cut of cuts) {
    if (cut <= start) continue;
    out.push(trim(slice(line, start, cut)));
    start = cut;
  }
  out.push(trim(slice(line, start, line.text.length)));
  return out.filter((piece) => piece.text !== '');
}

function squeeze(m: Mapped): Mapped {
  return / {2}/.test(m.text) ? replaceAll(m, / {2,}/g, () => ' ') : m;
}
