// What happened with one body's report, newest first, out of the rows that the acts left.
import { namesOf } from '#src/accounts/store.ts';
import type { Decision, ObligationRow, Stage } from '#src/campaigns/rules.ts';
import { systemActor } from '#src/kernel/actor.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { reportStory } from './store.ts';

/** `by` is the person's name. */
export type Happened = { at: Date; by: string } & (
  | { what: 'opened' | 'accepted' | 'acceptance-withdrawn' }
  | { what: 'sent'; submissionId: string; stage: Stage; version: number; receiptNumber: number }
  | { what: 'returned'; reason: string }
  | { what: 'decided'; decision: Decision }
);

type Row = Awaited<ReturnType<typeof reportStory>>[number];

function happened(row: Row, by: string): Happened[] {
  const { what, at } = row;
  if (what === 'returned') return [{ what, at, by, reason: row.reason ?? '' }];
  if (what !== 'sent') return [{ what, at, by }];
  const { submissionId, stage, version, receiptNumber } = row;
  if (submissionId === null || stage === null || version === null || receiptNumber === null) return [];
  return [{ what, at, by, submissionId, stage, version, receiptNumber }];
}

/** Opened, sent, returned, accepted and decided until `at`; withdrawn decisions are among them. */
export async function storyOf(db: Db, owed: ObligationRow, at: Date): Promise<Happened[]> {
  const rows = await reportStory(db, owed.id, at);
  const decisions = owed.decisions.filter((d) => d.decidedAt <= at);
  const names = await namesOf(db, [...rows.map((r) => r.by), ...decisions.map((d) => d.decidedBy)]);
  const nameOf = (id: string) => names.get(id) ?? systemActor.name;
  return [
    ...rows.flatMap((row) => happened(row, nameOf(row.by))),
    ...decisions.map(
      (decision): Happened => ({
        what: 'decided',
        at: decision.decidedAt,
        by: nameOf(decision.decidedBy),
        decision,
      }),
    ),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
}
