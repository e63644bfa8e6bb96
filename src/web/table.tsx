// A table of the plain kind: a row a line, which a phone stacks into blocks.
import type { Child } from 'hono/jsx';

export type Column<Row> = {
  head: string;
  cell: (row: Row) => Child;
  /** The cell names its row: a heading for those who listen. */
  namesRow?: true;
  /** On a phone, where the heads are gone, the column's name, or a shorter one, stands before the cell. */
  labelled?: true | string;
  /** Further classes of the column's cells. */
  class?: string;
};

type Props<Row> = { columns: readonly Column<Row>[]; rows: readonly Row[]; caption?: string; class?: string };

/** The rows in their order under the columns' names; the caption is heard, not seen. */
export function StackTable<Row>({ columns, rows, caption, class: extra }: Props<Row>) {
  return (
    <table class={classes('govuk-table tk-table tk-stack', extra)}>
      {caption && <caption class="govuk-visually-hidden">{caption}</caption>}
      <thead class="govuk-table__head">
        <tr>
          {columns.map(({ head }) => (
            <th scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr>
            {columns.map((column) => {
              const look = classes('govuk-table__cell', column.class);
              const label = column.labelled === true ? column.head : column.labelled;
              return column.namesRow ? (
                <th scope="row" class={look}>
                  {column.cell(row)}
                </th>
              ) : (
                <td class={look} {...(label ? { 'data-l': label } : {})}>
                  {column.cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const classes = (...names: (string | undefined)[]) => names.filter(Boolean).join(' ');
