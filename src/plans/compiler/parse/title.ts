// The name of the kind and the title under it; of a letter, what follows "V/v".
import type { Piece } from '../layout/paragraph.ts';
import { type Found, whole } from './found.ts';
import { inSentenceCase } from './issuer.ts';
import type { Placed } from './regions.ts';

export function readKind(lines: readonly Placed[], placed: readonly Placed[]): Found<string> | null {
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
export function readTitle(placed: readonly Placed[]): Found<string> | null {
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

export function titleLines(placed: readonly Placed[], first: Piece): Piece[] {
  const at = placed.findIndex((x) => x.p === first.p);
  const out = [first];
  for (let i = at + 1; i < placed.length && placed[i]!.region === 'head' && placed[i]!.role === null; i++)
    out.push(whole(placed[i]!.p));
  return out;
}
