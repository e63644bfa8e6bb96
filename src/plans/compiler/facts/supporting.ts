// Who helps: the bodies named after "phối hợp với", "cùng".
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isPartOfName } from '../lex/name-ends.ts';
import { isActorAt, partOrgans } from '../lex/organs.ts';
import { verbPhrase } from '../lex/verbs.ts';
import { find, findAll, phrase, view } from '../text/planes.ts';
import type { Statement } from './statements.ts';

/** "phối hợp với", "cùng", before the name of whoever helps. */
export const together = phrase(
  '<(?:phối hợp|cùng|chủ trì, phối hợp)(?: chặt chẽ)?(?: (?:cùng với|với|cùng|và))? ?:? (?=\\p{L})',
);

/** The bodies after "phối hợp với", up to the verb of what they do together. */
export function readSupporting(s: Statement): Piece[] {
  if (s.helpers) return partOrgans(s.helpers);
  const m = find(together, view(s.p, s.a, s.b));
  if (!m) return [];
  const a = s.a + m.index + m[0].length;
  const verb = firstVerb(s.p, a, s.b);
  if (find(jointly, view(s.p, s.a, a)) && !isActorAt(s.p, a)) return [];
  return partOrgans(tidy({ p: s.p, a, b: verb })).filter((x) => x.b - x.a > 2 && x.b - x.a < 160);
}

/** "cùng tham gia": an adverb, not a companion. */
const jointly = phrase('(?<!phối hợp )<cùng $|<(?:phối hợp|chặt chẽ) $');

function firstVerb(p: Paragraph, a: number, b: number): number {
  for (const m of findAll(verbPhrase, p, a, b)) {
    if (m.index === a) continue;
    if (!p.plain && /\p{Lu}/u.test(p.text[m.index]!)) continue;
    if (isPartOfName(p, a, m.index)) continue;
    return m.index;
  }
  return Math.min(b, ...[p.text.indexOf(';', a), p.text.indexOf('. ', a)].filter((x) => x > 0));
}
