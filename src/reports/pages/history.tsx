// What happened to a report: what was sent and decided, and for the unit itself every act in it.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { namesOf } from '#src/accounts/store.ts';
import { eventsOf } from '#src/events/store.ts';
import { eventWords } from '#src/events/words.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { act, type Env } from '#src/web/env.ts';
import { BackLink } from '#src/web/ui.tsx';
import { reportSeenBy } from '../actions/seeing.ts';
import { stageWords } from '../rules/words.ts';
import { acceptancesOf, returnOf } from '../store/decisions.ts';
import type { SubmissionRow } from '../store/submissions.ts';
import { uploadsOf } from '../store/uploads.ts';
import { backToTasks, reportPage } from './frame.tsx';
import { receiptNumber } from './receipts.tsx';
import { uploadResult } from './upload-panel.tsx';

export const historyPages = new Hono<Env>();

/** One line of the story of a report, as the unit and the centre both see it. */
export type Moment = {
  at: Date;
  who: string;
  what: Words;
  reason: string | null;
  submissionId: string;
  version: number;
};

/** Sent, returned, accepted, withdrawn: latest first. */
export async function historyOf(db: Db, submissions: readonly SubmissionRow[]): Promise<Moment[]> {
  const moments: (Moment & { whoId: string })[] = [];
  for (const s of submissions) {
    const add = (at: Date, whoId: string, what: Words, reason: string | null = null) =>
      moments.push({ at, whoId, who: '', what, reason, submissionId: s.id, version: s.version });
    const stage = stageWords[s.stage];
    const number = receiptNumber(s.receiptNumber);
    add(s.submittedAt, s.submittedBy, {
      vi: `Gửi ${stage.vi}, bản ${s.version}, biên nhận số ${number}`,
      en: `Sent the ${stage.en}, version ${s.version}, receipt no. ${number}`,
    });
    const back = await returnOf(db, s.id);
    if (back)
      add(
        back.returnedAt,
        back.returnedBy,
        { vi: `Trả lại bản ${s.version}`, en: `Returned version ${s.version}` },
        back.reason,
      );
    for (const yes of await acceptancesOf(db, s.id)) {
      add(yes.acceptedAt, yes.acceptedBy, {
        vi: `Chấp nhận bản ${s.version}`,
        en: `Accepted version ${s.version}`,
      });
      if (yes.withdrawnAt && yes.withdrawnBy)
        add(
          yes.withdrawnAt,
          yes.withdrawnBy,
          {
            vi: `Rút lại việc chấp nhận bản ${s.version}`,
            en: `Withdrew the acceptance of version ${s.version}`,
          },
          yes.withdrawalReason,
        );
    }
  }
  const names = await namesOf(
    db,
    moments.map((m) => m.whoId),
  );
  const named = moments.map(({ whoId, ...m }) => ({ ...m, who: names.get(whoId) ?? '' }));
  return named.sort((a, b) => b.at.getTime() - a.at.getTime());
}

export const SubmissionHistory: FC<{
  history: readonly Moment[];
  current: string | null;
  language: Language;
}> = ({ history, current, language }) => (
  <section aria-labelledby="qua-trinh">
    <h2 class="govuk-heading-m tk-rule" id="qua-trinh">
      {language === 'vi' ? 'Quá trình' : 'History'}
    </h2>
    <ol class="tk-plain tk-moments">
      {history.map((m) => (
        <li>
          <span class="tk-small">
            {formatInstant(m.at)}
            {m.who && ` · ${m.who}`}
          </span>
          <br />
          {m.submissionId === current ? (
            m.what[language]
          ) : (
            <a class="govuk-link" href={`/submissions/${m.submissionId}`}>
              {m.what[language]}
            </a>
          )}
          {m.reason && <p class="tk-small tk-lines">{m.reason}</p>}
        </li>
      ))}
    </ol>
  </section>
);

historyPages.get('/reports/:id/history', async (c) => {
  const { db, actor } = act(c);
  const language = c.var.language;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const seen = await reportSeenBy({ db, actor }, c.req.param('id'));
  const events = (await eventsOf(db, 'report', seen.report.id)).reverse();
  const uploads = await uploadsOf(db, seen.report.id);
  const history = await historyOf(db, seen.submissions);
  return reportPage(
    c,
    seen,
    { title: { vi: 'Lịch sử báo cáo', en: 'History of the report' } },
    <>
      <p class="govuk-body-s">
        <BackLink href={`/reports/${seen.report.id}`}>{backToTasks[language]}</BackLink>
      </p>
      <h1 class="govuk-heading-l">{t('Lịch sử báo cáo', 'History of the report')}</h1>
      <div class="tk-cols tk-cols--side">
        <div>
          <h2 class="govuk-heading-m tk-rule">{t('Mọi việc đã làm', 'Every act')}</h2>
          <ol class="tk-plain tk-moments">
            {events.map((e) => (
              <li>
                <span class="tk-small">
                  {formatInstant(e.at)} · {e.actor_name}
                </span>
                <br />
                {eventWords[e.name]?.[language] ?? e.name}
                {placeIn(e.data)}
              </li>
            ))}
          </ol>
        </div>
        <div>
          {history.length > 0 && <SubmissionHistory history={history} current={null} language={language} />}
          {uploads.length > 0 && (
            <section class="govuk-!-margin-top-7" aria-labelledby="tep">
              <h2 class="govuk-heading-m tk-rule" id="tep">
                {t('Tệp đã tải lên', 'Uploaded files')}
              </h2>
              <ol class="tk-plain tk-moments">
                {uploads.map((u) => (
                  <li>
                    <a class="govuk-link" href={`/reports/${seen.report.id}/uploads/${u.id}`}>
                      {u.fileName}
                    </a>
                    <br />
                    <span class="tk-small">
                      {formatInstant(u.uploadedAt)} · {uploadResult(u, language)}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
      </div>
    </>,
  );
});

/** ": III.3", the section or table that an act touched. */
function placeIn(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const { section, table } = data as { section?: unknown; table?: unknown };
  const place = section ?? table;
  return typeof place === 'string' ? `: ${place}` : '';
}
