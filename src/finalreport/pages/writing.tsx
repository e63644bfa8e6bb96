// Writing one part, choosing a source for a paragraph, choosing a figure, and the report's face.
import { Hono } from 'hono';
import { figureChoices } from '#src/annexes/figures.ts';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { toMarkdown } from '#src/documents/markdown.ts';
import { savePart, saveSpec } from '#src/finalreport/actions.ts';
import { partForm, specForm } from '#src/finalreport/forms.ts';
import { refusalToWrite } from '#src/finalreport/rules/access.ts';
import { partsOf } from '#src/finalreport/rules/parts.ts';
import { finalReportOf } from '#src/finalreport/store.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { EvidenceCard } from '#src/synthesis/card.tsx';
import { evidenceOf } from '#src/synthesis/store.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, Empty, ErrorSummary, SelectField, TextArea, TextField } from '#src/web/ui.tsx';

export const writingPages = new Hono<Env>();

writingPages.get('/campaigns/:slug/final-report/parts/:part', (c) => partPage(c, {}, null));

writingPages.post('/campaigns/:slug/final-report/parts/:part', async (c) => {
  const typed = await readForm(c);
  const { slug, part } = c.req.param();
  const result = await attempt(async () => {
    const form = parseForm(partForm, typed);
    await savePart(act(c), slug, { id: part, version: form.version, markdown: form.text });
  });
  if (result.refusal) return partPage(c, typed, result.refusal);
  return c.redirect(`/campaigns/${slug}/final-report?part=${part}`, 303);
});

async function reportHere(c: Ctx) {
  const { db, actor } = act(c);
  insist(refusalToWrite(actor));
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug')!);
  return {
    db,
    campaign,
    report: found(await finalReportOf(db, campaign.id)),
    base: `/campaigns/${campaign.slug}/final-report`,
  };
}

async function partPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const { campaign, report, base } = await reportHere(c);
  const part = found(partsOf(report.body).find((p) => p.id === c.req.param('part')));
  const t = words(c);
  const language = c.var.language;
  const conflict = refusal?.kind === 'conflict' ? (refusal.details as { theirs: string }) : null;
  return page(
    c,
    {
      title: { vi: 'Viết báo cáo chung', en: 'Write the final report' },
      campaign,
      tab: 'final-report',
      status: statusOf(refusal),
    },
    <form method="post" action={`${base}/parts/${part.id}`}>
      <BackLink href={`${base}?part=${part.id}`}>
        {t({ vi: 'Về báo cáo', en: 'Back to the report' })}
      </BackLink>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{part.title || t({ vi: 'Mở đầu', en: 'Opening' })}</h1>
      <input type="hidden" name="version" value={String(report.version)} />
      <TextArea
        name="text"
        rows={20}
        class="tk-editor"
        label={t({ vi: 'Nội dung', en: 'Text' })}
        hint={t({
          vi: 'Mỗi dòng một đoạn. [^e:…] là nguồn đã dẫn và {{…}} là số liệu lấy trực tiếp: có thể chép, chuyển chỗ, đừng sửa bên trong.',
          en: 'One paragraph a line. [^e:…] is a citation and {{…}} a live figure: move them freely, do not change what is inside.',
        })}
        value={typeof typed.text === 'string' ? typed.text : toMarkdown(part.blocks)}
        error={refusal?.fields.text?.[language]}
      />
      {conflict && (
        <section aria-labelledby="ban-kia">
          <h2 class="govuk-heading-s" id="ban-kia">
            {t({ vi: 'Bản đang lưu', en: 'The saved text' })}
          </h2>
          <pre class="tk-theirs" tabindex={0}>
            {conflict.theirs}
          </pre>
        </section>
      )}
      <div class="tk-save">
        <Button>{t({ vi: 'Lưu', en: 'Save' })}</Button>
        <span class="tk-small">
          {t({ vi: `đang sửa từ bản ${report.version}`, en: `editing version ${report.version}` })}
        </span>
      </div>
    </form>,
  );
}

writingPages.get('/campaigns/:slug/final-report/sources', async (c) => {
  const { db, campaign, base } = await reportHere(c);
  const block = c.req.query('block') ?? '';
  const evidence = await evidenceOf(db, campaign.id);
  const t = words(c);
  return page(
    c,
    { title: { vi: 'Thêm nguồn', en: 'Add a source' }, campaign, tab: 'final-report' },
    <>
      <BackLink href={`${base}?p=${block}#b-${block}`}>
        {t({ vi: 'Về báo cáo', en: 'Back to the report' })}
      </BackLink>
      <h1 class="govuk-heading-l">
        {t({ vi: 'Chọn nguồn cho đoạn này', en: 'Choose a source for this paragraph' })}
      </h1>
      {evidence.length === 0 && (
        <Empty>
          {t({ vi: 'Chưa có dẫn chứng nào. ', en: 'There is no evidence yet. ' })}
          <a class="govuk-link" href={`/campaigns/${campaign.slug}/synthesis`}>
            {t({ vi: 'Đọc ngang các báo cáo để chọn', en: 'Read across the reports to pick some' })}
          </a>
        </Empty>
      )}
      <ul class="tk-ev">
        {evidence.map((e) => (
          <EvidenceCard evidence={e} language={c.var.language}>
            <form method="post" action={`${base}/citations`}>
              <input type="hidden" name="block" value={block} />
              <button
                class="govuk-button govuk-button--secondary tk-button--s"
                type="submit"
                name="evidence"
                value={e.id}
              >
                {t({ vi: 'Dẫn nguồn này', en: 'Cite this' })}
                <span class="govuk-visually-hidden">: {e.unitName}</span>
              </button>
            </form>
          </EvidenceCard>
        ))}
      </ul>
    </>,
  );
});

writingPages.get('/campaigns/:slug/final-report/figures', async (c) => {
  const { db, campaign, base } = await reportHere(c);
  const block = c.req.query('block') ?? '';
  const choices = await figureChoices(db, campaign.id);
  const t = words(c);
  return page(
    c,
    { title: { vi: 'Chèn số liệu', en: 'Insert a figure' }, campaign, tab: 'final-report' },
    <>
      <BackLink href={`${base}?p=${block}#b-${block}`}>
        {t({ vi: 'Về báo cáo', en: 'Back to the report' })}
      </BackLink>
      <h1 class="govuk-heading-l">
        {t({ vi: 'Chèn số liệu vào cuối đoạn', en: 'Insert a figure at the end of the paragraph' })}
      </h1>
      {choices.length === 0 && (
        <Empty>
          {t({
            vi: 'Chưa có báo cáo nào được chấp nhận nên chưa có số liệu.',
            en: 'No report has been accepted yet, so there are no figures.',
          })}
        </Empty>
      )}
      {choices.length > 0 && (
        <form method="post" action={`${base}/figures`} class="tk-form">
          <input type="hidden" name="block" value={block} />
          <SelectField
            name="ref"
            label={t({ vi: 'Số liệu', en: 'Figure' })}
            options={choices.map((f) => ({ value: f.ref, label: `${f.label}: ${f.text}` }))}
          />
          <Button>{t({ vi: 'Chèn', en: 'Insert' })}</Button>
        </form>
      )}
    </>,
  );
});

writingPages.get('/campaigns/:slug/final-report/face', (c) => facePage(c, null, null));

writingPages.post('/campaigns/:slug/final-report/face', async (c) => {
  const typed = await readForm(c);
  const result = await attempt(async () => saveSpec(act(c), c.req.param('slug'), parseForm(specForm, typed)));
  if (result.refusal) return facePage(c, typed, result.refusal);
  return c.redirect(`/campaigns/${c.req.param('slug')}/final-report`, 303);
});

async function facePage(c: Ctx, typed: Typed | null, refusal: Refusal | null) {
  const { campaign, report, base } = await reportHere(c);
  const t = words(c);
  const language = c.var.language;
  const spec = {
    ...report.spec,
    date: report.spec.date ?? '',
    recipients: report.spec.recipients.join('\n'),
  } as Record<string, string>;
  const field = (name: string, vi: string, en: string, type: 'text' | 'date' = 'text') => (
    <TextField
      name={name}
      type={type}
      label={t({ vi, en })}
      value={String((typed ?? spec)[name] ?? '')}
      error={refusal?.fields[name]?.[language]}
    />
  );
  return page(
    c,
    {
      title: { vi: 'Thể thức báo cáo', en: 'The report’s face' },
      campaign,
      tab: 'final-report',
      status: statusOf(refusal),
    },
    <form method="post" action={`${base}/face`} class="tk-form" novalidate>
      <BackLink href={base}>{t({ vi: 'Về báo cáo', en: 'Back to the report' })}</BackLink>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{t({ vi: 'Thể thức và người ký', en: 'Letterhead and signature' })}</h1>
      <SelectField
        name="standard"
        label={t({ vi: 'Thể thức', en: 'Format' })}
        value={String((typed ?? spec).standard ?? '')}
        options={[
          {
            value: 'party36',
            label: t({ vi: 'Văn bản của Đảng (36-HD/VPTW)', en: 'Party document (36-HD/VPTW)' }),
          },
          {
            value: 'state30',
            label: t({ vi: 'Văn bản hành chính (30/2020/NĐ-CP)', en: 'State document (30/2020/NĐ-CP)' }),
          },
        ]}
      />
      {field('parentBody', 'Cơ quan cấp trên (nếu có)', 'Parent body, if any')}
      {field('issuer', 'Cơ quan ban hành', 'Issuer')}
      {field('number', 'Số', 'Number')}
      {field('symbol', 'Ký hiệu', 'Symbol')}
      {field('place', 'Địa danh', 'Place')}
      {field('date', 'Ngày', 'Date', 'date')}
      {field('kind', 'Tên loại', 'Kind')}
      {field('abstract', 'Trích yếu', 'Abstract')}
      {field('authority', 'Quyền hạn (T/M, K/T, T/L)', 'Capacity (T/M, K/T, T/L)')}
      {field('position', 'Chức vụ', 'Position')}
      {field('signatory', 'Họ tên người ký', 'Signatory')}
      <TextArea
        name="recipients"
        rows={4}
        label={t({ vi: 'Nơi nhận, mỗi dòng một nơi', en: 'Recipients, one a line' })}
        value={String((typed ?? spec).recipients ?? '')}
      />
      <Button>{t({ vi: 'Lưu', en: 'Save' })}</Button>
    </form>,
  );
}
