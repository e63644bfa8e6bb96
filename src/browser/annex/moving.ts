// Moving in the grid by keyboard: arrows and Enter, over locked rows.
import type { AnnexTable } from '#src/templates/rules.ts';
import { fieldAt, fieldOf, type Place, placeOf } from './fields.ts';

/** The next field up or down the column. */
function beside(table: AnnexTable, place: Place, step: 1 | -1): HTMLInputElement | null {
  for (let row = place.row + step; row >= 0 && row < table.indicators.length; row += step) {
    const field = fieldAt(table, { row, column: place.column });
    if (field) return field;
  }
  return null;
}

/** Where a key leads: null nowhere (but the key is ours), undefined when the key is the field's own. */
function destination(table: AnnexTable, event: KeyboardEvent, field: HTMLInputElement, place: Place) {
  const { selectionStart, selectionEnd, value } = field;
  const isAllSelected = selectionStart === 0 && selectionEnd === value.length;
  const caret = selectionStart === selectionEnd ? selectionStart : null;
  switch (event.key) {
    case 'Enter':
      return beside(table, place, event.shiftKey ? -1 : 1);
    case 'ArrowDown':
      return beside(table, place, 1);
    case 'ArrowUp':
      return beside(table, place, -1);
    case 'ArrowLeft':
      return isAllSelected || caret === 0
        ? fieldAt(table, { ...place, column: place.column - 1 })
        : undefined;
    case 'ArrowRight':
      return isAllSelected || caret === value.length
        ? fieldAt(table, { ...place, column: place.column + 1 })
        : undefined;
    default:
      return undefined;
  }
}

/** Afterwards arrows and Enter move between cells; a field's own caret keys stay its own. */
export function moveByKeys(grid: HTMLElement, table: AnnexTable): void {
  grid.addEventListener('keydown', (event) => {
    const field = fieldOf(event);
    const place = field && placeOf(table, field);
    if (!field || !place || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = destination(table, event, field, place);
    if (next === undefined) return;
    event.preventDefault();
    next?.focus();
    next?.select();
  });
}
