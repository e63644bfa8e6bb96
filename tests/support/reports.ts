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
export async function putReport(act: Act, owed: ObligationRow, state: ReportState) {
  const reportId = newId();
  await putOpened(act, owed, state, reportId);
  await putSections(act, owed, state, reportId);
  const submissionId = state.sentAt ? await putSubmission(act, owed, state, reportId) : null;
  return { reportId, submissionId };
}

async function putOpened({ db, actor }: Act, owed: ObligationRow, state: ReportState, reportId: string) {
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
}

async function putSections({ db, actor }: Act, owed: ObligationRow, state: ReportState, reportId: string) {
  const version = await templateVersion(db, owed.templateVersionId);
  const codes = requiredCodes(version!.outline);
  for (const code of codes.slice(0, Math.round(codes.length * (state.share ?? 0)))) {
    const row = {
      report_id: reportId,
      section_code: code,
      version: 1,
      body: [{ id: 'b1', kind: 'paragraph', inlines: [{ kind: 'text', text: 'Đã thực hiện.' }] }],
      items: [],
      saved_at: state.savedAt ?? state.openedAt,
      saved_by: actor.id,
    };
    await db.insertInto('report_sections').values(row).execute();
    await db
      .insertInto('report_section_versions')
      .values({ ...row, origin: 'typed' })
      .execute();
  }
}

async function putSubmission({ db, actor }: Act, owed: ObligationRow, state: ReportState, reportId: string) {
  const id = newId();
  receipts += 1;
  await db
    .insertInto('submissions')
    .values({
      id,
      report_id: reportId,
      campaign_id: owed.campaignId,
      unit_id: owed.unitId,
      stage: state.stage ?? 'official',
      version: 1,
      template_version_id: owed.templateVersionId,
      receipt_number: receipts,
      content: {},
      sha256: '0'.repeat(64),
      submitted_at: state.sentAt!,
      submitted_by: actor.id,
    })
    .execute();
  const decision = { id: newId(), submission_id: id };
  const { returnedAt, acceptedAt } = state;
  if (returnedAt)
    await db
      .insertInto('submission_returns')
      .values({ ...decision, reason: 'Thiếu biểu B3.', returned_at: returnedAt, returned_by: actor.id })
      .execute();
  if (acceptedAt)
    await db
      .insertInto('submission_acceptances')
      .values({ ...decision, accepted_at: acceptedAt, accepted_by: actor.id })
      .execute();
  return id;
}

export function requiredCodes(outline: Outline): string[] {
  return outline.sections.filter((s) => s.writable && s.required).map((s) => s.code);
}
