// Names of bodies and of classes of bodies: how they begin, where they end, how a list of them is parted.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { find, phrase, view } from '../text/planes.ts';
import { notOrgans, organHeads } from './organ-heads.ts';
import { placeClasses } from './places.ts';

const heads = [...organHeads].sort((a, b) => b.length - a.length).join('|');
const beginsOrgan = phrase(`^(?!(?:${notOrgans})>)(?:${heads})>`);

const at = (p: Paragraph, a: number, n: number) => view(p, a, a + n);

/** True when the name of a body, or of a class of bodies, begins here. */
export function isOrganAt(p: Paragraph, a: number): boolean {
  return find(beginsOrgan, at(p, a, 40)) !== null || shortForm.test(p.text.slice(a, a + 16));
}
/** How many characters the words take that a name begins with ("ban chỉ đạo"); 0 where no name begins. */
export const organHeadAt = (p: Paragraph, a: number): number =>
  find(beginsOrgan, at(p, a, 40))?.[0].length ?? 0;
/** "TAND tỉnh", "BHXH các huyện", "KTNN khu vực XI": a body by its letters, in a line not all in capitals. */
const shortForm = /^(?![IVX]+\s)\p{Lu}{3,8} (?!\p{Lu}{3})[\p{L}\d]/u;

/** True when whoever can be charged begins here: a body, or those who head bodies. */
export function isActorAt(p: Paragraph, a: number): boolean {
  return isOrganAt(p, a) || find(beginsHead, at(p, a, 40)) !== null;
}
const beginsHead = phrase(
  '^(?:\\d{1,3} (?:cơ quan|đơn vị|địa phương|tỉnh|huyện|xã|phường|sở|bộ|trường|chi (?:bộ|đoàn|hội|cục)|đảng (?:bộ|ủy)|hội|phòng|bệnh viện|trung tâm|doanh nghiệp|hợp tác xã|cơ sở|dự án|khu vực|thôn|tổ)|ủy viên|thành viên|phó (?:bí thư|trưởng)|đội trưởng|tổ trưởng|(?:phó )?(?:tổng )?giám đốc|thủ trưởng|thủ tướng|tổng kiểm toán|người đứng đầu|(?:bộ|vụ|cục|viện|chi cục|hiệu|hạt|kế toán|chỉ huy) trưởng|trưởng (?:các|ban|phòng|đoàn|thôn|trạm|tiểu ban)|chánh (?:án|văn phòng|thanh tra)|chủ (?:tịch|nhiệm)|bí thư|đồng chí)>',
);

const separator = /\s*[;,]\s+|\s+(?:và|cùng|va)\s+/giu;

/**
 * Parts a list of bodies: "Văn phòng Tỉnh uỷ, Sở Tài nguyên và Môi trường, Hội Nông dân tỉnh" → three.
 * A comma or "và" parts only where a new name begins; "các vụ, đơn vị có liên quan" stays one class.
 */
export function partOrgans(list: Piece): Piece[] {
  const { p } = list;
  const out: Piece[] = [];
  let a = list.a;
  let depth = 0;
  const opens = [...p.text.slice(list.a, list.b)].map((c) => (depth += c === '(' ? 1 : c === ')' ? -1 : 0));
  for (const m of p.text.slice(list.a, list.b).matchAll(separator)) {
    const next = list.a + m.index + m[0].length;
    if ((opens[m.index] ?? 0) > 0) continue;
    if (!partsHere(p, next, m[0]) || isOneOffice(p, a, list.a + m.index, next)) continue;
    out.push(tidy({ p, a, b: list.a + m.index }));
    a = next;
  }
  out.push(tidy({ p, a, b: list.b }));
  return out.filter((piece) => piece.b > piece.a);
}

/** "Văn phòng HĐND và UBND": one office of two bodies. */
const isOneOffice = (p: Paragraph, a: number, b: number, next: number): boolean =>
  find(officeOf, view(p, a, b)) !== null && find(secondBody, at(p, next, 20)) !== null;
const officeOf = phrase(
  '^(?:lãnh đạo |chánh )?văn phòng (?:đoàn (?:đbqh|đại biểu quốc hội)|hđnd|hội đồng nhân dân)(?:, (?:hđnd|hội đồng nhân dân))?$',
);
const secondBody = phrase('^(?:hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân)>');

function partsHere(p: Paragraph, next: number, sign: string): boolean {
  if (sign.includes(';')) return true;
  if (!isOrganAt(p, next)) return false;
  const capital = p.plain || /\p{Lu}/u.test(p.text[next] ?? '');
  return capital || find(classWord, at(p, next, 12)) !== null;
}
const classWord = phrase('^(?:các|một số|những|từng) ');

const nameSeparator = new RegExp(
  `\\s*[;,]\\s*(?:và\\s+)?|\\s+và\\s+(?=\\p{Lu}|(?:${placeClasses}) \\p{Lu})`,
  'gu',
);

/** Bare names parted by commas, semicolons and "và": "Yên Bái, Thái Bình và Thanh Hóa". */
export function partNames(list: Piece): Piece[] {
  const { p } = list;
  const out: Piece[] = [];
  if (p.text.slice(list.a, list.b).includes('; ') && isOrganAt(p, list.a)) return partOrgans(list);
  let a = list.a;
  for (const m of p.text.slice(list.a, list.b).matchAll(nameSeparator)) {
    const b = list.a + m.index;
    const next = b + m[0].length;
    if (/và/i.test(m[0]) && !/[;,]/.test(m[0]) && joinsOneName(p, a, next)) continue;
    out.push(tidy({ p, a, b }));
    a = next;
  }
  out.push(tidy({ p, a, b: list.b }));
  return out.filter((piece) => piece.b - piece.a > 1);
}

/** "Bộ Nông nghiệp và Phát triển nông thôn": what follows "và" is no name of a body, but what stands before is. */
function joinsOneName(p: Paragraph, a: number, next: number): boolean {
  return isOrganAt(p, a) && !isOrganAt(p, next);
}
