// The final report: its parts on the left, the text with citations and live figures, the sources of what is chosen on the right.
import { Hono } from 'hono';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { beginFinalReport, citeEvidence, insertFigure } from '#src/finalreport/actions.ts';
import { citationForm, figureForm } from '#src/finalreport/forms.ts';
import { freezeReport } from '#src/finalreport/freezing.ts';
import { readCoverage, readReport } from '#src/finalreport/reading.ts';
import { refusalToFreeze, refusalToRead, refusalToWrite } from '#src/finalreport/rules/access.ts';
import { partsOf } from '#src/finalreport/rules/parts.ts';
import { finalReportOf } from '#src/finalreport/store.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { ErrorSummary, Sample } from '#src/web/ui.tsx';
import { Coverage } from './coverage.tsx';
import { Beginning, Freezes, PartList, Verdict } from './overview.tsx';
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
  const t = words(c);
  const language = c.var.language;
  const mayWrite = refusalToWrite(actor) === null;
  const frame = {
    title: { vi: 'Báo cáo chung', en: 'Final report' },
    campaign,
    tab: 'final-report' as const,
    wide: true,
    status: statusOf(refusal),
  };
  if (!report)
    return page(c, frame, <Beginning slug={campaign.slug} mayWrite={mayWrite} language={language} />);
  const reading = await readReport(db, campaign, report);
  const parts = partsOf(report.body);
  const block = refusedBlock ?? c.req.query('p') ?? null;
  const part =
    parts.find((p) => p.blocks.some((b) => b.id === block)) ??
    parts.find((p) => p.id === c.req.query('part')) ??
    parts.find((p) => p.blocks.length > 0) ??
    parts[0] ??
    null;
  const covered = await readCoverage(db, campaign, reading);
  const chosen = { block, sentence: sentenceAsked(c, block) };
  const shared = { slug: campaign.slug, part: part ?? parts[0]!, reading, chosen, language };
  const [latest] = reading.freezes;
  return page(
    c,
    frame,
    <>
      <ErrorSummary refusal={refusal} language={language} />
      <div class="tk-head">
        <h1 class="govuk-heading-l">
          {t({ vi: 'Báo cáo tổng kết', en: 'Final report' })}
          {latest && t({ vi: `, dự thảo ${latest.number}`, en: `, draft ${latest.number}` })}
        </h1>
        <p class="tk-small">
          {c.var.services.demo && (
            <>
              <Sample language={language} /> ·{' '}
            </>
          )}
          {latest &&
            t({
              vi: `chốt ${formatInstant(latest.frozenAt)} · `,
              en: `frozen ${formatInstant(latest.frozenAt)} · `,
            })}
          {t({
            vi: `bản ${report.version}, lưu ${formatInstant(report.savedAt)}`,
            en: `version ${report.version}, saved ${formatInstant(report.savedAt)}`,
          })}{' '}
          ·{' '}
          <a class="govuk-link" href={`/campaigns/${campaign.slug}/final-report/working.docx`}>
            {t({ vi: 'Xem bản Word', en: 'See it in Word' })}
          </a>
          {mayWrite && (
            <>
              {' '}
              ·{' '}
              <a class="govuk-link" href={`/campaigns/${campaign.slug}/final-report/face`}>
                {t({ vi: 'Thể thức, người ký', en: 'Letterhead and signature' })}
              </a>
            </>
          )}
        </p>
      </div>
      <Verdict
        slug={campaign.slug}
        reading={reading}
        parts={parts}
        accepted={covered.accepted}
        uncited={covered.uncited.length}
        mayWrite={mayWrite}
        stopped={refusalToFreeze(actor, report.body, reading.lints)}
        language={language}
      />
      <div class="tk-cols tk-cols--synth">
        <PartList
          slug={campaign.slug}
          parts={parts}
          current={shared.part.id}
          lints={reading.lints}
          language={language}
        />
        <PartText {...shared} mayWrite={mayWrite} />
        <Sources {...shared} tables={covered.tables} />
        <Coverage slug={campaign.slug} reading={covered} language={language} />
      </div>
      <Freezes slug={campaign.slug} reading={reading} language={language} />
    </>,
  );
}

/** The sentence of the chosen block that the address names, or null. */
function sentenceAsked(c: Ctx, block: string | null): number | null {
  const asked = c.req.query('s');
  return block !== null && asked !== undefined && /^\d{1,4}$/.test(asked) ? Number(asked) : null;
}
