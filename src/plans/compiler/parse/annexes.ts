// Annexes and attachments: headings after the body, the page's list of files, and "gửi kèm" lines.
import { type Piece, tidy, words } from '../layout/paragraph.ts';
import { find, phrase } from '../text/planes.ts';
import type { Placed } from './regions.ts';

const bareHeading = /^(?:PHỤ LỤC|Phụ lục|PHU LUC|DANH SÁCH|DANH MỤC|BIỂU MẪU)$/u;
const ownDocument = phrase('^(?:kế hoạch|công văn|hướng dẫn|quyết định|thông báo|toàn văn|văn bản)(?: số)?');

/** Names of what comes with the plan, as printed. */
export function readAttachments(placed: readonly Placed[]): Piece[] {
  const out = [...fromHeadings(placed), ...fromFiles(placed), ...fromNotes(placed)];
  const seen = new Set<string>();
  return out.filter((piece) => {
    const key = words(piece).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** "ĐỀ CƯƠNG SỐ 3" is the name; under a bare "PHỤ LỤC" the name is the title. */
function fromHeadings(placed: readonly Placed[]): Piece[] {
  const out: Piece[] = [];
  placed.forEach((x, i) => {
    if (x.region !== 'annex' || x.role !== 'annex') return;
    const next = placed[i + 1];
    const before = placed[i - 1];
    if (before?.region === 'annex' && before.role === 'annex') return;
    const untitled = bareHeading.test(x.p.text.trim());
    if (untitled && next && next.region === 'annex' && (next.role === null || next.role === 'annex'))
      out.push(tidy({ p: next.p, a: 0, b: next.p.text.length }));
    else out.push(tidy({ p: x.p, a: 0, b: x.p.text.length }));
  });
  return out;
}

/** A line after the end: "Đề cương báo cáo gửi kèm." */
function fromNotes(placed: readonly Placed[]): Piece[] {
  return placed.flatMap(({ p, region, role }) => {
    const m = region === 'end' && role === null && p.text.length < 160 ? find(sentAlong, p) : null;
    const b = m?.groups?.name?.length ?? 0;
    return m && b > 0 ? [tidy({ p, a: m.index, b: m.index + b })] : [];
  });
}
const sentAlong = phrase(
  '^(?<name>(?:đề cương|phụ lục|mẫu|biểu mẫu|danh sách)[^.;:]{0,90}?) (?:được )?(?:gửi kèm|kèm theo|đính kèm)',
);

/** "File: Kế hoạch số 82, M1, M2, Phụ lục": the document itself is no attachment. */
function fromFiles(placed: readonly Placed[]): Piece[] {
  const out: Piece[] = [];
  for (const { p, role } of placed) {
    if (role !== 'files') continue;
    let a = p.text.indexOf(':') + 1;
    const ends = [...p.text.slice(a).matchAll(/[,;]\s*/g)].map((m) => ({
      b: a + m.index,
      next: a + m.index + m[0].length,
    }));
    for (const { b, next } of [...ends, { b: p.text.length, next: p.text.length }]) {
      const piece = tidy({ p, a, b });
      a = next;
      const view = {
        plain: p.plain,
        marked: p.marked.slice(piece.a, piece.b),
        bare: p.bare.slice(piece.a, piece.b),
      };
      if (piece.b > piece.a && !find(ownDocument, view)) out.push(piece);
    }
  }
  return out;
}
