// Everything that the report's page, its lints and its freeze look at, read once.
import { liveFigures } from '#src/annexes/figures.ts';
import type { LiveFigure } from '#src/annexes/rules/references.ts';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { latestSubmissions } from '#src/reports/store/submissions.ts';
import type { Evidence } from '#src/synthesis/rules.ts';
import { evidenceOf } from '#src/synthesis/store.ts';
import type { AnnexTable } from '#src/templates/rules.ts';
import { templateVersionsById } from '#src/templates/store.ts';
import { type Coverage, coverageOf } from './rules/coverage.ts';
import { lintReport, neverCited } from './rules/lints.ts';
import { citedEvidence, usedFigures } from './rules/sentences.ts';
import { type FinalReportRow, type FreezeRow, freezesOf, provinceCodes } from './store.ts';

export type ReportReading = {
  evidence: Map<string, Evidence>;
  figures: Map<string, LiveFigure>;
  freezes: FreezeRow[];
  lints: Diagnostic[];
  /** Evidence ids in the order of their numbers in the text. */
  order: string[];
};

/** The cited evidence and the live figures as they are now, and what the lints say of the text. */
export async function readReport(
  db: Db,
  campaign: Pick<CampaignRow, 'id'>,
  report: FinalReportRow,
): Promise<ReportReading> {
  const [evidence, figures, freezes] = await Promise.all([
    evidenceOf(db, campaign.id, { ids: citedEvidence(report.body) }),
    liveFigures(db, campaign.id, usedFigures(report.body)),
    freezesOf(db, report.id),
  ]);
  const byId = new Map(evidence.map((e) => [e.id, e]));
  const byRef = new Map(figures.map((f) => [f.ref, f]));
  const frozen = new Map(Object.entries(freezes[0]?.figures ?? {}).map(([ref, f]) => [ref, f.text]));
  return {
    evidence: byId,
    figures: byRef,
    freezes,
    order: citedEvidence(report.body),
    lints: lintReport({ body: report.body, evidence: byId, figures: byRef, frozen }),
  };
}

export type CoverageReading = {
  coverage: Coverage;
  accepted: number;
  uncited: { unitId: string; unitName: string }[];
  /** Every annex table that the campaign asks for, to know where a figure opens. */
  tables: AnnexTable[];
};

/** How the cited evidence covers the bodies whose report stands accepted. */
export async function readCoverage(
  db: Db,
  campaign: Pick<CampaignRow, 'id'>,
  { evidence }: ReportReading,
): Promise<CoverageReading> {
  const [owed, latest, codes, asked] = await Promise.all([
    obligationsOf(db, campaign.id),
    latestSubmissions(db, campaign.id),
    provinceCodes(db),
    templateVersionsOf(db, campaign.id),
  ]);
  const versions = await templateVersionsById(
    db,
    asked.map((t) => t.templateVersionId),
  );
  const isAccepted = new Set(latest.flatMap((s) => (s.state === 'accepted' ? [s.obligationId] : [])));
  const accepted = owed.filter((o) => isAccepted.has(o.id));
  const cited = [...evidence.values()];
  return {
    coverage: coverageOf({
      outlines: new Map(versions.map((v) => [v.code, v.outline])),
      reported: accepted.map((o) => ({
        unitId: o.unitId,
        templateCode: o.templateCode,
        provinceCode: (o.territoryId && codes.get(o.territoryId)) || null,
      })),
      cited,
    }),
    accepted: accepted.length,
    uncited: neverCited(accepted, cited),
    tables: versions.flatMap((v) => v.annex.tables),
  };
}
