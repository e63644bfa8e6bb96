// What the unit wrote and the amended template no longer asks: kept whole, read here, copied into a section.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { DocumentHtml } from '#src/documents/html.tsx';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { findSection, type Outline, sectionLabel, writableSections } from '#src/templates/rules.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf } from '#src/web/form.ts';
import { BackLink, Button, Empty, ErrorSummary, Notice } from '#src/web/ui.tsx';
import { copyKeptPart, endReview, type Kept, keptSeen } from '../actions/keeping.ts';
import { reportSeenBy } from '../actions/seeing.ts';
import { copyForm, reviewForm } from '../forms.ts';
import { refusalToEdit } from '../rules.ts';
import { backToTasks, reportPage } from './frame.tsx';
import { SentItems } from './sent-contents.tsx';

export const keptPages = new Hono<Env>();

keptPages.get('/reports/:id/kept', (c) => keptPage(c, c.req.param('id'), null));

keptPages.post('/reports/:id/kept/:part/copies', async (c) => {
  const { id, part } = c.req.param();
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const { section } = parseForm(copyForm, typed);
    await copyKeptPart(act(c), id, part, section);
    return section;
  });
  if (result.refusal) return keptPage(c, id, result.refusal);
  return c.redirect(`/reports/${id}/sections/${encodeURIComponent(result.value)}`, 303);
});

keptPages.post('/reports/:id/reviews', async (c) => {
  const { db, actor } = act(c);
  const id = c.req.param('id');
  const { template } = await reportSeenBy({ db, actor }, id);
  const { code } = parseForm(reviewForm, await readForm(c));
  await endReview(act(c), id, code);
  const folder = findSection(template.outline, code) ? 'sections' : 'annexes';
  return c.redirect(`/reports/${id}/${folder}/${encodeURIComponent(code)}`, 303);
});

async function keptPage(c: Ctx, id: string, refusal: Refusal | null) {
  const { db, actor } = act(c);
  const language = c.var.language;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const seen = await reportSeenBy({ db, actor }, id);
  const parts = await keptSeen(db, id);
  const canCopy = refusalToEdit(seen.standing, actor) === null;
  return reportPage(
    c,
    seen,
    { title: { vi: 'Nội dung không còn yêu cầu', en: 'No longer asked' }, status: statusOf(refusal) },
    <>
      <p class="govuk-body-s">
        <BackLink href={`/reports/${id}`}>{backToTasks[language]}</BackLink>
      </p>
      <ErrorSummary refusal={refusal} language={language} />
      {c.req.query('late') && (
        <Notice>
          {t(
            'Mẫu báo cáo đã điều chỉnh khi ông/bà đang soạn. Phần vừa gõ không còn được yêu cầu và đã được giữ ở đây.',
            'The template was amended while you were writing. What you typed is no longer asked and is kept here.',
          )}
        </Notice>
      )}
      <h1 class="govuk-heading-l">{t('Nội dung không còn yêu cầu', 'No longer asked')}</h1>
      <p class="govuk-body">
        {t(
          'Mẫu báo cáo điều chỉnh không còn hỏi những phần này. Chúng không nằm trong bản gửi, nhưng được giữ nguyên và chép được vào mục khác.',
          'The amended template no longer asks for these. They are not part of what is sent, but are kept whole and may be copied into a section.',
        )}
      </p>
      {parts.length === 0 && <Empty>{t('Không có phần nào.', 'There is none.')}</Empty>}
      {parts.map((part) => (
        <KeptPart
          part={part}
          outline={canCopy ? seen.template.outline : null}
          reportId={id}
          language={language}
        />
      ))}
    </>,
  );
}

type PartProps = { part: Kept; outline: Outline | null; reportId: string; language: Language };

/** `outline` null: the report is locked, so the part is only read. */
const KeptPart: FC<PartProps> = ({ part, outline, reportId, language }) => {
  const vi = language === 'vi';
  const open = outline ? writableSections(outline).filter((s) => !part.copies.includes(s.code)) : [];
  return (
    <section class="tk-sent-section tk-rule" aria-labelledby={`giu-${part.id}`}>
      <h2 class="govuk-heading-m" id={`giu-${part.id}`}>
        {sectionLabel(part)}
      </h2>
      <p class="tk-small">
        {vi ? `Theo phiên bản ${part.version} của mẫu` : `Asked by version ${part.version}`} ·{' '}
        {vi ? 'giữ từ' : 'kept since'} {formatInstant(part.keptAt)}
        {part.copies.length > 0 && ` · ${vi ? 'đã chép vào mục' : 'copied into'} ${part.copies.join(', ')}`}
      </p>
      <div class="tk-reading">
        <DocumentHtml document={part.body} />
      </div>
      <SentItems items={part.items} language={language} />
      {open.length > 0 && (
        <form method="post" action={`/reports/${reportId}/kept/${part.id}/copies`} class="tk-copyto">
          <div class="govuk-form-group">
            <label class="govuk-label" for={`muc-${part.id}`}>
              {vi ? 'Chép vào cuối mục' : 'Copy to the end of'}
            </label>
            <select class="govuk-select" id={`muc-${part.id}`} name="section">
              {open.map((s) => (
                <option value={s.code}>{sectionLabel(s)}</option>
              ))}
            </select>
          </div>
          <Button secondary>{vi ? 'Chép' : 'Copy'}</Button>
        </form>
      )}
    </section>
  );
};
