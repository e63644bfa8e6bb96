// What a unit sent, to be read: sections, lists and figures as they were, what changed, and the centre's decision.
import { Hono } from 'hono';
import { holds, isCentral } from '#src/kernel/actor.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { writableSections } from '#src/templates/rules.ts';
import { act, type Ctx, type Env, found } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { BackLink, ErrorSummary, Notice, Sample, Status } from '#src/web/ui.tsx';
import { acceptSubmission, returnSubmission, withdrawAcceptance } from '../actions/deciding.ts';
import { submissionSeenBy, surroundings } from '../actions/seeing.ts';
import { returnForm, withdrawForm } from '../forms.ts';
import { changesBetween } from '../rules/changes.ts';
import { stageWords, stateLook, stateWords } from '../rules/words.ts';
import { type Mark, refusalToReturn } from '../rules.ts';
import { canonicalJson } from '../seal.ts';
import { returnOf } from '../store/decisions.ts';
import { reportById } from '../store/reports.ts';
import { submissionContent } from '../store/submissions.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { backToTasks, reportPage } from './frame.tsx';
import { historyOf, SubmissionHistory } from './history.tsx';
import { punctuality, receiptNumber } from './receipts.tsx';
import { ReturnedNotice } from './returned.tsx';
import { SentSections, SentTables } from './sent-contents.tsx';

export const submissionPages = new Hono<Env>();

submissionPages.get('/submissions/:id', (c) => submissionPage(c, c.req.param('id'), {}, null));

/** The bytes whose SHA-256 the receipt prints. */
submissionPages.get('/submissions/:id/content.json', async (c) => {
  const { db, actor } = act(c);
  const submission = await submissionSeenBy({ db, actor }, c.req.param('id'));
  const content = found(await submissionContent(db, submission.id));
  const name = `bien-nhan-${receiptNumber(submission.receiptNumber)}.json`;
  return c.body(canonicalJson(content), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
});

submissionPages.post('/submissions/:id/return', (c) =>
  decide(c, 'returned', async (typed) => {
    const form = parseForm(returnForm, typed);
    const marks = form.section.flatMap((section, i): Mark[] => {
      const note = form.note[i]?.trim() ?? '';
      return note ? [{ section, note }] : [];
    });
    await returnSubmission(act(c), c.req.param('id'), { reason: form.reason, marks });
  }),
);

submissionPages.post('/submissions/:id/acceptance', (c) =>
  decide(c, 'accepted', () => acceptSubmission(act(c), c.req.param('id'))),
);

submissionPages.post('/submissions/:id/acceptance/withdrawal', (c) =>
  decide(c, 'withdrawn', (typed) =>
    withdrawAcceptance(act(c), c.req.param('id'), parseForm(withdrawForm, typed).reason),
  ),
);

async function decide(c: Ctx, done: string, run: (typed: Typed) => Promise<void>) {
  const typed = await readForm(c);
  const id = c.req.param('id')!;
  const result = await attempt(async () => {
    await run(typed);
    return true;
  });
  if (result.refusal) return submissionPage(c, id, typed, result.refusal);
  return c.redirect(`/submissions/${id}?done=${done}`, 303);
}

const doneWords: Record<string, { vi: string; en: string }> = {
  returned: {
    vi: 'Đã trả lại. Đơn vị thấy lý do ở đầu danh sách việc.',
    en: 'Returned. The unit sees the reason above its tasks.',
  },
  accepted: { vi: 'Đã chấp nhận.', en: 'Accepted.' },
  withdrawn: {
    vi: 'Đã rút lại việc chấp nhận; số liệu đã ra khỏi các bảng tổng hợp.',
    en: 'The acceptance is withdrawn; its figures have left the totals.',
  },
};

async function submissionPage(c: Ctx, id: string, typed: Typed, refusal: Refusal | null) {
  const { db, actor } = act(c);
  const language = c.var.language;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const submission = await submissionSeenBy({ db, actor }, id);
  const seen = await surroundings(db, found(await reportById(db, submission.reportId)));
  const content = found(await submissionContent(db, id));
  const before = seen.submissions.find((s) => s.version === submission.version - 1) ?? null;
  const beforeContent = before ? await submissionContent(db, before.id) : null;
  const earlierReturn = before ? await returnOf(db, before.id) : null;
  const returned = await returnOf(db, id);
  const changes = before ? changesBetween(beforeContent, content) : null;
  const history = await historyOf(db, seen.submissions);
  const { obligation, template } = seen;
  const punctual = punctuality(obligation, submission);
  const latest = seen.submissions[0];
  const done = doneWords[c.req.query('done') ?? ''];
  const isOfficer = holds(actor, 'central-officer');
  const canMark = refusalToReturn(submission, actor) === null;
  const shown = {
    template,
    content,
    before: beforeContent,
    changes,
    marks: earlierReturn?.marks ?? [],
    typed,
    canMark,
    language,
  };
  return reportPage(
    c,
    seen,
    {
      title: { vi: `${obligation.unitName}: báo cáo đã gửi`, en: `${obligation.unitName}: report as sent` },
      status: statusOf(refusal),
    },
    <>
      <p class="govuk-body-s">
        {isCentral(actor) ? (
          <BackLink href={`/campaigns/${seen.campaign.slug}/reports`}>
            {t('Về báo cáo đơn vị', 'Back to the units’ reports')}
          </BackLink>
        ) : (
          <BackLink href={`/reports/${seen.report.id}`}>{backToTasks[language]}</BackLink>
        )}
      </p>
      <ErrorSummary refusal={refusal} language={language} />
      {done && <Notice>{done[language]}</Notice>}
      {latest && latest.id !== id && (
        <p class="govuk-inset-text">
          {t('Đơn vị đã gửi bản mới hơn: ', 'A later version was sent: ')}
          <a class="govuk-link" href={`/submissions/${latest.id}`}>
            {t(`bản ${latest.version}, biên nhận số`, `version ${latest.version}, receipt no.`)}{' '}
            {receiptNumber(latest.receiptNumber)}
          </a>
        </p>
      )}
      <div class="tk-cols tk-cols--side">
        <div>
          <span class="govuk-caption-m">{obligation.unitName}</span>
          <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{content.title}</h1>
          <p class="tk-small govuk-!-margin-bottom-6">
            <Status kind={stateLook[submission.state]}>{stateWords[submission.state][language]}</Status>{' '}
            {stageWords[submission.stage][language]}, {t('bản', 'version')} {submission.version} ·{' '}
            {t('biên nhận số', 'receipt no.')} {receiptNumber(submission.receiptNumber)} ·{' '}
            {formatInstant(submission.submittedAt)}
            {c.var.services.demo && (
              <>
                {' · '}
                <Sample language={language} />
              </>
            )}
          </p>
          {returned && (
            <ReturnedNotice returned={returned} template={template} reportId={null} language={language} />
          )}
          <nav aria-labelledby="muc-luc" class="govuk-!-margin-bottom-7">
            <h2 class="govuk-heading-s" id="muc-luc">
              {t('Các mục', 'Sections')}
            </h2>
            <ul class="tk-links tk-links--wrap">
              <li class="tk-narrowonly">
                <a class="govuk-link" href={isOfficer ? '#quyet-dinh' : '#niem-phong'}>
                  {isOfficer
                    ? t('Đến phần quyết định', 'To the decision')
                    : t('Đến biên nhận', 'To the receipt')}
                </a>
              </li>
              {writableSections(template.outline).map((s) => (
                <li>
                  <a class="govuk-link" href={`#muc-${s.code}`}>
                    {/^P\d+$/.test(s.code) ? s.numbering : s.code}
                  </a>
                </li>
              ))}
              {template.annex.tables.map((table) => (
                <li>
                  <a class="govuk-link" href={`#bieu-${table.code}`}>
                    {table.code}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <SentSections {...shown} />
          <SentTables {...shown} />
        </div>
        <div>
          <DecisionPanel
            submission={submission}
            actor={actor}
            typed={typed}
            refusal={refusal}
            language={language}
          />
          <SubmissionHistory history={history} current={id} language={language} />
        </div>
      </div>
    </>,
  );
}
