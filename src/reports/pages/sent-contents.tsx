// The contents of a submission: every section with its lists, every table, what changed in each, and where to mark it.
import type { FC } from 'hono/jsx';
import { derive, totals } from '#src/annexes/rules/derive.ts';
import { type AnnexCells, cellAt, formatFigure, reasonWords } from '#src/annexes/rules.ts';
import { DocumentHtml } from '#src/documents/html.tsx';
import type { Language } from '#src/kernel/language.ts';
import {
  type AnnexTable,
  type Indicator,
  type OutlineSection,
  sectionLabel,
  type TemplateVersion,
} from '#src/templates/rules.ts';
import type { Typed } from '#src/web/form.ts';
import { Status } from '#src/web/ui.tsx';
import { type Change, type changesBetween, diffWords, wordsOf } from '../rules/changes.ts';
import { causeWords, lists } from '../rules/words.ts';
import type { ListItem, Mark, SectionContent, SubmissionContent } from '../rules.ts';
import { WordChanges } from './changes-view.tsx';
import { returnFormId } from './decision-panel.tsx';

type Props = {
  template: TemplateVersion;
  content: SubmissionContent;
  before: SubmissionContent | null;
  changes: ReturnType<typeof changesBetween> | null;
  /** The places that the return of the version before had marked. */
  marks: readonly Mark[];
  typed: Typed;
  canMark: boolean;
  language: Language;
};

export const SentSections: FC<Props> = (props) => {
  const { template, content, before, changes, language } = props;
  const sections = template.outline.sections;
  return (
    <>
      {sections.map((section) =>
        section.writable ? (
          <section class="tk-sent-section" aria-labelledby={`muc-${section.code}`}>
            <h3 class="govuk-heading-s" id={`muc-${section.code}`}>
              {sectionLabel(section)}{' '}
              {changes && <ChangeMark change={changes.sections[section.code]} language={language} />}
            </h3>
            <EarlierMark {...props} code={section.code} />
            <SentSection section={section} content={content.sections[section.code]} language={language} />
            {changes?.sections[section.code] === 'changed' && (
              <details class="govuk-details govuk-!-margin-bottom-2">
                <summary class="govuk-details__summary">
                  <span class="govuk-details__summary-text">
                    {language === 'vi'
                      ? 'Chỗ đã đổi so với bản trước'
                      : 'What changed against the version before'}
                  </span>
                </summary>
                <div class="govuk-details__text">
                  <WordChanges
                    pieces={diffWords(
                      wordsOf(before?.sections[section.code]),
                      wordsOf(content.sections[section.code]),
                    )}
                  />
                </div>
              </details>
            )}
            <MarkField {...props} code={section.code} label={sectionLabel(section)} />
          </section>
        ) : (
          <h2 class={section.level === 1 ? 'govuk-heading-m tk-rule' : 'govuk-heading-s'}>
            {section.level === 1 ? `${section.numbering}: ${section.title}` : sectionLabel(section)}
          </h2>
        ),
      )}
    </>
  );
};

const ChangeMark: FC<{ change: Change | undefined; language: Language }> = ({ change, language }) => {
  if (change === 'changed') return <Status kind="differ">{language === 'vi' ? 'đã đổi' : 'changed'}</Status>;
  if (change === 'added') return <Status kind="info">{language === 'vi' ? 'mới có' : 'new'}</Status>;
  if (change === 'removed') return <Status kind="risk">{language === 'vi' ? 'đã bỏ' : 'removed'}</Status>;
  return null;
};

const EarlierMark: FC<Props & { code: string }> = ({ marks, code, language }) => {
  const mark = marks.find((m) => m.section === code);
  return mark ? (
    <p class="tk-small">
      {language === 'vi' ? 'Lần trước đã đề nghị sửa: ' : 'Marked in the last return: '}
      {mark.note}
    </p>
  ) : null;
};

/** A note on this place, sent with the return form wherever it stands on the page. */
const MarkField: FC<Props & { code: string; label: string }> = ({
  canMark,
  typed,
  code,
  label,
  language,
}) => {
  if (!canMark) return null;
  const sections = Array.isArray(typed.section) ? typed.section : [];
  const notes = Array.isArray(typed.note) ? typed.note : [];
  const value = notes[sections.indexOf(code)] ?? '';
  return (
    <details class="govuk-details govuk-!-margin-bottom-2" open={value !== ''}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {language === 'vi' ? 'Đánh dấu chỗ này để trả lại' : 'Mark this place for the return'}
          <span class="govuk-visually-hidden"> {label}</span>
        </span>
      </summary>
      <div class="govuk-details__text">
        <input type="hidden" form={returnFormId} name="section[]" value={code} />
        <label class="govuk-label govuk-body-s" for={`ghi-${code}`}>
          {language === 'vi' ? 'Cần sửa gì' : 'What to mend'}
        </label>
        <input class="govuk-input" id={`ghi-${code}`} form={returnFormId} name="note[]" value={value} />
      </div>
    </details>
  );
};

const SentSection: FC<{
  section: OutlineSection;
  content: SectionContent | undefined;
  language: Language;
}> = ({ section, content, language }) =>
  content ? (
    <div class="tk-reading">
      <DocumentHtml document={content.body} idPrefix={`${section.code}-`} headingOffset={3} />
      <SentItems items={content.items} language={language} />
    </div>
  ) : (
    <p class="tk-small">{language === 'vi' ? 'Không có nội dung.' : 'Nothing was written.'}</p>
  );

/** The lines of every list that has any, to read. */
export const SentItems: FC<{ items: readonly ListItem[]; language: Language }> = ({ items, language }) => (
  <>
    {Object.values(lists).map((list) => {
      const own = items.filter((i) => i.kind === list.kind);
      return own.length > 0 ? (
        <>
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            <strong>{list.title[language]}</strong>
          </p>
          <ol class="govuk-list govuk-list--number govuk-body-s">
            {own.map((item) => (
              <li>
                {item.text}
                {item.cause && ` (${causeWords[item.cause][language].toLowerCase()})`}
                {item.addressee && ` → ${item.addressee}`}
              </li>
            ))}
          </ol>
        </>
      ) : null;
    })}
  </>
);

export const SentTables: FC<Props> = (props) => {
  const { template, content, changes, language } = props;
  if (template.annex.tables.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m tk-rule govuk-!-margin-top-7">
        {language === 'vi' ? 'Phụ lục: biểu số liệu' : 'Annex: tables of figures'}
      </h2>
      {template.annex.tables.map((table) => (
        <div class="tk-sent-section">
          <h3 class="govuk-heading-s" id={`bieu-${table.code}`}>
            {table.code}. {table.title}{' '}
            {changes && <ChangeMark change={changes.tables[table.code]} language={language} />}
          </h3>
          <EarlierMark {...props} code={table.code} />
          <SentTable table={table} cells={content.annex[table.code] ?? {}} language={language} />
          <MarkField {...props} code={table.code} label={table.title} />
        </div>
      ))}
    </>
  );
};

const SentTable: FC<{ table: AnnexTable; cells: AnnexCells; language: Language }> = ({
  table,
  cells,
  language,
}) => {
  const derived = derive(table, cells);
  const sums = table.total ? totals(table, cells) : null;
  const at = (indicator: Indicator, column: string): string => {
    const computed = derived[indicator.code]?.[column];
    if (computed) return computed.kind === 'value' ? formatFigure(computed.value, indicator.type) : '–';
    const cell = cellAt(cells, indicator.code, column);
    if (!cell) return '';
    return 'value' in cell ? formatFigure(cell.value, indicator.type) : reasonWords[cell.reason][language];
  };
  return (
    <section class="tk-scroll" tabindex={0} aria-labelledby={`bieu-${table.code}`}>
      <table class="govuk-table tk-table tk-figures">
        <thead class="govuk-table__head">
          <tr>
            <th scope="col" class="govuk-table__header">
              {language === 'vi' ? 'Chỉ tiêu' : 'Indicator'}
            </th>
            <th scope="col" class="govuk-table__header">
              {language === 'vi' ? 'Đơn vị' : 'Unit'}
            </th>
            {table.columns.map((column) => (
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                {column.label}
              </th>
            ))}
            {sums && (
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                {language === 'vi' ? 'Cộng' : 'Total'}
              </th>
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {table.indicators.map((indicator) => {
            const sum = sums?.[indicator.code];
            return (
              <tr>
                <th scope="row" class={`govuk-table__header${indicator.within ? ' tk-pad' : ''}`}>
                  <span class="tk-code">{indicator.code}</span> {indicator.name}
                </th>
                <td class="govuk-table__cell">{indicator.unitOfMeasure}</td>
                {table.columns.map((column) => (
                  <td class="govuk-table__cell govuk-table__cell--numeric tk-num">
                    {at(indicator, column.code)}
                  </td>
                ))}
                {sums && (
                  <td class="govuk-table__cell govuk-table__cell--numeric tk-num">
                    {sum?.kind === 'value' ? formatFigure(sum.value, indicator.type) : '–'}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
