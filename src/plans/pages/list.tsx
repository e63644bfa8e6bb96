// The plans that have come in, and the page that takes a new one.
import { Hono } from 'hono';
import { campaignsSeenBy } from '#src/campaigns/actions.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { pastePlan, uploadPlan } from '#src/plans/actions/compile.ts';
import { pasteForm } from '#src/plans/forms.ts';
import { decidePlanRefusal, readPlanRefusal } from '#src/plans/rules/access.ts';
import { listPlans } from '#src/plans/store.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, readUpload, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { StackTable } from '#src/web/table.tsx';
import { Button, Empty, ErrorSummary, TextArea, UploadField } from '#src/web/ui.tsx';
import { EarlierCampaigns } from './origins.tsx';

export const planListPages = new Hono<Env>();

planListPages.get('/plans', async (c) => {
  const { db, actor } = act(c);
  insist(readPlanRefusal(actor));
  const t = words(c);
  const plans = await listPlans(db);
  return page(
    c,
    { title: { vi: 'Các kế hoạch', en: 'Plans' } },
    <>
      <div class="tk-head">
        <h1 class="govuk-heading-l">{t({ vi: 'Các kế hoạch đã đọc', en: 'Plans that have been read' })}</h1>
        <a class="govuk-button" href="/plans/new">
          {t({ vi: 'Nhập kế hoạch', en: 'Enter a plan' })}
        </a>
      </div>
      {plans.length === 0 && (
        <Empty>
          {t({
            vi: 'Chưa có kế hoạch nào. Dán toàn văn hoặc tải tệp lên để bắt đầu.',
            en: 'There is no plan yet. Paste the text or upload a file to begin.',
          })}
        </Empty>
      )}
      {plans.length > 0 && (
        <StackTable
          rows={plans}
          columns={[
            {
              head: t({ vi: 'Số và ký hiệu', en: 'Symbol' }),
              namesRow: true,
              cell: (p) => (
                <a class="govuk-link tk-nb" href={`/plans/${p.id}`}>
                  {p.symbol ?? t({ vi: 'chưa rõ số', en: 'no symbol' })}
                </a>
              ),
            },
            {
              head: t({ vi: 'Nguồn', en: 'Source' }),
              cell: (p) => (
                <>
                  {p.originCampaignId && t({ vi: 'từ đợt ', en: 'from the campaign ' })}
                  {p.sourceName}
                </>
              ),
            },
            {
              head: t({ vi: 'Đọc lúc', en: 'Read at' }),
              class: 'tk-num',
              cell: (p) => formatInstant(p.createdAt),
            },
            {
              head: t({ vi: 'Đợt tổng kết', en: 'Campaign' }),
              cell: (p) =>
                p.campaignSlug ? (
                  <a class="govuk-link" href={`/campaigns/${p.campaignSlug}`}>
                    {t({ vi: 'Mở đợt', en: 'Open' })}
                  </a>
                ) : (
                  t({ vi: 'chưa tạo', en: 'not created' })
                ),
            },
          ]}
        />
      )}
    </>,
  );
});

planListPages.get('/plans/new', (c) => newPlanPage(c, {}, null));

planListPages.post('/plans', async (c) => {
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const upload = await readUpload(c, 'file');
    if (upload) return uploadPlan(act(c), c.var.services.files, upload);
    return pastePlan(act(c), parseForm(pasteForm, { text: '', ...typed }).text);
  });
  if (result.refusal) return newPlanPage(c, typed, result.refusal);
  return c.redirect(`/plans/${result.value}`, 303);
});

async function newPlanPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  insist(decidePlanRefusal(act(c).actor));
  const campaigns = await campaignsSeenBy(act(c));
  const t = words(c);
  const language = c.var.language;
  return page(
    c,
    { title: { vi: 'Nhập kế hoạch', en: 'Enter a plan' }, status: statusOf(refusal) },
    <>
      <form method="post" action="/plans" enctype="multipart/form-data" class="tk-form">
        <ErrorSummary refusal={refusal} language={language} />
        <h1 class="govuk-heading-l">{t({ vi: 'Nhập kế hoạch', en: 'Enter a plan' })}</h1>
        <p class="govuk-body">
          {t({
            vi: 'Máy đọc toàn văn, chỉ ra từng dữ kiện và chỗ mâu thuẫn để xác nhận. Chưa đơn vị nào nhận được gì cho đến khi tạo đợt tổng kết.',
            en: 'The text is read, every fact and contradiction is shown for you to confirm. No unit receives anything until the campaign is created.',
          })}
        </p>
        <UploadField
          name="file"
          accept=".txt,.html,.htm,.docx,.pdf"
          language={language}
          label={t({
            vi: 'Tệp kế hoạch (.docx, .pdf có lớp chữ, .txt, .html)',
            en: 'The plan as a file (.docx, .pdf with text, .txt, .html)',
          })}
        />
        <TextArea
          name="text"
          rows={16}
          label={t({ vi: 'hoặc dán toàn văn', en: 'or paste the whole text' })}
          value={typedText(typed, 'text')}
          error={refusal?.fields.text?.[language]}
        />
        <Button>{t({ vi: 'Đọc kế hoạch', en: 'Read the plan' })}</Button>
      </form>
      <EarlierCampaigns campaigns={campaigns} language={language} />
    </>,
  );
}
