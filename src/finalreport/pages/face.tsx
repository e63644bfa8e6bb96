// The face of the final report: format, issuer, number, date, recipients and signature.
import { Hono } from 'hono';
import { saveSpec } from '#src/finalreport/actions.ts';
import { specForm } from '#src/finalreport/forms.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary, SelectField, TextArea, TextField } from '#src/web/ui.tsx';
import { reportToWrite } from './writable.ts';

export const facePages = new Hono<Env>();

facePages.get('/campaigns/:slug/final-report/face', (c) => facePage(c, null, null));

facePages.post('/campaigns/:slug/final-report/face', async (c) => {
  const typed = await readForm(c);
  const result = await attempt(async () => saveSpec(act(c), c.req.param('slug'), parseForm(specForm, typed)));
  if (result.refusal) return facePage(c, typed, result.refusal);
  return c.redirect(`/campaigns/${c.req.param('slug')}/final-report`, 303);
});

async function facePage(c: Ctx, typed: Typed | null, refusal: Refusal | null) {
  const { campaign, report, base } = await reportToWrite(c);
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
