// A live figure's reference: what a text writes to have a total read from the accepted annexes. Pure.
import type { Words } from '#src/kernel/language.ts';
import { type AnnexTable, columnWords, findIndicator, type Indicator } from '#src/templates/rules.ts';
import { formatFigure } from '../rules.ts';
import { totalColumn } from './rollup.ts';

/**
 * The grammar, in one place (docs/figures.md says it to people):
 *
 *   reference = indicator ":" columns [":count"] | indicator ":count" | "reports:accepted" | "reports:due"
 *   columns   = column | column "-" column | "total"
 *
 * "B3.08:2022" the total of one column · "B3.08:2019-2023" of a run of columns · "B3.08:total" of all of them ·
 * "B3.08:2022:count" how many units gave a number · "reports:accepted" accepted official reports · "reports:due" owed.
 */
export type FigureReference =
  | { kind: 'reports'; of: 'accepted' | 'due' }
  | { kind: 'figure'; table: AnnexTable; indicator: Indicator; columns: string[]; asCount: boolean };

/**
 * A figure as a text shows it now. `value` is null while nobody has given it, or when it does not add up. `text` is
 * "–" then. `covered` of `of` units have answered; `submissionIds` are the reports that it sums.
 */
export type LiveFigure = {
  ref: string;
  label: Words;
  value: number | null;
  text: string;
  covered: number;
  of: number;
  submissionIds: string[];
};

/** The reference in terms of these tables, or null when it is not one. */
export function parseReference(ref: string, tables: readonly AnnexTable[]): FigureReference | null {
  if (ref === 'reports:accepted') return { kind: 'reports', of: 'accepted' };
  if (ref === 'reports:due') return { kind: 'reports', of: 'due' };
  const [code = '', ...rest] = ref.split(':');
  const asCount = rest.at(-1) === 'count';
  const columns = asCount ? rest.slice(0, -1) : rest;
  if (columns.length > 1 || (columns.length === 0 && !asCount)) return null;
  for (const table of tables) {
    const indicator = findIndicator(table, code);
    const named = indicator && columnsNamed(columns[0] ?? totalColumn, table);
    if (indicator && named) return { kind: 'figure', table, indicator, columns: named, asCount };
  }
  return null;
}

function columnsNamed(text: string, table: AnnexTable): string[] | null {
  const codes = table.columns.map((c) => c.code);
  if (text === totalColumn) return codes;
  if (codes.includes(text)) return [text];
  for (let dash = text.indexOf('-'); dash > 0; dash = text.indexOf('-', dash + 1)) {
    const [from, to] = [codes.indexOf(text.slice(0, dash)), codes.indexOf(text.slice(dash + 1))];
    if (from >= 0 && to > from) return codes.slice(from, to + 1);
  }
  return null;
}

/** What the figure is called: "Cuộc đối thoại với Nhân dân, năm 2019 đến 6 tháng 2023". */
export function referenceLabel(reference: FigureReference): Words {
  if (reference.kind === 'reports')
    return reference.of === 'accepted'
      ? { vi: 'Báo cáo chính thức đã chấp nhận', en: 'Accepted official reports' }
      : { vi: 'Báo cáo phải gửi', en: 'Reports owed' };
  const { table, indicator, columns, asCount } = reference;
  const [first, last] = [columns[0], columns.at(-1)].map((code) =>
    columnWords(table.columns.find((c) => c.code === code)!),
  );
  const span = {
    vi: columns.length > 1 ? `${first!.vi} đến ${last!.vi}` : first!.vi,
    en: columns.length > 1 ? `${first!.en} to ${last!.en}` : first!.en,
  };
  return asCount
    ? {
        vi: `Số đơn vị có số: ${indicator.name}, ${span.vi}`,
        en: `Units with a figure: ${indicator.name}, ${span.en}`,
      }
    : { vi: `${indicator.name}, ${span.vi}`, en: `${indicator.name}, ${span.en}` };
}

/** As a sentence writes it: "1.234", "94,2%". */
export function figureText(value: number, indicator: Pick<Indicator, 'type'> | null): string {
  const text = formatFigure(value, indicator?.type ?? 'integer');
  return indicator?.type === 'percent' ? `${text}%` : text;
}

/** References to choose from: each indicator over each column, and over all of them where they add up. */
export function choiceReferences(tables: readonly AnnexTable[]): string[] {
  return tables.flatMap((table) =>
    table.indicators
      .filter((indicator) => indicator.merging !== 'not-additive')
      .flatMap((indicator) => {
        const codes = table.columns.map((c) => c.code);
        const addsUp = !indicator.stock && codes.length > 1;
        return [...(addsUp ? [`${codes[0]}-${codes.at(-1)}`] : []), ...codes].map(
          (span) => `${indicator.code}:${span}`,
        );
      }),
  );
}
