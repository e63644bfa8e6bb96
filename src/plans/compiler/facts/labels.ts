// Labelled lines under a task: "Cơ quan chủ trì: …", "Phối hợp thực hiện: …", "Thời gian hoàn thành: …".
import { type Piece, tidy } from '../layout/paragraph.ts';
import { partOrgans } from '../lex/organs.ts';
import { readTimes, type Time } from '../lex/whens.ts';
import type { Item } from '../parse/sections.ts';
import { find, findAll, phrase } from '../text/planes.ts';
import { view } from './statements.ts';
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
    const parts = partsOf(p);
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
