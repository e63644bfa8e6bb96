// Clauses of a sentence, each with one who acts.
import type { Paragraph } from '../layout/paragraph.ts';
import { isActorAt } from '../lex/organs.ts';
import { readSubject } from '../lex/subjects.ts';
import { verbPhrase } from '../lex/verbs.ts';
import type { Time } from '../lex/whens.ts';
import { find, phrase, view } from '../text/planes.ts';
import { actsHere } from './actors.ts';

/** "Các sở, ban, ngành tỉnh; UBND các huyện căn cứ …": a list of bodies that has not come to its verb. */
const isListed = (p: Paragraph, a: number, at: number, times: readonly Time[]): boolean =>
  at - a < 200 &&
  !times.some((t) => t.a >= a && t.b <= at) &&
  isActorAt(p, a) &&
  /^; ./u.test(p.text.slice(at, at + 3)) &&
  isActorAt(p, at + 2) &&
  readSubject(p, a, at) === null &&
  find(verbPhrase, view(p, a, at)) === null;

/** Clauses part at ";" outside brackets, and at the comma after a time, or after who leads, where another body acts. */
export function clausesOf(
  p: Paragraph,
  sentence: { a: number; b: number },
  times: readonly Time[],
): { a: number; b: number }[] {
  const out: { a: number; b: number }[] = [];
  let a = sentence.a;
  let depth = 0;
  for (let i = sentence.a; i < sentence.b; i++) {
    const c = p.text[i];
    depth += c === '(' ? 1 : c === ')' ? -1 : 0;
    const close = c === '(' ? apartUntil(p, i, sentence.b, times) : null;
    if (close !== null) {
      out.push({ a, b: i }, { a: i + 1, b: close });
      a = close + 1;
      i = close;
      depth = 0;
      continue;
    }
    if (depth > 0 || (c !== ';' && c !== ',')) continue;
    const parts = c === ';' ? !isListed(p, a, i, times) : actsNext(p, a, i, sentence.b, times);
    if (!parts) continue;
    out.push({ a, b: i + 1 });
    a = i + 1;
    while (a < sentence.b && p.text[a] === ' ') a++;
  }
  if (a < sentence.b) out.push({ a, b: sentence.b });
  return out;
}

/** "(trừ Đảng ủy A gửi trước ngày …)": a bracket that sets a body apart with a time of its own; where it closes. */
function apartUntil(p: Paragraph, open: number, end: number, times: readonly Time[]): number | null {
  const m = find(setsApart, view(p, open, Math.min(end, open + 30)));
  const close = m ? p.text.slice(0, end).indexOf(')', open) : -1;
  const timed = times.some((t) => t.a > open && t.b <= close);
  const told = m !== null && find(already, view(p, open, Math.max(open, close))) !== null;
  return m && !told && close > 0 && timed && isActorAt(p, open + m[0].length) ? close : null;
}
const already = phrase('<(?:đã|mới|vừa)>');
const setsApart = phrase('^\\((?:trừ|riêng(?: đối với| với)?|đối với) ');

/** "… gửi trước ngày 15/5, đảng ủy cơ sở tổng hợp": a time is said, and then who acts next, with a verb. */
function actsNext(p: Paragraph, a: number, comma: number, end: number, times: readonly Time[]): boolean {
  const at = comma + 2;
  const timed = times.some((t) => t.b <= comma && comma - t.b < 2);
  if (!isActorAt(p, at) || !(timed || find(ledBy, view(p, a, comma)))) return false;
  const before = readSubject(p, a, comma);
  if (!before || !isActorAt(p, before.who.a)) return false;
  const next = readSubject(p, at, Math.min(end, at + 320));
  return next !== null && next.introduced === null && actsHere(p, next.who, null);
}

/** "… Sở A chủ trì;": who helps may follow. */
export const ledBy = phrase('<chủ trì(?: thực hiện)?[,;]? ?$');
