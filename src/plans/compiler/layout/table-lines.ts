// Which lines belong to a table: rows with bars or tabs, and tables flattened to one cell a line.

/** A line that is not empty: its words, its place among all lines, and how many empty lines stand before it. */
type Cell = { text: string; at: number; gap: number };

/** True for each line that is a row, or a cell of a flattened table; empty lines, as a page sets them, part no cells. */
export function tableLines(lines: readonly string[]): boolean[] {
  const letters = letterRows(lines);
  const out = lines.map((line, i) => isRow(line) && !letters[i]);
  const cells: Cell[] = [];
  for (const [at, text] of lines.entries())
    if (text !== '') cells.push({ text, at, gap: at - 1 - (cells.at(-1)?.at ?? -1) });
  for (let i = 0; i < cells.length; i++) {
    if (out[cells[i]!.at] || letters[cells[i]!.at]) continue;
    const first = firstCell(cells, i);
    if (first === null) continue;
    const end = endOfCells(cells, first);
    for (let j = i; j < end; j++) out[cells[j]!.at] = true;
    i = Math.max(i, end - 1);
  }
  return out;
}

/** A bar beside the hour of a page ("Thứ Hai, 19/05/2025 | 14:22") parts no cells. */
const isRow = (line: string): boolean =>
  /[|\t]/.test(line) && !/^\|?\s*$/.test(line) && !(line.length < 60 && hourOfPage.test(line));
const hourOfPage = /^(?:thứ|chủ nhật|ngày|\d{1,2}[:/h])[^|]*\|[^|]*$/iu;

const order = /^(?:STT|TT|Stt|Số TT|So TT)\.?$/u;
const heading =
  /^(?:ngày|ngay|buổi|buoi|thời (?:gian|hạn)|thoi (?:gian|han)|tiến độ|hạn|đơn vị|don vi|địa (?:phương|điểm)|dia (?:phuong|diem)|nội dung|noi dung|nhiệm vụ|nhiem vu|công việc|cơ quan|co quan|chủ trì|chu tri|phối hợp|phoi hop|đoàn|tổ|ghi chú|sản phẩm|thành phần|chi bộ|đảng (?:bộ|ủy|uỷ)|xã|huyện|tỉnh|tên|nơi|người|trưởng đoàn)(?:$|[ ,/(])/iu;
const ofTime = /^(?:ngày|ngay|thời (?:gian|hạn)|thoi (?:gian|han)|tiến độ|hạn)(?:$| )/iu;
const date = /\d{1,2}[/.-]\d{1,2}|th[áa]ng \d/iu;

const isHeading = (line: string): boolean =>
  line.length > 1 && line.length < 46 && !/[.;:,!?\d]$/.test(line) && heading.test(line);

/** Where the cells begin that follow the heading at `at`; null where no flattened table begins. */
function firstCell(cells: readonly Cell[], at: number): number | null {
  if (order.test(cells[at]!.text)) return at + 1;
  let end = at;
  while (end < cells.length && isHeading(cells[end]!.text)) end++;
  const headings = cells.slice(at, end);
  if (headings.length < 2 || !headings.some((h) => ofTime.test(h.text))) return null;
  const row = cells.slice(end, end + headings.length);
  return row.some((c) => c.text.length < 60 && date.test(c.text)) ? end : null;
}

const endsTable =
  /^(?:Nơi nhận|Noi nhan|T\/M|TM\.|K\/T|KT\.|T\/L|TL\.|PHỤ LỤC|BIỂU (?:MẪU|SỐ)|MẪU (?:SỐ )?\d|ĐỀ CƯƠNG|[IVX]{1,5}\s?[.-]\s?\p{Lu}{2})/u;
const bareNumber = /^\d{1,3}\.?$/;
/** "3. Sau khi kết thúc …": an item of the text, where the rows of the table number themselves otherwise. */
const item = /^(?:\d{1,2}|[a-zđ])[.)] ?(?:\S+ ){3}\S/u;

function endOfCells(cells: readonly Cell[], first: number): number {
  const numbered = cells.slice(first, first + 12).some((c) => bareNumber.test(c.text));
  const ordered = order.test(cells[first - 1]?.text ?? '');
  const usual = Math.max(2, cells[first]?.gap ?? 0);
  for (let i = first; i < cells.length; i++) {
    const { text, gap } = cells[i]!;
    if (gap > usual || endsTable.test(text)) return i;
    if (item.test(text) && (numbered || !ordered)) return i;
    if (!numbered && text.length > 60 && !date.test(text)) return i;
  }
  return cells.length;
}

/** A letterhead or a signature set in two cells: their lines are lines of their own. */
const ofLetterhead =
  /^\s*(?:CỘNG HOÀ|CỘNG HÒA|ĐẢNG CỘNG SẢN VIỆT NAM\s*$|Độc lập ?[-–] ?Tự do|(?:[\p{L}. -]{2,40}, ?)?ngày[ \d.…]*tháng[ \d.…]*năm[ \d.…]*$)/u;
const ofSignature =
  /^\s*(?:Nơi nhận ?:|Noi nhan ?:|T\/?M\.? ?\p{Lu}{2}|K\/?T\.? ?\p{Lu}{2}|T\/?L\.? ?\p{Lu}{2})/u;

/** True for each row that is no row of a table: those of a letterhead, and all from a signature on while there are two cells. */
export function letterRows(lines: readonly string[]): boolean[] {
  const out: boolean[] = [];
  let closing = false;
  for (const line of lines) {
    const cells = line.split(/[|\t]/).filter((c) => c.trim() !== '');
    const few = /[|\t]/.test(line) && cells.length <= 3;
    if (line !== '' && !few) closing = false;
    else if (few && cells.some((c) => ofSignature.test(c))) closing = true;
    out.push(few && (closing || cells.some((c) => ofLetterhead.test(c))));
  }
  return out;
}
