// What a person may see of reports: the working report for its unit, what was sent for the unit and the centre.
import { annexProgress } from '#src/annexes/rules/check.ts';
import type { AnnexCells, TableProgress } from '#src/annexes/rules.ts';
import { type TableDraft, tableDrafts } from '#src/annexes/store.ts';
import type { CampaignRow, ObligationRow } from '#src/campaigns/rules.ts';
import { campaignById } from '#src/campaigns/store/campaigns.ts';
import { obligationById } from '#src/campaigns/store/obligations.ts';
import { isId } from '#src/kernel/ids.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import type { Act, Db } from '#src/platform/database/connect.ts';
import type { TemplateVersion } from '#src/templates/rules.ts';
import { templateVersion } from '#src/templates/store.ts';
import { codeNow } from '../rules/landings.ts';
import { type Missing, sectionCounts, whatIsMissing } from '../rules/missing.ts';
import { type ReportStanding, refusalToOpen, refusalToRead } from '../rules.ts';
import { type ReturnRow, returnOf } from '../store/decisions.ts';
import { type MoveRow, movesOf } from '../store/moves.ts';
import { type ReportRow, reportById } from '../store/reports.ts';
import { type SectionRow, sectionsOf } from '../store/sections.ts';
import { type SubmissionRow, submissionById, submissionsOf } from '../store/submissions.ts';

type Seeing = Pick<Act, 'db' | 'actor'>;

/** A report with what it owes and where it stands; light enough for every page. */
export type ReportSeen = {
  report: ReportRow;
  obligation: ObligationRow;
  campaign: CampaignRow;
  template: TemplateVersion;
  standing: ReportStanding;
  /** Latest first. */
  submissions: SubmissionRow[];
  /** To other versions of its template, oldest first. An editor names how many it has seen. */
  moves: MoveRow[];
};

/** The working report, for the officers of its unit; not-found for everyone else. */
export async function reportSeenBy({ db, actor }: Seeing, reportId: string): Promise<ReportSeen> {
  const report = isId(reportId) ? await reportById(db, reportId) : null;
  if (!report) throw notFound();
  insist(refusalToOpen(report.unitId, actor));
  return surroundings(db, report);
}

/** Everything around a report; the caller has asked whether it may be seen. */
export async function surroundings(db: Db, report: ReportRow): Promise<ReportSeen> {
  const obligation = await obligationById(db, report.obligationId);
  const campaign = await campaignById(db, report.campaignId);
  const template = await templateVersion(db, report.templateVersionId);
  if (!obligation || !campaign || !template) throw notFound();
  const submissions = await submissionsOf(db, report.id);
  const standing: ReportStanding = {
    unitId: report.unitId,
    opened: true,
    stages: obligation.stages.map((s) => s.stage),
    latest: submissions[0] ?? null,
  };
  const moves = await movesOf(db, report.id);
  return { report, obligation, campaign, template, standing, submissions, moves };
}

export type ReportContents = {
  sections: Record<string, SectionRow>;
  drafts: Record<string, TableDraft>;
  annex: Record<string, AnnexCells>;
  tables: TableProgress[];
  missing: Missing;
  /** Writable sections, and those that are long enough. */
  counts: { done: number; total: number };
};

/** What stands in the working report now, and what it still lacks. */
export async function contentsOf(db: Db, { report, template }: ReportSeen): Promise<ReportContents> {
  const sections = await sectionsOf(db, report.id);
  const drafts = await tableDrafts(db, report.id);
  const annex = byTable(drafts, (d) => d.cells);
  const tables = annexProgress(
    template.annex,
    annex,
    byTable(drafts, (d) => d.unread),
  );
  const missing = whatIsMissing(template.outline, sections, tables);
  return { sections, drafts, annex, tables, missing, counts: sectionCounts(template.outline, sections) };
}

function byTable<T>(drafts: Record<string, TableDraft>, take: (draft: TableDraft) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(drafts).map(([code, draft]) => [code, take(draft)]));
}

/** What was sent, for the unit that sent it and for the centre; not-found for everyone else. */
export async function submissionSeenBy({ db, actor }: Seeing, submissionId: string): Promise<SubmissionRow> {
  const submission = isId(submissionId) ? await submissionById(db, submissionId) : null;
  if (!submission) throw notFound();
  insist(refusalToRead(submission, actor));
  return submission;
}

/** The standing return of the latest submission, its marks on the places as they are named now; null when none stands. */
export async function standingReturn(
  db: Db,
  { submissions, moves }: Pick<ReportSeen, 'submissions' | 'moves'>,
): Promise<ReturnRow | null> {
  const latest = submissions[0];
  const returned = latest?.state === 'returned' ? await returnOf(db, latest.id) : null;
  if (!returned) return null;
  const since = moves.filter((m) => m.movedAt >= returned.returnedAt).map((m) => m.landings);
  return { ...returned, marks: returned.marks.map((m) => ({ ...m, section: codeNow(since, m.section) })) };
}
