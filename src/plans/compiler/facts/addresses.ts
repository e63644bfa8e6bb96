// Where reports go: to whom, through whom, and who need not send one.
import { type Piece, tidy } from '../layout/paragraph.ts';
import { isOrganAt, partOrgans } from '../lex/organs.ts';
import { find, findAll, phrase, view } from '../text/planes.ts';
import type { Statement } from './statements.ts';

const address = phrase(
  '<(?:gửi|nộp)(?:\\s(?!về|đến|tới|cho|trước|chậm|khi)[\\p{L}\\d]+,?){0,12}? ?(?:về|đến|tới|cho|lên) (?=[^\\d])',
);
/** "báo cáo kết quả về Sở …"; "báo cáo chuyên đề về đất rừng" has a subject, no address. */
const reportedTo = phrase('<báo cáo(?: \\p{L}+){0,6} (?:về|đến|tới) ');
const sentTo = phrase('<(?:gửi|nộp) (?=\\p{L})');
const lateAddress = phrase('(?:\\d{4}|\\)) (?:về|gửi về|đến|tới) (?=\\p{L})');
const addressEnd = phrase(
  '[(.;:,]|<(?:trước|chậm nhất|để|qua|theo|bằng|trong|đồng thời|tổng hợp|vào|muộn nhất|đúng|và gửi|bản|kèm|xong)>',
);

/** To whom: "gửi về Ban Dân vận Trung ương (qua Văn phòng Ban)". */
export function readAddress(s: Statement): { sendTo: Piece | null; via: Piece | null } {
  const end = Math.min(s.b, s.a + 2_000);
  const straight = [...findAll(sentTo, s.p, s.a, end), ...findAll(reportedTo, s.p, s.a, end)].filter((m) =>
    namesBody(s, m.index + m[0].length),
  );
  for (const m of [...findAll(address, s.p, s.a, end), ...straight, ...findAll(lateAddress, s.p, s.a, end)]) {
    const piece = addressAt(s, m.index + m[0].length);
    if (piece) return { sendTo: piece, via: readVia(s) };
  }
  return { sendTo: null, via: null };
}

/** "gửi Sở Tư pháp": a body by its name right after the verb. */
const namesBody = (s: Statement, a: number) =>
  isOrganAt(s.p, a) && (s.p.plain || /\p{Lu}/u.test(s.p.text[a] ?? ''));

function addressAt(s: Statement, a: number): Piece | null {
  if (!/\p{L}/u.test(s.p.text[a] ?? '') || insideBracket(s, a)) return null;
  const stop = find(addressEnd, s.p, a, Math.min(s.b, a + 160));
  let b = Math.min(s.b, stop?.index ?? s.b);
  if (s.p.text[b] === ',' && /^, \p{Lu}/u.test(s.p.text.slice(b, b + 3))) b = longName(s, a, b);
  const piece = tidy({ p: s.p, a, b });
  const long = piece.b - piece.a;
  return long > 2 && long < 140 && !find(notAddress, view(s.p, piece.a, piece.b)) ? piece : null;
}
const notAddress = phrase(
  '^(?:địa chỉ|hộp thư|email|kết quả|việc|công tác|tình hình|nội dung|kinh tế|ngày|hết|cuối|hạn|các đơn vị)>',
);

function insideBracket(s: Statement, at: number): boolean {
  const before = s.p.text.slice(s.a, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** "Bộ Văn hóa, Thể thao và Du lịch": a comma inside a name. */
function longName(s: Statement, a: number, comma: number): number {
  const stop = find(addressEnd, s.p, comma + 1, Math.min(s.b, comma + 160));
  const b = Math.min(s.b, stop?.index ?? s.b);
  return partOrgans({ p: s.p, a, b }).length === 1 ? b : comma;
}

const through = phrase(
  '\\( ?qua (?<v>[^()]{3,90}?)(?=\\)|<trước|<chậm nhất|$)|<(?:thông qua|qua) (?<w>(?:văn phòng|vụ|phòng|ban|sở|cục)>[^(),.;]{2,80}?)(?=[),.;]|<trước|<chậm nhất|<để|$)',
);

/** "(qua Văn phòng Ban)", "thông qua Vụ …". */
export function readVia(s: Statement): Piece | null {
  const m = findAll(through, s.p, s.a, s.b)[0];
  const name = m?.groups?.v ?? m?.groups?.w;
  if (!m || !name) return null;
  const a = m.index + m[0].indexOf(name);
  return tidy({ p: s.p, a, b: a + name.length });
}

const exception = phrase('<(?:trừ|ngoại trừ|không bao gồm) (?!trường hợp)(?<x>[^();.]{3,160})');
const exceptionEnd = phrase('<đã (?:báo cáo|gửi|có)(?= trong)|<(?:đã thực hiện|thực hiện theo)>');

/** "trừ …", "không bao gồm …": who need not report. */
export function readExcept(s: Statement): Piece | null {
  const m = findAll(exception, s.p, s.a, s.b)[0];
  if (!m?.groups?.x) return null;
  const a = m.index + m[0].length - m.groups.x.length;
  const piece = tidy({ p: s.p, a, b: a + m.groups.x.length });
  const stop = find(exceptionEnd, view(s.p, piece.a, piece.b));
  return stop && stop.index > 3 ? tidy({ ...piece, b: piece.a + stop.index }) : piece;
}
