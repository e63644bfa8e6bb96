// The receipts of a report beside its task list, and where each submission stands.
import type { FC } from 'hono/jsx';
import { dueOn, type ObligationRow } from '#src/campaigns/rules.ts';
import { dateAt, formatInstant } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { Status } from '#src/web/ui.tsx';
import { punctualityInWords, stageWords, stateLook, stateWords } from '../rules/words.ts';
import { inGroups } from '../seal.ts';
import type { SubmissionRow } from '../store/submissions.ts';

/** "0147" */
export function receiptNumber(value: number): string {
  return String(value).padStart(4, '0');
}

/** "trong hạn" or "muộn 3 ngày", by the deadline as it stands with its extensions; null when the stage was not asked for. */
export function punctuality(
  obligation: Pick<ObligationRow, 'stages' | 'decisions'>,
  submission: Pick<SubmissionRow, 'stage' | 'submittedAt'>,
): Words | null {
  const stage = obligation.stages.find((s) => s.stage === submission.stage);
  if (!stage) return null;
  return punctualityInWords(dateAt(submission.submittedAt), dueOn(stage, obligation.decisions));
}

/** Latest first: the latest in full, the earlier ones as lines. */
export const Receipts: FC<{ submissions: readonly SubmissionRow[]; language: Language }> = ({
  submissions,
  language,
}) => {
  const [latest, ...earlier] = submissions;
  if (!latest) return null;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  return (
    <>
      <Receipt submission={latest} language={language} />
      {earlier.length > 0 && (
        <section class="govuk-!-margin-top-4" aria-labelledby="bien-nhan-truoc">
          <h2 class="govuk-heading-s" id="bien-nhan-truoc">
            {t('Các lần gửi trước', 'Sent before')}
          </h2>
          <ul class="tk-plain">
            {earlier.map((s) => (
              <li class="govuk-!-margin-bottom-2 tk-small">
                <a class="govuk-link" href={`/submissions/${s.id}`}>
                  {t('Số', 'No.')} {receiptNumber(s.receiptNumber)}, {stageWords[s.stage][language]}
                </a>{' '}
                · {formatInstant(s.submittedAt)} · {stateWords[s.state][language]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const Receipt: FC<{ submission: SubmissionRow; language: Language }> = ({ submission: s, language }) => {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  return (
    <section class="tk-receipt" aria-labelledby="bien-nhan">
      <h2 class="govuk-heading-s" id="bien-nhan">
        {t('Biên nhận số', 'Receipt no.')} {receiptNumber(s.receiptNumber)}
      </h2>
      <dl class="tk-kv">
        <dt>{t('Nội dung', 'Contents')}</dt>
        <dd>
          {stageWords[s.stage][language]}, {t('bản', 'version')} {s.version}
        </dd>
        <dt>{t('Gửi', 'Sent')}</dt>
        <dd>{formatInstant(s.submittedAt)}</dd>
        <dt>{t('Tình trạng', 'State')}</dt>
        <dd>
          <Status kind={stateLook[s.state]}>{stateWords[s.state][language]}</Status>
        </dd>
        <dt>{t('Mã nội dung', 'Content code')}</dt>
        <dd class="tk-num">{inGroups(s.sha256.slice(0, 16))}…</dd>
      </dl>
      <p class="tk-small">
        <a class="govuk-link" href={`/submissions/${s.id}`}>
          {t('Xem bản đã gửi', 'Read what was sent')}
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={`/submissions/${s.id}/receipt`}>
          {t('In biên nhận', 'Print the receipt')}
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={`/receipts/verify?number=${s.receiptNumber}&sha256=${s.sha256}`}>
          {t('Kiểm tra', 'Verify')}
        </a>
      </p>
    </section>
  );
};
