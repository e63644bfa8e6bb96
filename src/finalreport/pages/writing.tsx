// Writing one part of the final report as plain text, with both texts in view after a conflict.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { toMarkdown } from '#src/documents/markdown.ts';
import type { Document } from '#src/documents/model.ts';
import { savePart } from '#src/finalreport/actions.ts';
import { partForm } from '#src/finalreport/forms.ts';
import { citationLabel } from '#src/finalreport/paper.ts';
import { type ReportReading, readReport } from '#src/finalreport/reading.ts';
import { partsOf } from '#src/finalreport/rules/parts.ts';
import { citedEvidence, usedFigures } from '#src/finalreport/rules/sentences.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary, TextArea } from '#src/web/ui.tsx';
import { reportToWrite } from './writable.ts';

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

async function partPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const { db, campaign, report, base } = await reportToWrite(c);
  const reading = await readReport(db, campaign, report);
  const part = found(partsOf(report.body).find((p) => p.id === c.req.param('part')));
  const t = words(c);
  const language = c.var.language;
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
        value={typedText(typed, 'text') ?? toMarkdown(part.blocks)}
        error={refusal?.fields.text?.[language]}
      />
      <Legend blocks={part.blocks} reading={reading} language={language} />
      {refusal?.kind === 'conflict' && <Theirs refusal={refusal} language={language} />}
      <div class="tk-save">
        <Button>{t({ vi: 'Lưu', en: 'Save' })}</Button>
        <span class="tk-small">
          {t({ vi: `đang sửa từ bản ${report.version}`, en: `editing version ${report.version}` })}
        </span>
      </div>
    </form>,
  );
}

/** What somebody else saved in between, to be compared with what was typed. */
const Theirs: FC<{ refusal: Refusal; language: Language }> = ({ refusal, language }) => (
  <section aria-labelledby="ban-kia">
    <h2 class="govuk-heading-s" id="ban-kia">
      {language === 'vi' ? 'Bản đang lưu' : 'The saved text'}
    </h2>
    <pre class="tk-theirs" tabindex={0}>
      {(refusal.details as { theirs: string }).theirs}
    </pre>
  </section>
);

/** What the marks in the text stand for: each source and figure of the part, as it is written there. */
const Legend: FC<{ blocks: Document; reading: ReportReading; language: Language }> = ({
  blocks,
  reading,
  language,
}) => {
  const sources = citedEvidence(blocks).flatMap((id) => reading.evidence.get(id) ?? []);
  const figures = usedFigures(blocks);
  if (sources.length + figures.length === 0) return null;
  return (
    <details class="tk-more">
      <summary>
        {language === 'vi' ? 'Nguồn và số liệu trong phần này' : 'Sources and figures of this part'}
      </summary>
      <ul class="govuk-list tk-small">
        {sources.map((e) => (
          <li>
            <span class="tk-code">[^e:{e.id}]</span> {citationLabel(e)}: “{e.quote}”
          </li>
        ))}
        {figures.map((ref) => (
          <li>
            <span class="tk-code">{`{{${ref}}}`}</span> {reading.figures.get(ref)?.label[language] ?? ref}:{' '}
            {reading.figures.get(ref)?.text ?? '–'}
          </li>
        ))}
      </ul>
    </details>
  );
};
