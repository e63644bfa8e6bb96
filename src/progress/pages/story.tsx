// What happened with one report, newest first: opened, sent, returned, accepted, decided.
import type { Child, FC } from 'hono/jsx';
import { type Decision, decisionNames, type ObligationRow, stageNames } from '#src/campaigns/rules.ts';
import { formatDate, formatInstant } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { Button, Empty } from '#src/web/ui.tsx';
import type { Happened } from '../story.ts';

type Props = {
  slug: string;
  owed: ObligationRow;
  story: readonly Happened[];
  mayDecide: boolean;
  language: Language;
};

export const Story: FC<Props> = ({ slug, owed, story, mayDecide, language }) => (
  <section class="tk-section tk-rule" aria-labelledby="dien-bien">
    <h2 class="govuk-heading-m" id="dien-bien">
      {language === 'vi' ? 'Diễn biến' : 'What happened'}
    </h2>
    {story.length === 0 ? (
      <Empty>{language === 'vi' ? 'Đơn vị chưa mở báo cáo.' : 'The body has not opened its report.'}</Empty>
    ) : (
      <ol class="tk-plain tk-story">
        {story.map((event) => (
          <li>
            <p class="tk-meta">
              <span class="tk-num">{formatInstant(event.at)}</span> · {event.by}
            </p>
            <Line event={event} language={language} />
            {event.what === 'decided' && mayDecide && !event.decision.withdrawnAt && (
              <form
                method="post"
                action={`/campaigns/${slug}/obligations/${owed.id}/decisions/${event.decision.id}/withdrawal`}
              >
                <Button secondary small>
                  {language === 'vi' ? 'Rút quyết định này' : 'Withdraw this decision'}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    )}
  </section>
);

const Line: FC<{ event: Happened; language: Language }> = ({ event, language }) => {
  const t = (w: Words) => w[language];
  switch (event.what) {
    case 'opened':
      return <p class="govuk-body">{t({ vi: 'Mở báo cáo', en: 'Opened the report' })}</p>;
    case 'sent':
      return (
        <p class="govuk-body">
          {t({ vi: 'Gửi', en: 'Sent' })}{' '}
          <Submission id={event.submissionId}>
            {t({ vi: 'bản', en: 'version' })} {event.version}
          </Submission>{' '}
          ({t(stageNames[event.stage]).toLowerCase()}), {t({ vi: 'số tiếp nhận', en: 'receipt number' })}{' '}
          {event.receiptNumber}
        </p>
      );
    case 'returned':
      return (
        <p class="govuk-body">
          {t({ vi: 'Trả lại', en: 'Returned' })}: {event.reason}
        </p>
      );
    case 'accepted':
      return <p class="govuk-body">{t({ vi: 'Chấp nhận', en: 'Accepted' })}</p>;
    case 'acceptance-withdrawn':
      return <p class="govuk-body">{t({ vi: 'Rút lại việc chấp nhận', en: 'Withdrew the acceptance' })}</p>;
    case 'decided':
      return <DecisionLine decision={event.decision} language={language} />;
  }
};

const Submission: FC<{ id: string; children?: Child }> = ({ id, children }) => (
  <a class="govuk-link" href={`/submissions/${id}`}>
    {children}
  </a>
);

const DecisionLine: FC<{ decision: Decision; language: Language }> = ({ decision, language }) => {
  const { kind, stage, dueOn, reason, withdrawnAt } = decision;
  const to = dueOn && ` ${language === 'vi' ? 'đến hết' : 'to the end of'} ${formatDate(dueOn)}`;
  const line = (
    <>
      {decisionNames[kind][language]}
      {stage && ` (${stageNames[stage][language].toLowerCase()})`}
      {to}: {reason}
    </>
  );
  if (!withdrawnAt) return <p class="govuk-body">{line}</p>;
  return (
    <p class="govuk-body">
      <s>{line}</s>{' '}
      <span class="tk-unit">
        {language === 'vi' ? 'đã rút' : 'withdrawn'}, {formatInstant(withdrawnAt)}
      </span>
    </p>
  );
};
