// A template as files to fill in: the outline in Word, the annex in Excel; each stamped with the version it came from.
import type { AnnexTemplate, TableValues } from '#src/documents/annex.ts';
import { outlineDocx } from '#src/documents/outline-docx.ts';
import { writeWorkbook } from '#src/documents/xlsx-out.ts';
import { slugify } from '#src/kernel/vietnamese.ts';
import type { AnnexTable, Formula, Indicator, TemplateVersion } from './rules.ts';

export type TemplateFile = { bytes: Uint8Array; fileName: string; mediaType: string };

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The outline as a .docx: every heading with its guidance and room to write. */
export async function outlineFile(version: TemplateVersion): Promise<TemplateFile> {
  const bytes = await outlineDocx({
    templateCode: version.code,
    version: version.version,
    title: version.outline.title,
    parts: version.outline.sections.map(
      ({ code, numbering, title, level, guidance, required, writable }) => ({
        ...{ code, numbering, title, level, guidance },
        required: required && writable,
      }),
    ),
  });
  return { bytes, fileName: `de-cuong-${slugify(version.code)}.docx`, mediaType: docxType };
}

/** The annex as files see it: derived rows carry their arithmetic. Totals are left to the screen: levels have none. */
export function annexForFiles(version: TemplateVersion): AnnexTemplate {
  return {
    templateCode: version.code,
    version: version.version,
    tables: version.annex.tables.map(tableForFiles),
  };
}

export function tableForFiles(table: AnnexTable): AnnexTemplate['tables'][number] {
  return {
    code: table.code,
    title: table.title,
    columns: table.columns.map(({ code, label }) => ({ code, label })),
    rows: table.indicators.map((i) => ({
      code: i.code,
      name: i.name,
      unit: i.unitOfMeasure,
      ...(i.formula ? { derived: arithmetic(i.formula, table.indicators) } : {}),
      ...(i.within ? { isWithin: true as const } : {}),
    })),
  };
}

function arithmetic(formula: Formula, indicators: readonly Indicator[]): string {
  const term = (code: string): string => {
    const inner = indicators.find((i) => i.code === code)?.formula;
    return inner ? `(${arithmetic(inner, indicators)})` : `{${code}}`;
  };
  if (formula.kind === 'sum') return formula.of.map(term).join(' + ');
  return `${term(formula.part)} / ${term(formula.whole)} * 100`;
}

/** What to write into the workbook beside the empty form: whose it is, and the figures it already has by table. */
export type AnnexFilling = { unitName?: string; values?: Readonly<Record<string, TableValues>> };

/** The annex as an .xlsx, a sheet per table, with what is known already. Null when the template has no annex. */
export async function annexFile(
  version: TemplateVersion,
  filling: AnnexFilling = {},
): Promise<TemplateFile | null> {
  const annex = annexForFiles(version);
  if (annex.tables.length === 0) return null;
  const { unitName, values = {} } = filling;
  const bytes = await writeWorkbook({
    ...annex,
    ...(unitName ? { unitName } : {}),
    tables: annex.tables.map((t) => (values[t.code] ? { ...t, values: values[t.code]! } : t)),
  });
  const whose = unitName ? `-${slugify(unitName)}` : '';
  return { bytes, fileName: `phu-luc-${slugify(version.code)}${whose}.xlsx`, mediaType: xlsxType };
}
