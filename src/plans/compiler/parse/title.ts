// The name of the kind and the title under it, or beside it; of a letter, what follows "V/v".
import type { Piece } from '../layout/paragraph.ts';
import { type Found, whole } from './found.ts';
import { inSentenceCase } from './issuer.ts';
import type { Placed } from './regions.ts';

const kindOfPlan =
  /^(?:kế hoạch|hướng dẫn|thông báo|chương trình|đề án|quyết định|thông tri)(?=\s+\p{Lu}{2,}(?: |$))/iu;

/** "KẾ HOẠCH" of "KẾ HOẠCH TỔNG KẾT 10 NĂM …": the kind's own words where the title stands on its line. */
const kindBeside = (text: string): string | null =>
  /\p{Ll}/u.test(text) ? null : (kindOfPlan.exec(text)?.[0] ?? null);

/** The name of the kind as printed last in the head; a letter has none, and is one by its V/v or its salutation. */
export function readKind(lines: readonly Placed[], placed: readonly Placed[]): Found<string> | null {
  const named = lines.filter((x) => x.role === 'kind').at(-1);
  if (named) {
    const { p } = named;
    const words = kindBeside(p.text) ?? p.text;
    return {
      value: inSentenceCase(words).replace(/ (\p{L}+)$/u, (w) => w.toLowerCase()),
      piece: { p, a: 0, b: words.length },
    };
  }
  const letter = placed.find((x) => x.role === 'about' || x.role === 'addressee');
  return letter ? { value: 'Công văn', piece: { p: letter.p, a: 0, b: 0 } } : null;
}

/** The title with its lines joined, from the name of the kind, or from V/v, up to the rule, the brackets or the body. */
export function readTitle(placed: readonly Placed[]): Found<string> | null {
  const pieces = titlePieces(placed);
  if (pieces.length === 0) return null;
  return { value: pieces.map((x) => x.p.text.slice(x.a, x.b)).join(' '), piece: pieces[0]! };
}

function titlePieces(placed: readonly Placed[]): Piece[] {
  const kindAt = placed.findLastIndex((x) => x.region === 'head' && x.role === 'kind');
  const aboutAt = placed.findIndex((x) => x.region === 'head' && x.role === 'about');
  const isLetter = kindAt < 0;
  const at = isLetter ? aboutAt : kindAt + 1;
  if (at < 0) return [];
  const kind = isLetter ? null : placed[kindAt]!.p;
  const beside = kind ? kindBeside(kind.text) : null;
  const pieces = kind && beside ? [{ ...whole(kind), a: beside.length + 1 }] : [];
  for (let i = at; i < placed.length && pieces.length < 6; i++) {
    const { p, role, region } = placed[i]!;
    if (region !== 'head' || (role !== null && role !== 'organ' && role !== 'about' && role !== 'annex'))
      break;
    const about = role === 'about' && isLetter ? /^(?:V\/v|Về việc)\s*:?\s*/iu.exec(p.text) : null;
    pieces.push({ ...whole(p), a: about?.[0].length ?? 0 });
    if (isLetter && i > at + 2) break;
  }
  return pieces;
}

/** The lines of a title that begins with `first`, each as a piece. */
export function titleLines(placed: readonly Placed[], first: Piece): Piece[] {
  const at = placed.findIndex((x) => x.p === first.p);
  const out = [first];
  for (let i = at + 1; i < placed.length && placed[i]!.region === 'head' && placed[i]!.role === null; i++)
    out.push(whole(placed[i]!.p));
  return out;
}
