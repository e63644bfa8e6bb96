// Where the head, the body, the end and the annexes of a document lie; the letterhead may come after the body.
import { readMark } from '#src/documents/marks.ts';
import type { Paragraph } from '../layout/paragraph.ts';
import { isCapitals } from '../layout/paragraphs.ts';
import { isPersonInCapitals } from '../lex/persons.ts';
import type { Region } from '../model.ts';
import { find, phrase } from '../text/planes.ts';
import { type Role, roleOf } from './roles.ts';

/** A paragraph with its role and the part of the document it belongs to. */
export type Placed = { p: Paragraph; role: Role | null; region: Region };

/** Words that open the body: the grounds, or the salutation. */
const opening = phrase(
  '^(?:[-–] ?)?(?:căn cứ|thực hiện|triển khai|theo|xét|để|nhằm|tiếp theo|trên cơ sở|phúc đáp|sau khi|chấp hành|hưởng ứng)>',
);
const openingEnd = phrase('(?:như sau|cụ thể|sau đây|dưới đây) ?:? ?$');

/** Every paragraph placed. */
export function placeParagraphs(paragraphs: readonly Paragraph[]): Placed[] {
  const placed: Placed[] = paragraphs.map((p) => ({ p, role: p.row ? null : roleOf(p), region: 'body' }));
  const tail = furnitureTail(placed);
  const start = planStart(placed);
  const body = bodyStart(placed, start, tail);
  const end = bodyEnd(placed, body, tail);
  const annex = annexStart(placed, body, end, tail);
  placed.forEach((x, i) => {
    x.region = regionOf(x, i, { tail, start, body, end, annex });
  });
  titleAfterBody(placed, end, annex);
  return placed;
}

type Bounds = { tail: number; start: number; body: number; end: number; annex: number };

function regionOf(x: Placed, i: number, at: Bounds): Region {
  if (i >= at.tail || x.role === 'furniture' || x.role === 'page-date')
    return i < at.body && x.role !== 'furniture' ? 'head' : 'page';
  if (x.role === 'files') return 'end';
  if (x.role === 'aside') return 'page';
  if (i < at.body) return 'head';
  if (i >= at.annex) return x.p.row ? 'table' : 'annex';
  if (i >= at.end) return isHeadRole(x.role) ? 'head' : x.p.row ? 'table' : 'end';
  return x.p.row ? 'table' : 'body';
}

/** In a letterhead that comes after the body, the lines under the name of the kind are its title. */
function titleAfterBody(placed: readonly Placed[], end: number, annex: number): void {
  for (let i = end; i < annex; i++) {
    if (placed[i]!.role !== 'kind') continue;
    for (let j = i + 1; j < Math.min(annex, i + 6) && placed[j]!.role === null; j++)
      placed[j]!.region = 'head';
  }
}

const isHeadRole = (role: Role | null) =>
  role === 'motto' ||
  role === 'number' ||
  role === 'place-date' ||
  role === 'kind' ||
  role === 'organ' ||
  role === 'about';

/** The first line of what a page shows after the text: everything from there is the page's. */
function furnitureTail(placed: readonly Placed[]): number {
  const half = placed.length / 3;
  const at = placed.findIndex(
    (x, i) =>
      i > half &&
      x.role === 'furniture' &&
      placed.slice(i + 1).every((y) => y.p.mark?.kind !== 'roman' && y.role !== 'capacity'),
  );
  return at < 0 ? placed.length : at;
}

/** A plan issued with a decision begins at its own title. */
function planStart(placed: readonly Placed[]): number {
  for (let i = 1; i < placed.length; i++) {
    if (placed[i]!.role !== 'kind' || !find(planWord, placed[i]!.p)) continue;
    const following = placed.slice(i + 1, i + 8);
    const earlier = placed.slice(0, i).some((x) => x.role === 'kind' || x.role === 'recipients');
    if (earlier && following.some((x) => x.role === 'issued-with')) return i;
  }
  return 0;
}
const planWord = phrase('^(?:kế hoạch|hướng dẫn|chương trình|đề án)$');

function bodyStart(placed: readonly Placed[], start: number, tail: number): number {
  let titled = false;
  for (let i = start; i < tail; i++) {
    const { p, role } = placed[i]!;
    if (role === 'kind' || role === 'about') titled = true;
    if (role !== null && role !== 'addressee' && role !== 'annex') continue;
    if (role === 'addressee') return i;
    if (p.mark && p.mark.kind !== 'dash' && p.mark.kind !== 'plus') return i;
    if (find(opening, p) && (p.text.length > 40 || titled)) return i;
    if (p.text.length > 60 && find(openingEnd, p)) return i;
    if (p.text.length > 140 && /[.:]$/.test(p.text) && i > start) return i;
    if (p.row && i > start + 12) return i;
  }
  return Math.min(start, tail);
}

function bodyEnd(placed: readonly Placed[], body: number, tail: number): number {
  for (let i = body + 1; i < tail; i++) {
    const { role, p } = placed[i]!;
    const ends =
      role === 'recipients' ||
      role === 'capacity' ||
      role === 'motto' ||
      role === 'place-date' ||
      role === 'stamp' ||
      (role === 'number' && readMark(p.text) === null && i > body + 3) ||
      (role === 'rank' && placed.slice(i + 1, i + 5).some(isSigner)) ||
      isRankOver(placed, i) ||
      (role === 'kind' && i > body + 3);
    if (!ends) continue;
    let at = i;
    while (at > body + 1 && (placed[at - 1]!.role === 'organ' || placed[at - 1]!.role === 'rule')) at--;
    return at;
  }
  return tail;
}

/** A line of capitals right over a person, whatever the office is called: "TỔNG KIỂM TOÁN NHÀ NƯỚC". */
export function isRankOver(lines: readonly Placed[], i: number): boolean {
  const { role, p } = lines[i]!;
  if ((role !== null && role !== 'organ') || p.mark || p.row || p.text.length > 90 || !isCapitals(p.text))
    return false;
  const next = lines.slice(i + 1, i + 4).find((x) => x.role !== 'signed' && x.role !== 'rule');
  return next !== undefined && isSigner(next);
}

/** A person alone on a line, in capitals or not. */
export const isSigner = ({ role, p }: Placed): boolean =>
  role === 'person' || (role === null && isPersonInCapitals(p.text));

function annexStart(placed: readonly Placed[], body: number, end: number, tail: number): number {
  for (let i = body + 1; i < tail; i++) {
    if (placed[i]!.role !== 'annex') continue;
    const near = placed.slice(i + 1, i + 5);
    const closed =
      /\/\.\s*$/.test(placed[i - 1]?.p.text ?? '') ||
      placed.slice(Math.max(0, i - 3), i).some((x) => /\/\.\s*$/.test(x.p.text));
    if (i > end || closed || near.some((x) => x.role === 'issued-with')) return i;
  }
  return tail;
}
