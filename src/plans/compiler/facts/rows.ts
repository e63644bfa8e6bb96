// Rows of a table of tasks → tasks, deadlines and visits.
import { detach, type Paragraph, type Piece, tidy, words } from '../layout/paragraph.ts';
import { isOrganAt, partNames, partOrgans } from '../lex/organs.ts';
import { readTimes, type Time } from '../lex/whens.ts';
import type { Row } from '../parse/tables.ts';
import { find, phrase } from '../text/planes.ts';
import type { FoundTask } from './tasks.ts';
import { bareVisit, type FoundVisit, visitOf } from './visit.ts';
import { readParagraph } from './visit-lists.ts';

export type FromRow = {
  task: FoundTask | null;
  time: Time | null;
  timePiece: Piece | null;
  visit: FoundVisit | null;
  what: Piece;
};

/** A row of a calendar of visits: a body and its time; what is done there, if told at all, is no paper to write. */
function visitOfUnit(row: Row, year: number | null): FoundVisit | null {
  if (!row.unit || !row.due || row.lead || (row.what && !find(spread, detach(row.what)))) return null;
  const due = detach(row.due);
  const time = readTimes(due, year).find((t) => t.when.from !== null);
  if (!time) return null;
  const unit = tidy(row.unit);
  const units = /[,;]/.test(words(unit)) || !isOrganAt(unit.p, unit.a) ? partNames(unit) : [unit];
  if (units.length === 0) return null;
  const visit = bareVisit(units, { when: time.when, piece: { p: due, a: time.a, b: time.b } });
  return { ...visit, place: row.place ? tidy(row.place) : null };
}

const spread = phrase('<(?:khảo sát|kiểm tra|làm việc|giám sát)>');

/** What one row says; its time is a window where the row names places to visit. */
export function readRow(row: Row, year: number | null): FromRow | null {
  const calendar = visitOfUnit(row, year);
  if (calendar) return { task: null, time: null, timePiece: null, visit: calendar, what: calendar.units[0]! };
  const what = row.what;
  if (!what) return null;
  const due = row.due ? detach(row.due) : null;
  const time = due
    ? (readTimes(due, year).find(
        (t) =>
          t.when.from !== null ||
          t.when.rel === 'recurring' ||
          t.when.relative ||
          t.when.precision === 'week',
      ) ?? null)
    : null;
  const timePiece = due && time ? { p: due, a: time.a, b: time.b } : null;
  const bound = time && timePiece ? { when: time.when, piece: timePiece } : null;
  const leader = row.lead ?? row.unit;
  const lead = leader && leader.b - leader.a > 1 ? tidy(leader) : null;
  const task = lead
    ? { lead, supporting: row.support ? supporters(row.support) : [], what: tidy(what), due: bound }
    : null;
  const cell = detach(what);
  const visit = find(spread, cell) ? (visitIn(cell, bound) ?? null) : null;
  return { task, time, timePiece, visit, what: tidy(what) };
}

const supporters = (cell: Piece): Piece[] =>
  partOrgans(tidy(cell)).filter((x) => x.b - x.a > 2 && /\p{L}/u.test(x.p.text.slice(x.a, x.b)));

function visitIn(cell: Paragraph, window: FoundVisit['window']): FoundVisit | undefined {
  const [group] = readParagraph(cell, []);
  return group && { ...visitOf(cell, group), window };
}
