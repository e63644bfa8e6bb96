// Following one's feedback by its code: what was said, what was answered, and taking one's name away.
import type { FC } from 'hono/jsx';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { Button, ErrorSummary, Status, type StatusKind, TextField } from '#src/web/ui.tsx';
import type { FeedbackState } from '../rules.ts';
import type { FeedbackRow } from '../store/feedback.ts';

export const stateLooks: Record<FeedbackState, { kind: StatusKind; words: Words }> = {
  received: { kind: 'sent', words: { vi: 'đã nhận, đang xem', en: 'received, being read' } },
  answered: { kind: 'ok', words: { vi: 'đã trả lời', en: 'answered' } },
  declined: { kind: 'none', words: { vi: 'không xử lý', en: 'not taken up' } },
};

export const FollowForm: FC<{ typed: string; refusal: Refusal | null; language: Language }> = ({
  typed,
  refusal,
  language,
}) => {
  const t = (w: Words) => w[language];
  return (
    <>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{t({ vi: 'Kết quả phản hồi', en: 'The answer to feedback' })}</h1>
      <form method="get" action="/public/feedback" class="tk-form">
        <TextField
          name="code"
          autocomplete="off"
          label={t({ vi: 'Mã phản hồi', en: 'Feedback code' })}
          hint={t({
            vi: 'Mười chữ và số nhận được khi gửi, thí dụ 7K3M9-QX24T.',
            en: 'The ten letters and digits given when you sent it, e.g. 7K3M9-QX24T.',
          })}
          value={typed}
          error={refusal?.fields.code?.[language]}
        />
        <Button>{t({ vi: 'Xem kết quả', en: 'See the answer' })}</Button>
      </form>
    </>
  );
};

type FollowProps = {
  feedback: FeedbackRow;
  articleSlug: string;
  articleTitle: string;
  isNew: boolean;
  language: Language;
};

export const FollowScreen: FC<FollowProps> = ({ feedback, articleSlug, articleTitle, isNew, language }) => {
  const t = (w: Words) => w[language];
  const look = stateLooks[feedback.state];
  return (
    <div class="tk-form">
      <h1 class="govuk-heading-l">
        {isNew
          ? t({ vi: 'Đã nhận phản hồi', en: 'Your feedback has been received' })
          : t({ vi: 'Kết quả phản hồi', en: 'The answer to your feedback' })}
      </h1>
      <p class="govuk-body">
        {t({ vi: 'Mã phản hồi', en: 'Feedback code' })}:{' '}
        <strong class="tk-feedback-code">{feedback.code}</strong>
      </p>
      {isNew && (
        <p class="govuk-body">
          {t({
            vi: 'Đề nghị ghi lại mã này hoặc lưu địa chỉ trang. Không có mã thì không tra được kết quả.',
            en: 'Write this code down, or keep the address of this page. Without it the answer cannot be found.',
          })}
        </p>
      )}
      <dl class="tk-kv">
        <dt>{t({ vi: 'Tình trạng', en: 'State' })}</dt>
        <dd>
          <Status kind={look.kind}>{t(look.words)}</Status>
        </dd>
        <dt>{t({ vi: 'Gửi lúc', en: 'Sent' })}</dt>
        <dd>{formatInstant(feedback.sentAt)}</dd>
        <dt>{t({ vi: 'Về trang', en: 'About' })}</dt>
        <dd>
          <a class="govuk-link" href={`/public/${articleSlug}`}>
            {articleTitle}
          </a>
        </dd>
      </dl>
      <h2 class="govuk-heading-s govuk-!-margin-top-5">
        {t({ vi: 'Nội dung đã gửi', en: 'What you sent' })}
      </h2>
      <p class="govuk-body tk-asTyped">{feedback.body}</p>
      {feedback.answer !== null && (
        <>
          <h2 class="govuk-heading-s">{t({ vi: 'Trả lời', en: 'Answer' })}</h2>
          <p class="govuk-body tk-asTyped">{feedback.answer}</p>
        </>
      )}
      <SenderKept feedback={feedback} language={language} />
    </div>
  );
};

const SenderKept: FC<{ feedback: FeedbackRow; language: Language }> = ({ feedback, language }) => {
  const t = (w: Words) => w[language];
  const kept = [feedback.senderName, feedback.senderContact].filter(Boolean).join(', ');
  if (kept === '')
    return (
      <p class="tk-small">
        {t({
          vi: 'Không lưu thông tin người gửi.',
          en: 'Nothing is kept about the sender.',
        })}
      </p>
    );
  return (
    <form method="post" action={`/public/feedback/${feedback.code}/sender-erasure`}>
      <p class="tk-small">
        {t({ vi: 'Thông tin người gửi đang lưu: ', en: 'Kept about the sender: ' })}
        {kept}
      </p>
      <Button secondary small>
        {t({ vi: 'Xóa thông tin người gửi', en: 'Erase the sender' })}
      </Button>
    </form>
  );
};
