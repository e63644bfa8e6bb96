// How an outline and an annex table are shown to a reader.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import type { AnnexTable, Indicator, ListKind, Outline, OutlineSection } from './rules.ts';

export const listNames: Record<ListKind, Words> = {
  shortcomings: { vi: 'hạn chế', en: 'shortcomings' },
  causes: { vi: 'nguyên nhân', en: 'causes' },
  lessons: { vi: 'bài học kinh nghiệm', en: 'lessons' },
  recommendations: { vi: 'kiến nghị', en: 'recommendations' },
  models: { vi: 'mô hình, cách làm hay', en: 'models' },
};

/** Every section in order with what to write there. */
export const OutlineView: FC<{ outline: Outline; language: Language }> = ({ outline, language }) => (
  <section class="tk-section tk-rule" aria-labelledby="de-cuong">
    <h2 class="govuk-heading-m" id="de-cuong">
      {language === 'vi' ? 'Đề cương' : 'Outline'}
    </h2>
    <p class="govuk-body">{outline.title}</p>
    {outline.sections.map((section) => (
      <SectionView section={section} language={language} />
    ))}
  </section>
);

const SectionView: FC<{ section: OutlineSection; language: Language }> = ({ section, language }) => {
  const title = [section.numbering, section.title].filter(Boolean).join(section.level === 1 ? ': ' : ' ');
  const facts = sectionFacts(section, language);
  return (
    <article class={`tk-outline tk-outline--${section.level}`}>
      <h3 class="govuk-heading-s">{title}</h3>
      <p class="govuk-body-s">{section.guidance}</p>
      {facts.length > 0 && <p class="tk-small">{facts.join(' · ')}</p>}
    </article>
  );
};

/** Length hint, structured lists, tables: what a writer has to know besides the guidance. */
export function sectionFacts(section: OutlineSection, language: Language): string[] {
  if (!section.writable) return [];
  const vi = language === 'vi';
  const [min, max] = [section.minWords, section.maxWords].map((n) => (n === null ? null : formatNumber(n)));
  const length = min && max && (vi ? `khoảng ${min} đến ${max} từ` : `about ${min} to ${max} words`);
  const lists = section.lists.map((kind) => listNames[kind][language]).join(', ');
  return [
    section.required ? (vi ? 'bắt buộc' : 'required') : vi ? 'không bắt buộc' : 'optional',
    length ?? '',
    lists && (vi ? `nhập thành từng dòng: ${lists}` : `entered line by line: ${lists}`),
    section.tables.length > 0
      ? `${vi ? 'số liệu biểu' : 'figures of table'} ${section.tables.join(', ')}`
      : '',
  ].filter((fact) => fact !== '');
}

/** An annex table's indicators with unit and definition. */
export const TableView: FC<{ table: AnnexTable; language: Language }> = ({ table, language }) => {
  const vi = language === 'vi';
  const heads = vi
    ? ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Được hiểu là']
    : ['Code', 'Indicator', 'Unit', 'Definition'];
  return (
    <section class="tk-section tk-rule" aria-labelledby={`bieu-${table.code}`}>
      <h2 class="govuk-heading-m" id={`bieu-${table.code}`}>
        {vi ? 'Biểu' : 'Table'} {table.code}. {table.title}
      </h2>
      <p class="tk-small">
        {vi ? 'Các cột' : 'Columns'}: {table.columns.map((column) => column.label).join(', ')}
      </p>
      <table class="govuk-table tk-table tk-stack">
        <thead class="govuk-table__head">
          <tr>
            {heads.map((head) => (
              <th scope="col" class="govuk-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {table.indicators.map((indicator) => (
            <IndicatorView indicator={indicator} unit={heads[2]!} language={language} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

const IndicatorView: FC<{ indicator: Indicator; unit: string; language: Language }> = ({
  indicator: i,
  unit,
  language,
}) => (
  <tr>
    <td class="govuk-table__cell tk-code">{i.code}</td>
    <th scope="row" class={i.within ? 'govuk-table__header tk-pad' : 'govuk-table__header'}>
      {i.name}
    </th>
    <td class="govuk-table__cell" data-l={unit}>
      {i.unitOfMeasure}
    </td>
    <td class="govuk-table__cell">
      {i.definition}
      {i.formula && ` (${language === 'vi' ? 'tự tính' : 'computed'})`}
    </td>
  </tr>
);
