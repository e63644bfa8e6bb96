// The final report: its parts on the left, the text with citations and live figures, the sources of what is chosen on the right.
import { Hono } from 'hono';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { beginFinalReport, citeEvidence, insertFigure } from '#src/finalreport/actions.ts';
import { citationForm, figureForm } from '#src/finalreport/forms.ts';
import { freezeReport } from '#src/finalreport/freezing.ts';
import { readCoverage, readReport } from '#src/finalreport/reading.ts';
import { refusalToFreeze, refusalToRead, refusalToWrite } from '#src/finalreport/rules/access.ts';
import { type Part, partsOf } from '#src/finalreport/rules/parts.ts';
import { finalReportOf } from '#src/finalreport/store.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { ErrorSummary } from '#src/web/ui.tsx';
import { Coverage } from './coverage.tsx';
import { Freezes } from './freezes.tsx';
import { Beginning, Heading, PartList, Verdict } from './overview.tsx';
import { PartText } from './part.tsx';
import { Sources } from './sources.tsx';

export const reportPages = new Hono<Env>();

reportPages.get('/campaigns/:slug/final-report', (c) => reportPage(c, null));

reportPages.post('/campaigns/:slug/final-report', async (c) => {
  await beginFinalReport(act(c), c.req.param('slug'));
  return c.redirect(`/campaigns/${c.req.param('slug')}/final-report`, 303);
});

reportPages.post('/campaigns/:slug/final-report/citations', async (c) => {
  insist(refusalToWrite(act(c).actor));
  const form = parseForm(citationForm, await readForm(c));
  await citeEvidence(act(c), c.req.param('slug'), form, form.evidence);
  return c.redirect(here(c, form), 303);
});

reportPages.post('/campaigns/:slug/final-report/figures', async (c) => {
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const form = parseForm(figureForm, typed);
    await insertFigure(act(c), c.req.param('slug'), form, form.ref);
    return form;
  });
  if (result.refusal) return reportPage(c, result.refusal, String(typed.block ?? ''));
  return c.redirect(here(c, result.value), 303);
});

reportPages.post('/campaigns/:slug/final-report/freezes', async (c) => {
  const result = await attempt(() => freezeReport(act(c), c.req.param('slug'), c.var.services.files));
  if (result.refusal) return reportPage(c, result.refusal);
  return c.redirect(`/campaigns/${c.req.param('slug')}/final-report#chot`, 303);
});

/** Back to the sentence that was worked on; the page finds its part. */
function here(c: Ctx, { block, sentence }: { block: string; sentence: number | null }): string {
  const nth = sentence === null ? '' : `&s=${sentence}`;
  return `/campaigns/${c.req.param('slug')}/final-report?p=${encodeURIComponent(block)}${nth}#b-${block}`;
}

async function reportPage(c: Ctx, refusal: Refusal | null, refusedBlock?: string) {
  const { db, actor } = act(c);
  insist(refusalToRead(actor));
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug')!);
  const report = await finalReportOf(db, campaign.id);
  const shared = { slug: campaign.slug, language: c.var.language };
  const mayWrite = refusalToWrite(actor) === null;
  const frame = {
    title: { vi: 'Báo cáo chung', en: 'Final report' },
    campaign,
    tab: 'final-report' as const,
    wide: true,
    status: statusOf(refusal),
  };
  if (!report) return page(c, frame, <Beginning {...shared} mayWrite={mayWrite} />);
  const reading = await readReport(db, campaign, report);
  const covered = await readCoverage(db, campaign, reading);
  const parts = partsOf(report.body);
  const block = refusedBlock ?? c.req.query('p') ?? null;
  const part = partAsked(parts, block, c.req.query('part'));
  const chosen = { block, sentence: sentenceAsked(c, block) };
  return page(
    c,
    frame,
    <>
      <ErrorSummary refusal={refusal} language={c.var.language} />
      <Heading
        {...shared}
        report={report}
        reading={reading}
        mayWrite={mayWrite}
        isSample={c.var.services.demo}
      />
      <Verdict
        {...shared}
        reading={reading}
        parts={parts}
        accepted={covered.accepted}
        uncited={covered.uncited.length}
        mayWrite={mayWrite}
        stopped={refusalToFreeze(actor, report.body, reading.lints)}
      />
      <div class="tk-cols tk-cols--synth">
        <PartList {...shared} parts={parts} current={part.id} lints={reading.lints} />
        <PartText {...shared} part={part} reading={reading} chosen={chosen} mayWrite={mayWrite} />
        <Sources {...shared} part={part} reading={reading} chosen={chosen} tables={covered.tables} />
        <Coverage {...shared} reading={covered} />
      </div>
      <Freezes {...shared} reading={reading} />
    </>,
  );
}

/** The part with the block, else the part named, else the first with any text, else the opening. */
function partAsked(parts: readonly Part[], block: string | null, named: string | undefined): Part {
  return (
    parts.find((p) => p.blocks.some((b) => b.id === block)) ??
    parts.find((p) => p.id === named) ??
    parts.find((p) => p.blocks.length > 0) ??
    parts[0]!
  );
}

/** The sentence of the chosen block that the address names, or null. */
function sentenceAsked(c: Ctx, block: string | null): number | null {
  const asked = c.req.query('s');
  return block !== null && asked !== undefined && /^\d{1,4}$/.test(asked) ? Number(asked) : null;
}
