// Labelled lines under a task: "Cơ quan chủ trì: …", "Phối hợp thực hiện: …", "Thời gian hoàn thành: …".
import { type Piece, tidy } from '../layout/paragraph.ts';
import { isOrganAt, partOrgans } from '../lex/organs.ts';
import { readTimes, type Time } from '../lex/whens.ts';
import type { Item } from '../parse/sections.ts';
import { find, findAll, phrase, view } from '../text/planes.ts';
import type { FoundTask } from './tasks.ts';

const label = phrase(
  '<(?:(?:cơ quan|đơn vị) )?(?<lead>chủ trì(?:,? (?:tham mưu|thực hiện))?|thực hiện|phụ trách)(?: thực hiện)? ?: ?|<(?:(?:cơ quan|đơn vị) )?(?<support>phối hợp(?: thực hiện)?) ?: ?|<(?<due>thời gian(?: (?:thực hiện|hoàn thành))?|thời hạn(?: hoàn thành)?|hoàn thành|tiến độ) ?: ?',
);

type Part = { kind: 'lead' | 'support' | 'due'; piece: Piece; at: number };

/** Tasks written as labels; `taken` holds the paragraphs so read. */
export function readLabelled(
  items: readonly Item[],
  year: number | null,
): { tasks: FoundTask[]; taken: Set<Item['p']>; dues: { time: Time; task: FoundTask }[] } {
  const tasks: FoundTask[] = [];
  const taken = new Set<Item['p']>();
  const dues: { time: Time; task: FoundTask }[] = [];
  let what: Piece | null = null;
  let open: FoundTask | null = null;
  for (const { p } of items) {
    const parts = inBrackets(p) ?? partsOf(p);
    const first = parts[0];
    if (!first || (first.kind !== 'lead' && !open)) {
      what = tidy({ p, a: p.start, b: p.text.length });
      open = null;
      continue;
    }
    if (first.at > p.start + 6) what = tidy({ p, a: p.start, b: first.at });
    taken.add(p);
    for (const part of parts) {
      if (part.kind === 'lead') {
        open = { lead: part.piece, supporting: [], what: what ?? part.piece, due: null };
        tasks.push(open);
      } else if (open && part.kind === 'support') open.supporting = partOrgans(part.piece);
      else if (open) {
        const time = readTimes(p, year).find(
          (t) => t.a >= part.piece.a - 30 && t.at < part.piece.b + 1 && t.b > part.piece.a,
        );
        if (time) {
          open.due = { when: time.when, piece: { p, a: time.a, b: time.b } };
          dues.push({ time, task: open });
        }
      }
    }
  }
  return { tasks, taken, dues };
}

/** "Xây dựng dự thảo (Sở A chủ trì; Sở B, Sở C phối hợp), hoàn thành trước ngày …"; null where no bracket says who. */
function inBrackets(p: Item['p']): Part[] | null {
  const [m] = findAll(who, p, p.start, 4_000);
  if (!m?.groups?.lead || !isOrganAt(p, m.index + 1)) return null;
  const { lead, support } = m.groups;
  const end = m.index + m[0].length;
  const a = m.index + m[0].lastIndexOf(support ?? lead);
  const parts: Part[] = [
    { kind: 'lead', piece: tidy({ p, a: m.index + 1, b: m.index + 1 + lead.length }), at: m.index },
  ];
  if (support) parts.push({ kind: 'support', piece: tidy({ p, a, b: a + support.length }), at: a });
  return [...parts, { kind: 'due', piece: { p, a: end, b: p.text.length }, at: end }];
}
const who = phrase(
  '\\((?<lead>[^():;,]{3,90}) (?:chủ trì|thực hiện|phụ trách)(?:[;,] (?<support>[^():]{3,200}) (?:phối hợp|tham gia)(?: thực hiện)?)?\\)',
);

/** The labels of a line, each with its words up to the next label or the end of its sentence. */
function partsOf(p: Item['p']): Part[] {
  const found = findAll(label, p, 0, 4_000).filter(
    (m) =>
      m.index === p.start ||
      /[.;(+\-–]\s*$/u.test(p.text.slice(0, m.index)) ||
      find(ofOffice, view(p, m.index, m.index + 12)) !== null,
  );
  return found.map((m, i) => {
    const a = m.index + m[0].length;
    const b = found[i + 1]?.index ?? p.text.length;
    const kind = m.groups?.lead ? 'lead' : m.groups?.support ? 'support' : 'due';
    return { kind, piece: tidy({ p, a, b }), at: m.index };
  });
}
const ofOffice = phrase('^(?:cơ quan|đơn vị) ');
