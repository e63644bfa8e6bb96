// The final report: its parts on the left, the text with citations and live figures, the sources of the chosen paragraph on the right.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { beginFinalReport, citeEvidence, freezeReport, insertFigure } from '#src/finalreport/actions.ts';
import { citationForm, figureForm } from '#src/finalreport/forms.ts';
import { type ReportReading, readReport } from '#src/finalreport/reading.ts';
import { refusalToRead, refusalToWrite } from '#src/finalreport/rules/access.ts';
import { neverCited } from '#src/finalreport/rules/lints.ts';
import { type Part, partsOf } from '#src/finalreport/rules/parts.ts';
import { citedEvidence } from '#src/finalreport/rules/sentences.ts';
import { type FinalReportRow, finalReportOf } from '#src/finalreport/store.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import { type Diagnostic, hasErrors } from '#src/kernel/diagnostic.ts';
import type { Language } from '#src/kernel/language.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { latestSubmissions } from '#src/reports/store/submissions.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { Button, Empty, ErrorSummary, Sample, Status } from '#src/web/ui.tsx';
import { PartText } from './part.tsx';
import { Sources } from './sources.tsx';

export const reportPages = new Hono<Env>();

reportPages.get('/campaigns/:slug/final-report', (c) => reportPage(c, null));

reportPages.post('/campaigns/:slug/final-report', async (c) => {
  await beginFinalReport(act(c), c.req.param('slug'));
  return c.redirect(`/campaigns/${c.req.param('slug')}/final-report`, 303);
});

reportPages.post('/campaigns/:slug/final-report/citations', async (c) => {
  const form = parseForm(citationForm, await readForm(c));
  await citeEvidence(act(c), c.req.param('slug'), form.block, form.evidence);
  return c.redirect(here(c, form.block), 303);
});

reportPages.post('/campaigns/:slug/final-report/figures', async (c) => {
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const form = parseForm(figureForm, typed);
    await insertFigure(act(c), c.req.param('slug'), form.block, form.ref);
    return form.block;
  });
  if (result.refusal) return reportPage(c, result.refusal, String(typed.block ?? ''));
  return c.redirect(here(c, result.value), 303);
});

reportPages.post('/campaigns/:slug/final-report/freezes', async (c) => {
  const result = await attempt(() => freezeReport(act(c), c.req.param('slug'), c.var.services.files));
  if (result.refusal) return reportPage(c, result.refusal);
  return c.redirect(`/campaigns/${c.req.param('slug')}/final-report#chot`, 303);
});

/** Back to the paragraph that was worked on; the page finds its part. */
function here(c: Ctx, block: string): string {
  return `/campaigns/${c.req.param('slug')}/final-report?p=${encodeURIComponent(block)}#b-${block}`;
}

async function reportPage(c: Ctx, refusal: Refusal | null, chosen?: string) {
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
  const block = chosen ?? c.req.query('p') ?? null;
  const part =
    parts.find((p) => p.blocks.some((b) => b.id === block)) ??
    parts.find((p) => p.id === c.req.query('part')) ??
    parts.find((p) => p.blocks.length > 0) ??
    parts[0] ??
    null;
  const names = new Map((await obligationsOf(db, campaign.id)).map((o) => [o.unitId, o.unitName]));
  const accepted = (await latestSubmissions(db, campaign.id))
    .filter((s) => s.state === 'accepted')
    .map((s) => ({ unitId: s.unitId, unitName: names.get(s.unitId) ?? '' }));
  const uncited = neverCited(accepted, report.body, reading.evidence);
  return page(
    c,
    frame,
    <>
      <ErrorSummary refusal={refusal} language={language} />
      <div class="tk-head">
        <h1 class="govuk-heading-l">{t({ vi: 'Báo cáo tổng kết', en: 'Final report' })}</h1>
        <p class="tk-small">
          {c.var.services.demo && <Sample language={language} />}{' '}
          {t({
            vi: `bản ${report.version}, lưu ${formatInstant(report.savedAt)}`,
            en: `version ${report.version}, saved ${formatInstant(report.savedAt)}`,
          })}{' '}
          ·{' '}
          <a class="govuk-link" href={`/campaigns/${campaign.slug}/final-report/face`}>
            {t({ vi: 'Thể thức, người ký', en: 'Letterhead and signature' })}
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={`/campaigns/${campaign.slug}/final-report/working.docx`}>
            {t({ vi: 'Xem bản Word đang soạn', en: 'The working draft in Word' })}
          </a>
        </p>
      </div>
      <Verdict
        slug={campaign.slug}
        report={report}
        reading={reading}
        parts={parts}
        accepted={accepted.length}
        uncited={uncited.length}
        mayWrite={mayWrite}
        language={language}
      />
      <div class="tk-cols tk-cols--synth">
        <PartList
          slug={campaign.slug}
          parts={parts}
          current={part?.id ?? null}
          lints={reading.lints}
          language={language}
        />
        {part && (
          <PartText
            slug={campaign.slug}
            report={report}
            part={part}
            reading={reading}
            chosen={block}
            mayWrite={mayWrite}
            language={language}
          />
        )}
        {part && (
          <Sources
            slug={campaign.slug}
            part={part}
            reading={reading}
            chosen={block}
            order={citedEvidence(report.body)}
            language={language}
          />
        )}
      </div>
      <Coverage uncited={uncited} accepted={accepted.length} language={language} />
      <Freezes slug={campaign.slug} reading={reading} language={language} />
    </>,
  );
}

const Beginning: FC<{ slug: string; mayWrite: boolean; language: Language }> = ({
  slug,
  mayWrite,
  language,
}) => {
  const vi = language === 'vi';
  return (
    <>
      <h1 class="govuk-heading-l">{vi ? 'Báo cáo tổng kết' : 'Final report'}</h1>
      <Empty>
        {vi
          ? 'Chưa bắt đầu. Báo cáo sẽ có sẵn các đề mục của mẫu báo cáo; chưa có câu nào được viết thay.'
          : 'Not begun. The report starts with the headings of the units’ outline; no sentence is written for you.'}
      </Empty>
      {mayWrite && (
        <form method="post" action={`/campaigns/${slug}/final-report`}>
          <Button>{vi ? 'Bắt đầu báo cáo' : 'Begin the report'}</Button>
        </form>
      )}
    </>
  );
};

type VerdictProps = {
  slug: string;
  report: FinalReportRow;
  reading: ReportReading;
  parts: Part[];
  accepted: number;
  uncited: number;
  mayWrite: boolean;
  language: Language;
};

const Verdict: FC<VerdictProps> = ({ slug, reading, parts, accepted, uncited, mayWrite, language }) => {
  const vi = language === 'vi';
  const count = (severity: Diagnostic['severity']) =>
    reading.lints.filter((d) => d.severity === severity).length;
  const sentences = parts.reduce((n, p) => n + p.sentences, 0);
  const sourced = parts.reduce((n, p) => n + p.sourced, 0);
  const stopped = hasErrors(reading.lints);
  return (
    <div class="tk-verdict">
      <p>
        <strong>
          {sourced}/{sentences}
        </strong>{' '}
        {vi ? 'câu có nguồn' : 'sentences with a source'}
      </p>
      <p>
        <strong>
          {accepted - uncited}/{accepted}
        </strong>{' '}
        {vi ? 'đơn vị có báo cáo được chấp nhận đã được dẫn' : 'units with an accepted report are cited'}
      </p>
      {count('error') > 0 && (
        <Status kind="error">{vi ? `${count('error')} lỗi` : `${count('error')} errors`}</Status>
      )}
      {count('warning') > 0 && (
        <Status kind="risk">{vi ? `${count('warning')} cảnh báo` : `${count('warning')} warnings`}</Status>
      )}
      {mayWrite && (
        <form method="post" action={`/campaigns/${slug}/final-report/freezes`} class="tk-end">
          {stopped ? (
            <span class="tk-small">
              {vi
                ? `Chưa chốt được: còn ${count('error')} lỗi`
                : `Cannot be frozen yet: ${count('error')} errors`}
            </span>
          ) : (
            <Button>{vi ? 'Chốt thành dự thảo' : 'Freeze as a draft'}</Button>
          )}
        </form>
      )}
    </div>
  );
};

const PartList: FC<{
  slug: string;
  parts: Part[];
  current: string | null;
  lints: readonly Diagnostic[];
  language: Language;
}> = ({ slug, parts, current, lints, language }) => {
  const vi = language === 'vi';
  const toMend = (id: string) =>
    lints.filter((d) => d.severity !== 'note' && d.where?.in === 'section' && d.where.section === id).length;
  return (
    <nav class="tk-outline" aria-label={vi ? 'Đề cương' : 'Outline'}>
      <h2 class="govuk-heading-s">{vi ? 'Đề cương' : 'Outline'}</h2>
      <ul class="tk-plain">
        {parts.map((p) => (
          <li class={p.id === current ? 'on' : ''}>
            <a
              class="govuk-link"
              href={`/campaigns/${slug}/final-report?part=${p.id}`}
              {...(p.id === current ? { 'aria-current': 'page' as const } : {})}
            >
              {p.title || (vi ? 'Mở đầu' : 'Opening')}
            </a>
            {p.sentences > 0 && (
              <span>
                {p.sourced}/{p.sentences} {vi ? 'câu có nguồn' : 'sourced'}
                {toMend(p.id) > 0 && (vi ? `, ${toMend(p.id)} chỗ phải xem` : `, ${toMend(p.id)} to look at`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Coverage: FC<{
  uncited: { unitId: string; unitName: string }[];
  accepted: number;
  language: Language;
}> = ({ uncited, accepted, language }) => {
  if (accepted === 0) return null;
  const vi = language === 'vi';
  return (
    <section class="tk-section tk-rule" aria-labelledby="do-phu">
      <h2 class="govuk-heading-m" id="do-phu">
        {vi ? 'Độ phủ' : 'Coverage'}
      </h2>
      <p class="govuk-body-s">
        {uncited.length === 0
          ? vi
            ? 'Mọi đơn vị có báo cáo được chấp nhận đều đã được dẫn.'
            : 'Every unit with an accepted report is cited.'
          : (vi ? `Chưa được dẫn lần nào (${uncited.length}): ` : `Never cited (${uncited.length}): `) +
            uncited.map((u) => u.unitName).join(', ')}
      </p>
    </section>
  );
};

const Freezes: FC<{ slug: string; reading: ReportReading; language: Language }> = ({
  slug,
  reading,
  language,
}) => {
  const vi = language === 'vi';
  return (
    <section class="tk-section tk-rule" aria-labelledby="chot">
      <h2 class="govuk-heading-m" id="chot">
        {vi ? 'Các bản đã chốt' : 'Frozen versions'}
      </h2>
      {reading.freezes.length === 0 && <p class="govuk-body-s">{vi ? 'Chưa chốt bản nào.' : 'None yet.'}</p>}
      <ul class="tk-files">
        {reading.freezes.map((f) => (
          <li>
            <div>
              <strong>{vi ? `Dự thảo ${f.number}` : `Draft ${f.number}`}</strong>{' '}
              <a class="govuk-link" href={`/campaigns/${slug}/final-report/freezes/${f.number}.docx`}>
                Word
              </a>{' '}
              ·{' '}
              <a class="govuk-link" href={`/campaigns/${slug}/final-report/freezes/${f.number}.pdf`}>
                PDF
              </a>
              <span class="tk-meta">
                {vi
                  ? `chốt ${formatInstant(f.frozenAt)}, từ bản ${f.version}`
                  : `frozen ${formatInstant(f.frozenAt)}, from version ${f.version}`}{' '}
                · SHA-256 <span class="tk-code">{f.sha256.slice(0, 16)}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
