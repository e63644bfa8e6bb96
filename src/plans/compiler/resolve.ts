// Paragraphs → every fact of the plan, each with its place: the parse and the resolution in their order.

import { decisionGrounds, type FoundBasis, readBases } from './facts/bases.ts';
import { type FoundDeadline, readDeadlines } from './facts/deadlines.ts';
import { type FoundEvent, readEvent } from './facts/event.ts';
import { readLabelled } from './facts/labels.ts';
import { type FoundPeriod, readPeriod } from './facts/period.ts';
import { isAlsoTask } from './facts/reporters.ts';
import { readRow } from './facts/rows.ts';
import { readStatements, type Statement } from './facts/statements.ts';
import { readSubjects } from './facts/subjects.ts';
import { type FoundTarget, readTargets } from './facts/targets.ts';
import { type FoundTask, readTasks } from './facts/tasks.ts';
import type { FoundVisit } from './facts/visit.ts';
import { readVisits } from './facts/visits.ts';
import type { Paragraph, Piece } from './layout/paragraph.ts';
import type { Citation } from './lex/symbols.ts';
import { readAttachments } from './parse/annexes.ts';
import { type Letterhead, readLetterhead } from './parse/letterhead.ts';
import { readRecipients } from './parse/recipients.ts';
import { type Placed, placeParagraphs } from './parse/regions.ts';
import { type Item, readSections, type SectionNode } from './parse/sections.ts';
import { type FoundSignature, readSignature } from './parse/signature.ts';
import { readTables } from './parse/tables.ts';

/** All that was found, with places; what diagnosing and emitting read. */
export type Resolved = {
  placed: Placed[];
  head: Letterhead;
  signature: FoundSignature | null;
  sections: SectionNode[];
  items: Item[];
  statements: Statement[];
  bases: FoundBasis[];
  subjects: Citation[];
  period: FoundPeriod | null;
  deadlines: FoundDeadline[];
  targets: FoundTarget[];
  visits: FoundVisit[];
  tasks: FoundTask[];
  event: FoundEvent | null;
  recipients: Piece[];
  attachments: Piece[];
  /** The date the plan was issued, or the first day of its month; null when the text gives none. */
  issued: string | null;
};

export function resolve(paragraphs: readonly Paragraph[]): Resolved {
  const placed = placeParagraphs(paragraphs);
  const head = readLetterhead(placed);
  const issued = head.issuedOn?.value.from ?? head.stampedAt?.value.slice(0, 10) ?? null;
  const year = issued ? Number(issued.slice(0, 4)) : null;
  const { sections, items } = readSections(placed);
  const labelled = readLabelled(items, year);
  const statements = readStatements(items, year).filter((s) => !labelled.taken.has(s.p));
  const { visits, windows } = readVisits(items, year);
  const taken = new Set(windows.map((w) => `${w.p.index} ${w.time.a}`));
  const deadlines = readDeadlines(statements, issued, (s, t) => taken.has(`${s.p.index} ${t.a}`));
  const byStatement = Map.groupBy(deadlines, (d) => d.statement);
  const targets = readTargets(statements, byStatement);
  const reported = new Set(targets.filter((t) => !isAlsoTask(t.statement)).map((t) => t.statement.sentence));
  const visited = new Map(visits.map((v) => [`${v.at.p.index} ${v.at.a}`, v.window]));
  const told = {
    issuer: head.issuer?.value ?? null,
    reported: (s: Statement) => reported.has(s.sentence),
    visited: (s: Statement) => visited.get(`${s.p.index} ${s.sentence.a}`),
  };
  const tasks = [...readTasks(statements, byStatement, told), ...labelled.tasks];
  for (const { time, task } of labelled.dues) deadlines.push(ofTask(task, time.when, items));
  for (const row of readTables(placed)) addRow(row, year, { deadlines, tasks, visits, items });
  return {
    placed,
    head,
    sections,
    items,
    statements,
    deadlines,
    targets,
    visits,
    tasks,
    issued,
    signature: readSignature(placed),
    bases: readBases(items, placed).filter((x) => !x.citation || x.citation.symbol !== head.symbol?.value),
    subjects: readSubjects(head.titlePieces, items, placed, decisionGrounds(placed)),
    period: readPeriod(statements),
    event: readEvent(deadlines),
    recipients: readRecipients(placed),
    attachments: readAttachments(placed),
  };
}

function ofTask(task: FoundTask, when: FoundDeadline['when'], items: readonly Item[]): FoundDeadline {
  const { p } = task.what;
  const piece = task.due?.piece ?? task.what;
  const item = items.find((i) => i.p === p) ?? { p, heading: null, section: null };
  const statement: Statement = {
    item,
    p,
    a: 0,
    b: p.text.length,
    sentence: { a: 0, b: p.text.length },
    who: task.lead,
    own: false,
    verb: 0,
    introduced: null,
    times: [],
    helpers: null,
  };
  return { when, what: task.what, who: task.lead, time: piece, statement };
}

type Lists = { deadlines: FoundDeadline[]; tasks: FoundTask[]; visits: FoundVisit[]; items: readonly Item[] };

function addRow(row: Parameters<typeof readRow>[0], year: number | null, to: Lists): void {
  const found = readRow(row, year);
  if (!found) return;
  if (found.task) to.tasks.push(found.task);
  if (found.visit) to.visits.push(found.visit);
  else if (found.time && found.task)
    to.deadlines.push(
      ofTask(
        { ...found.task, due: found.timePiece ? { when: found.time.when, piece: found.timePiece } : null },
        found.time.when,
        to.items,
      ),
    );
}
