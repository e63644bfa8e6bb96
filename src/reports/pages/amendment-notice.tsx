// What an amendment of the plan changed for this unit, above its work until it says that it has read it.
import type { FC } from 'hono/jsx';
import { amendmentName } from '#src/campaigns/amendments.ts';
import type { AmendmentRow } from '#src/campaigns/store/amendments.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { ReportSeen } from '../actions/seeing.ts';

type Props = { seen: ReportSeen; unread: readonly AmendmentRow[]; language: Language };

export const Amendments: FC<Props> = ({ seen, unread, language }) => (
  <>
    {unread.map((amendment) => (
      <AmendmentNotice seen={seen} amendment={amendment} language={language} />
    ))}
  </>
);

const AmendmentNotice: FC<Omit<Props, 'unread'> & { amendment: AmendmentRow }> = ({
  seen,
  amendment,
  language,
}) => {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const { number, reason, decidedAt, change } = amendment;
  const own = amendment.touched.find((touched) => touched.unitId === seen.obligation.unitId);
  const address = `/campaigns/${seen.campaign.slug}/amendments/${number}`;
  return (
    <section class="tk-review tk-review--plan" aria-labelledby={`dc-${number}`}>
      <h2 class="govuk-heading-s" id={`dc-${number}`}>
        {t(`Kế hoạch đã điều chỉnh, lần ${number}: `, `The plan was amended, no. ${number}: `)}
        {amendmentName(change)[language].toLocaleLowerCase(language)}
      </h2>
      {own && (
        <dl class="tk-kv">
          <dt>{t('Trước', 'Before')}</dt>
          <dd>{own.was[language]}</dd>
          <dt>{t('Nay', 'Now')}</dt>
          <dd>
            <strong>{own.becomes[language]}</strong>
          </dd>
        </dl>
      )}
      <p class="tk-small">
        {t('Từ', 'Since')} {formatInstant(decidedAt)} · {t('lý do: ', 'reason: ')}
        {reason}
      </p>
      <form method="post" action={`${address}/reading`} class="tk-review__acts">
        <button class="govuk-button govuk-button--secondary tk-button--s" type="submit">
          {t('Đã đọc', 'I have read it')}
          <span class="govuk-visually-hidden">
            {t(`: điều chỉnh lần ${number}`, `: amendment no. ${number}`)}
          </span>
        </button>
        <a class="govuk-link" href={`${address}/notice.docx`}>
          {t('Thông báo điều chỉnh (DOCX)', 'The notice (DOCX)')}
        </a>
      </form>
    </section>
  );
};
