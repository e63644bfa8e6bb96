// Which lines belong to a table: rows with bars or tabs, and tables flattened to one cell a line.

/** True for each line that is a row, or a cell of a flattened table. */
export function tableLines(lines: readonly string[]): boolean[] {
  const out = lines.map(isRow);
  for (let i = 0; i < lines.length; i++) {
    if (out[i]) continue;
    const first = firstCell(lines, i);
    if (first === null) continue;
    const end = endOfCells(lines, first);
    for (let j = i; j < end; j++) out[j] = lines[j] !== '';
    i = end - 1;
  }
  return out;
}

const isRow = (line: string): boolean => /[|\t]/.test(line) && !/^\|?\s*$/.test(line);

const order = /^(?:STT|TT|Stt|Số TT|So TT)\.?$/u;
const heading =
  /^(?:ngày|ngay|buổi|buoi|thời (?:gian|hạn)|thoi (?:gian|han)|tiến độ|hạn|đơn vị|don vi|địa (?:phương|điểm)|dia (?:phuong|diem)|nội dung|noi dung|nhiệm vụ|nhiem vu|công việc|cơ quan|co quan|chủ trì|chu tri|phối hợp|phoi hop|đoàn|tổ|ghi chú|sản phẩm|thành phần|chi bộ|đảng (?:bộ|ủy|uỷ)|xã|huyện|tỉnh|tên|nơi|người|trưởng đoàn)(?:$|[ ,/(])/iu;
const ofTime = /^(?:ngày|ngay|thời (?:gian|hạn)|thoi (?:gian|han)|tiến độ|hạn)(?:$| )/iu;
const date = /\d{1,2}[/.-]\d{1,2}|th[áa]ng \d/iu;

const isHeading = (line: string): boolean =>
  line.length > 1 && line.length < 46 && !/[.;:,!?\d]$/.test(line) && heading.test(line);

/** Where the cells begin that follow the heading at `at`; null where no flattened table begins. */
function firstCell(lines: readonly string[], at: number): number | null {
  if (order.test(lines[at]!)) return at + 1;
  let end = at;
  while (end < lines.length && isHeading(lines[end]!)) end++;
  const headings = lines.slice(at, end);
  if (headings.length < 2 || !headings.some((h) => ofTime.test(h))) return null;
  const row = lines.slice(end, end + headings.length);
  return row.some((c) => c.length < 60 && date.test(c)) ? end : null;
}

const endsTable =
  /^(?:Nơi nhận|Noi nhan|T\/M|TM\.|K\/T|KT\.|T\/L|TL\.|PHỤ LỤC|[IVX]{1,5}\s?[.-]\s?\p{Lu}{2})/u;
const bareNumber = /^\d{1,3}\.?$/;
/** "3. Sau khi kết thúc …": an item of the text, where the rows of the table number themselves otherwise. */
const item = /^(?:\d{1,2}|[a-zđ])[.)] ?(?:\S+ ){3}\S/u;

function endOfCells(lines: readonly string[], first: number): number {
  const numbered = lines.slice(first, first + 12).some((line) => bareNumber.test(line));
  let empty = 0;
  for (let i = first; i < lines.length; i++) {
    const line = lines[i]!;
    if (line === '') empty++;
    else empty = 0;
    if (empty > 2 || endsTable.test(line)) return i;
    if (item.test(line) && (numbered || !order.test(lines[first - 1] ?? ''))) return i;
    if (!numbered && line.length > 60 && !date.test(line)) return i;
  }
  return lines.length;
}
