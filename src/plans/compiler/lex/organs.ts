// Names of bodies and of classes of bodies: how they begin, where they end, how a list of them is parted.
import { type Paragraph, type Piece, tidy, words } from '../layout/paragraph.ts';
import { find, findAll, phrase } from '../text/planes.ts';
import { placeClasses } from './places.ts';

/** Words that the name of a body begins with. One line a family; add a name here. */
export const organHeads = [
  'ban cán sự đảng',
  'ban chấp hành',
  'ban thường vụ',
  'ban bí thư',
  'ban chỉ đạo',
  'ban tổ chức',
  'ban quản lý',
  'ban',
  'bộ chỉ huy',
  'bộ chính trị',
  'bộ tư lệnh',
  'bộ',
  'bảo hiểm xã hội',
  'báo',
  'chi bộ',
  'bch',
  'bảo tàng',
  'bệnh viện',
  'bưu điện',
  'chi cục',
  'chi nhánh',
  'chi ủy',
  'cấp ủy',
  'chi đoàn',
  'chi hội',
  'doanh nghiệp',
  'đội',
  'hiệp hội',
  'liên đội',
  'quận đoàn',
  'quỹ',
  'tổng hội',
  'tổng liên đoàn',
  'thị đoàn',
  'thường vụ',
  'chính phủ',
  'công an',
  'công đoàn',
  'công ty',
  'cổng thông tin',
  'cục',
  'cơ quan',
  'đài',
  'đại học',
  'đảng bộ',
  'đảng đoàn',
  'đảng ủy',
  'đoàn',
  'đơn vị',
  'đồng chí',
  'hạt kiểm lâm',
  'học viện',
  'hội',
  'hội đồng',
  'hđnd',
  'huyện ủy',
  'hải quan',
  'kho bạc',
  'khoa',
  'câu lạc bộ',
  'nhà (?:máy|khách|hát|văn hóa|thiếu nhi)',
  'khối',
  'kiểm toán',
  'liên đoàn',
  'liên hiệp',
  'liên minh',
  'mặt trận',
  'mttq',
  'lđlđ',
  'ngân hàng',
  'ngành',
  'nhà xuất bản',
  'phòng',
  'quân ủy',
  'quận ủy',
  'quốc hội',
  'sở',
  'tạp chí',
  'tập đoàn',
  'thanh tra',
  'thành đoàn',
  'thành ủy',
  'thị ủy',
  'thông tấn',
  'thuế',
  'thư viện',
  'thường trực',
  'tỉnh đoàn',
  'tỉnh ủy',
  'tòa(?: án)?',
  'tổ',
  'tổ chức',
  'tổng công ty',
  'tổng cục',
  'trung tâm',
  'trung ương',
  'trường',
  'trạm',
  'ubkt',
  'ubmttq',
  'ubnd',
  'ủy ban',
  'văn phòng',
  'viện',
  'viện kiểm sát',
  'vụ',
  'xã đoàn',
  'xí nghiệp',
  'huyện đoàn',
  'các',
  'một số',
  'những',
  'từng',
  'mỗi',
  'tất cả',
  'toàn thể',
  'hợp tác xã',
  'cấp xã',
  'cấp huyện',
  'cấp tỉnh',
  'cấp cơ sở',
  'cấp phường',
];
const heads = [...organHeads].sort((a, b) => b.length - a.length).join('|');
/** Words that begin alike but name no body. */
const notOrgans =
  'hội (?:nghị|thảo|trường|đàm|diễn|thi|viên)|báo (?:cáo|trước)|ban hành|bộ (?:máy|mặt|tài liệu|tiêu chí)|phòng,? chống|phòng họp|đoàn kết|đoàn viên|đội ngũ|đội viên|quỹ đất|doanh nghiệp (?:được|phải)|trường hợp|viện dẫn|vụ (?:việc|án)|tổ chức (?:hội nghị|thực hiện|triển khai|quán triệt|tổng kết|sơ kết|kiểm tra|khảo sát|\\d+)|đơn vị tính|thực trạng|ban đầu|ngành nghề|các (?:nội dung|văn bản|nhiệm vụ|giải pháp|báo cáo|số liệu|ý kiến|mục tiêu|hoạt động|chỉ tiêu|tài liệu|công việc|bước|hồ sơ|quy định|chính sách|vấn đề)';
const beginsOrgan = phrase(`^(?!(?:${notOrgans})>)(?:${heads})>`);

const at = (p: Paragraph, a: number, n: number) => ({
  plain: p.plain,
  marked: p.marked.slice(a, a + n),
  bare: p.bare.slice(a, a + n),
});

/** True when the name of a body, or of a class of bodies, begins here. */
export function isOrganAt(p: Paragraph, a: number): boolean {
  return find(beginsOrgan, at(p, a, 40)) !== null || shortForm.test(p.text.slice(a, a + 16));
}
/** "TAND tỉnh", "BHXH các huyện", "KTNN khu vực XI": a body by its letters, in a line not all in capitals. */
const shortForm = /^(?![IVX]+\s)\p{Lu}{3,8} (?!\p{Lu}{3})[\p{L}\d]/u;

/** True when whoever can be charged begins here: a body, or those who head bodies. */
export function isActorAt(p: Paragraph, a: number): boolean {
  return isOrganAt(p, a) || find(beginsHead, at(p, a, 40)) !== null;
}
const beginsHead = phrase(
  '^(?:\\d{1,3} (?:cơ quan|đơn vị|địa phương|tỉnh|huyện|xã|phường|sở|bộ)|(?:phó )?(?:tổng )?giám đốc|thủ trưởng|người đứng đầu|(?:bộ|vụ|cục|viện|chi cục|hiệu|hạt|kế toán|chỉ huy) trưởng|trưởng (?:các|ban|phòng|đoàn|thôn|trạm|tiểu ban)|chánh (?:án|văn phòng|thanh tra)|chủ (?:tịch|nhiệm)|bí thư|đồng chí)>',
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
    if (!partsHere(p, next, m[0])) continue;
    out.push(tidy({ p, a, b: list.a + m.index }));
    a = next;
  }
  out.push(tidy({ p, a, b: list.b }));
  return out.filter((piece) => piece.b > piece.a);
}

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

/** True for a name of one body or a list of them, not a sentence. */
export function isOrganName(piece: Piece): boolean {
  return (
    isOrganAt(piece.p, piece.a) &&
    words(piece).length < 200 &&
    findAll(sentence, piece.p, piece.a, piece.b).length === 0
  );
}
const sentence = phrase('[.!?] \\p{L}');
