// Annexes and attachments: headings after the body, the page's list of files, and "gửi kèm" lines.
import { type Piece, tidy, words } from '../layout/paragraph.ts';
import { find, phrase } from '../text/planes.ts';
import { whole } from './found.ts';
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

/** "ĐỀ CƯƠNG SỐ 3" is the name, whatever title stands under it; under a bare "PHỤ LỤC" the name is the title. */
function fromHeadings(placed: readonly Placed[]): Piece[] {
  const out: Piece[] = [];
  let named = -1;
  placed.forEach((x, i) => {
    if (x.region !== 'annex' || x.role !== 'annex' || named === i - 1) return;
    const next = placed[i + 1];
    const titled =
      bareHeading.test(x.p.text.trim()) &&
      next?.region === 'annex' &&
      (next.role === null || next.role === 'annex');
    out.push(whole(titled ? next.p : x.p));
    named = i;
  });
  return out;
}

/** A line after the end, or in brackets of its own: "Đề cương báo cáo gửi kèm.", "(Có biểu mẫu kèm theo)". */
function fromNotes(placed: readonly Placed[]): Piece[] {
  return placed.flatMap(({ p, region, role }) => {
    const apart = region === 'end' || (region === 'body' && /^\(.*\)[./;]*$/u.test(p.text));
    const m = apart && role === null && p.text.length < 160 ? find(sentAlong, p) : null;
    const name = m?.groups?.name ?? '';
    const a = m ? m.index + m[0].indexOf(name) : 0;
    return name === '' ? [] : [tidy({ p, a, b: a + name.length })];
  });
}
const sentAlong = phrase(
  '^\\(? ?(?:có )?(?<name>(?:các )?(?:đề cương|phụ lục|mẫu|biểu mẫu|danh sách|lịch)[^.;:()]{0,90}?) (?:được )?(?:gửi kèm|kèm theo|đính kèm)',
);

/** "File: Kế hoạch số 82, M1, M2, Phụ lục": the document itself is no attachment. */
function fromFiles(placed: readonly Placed[]): Piece[] {
  const out: Piece[] = [];
  for (const { p, role } of placed) {
    if (role !== 'files') continue;
    let a = p.text.indexOf(':') + 1;
    const ends = [...p.text.slice(a).matchAll(/[,;]\s*(?=\p{L})/gu)].map((m) => ({
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
