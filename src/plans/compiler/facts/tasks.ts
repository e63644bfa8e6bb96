// Tasks: who leads, who supports, what, by when; from the chapter of duties, from "chủ trì" anywhere, from labelled lines and from tables.
import { type Piece, tidy } from '../layout/paragraph.ts';
import { isActorAt, partOrgans } from '../lex/organs.ts';
import type { When } from '../model.ts';
import { find, markedPlane, phrase, says, view } from '../text/planes.ts';
import { isApart, isMany, isTeam } from './classes.ts';
import type { ByStatement, FoundDeadline } from './deadlines.ts';
import { directedIn, type Statement } from './statements.ts';
import { readSupporting, together } from './supporting.ts';

export type FoundTask = {
  lead: Piece;
  supporting: Piece[];
  what: Piece;
  due: { when: When; piece: Piece } | null;
};

const leads = phrase(
  '<(?:chủ trì|là (?:đơn vị |cơ quan |bộ phận )?đầu mối|làm đầu mối|là cơ quan thường trực|chịu trách nhiệm chính)>',
);
const whileWorking = phrase(
  '^(?:trong quá trình|trên đây là|nếu có|khi có|quá (?:thời )?hạn|quá trình|mọi|các báo cáo|báo cáo gửi|định kỳ|khuyến khích)>',
);

/** The act is the sending of a report, which is no duty of the body's own. */
const onlyReports = phrase(
  '^:? ?(?:(?:nghiêm túc|khẩn trương|kịp thời|chủ động|căn cứ [^,;]{3,60},) ?)?(?:gửi|nộp|(?:hoàn thành|lập|xây dựng|có|chuẩn bị)(?: (?:việc|dự thảo))? báo cáo[^;]{0,120}<gửi)',
);

/** What is told of a statement elsewhere: a class's report, and the time of a visit. */
export type Told = {
  /** Who issues the plan: what it does outside the chapter of duties is no task. */
  issuer: string | null;
  reported: (s: Statement) => boolean;
  /** The window of the visit that the statement tells of; null when it gives none, undefined when it tells of no visit. */
  visited: (s: Statement) => FoundTask['due'] | undefined;
};

/** Whoever leads a visit has it for a task; a class's report is none. */
export function readTasks(statements: readonly Statement[], deadlines: ByStatement, told: Told): FoundTask[] {
  const chaptered = statements.some((s) => s.item.section?.purpose === 'duties');
  const acts = statements.filter((s) => !chaptered || s.item.section !== null);
  const shares = sharing(acts, told.issuer);
  const out: FoundTask[] = [];
  for (const group of byActor(acts)) {
    const first = group[0]!;
    if (!first.who || isBareHeading(first) || told.reported(first)) continue;
    const window = told.visited(first);
    if (window !== undefined && !group.some((s) => says(s, leads))) continue;
    const dues = group.flatMap((s) => deadlines.get(s) ?? []);
    const shared = shares(first, dues);
    if (!isTask(group, chaptered, shared)) continue;
    const what = tidy({ p: first.p, a: first.own ? first.verb : first.a, b: group.at(-1)!.b });
    const supporting = group.flatMap((s) => readSupporting(s));
    const due = lastOf(dues);
    for (const d of due.length > 0 ? due : [window ?? null])
      out.push({ lead: leadOf(first) ?? first.who, supporting, what, due: d });
  }
  return out;
}

/** "Ban cán sự đảng … chỉ đạo Sở Nội vụ hướng dẫn": a caucus acts through the body that it directs, which has the task. */
function leadOf(s: Statement): Piece | null {
  const caucus = s.own && s.who !== null && find(caucusAt, view(s.p, s.who.a, s.who.b)) !== null;
  const directed = caucus ? directedIn(s) : null;
  return directed && isOneBody(directed) && s.p.text[directed.b] !== ',' ? directed : null;
}
const caucusAt = phrase('^(?:ban cán sự đảng|đảng đoàn)>');

/** "UBND tỉnh đã nghe …": told, not asked. */
const done = phrase('<đã>');

/** The last of the times that come again, and the last that comes once. */
function lastOf(dues: readonly FoundDeadline[]): NonNullable<FoundTask['due']>[] {
  const again = dues.findLast((d) => d.when.rel === 'recurring');
  const once = dues.findLast((d) => d.when.rel !== 'recurring');
  return [again, once].filter((d) => d !== undefined).map((d) => ({ when: d.when, piece: d.time }));
}

/**
 * Outside the chapter of duties: one body by its name, not the issuer, has a date of its own, or stands in a section,
 * or in a paragraph of prose, that shares out duties since somebody leads there.
 */
function sharing(statements: readonly Statement[], issuer: string | null) {
  const leading = statements.filter((s) => s.own && s.item.section?.purpose !== 'visits' && says(s, leads));
  const grounds = new Set<unknown>(leading.map((s) => (s.p.mark ? s.item.section : s.p)));
  const own = issuer && markedPlane(issuer);
  return (s: Statement, dues: readonly FoundDeadline[]): boolean => {
    const { p, item, who } = s;
    if (!who || isApart(s) || !isOneBody(who) || who.p.marked.slice(who.a, who.b) === own) return false;
    if (find(done, view(who.p, who.a, who.b))) return false;
    const inSection = item.section !== null && grounds.has(item.section);
    const after =
      item.section === null && leading.some((x) => x.p.index < p.index && p.index - x.p.index < 4);
    return (
      inSection ||
      after ||
      grounds.has(p) ||
      (dues.some((d) => d.when.from !== null) && partOrgans(who).length < 3)
    );
  };
}

/** Clauses in a row of one paragraph that one body does. */
function byActor(statements: readonly Statement[]): Statement[][] {
  const out: Statement[][] = [];
  for (const s of statements) {
    const group = out.at(-1);
    const first = group?.[0];
    const of = first && (s.who === first.who || s.sentence === group.at(-1)!.sentence);
    const anew = group && s.who && s.who.p !== s.p && isDated(s) && startsAnew(s, group);
    const carriesOn =
      !anew && of && s.p === first.p && !s.own && !(says(s, whileWorking) && s.times.length === 0);
    const dueBelow =
      group &&
      first &&
      s.who !== null &&
      s.who === first.who &&
      !s.p.mark &&
      !s.own &&
      s.p.index === group.at(-1)!.p.index + 1;
    if (carriesOn || dueBelow || (group && bringsPapers(s, group.at(-1)!))) group.push(s);
    else out.push([s]);
  }
  return out;
}

/** "Sở A tham mưu khen thưởng; các huyện gửi hồ sơ trước ngày …": the papers are for what that body does. */
const bringsPapers = (s: Statement, before: Statement) =>
  s.own && s.sentence === before.sentence && isMany(s) && says({ p: s.p, a: s.verb, b: s.b }, papersSent);
const papersSent = phrase('^(?:gửi|nộp)(?: về)? (?:các )?(?:hồ sơ|danh sách|báo cáo thành tích|tài liệu)>');

/** Under the name of a body each sentence with a time is an act of its own. */
const startsAnew = (s: Statement, group: readonly Statement[]) =>
  s.a === s.sentence.a && s.p === group[0]!.p && group.some(isDated);
const isDated = (s: Statement) => s.times.length > 0;

/** "Giao Văn phòng:" only heads what follows. */
const isBareHeading = (s: Statement) => /:$/.test(s.p.text) && s.p.text.length < 130;

function isTask(group: readonly Statement[], chaptered: boolean, shared: boolean): boolean {
  const first = group[0]!;
  const { who, p, item } = first;
  if (!who || says(first, whileWorking) || (!p.mark && says(first, closing))) return false;
  if (!isActorAt(who.p, who.a)) return false;
  const duty = item.section?.purpose === 'duties';
  if (!first.own) return duty && p !== who.p && (p.mark !== null || item.heading === who.p);
  if (group.some((s) => says(s, leads))) return true;
  if (isOneBody(who) && says({ p, a: first.verb, b: first.b }, bound)) return true;
  if (first.introduced && charging.test(first.introduced)) return true;
  const asked =
    !chaptered &&
    first.introduced !== null &&
    find(asking, view(p, first.sentence.a, first.sentence.b)) !== null;
  if (!duty && !asked) return shared;
  if (first.a > first.sentence.a && find(anyone, view(who.p, who.a, who.b))) return false;
  if (item.heading && says({ p: item.heading, a: 0, b: 200 }, visiting) && says(first, sendsOut))
    return false;
  if (!p.mark && find(anyone, view(who.p, who.a, who.b))) return false;
  if (!p.mark && item.heading && says({ p, a: first.verb, b: first.b }, carryOut)) return false;
  return !(
    isEveryone(first) ||
    (says({ p, a: first.verb, b: first.b }, onlyReports) && !says(first, together) && !isTeam(first))
  );
}
/** "Hội các huyện căn cứ Kế hoạch này tổ chức thực hiện./." after the duties of each. */
const carryOut = phrase(
  '^(?:căn cứ [^;]{3,120})?(?:nghiêm túc )?(?:tổ chức|triển khai)(?: tổ chức)? thực hiện',
);
/** "Khảo sát: Bộ tổ chức 03 đoàn khảo sát" announces the visits. */
const visiting = phrase('<(?:khảo sát|kiểm tra|giám sát|nắm tình hình|làm việc)>');
const sendsOut = phrase('<(?:thành lập|tổ chức|cử|bố trí) (?:\\d+ )?(?:các )?(?:đoàn|tổ)>');
const charging = /(?:giao|giao cho|phân công|phan cong)$/u;

/** A body by its name, and not the one that issues plans. */
const isOneBody = ({ p, a, b }: Piece) =>
  !p.plain && /\p{Lu}/u.test(p.text[a] ?? '') && !find(manyOrRuling, view(p, a, b));
const manyOrRuling = phrase(
  '^(?:các|những|mọi|từng|mỗi|cấp|đồng chí|hội nghị)>|<cấp (?:trên|dưới)>|^(?:ban thường vụ|ban chấp hành|ban thường trực|thường trực|đoàn chủ tịch)>|^(?:(?:tỉnh|thành|huyện|quận|thị) ủy|(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân) (?:tỉnh|thành phố|huyện|xã|phường))$',
);

const bound = phrase('^có (?:trách nhiệm|nhiệm vụ)>');

/** "Văn phòng … thông báo để các cơ quan, đơn vị biết, thực hiện./." ends the text. */
const closing = phrase(
  '<(?:thông báo|báo cáo)(?: để| đến| tới)? [^.;]{0,80}<(?:biết|được biết)>|<trân trọng>|<(?:quyết định|xem xét|có thể|được)(?: việc)? (?:điều chỉnh|thay đổi)>',
);
const asking = phrase('^(?:đề nghị|yêu cầu)>');
const isEveryone = (s: Statement) => s.who !== null && find(everyone, view(s.p, s.who.a, s.who.b)) !== null;
const everyone = phrase('^(?:(?:các|những) )?(?:(?:cơ quan|đơn vị|địa phương),? ?(?:và )?){2,4}$');
/** In a closing line, outside the numbered duties, nobody in particular. */
const anyone = phrase('^(?:các )?(?:cơ quan|đơn vị|địa phương|cấp, các ngành)$');
