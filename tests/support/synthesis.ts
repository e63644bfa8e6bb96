// Reports really written, sent and accepted through the actions, for tests of what is made from them.
import { obligationOfUnit } from '#src/campaigns/store/obligations.ts';
import { fromMarkdown } from '#src/documents/markdown.ts';
import type { Act } from '#src/platform/database/connect.ts';
import { acceptSubmission, returnSubmission } from '#src/reports/actions/deciding.ts';
import { saveAnnexTable } from '#src/reports/actions/filling.ts';
import { openReport, submitReport } from '#src/reports/actions/sending.ts';
import { saveSection } from '#src/reports/actions/writing.ts';
import { submissionsOf } from '#src/reports/store/submissions.ts';
import { writableSections } from '#src/templates/rules.ts';
import { templateVersion } from '#src/templates/store.ts';
import type { TestApp } from './app.ts';
import { unitId } from './people.ts';

/** Words of sections by their code (Markdown); figures by indicator and column. The rest is filled in plainly. */
export type Written = {
  sections?: Record<string, string>;
  figures?: Record<string, Record<string, number>>;
  decided?: 'accepted' | 'returned';
};

/** Afterwards the unit's official report has been sent, and decided when asked. Returns the submission's id and version. */
export async function sendReport(
  test: TestApp,
  campaignId: string,
  unit: string,
  written: Written,
): Promise<{ submissionId: string; version: number; unitId: string }> {
  const { db } = test.services;
  const id = await unitId(db, unit);
  const actor = { ...test.people.chau, memberships: [{ role: 'unit-officer' as const, unitId: id }] };
  const act: Act = { ...test.act('chau'), actor };
  const owed = (await obligationOfUnit(db, campaignId, id))!;
  const reportId = await openReport(act, owed.id);
  const template = (await templateVersion(db, owed.templateVersionId))!;
  const isFirst = (await submissionsOf(db, reportId)).length === 0;
  for (const { code } of writableSections(template.outline)) {
    const words = written.sections?.[code] ?? `Mục ${code}: năm 2022 đã làm 62 việc.`;
    if (!isFirst && !written.sections?.[code]) continue;
    const version = isFirst ? 0 : 1;
    await saveSection(act, reportId, { code, version, body: fromMarkdown(words), items: [] });
  }
  for (const table of isFirst ? template.annex.tables : []) {
    const fields: Record<string, string> = { fill: 'none-arose' };
    for (const { code } of table.indicators.filter((i) => !i.formula))
      for (const column of table.columns) {
        const value = written.figures?.[code]?.[column.code];
        fields[`cell.${code}.${column.code}`] = value === undefined ? '' : String(value);
      }
    await saveAnnexTable(act, reportId, { table: table.code, from: 0, fields });
  }
  await submitReport(act, reportId, { stage: 'official', confirmed: true });
  const latest = (await submissionsOf(db, reportId))[0]!;
  if (written.decided === 'accepted') await acceptSubmission(test.act('ha'), latest.id);
  if (written.decided === 'returned')
    await returnSubmission(test.act('ha'), latest.id, { reason: 'Thiếu số liệu', marks: [] });
  return { submissionId: latest.id, version: latest.version, unitId: id };
}
