// The moves of a report from one template version to another, what they kept, and what is to be looked at again.

import { newId } from '#src/kernel/ids.ts';
import type { Words } from '#src/kernel/language.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Landing } from '../rules/landings.ts';
import type { KeptContent } from '../rules/moving.ts';

export type MoveRow = {
  number: number;
  fromVersionId: string;
  toVersionId: string;
  landings: Landing[];
  movedAt: Date;
};

/** Oldest first. */
export async function movesOf(db: Db, reportId: string): Promise<MoveRow[]> {
  const rows = await db
    .selectFrom('report_moves')
    .select([
      'number',
      'from_version_id as fromVersionId',
      'to_version_id as toVersionId',
      'landings',
      'moved_at as movedAt',
    ])
    .where('report_id', '=', reportId)
    .orderBy('number')
    .execute();
  return rows.map((r) => ({ ...r, landings: r.landings as Landing[] }));
}

type By = { at: Date; by: string };

/** Afterwards the move is on record and the report asks what its new version asks. */
export async function insertMove(
  trx: Db,
  reportId: string,
  move: Omit<MoveRow, 'movedAt'>,
  { at, by }: By,
): Promise<void> {
  const { number, fromVersionId, toVersionId, landings } = move;
  await trx
    .insertInto('report_moves')
    .values({
      ...{ report_id: reportId, number, from_version_id: fromVersionId, to_version_id: toVersionId },
      ...{ landings, moved_at: at, moved_by: by },
    })
    .execute();
  await trx
    .updateTable('reports')
    .set({ template_version_id: toVersionId })
    .where('id', '=', reportId)
    .execute();
}

/** `copies`: the sections into which it has been copied. */
export type KeptRow = KeptContent & {
  id: string;
  templateVersionId: string;
  keptAt: Date;
  copies: string[];
};

/** What a report keeps beside its sections, oldest first; what has gone back to its place is left out. */
export async function keptPartsOf(db: Db, reportId: string): Promise<KeptRow[]> {
  const rows = await db
    .selectFrom('report_kept_parts')
    .select(['id', 'kind', 'code', 'title', 'content'])
    .select(['template_version_id as templateVersionId', 'kept_at as keptAt'])
    .where('report_id', '=', reportId)
    .where('restored_at', 'is', null)
    .orderBy('kept_at')
    .orderBy('kind')
    .orderBy('code')
    .orderBy('id')
    .execute();
  const copies = await db
    .selectFrom('report_kept_copies as c')
    .innerJoin('report_kept_parts as p', 'p.id', 'c.part_id')
    .select(['c.part_id', 'c.section_code'])
    .where('p.report_id', '=', reportId)
    .orderBy('c.copied_at')
    .execute();
  const copied = Map.groupBy(copies, (c) => c.part_id);
  return rows.map(
    (r) => ({ ...r, copies: (copied.get(r.id) ?? []).map((c) => c.section_code) }) as unknown as KeptRow,
  );
}

/** Afterwards the part is kept beside the report for good. Returns its id. */
export async function insertKeptPart(
  trx: Db,
  part: KeptContent & { reportId: string; templateVersionId: string },
  { at, by }: By,
): Promise<string> {
  const id = newId(at);
  const { reportId, templateVersionId, kind, code, title, content } = part;
  await trx
    .insertInto('report_kept_parts')
    .values({
      ...{ id, report_id: reportId, template_version_id: templateVersionId },
      ...{ kind, code, title, content, kept_at: at, kept_by: by },
    })
    .execute();
  return id;
}

export async function markRestored(trx: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable('report_kept_parts').set({ restored_at: at }).where('id', 'in', ids).execute();
}

/** Afterwards the part is known to stand in the section too. */
export async function insertKeptCopy(
  trx: Db,
  partId: string,
  section: string,
  { at, by }: By,
): Promise<void> {
  await trx
    .insertInto('report_kept_copies')
    .values({ part_id: partId, section_code: section, copied_at: at, copied_by: by })
    .execute();
}

export type ReviewRow = { code: string; move: number; changes: Words[]; askedAt: Date };

/** What nobody has said to be looked at yet, latest first; a part saved since is for the caller to leave out. */
export async function openReviews(db: Db, reportId: string): Promise<ReviewRow[]> {
  const rows = await db
    .selectFrom('report_reviews')
    .select(['code', 'move', 'changes', 'asked_at as askedAt'])
    .where('report_id', '=', reportId)
    .where('done_at', 'is', null)
    .orderBy('move', 'desc')
    .execute();
  return rows.map((r) => ({ ...r, changes: r.changes as Words[] }));
}

export async function insertReview(trx: Db, reportId: string, review: ReviewRow): Promise<void> {
  const { code, move, changes, askedAt } = review;
  await trx
    .insertInto('report_reviews')
    .values({ report_id: reportId, code, move, changes, asked_at: askedAt })
    .execute();
}

/** Afterwards nothing is asked to be looked at again in these parts. True when something was. */
export async function endReviews(
  trx: Db,
  reportId: string,
  codes: readonly string[],
  { at, by }: By,
): Promise<boolean> {
  if (codes.length === 0) return false;
  const ended = await trx
    .updateTable('report_reviews')
    .set({ done_at: at, done_by: by })
    .where('report_id', '=', reportId)
    .where('code', 'in', codes)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
