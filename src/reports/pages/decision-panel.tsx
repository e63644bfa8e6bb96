// The centre's decision beside a submission: accept, return with a reason, undo. Others see only where it stands.
import type { FC } from 'hono/jsx';
import { type Actor, holds } from '#src/kernel/actor.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type Typed, typedText } from '#src/web/form.ts';
import { Button, TextArea } from '#src/web/ui.tsx';
import { refusalToAccept, refusalToReturn, refusalToWithdrawAcceptance } from '../rules.ts';
import { inGroups } from '../seal.ts';
import type { SubmissionRow } from '../store/submissions.ts';

/** Fields of the return form stand beside the sections they mark; they name the form by this id. */
export const returnFormId = 'tra-lai-form';

type Props = {
  submission: SubmissionRow;
  actor: Actor;
  typed: Typed;
  refusal: Refusal | null;
  language: Language;
};

export const DecisionPanel: FC<Props> = (props) => {
  const { submission, actor, language } = props;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  return (
    <>
      {holds(actor, 'central-officer') && <Decisions {...props} />}
      <section class="tk-panel" aria-labelledby="niem-phong">
        <h2 class="govuk-heading-s" id="niem-phong">
          {t('Biên nhận', 'Receipt')}
        </h2>
        <dl class="tk-kv">
          <dt>{t('Mã nội dung', 'Content code')}</dt>
          <dd class="tk-num">{inGroups(submission.sha256.slice(0, 16))}…</dd>
        </dl>
        <ul class="tk-links">
          <li>
            <a class="govuk-link" href={`/submissions/${submission.id}/receipt`}>
              {t('Xem biên nhận', 'See the receipt')}
            </a>
          </li>
          <li>
            <a
              class="govuk-link"
              href={`/receipts/verify?number=${submission.receiptNumber}&sha256=${submission.sha256}`}
            >
              {t('Kiểm tra', 'Verify')}
            </a>
          </li>
        </ul>
      </section>
    </>
  );
};

const Decisions: FC<Props> = ({ submission, actor, typed, refusal, language }) => {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const toAccept = refusalToAccept(submission, actor);
  const base = `/submissions/${submission.id}`;
  const reason = typedText(typed, 'reason') ?? '';
  const error = refusal?.fields.reason?.[language];
  return (
    <section class="tk-panel" aria-labelledby="quyet-dinh">
      <h2 class="govuk-heading-m" id="quyet-dinh">
        {t('Quyết định của Ban', 'Decision of the centre')}
      </h2>
      {toAccept === null ? (
        <form method="post" action={`${base}/acceptance`}>
          <p class="govuk-body-s">
            {submission.stage === 'official'
              ? t(
                  'Chấp nhận thì số liệu được tính vào các bảng tổng hợp và báo cáo khóa lại.',
                  'Once accepted its figures count in the totals and the report is locked.',
                )
              : t(
                  'Chấp nhận dự thảo chỉ ghi nhận; số liệu chưa tính vào tổng hợp.',
                  'Accepting a draft only takes note; its figures do not count yet.',
                )}
          </p>
          <Button>
            {submission.stage === 'official'
              ? t('Chấp nhận báo cáo', 'Accept the report')
              : t('Chấp nhận dự thảo', 'Accept the draft')}
          </Button>
        </form>
      ) : (
        <p class="govuk-body-s">{toAccept.words[language]}</p>
      )}
      {refusalToReturn(submission, actor) === null && (
        <form method="post" action={`${base}/return`} id={returnFormId}>
          <h3 class="govuk-heading-s govuk-!-margin-top-4">{t('Trả lại để sửa', 'Return for revision')}</h3>
          <TextArea
            name="reason"
            rows={4}
            label={t('Lý do trả lại', 'Reason')}
            hint={t(
              'Muốn đánh dấu từng chỗ, mở “Đánh dấu chỗ này” ngay dưới mục đó.',
              'To mark single places, open “Mark this place” under the section.',
            )}
            value={reason}
            error={error}
          />
          <Button secondary>{t('Trả lại', 'Return')}</Button>
        </form>
      )}
      {refusalToWithdrawAcceptance(submission, actor) === null && (
        <form method="post" action={`${base}/acceptance/withdrawal`}>
          <TextArea
            name="reason"
            rows={3}
            label={t('Lý do rút lại việc chấp nhận', 'Reason for withdrawing the acceptance')}
            value={reason}
            error={error}
          />
          <Button secondary>{t('Rút lại việc chấp nhận', 'Withdraw the acceptance')}</Button>
        </form>
      )}
    </section>
  );
};
