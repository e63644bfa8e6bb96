// What a unit does after its report moved: copies what is no longer asked into a section, says that it has looked again.
import type { Document } from '#src/documents/model.ts';
import { record } from '#src/events/record.ts';
import { isId, newId } from '#src/kernel/ids.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { findTable } from '#src/templates/rules.ts';
import { templateVersionsById } from '#src/templates/store.ts';
import { keptDocument, keptItems, refusalToCopy } from '../rules/kept.ts';
import type { ListItem } from '../rules.ts';
import { endReviews, insertKeptCopy, type KeptRow, keptPartsOf } from '../store/moves.ts';
import { sectionOf, writeSection } from '../store/sections.ts';
import { lockForWriting } from './writing.ts';

export type Kept = KeptRow & { version: number; body: Document; items: ListItem[] };

/** What stands beside the report, each with the words to read. */
export async function keptSeen(db: Db, reportId: string): Promise<Kept[]> {
  const parts = await keptPartsOf(db, reportId);
  const versions = await templateVersionsById(
    db,
    parts.map((part) => part.templateVersionId),
  );
  return parts.map((part) => {
    const asker = versions.find((v) => v.id === part.templateVersionId);
    const asked = asker ? findTable(asker.annex, part.code) : null;
    return { ...part, version: asker?.version ?? 0, body: keptDocument(part, asked), items: keptItems(part) };
  });
}

/** Afterwards the part's words stand at the end of the section as a new version; the part itself stays kept. */
export async function copyKeptPart(
  act: Act,
  reportId: string,
  partId: string,
  section: string,
): Promise<void> {
  const { actor, now } = act;
  await transaction(act.db, async (trx) => {
    const seen = await lockForWriting(trx, act, reportId);
    const part = isId(partId) && (await keptSeen(trx, reportId)).find((kept) => kept.id === partId);
    if (!part) throw notFound();
    insist(refusalToCopy(part.copies, seen.template.outline, section));
    const current = await sectionOf(trx, reportId, section);
    const version = await writeSection(trx, {
      ...{ reportId, code: section, origin: `kept:${part.id}`, savedAt: now, savedBy: actor.id },
      body: [...(current?.body ?? []), ...part.body.map((block) => ({ ...block, id: newId(now) }))],
      items: [...(current?.items ?? []), ...part.items.map((item) => ({ ...item, id: newId(now) }))],
    });
    await insertKeptCopy(trx, part.id, section, { at: now, by: actor.id });
    await record(trx, actor, now, {
      name: 'report.part-copied',
      subjectType: 'report',
      subjectId: reportId,
      campaignId: seen.report.campaignId,
      data: { partId: part.id, section, version },
    });
  });
}

/** Afterwards the section or table is no longer asked to be looked at again. */
export async function endReview(act: Act, reportId: string, code: string): Promise<void> {
  const { actor, now } = act;
  await transaction(act.db, async (trx) => {
    const seen = await lockForWriting(trx, act, reportId);
    if (!(await endReviews(trx, reportId, [code], { at: now, by: actor.id }))) throw notFound();
    await record(trx, actor, now, {
      name: 'report.review-done',
      subjectType: 'report',
      subjectId: reportId,
      campaignId: seen.report.campaignId,
      data: { code },
    });
  });
}
