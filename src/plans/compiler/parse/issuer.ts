// The body that issues and the one above it, from the capitals of a letterhead or from a citation.
import { type Piece, tidy } from '../layout/paragraph.ts';
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
    if (role === 'organ') organs.push({ value: inSentenceCase(p.text), piece: whole(p) });
    else if (last && role === null && endsInPeople.test(last.value) && placeAlone.test(p.text))
      last.value += ` ${placeName(p.text)}`;
  }
  return { issuer: organs.at(-1) ?? null, parent: organs.at(-2) ?? null };
}

/** "ỦY BAN NHÂN DÂN" and "TỈNH SƠN LA" stand on two lines. */
const endsInPeople = /(?:nhân dân|đảng bộ|chấp hành|liên đoàn lao động|mặt trận tổ quốc việt nam)$/iu;
const placeAlone =
  /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) \p{Lu}[\p{Lu} .'-]{1,30}$/u;
const placeName = (text: string): string => {
  const named = inSentenceCase(text);
  return named[0]!.toLowerCase() + named.slice(1);
};

const common = new Set(
  'uỷ ủy ban nhân dân tỉnh thành huyện quận thị xã phường trấn phố đảng bộ chi chấp hành thường vụ tổ chức tuyên giáo vận nội chính kiểm tra văn phòng sở vụ cục viện trường trung tâm hội liên đoàn lao động nông phụ nữ cựu chiến binh mặt trận tổ quốc công an quân sự cán sự đoàn giám sát chuyên đề và của các cơ quan xây dựng phát triển nông thôn môi nghiệp nguyên tài chính kế hoạch đầu tư văn hóa thể thao du lịch khối doanh khoa học công nghệ giáo dục đào tạo y tế ngân sách kinh tế thường trực liên đoàn tư pháp thanh tra'.split(
    ' ',
  ),
);

const acronyms = new Set(['mttq', 'bch', 'tncs', 'ubnd', 'hđnd', 'lđlđ', 'ubmttq', 'btv', 'tnhh', 'mtv']);

/** "TỈNH UỶ BẮC GIANG" → "Tỉnh uỷ Bắc Giang": common words small, others as names. */
export function inSentenceCase(text: string): string {
  return text
    .toLowerCase()
    .split(' ')
    .map((w, i) =>
      acronyms.has(w)
        ? w.toUpperCase()
        : i === 0 || !common.has(w)
          ? w.charAt(0).toUpperCase() + w.slice(1)
          : w,
    )
    .join(' ');
}

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
  const body = m ? { ...piece, a: piece.a + m[0].length } : piece;
  const person = findPerson(body.p.text.slice(body.a, body.b));
  return person && person.a > 3 ? tidy({ ...body, b: body.a + person.a }) : body;
}
const officer = phrase(
  '^(?:đồng chí )?(?:phó |quyền )?(?:bộ trưởng|chủ tịch|bí thư|tổng giám đốc|giám đốc|thủ trưởng|trưởng ban|chánh án|viện trưởng|chánh văn phòng)(?: thường trực)? (?=(?:bộ|ubnd|hđnd|hội đồng|ủy ban|ban|sở|tòa|viện|tỉnh ủy|thành ủy|huyện ủy|đảng ủy) )',
);
