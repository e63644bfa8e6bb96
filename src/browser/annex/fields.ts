// The fields of the grid by place: rows are indicators, columns are years; a locked row has no field.

import { readCell, readReason } from '#src/annexes/rules/reading.ts';
import { cellField } from '#src/annexes/rules/typed.ts';
import { type AnnexCells, reasonWords, type UnreadCells, withCell } from '#src/annexes/rules.ts';
import type { Language } from '#src/kernel/language.ts';
import type { AnnexTable } from '#src/templates/rules.ts';

export type Place = { row: number; column: number };

/** The field at a place, or null when there is none or it is locked. */
export function fieldAt(table: AnnexTable, { row, column }: Place): HTMLInputElement | null {
  const [indicator, head] = [table.indicators[row], table.columns[column]];
  const element = indicator && head && document.getElementById(cellField(indicator.code, head.code));
  return element instanceof HTMLInputElement ? element : null;
}

/** Where a field stands, or null when it is not a cell of this table. */
export function placeOf(table: AnnexTable, field: HTMLInputElement): Place | null {
  for (let row = 0; row < table.indicators.length; row++)
    for (let column = 0; column < table.columns.length; column++)
      if (fieldAt(table, { row, column }) === field) return { row, column };
  return null;
}

/** The cell that an event happened in. */
export function fieldOf(event: Event): HTMLInputElement | null {
  const { target } = event;
  return target instanceof HTMLInputElement && target.name.startsWith('cell.') ? target : null;
}

/** Afterwards the field holds the text, or the words of the reason that it stands for. */
export function settle(field: HTMLInputElement, text: string, language: Language): void {
  const reason = readReason(text);
  field.value = reason ? reasonWords[reason][language] : text;
  field.closest('td')?.classList.toggle('nil', reason !== null);
  const button = field.parentElement?.querySelector<HTMLButtonElement>('.tk-nil');
  if (button) button.hidden = field.value !== '';
}

/** The grid as it stands in the fields. Where a value came from is the server's to say. */
export function typedNow(table: AnnexTable): { cells: AnnexCells; unread: UnreadCells } {
  let cells: AnnexCells = {};
  let unread: UnreadCells = {};
  const source = { kind: 'typed', by: '', at: '' } as const;
  for (const [row, indicator] of table.indicators.entries())
    for (const [column, { code }] of table.columns.entries()) {
      const text = fieldAt(table, { row, column })?.value ?? '';
      const reading = readCell(text, indicator);
      if (reading.kind === 'problem') unread = withCell(unread, indicator.code, code, text);
      else if (reading.kind !== 'empty') {
        const found = reading.kind === 'value' ? { value: reading.value } : { reason: reading.reason };
        cells = withCell(cells, indicator.code, code, { ...found, source });
      }
    }
  return { cells, unread };
}
