// The face of the final report: format, issuer, number, date, recipients and signature.
import { Hono } from 'hono';
import type { FormatStandard } from '#src/documents/paper.ts';
import { saveSpec } from '#src/finalreport/actions.ts';
import { specForm } from '#src/finalreport/forms.ts';
import type { ReportSpec } from '#src/finalreport/rules/spec.ts';
import type { Words } from '#src/kernel/language.ts';
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

/** The lines of the paper's head and foot, in their order on it. */
const lines: { name: keyof ReportSpec; label: Words; type?: 'date' }[] = [
  { name: 'parentBody', label: { vi: 'Cơ quan cấp trên (nếu có)', en: 'Parent body, if any' } },
  { name: 'issuer', label: { vi: 'Cơ quan ban hành', en: 'Issuer' } },
  { name: 'number', label: { vi: 'Số', en: 'Number' } },
  { name: 'symbol', label: { vi: 'Ký hiệu', en: 'Symbol' } },
  { name: 'place', label: { vi: 'Địa danh', en: 'Place' } },
  { name: 'date', label: { vi: 'Ngày', en: 'Date' }, type: 'date' },
  { name: 'kind', label: { vi: 'Tên loại', en: 'Kind' } },
  { name: 'abstract', label: { vi: 'Trích yếu', en: 'Abstract' } },
  { name: 'authority', label: { vi: 'Quyền hạn (T/M, K/T, T/L)', en: 'Capacity (T/M, K/T, T/L)' } },
  { name: 'position', label: { vi: 'Chức vụ', en: 'Position' } },
  { name: 'signatory', label: { vi: 'Họ tên người ký', en: 'Signatory' } },
];

const standards: { value: FormatStandard; label: Words }[] = [
  { value: 'party36', label: { vi: 'Văn bản của Đảng (36-HD/VPTW)', en: 'Party document (36-HD/VPTW)' } },
  {
    value: 'state30',
    label: { vi: 'Văn bản hành chính (30/2020/NĐ-CP)', en: 'State document (30/2020/NĐ-CP)' },
  },
];

async function facePage(c: Ctx, typed: Typed | null, refusal: Refusal | null) {
  const { campaign, report, base } = await reportToWrite(c);
  const t = words(c);
  const kept = { ...report.spec, recipients: report.spec.recipients.join('\n') };
  const shown = (name: keyof ReportSpec) => String((typed ?? kept)[name] ?? '');
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
      <ErrorSummary refusal={refusal} language={c.var.language} />
      <h1 class="govuk-heading-l">{t({ vi: 'Thể thức và người ký', en: 'Letterhead and signature' })}</h1>
      <SelectField
        name="standard"
        label={t({ vi: 'Thể thức', en: 'Format' })}
        value={shown('standard')}
        options={standards.map(({ value, label }) => ({ value, label: t(label) }))}
      />
      {lines.map(({ name, label, type }) => (
        <TextField
          name={name}
          type={type ?? 'text'}
          label={t(label)}
          value={shown(name)}
          error={refusal?.fields[name]?.[c.var.language]}
        />
      ))}
      <TextArea
        name="recipients"
        rows={4}
        label={t({ vi: 'Nơi nhận, mỗi dòng một nơi', en: 'Recipients, one a line' })}
        value={shown('recipients')}
      />
      <Button>{t({ vi: 'Lưu', en: 'Save' })}</Button>
    </form>,
  );
}
