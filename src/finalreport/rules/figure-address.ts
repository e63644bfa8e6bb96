// Where a live figure opens down to its sources: the page of that very cell when there is one. Pure.
import { parseReference } from '#src/annexes/rules/references.ts';
import type { AnnexTable } from '#src/templates/rules.ts';

/** Below the campaign's address: "/figures/B3/B3.08/2022"; a run of columns that has no page of its own opens the table. */
export function figureAddress(ref: string, tables: readonly AnnexTable[]): string {
  const reference = parseReference(ref, tables);
  if (!reference) return '/figures';
  if (reference.kind === 'reports') return '/reports';
  const { table, indicator, columns } = reference;
  const isWhole = columns.length === table.columns.length;
  const column = columns.length === 1 ? columns[0] : isWhole && table.total ? 'total' : null;
  return column
    ? `/figures/${encodeURIComponent(table.code)}/${encodeURIComponent(indicator.code)}/${encodeURIComponent(column!)}`
    : `/figures?table=${encodeURIComponent(table.code)}&indicator=${encodeURIComponent(indicator.code)}`;
}
