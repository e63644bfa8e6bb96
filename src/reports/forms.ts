// What arrives in the forms of a report: a section with its lists, a sending, a return, the taking over of a file.
import { z } from 'zod';

const text = (max: number, missing?: string) =>
  z.string(missing).max(max, 'Dài quá, đề nghị rút gọn | Too long; please shorten');
const many = <T extends z.ZodType>(of: T) =>
  z.array(of).max(500, 'Nhiều dòng quá | Too many lines').default([]);
const version = z.coerce.number().int().min(0).max(1_000_000);
/** How many moves of the report to other template versions its writer had seen. */
const move = z.coerce.number().int().min(0).max(10_000).optional();

/** The lines of the lists come as columns of equal length, row by row. */
export const sectionForm = z.object({
  version,
  move,
  /** Never absent from a whole form: a form cut off on its way must not empty a section. */
  text: text(
    400_000,
    'Biểu mẫu đến không đủ, đề nghị gửi lại | The form arrived cut off; please send it again',
  ),
  itemId: many(z.string().max(40)),
  kind: many(z.enum(['shortcoming', 'cause', 'lesson', 'recommendation', 'model'])),
  item: many(text(4000)),
  cause: many(z.enum(['', 'objective', 'subjective'])),
  addressee: many(text(300)),
  /** Which button was pressed: a list to add a line to, a line to drop, a section to go on to. */
  add: z.string().max(40).optional(),
  remove: z.coerce.number().int().min(0).optional(),
  next: z.string().max(40).optional(),
});

export type SectionForm = z.infer<typeof sectionForm>;

export const sendForm = z.object({
  stage: z.enum(['draft', 'official'], 'Chọn bản cần gửi | Choose what to send'),
  confirmed: z.literal('yes').optional(),
});

/** `mark` and `section` come in pairs: a note on each section that was marked. */
export const returnForm = z.object({
  reason: text(4000).trim().min(1, 'Đề nghị ghi rõ lý do trả lại | Give the reason for returning it'),
  section: many(z.string().max(40)),
  note: many(text(2000)),
});

export const withdrawForm = z.object({
  reason: text(2000).trim().min(1, 'Đề nghị ghi rõ lý do | Give the reason'),
});

const taking = z.enum(['replace', 'append', 'skip']);

export const applyForm = z.object({
  move,
  section: many(z.string().max(40)),
  taking: many(taking),
  table: many(z.string().max(40)),
  leftover: many(z.string().max(40)),
  place: many(z.string().max(40)),
});

/** A kept part goes into a section. */
export const copyForm = z.object({
  section: z.string('Chọn mục để chép vào | Choose a section').max(40),
});

/** The grid's own fields are read by its table. */
export const gridForm = z.object({ version: version.catch(0), move });

export const reviewForm = z.object({
  code: z.string('Chọn mục hoặc biểu | Choose a section or table').max(40),
});

export const verifyForm = z.object({
  number: z.coerce
    .number('Nhập số biên nhận | Enter the receipt number')
    .int()
    .min(1, 'Nhập số biên nhận | Enter the receipt number')
    .max(10_000_000),
  sha256: z
    .string('Nhập mã nội dung | Enter the content code')
    .transform((s) => s.replace(/\s+/g, '').toLowerCase())
    .pipe(
      z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'Mã nội dung gồm 64 chữ số và chữ a–f | The code has 64 hexadecimal digits'),
    ),
});
