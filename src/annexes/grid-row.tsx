// One indicator of the annex grid: its cells, locked or to fill in, and the messages that hang from them.
import type { FC } from 'hono/jsx';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Language } from '#src/kernel/language.ts';
import { type AnnexColumn, type AnnexTable, columnWords, type Indicator } from '#src/templates/rules.ts';
import { Status } from '#src/web/ui.tsx';
import type { Derived } from './rules/derive.ts';
import { formulaWords } from './rules/sources.ts';
import { cellField, noteField, oneTapField } from './rules/typed.ts';
import {
  type AnnexCells,
  cellAt,
  cellText,
  formatFigure,
  reasonWords,
  type UnreadCells,
  unreadAt,
} from './rules.ts';

export type GridState = {
  table: AnnexTable;
  cells: AnnexCells;
  unread: UnreadCells;
  diagnostics: readonly Diagnostic[];
  derived: Record<string, Record<string, Derived>>;
  totals: Record<string, Derived>;
  isLocked: boolean;
  language: Language;
};

/** On a phone the layout changes `display`, and a table without explicit roles would be none to a screen reader. */
export const as = (role: 'table' | 'rowgroup' | 'row' | 'rowheader' | 'columnheader' | 'cell') => ({ role });

type Row = GridState & { indicator: Indicator };

/** What a computed cell shows: a figure, "chờ sửa" while an input is in error, or a dash. */
export function derivedText(derived: Derived | undefined, indicator: Indicator, language: Language): string {
  if (derived?.kind === 'value') return formatFigure(derived.value, indicator.type);
  if (derived?.kind === 'waiting' && !indicator.formula) return language === 'vi' ? 'chờ sửa' : 'to mend';
  return '–';
}

export const IndicatorRows: FC<Row> = (row) => {
  const { indicator, table, diagnostics } = row;
  const own = diagnostics.filter((d) => d.where?.in === 'cell' && d.where.row === indicator.code);
  const isDone = own.every((d) => d.severity === 'note' && d.code !== 'A40');
  const said = own.filter((d) => d.code !== 'A40');
  return (
    <tbody {...as('rowgroup')} {...(isDone ? { class: 'tk-done' } : {})}>
      <tr class="row" {...as('row')}>
        <IndicatorHead {...row} isDone={isDone} />
        <td class="tk-u-cell u" {...as('cell')}>
          <span class="tk-unit">{indicator.unitOfMeasure}</span>
        </td>
        {table.columns.map((column) => (
          <ValueCell {...row} column={column} own={own} />
        ))}
        {table.total && (
          <td
            class="sum"
            {...as('cell')}
            data-l={row.language === 'vi' ? 'Cộng' : 'Total'}
            id={`sum.${indicator.code}`}
          >
            {derivedText(row.totals[indicator.code], indicator, row.language)}
          </td>
        )}
      </tr>
      {said.map((d) => (
        <MessageRow {...row} diagnostic={d} />
      ))}
    </tbody>
  );
};

const IndicatorHead: FC<Row & { isDone: boolean }> = ({
  indicator,
  table,
  language,
  isDone,
  totals,
  isLocked,
}) => {
  const sum = table.total ? derivedText(totals[indicator.code], indicator, language) : '–';
  return (
    <th scope="row" {...as('rowheader')}>
      <span class={indicator.within ? 'tk-ind tk-ind--sub' : 'tk-ind'}>
        <span class="tk-code">{indicator.code}</span>
        <span>
          {indicator.name}
          {indicator.formula && (
            <span class="tk-meta">
              <span class="tk-lockicon tk-lock"></span> {language === 'vi' ? 'tự tính' : 'computed'}:{' '}
              {formulaWords(indicator.formula)[language]}
            </span>
          )}
        </span>
      </span>
      {isDone && !isLocked && (
        <details class="tk-fold tk-narrowonly">
          <summary>
            {indicator.formula
              ? language === 'vi'
                ? 'Tự tính'
                : 'Computed'
              : language === 'vi'
                ? 'Đã đủ'
                : 'Complete'}
            {sum !== '–' && `, ${language === 'vi' ? 'cộng' : 'total'} ${sum}`}
            {language === 'vi' ? ' · xem các ô' : ' · see the cells'}
          </summary>
          <p class="tk-small">{indicator.definition}</p>
        </details>
      )}
    </th>
  );
};

type CellProps = Row & { column: AnnexColumn; own: readonly Diagnostic[] };

const ValueCell: FC<CellProps> = ({ column, own, ...row }) => {
  const { indicator, language } = row;
  const here = own.filter(
    (d) => d.where?.in === 'cell' && d.where.column === column.code && d.code !== 'A40',
  );
  const isBad = here.some((d) => d.severity === 'error');
  const isOdd = here.some((d) => d.severity === 'warning');
  const cell = cellAt(row.cells, indicator.code, column.code);
  const unread = unreadAt(row.unread, indicator.code, column.code);
  const isNil = unread === null && cell !== null && 'reason' in cell;
  const look = [isBad && 'bad', isOdd && 'odd', isNil && 'nil'].filter(Boolean);
  const id = cellField(indicator.code, column.code);
  if (indicator.formula || row.isLocked) {
    const text = indicator.formula
      ? derivedText(row.derived[indicator.code]?.[column.code], indicator, language)
      : shownText(cell, unread, indicator, language);
    return (
      <td {...as('cell')} class={['calc', ...look].join(' ')} data-l={column.label} id={id}>
        {text}
      </td>
    );
  }
  const value = unread ?? (cell && 'reason' in cell ? reasonWords[cell.reason][language] : cellText(cell));
  return (
    <td {...as('cell')} data-l={column.label} {...(look.length > 0 ? { class: look.join(' ') } : {})}>
      <input
        id={id}
        name={id}
        value={value}
        inputmode="decimal"
        autocomplete="off"
        aria-label={`${indicator.name}, ${columnWords(column)[language]}`}
        {...(isBad ? { 'aria-invalid': 'true' as const } : {})}
        {...(here.length > 0 ? { 'aria-describedby': messageId(here[0]!) } : {})}
      />
      {value === '' && (
        <button
          type="submit"
          class="govuk-button govuk-button--secondary tk-button--s tk-nil"
          name={oneTapField}
          value={`${indicator.code}.${column.code}`}
        >
          {language === 'vi' ? 'Không phát sinh' : 'None arose'}
        </button>
      )}
    </td>
  );
};

function shownText(
  cell: ReturnType<typeof cellAt>,
  unread: string | null,
  indicator: Indicator,
  language: Language,
): string {
  if (unread !== null) return unread;
  if (!cell) return '';
  return 'reason' in cell ? reasonWords[cell.reason][language] : formatFigure(cell.value, indicator.type);
}

function messageId(d: Diagnostic): string {
  return d.where?.in === 'cell' ? `message.${d.where.row}.${d.where.column}` : '';
}

const looks = {
  error: { kind: 'error', vi: 'Lỗi', en: 'Error' },
  warning: { kind: 'risk', vi: 'Xem lại', en: 'Look again' },
  note: { kind: 'info', vi: 'Ghi chú', en: 'Note' },
} as const;

/** A message begins under its cell; near the right edge it begins earlier, so that it has room. */
const MessageRow: FC<Row & { diagnostic: Diagnostic }> = ({
  diagnostic: d,
  table,
  indicator,
  cells,
  language,
  isLocked,
}) => {
  if (d.where?.in !== 'cell') return null;
  const code = d.where.column;
  const position = table.columns.findIndex((c) => c.code === code);
  const width = table.columns.length + (table.total ? 1 : 0);
  const start = Math.max(0, Math.min(position, width - 3));
  const look = looks[d.severity];
  const note = cellAt(cells, indicator.code, code)?.note ?? '';
  const takesReason = !isLocked && d.code.startsWith('A3');
  const field = noteField(indicator.code, code);
  return (
    <tr class={`msg tk-after-${position + 3}`} {...as('row')}>
      <td {...as('cell')} colspan={2 + start} class="gap"></td>
      <td
        {...as('cell')}
        colspan={width - start}
        class={`say say--${d.severity === 'error' ? 'error' : 'risk'}`}
        id={messageId(d)}
      >
        <Status kind={look.kind}>{look[language]}</Status> <span class="tk-code">{d.code}</span>{' '}
        {d.message[language]} {d.hint?.[language]}
        {takesReason && (
          <span class="tk-reasonline">
            <label for={field}>{language === 'vi' ? 'Lý do' : 'Reason'}</label>
            <input
              class="govuk-input tk-reason"
              id={field}
              name={field}
              value={note}
              maxlength={500}
              autocomplete="off"
            />
            <button type="submit" class="govuk-button govuk-button--secondary tk-button--s">
              {language === 'vi' ? 'Ghi lý do' : 'Give the reason'}
            </button>
          </span>
        )}
      </td>
    </tr>
  );
};
