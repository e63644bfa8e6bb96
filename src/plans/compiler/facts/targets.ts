// Report targets: which class of bodies must report, by which template, by when, to whom, through whom, except whom.
import { type Piece, tidy, trimPiece } from '../layout/paragraph.ts';
import { partOrgans } from '../lex/organs.ts';
import type { When } from '../model.ts';
import { find, findAll, phrase } from '../text/planes.ts';
import type { ByStatement } from './deadlines.ts';
import { type Statement, says, view } from './statements.ts';

export type FoundTarget = {
  who: Piece;
  template: { value: string; piece: Piece } | null;
  due: { when: When; piece: Piece } | null;
  sendTo: Piece | null;
  via: Piece | null;
  except: Piece | null;
  statement: Statement;
};

const reports = phrase(
  '<(?:gửi|nộp|lập|xây dựng|có|hoàn thành|chuẩn bị|gửi thêm|hoàn thiện|thực hiện)(?: \\p{L}+){0,4} (?:báo cáo|tổng kết|sơ kết)|<báo cáo(?: \\p{L}+){0,8} (?:theo|gửi|về|bằng văn bản)|<(?:tổng kết|sơ kết)(?: \\p{L}+){0,3} (?:bằng|theo)|<báo cáo>|<gửi (?:ý kiến|kết quả|số liệu|đề xuất|tổng hợp)',
);
const sends = phrase('<(?:gửi|nộp|báo cáo về|báo cáo)>');
const refusesToReport = phrase(
  '<(?:không (?:phải )?(?:gửi|báo cáo|xây dựng báo cáo)|lồng ghép trong báo cáo)',
);
const draft = phrase('<gửi dự thảo>');
/** Everyone at once: such a line binds the classes named above it. */
const everyone = phrase(
  '^(?:(?:các|những) )?(?:(?:cơ quan|đơn vị|địa phương|tổ chức|ban|bộ|ngành|cấp|tổ chức liên quan),? ?(?:và )?){1,4}(?: ?(?:trên|nêu trên|có liên quan|liên quan|trực thuộc|hoàn thành|tổng kết))*$|^(?:các )?báo cáo$',
);

/** Names of templates, most exact first. */
const templates = [
  phrase(
    '<(?:theo )?(?<t>mẫu (?:số )?(?:m ?\\d{1,2}|[a-hđ]|\\d{1,2}[a-z]?|[ivx]{1,4})(?:[-/.][\\p{L}\\d]{1,8})?)>',
  ),
  phrase(
    '<(?<t>(?:đề cương|biểu mẫu|biểu|phụ lục|phụ biểu) (?:báo cáo )?(?:số )?(?:\\d{1,2}[a-z]?|[ivx]{1,4}))>',
  ),
  phrase('<theo (?<t>m ?\\d{1,2})>'),
  phrase(
    '<(?<t>đề cương(?: báo cáo)?)(?: và phụ lục)?(?: \\p{L}+){0,2} (?:gửi kèm|kèm theo|đính kèm)|<theo (?<u>đề cương(?: báo cáo)?|mẫu)>(?! (?:tại|của|do|quy định))',
  ),
];
const bareMark = /^m[ẫa]u (m ?\d{1,2})$/iu;

export function readTargets(statements: readonly Statement[], deadlines: ByStatement): FoundTarget[] {
  const out: FoundTarget[] = [];
  for (const group of bySentence(statements)) {
    const target = readTarget(group, deadlines);
    if (!target) continue;
    const same = out.slice(-20).find((t) => t.statement.p === target.statement.p && t.who.a === target.who.a);
    if (same) same.due ??= target.due;
    else out.push(target);
  }
  for (const line of generalLines(statements, deadlines, out).slice(0, 50)) bind(line, out);
  return out;
}

/** Clauses of one sentence with one actor. */
function bySentence(statements: readonly Statement[]): Statement[][] {
  const out: Statement[][] = [];
  for (const s of statements) {
    const group = out.at(-1);
    const first = group?.[0];
    if (group && first && first.p === s.p && first.who && s.who === first.who) group.push(s);
    else out.push([s]);
  }
  return out;
}

function readTarget(group: readonly Statement[], deadlines: ByStatement): FoundTarget | null {
  const first = group[0]!;
  if (!first.who) return null;
  if (group.some((s) => says(s, refusesToReport) || says(s, draft))) return null;
  const found = group.map((s) => readTemplate(s)).find((t) => t !== null) ?? null;
  const sent = group.some((s) => says(s, reports)) || (found !== null && group.some((s) => says(s, sends)));
  if (!sent) return null;
  const dues = group.flatMap((s) => deadlines.get(s) ?? []).filter((d) => says(d.statement, sends));
  const due =
    dues.find((d) => d.when.rel !== 'recurring') ?? (repeats(first) && first.own ? dues[0] : undefined);
  if (!found && !due) return null;
  if (!found && isGeneral(first)) return null;
  if (!isReporter(first, found !== null)) return null;
  const where = group.map(readAddress).find((x) => x.sendTo) ?? { sendTo: null, via: null };
  const via = where.via ?? group.map(readVia).find((x) => x !== null) ?? null;
  return {
    who: first.who,
    template: found,
    due: due ? { when: due.when, piece: due.time } : null,
    sendTo: where.sendTo,
    via,
    except: group.map(readExcept).find((x) => x) ?? null,
    statement: first,
  };
}

/** In the chapter of duties only classes report; drafters of the final report do not. */
function isReporter(s: Statement, templated: boolean): boolean {
  const sentence = { p: s.p, a: s.sentence.a, b: s.sentence.b };
  if (says(sentence, leads)) return false;
  if (templated) return true;
  if (says(sentence, gathers)) return false;
  if (s.item.section?.purpose !== 'duties') return true;
  if (isCharged(s)) return true;
  return s.who !== null && find(manyBodies, view(s.p, s.who.a, s.who.b)) !== null && says(s, sendsReport);
}
/** Outside the chapter of duties a class may report again and again. */
const repeats = (s: Statement) => s.item.section !== null && s.item.section.purpose !== 'duties';

/** "Giao Sở A: lập báo cáo riêng về …; gửi Sở B trước ngày": a duty, and a report of one body to another. */
export const isCharged = (s: Statement): boolean =>
  s.introduced?.startsWith('giao') === true &&
  says({ p: s.p, a: s.verb, b: s.sentence.b }, ownReport) &&
  !says({ p: s.p, a: s.verb, b: s.sentence.b }, synthesis);
const ownReport = phrase(
  '^:? ?(?:(?:lập|xây dựng|có|chuẩn bị|hoàn thành) )?báo cáo (?:riêng|chuyên đề|kết quả|tình hình|số liệu)[^.]{0,160}<gửi (?:về )?(?:sở|bộ|ban|văn phòng|ubnd|ủy ban|cục|vụ|phòng)>',
);
const synthesis = phrase('<(?:tổng hợp|tham mưu|chủ trì|dự thảo)>');

const leads = phrase('<(?:chủ trì|tham mưu|dự thảo báo cáo)>');
const gathers = phrase('<(?:tổng hợp|hoàn thành dự thảo)(?: \\p{L}+){0,2} báo cáo>');
const manyBodies = phrase(
  '^(?:các|ban thường vụ các|ủy ban nhân dân các|ubnd các|đảng ủy các|đảng ủy, |cấp ủy)|;|, (?:các )?(?:sở|ban|đảng ủy|huyện ủy|ủy ban)',
);
const sendsReport = phrase(
  '<(?:gửi|nộp)(?: \\p{L}+){0,3} báo cáo|<báo cáo(?: \\p{L}+){0,6} gửi|<báo cáo (?:kết quả|tổng kết|sơ kết)',
);

const isGeneral = (s: Statement) => s.who !== null && find(everyone, view(s.p, s.who.a, s.who.b)) !== null;

function readTemplate(s: Statement): { value: string; piece: Piece } | null {
  for (const looks of [templates.slice(0, 1), templates.slice(1)]) {
    const named = looks.flatMap((look) => findAll(look, s.p, s.a, s.b).slice(0, 1)).map(nameIn(s));
    const piece = named.sort((x, y) => x.a - y.a || y.b - x.b)[0];
    if (!piece) continue;
    const text = s.p.text.slice(piece.a, piece.b);
    const marked = bareMark.exec(text);
    return {
      value: marked ? marked[1]!.toUpperCase().replace(' ', '') : text[0]!.toUpperCase() + text.slice(1),
      piece,
    };
  }
  return null;
}

const nameIn =
  (s: Statement) =>
  (m: RegExpExecArray): Piece => {
    const name = m.groups?.t ?? m.groups?.u ?? m[0];
    const a = m.index + m[0].lastIndexOf(name);
    return trimPiece({ p: s.p, a, b: a + name.length });
  };

const address = phrase(
  '<(?:gửi|nộp)(?:\\s(?!về|đến|tới|cho)[\\p{L}\\d]+,?){0,12}? ?(?:về|đến|tới|cho|lên) (?=[^\\d])|<báo cáo(?: \\p{L}+){0,6} (?:về|đến|tới) ',
);
const addressDirect = phrase(
  '<gửi (?=(?:ban|bộ|sở|văn phòng|ủy ban|ubnd|đoàn|vụ|cục|hội|tổng|liên đoàn|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|phòng|viện)>)',
);
const lateAddress = phrase('\\d{4}\\)? (?:về|gửi về|đến|tới) (?=\\p{L})');
const addressEnd = phrase(
  '[(.;:,]|<(?:trước|chậm nhất|để|qua|theo|bằng|trong|đồng thời|tổng hợp|vào|muộn nhất|đúng|và gửi|bản|kèm|xong)>',
);

/** To whom: "gửi về Ban Dân vận Trung ương (qua Văn phòng Ban)". */
function readAddress(s: Statement): { sendTo: Piece | null; via: Piece | null } {
  for (const look of [address, addressDirect, lateAddress]) {
    for (const m of findAll(look, s.p, s.a, Math.min(s.b, s.a + 2_000))) {
      const a = m.index + m[0].length;
      if (!/\p{L}/u.test(s.p.text[a] ?? '') || insideBracket(s, m.index)) continue;
      const stop = find(addressEnd, s.p, a, Math.min(s.b, a + 160));
      let b = Math.min(s.b, stop?.index ?? s.b);
      if (s.p.text[b] === ',' && /^, \p{Lu}/u.test(s.p.text.slice(b, b + 3))) b = longName(s, a, b);
      const piece = tidy({ p: s.p, a, b });
      if (piece.b - piece.a > 2 && piece.b - piece.a < 140 && !find(notAddress, view(s.p, piece.a, piece.b)))
        return { sendTo: piece, via: readVia(s) };
    }
  }
  return { sendTo: null, via: null };
}
const notAddress = phrase(
  '^(?:địa chỉ|hộp thư|email|kết quả|việc|công tác|tình hình|nội dung|kinh tế|ngày)>',
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

function readVia(s: Statement): Piece | null {
  const m = findAll(through, s.p, s.a, s.b)[0];
  const name = m?.groups?.v ?? m?.groups?.w;
  if (!m || !name) return null;
  const a = m.index + m[0].indexOf(name);
  return tidy({ p: s.p, a, b: a + name.length });
}

const exception = phrase('<(?:trừ|ngoại trừ|không bao gồm) (?!trường hợp)(?<x>[^();.]{3,160})');
const exceptionEnd = phrase('<đã (?:báo cáo|gửi|có)(?= trong)|<(?:đã thực hiện|thực hiện theo)>');

function readExcept(s: Statement): Piece | null {
  const m = findAll(exception, s.p, s.a, s.b)[0];
  if (!m?.groups?.x) return null;
  const a = m.index + m[0].length - m.groups.x.length;
  const piece = tidy({ p: s.p, a, b: a + m.groups.x.length });
  const stop = find(exceptionEnd, view(s.p, piece.a, piece.b));
  return stop && stop.index > 3 ? tidy({ ...piece, b: piece.a + stop.index }) : piece;
}

type General = { due: FoundTarget['due']; sendTo: Piece | null; via: Piece | null; statement: Statement };
const allReports = phrase(
  '^(?:các )?báo cáo(?: \\p{L}+){0,6} (?:gửi|về)|^(?:thời gian|thời hạn|hạn)(?: \\p{L}+){0,4} (?:gửi|nộp)? ?báo cáo|^(?:thời gian|thời hạn) (?:gửi|nộp)|^báo cáo (?:và )?',
);

/** Lines for all: "đề nghị các địa phương, đơn vị hoàn thành báo cáo và gửi về … trước ngày …", "Báo cáo gửi về …". */
function generalLines(
  statements: readonly Statement[],
  deadlines: ByStatement,
  targets: readonly FoundTarget[],
): General[] {
  const out: General[] = [];
  const taken = new Set(targets.map((t) => t.statement.sentence));
  for (const s of statements) {
    if (taken.has(s.sentence)) continue;
    const general = (isGeneral(s) && says(s, reports)) || says(s, allReports);
    if (!general || (s.introduced?.startsWith('riêng') ?? false)) continue;
    const due = deadlines.get(s)?.find((d) => d.when.rel !== 'recurring');
    const { sendTo, via } = readAddress(s);
    if (due || sendTo)
      out.push({
        due: due ? { when: due.when, piece: due.time } : null,
        sendTo,
        via: via ?? readVia(s),
        statement: s,
      });
  }
  return out;
}

/** Fills what the classes above the line leave open. */
function bind(line: General, targets: FoundTarget[]): void {
  for (const t of targets) {
    if (t.statement.p.index > line.statement.p.index) continue;
    t.due ??= line.due;
    if (t.sendTo === null && t.statement.introduced?.startsWith('riêng') !== true) t.sendTo = line.sendTo;
    t.via ??= line.via;
  }
}
