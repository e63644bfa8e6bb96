// Feedback on a campaign's public pages, read and answered by the central office.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { isCentral } from '#src/kernel/actor.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import { isId } from '#src/kernel/ids.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { notFound, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { Button, Empty, ErrorSummary, SelectField, Status, TextArea } from '#src/web/ui.tsx';
import { answerFeedback } from '../actions.ts';
import { answerForm } from '../forms.ts';
import { refusalToModerate } from '../rules.ts';
import { articlesOfCampaign } from '../store/articles.ts';
import { type FeedbackRow, feedbackOf } from '../store/feedback.ts';
import { stateLooks } from './follow.tsx';

export const moderationPages = new Hono<Env>();

moderationPages.get('/campaigns/:slug/feedback', (c) => moderationPage(c, {}, null));

moderationPages.post('/campaigns/:slug/feedback/:id/answer', async (c) => {
  const typed = await readForm(c);
  const id = c.req.param('id');
  const { campaign, articles } = await seenArticles(c);
  if (!isId(id)) throw notFound();
  const result = await attempt(async () => {
    const { answer, outcome } = parseForm(answerForm, typed);
    const ids = articles.map((a) => a.id);
    await answerFeedback(act(c), id, { state: outcome, text: answer }, ids);
  });
  if (result.refusal) return moderationPage(c, typed, result.refusal);
  return c.redirect(`/campaigns/${campaign.slug}/feedback`, 303);
});

/** For everyone outside the centre these pages do not exist. */
async function seenArticles(c: Ctx) {
  const who = act(c);
  const campaign = await campaignSeenBy(who, c.req.param('slug') ?? '');
  if (!isCentral(who.actor)) throw notFound();
  return { campaign, articles: await articlesOfCampaign(who.db, campaign.id) };
}

async function moderationPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const { campaign, articles } = await seenArticles(c);
  const { db, actor } = act(c);
  const language = c.var.language;
  const rows = await feedbackOf(
    db,
    articles.map((a) => a.id),
  );
  const asked = c.req.param('id') ?? c.req.query('answer') ?? null;
  return page(
    c,
    {
      title: { vi: 'Phản hồi của người đọc', en: 'Readers’ feedback' },
      campaign,
      org: campaign.issuer,
      status: statusOf(refusal),
    },
    <>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{language === 'vi' ? 'Phản hồi của người đọc' : 'Readers’ feedback'}</h1>
      {rows.length === 0 && (
        <Empty>
          {language === 'vi'
            ? 'Chưa có phản hồi nào về các trang của đợt này.'
            : 'No feedback has been sent yet.'}
        </Empty>
      )}
      <ul class="tk-plain tk-answers">
        {rows.map((row) => (
          <FeedbackItem
            row={row}
            language={language}
            slug={campaign.slug}
            mayAnswer={refusalToModerate(actor) === null}
            open={asked === row.id}
            typed={typed}
            refusal={refusal}
          />
        ))}
      </ul>
    </>,
  );
}

type ItemProps = {
  row: FeedbackRow;
  language: Language;
  slug: string;
  mayAnswer: boolean;
  open: boolean;
  typed: Typed;
  refusal: Refusal | null;
};

const FeedbackItem: FC<ItemProps> = (props) => {
  const { row, language } = props;
  const t = (w: Words) => w[language];
  const look = stateLooks[row.state];
  const sender = [row.senderName, row.senderContact].filter(Boolean).join(', ');
  return (
    <li id={`ph-${row.id}`}>
      <p class="tk-small">
        <Status kind={look.kind}>{t(look.words)}</Status> {formatInstant(row.sentAt)} · {row.code} ·{' '}
        {sender || t({ vi: 'không ghi tên', en: 'no name given' })} ·{' '}
        {row.mayPublish
          ? t({ vi: 'cho phép đăng', en: 'may be published' })
          : t({ vi: 'không đăng', en: 'not for publication' })}
      </p>
      <p class="tk-answers__said tk-asTyped">{row.body}</p>
      {row.answer !== null && <p class="tk-answers__answer tk-asTyped">{row.answer}</p>}
      {row.state === 'received' && props.mayAnswer && <AnswerForm {...props} />}
    </li>
  );
};

/** Only the form that is open carries field names as ids; the others are a link that opens them. */
const AnswerForm: FC<ItemProps> = ({ row, language, slug, open, typed, refusal }) => {
  const t = (w: Words) => w[language];
  if (!open)
    return (
      <a class="govuk-link" href={`/campaigns/${slug}/feedback?answer=${row.id}#ph-${row.id}`}>
        {t({ vi: 'Trả lời', en: 'Answer' })}
        <span class="govuk-visually-hidden"> {row.code}</span>
      </a>
    );
  const error = (name: string) => refusal?.fields[name]?.[language];
  return (
    <form method="post" action={`/campaigns/${slug}/feedback/${row.id}/answer`} class="tk-form" novalidate>
      <TextArea
        name="answer"
        rows={5}
        label={t({ vi: 'Câu trả lời', en: 'Answer' })}
        hint={t({
          vi: 'Người gửi đọc bằng mã; nếu họ cho phép, câu trả lời đăng cùng nội dung, không kèm tên.',
          en: 'The sender reads it by the code; when they allowed it, it is published with the text, without a name.',
        })}
        value={typedText(typed, 'answer')}
        error={error('answer')}
      />
      <SelectField
        name="outcome"
        label={t({ vi: 'Kết quả', en: 'Outcome' })}
        value={typedText(typed, 'outcome') || 'answered'}
        error={error('outcome')}
        options={[
          { value: 'answered', label: t({ vi: 'Trả lời', en: 'Answered' }) },
          { value: 'declined', label: t({ vi: 'Không xử lý (ghi lý do)', en: 'Not taken up (say why)' }) },
        ]}
      />
      <Button>{t({ vi: 'Gửi trả lời', en: 'Send the answer' })}</Button>
    </form>
  );
};
