// Every text a section ever had: who, when, how it came, what changed; any of them can be taken back.
import { Hono } from 'hono';
import { namesOf } from '#src/accounts/store.ts';
import { toMarkdown } from '#src/documents/markdown.ts';
import { countWords } from '#src/documents/model.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { notFound } from '#src/kernel/refusal.ts';
import { findSection, sectionLabel } from '#src/templates/rules.ts';
import { act, type Env } from '#src/web/env.ts';
import { BackLink, Button } from '#src/web/ui.tsx';
import { reportSeenBy } from '../actions/seeing.ts';
import { diffWords, wordsOf } from '../rules/changes.ts';
import { refusalToEdit } from '../rules.ts';
import { type SectionVersionRow, sectionOf, sectionVersions } from '../store/sections.ts';
import { WordChanges } from './changes-view.tsx';
import { reportPage } from './frame.tsx';
import { addressOf } from './section-view.tsx';

export const versionPages = new Hono<Env>();

/** How a version came to be. */
function originWords(origin: string): Words {
  if (origin === 'conflict') return { vi: 'giữ lại khi hai người cùng sửa', en: 'kept aside in a conflict' };
  if (origin.startsWith('file:')) return { vi: 'nhận từ tệp tải lên', en: 'taken from an uploaded file' };
  if (origin.startsWith('moved:')) return { vi: 'theo phiên bản mẫu mới', en: 'moved with the template' };
  if (origin.startsWith('kept:')) return { vi: 'chép từ nội dung đã giữ', en: 'copied from what was kept' };
  return { vi: 'gõ tại đây', en: 'typed here' };
}

versionPages.get('/reports/:id/sections/:code/versions', async (c) => {
  const { db, actor } = act(c);
  const language = c.var.language;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const seen = await reportSeenBy({ db, actor }, c.req.param('id'));
  const section = findSection(seen.template.outline, c.req.param('code'));
  if (!section?.writable) throw notFound();
  const versions = await sectionVersions(db, seen.report.id, section.code);
  const current = await sectionOf(db, seen.report.id, section.code);
  const names = await namesOf(
    db,
    versions.map((v) => v.savedBy),
  );
  const canEdit = refusalToEdit(seen.standing, actor) === null;
  const title = { vi: `Các phiên bản: ${sectionLabel(section)}`, en: `Versions: ${sectionLabel(section)}` };
  const restore = (version: SectionVersionRow) => (
    <form method="post" action={addressOf(seen, section)}>
      <input type="hidden" name="version" value={String(current?.version ?? 0)} />
      <input type="hidden" name="move" value={String(seen.moves.length)} />
      <input type="hidden" name="text" value={toMarkdown(version.body)} />
      {version.items.map((item) => (
        <>
          <input type="hidden" name="itemId[]" value={item.id} />
          <input type="hidden" name="kind[]" value={item.kind} />
          <input type="hidden" name="item[]" value={item.text} />
          <input type="hidden" name="cause[]" value={item.cause ?? ''} />
          <input type="hidden" name="addressee[]" value={item.addressee ?? ''} />
        </>
      ))}
      <Button secondary small>
        {t(`Dùng lại phiên bản ${version.version}`, `Use version ${version.version} again`)}
      </Button>
    </form>
  );
  return reportPage(
    c,
    seen,
    { title },
    <>
      <p class="govuk-body-s">
        <BackLink href={addressOf(seen, section)}>{sectionLabel(section)}</BackLink>
      </p>
      <h1 class="govuk-heading-l">{title[language]}</h1>
      {versions.map((version, index) => (
        <section class="tk-version" aria-labelledby={`v${version.version}`}>
          <h2 class="govuk-heading-s govuk-!-margin-bottom-1" id={`v${version.version}`}>
            {t('Phiên bản', 'Version')} {version.version}
            {version.version === current?.version && t(' (hiện nay)', ' (now)')}
          </h2>
          <p class="tk-small">
            {formatInstant(version.savedAt)} · {names.get(version.savedBy) ?? ''} ·{' '}
            {originWords(version.origin)[language]} · {countWords(version.body)} {t('từ', 'words')}
          </p>
          <details class="govuk-details govuk-!-margin-bottom-2">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">
                {index === versions.length - 1
                  ? t('Xem nội dung', 'Read it')
                  : t('Xem nội dung và chỗ đã đổi', 'Read it with what changed')}
              </span>
            </summary>
            <div class="govuk-details__text">
              <WordChanges pieces={diffWords(wordsOf(versions[index + 1]), wordsOf(version))} />
            </div>
          </details>
          {canEdit && version.version !== current?.version && restore(version)}
        </section>
      ))}
    </>,
  );
});
