// Where the names of those visited begin: after "gồm" or a colon, after "tại" or "với", in brackets after a class, right after the verb.
import { type Paragraph, tidy } from '../layout/paragraph.ts';
import { isOrganAt } from '../lex/organs.ts';
import { beginsName, placeClasses } from '../lex/places.ts';
import { sentencesOf } from '../lex/sentences.ts';
import type { Time } from '../lex/whens.ts';
import { find, findAll, phrase, view } from '../text/planes.ts';
import type { FoundVisit } from './visit.ts';
import { type Names, readNames } from './visit-names.ts';

/** Names found in a sentence, and the count said before them. */
export type Group = Names & { count: FoundVisit['count']; sentence: { a: number; b: number } };

export const going = phrase(
  '<(?:khảo sát|kiểm tra|làm việc|giám sát|nắm tình hình|thẩm tra|đi cơ sở|thăm|tiếp xúc|đi thực tế)>',
);
const eachPlace = phrase(
  '^(?:trên cơ sở|căn cứ|tại mỗi|tại các|mỗi|tại từng|ở mỗi|thành phần|nội dung)>|<(?:giám sát|kiểm tra|khảo sát) (?:thông qua|qua|bằng) (?:việc )?(?:báo cáo|văn bản|hồ sơ)>',
);
/** How the time at each place is spent: no list of those visited. */
const perPlace = phrase(
  '<(?:(?:tại|ở|với) mỗi|mỗi (?:nơi|đơn vị|địa phương|tỉnh|huyện|xã)|trong đó (?:dành|có) (?:\\d|một|nửa)[\\d,/]* (?:ngày|buổi)|(?:\\d[\\d,/]*|một|nửa) (?:buổi|ngày) (?:để )?làm việc|buổi làm việc)>',
);

/** Groups of names in the sentences that speak of going. */
export function readParagraph(p: Paragraph, times: readonly Time[]): Group[] {
  return sentencesOf(p).flatMap((sentence) => readSentence(p, sentence, times));
}

function readSentence(p: Paragraph, whole: { a: number; b: number }, times: readonly Time[]): Group[] {
  const sentence = { a: whole.a, b: find(perPlace, p, whole.a, whole.b)?.index ?? whole.b };
  const go = find(going, p, sentence.a, sentence.b);
  if (!go || find(eachPlace, view(p, sentence.a, sentence.b))) return [];
  for (const look of [afterColonOrPreposition, inBrackets, afterVerb]) {
    const found = look(p, go.index, sentence, times);
    if (found.length > 0) return found;
  }
  return [];
}

type Look = (
  p: Paragraph,
  from: number,
  sentence: { a: number; b: number },
  times: readonly Time[],
) => Group[];

/** Names at each start that lies past the names before it; a count binds a list only where one time holds for all of it. */
function collect(
  p: Paragraph,
  starts: readonly { at: number; counted: number }[],
  sentence: { a: number; b: number },
  times: readonly Time[],
): Group[] {
  const out: Group[] = [];
  for (const { at, counted } of starts) {
    if (at < (out.at(-1)?.b ?? 0)) continue;
    const names = readNames(p, at, sentence.b, times, 'prose');
    const count = names.length === 1 ? countBefore(p, sentence.a, counted) : null;
    out.push(...names.map((n) => ({ ...n, count, sentence })));
  }
  return out;
}

const listed = phrase(
  '(?:gồm có|bao gồm|gồm|là|sau)? ?: ?(?=\\p{L}|\\(1\\) )|<(?:gồm|bao gồm|gồm có|là) (?=\\p{L})',
);
/** A delegation's own members, and other labels, are not those visited. */
const membersOrOther = phrase(
  '<(?:đoàn|tổ|thành phần|thành viên)(?: (?:giám sát|kiểm tra|khảo sát|công tác|liên ngành|số \\d{1,2}|do \\p{L}+))*,? ?$|<(?:thành phần|nội dung|chủ trì|trưởng đoàn|tham gia|phương tiện|hồ sơ|kinh phí|thành viên)(?: \\p{L}+){0,6} $',
);

const heads =
  'đảng ủy|ban thường vụ|ủy ban nhân dân|ubnd|thường trực|lãnh đạo|ủy ban mặt trận tổ quốc|cấp ủy|hđnd|hội đồng nhân dân|tập thể|ban lãnh đạo';
export const classes = `${placeClasses}|thành ủy|tỉnh ủy|địa phương|đơn vị|bộ|sở|cơ quan|ban|huyện ủy|đảng ủy|đơn vị cơ sở|ngành`;
const towards = phrase(
  `<(?:tại|với|ở) (?:(?:${heads})(?:,? (?:và )?(?:${heads}))* ?)?(?:\\d{1,2} )?(?:các |những )?(?:(?:${classes}),? ?(?:và )?){0,5}(?=\\p{L})`,
);
/** "Ủy ban nhân dân các tỉnh A, B": the class is said once, the names stand bare. */
const bareAfterClass = phrase(`^(?:${heads})(?:,? (?:và )?(?:${heads}))* (?:các )`);
/** "tại phường A, xã B": the class belongs to the one name. */
const oneClass = phrase(`^(?:${placeClasses}) $`);

/**
 * "10 tỉnh, thành ủy gồm: A, B và 03 Ban cán sự đảng, gồm: C, D"; "làm việc với Tỉnh ủy A, Tỉnh ủy B", "tại 03 huyện A,
 * B": every list, in order. Without going again, a second "tại" is where they meet.
 */
const afterColonOrPreposition: Look = (p, from, sentence, times) => {
  const listing = findAll(listed, p, from, sentence.b)
    .filter((m) => !find(membersOrOther, view(p, Math.max(sentence.a, m.index - 60), m.index)))
    .map((m) => ({ at: m.index + m[0].length, counted: m.index }));
  const going = findAll(towards, p, from, sentence.b)
    .flatMap((m) => {
      const at = nameAfter(p, m, sentence.b);
      return at !== null && isGoing(p, sentence.a, m.index) ? [{ at, counted: at }] : [];
    })
    .filter(({ at }, i, all) => i === 0 || goesAgain(p, all[i - 1]!.at, at));
  const starts = [...listing, ...going].sort((x, y) => x.at - y.at);
  return collect(p, starts, sentence, times);
};

const goesAgain = (p: Paragraph, a: number, b: number): boolean => find(going, p, a, b) !== null;

function nameAfter(p: Paragraph, m: RegExpExecArray, end: number): number | null {
  const after = m.index + m[0].length;
  const first = m.index + (/^(?:tại|với|ở|tai|voi|o)\s+/iu.exec(p.text.slice(m.index))?.[0].length ?? 0);
  const capital = (at: number) => /\p{Lu}/u.test(p.text[at] ?? '');
  if (capital(first) && !find(bareAfterClass, view(p, first, end))) return first;
  if (find(oneClass, view(p, first, after)) && capital(after)) return first;
  return capital(after) ? after : null;
}

/** True where the nearest act before a preposition is the going itself, and not "phản ánh … với", "họp tại". */
function isGoing(p: Paragraph, from: number, at: number): boolean {
  const acts = findAll(acting, p, Math.max(from, at - 200), at);
  const last = acts.at(-1);
  return last !== undefined && find(going, view(p, last.index, last.index + last[0].length)) !== null;
}
const acting = phrase(
  '(?<!<(?:kết quả|kế hoạch|tình hình) )<(?:khảo sát|kiểm tra|làm việc|giám sát|nắm tình hình|thẩm tra|đi cơ sở|thăm|tiếp xúc|đi thực tế|thống nhất|phối hợp|cùng|trao đổi|phản ánh|báo cáo|xin ý kiến|liên hệ|kết hợp|gắn|so|đối với|thông báo|hội nghị|hội thảo|tọa đàm|họp|trụ sở|quy định|nêu|ban hành|đăng|tổng kết|sơ kết|công bố)>',
);

const bracket = phrase(
  `<(?:\\d{1,2}|một số|các|những|và)(?: (?:${classes}),?(?: và)?){1,4}(?: \\p{L}+){0,3} \\( ?(?:gồm|gồm:|là)? ?(?=\\p{L})`,
);
/** "một số địa phương (Hà Nội, Nghệ An)". */
const inBrackets: Look = (p, from, sentence, times) =>
  collect(
    p,
    findAll(bracket, p, from, sentence.b).map((m) => ({
      at: m.index + m[0].length,
      counted: m.index + m[0].indexOf('('),
    })),
    sentence,
    times,
  );

const direct = phrase(
  '(?<!<(?:đoàn|tổ|ban|kế hoạch|lịch|công tác|việc|về|chương trình|nội dung|cuộc|hoạt động) )<(?:kiểm tra|khảo sát|giám sát|thăm)(?:, (?:kiểm tra|khảo sát|giám sát))? (?:trực tiếp |thực tế |chuyên đề )?(?:đối với )?(?=\\p{L})',
);
/** "Đoàn kiểm tra Đảng ủy xã A, Đảng ủy xã B": a delegation, then its act; the bodies follow at once. */
const ofDelegation = phrase(
  '<(?:đoàn|tổ) (?:kiểm tra|khảo sát|giám sát)(?: số \\d{1,2})? (?=(?:đảng ủy|chi bộ|ban thường vụ|huyện ủy|thị ủy|thành ủy|tỉnh ủy|ubnd|ủy ban nhân dân|xã|phường) )',
);
const afterVerb: Look = (p, from, sentence, times) =>
  collect(
    p,
    [
      ...findAll(direct, p, from, sentence.b),
      ...findAll(ofDelegation, p, Math.max(sentence.a, from - 8), sentence.b),
    ]
      .map((m) => m.index + m[0].length)
      .filter((at) => isOrganAt(p, at) && beginsName(p.text.slice(at, at + 40)))
      .map((at) => ({ at, counted: at })),
    sentence,
    times,
  );

const counted = phrase('(?<n>\\d{1,3})(?: \\p{L}+,?){1,8} ?$');
function countBefore(p: Paragraph, from: number, at: number): FoundVisit['count'] {
  const start = Math.max(from, at - 60);
  const m = find(counted, {
    plain: p.plain,
    marked: p.marked.slice(start, at).trimEnd().replace(/,$/, ' '),
    bare: p.bare.slice(start, at).trimEnd().replace(/,$/, ' '),
  });
  if (!m?.groups?.n) return null;
  const a = start + m.index;
  return { value: Number(m.groups.n), piece: tidy({ p, a, b: at }) };
}
