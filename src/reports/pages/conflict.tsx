// Two people saved the same section: both texts, what differs, and a form that merges them. Nothing is lost either way.
import { namesOf } from '#src/accounts/store.ts';
import { toMarkdown } from '#src/documents/markdown.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type OutlineSection, sectionLabel } from '#src/templates/rules.ts';
import { act, type Ctx } from '#src/web/env.ts';
import { BackLink, Button, ErrorSummary } from '#src/web/ui.tsx';
import type { ReportSeen } from '../actions/seeing.ts';
import type { SectionConflict } from '../actions/writing.ts';
import { diffWords, wordsOf } from '../rules/changes.ts';
import type { ListItem } from '../rules.ts';
import { WordChanges } from './changes-view.tsx';
import { backToTasks, reportPage } from './frame.tsx';
import { ItemLists } from './item-lists.tsx';
import { addressOf } from './section-view.tsx';

/** 409: theirs and mine side by side, then a form that starts from mine and names their version. */
export async function conflictPage(
  c: Ctx,
  seen: ReportSeen,
  section: OutlineSection,
  refusal: Refusal,
  conflict: SectionConflict,
) {
  const language = c.var.language;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const { mine, theirs, keptAs } = conflict;
  const names = await namesOf(act(c).db, [theirs.savedBy]);
  const title = {
    vi: `Hai bản khác nhau: ${sectionLabel(section)}`,
    en: `Two texts differ: ${sectionLabel(section)}`,
  };
  const items = union(mine.items, theirs.items);
  return reportPage(
    c,
    seen,
    { title, status: 409 },
    <>
      <p class="govuk-body-s">
        <BackLink href={`/reports/${seen.report.id}`}>{backToTasks[language]}</BackLink>
      </p>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{title[language]}</h1>
      <section aria-labelledby="khac" class="govuk-!-margin-bottom-7">
        <h2 class="govuk-heading-m tk-rule" id="khac">
          {t('Khác nhau ở đâu', 'What differs')}
        </h2>
        <p class="tk-small">
          {t(
            'Gạch đi: chỉ có ở bản trên máy chủ. Gạch chân: chỉ có ở bản của ông/bà.',
            'Struck out: only in the saved text. Underlined: only in yours.',
          )}
        </p>
        <WordChanges pieces={diffWords(wordsOf(theirs), wordsOf(mine))} />
      </section>
      <div class="tk-twocols">
        <section aria-labelledby="ban-ho">
          <h2 class="govuk-heading-m tk-rule" id="ban-ho">
            {t('Bản trên máy chủ', 'The saved text')}
          </h2>
          <p class="tk-small">
            {t('Phiên bản', 'Version')} {theirs.version} · {names.get(theirs.savedBy) ?? ''} ·{' '}
            {formatInstant(theirs.savedAt)}
          </p>
          <textarea class="govuk-textarea tk-editor" rows={14} readonly aria-labelledby="ban-ho">
            {`\n${toMarkdown(theirs.body)}`}
          </textarea>
          <p class="govuk-body">
            <a class="govuk-link" href={addressOf(seen, section)}>
              {t('Giữ bản này', 'Keep this one')}
            </a>
          </p>
        </section>
        <section aria-labelledby="ban-toi">
          <h2 class="govuk-heading-m tk-rule" id="ban-toi">
            {t('Bản của ông/bà, sửa để ghép', 'Your text, to be merged')}
          </h2>
          <p class="tk-small">
            {t(
              `Đã giữ thành phiên bản ${keptAs}, chưa thay bản trên máy chủ.`,
              `Kept as version ${keptAs}; it has not replaced the saved text.`,
            )}
          </p>
          <form method="post" action={addressOf(seen, section)}>
            <input type="hidden" name="version" value={String(theirs.version)} />
            <input type="hidden" name="move" value={String(seen.moves.length)} />
            <label class="govuk-visually-hidden" for="text">
              {t('Nội dung sau khi ghép', 'Text after merging')}
            </label>
            <textarea class="govuk-textarea tk-editor" id="text" name="text" rows={14}>
              {`\n${toMarkdown(mine.body)}`}
            </textarea>
            <ItemLists asked={section.lists} items={items} add={undefined} language={language} />
            <p class="govuk-!-margin-top-4">
              <Button>{t('Lưu bản đã ghép', 'Save the merged text')}</Button>
            </p>
          </form>
        </section>
      </div>
    </>,
  );
}

/** My lines, then those of theirs that I do not have. */
function union(mine: readonly ListItem[], theirs: readonly ListItem[]): ListItem[] {
  const have = new Set(mine.flatMap((i) => [i.id, `${i.kind} ${i.text}`]));
  return [...mine, ...theirs.filter((i) => !have.has(i.id) && !have.has(`${i.kind} ${i.text}`))];
}
