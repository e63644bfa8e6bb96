// The signature: signing capacity, rank, name.
import { type Paragraph, type Piece, tidy, trimPiece, words } from '../layout/paragraph.ts';
import { bareName, findPerson, isPerson } from '../lex/persons.ts';
import type { Signatory } from '../model.ts';
import { find, phrase } from '../text/planes.ts';
import { isRankOver, isSigner, type Placed } from './regions.ts';

export type FoundSignature = {
  signatory: Signatory;
  name: Piece;
  first: Piece;
  /** The lines of capacity and of rank, first to last. */
  authority: [Piece, Piece] | null;
  position: [Piece, Piece] | null;
};

/** The first block of capacity, rank and name outside the body. */
export function readSignature(placed: readonly Placed[]): FoundSignature | null {
  const lines = placed.filter(
    (x) => x.region === 'end' || x.region === 'head' || x.region === 'annex' || x.region === 'table',
  );
  for (let i = 0; i < lines.length; i++) {
    const { role, p } = lines[i]!;
    if (role !== 'capacity' && role !== 'rank' && !isRankOver(lines, i)) continue;
    const inline = onOneLine(p.text);
    if (inline) {
      const at = p.text.length - inline.name.length;
      return {
        signatory: inline,
        name: { p, a: at, b: p.text.length },
        first: tidy({ p, a: 0, b: p.text.length }),
        ...partsInline(p, inline),
      };
    }
    const block = readBlock(lines, i);
    if (block) return block;
  }
  return saidToSign(placed);
}

/** "Kế hoạch do Phó Chủ tịch UBND tỉnh Hồ Thị Hoa ký ban hành": what a news page says of the one who signed. */
function saidToSign(placed: readonly Placed[]): FoundSignature | null {
  for (const { p, region } of placed.slice(0, 40)) {
    if (region === 'page' || !find(news, p)) continue;
    const m = find(signs, p);
    const from = m
      ? m.index + (/^(?:do|thay mặt [^,]{3,60},)\s+/iu.exec(p.text.slice(m.index))?.[0].length ?? 0)
      : 0;
    const said = m ? p.text.slice(from, m.index + m[0].length) : '';
    const found = findPerson(said);
    if (!found) continue;
    const name = { p, a: from + found.a, b: from + found.b };
    const rank = tidy({ p, a: from + (honorific.exec(said)?.[0].length ?? 0), b: name.a });
    const position = rank.b - rank.a > 3 ? rank : null;
    const signatory = { name: words(name), position: position && words(position), authority: null };
    return { signatory, name, first: name, authority: null, position: position && [position, position] };
  }
  return null;
}
const news = phrase('<ký>');
const signs = phrase(
  '<(?:do|thay mặt [^,.;]{3,60},) [^.;]{6,140}? (?:đã |vừa |mới )?ký>|(?<=^|[.;,] )[^.;,]{6,120}? (?:đã |vừa |mới )ký(?: ban hành)?>',
);
const honorific = /^(?:(?:các )?đồng chí |đ\/c |ông |bà )/iu;

function readBlock(lines: readonly Placed[], at: number): FoundSignature | null {
  const capacities: Piece[] = [];
  const ranks: Piece[] = [];
  for (let j = at; j < Math.min(lines.length, at + 9); j++) {
    const { role, p } = lines[j]!;
    if (role === 'capacity') capacities.push(whole(p));
    else if (role === 'rank' || isRankOver(lines, j)) ranks.push(whole(p));
    else if (isSigner(lines[j]!) && capacities.length + ranks.length > 0) {
      const name = nameIn(p);
      const signatory: Signatory = {
        name: p.text.slice(name.a, name.b),
        position: ranks.length > 0 ? asRank(words(ranks.at(-1)!)) : null,
        authority: capacities.length > 0 ? capacities.map(words).join(' ') : null,
      };
      const first = lines[at]!.p;
      return {
        signatory,
        name,
        first: whole(first),
        authority: capacities.length > 0 ? [capacities[0]!, capacities.at(-1)!] : null,
        position: ranks.length > 0 ? [ranks.at(-1)!, ranks.at(-1)!] : null,
      };
    } else if (role === 'recipients') return null;
  }
  return null;
}

/** The name alone, where the line of the name has a rank before it. */
function nameIn(p: Paragraph): Piece {
  const name = bareName(p.text);
  const a = p.text.indexOf(name);
  return tidy({ p, a, b: a + name.length });
}

const whole = (p: Paragraph): Piece => trimPiece({ p, a: 0, b: p.text.length });

/** Capacity and rank on the line of the name. */
function partsInline(p: Paragraph, { authority, position }: Signatory) {
  const at = authority ? p.text.indexOf(authority) : -1;
  const one = (a: number, b: number): [Piece, Piece] => {
    const piece = trimPiece({ p, a, b });
    return [piece, piece];
  };
  const end = at + (authority?.length ?? 0);
  const rank = position ? p.text.toLowerCase().indexOf(position.toLowerCase(), Math.max(0, end)) : -1;
  return {
    authority: at >= 0 ? one(at, end) : null,
    position: rank >= 0 && position ? one(rank, rank + position.length) : null,
  };
}

/** "K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN THƯỜNG TRỰC Phạm Tất Thắng": capitals, then the name. */
function onOneLine(text: string): Signatory | null {
  const m =
    /^((?:T\/M|TM\.|K\/T|KT\.|T\/L|TL\.|TUQ\.)?[\p{Lu}\s.,/-]{6,120}?)\s+(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4})$/u.exec(
      text,
    );
  if (!m || !isPerson(m[2]!)) return null;
  const ranks = /^(.*?)\s+((?:PHÓ|ỦY VIÊN|UỶ VIÊN|PHO)\s.*)$/u.exec(m[1]!);
  return { name: m[2]!, position: ranks ? asRank(ranks[2]!) : null, authority: (ranks?.[1] ?? m[1]!).trim() };
}

/** "PHÓ TRƯỞNG BAN THƯỜNG TRỰC" → "Phó Trưởng ban Thường trực". */
function asRank(capitals: string): string {
  const small = capitals.toLowerCase();
  return small
    .replace(
      /^(phó |quyền )?(\p{L})/u,
      (_, before: string | undefined, c: string) =>
        (before ? before[0]!.toUpperCase() + before.slice(1) : '') + c.toUpperCase(),
    )
    .replace(/ thường trực/u, ' Thường trực');
}
