// Everything that the report's page, its lints and its freeze look at, read once.

import { liveFigures } from '#src/annexes/figures.ts';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Evidence } from '#src/synthesis/rules.ts';
import { evidenceOf } from '#src/synthesis/store.ts';
import { type Figure, lintReport } from './rules/lints.ts';
import { citedEvidence, usedFigures } from './rules/sentences.ts';
import { type FinalReportRow, type FreezeRow, freezesOf } from './store.ts';

export type ReportReading = {
  evidence: Map<string, Evidence>;
  figures: Map<string, Figure>;
  freezes: FreezeRow[];
  lints: Diagnostic[];
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
    lints: lintReport({ body: report.body, evidence: byId, figures: byRef, frozen }),
  };
}
