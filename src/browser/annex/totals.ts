// Locked cells and totals, computed again from what stands in the fields.

import { checkTable } from '#src/annexes/rules/check.ts';
import { cellKey, type Derived, derive, totals, wrongCells } from '#src/annexes/rules/derive.ts';
import { cellField } from '#src/annexes/rules/typed.ts';
import { formatFigure } from '#src/annexes/rules.ts';
import type { Language } from '#src/kernel/language.ts';
import type { AnnexTable, Indicator } from '#src/templates/rules.ts';
import { typedNow } from './fields.ts';

/** Afterwards every computed cell shows what the fields give, and fields in error are marked. */
export function recompute(table: AnnexTable, language: Language): void {
  const { cells, unread } = typedNow(table);
  const wrong = wrongCells(checkTable(table, cells, unread));
  const [derived, sums] = [derive(table, cells, wrong), totals(table, cells, wrong)];
  for (const indicator of table.indicators) {
    write(`sum.${indicator.code}`, sums[indicator.code], indicator, language);
    for (const { code } of table.columns) {
      const id = cellField(indicator.code, code);
      if (indicator.formula) write(id, derived[indicator.code]?.[code], indicator, language);
      else mark(id, wrong.has(cellKey(indicator.code, code)));
    }
  }
}

function write(id: string, figure: Derived | undefined, indicator: Indicator, language: Language): void {
  const cell = document.getElementById(id);
  if (!cell) return;
  const isWaiting = figure?.kind === 'waiting' && !indicator.formula;
  const pending = language === 'vi' ? 'chờ sửa' : 'to mend';
  cell.textContent =
    figure?.kind === 'value' ? formatFigure(figure.value, indicator.type) : isWaiting ? pending : '–';
}

function mark(id: string, isWrong: boolean): void {
  const field = document.getElementById(id);
  field?.closest('td')?.classList.toggle('bad', isWrong);
  if (isWrong) field?.setAttribute('aria-invalid', 'true');
  else field?.removeAttribute('aria-invalid');
}
