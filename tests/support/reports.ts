// Reports in a given state, written straight into the tables, for tests that look at many of them at once.
import type { ObligationRow, Stage } from '#src/campaigns/rules.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Act } from '#src/platform/database/connect.ts';
import type { Outline } from '#src/templates/rules.ts';
import { templateVersion } from '#src/templates/store.ts';

/** Instants; what is absent has not happened. `share` of the required sections is written at `savedAt`. */
export type ReportState = {
  openedAt: Date;
  savedAt?: Date;
  share?: number;
  sentAt?: Date;
  stage?: Stage;
  returnedAt?: Date;
  acceptedAt?: Date;
};

let receipts = 0;

/** Afterwards the obligation has a report in this state. Returns the report's and the submission's ids. */
export async function putReport({ db, actor }: Act, owed: ObligationRow, state: ReportState) {
  const reportId = newId();
  const submissionId = state.sentAt ? newId() : null;
  await db
    .insertInto('reports')
    .values({
      id: reportId,
      obligation_id: owed.id,
      campaign_id: owed.campaignId,
      unit_id: owed.unitId,
      template_version_id: owed.templateVersionId,
      opened_at: state.openedAt,
      opened_by: actor.id,
    })
    .execute();
  const version = await templateVersion(db, owed.templateVersionId);
  const codes = requiredCodes(version!.outline);
  for (const code of codes.slice(0, Math.round(codes.length * (state.share ?? 0)))) {
    const words = [{ id: 'b1', kind: 'paragraph', inlines: [{ kind: 'text', text: 'Đã thực hiện.' }] }];
    const saved = {
      version: 1,
      body: words,
      items: [],
      saved_at: state.savedAt ?? state.openedAt,
      saved_by: actor.id,
    };
    const row = { report_id: reportId, section_code: code, ...saved };
    await db.insertInto('report_sections').values(row).execute();
    await db
      .insertInto('report_section_versions')
      .values({ ...row, origin: 'typed' })
      .execute();
  }
  if (submissionId && state.sentAt) {
    receipts += 1;
    await db
      .insertInto('submissions')
      .values({
        id: submissionId,
        report_id: reportId,
        campaign_id: owed.campaignId,
        unit_id: owed.unitId,
        stage: state.stage ?? 'official',
        version: 1,
        template_version_id: owed.templateVersionId,
        receipt_number: receipts,
        content: {},
        sha256: '0'.repeat(64),
        submitted_at: state.sentAt,
        submitted_by: actor.id,
      })
      .execute();
    if (state.returnedAt)
      await db
        .insertInto('submission_returns')
        .values({
          id: newId(),
          submission_id: submissionId,
          reason: 'Thiếu biểu B3.',
          returned_at: state.returnedAt,
          returned_by: actor.id,
        })
        .execute();
    if (state.acceptedAt)
      await db
        .insertInto('submission_acceptances')
        .values({
          id: newId(),
          submission_id: submissionId,
          accepted_at: state.acceptedAt,
          accepted_by: actor.id,
        })
        .execute();
  }
  return { reportId, submissionId };
}

export function requiredCodes(outline: Outline): string[] {
  return outline.sections.filter((s) => s.writable && s.required).map((s) => s.code);
}
