// Makes the annex grid quick: arrows and Enter move, a range pastes from Excel, k x o become words, totals follow at once.

import { checkTable } from '#src/annexes/rules/check.ts';
import { type Derived, derive, totals, wrongCells } from '#src/annexes/rules/derive.ts';
import { readCell, readReason } from '#src/annexes/rules/reading.ts';
import { cellField } from '#src/annexes/rules/typed.ts';
import {
  type AnnexCells,
  formatFigure,
  reasonWords,
  type UnreadCells,
  withCell,
} from '#src/annexes/rules.ts';
import type { Language } from '#src/kernel/language.ts';
import type { AnnexTable, Indicator } from '#src/templates/rules.ts';

const grid = document.querySelector<HTMLTableElement>('table[data-annex]');
if (grid) enhance(grid, JSON.parse(grid.dataset.annex!) as AnnexTable, grid.dataset.language as Language);

function enhance(grid: HTMLTableElement, table: AnnexTable, language: Language): void {
  const fieldAt = (row: number, column: number): HTMLInputElement | null => {
    const [indicator, head] = [table.indicators[row], table.columns[column]];
    const element = indicator && head && document.getElementById(cellField(indicator.code, head.code));
    return element instanceof HTMLInputElement ? element : null;
  };
  const placeOf = (field: HTMLInputElement): [number, number] | null => {
    for (let row = 0; row < table.indicators.length; row++)
      for (let column = 0; column < table.columns.length; column++)
        if (fieldAt(row, column) === field) return [row, column];
    return null;
  };
  const fieldOf = (event: Event): HTMLInputElement | null =>
    event.target instanceof HTMLInputElement && event.target.name.startsWith('cell.') ? event.target : null;

  /** The next field up or down the column, over locked rows. */
  const beside = ([row, column]: [number, number], step: 1 | -1): HTMLInputElement | null => {
    for (let r = row + step; r >= 0 && r < table.indicators.length; r += step) {
      const field = fieldAt(r, column);
      if (field) return field;
    }
    return null;
  };

  grid.addEventListener('keydown', (event) => {
    const field = fieldOf(event);
    const place = field && placeOf(field);
    if (!field || !place || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = destination(event, field, place);
    if (next === undefined) return;
    event.preventDefault();
    next?.focus();
    next?.select();
  });

  /** Where a key leads: null nowhere (but the key is ours), undefined when the key is the field's own. */
  function destination(event: KeyboardEvent, field: HTMLInputElement, [row, column]: [number, number]) {
    const atStart = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const caret = field.selectionStart === field.selectionEnd ? field.selectionStart : null;
    switch (event.key) {
      case 'Enter':
        return beside([row, column], event.shiftKey ? -1 : 1);
      case 'ArrowDown':
        return beside([row, column], 1);
      case 'ArrowUp':
        return beside([row, column], -1);
      case 'ArrowLeft':
        return atStart || caret === 0 ? fieldAt(row, column - 1) : undefined;
      case 'ArrowRight':
        return atStart || caret === field.value.length ? fieldAt(row, column + 1) : undefined;
      default:
        return undefined;
    }
  }

  grid.addEventListener('paste', (event) => {
    const field = fieldOf(event);
    const place = field && placeOf(field);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!place || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
    for (const [r, line] of lines.entries())
      for (const [c, value] of line.split('\t').entries()) {
        const target = fieldAt(place[0] + r, place[1] + c);
        if (target) settle(target, value.trim());
      }
    recompute();
  });

  /** Afterwards the field holds the text, or the words of the reason that it stands for. */
  function settle(field: HTMLInputElement, text: string): void {
    const reason = readReason(text);
    field.value = reason ? reasonWords[reason][language] : text;
    field.closest('td')?.classList.toggle('nil', reason !== null);
    const button = field.parentElement?.querySelector<HTMLButtonElement>('.tk-nil');
    if (button) button.hidden = field.value !== '';
  }

  grid.addEventListener('change', (event) => {
    const field = fieldOf(event);
    if (!field) return;
    settle(field, field.value.trim());
    recompute();
  });
  grid.addEventListener('input', () => recompute());
  grid.addEventListener('click', (event) => {
    const button =
      event.target instanceof HTMLButtonElement && event.target.classList.contains('tk-nil')
        ? event.target
        : null;
    const field = button?.parentElement?.querySelector('input');
    if (!button || !field) return;
    event.preventDefault();
    settle(field, 'k');
    recompute();
    field.focus();
  });

  function recompute(): void {
    const { cells, unread } = typedNow();
    const diagnostics = checkTable(table, cells, unread);
    const wrong = wrongCells(diagnostics);
    const [derived, sums] = [derive(table, cells, wrong), totals(table, cells, wrong)];
    for (const indicator of table.indicators) {
      write(`sum.${indicator.code}`, sums[indicator.code], indicator);
      for (const column of table.columns) {
        const id = cellField(indicator.code, column.code);
        if (indicator.formula) write(id, derived[indicator.code]?.[column.code], indicator);
        else mark(id, wrong.has(`${indicator.code} ${column.code}`));
      }
    }
  }

  /** The grid as it stands in the fields. Where a value came from is the server's to say. */
  function typedNow(): { cells: AnnexCells; unread: UnreadCells } {
    let cells: AnnexCells = {};
    let unread: UnreadCells = {};
    const source = { kind: 'typed', by: '', at: '' } as const;
    for (const [row, indicator] of table.indicators.entries())
      for (const [column, { code }] of table.columns.entries()) {
        const text = fieldAt(row, column)?.value ?? '';
        const reading = readCell(text, indicator);
        if (reading.kind === 'problem') unread = withCell(unread, indicator.code, code, text);
        else if (reading.kind === 'value')
          cells = withCell(cells, indicator.code, code, { value: reading.value, source });
        else if (reading.kind === 'reason')
          cells = withCell(cells, indicator.code, code, { reason: reading.reason, source });
      }
    return { cells, unread };
  }

  function write(id: string, figure: Derived | undefined, indicator: Indicator): void {
    const cell = document.getElementById(id);
    if (!cell) return;
    const waits = figure?.kind === 'waiting' && !indicator.formula;
    const pending = language === 'vi' ? 'chờ sửa' : 'to mend';
    cell.textContent =
      figure?.kind === 'value' ? formatFigure(figure.value, indicator.type) : waits ? pending : '–';
  }

  function mark(id: string, isWrong: boolean): void {
    const field = document.getElementById(id);
    field?.closest('td')?.classList.toggle('bad', isWrong);
    if (isWrong) field?.setAttribute('aria-invalid', 'true');
    else field?.removeAttribute('aria-invalid');
  }
}
