// The letterhead and the title: issuer, body above, number, date, kind, title; also the form news pages give them.
import { isoDate, isRealDate, type LocalDate, lastDayOfMonth } from '#src/kernel/dates.ts';
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { readPoints } from '../lex/points.ts';
import { type Citation, readCitations, readStamp, readSymbols } from '../lex/symbols.ts';
import type { When } from '../model.ts';
import { find, phrase } from '../text/planes.ts';
import { readPageHeading } from './pageheading.ts';
import type { Placed } from './regions.ts';

/** A value and its words in the text. */
export type Found<T> = { value: T; piece: Piece };

export type Letterhead = {
  kind: Found<string> | null;
  number: Found<string> | null;
  symbol: Found<string> | null;
  issuedOn: Found<When> | null;
  stampedAt: Found<string> | null;
  pageDate: Found<LocalDate> | null;
  issuer: Found<string> | null;
  parentBody: Found<string> | null;
  title: Found<string> | null;
  titlePieces: Piece[];
};

const whole = (p: Paragraph): Piece => tidy({ p, a: 0, b: p.text.length });

export function readLetterhead(placed: readonly Placed[]): Letterhead {
  const head = placed.filter((x) => x.region === 'head');
  const lines = head.length > 0 ? head : placed.slice(0, 3);
  const numbered = lines.some((x) => x.role === 'number');
  const page = numbered
    ? null
    : (readPageHeading(lines) ?? readPageHeading(placed.filter((x) => x.region === 'body').slice(0, 2)));
  const issuedWith = readIssuedWith(placed);
  const symbol = readNumber(lines) ?? fromCitation(page?.citation ?? issuedWith);
  const organs = readOrgans(lines);
  const title =
    readTitle(placed) ??
    (page?.title ? { value: page.title.p.text.slice(page.title.a, page.title.b), piece: page.title } : null);
  const issuer =
    organs.issuer ?? issuerOf(page?.citation ?? issuedWith) ?? (page?.issuer ? named(page.issuer) : null);
  return {
    kind: readKind(lines, placed) ?? page?.kind ?? null,
    number: symbol?.number ?? null,
    symbol: symbol?.symbol ?? null,
    issuedOn: readIssueDate(lines) ?? dateOf(page?.citation ?? issuedWith),
    stampedAt: readDigitalStamp(placed),
    pageDate: readPageDate(placed),
    issuer,
    parentBody: organs.parent,
    title,
    titlePieces: title ? titleLines(placed, title.piece) : [],
  };
}

const named = (piece: Piece): Found<string> => ({ value: piece.p.text.slice(piece.a, piece.b), piece });

function readNumber(
  lines: readonly Placed[],
): { number: Found<string> | null; symbol: Found<string> } | null {
  for (const { p, role } of lines) {
    if (role !== 'number') continue;
    const found = readSymbols(p)[0];
    if (!found) continue;
    const symbol = { value: found.symbol, piece: tidySymbol({ p, a: found.a, b: found.b }) };
    const number = found.number
      ? {
          value: found.number.replace(/\D+$/, ''),
          piece: { p, a: found.a, b: found.a + found.number.length },
        }
      : null;
    return { number, symbol };
  }
  return null;
}

const tidySymbol = ({ p, a, b }: Piece): Piece => ({ p, a: p.text[a] === ' ' ? a + 1 : a, b });

function fromCitation(c: Citation | null): { number: Found<string> | null; symbol: Found<string> } | null {
  if (!c?.symbol) return null;
  const { p } = c.piece;
  const found = readSymbols(p, c.piece.a, c.piece.b).find((s) => s.symbol === c.symbol);
  if (!found) return null;
  const piece = { p, a: found.a, b: found.b };
  return {
    symbol: { value: c.symbol, piece },
    number: c.number ? { value: c.number, piece: { p, a: found.a, b: found.a + c.number.length } } : null,
  };
}

function dateOf(c: Citation | null): Found<When> | null {
  if (!c?.date) return null;
  return {
    value: { rel: 'on', from: c.date, to: c.date, precision: 'day', tentative: false },
    piece: c.piece,
  };
}

function issuerOf(c: Citation | null): Found<string> | null {
  if (!c?.issuer) return null;
  const piece = withoutOfficer(c.issuer);
  return { value: piece.p.text.slice(piece.a, piece.b), piece };
}

/** "Bộ trưởng Bộ Văn hóa" issues for the ministry. */
function withoutOfficer(piece: Piece): Piece {
  const m = find(officer, {
    plain: piece.p.plain,
    marked: piece.p.marked.slice(piece.a, piece.b),
    bare: piece.p.bare.slice(piece.a, piece.b),
  });
  return m ? { ...piece, a: piece.a + m[0].length } : piece;
}
const officer = phrase(
  '^(?:bộ trưởng|chủ tịch|tổng giám đốc|giám đốc|thủ trưởng|trưởng ban|chánh án|viện trưởng) (?=(?:bộ|ubnd|ủy ban|ban|sở|tòa|viện) )',
);

const issuedWithForm = phrase('^\\( ?(?:ban hành )?kèm theo ');

function readIssuedWith(placed: readonly Placed[]): Citation | null {
  for (const { p, role } of placed)
    if (role === 'issued-with' && find(issuedWithForm, p)) return readCitations(p)[0] ?? null;
  return null;
}

/** Both columns of the letterhead on one line, as a PDF gives them: "Số 15-KH/TU Huế, ngày 02 tháng 3 năm 2026". */
const numberedAndDated = ({ p, role }: Placed): boolean =>
  role === 'number' && /,? ?ng[àa]y ?[\d.…_ ]*th[áa]ng ?[\d.…_ ]*n[ăa]m ?\d{4} ?$/iu.test(p.text);

/** "Hà Nội, ngày 18 tháng 5 năm 2023": a day; with the day left blank, the month. */
function readIssueDate(lines: readonly Placed[]): Found<When> | null {
  const line = lines.find((x) => x.role === 'place-date') ?? lines.find(numberedAndDated);
  if (!line) return null;
  const m = /ng[àa]y ?(\d{1,2})? ?[.…_ ]*th[áa]ng ?(\d{1,2})? ?[.…_ ]*n[ăa]m ?(\d{4})?/iu.exec(line.p.text);
  const [d, mo, y] = [Number(m?.[1] ?? 0), Number(m?.[2] ?? 0), Number(m?.[3] ?? 0)];
  if (!m || y === 0 || mo < 1 || mo > 12) return null;
  const piece = { p: line.p, a: m.index, b: m.index + m[0].length };
  if (d > 0 && isRealDate(y, mo, d))
    return {
      value: {
        rel: 'on',
        from: isoDate(y, mo, d),
        to: isoDate(y, mo, d),
        precision: 'day',
        tentative: false,
      },
      piece,
    };
  return {
    value: {
      rel: 'in',
      from: isoDate(y, mo, 1),
      to: lastDayOfMonth(y, mo),
      precision: 'month',
      tentative: false,
    },
    piece,
  };
}

function readDigitalStamp(placed: readonly Placed[]): Found<string> | null {
  for (const { p } of placed.filter((x) => x.role === 'stamp')) {
    const stamp = readStamp(p.text);
    if (stamp) return { value: stamp.iso, piece: { p, a: stamp.a, b: stamp.b } };
  }
  return null;
}

function readPageDate(placed: readonly Placed[]): Found<LocalDate> | null {
  for (const { p, role } of placed) {
    if (role !== 'page-date') continue;
    const point = readPoints(p, null).find((x) => x.a < 60 && x.from !== null);
    if (point?.from) return { value: point.from.slice(0, 10), piece: { p, a: point.a, b: point.b } };
  }
  return null;
}

/** The last name of a body in capitals issues; the one before it stands above. A place alone on its line ends the name before it. */
function readOrgans(lines: readonly Placed[]): {
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
function inSentenceCase(text: string): string {
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

function readKind(lines: readonly Placed[], placed: readonly Placed[]): Found<string> | null {
  const named = lines.filter((x) => x.role === 'kind').at(-1);
  if (named)
    return {
      value: inSentenceCase(named.p.text).replace(/ (\p{L}+)$/u, (w) => w.toLowerCase()),
      piece: whole(named.p),
    };
  const letter = placed.find((x) => x.role === 'about' || x.role === 'addressee');
  return letter ? { value: 'Công văn', piece: { p: letter.p, a: 0, b: 0 } } : null;
}

/** The lines after the name of the kind, or after V/v, up to the rule, the brackets or the body. */
function readTitle(placed: readonly Placed[]): Found<string> | null {
  const kindAt = placed.findLastIndex((x) => x.region === 'head' && x.role === 'kind');
  const aboutAt = placed.findIndex((x) => x.region === 'head' && x.role === 'about');
  const at = kindAt >= 0 ? kindAt + 1 : aboutAt;
  if (at < 0) return null;
  const pieces: Piece[] = [];
  for (let i = at; i < placed.length && pieces.length < 6; i++) {
    const { p, role, region } = placed[i]!;
    if (region !== 'head' || (role !== null && role !== 'organ' && role !== 'about' && role !== 'annex'))
      break;
    const piece = whole(p);
    const about = role === 'about' && kindAt < 0 ? /^(?:V\/v|Về việc)\s*:?\s*/iu.exec(p.text) : null;
    pieces.push(about ? { ...piece, a: about[0].length } : piece);
    if (kindAt < 0 && i > at + 2) break;
  }
  if (pieces.length === 0) return null;
  const value = pieces.map((x) => x.p.text.slice(x.a, x.b)).join(' ');
  return { value, piece: pieces[0]! };
}

function titleLines(placed: readonly Placed[], first: Piece): Piece[] {
  const at = placed.findIndex((x) => x.p === first.p);
  const out = [first];
  for (let i = at + 1; i < placed.length && placed[i]!.region === 'head' && placed[i]!.role === null; i++)
    out.push(whole(placed[i]!.p));
  return out;
}
