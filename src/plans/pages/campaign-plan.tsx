// The plan tab of a campaign: the plan's words, what it reviews, the templates to download, and its tasks as a checklist.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { refusalToDirect } from '#src/campaigns/rules.ts';
import { amendmentsOf } from '#src/campaigns/store/amendments.ts';
import { reviewedDocumentsOf, tasksOf, templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { TaskChecklist } from '#src/campaigns/task-checklist.tsx';
import { DocumentHtml } from '#src/documents/html.tsx';
import { isCentral } from '#src/kernel/actor.ts';
import { dateAt, formatDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { issuedText, publishPlan } from '#src/plans/actions/publish.ts';
import { decidePlanRefusal, refusalWithoutText } from '#src/plans/rules/access.ts';
import { type PlanRow, planById } from '#src/plans/store.ts';
import { articlesOfCampaign } from '#src/portal/store/articles.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, statusOf } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { Button, ErrorSummary } from '#src/web/ui.tsx';

export const campaignPlanPages = new Hono<Env>();

campaignPlanPages.get('/campaigns/:slug/plan', (c) => campaignPlanPage(c, null));

campaignPlanPages.post('/campaigns/:slug/publication', async (c) => {
  const result = await attempt(() =>
    publishPlan({ ...act(c), files: c.var.services.files }, c.req.param('slug')),
  );
  if (result.refusal) return campaignPlanPage(c, result.refusal);
  return c.redirect(`/public/${result.value}`, 303);
});

async function campaignPlanPage(c: Ctx, refusal: Refusal | null) {
  const { db, actor, now } = act(c);
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug')!);
  const plan = found(await planById(db, campaign.planId));
  const [templates, documents, tasks, articles] = await Promise.all([
    templateVersionsOf(db, campaign.id),
    reviewedDocumentsOf(db, campaign.id),
    tasksOf(db, campaign.id),
    articlesOfCampaign(db, campaign.id),
  ]);
  const [amended] = await amendmentsOf(db, campaign.id);
  const article = articles.find((a) => a.kind === 'plan');
  const t = words(c);
  const language = c.var.language;
  return page(
    c,
    { title: { vi: 'Kế hoạch', en: 'Plan' }, campaign, tab: 'plan', status: statusOf(refusal) },
    <>
      <ErrorSummary refusal={refusal} language={language} />
      <div class="tk-head">
        <h1 class="govuk-heading-l">
          {t({ vi: 'Kế hoạch ', en: 'Plan ' })}
          <span class="tk-nb">{campaign.planSymbol}</span>
        </h1>
        {isCentral(actor) && (
          <p class="tk-small">
            <a class="govuk-link" href={`/plans/${plan.id}`}>
              {t({ vi: 'Dữ kiện và chẩn đoán', en: 'Facts and diagnostics' })}
            </a>
            {decidePlanRefusal(actor) === null && (
              <>
                {' · '}
                <a class="govuk-link" href={`/campaigns/${campaign.slug}/successor`}>
                  {t({ vi: 'Bắt đầu đợt mới từ đợt này', en: 'Begin a new campaign from this one' })}
                </a>
              </>
            )}
          </p>
        )}
      </div>
      {(amended || refusalToDirect(actor) === null) && (
        <p class="govuk-body-s">
          {amended &&
            t({
              vi: `Đã điều chỉnh ${amended.number} lần, gần nhất ${formatDate(dateAt(amended.decidedAt))}. `,
              en: `Amended ${amended.number} times, last on ${formatDate(dateAt(amended.decidedAt))}. `,
            })}
          <a class="govuk-link" href={`/campaigns/${campaign.slug}/amendments`}>
            {amended
              ? t({ vi: 'Xem trước và sau', en: 'See before and after' })
              : t({ vi: 'Điều chỉnh kế hoạch', en: 'Amend the plan' })}
          </a>
        </p>
      )}
      <div class="tk-cols tk-cols--side">
        <PlanText plan={plan} language={language} />
        <div>
          <Reviewed documents={documents} language={language} />
          <Templates templates={templates} language={language} />
          {!article && refusalToDirect(actor) === null && refusalWithoutText(plan) === null && (
            <section class="tk-panel" aria-labelledby="cong-khai">
              <h2 class="govuk-heading-s" id="cong-khai">
                {t({ vi: 'Trang công khai', en: 'Public page' })}
              </h2>
              <p class="tk-small">
                {t({
                  vi: 'Ai cũng đọc được toàn văn và tải mẫu. Báo cáo của đơn vị không hiện ở đó.',
                  en: 'Anyone can read the text and download the templates. Units’ reports are not shown there.',
                })}
              </p>
              <form method="post" action={`/campaigns/${campaign.slug}/publication`}>
                <Button secondary>{t({ vi: 'Đăng kế hoạch', en: 'Publish the plan' })}</Button>
              </form>
            </section>
          )}
          {article && (
            <p class="govuk-body-s">
              <a class="govuk-link" href={`/public/${article.slug}`}>
                {t({ vi: 'Mở trang công khai của kế hoạch', en: 'Open the plan’s public page' })}
              </a>
            </p>
          )}
        </div>
      </div>
      <section class="tk-section tk-rule" aria-labelledby="nhiem-vu">
        <h2 class="govuk-heading-m" id="nhiem-vu">
          {t({ vi: 'Nhiệm vụ trong kế hoạch', en: 'Tasks of the plan' })}
        </h2>
        <TaskChecklist
          slug={campaign.slug}
          tasks={tasks}
          mayDirect={refusalToDirect(actor) === null}
          today={dateAt(now)}
          language={language}
        />
      </section>
    </>,
  );
}

/** The plan in full; a text that is the earlier plan's is said to be that, and folded. */
const PlanText: FC<{ plan: PlanRow; language: Language }> = ({ plan, language }) => {
  const t = (w: Words) => w[language];
  let n = 0;
  const text = (
    <article class="tk-prose" aria-label={t({ vi: 'Toàn văn kế hoạch', en: 'The plan in full' })}>
      <DocumentHtml document={issuedText(plan.compiled, () => `k${++n}`)} headingOffset={1} />
    </article>
  );
  if (plan.originCampaignId === null) return text;
  const symbol = plan.compiled.plan.symbol ?? '';
  return (
    <div>
      <p class="govuk-inset-text govuk-!-margin-top-0">
        {t({
          vi: `Đợt này bắt đầu từ kế hoạch ${symbol}; ở đây chưa có văn bản riêng của kế hoạch mới.`,
          en: `This campaign began from plan ${symbol}; the new plan’s own text is not here.`,
        })}
      </p>
      <details class="tk-more">
        <summary>{t({ vi: 'Văn bản của kế hoạch trước', en: 'The text of the earlier plan' })}</summary>
        {text}
      </details>
    </div>
  );
};

const Reviewed: FC<{
  documents: {
    symbol: string;
    datedOn: string | null;
    issuer: string | null;
    periodFrom: number | null;
    periodTo: number | null;
  }[];
  language: Language;
}> = ({ documents, language }) =>
  documents.length === 0 ? null : (
    <section class="tk-panel" aria-labelledby="duoc-tong-ket">
      <h2 class="govuk-heading-s" id="duoc-tong-ket">
        {language === 'vi' ? 'Văn bản được tổng kết' : 'Reviewed documents'}
      </h2>
      <ul class="govuk-list govuk-body-s">
        {documents.map((d) => (
          <li>
            <strong class="tk-nb">{d.symbol}</strong>
            {d.datedOn && `, ${formatDate(d.datedOn)}`}
            {d.issuer && `, ${d.issuer}`}
            {d.periodFrom && d.periodTo && ` (${d.periodFrom}–${d.periodTo})`}
          </li>
        ))}
      </ul>
    </section>
  );

const Templates: FC<{ templates: { templateCode: string; words: string }[]; language: Language }> = ({
  templates,
  language,
}) => (
  <section class="tk-panel" aria-labelledby="mau">
    <h2 class="govuk-heading-s" id="mau">
      {language === 'vi' ? 'Mẫu báo cáo' : 'Templates'}
    </h2>
    <ul class="govuk-list govuk-body-s">
      {templates.map((t) => (
        <li>
          <a class="govuk-link" href={`/templates/${t.templateCode}`}>
            {language === 'vi' ? `Mẫu ${t.templateCode}` : `Template ${t.templateCode}`}
          </a>
          : {t.words}
        </li>
      ))}
    </ul>
  </section>
);
