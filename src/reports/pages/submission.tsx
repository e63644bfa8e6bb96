// What a unit sent, to be read: sections, lists and figures as they were, what changed, and the centre's decision.
import { Hono } from 'hono';
import type { Refusal } from '#src/kernel/refusal.ts';
import type { Act } from '#src/platform/database/connect.ts';
import { templateVersion } from '#src/templates/store.ts';
import { download } from '#src/web/download.ts';
import { act, type Ctx, type Env, found } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { ErrorSummary, Notice } from '#src/web/ui.tsx';
import { acceptSubmission, returnSubmission, withdrawAcceptance } from '../actions/deciding.ts';
import { submissionSeenBy, surroundings } from '../actions/seeing.ts';
import { returnForm, withdrawForm } from '../forms.ts';
import { changesBetween } from '../rules/changes.ts';
import { type Mark, refusalToReturn } from '../rules.ts';
import { canonicalJson } from '../seal.ts';
import { returnOf } from '../store/decisions.ts';
import { reportById } from '../store/reports.ts';
import { submissionContent } from '../store/submissions.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { reportPage } from './frame.tsx';
import { historyOf, SubmissionHistory } from './history.tsx';
import { receiptNumber } from './receipts.tsx';
import { ReturnedNotice } from './returned.tsx';
import { SentSections, SentTables } from './sent-contents.tsx';
import { LaterVersion, SectionLinks, SentHeading, WayBack } from './sent-heading.tsx';

export const submissionPages = new Hono<Env>();

submissionPages.get('/submissions/:id', (c) => submissionPage(c, c.req.param('id'), {}, null));

/** The bytes whose SHA-256 the receipt prints. */
submissionPages.get('/submissions/:id/content.json', async (c) => {
  const { db, actor } = act(c);
  const submission = await submissionSeenBy({ db, actor }, c.req.param('id'));
  const content = found(await submissionContent(db, submission.id));
  const name = `bien-nhan-${receiptNumber(submission.receiptNumber)}.json`;
  const bytes = new TextEncoder().encode(canonicalJson(content));
  return download(c, bytes, name, 'application/json; charset=utf-8');
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

/** Everything that the page of a submission shows: the copy, the version before it, and what was decided. */
async function gather({ db, actor }: Pick<Act, 'db' | 'actor'>, id: string) {
  const submission = await submissionSeenBy({ db, actor }, id);
  const seen = await surroundings(db, found(await reportById(db, submission.reportId)));
  const template = found(await templateVersion(db, submission.templateVersionId));
  const content = found(await submissionContent(db, id));
  const earlier = seen.submissions.find((s) => s.version === submission.version - 1) ?? null;
  const before = earlier ? await submissionContent(db, earlier.id) : null;
  const marks = earlier ? ((await returnOf(db, earlier.id))?.marks ?? []) : [];
  const returned = await returnOf(db, id);
  const history = await historyOf(db, seen.submissions);
  return { submission, seen, template, content, before, marks, returned, history };
}

async function submissionPage(c: Ctx, id: string, typed: Typed, refusal: Refusal | null) {
  const { db, actor } = act(c);
  const language = c.var.language;
  const sent = await gather({ db, actor }, id);
  const { submission, seen, template, content, before, marks, returned, history } = sent;
  const { obligation } = seen;
  const changes = before ? changesBetween(before, content) : null;
  const canMark = refusalToReturn(submission, actor) === null;
  const shown = { template, content, before, changes, marks, typed, canMark, language };
  const top = { seen, submission, language };
  const done = doneWords[c.req.query('done') ?? ''];
  const title = {
    vi: `${obligation.unitName}: báo cáo đã gửi`,
    en: `${obligation.unitName}: report as sent`,
  };
  return reportPage(
    c,
    seen,
    { title, status: statusOf(refusal) },
    <>
      <WayBack seen={seen} actor={actor} language={language} />
      <ErrorSummary refusal={refusal} language={language} />
      {done && <Notice>{done[language]}</Notice>}
      <LaterVersion {...top} />
      <div class="tk-cols tk-cols--side">
        <div>
          <SentHeading {...top} title={content.title} isSample={c.var.services.demo} />
          {returned && (
            <ReturnedNotice returned={returned} template={template} reportId={null} language={language} />
          )}
          <SectionLinks template={template} actor={actor} language={language} />
          <SentSections {...shown} />
          <SentTables {...shown} />
        </div>
        <div>
          <DecisionPanel {...{ submission, actor, typed, refusal, language }} />
          <SubmissionHistory history={history} current={id} language={language} />
        </div>
      </div>
    </>,
  );
}
