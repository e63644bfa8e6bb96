// Two versions of an annex table side by side: only the cells that differ, both kept.
import type { FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import { type AnnexTable, columnWords } from '#src/templates/rules.ts';
import { type AnnexCells, cellAt, cellText, enterable, type UnreadCells, unreadAt } from './rules.ts';

type Side = { cells: AnnexCells; unread: UnreadCells };
type Props = { table: AnnexTable; mine: Side; theirs: Side; language: Language };

const textAt = (side: Side, indicator: string, column: string) =>
  unreadAt(side.unread, indicator, column) ?? cellText(cellAt(side.cells, indicator, column));

/** The cells in which two versions differ, in the order of the table, with the text of each. */
export function differingCells(table: AnnexTable, mine: Side, theirs: Side) {
  return enterable(table).flatMap((indicator) =>
    table.columns.flatMap((column) => {
      const [a, b] = [textAt(mine, indicator.code, column.code), textAt(theirs, indicator.code, column.code)];
      return a === b ? [] : [{ indicator, column, mine: a, theirs: b }];
    }),
  );
}

/** The differing cells as a table: yours and what is there now. */
export const AnnexConflict: FC<Props> = ({ table, mine, theirs, language }) => {
  const vi = language === 'vi';
  return (
    <table class="govuk-table tk-table tk-stack">
      <caption class="govuk-table__caption govuk-table__caption--s">
        {vi ? 'Các ô khác nhau' : 'The cells that differ'}
      </caption>
      <thead class="govuk-table__head">
        <tr>
          {[
            vi ? 'Chỉ tiêu' : 'Indicator',
            vi ? 'Bản của ông/bà' : 'Your version',
            vi ? 'Bản đang có' : 'The version there',
          ].map((head) => (
            <th scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {differingCells(table, mine, theirs).map((cell) => (
          <tr>
            <th scope="row" class="govuk-table__header">
              <span class="tk-code">{cell.indicator.code}</span> {cell.indicator.name},{' '}
              {columnWords(cell.column)[language]}
            </th>
            <td class="govuk-table__cell tk-num" data-l={vi ? 'Bản của ông/bà' : 'Yours'}>
              {cell.mine || (vi ? '(trống)' : '(blank)')}
            </td>
            <td class="govuk-table__cell tk-num" data-l={vi ? 'Bản đang có' : 'There'}>
              {cell.theirs || (vi ? '(trống)' : '(blank)')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
