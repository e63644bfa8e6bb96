// The unit's task list: what is due, section by section, with uploading, sending and receipts beside it.
import { Hono } from 'hono';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { decisionNames, dueInWords, dueOn, releaseOf, secretReceiptOf } from '#src/campaigns/rules.ts';
import { unreadBy } from '#src/campaigns/store/amendment-notices.ts';
import { obligationOfUnit } from '#src/campaigns/store/obligations.ts';
import { unitsOf } from '#src/kernel/actor.ts';
import { dateAt, daysBetween, formatDateWithWeekday, formatInstant } from '#src/kernel/dates.ts';
import { notFound, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { ErrorSummary, Notice, Sample } from '#src/web/ui.tsx';
import {
  contentsOf,
  type ReportContents,
  type ReportSeen,
  reportSeenBy,
  standingReturn,
} from '../actions/seeing.ts';
import { openReport, submitReport } from '../actions/sending.ts';
import { sendForm } from '../forms.ts';
import { daysLeftInWords, stageWords } from '../rules/words.ts';
import { nextStage } from '../rules.ts';
import { keptPartsOf, openReviews } from '../store/moves.ts';
import { uploadsOf } from '../store/uploads.ts';
import { Amendments } from './amendment-notice.tsx';
import { reportPage } from './frame.tsx';
import { KeptLine } from './moved.tsx';
import { Receipts } from './receipts.tsx';
import { ReturnedNotice } from './returned.tsx';
import { SendPanel } from './sending.tsx';
import { TaskGroups } from './task-groups.tsx';
import { UploadPanel } from './upload-panel.tsx';

export const taskPages = new Hono<Env>();

taskPages.get('/campaigns/:slug/tasks', async (c) => {
  const { db, actor } = act(c);
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug'));
  const own = await Promise.all(unitsOf(actor).map((unit) => obligationOfUnit(db, campaign.id, unit)));
  const owed = own.filter((o) => o !== null);
  if (owed.length === 0) throw notFound();
  const opened = await Promise.all(
    owed.map(async (o) => ({ ...o, reportId: await openReport(act(c), o.id) })),
  );
  if (opened.length === 1) return c.redirect(`/reports/${opened[0]!.reportId}`, 303);
  return page(
    c,
    { title: { vi: 'Việc của đơn vị', en: 'Our tasks' }, campaign, tab: 'tasks' },
    <>
      <h1 class="govuk-heading-l">{words(c)({ vi: 'Việc của đơn vị', en: 'Our tasks' })}</h1>
      <ul class="govuk-list">
        {opened.map((o) => (
          <li>
            <a class="govuk-link" href={`/reports/${o.reportId}`}>
              {o.unitName}: {o.title}
            </a>
          </li>
        ))}
      </ul>
    </>,
  );
});

taskPages.get('/reports/:id', async (c) => taskPage(c, c.req.param('id'), null));

taskPages.post('/reports/:id/submission', async (c) => {
  const id = c.req.param('id');
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const form = parseForm(sendForm, typed);
    return submitReport(act(c), id, { stage: form.stage, confirmed: form.confirmed === 'yes' });
  });
  if (result.refusal) return taskPage(c, id, result.refusal);
  return c.redirect(`/submissions/${result.value.submissionId}/receipt`, 303);
});

/** The task list, with a refusal at its top when an act from it was refused. */
export async function taskPage(c: Ctx, id: string, refusal: Refusal | null) {
  const { db, actor, now } = act(c);
  const language = c.var.language;
  const seen = await reportSeenBy({ db, actor }, id);
  const contents = await contentsOf(db, seen);
  const returned = await standingReturn(db, seen);
  const uploads = await uploadsOf(db, id);
  const unread = await unreadBy(db, seen.obligation);
  const reviews = await openReviews(db, id);
  const kept = await keptPartsOf(db, id);
  const title = {
    vi: `Báo cáo theo mẫu ${seen.template.code}`,
    en: `Report after template ${seen.template.code}`,
  };
  const applied = c.req.query('applied');
  return reportPage(
    c,
    seen,
    { title, status: statusOf(refusal) },
    <>
      <ErrorSummary refusal={refusal} language={language} />
      {applied && <Notice>{appliedNotice(applied)[language]}</Notice>}
      <div class="tk-cols tk-cols--side">
        <div>
          <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{title[language]}</h1>
          <p class="tk-small govuk-!-margin-bottom-4">{seen.obligation.title}</p>
          <Amendments seen={seen} unread={unread} language={language} />
          <Released seen={seen} language={language} />
          <Due seen={seen} now={now} language={language} />
          <Progress seen={seen} contents={contents} now={now} c={c} />
          {returned && (
            <ReturnedNotice returned={returned} template={seen.template} reportId={id} language={language} />
          )}
          <TaskGroups
            {...{ seen, contents, returned, language }}
            reviews={new Set(reviews.map((r) => r.code))}
          />
          <KeptLine reportId={id} count={kept.length} language={language} />
        </div>
        <div>
          <UploadPanel seen={seen} uploads={uploads} actor={actor} language={language} />
          <SendPanel seen={seen} contents={contents} actor={actor} language={language} />
          <Receipts submissions={seen.submissions} language={language} />
          <p class="tk-small govuk-!-margin-top-4">
            <a class="govuk-link" href={`/reports/${id}/history`}>
              {words(c)({ vi: 'Lịch sử báo cáo', en: 'History of this report' })}
            </a>
          </p>
        </div>
      </div>
    </>,
  );
}

function appliedNotice(count: string) {
  const n = Number(count) || 0;
  return { vi: `Đã nhận ${n} phần từ tệp vào báo cáo.`, en: `${n} parts of the file are now in the report.` };
}

type Part = { seen: ReportSeen; now: Date; language: 'vi' | 'en' };

/** An exemption, an exclusion, or a line that the report came by the secret channel: a fact in words, with its reason. */
const Released = ({ seen, language }: Pick<Part, 'seen' | 'language'>) => {
  const { decisions } = seen.obligation;
  const decision = releaseOf(decisions) ?? secretReceiptOf(decisions);
  return decision ? (
    <p class="govuk-inset-text">
      {decisionNames[decision.kind][language]}: {decision.reason} ({formatInstant(decision.decidedAt)})
    </p>
  ) : null;
};

/** Days left in large, then the date rule in words for each stage that is still to come. */
const Due = ({ seen, now, language }: Part) => {
  const { obligation, standing } = seen;
  const today = dateAt(now);
  const next = nextStage(standing);
  const stages = obligation.stages.map((s) => ({ ...s, last: dueOn(s, obligation.decisions) }));
  const main = stages.find((s) => s.stage === next) ?? null;
  const later = next === 'draft' ? (stages.find((s) => s.stage === 'official') ?? null) : null;
  if (next === null)
    return (
      <p class="tk-due">
        <b>
          {standing.latest?.state === 'accepted'
            ? { vi: 'Đã xong', en: 'Done' }[language]
            : { vi: 'Đã gửi', en: 'Sent' }[language]}
        </b>
        {standing.latest?.state === 'accepted'
          ? { vi: 'Báo cáo chính thức đã được chấp nhận.', en: 'The official report has been accepted.' }[
              language
            ]
          : {
              vi: 'Báo cáo chính thức đã gửi, Ban đang đọc.',
              en: 'The official report has been sent and is being read.',
            }[language]}
      </p>
    );
  if (!main) return null;
  const days = daysBetween(today, main.last);
  return (
    <p class="tk-due">
      <b class={days < 0 ? 'tk-overdue' : undefined}>{daysLeftInWords(days)[language]}</b>
      {{ vi: 'để gửi ', en: 'to send the ' }[language]}
      <strong>{stageWords[main.stage][language]}</strong>: {dueInWords(main, obligation.decisions)[language]}.
      {later && (
        <>
          {' '}
          {{ vi: 'Báo cáo chính thức: ', en: 'The official report: ' }[language]}
          {dueInWords(later, obligation.decisions)[language]},{' '}
          {daysLeftInWords(daysBetween(today, later.last))[language].toLowerCase()}.
        </>
      )}
    </p>
  );
};

const Progress = ({
  seen,
  contents,
  now,
  c,
}: {
  seen: ReportSeen;
  contents: ReportContents;
  now: Date;
  c: Ctx;
}) => {
  const language = c.var.language;
  const { done, total } = contents.counts;
  const tables = contents.tables.filter((t) => t.filled === t.cells && t.errors === 0).length;
  const today = formatDateWithWeekday(dateAt(now), language);
  return (
    <p class="tk-small govuk-!-margin-top-2 govuk-!-margin-bottom-7">
      {language === 'vi'
        ? `Hôm nay ${today} · đã xong ${done}/${total} mục`
        : `Today is ${today} · ${done}/${total} sections done`}
      {contents.tables.length > 0 &&
        (language === 'vi'
          ? `, ${tables}/${contents.tables.length} biểu`
          : `, ${tables}/${contents.tables.length} tables`)}
      {seen.obligation.surveyed &&
        (language === 'vi' ? ' · đơn vị có đoàn khảo sát' : ' · a survey delegation comes')}
      {c.var.services.demo && (
        <>
          {' · '}
          <Sample language={language} />
        </>
      )}
    </p>
  );
};
