// What was changed in a campaign after issue: the list with old and new, each with its notice to download.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { namesOf } from '#src/accounts/store.ts';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { amendmentName, type Told } from '#src/campaigns/amendments.ts';
import { refusalToDirect } from '#src/campaigns/rules.ts';
import { noticesOf } from '#src/campaigns/store/amendment-notices.ts';
import { type AmendmentRow, amendmentsOf } from '#src/campaigns/store/amendments.ts';
import { partyDocument } from '#src/documents/docx.ts';
import { type Actor, isCentral, unitsOf } from '#src/kernel/actor.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { notFound } from '#src/kernel/refusal.ts';
import { slugify } from '#src/kernel/vietnamese.ts';
import { mailStates } from '#src/notices/store.ts';
import { changeNotice, noticeHead } from '#src/plans/change-notice.ts';
import { noticeWords, toldInWords } from '#src/plans/rules/notice-state.ts';
import { planById } from '#src/plans/store.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { docxType } from '#src/templates/files.ts';
import { download } from '#src/web/download.ts';
import { act, type Env, found, words } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Empty } from '#src/web/ui.tsx';
import { Difference } from './difference.tsx';

export const amendmentPages = new Hono<Env>();

/** The centre sees everyone whom an amendment touched, a unit only itself. */
function touchedSeenBy(actor: Actor, { touched }: AmendmentRow): readonly Told[] {
  return isCentral(actor) ? touched : touched.filter((t) => unitsOf(actor).includes(t.unitId));
}

amendmentPages.get('/campaigns/:slug/amendments', async (c) => {
  const { db, actor } = act(c);
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug'));
  const amendments = await amendmentsOf(db, campaign.id);
  const t = words(c);
  const language = c.var.language;
  const address = `/campaigns/${campaign.slug}/amendments`;
  const mayAmend = refusalToDirect(actor) === null;
  const told = isCentral(actor) ? await toldOf(db, campaign.id) : null;
  return page(
    c,
    { title: { vi: 'Điều chỉnh kế hoạch', en: 'Amendments' }, campaign, tab: 'plan' },
    <>
      <BackLink href={`/campaigns/${campaign.slug}/plan`}>{t({ vi: 'Kế hoạch', en: 'Plan' })}</BackLink>
      <div class="tk-head">
        <h1 class="govuk-heading-l">{t({ vi: 'Điều chỉnh kế hoạch', en: 'Amendments to the plan' })}</h1>
        {mayAmend && (
          <a class="govuk-button" href={`${address}/new`}>
            {t({ vi: 'Điều chỉnh', en: 'Amend' })}
          </a>
        )}
      </div>
      {amendments.length === 0 && (
        <Empty>{t({ vi: 'Kế hoạch chưa có điều chỉnh nào.', en: 'The plan has not been amended.' })}</Empty>
      )}
      {amendments.map((amendment) => (
        <Amendment
          {...{ amendment, address, mayAmend, language }}
          touched={touchedSeenBy(actor, amendment)}
          told={told?.get(amendment.id) ?? null}
        />
      ))}
    </>,
  );
});

type ToldRows = { summary: Words; byUnit: Map<string, Words> };

/** By amendment: how many units were told and have read it, and how each stands. */
async function toldOf(db: Db, campaignId: string): Promise<Map<string, ToldRows>> {
  const notices = await noticesOf(db, campaignId);
  const mails = await mailStates(
    db,
    notices.flatMap((n) => n.mails),
  );
  const names = await namesOf(
    db,
    notices.flatMap((n) => n.readBy ?? []),
  );
  return new Map(
    [...Map.groupBy(notices, (n) => n.amendmentId)].map(([id, own]) => [
      id,
      {
        summary: toldInWords(own),
        byUnit: new Map(own.map((n) => [n.unitId, noticeWords(n, mails, names.get(n.readBy ?? '') ?? '')])),
      },
    ]),
  );
}

type AmendmentProps = {
  amendment: AmendmentRow;
  touched: readonly Told[];
  told: ToldRows | null;
  address: string;
  mayAmend: boolean;
  language: Language;
};

const Amendment: FC<AmendmentProps> = ({ amendment, touched, told, address, mayAmend, language }) => {
  const vi = language === 'vi';
  const { number, change } = amendment;
  const title = `${vi ? 'Lần' : 'No.'} ${number}: ${amendmentName(change)[language]}`;
  return (
    <section class="tk-section tk-rule" id={`lan-${number}`}>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="tk-small">
        {formatInstant(amendment.decidedAt)} ·{' '}
        {vi ? `${amendment.touched.length} đơn vị` : `${amendment.touched.length} units`}
        {touched.length > 0 && (
          <>
            {' · '}
            <a class="govuk-link" href={`${address}/${number}/notice.docx`}>
              {vi ? 'Tải thông báo điều chỉnh (DOCX)' : 'Download the notice (DOCX)'}
            </a>
          </>
        )}
        {mayAmend && (
          <>
            {' · '}
            <a class="govuk-link" href={`${address}/new?kind=undo&number=${number}&look=yes#thay-doi`}>
              {vi ? 'Hoàn tác: lập điều chỉnh ngược lại' : 'Undo: make the contrary amendment'}
              <span class="govuk-visually-hidden">{vi ? ` lần ${number}` : ` no. ${number}`}</span>
            </a>
          </>
        )}
      </p>
      <p class="govuk-body">{amendment.reason}</p>
      {told && <p class="govuk-body-s">{told.summary[language]}</p>}
      {touched.length === 0 ? (
        <p class="govuk-body-s">
          {vi ? 'Không thay đổi việc của đơn vị ông/bà.' : 'Nothing changes for your unit.'}
        </p>
      ) : (
        <details class="tk-more" open={touched.length <= 12}>
          <summary>{vi ? `Trước và sau: ${touched.length}` : `Before and after: ${touched.length}`}</summary>
          <Difference
            {...{ touched, language }}
            caption={title}
            {...(told ? { notices: told.byUnit } : {})}
          />
        </details>
      )}
    </section>
  );
};

amendmentPages.get('/campaigns/:slug/amendments/:number/notice.docx', async (c) => {
  const { db, actor } = act(c);
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug'));
  const amendments = await amendmentsOf(db, campaign.id);
  const amendment = found(amendments.find((a) => String(a.number) === c.req.param('number')));
  const touched = touchedSeenBy(actor, amendment);
  if (touched.length === 0) throw notFound();
  const plan = found(await planById(db, campaign.planId));
  const bytes = await partyDocument(
    changeNotice(campaign, amendment, { touched, head: noticeHead(plan.compiled) }),
  );
  const name = `thong-bao-dieu-chinh-${amendment.number}-${slugify(campaign.planSymbol)}.docx`;
  return download(c, bytes, name, docxType);
});
