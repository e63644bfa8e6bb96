// Whether a template hangs together: codes are unique and every code that is named exists. Pure.
import type { Words } from '#src/kernel/language.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import type { Annex, AnnexTable, Formula, Outline } from './rules.ts';

/** Codes that a formula reads. */
export function formulaInputs(formula: Formula): string[] {
  return formula.kind === 'percent' ? [formula.part, formula.whole] : formula.of;
}

/** Null when the template may be saved; otherwise the first thing that does not hold together. */
export function refusalToSave(outline: Outline, annex: Annex): Refusal | null {
  const problem =
    repeated(outline.sections.map((s) => s.code)) ??
    repeated(annex.tables.map((t) => t.code)) ??
    repeated(annex.tables.flatMap((t) => t.indicators.map((i) => i.code))) ??
    missingTable(outline, annex) ??
    lengths(outline) ??
    firstOf(annex.tables, tableProblem);
  return problem && invalid('template-unsound', problem);
}

function firstOf<T>(items: readonly T[], problemOf: (item: T) => Words | null): Words | null {
  for (const item of items) {
    const problem = problemOf(item);
    if (problem) return problem;
  }
  return null;
}

function repeated(codes: string[]): Words | null {
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  return twice === undefined
    ? null
    : { vi: `Mã ${twice} dùng hai lần. Mỗi mã chỉ dùng một lần.`, en: `The code ${twice} is used twice.` };
}

function missingTable(outline: Outline, annex: Annex): Words | null {
  const known = new Set(annex.tables.map((t) => t.code));
  return firstOf(outline.sections, (s) => {
    const lost = s.tables.find((code) => !known.has(code));
    if (lost === undefined) return null;
    return {
      vi: `Đề mục ${s.code} nhắc biểu ${lost}, nhưng phụ lục không có biểu này.`,
      en: `Section ${s.code} names table ${lost}, which the annex does not have.`,
    };
  });
}

function lengths(outline: Outline): Words | null {
  return firstOf(outline.sections, (s) =>
    s.minWords !== null && s.maxWords !== null && s.minWords > s.maxWords
      ? {
          vi: `Đề mục ${s.code}: độ dài ít nhất lớn hơn độ dài nhiều nhất.`,
          en: `Section ${s.code}: the least length is more than the greatest.`,
        }
      : null,
  );
}

function tableProblem(table: AnnexTable): Words | null {
  const known = new Set(table.indicators.map((i) => i.code));
  const named = [
    ...table.indicators.flatMap((i) => (i.formula ? formulaInputs(i.formula) : [])),
    ...table.rules.flatMap((r) => (r.kind === 'jump' ? [r.indicator] : [r.part, r.whole])),
  ];
  const lost = named.find((code) => !known.has(code));
  if (lost !== undefined)
    return {
      vi: `Biểu ${table.code}: công thức hoặc quy tắc nhắc chỉ tiêu ${lost} không có trong biểu.`,
      en: `Table ${table.code}: a formula or rule names indicator ${lost}, which is not in the table.`,
    };
  return repeated(table.columns.map((c) => c.code)) ?? (isCircular(table) ? circular(table) : null);
}

const circular = (table: AnnexTable): Words => ({
  vi: `Biểu ${table.code}: các công thức tính vòng quanh nhau.`,
  en: `Table ${table.code}: its formulas go round in a circle.`,
});

function isCircular(table: AnnexTable): boolean {
  const formulas = new Map(
    table.indicators.flatMap((i) => (i.formula ? [[i.code, i.formula] as const] : [])),
  );
  const reaches = (code: string, path: readonly string[]): boolean => {
    const formula = formulas.get(code);
    if (!formula) return false;
    return path.includes(code) || formulaInputs(formula).some((input) => reaches(input, [...path, code]));
  };
  return [...formulas.keys()].some((code) => reaches(code, []));
}
