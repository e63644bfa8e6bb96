// The shape of a template as it is kept in a seed file or edited: what is left out takes its usual value.
import { z } from 'zod';
import { sectionsFrom } from './outline-lines.ts';

const code = z
  .string()
  .regex(/^[A-Za-z0-9.]{1,12}$/, 'Mã chỉ gồm chữ, số và dấu chấm | A code has letters, digits and dots only');
const words = z
  .string()
  .trim()
  .min(1, 'Cần nhập | This is needed')
  .max(2000, 'Dài quá 2.000 ký tự | Longer than 2,000 characters');

const section = z.strictObject({
  code,
  numbering: z.string().max(40),
  title: words,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  guidance: z.string().max(4000),
  writable: z.boolean().default(true),
  required: z.boolean().default(true),
  minWords: z.int().positive().nullable().default(null),
  maxWords: z.int().positive().nullable().default(null),
  answers: z.array(z.string()).default([]),
  lists: z.array(z.enum(['shortcomings', 'causes', 'lessons', 'recommendations', 'models'])).default([]),
  tables: z.array(code).default([]),
});

export const outlineForm = z.strictObject({ title: words, sections: z.array(section).min(1).max(500) });

const formula = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), part: code, whole: code }),
  z.strictObject({ kind: z.literal('sum'), of: z.array(code).min(2) }),
]);

const indicator = z.strictObject({
  code,
  name: words,
  unitOfMeasure: words,
  type: z.enum(['integer', 'decimal', 'percent']).default('integer'),
  definition: z.string().max(2000),
  formula: formula.nullable().default(null),
  merging: z.enum(['sum', 'from-parts', 'not-additive']).default('sum'),
  within: z.boolean().default(false),
  stock: z.boolean().exactOptional(),
  short: words.exactOptional(),
});

const column = z.strictObject({
  code,
  label: words,
  name: words.exactOptional(),
  months: z.int().min(1).max(12).exactOptional(),
});

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('part-of'), part: code, whole: code }),
  z.strictObject({ kind: z.literal('jump'), indicator: code, factor: z.number().gt(1) }),
]);

const table = z.strictObject({
  code,
  title: words,
  columns: z.array(column).min(1).max(30),
  indicators: z.array(indicator).min(1).max(200),
  rules: z.array(rule).default([]),
  total: z.boolean().default(false),
});

/** A seed file of an annex: the columns are written once for all its tables. */
export const annexSeedForm = z
  .strictObject({ columns: z.array(column).min(1), tables: z.array(table.omit({ columns: true })) })
  .transform(({ columns, tables }) => ({ tables: tables.map((t) => ({ ...t, columns })) }));

/** A seed file of a template; `annex` names the file of its annex beside it. */
export const templateSeedForm = z.strictObject({
  code,
  name: words,
  outline: outlineForm,
  annex: z.string().nullable(),
});

/** The edited outline as lines; `from` is the version that was edited. */
export const outlineEditForm = z.object({
  from: z.coerce.number('Mở lại trang rồi sửa | Open the page again').int().min(1),
  name: words,
  outline: z
    .string('Ghi đề cương | Enter the outline')
    .max(200_000, 'Đề cương quá dài | The outline is too long')
    .refine((v) => sectionsFrom(v.split('\n')).length > 0, {
      message:
        'Đề cương cần ít nhất một dòng có số mục, thí dụ “I. Đặc điểm tình hình” | The outline needs at least one numbered line',
    }),
});
