// Where a plan begun from an earlier campaign comes from, and which campaigns a new plan can begin from.
import type { FC } from 'hono/jsx';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import { formatDate, formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { PlanLine } from '#src/plans/store.ts';

/** Plans begun and not yet made into a campaign, to go on with instead of beginning again. */
export const Begun: FC<{ plans: readonly PlanLine[]; language: Language }> = ({ plans, language }) => {
  const open = plans.filter((p) => p.campaignSlug === null);
  if (open.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      {language === 'vi' ? 'Đã bắt đầu từ đợt này, chưa tạo đợt: ' : 'Begun from here, not yet a campaign: '}
      {open.map((p, i) => (
        <>
          {i > 0 && '; '}
          <a class="govuk-link tk-nb" href={`/plans/${p.id}`}>
            {p.symbol ?? '…'}
          </a>{' '}
          ({formatInstant(p.createdAt)})
        </>
      ))}
    </div>
  );
};

/** On the page of a plan whose text is the earlier one's. */
export const OriginNote: FC<{ origin: CampaignRow; language: Language }> = ({ origin, language }) => {
  const vi = language === 'vi';
  return (
    <p class="govuk-inset-text">
      {vi ? 'Bắt đầu từ đợt ' : 'Begun from '}
      <a class="govuk-link tk-nb" href={`/campaigns/${origin.slug}`}>
        {origin.planSymbol}
      </a>
      {vi
        ? ': văn bản dưới đây là của đợt ấy, chỗ khác đi là dữ kiện “Đã sửa”. Có văn bản của kế hoạch mới thì '
        : ': the text below is that plan’s, what differs are the edited facts. If you have the new plan’s own text, '}
      <a class="govuk-link" href="/plans/new">
        {vi ? 'đọc văn bản ấy' : 'read that'}
      </a>
      {vi ? ' thay cho trang này.' : ' instead.'}
    </p>
  );
};

/** On the page that takes a new plan: the other way to begin. */
export const EarlierCampaigns: FC<{ campaigns: readonly CampaignRow[]; language: Language }> = ({
  campaigns,
  language,
}) =>
  campaigns.length === 0 ? null : (
    <section class="tk-section tk-rule" aria-labelledby="dot-truoc">
      <h2 class="govuk-heading-m" id="dot-truoc">
        {language === 'vi' ? 'Hoặc bắt đầu từ đợt trước' : 'Or begin from an earlier campaign'}
      </h2>
      <ul class="govuk-list">
        {campaigns.map((c) => (
          <li>
            <a class="govuk-link" href={`/campaigns/${c.slug}/successor`}>
              {c.name}
            </a>
            <span class="tk-small">
              {' '}
              · <span class="tk-nb">{c.planSymbol}</span>
              {c.issuedOn && `, ${formatDate(c.issuedOn)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
