// The list under "Nơi nhận", line by line, without dashes and end marks.
import { type Piece, tidy } from '../layout/paragraph.ts';
import type { Placed } from './regions.ts';

const label = /^(?:N[ơo]i nh[ậa]n)\s*:?\s*/iu;

/** Every recipient as printed. */
export function readRecipients(placed: readonly Placed[]): Piece[] {
  const at = placed.findIndex((x) => x.role === 'recipients' && x.region !== 'body');
  if (at < 0) return [];
  const out: Piece[] = [];
  const head = placed[at]!.p;
  const inline = label.exec(head.text)?.[0].length ?? 0;
  if (inline < head.text.length) out.push(...partDashes({ p: head, a: inline, b: head.text.length }, true));
  for (let i = at + 1; i < placed.length; i++) {
    const { p, role } = placed[i]!;
    if (p.mark?.kind === 'dash') out.push(...partDashes({ p, a: p.start, b: p.text.length }, false));
    else if (role === 'capacity' || role === 'rank' || role === 'person' || role === 'signed') {
      if (!placed.slice(i + 1, i + 6).some((x) => x.p.mark?.kind === 'dash')) break;
    } else if (role === null && /^L[ưu]u\b/iu.test(p.text)) out.push({ p, a: 0, b: p.text.length });
    else break;
  }
  return out.map(tidyEnd).filter((piece) => piece.b > piece.a);
}

/** `bare`: a dash parts them without an end mark before it, as where all stand on one line. */
function partDashes(piece: Piece, bare: boolean): Piece[] {
  const out: Piece[] = [];
  let a = piece.a;
  const text = piece.p.text.slice(piece.a, piece.b);
  for (const m of text.matchAll(/(?:^|[;,.]\s*|\s)[-–+]\s+(?=\p{L})/gu)) {
    if ((!bare || /[-–]\s+\p{Ll}/u.test(text.slice(m.index))) && !/[;,.]\s*[-–]/.test(m[0])) continue;
    out.push({ ...piece, a, b: piece.a + m.index });
    a = piece.a + m.index + m[0].length;
  }
  out.push({ ...piece, a });
  return out;
}

/** End marks go; a closing bracket stays. */
function tidyEnd(piece: Piece): Piece {
  return tidy(piece);
}
