// The annex grid: a real table of inputs that works as a plain form; the island annex-grid makes it quicker.
import type { FC } from 'hono/jsx';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Language } from '#src/kernel/language.ts';
import type { AnnexTable } from '#src/templates/rules.ts';
import { Button } from '#src/web/ui.tsx';
import { as, type GridState, IndicatorRows } from './grid-row.tsx';
import { GridHints, GridSummary } from './grid-summary.tsx';
import { checkTable } from './rules/check.ts';
import { derive, totals, wrongCells } from './rules/derive.ts';
import { sourceLines } from './rules/sources.ts';
import { fillField } from './rules/typed.ts';
import type { AnnexCells, UnreadCells } from './rules.ts';

export type AnnexGridProps = {
  table: AnnexTable;
  cells: AnnexCells;
  /** What was typed but could not be read; it is shown in its cell until mended. */
  unread?: UnreadCells;
  language: Language;
  /** Where the form posts; the fields are read back by `readTypedCells`. */
  action: string;
  /** The version that the writer sees; it travels in the field "version". */
  version: number;
  /** How many moves of the report the writer has seen; it travels in the field "move". */
  move?: number;
  /** "Đã lưu 10:14 · phiên bản 6": who, when, which version. */
  saved?: string | null;
  /** Sent or not one's own: shown, not to be changed. */
  isLocked?: boolean;
  /** Those of the table as it is; computed when not given. */
  diagnostics?: readonly Diagnostic[];
};

/** Summary, hints, the table as a form, definitions and sources. Load the island with `scripts: ['annex-grid']`. */
export const AnnexGrid: FC<AnnexGridProps> = ({
  table,
  cells,
  language,
  unread = {},
  isLocked = false,
  ...props
}) => {
  const diagnostics = props.diagnostics ?? checkTable(table, cells, unread);
  const wrong = wrongCells(diagnostics);
  const state: GridState = {
    ...{ table, cells, unread, diagnostics, isLocked, language },
    derived: derive(table, cells, wrong),
    totals: totals(table, cells, wrong),
  };
  if (isLocked)
    return (
      <>
        <GridTable {...state} />
        <Definitions table={table} language={language} />
        <Sources table={table} cells={cells} language={language} />
      </>
    );
  return (
    <>
      <GridSummary diagnostics={diagnostics} language={language} />
      <GridHints language={language} />
      <form method="post" action={props.action} class="tk-annexform" novalidate>
        {/* Enter in a field presses the first button of a form: this one, which only saves. */}
        <button type="submit" class="govuk-visually-hidden" tabindex={-1}>
          {language === 'vi' ? 'Lưu' : 'Save'}
        </button>
        <input type="hidden" name="version" value={String(props.version)} />
        {props.move !== undefined && <input type="hidden" name="move" value={String(props.move)} />}
        <GridTable {...state} />
        <div class="tk-save">
          <Button>{language === 'vi' ? `Lưu biểu ${table.code}` : `Save table ${table.code}`}</Button>
          <Button secondary name={fillField} value="none-arose">
            {language === 'vi' ? 'Ô trống còn lại: không phát sinh' : 'Remaining blanks: none arose'}
          </Button>
          <span class="tk-small">
            {props.saved && `${props.saved} · `}
            {language === 'vi' ? 'lưu được cả khi còn lỗi' : 'may be saved with errors'}
          </span>
        </div>
      </form>
      <Definitions table={table} language={language} />
      <Sources table={table} cells={cells} language={language} />
    </>
  );
};

const GridTable: FC<GridState> = (state) => {
  const { table, language, isLocked } = state;
  const bare = { ...table, indicators: table.indicators.map((i) => ({ ...i, definition: '' })) };
  return (
    <section
      class="tk-scroll"
      tabindex={0}
      aria-label={`${language === 'vi' ? 'Biểu' : 'Table'} ${table.code}`}
    >
      <table
        class="tk-grid"
        {...as('table')}
        {...(isLocked ? {} : { 'data-annex': JSON.stringify(bare), 'data-language': language })}
      >
        <caption class="govuk-visually-hidden">{`${language === 'vi' ? 'Biểu' : 'Table'} ${table.code}. ${table.title}`}</caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            <Head>{language === 'vi' ? 'Chỉ tiêu' : 'Indicator'}</Head>
            <Head>{language === 'vi' ? 'Đơn vị' : 'Unit'}</Head>
            {table.columns.map((c) => (
              <Head>{c.label}</Head>
            ))}
            {table.total && <Head>{language === 'vi' ? 'Cộng' : 'Total'}</Head>}
          </tr>
        </thead>
        {table.indicators.map((indicator) => (
          <IndicatorRows {...state} indicator={indicator} />
        ))}
      </table>
    </section>
  );
};

const Head: FC = ({ children }) => (
  <th scope="col" {...as('columnheader')}>
    {children}
  </th>
);

const Definitions: FC<{ table: AnnexTable; language: Language }> = ({ table, language }) => (
  <details class="govuk-details govuk-!-margin-top-6 govuk-!-margin-bottom-0">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        {language === 'vi' ? 'Mỗi chỉ tiêu được hiểu thế nào' : 'What each indicator means'}
      </span>
    </summary>
    <div class="govuk-details__text">
      <dl class="tk-kv">
        {table.indicators.map((i) => (
          <>
            <dt class="tk-code">{i.code}</dt>
            <dd>
              {i.name}: {i.definition}
            </dd>
          </>
        ))}
      </dl>
    </div>
  </details>
);

const Sources: FC<{ table: AnnexTable; cells: AnnexCells; language: Language }> = ({
  table,
  cells,
  language,
}) => (
  <section class="tk-section" aria-labelledby="nguon">
    <h2 class="govuk-heading-m tk-rule" id="nguon">
      {language === 'vi' ? 'Số lấy từ đâu' : 'Where the figures come from'}
    </h2>
    <ul class="tk-plain govuk-body-s">
      {sourceLines(table, cells).map((line) => (
        <li>{line[language]}</li>
      ))}
    </ul>
  </section>
);
