// The body that issues and the one above it, from the capitals of a letterhead or from a citation.
import { type Piece, tidy } from '../layout/paragraph.ts';
import { isCapitals } from '../layout/paragraphs.ts';
import { findPerson } from '../lex/persons.ts';
import type { Citation } from '../lex/symbols.ts';
import { find, phrase } from '../text/planes.ts';
import { type Found, whole } from './found.ts';
import type { Placed } from './regions.ts';

/** The last name of a body in capitals issues; the one before it stands above. A place alone on its line ends the name before it. */
export function readOrgans(lines: readonly Placed[]): {
  issuer: Found<string> | null;
  parent: Found<string> | null;
} {
  const organs: { value: string; piece: Piece }[] = [];
  for (const { p, role } of lines) {
    if (organs.length > 0 && (role === 'kind' || role === 'about' || role === 'addressee')) break;
    const last = organs.at(-1);
    if (
      (role === 'organ' || role === null) &&
      last &&
      placeAlone.test(p.text) &&
      !namesPlace.test(last.value)
    )
      last.value += ` ${placeName(p.text)}`;
    else if (last && role === null && endsInTask.test(last.value) && isCapitals(p.text) && !p.mark)
      last.value += ` ${inSentenceCase(p.text)}`;
    else if (role === 'organ') organs.push({ value: inSentenceCase(p.text), piece: whole(p) });
  }
  return { issuer: organs.at(-1) ?? null, parent: organs.at(-2) ?? null };
}

/** "ỦY BAN NHÂN DÂN" and "TỈNH SƠN LA", "ĐẢNG ỦY" and "PHƯỜNG AN PHÚ" stand on two lines. */
const placeAlone =
  /^(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|KHU VỰC) (?!(?:ỦY|UỶ|ĐOÀN|HỘI)(?: |$))[\p{Lu}\d][\p{Lu}\d .'’-]{0,30}$/u;
/** "BAN CHỈ ĐẠO TỔNG KẾT" and "NGHỊ QUYẾT SỐ 25": what a committee is set up for goes on. */
const endsInTask =
  /(?:ban chỉ đạo|tổ biên tập|tiểu ban|hội đồng|ban soạn thảo)(?: tổng kết| sơ kết| thực hiện| phòng, chống| xây dựng)*$/iu;
const namesPlace = /(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|khu vực) \p{Lu}/u;
const placeName = (text: string): string => {
  const named = inSentenceCase(text);
  return /^TP/.test(text) ? `TP${named.slice(2)}` : named[0]!.toLowerCase() + named.slice(1);
};

/** Words that are small in the names of bodies, unless a head word stands before them. */
const common = new Set(
  `uỷ ủy ban nhân dân tỉnh thành huyện quận thị xã phường trấn phố đảng bộ chi chấp hành thường vụ tổ chức giáo vận chính
  kiểm tra phòng sở cục viện trường tâm hội đoàn lao động nghiệp quân sự giám sát đề và của các cơ quan dựng triển thôn môi
  nguyên trường kế hoạch đầu tư hóa hoá thao lịch doanh công nghệ dục tạo tế sách trực pháp an phủ huy đạo hiệp phụ nữ đồng ty
  hàng nhà nước bạc lực cao sát kết quyết số đài báo nội quốc cương toán hiểm`.split(/\s+/),
);
/** The word after one of these begins a name: "Ban Dân vận", "Bộ Công an", "Sở Y tế và …". */
const heads = new Set('ban bộ sở cục phòng viện hội đoàn tập trường và văn-phòng chi-cục'.split(' '));
/** "Hội đồng nhân dân", "Ủy ban nhân dân", "hội viên": the word after the head is no name of its own. */
const joined = new Set('nhân đồng nghị viên đảng ngành tỉnh thành huyện xã phường quận thị'.split(' '));
const acronyms = new Set(['ubnd', 'ubmttq', 'ubkt', 'evn', 'bidv']);
const isAcronym = (w: string): boolean =>
  acronyms.has(w) || (w.length > 1 && /^[bcdđghklmnpqrstvx]+\.?$/u.test(w));

/** Where the name of a place begins: after the class of the place, or after its Party committee or Youth Union. */
const placeWord =
  /(?:^|\s)(?:(?:tỉnh|thành|huyện|quận|thị|xã|phường) (?:ủy|uỷ|đoàn)|thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|xã(?! hội)|phường|tp\.?) (?=\S+)/giu;

/** "TỈNH UỶ BẮC GIANG" → "Tỉnh uỷ Bắc Giang": common words small, others and the names of places as names. */
export function inSentenceCase(text: string): string {
  const small = text.toLowerCase();
  const last = [...small.matchAll(placeWord)].at(-1);
  const place = last ? last.index + last[0].length : small.length;
  let before = '';
  return small.replace(/\S+/gu, (w: string, at: number) => {
    const begins = at === 0 || at >= place || !common.has(w) || (heads.has(before) && !joined.has(w));
    before = w;
    return isAcronym(w) ? w.toUpperCase() : begins ? w.charAt(0).toUpperCase() + w.slice(1) : w;
  });
}

/** The body that a citation names as the issuer. */
export function issuerOf(c: Citation | null): Found<string> | null {
  if (!c?.issuer) return null;
  const piece = withoutOfficer(c.issuer);
  return { value: piece.p.text.slice(piece.a, piece.b), piece };
}

/** "Bộ trưởng Bộ Văn hóa", "Chủ tịch UBND tỉnh Cà Mau Nguyễn Văn An" issue for the body: its name alone. */
export function withoutOfficer(piece: Piece): Piece {
  const m = find(officer, {
    plain: piece.p.plain,
    marked: piece.p.marked.slice(piece.a, piece.b),
    bare: piece.p.bare.slice(piece.a, piece.b),
  });
  if (!m) return piece;
  const body = { ...piece, a: piece.a + m[0].length };
  const name = body.p.text.slice(body.a, body.b);
  const person = findPerson(name);
  return person && person.a > 3 && name.slice(person.a).split(' ').length > 2
    ? tidy({ ...body, b: body.a + person.a })
    : body;
}
const officer = phrase(
  '^(?:đồng chí )?(?:phó |quyền )?(?:bộ trưởng|chủ tịch|bí thư|tổng giám đốc|giám đốc|thủ trưởng|trưởng ban|chánh án|viện trưởng|chánh văn phòng)(?: thường trực)? (?=(?:bộ|ubnd|hđnd|hội đồng|ủy ban|ban|sở|tòa|viện|tỉnh ủy|thành ủy|huyện ủy|đảng ủy) )',
);
