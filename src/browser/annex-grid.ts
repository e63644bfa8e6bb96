// Makes the annex grid quick: keys move, a range pastes from Excel, k x o become words, totals follow at once.
import type { Language } from '#src/kernel/language.ts';
import type { AnnexTable } from '#src/templates/rules.ts';
import { fieldAt, fieldOf, placeOf, settle } from './annex/fields.ts';
import { moveByKeys } from './annex/moving.ts';
import { recompute } from './annex/totals.ts';

const grid = document.querySelector<HTMLTableElement>('table[data-annex]');
if (grid) enhance(grid, JSON.parse(grid.dataset.annex!) as AnnexTable, grid.dataset.language as Language);

function enhance(grid: HTMLTableElement, table: AnnexTable, language: Language): void {
  moveByKeys(grid, table);
  grid.addEventListener('paste', (event) => {
    if (pasteRange(event, table, language)) recompute(table, language);
  });
  grid.addEventListener('input', () => recompute(table, language));
  grid.addEventListener('change', (event) => {
    const field = fieldOf(event);
    if (!field) return;
    settle(field, field.value.trim(), language);
    recompute(table, language);
  });
  grid.addEventListener('click', (event) => {
    const { target } = event;
    const field =
      target instanceof HTMLButtonElement && target.matches('.tk-nil')
        ? target.parentElement?.querySelector('input')
        : null;
    if (!field) return;
    event.preventDefault();
    settle(field, 'k', language);
    recompute(table, language);
    field.focus();
  });
}

/** Lays a range of cells over the grid from the focused cell; locked rows take nothing. False for a single value. */
function pasteRange(event: ClipboardEvent, table: AnnexTable, language: Language): boolean {
  const field = fieldOf(event);
  const place = field && placeOf(table, field);
  const text = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (!place || !/[\t\n]/.test(text)) return false;
  event.preventDefault();
  for (const [r, line] of text.split('\n').entries())
    for (const [c, value] of line.split('\t').entries()) {
      const target = fieldAt(table, { row: place.row + r, column: place.column + c });
      if (target) settle(target, value.trim(), language);
    }
  return true;
}
