// What was changed in a campaign after issue: the list with old and new, each with its notice to download.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { changeNames, type Touched } from '#src/campaigns/amendments.ts';
import { refusalToDirect } from '#src/campaigns/rules.ts';
import { type AmendmentRow, amendmentsOf } from '#src/campaigns/store/amendments.ts';
import { partyDocument } from '#src/documents/docx.ts';
import { type Actor, isCentral, unitsOf } from '#src/kernel/actor.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import { notFound } from '#src/kernel/refusal.ts';
import { slugify } from '#src/kernel/vietnamese.ts';
import { changeNotice } from '#src/plans/change-notice.ts';
import { act, type Env, found, words } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Empty } from '#src/web/ui.tsx';
import { Difference } from './difference.tsx';

export const amendmentPages = new Hono<Env>();

/** The centre sees everyone whom an amendment touched, a unit only itself. */
function touchedSeenBy(actor: Actor, { touched }: AmendmentRow): Touched[] {
  return isCentral(actor) ? touched : touched.filter((t) => unitsOf(actor).includes(t.unitId));
}

amendmentPages.get('/campaigns/:slug/amendments', async (c) => {
  const { db, actor } = act(c);
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug'));
  const amendments = await amendmentsOf(db, campaign.id);
  const t = words(c);
  const language = c.var.language;
  const mayAmend = refusalToDirect(actor) === null;
  return page(
    c,
    { title: { vi: 'Điều chỉnh kế hoạch', en: 'Amendments' }, campaign, tab: 'plan' },
    <>
      <BackLink href={`/campaigns/${campaign.slug}/plan`}>{t({ vi: 'Kế hoạch', en: 'Plan' })}</BackLink>
      <div class="tk-head">
        <h1 class="govuk-heading-l">{t({ vi: 'Điều chỉnh kế hoạch', en: 'Amendments to the plan' })}</h1>
        {mayAmend && (
          <a class="govuk-button" href={`/campaigns/${campaign.slug}/amendments/new`}>
            {t({ vi: 'Điều chỉnh', en: 'Amend' })}
          </a>
        )}
      </div>
      {amendments.length === 0 && (
        <Empty>{t({ vi: 'Kế hoạch chưa có điều chỉnh nào.', en: 'The plan has not been amended.' })}</Empty>
      )}
      {amendments.map((amendment) => (
        <Amendment
          amendment={amendment}
          touched={touchedSeenBy(actor, amendment)}
          notice={
            isCentral(actor) ? `/campaigns/${campaign.slug}/amendments/${amendment.number}/notice.docx` : null
          }
          language={language}
        />
      ))}
    </>,
  );
});

const Amendment: FC<{
  amendment: AmendmentRow;
  touched: Touched[];
  notice: string | null;
  language: Language;
}> = ({ amendment, touched, notice, language }) => {
  const vi = language === 'vi';
  const title = `${vi ? 'Lần' : 'No.'} ${amendment.number}: ${changeNames[amendment.change.kind][language]}`;
  return (
    <section class="tk-section tk-rule" id={`lan-${amendment.number}`}>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="tk-small">
        {formatInstant(amendment.decidedAt)} ·{' '}
        {vi ? `${amendment.touched.length} đơn vị` : `${amendment.touched.length} units`}
        {notice && (
          <>
            {' '}
            ·{' '}
            <a class="govuk-link" href={notice}>
              {vi ? 'Tải thông báo điều chỉnh (DOCX)' : 'Download the notice (DOCX)'}
            </a>
          </>
        )}
      </p>
      <p class="govuk-body">{amendment.reason}</p>
      {touched.length === 0 ? (
        <p class="govuk-body-s">
          {vi ? 'Không thay đổi việc của đơn vị ông/bà.' : 'Nothing changes for your unit.'}
        </p>
      ) : (
        <details class="tk-more" open={touched.length <= 12}>
          <summary>{vi ? `Trước và sau: ${touched.length}` : `Before and after: ${touched.length}`}</summary>
          <Difference touched={touched} caption={title} language={language} />
        </details>
      )}
    </section>
  );
};

amendmentPages.get('/campaigns/:slug/amendments/:number/notice.docx', async (c) => {
  const { db, actor } = act(c);
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug'));
  if (!isCentral(actor)) throw notFound();
  const amendments = await amendmentsOf(db, campaign.id);
  const amendment = found(amendments.find((a) => String(a.number) === c.req.param('number')));
  const bytes = await partyDocument(changeNotice(campaign, amendment));
  const name = `thong-bao-dieu-chinh-${amendment.number}-${slugify(campaign.planSymbol)}`;
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': `attachment; filename="${name}.docx"`,
  });
});
