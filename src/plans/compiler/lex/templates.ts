// Names of templates that reports follow: "Mẫu số 02/SK", "Đề cương mẫu 1", "Phụ lục II", "M1", "đề cương gửi kèm".
import { type Paragraph, type Piece, trimPiece } from '../layout/paragraph.ts';
import { find, findAll, phrase, view } from '../text/planes.ts';

/** A template as printed, its first letter capital; of "mẫu M1" the mark alone. */
export type NamedTemplate = { value: string; piece: Piece };

const paper = '(?:khung đề cương|đề cương|biểu mẫu|mẫu biểu|phụ lục|phụ biểu|biểu|mẫu|bảng|form)';
const between = '(?: (?:báo cáo|đề cương|số liệu|tổng hợp|thống kê|mẫu|biểu))';
const code = '(?:m ?\\d{1,2}|\\d{1,3}[a-zđ]{0,2}|[ivx]{1,4}|[a-hđ])(?:[-/.][\\p{L}\\d]{1,12}){0,3}';

const marked = phrase(
  `<(?<!(?:phân công|giao|nêu|quy định|ghi|danh mục|danh sách) (?:tại|ở|trong) )(?<t>${paper}${between}{0,2}(?: số)? ?${code})>|<theo (?<u>m ?\\d{1,2})>`,
);
const unmarked = phrase(
  '<(?<t>đề cương(?: báo cáo)?)(?: và phụ lục)?(?: \\p{L}+){0,2} (?:gửi kèm|kèm theo|đính kèm)|<theo (?<u>đề cương(?: báo cáo)?|mẫu)>(?! (?:tại|của|do|quy định))',
);
/** "theo đề cương và Phụ lục 1": what goes with an outline. */
const companion = phrase('^(?:phụ lục|phụ biểu|biểu(?! mẫu)|bảng)');
const bareMark = /^m[ẫa]u (m ?\d{1,2})$/iu;

/** The template named in [a, b): the first with a number or a letter of its own, unless it only goes with an outline before it. */
export function readTemplate(p: Paragraph, a: number, b: number): NamedTemplate | null {
  const [exact] = findAll(marked, p, a, b);
  const [plain] = findAll(unmarked, p, a, b);
  const first = exact && plain && plain.index < exact.index && find(companion, view(p, exact.index, b));
  const m = first ? plain : (exact ?? plain);
  const name = m?.groups?.t ?? m?.groups?.u;
  if (!m || !name) return null;
  const at = m.index + m[0].lastIndexOf(name);
  const piece = trimPiece({ p, a: at, b: at + name.length });
  const text = p.text.slice(piece.a, piece.b);
  const mark = bareMark.exec(text);
  const value = mark ? mark[1]!.toUpperCase().replace(' ', '') : text[0]!.toUpperCase() + text.slice(1);
  return { value, piece };
}
