// Why a report came back: the reason, who and when, and the marked places with the way to each.
import type { FC } from 'hono/jsx';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import { findSection, findTable, sectionLabel, type TemplateVersion } from '#src/templates/rules.ts';
import { Status } from '#src/web/ui.tsx';
import type { ReturnRow } from '../store/decisions.ts';

/** The name of a marked place: a section of the outline or a table of the annex. */
function markedPlace(template: TemplateVersion, code: string): { label: string; path: string } {
  const section = findSection(template.outline, code);
  if (section) return { label: sectionLabel(section), path: `sections/${encodeURIComponent(code)}` };
  const table = findTable(template.annex, code);
  return {
    label: table ? `${table.code}. ${table.title}` : code,
    path: `annexes/${encodeURIComponent(code)}`,
  };
}

type Props = { returned: ReturnRow; template: TemplateVersion; reportId: string | null; language: Language };

/** `reportId` null: on a page where the places cannot be opened for writing. */
export const ReturnedNotice: FC<Props> = ({ returned, template, reportId, language }) => (
  <section class="tk-returnednote" aria-labelledby="tra-lai">
    <h2 class="govuk-heading-s" id="tra-lai">
      <Status kind="returned">{language === 'vi' ? 'Trả lại' : 'Returned'}</Status>{' '}
      <span class="tk-small">{formatInstant(returned.returnedAt)}</span>
    </h2>
    <p class="govuk-body govuk-!-margin-bottom-2 tk-lines">{returned.reason}</p>
    {returned.marks.length > 0 && (
      <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
        {returned.marks.map((mark) => {
          const place = markedPlace(template, mark.section);
          return (
            <li>
              {reportId ? (
                <a class="govuk-link" href={`/reports/${reportId}/${place.path}`}>
                  {place.label}
                </a>
              ) : (
                place.label
              )}
              {mark.note && `: ${mark.note}`}
            </li>
          );
        })}
      </ul>
    )}
  </section>
);
