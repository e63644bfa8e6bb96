// Tasks: who leads, who supports, what, by when; from the chapter of duties, from "chủ trì" anywhere, from labelled lines and from tables.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isActorAt, partOrgans } from '../lex/organs.ts';
import { isPartOfName } from '../lex/subjects.ts';
import { verbPhrase } from '../lex/verbs.ts';
import type { When } from '../model.ts';
import { find, findAll, phrase } from '../text/planes.ts';
import type { ByStatement } from './deadlines.ts';
import { type Statement, says, view } from './statements.ts';

export type FoundTask = {
  lead: Piece;
  supporting: Piece[];
  what: Piece;
  due: { when: When; piece: Piece } | null;
};

const leads = phrase(
  '<(?:chủ trì|là (?:đơn vị |cơ quan |bộ phận )?đầu mối|làm đầu mối|là cơ quan thường trực|chịu trách nhiệm chính)>',
);
const together = phrase(
  '<(?:phối hợp|cùng|chủ trì, phối hợp)(?: chặt chẽ)?(?: (?:với|cùng|và))? ?:? (?=\\p{L})',
);
const whileWorking = phrase(
  '^(?:trong quá trình|nếu có|khi có|quá trình|mọi|các báo cáo|báo cáo gửi|định kỳ|khuyến khích)>',
);
const onlyReports = phrase(
  '<(?:hoàn thành|gửi|nộp)(?: \\p{L}+){0,3} báo cáo(?: \\p{L}+)* (?:về|gửi|đến)|<(?:gửi|nộp)(?: dự thảo| thêm| bổ sung)? báo cáo',
);

/** `taken`: statements that are already a class's report or a visit. */
export function readTasks(
  statements: readonly Statement[],
  deadlines: ByStatement,
  taken: (s: Statement) => boolean,
): FoundTask[] {
  const chaptered = statements.some((s) => s.item.section?.purpose === 'duties');
  const acts = statements.filter((s) => !chaptered || s.item.section !== null);
  const out: FoundTask[] = [];
  for (const group of byActor(acts)) {
    const first = group[0]!;
    if (!first.who || taken(first) || isBareHeading(first) || !isTask(group, chaptered)) continue;
    const lead = first.who;
    const supporting = group.flatMap((s) => readSupporting(s));
    const due = group.flatMap((s) => deadlines.get(s) ?? []);
    const again = due.filter((d) => d.when.rel === 'recurring');
    const once = due.filter((d) => d.when.rel !== 'recurring');
    const what = tidy({ p: first.p, a: first.own ? first.verb : first.a, b: group.at(-1)!.b });
    const ends = [again.at(-1), once.at(-1)].filter((d) => d !== undefined);
    for (const d of ends.length > 0 ? ends : [null])
      out.push({ lead, supporting, what, due: d ? { when: d.when, piece: d.time } : null });
  }
  return out;
}

/** Clauses in a row of one paragraph that one body does. */
function byActor(statements: readonly Statement[]): Statement[][] {
  const out: Statement[][] = [];
  for (const s of statements) {
    const group = out.at(-1);
    const first = group?.[0];
    const carriesOn = group && first && s.p === first.p && !s.own && !says(s, whileWorking);
    const dueBelow =
      group &&
      first &&
      s.who !== null &&
      s.who === first.who &&
      !s.p.mark &&
      !s.own &&
      s.p.index === group.at(-1)!.p.index + 1;
    if (carriesOn || dueBelow) group.push(s);
    else out.push([s]);
  }
  return out;
}

/** "Giao Văn phòng:" only heads what follows. */
const isBareHeading = (s: Statement) => /:$/.test(s.p.text) && s.p.text.length < 130;

function isTask(group: readonly Statement[], chaptered: boolean): boolean {
  const first = group[0]!;
  if (!first.who || says(first, whileWorking) || (!first.p.mark && says(first, closing))) return false;
  if (!isActorAt(first.p === first.who.p ? first.p : first.who.p, first.who.a)) return false;
  const duty = first.item.section?.purpose === 'duties';
  if (!first.own) return duty && first.p !== first.who.p && first.p.mark !== null;
  if (group.some((s) => says(s, leads))) return true;
  if (first.introduced === 'giao' || first.introduced === 'phân công' || first.introduced === 'giao cho')
    return true;
  const asked =
    !chaptered &&
    first.introduced !== null &&
    find(asking, view(first.p, first.sentence.a, first.sentence.b)) !== null;
  if (!duty && !asked) return false;
  if (!first.p.mark && find(anyone, view(first.who.p, first.who.a, first.who.b))) return false;
  return !(isEveryone(first) || (says(first, onlyReports) && !says(first, together)));
}

/** "Văn phòng … thông báo để các cơ quan, đơn vị biết, thực hiện./." ends the text. */
const closing = phrase('<(?:thông báo|báo cáo)(?: để| đến| tới)? [^.;]{0,80}<(?:biết|được biết)>');
const asking = phrase('^(?:đề nghị|yêu cầu)>');
const isEveryone = (s: Statement) => s.who !== null && find(everyone, view(s.p, s.who.a, s.who.b)) !== null;
const everyone = phrase('^(?:(?:các|những) )?(?:(?:cơ quan|đơn vị|địa phương),? ?(?:và )?){2,4}$');
/** In a closing line, outside the numbered duties, nobody in particular. */
const anyone = phrase('^(?:các )?(?:cơ quan|đơn vị|địa phương|cấp, các ngành)$');

/** The bodies after "phối hợp với", up to the verb of what they do together. */
export function readSupporting(s: Statement): Piece[] {
  const m = find(together, view(s.p, s.a, s.b));
  if (!m) return [];
  const a = s.a + m.index + m[0].length;
  const verb = firstVerb(s.p, a, s.b);
  if (find(jointly, view(s.p, s.a, a)) && !isActorAt(s.p, a)) return [];
  return partOrgans(tidy({ p: s.p, a, b: verb })).filter((x) => x.b - x.a > 2 && x.b - x.a < 160);
}

/** "cùng tham gia": an adverb, not a companion. */
const jointly = phrase('(?<!phối hợp )<cùng $|<(?:phối hợp|chặt chẽ) $');

function firstVerb(p: Paragraph, a: number, b: number): number {
  for (const m of findAll(verbPhrase, p, a, b)) {
    if (m.index === a) continue;
    if (!p.plain && /\p{Lu}/u.test(p.text[m.index]!)) continue;
    if (isPartOfName(p, a, m.index)) continue;
    return m.index;
  }
  return Math.min(b, ...[p.text.indexOf(';', a), p.text.indexOf('. ', a)].filter((x) => x > 0));
}
