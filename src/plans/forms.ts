// What arrives from the plan's screen: a decision about a fact, a list of units with their own titles.
import { z } from 'zod';
import { isoDate, isRealDate } from '#src/kernel/dates.ts';
import { additionKinds } from './rules/additions.ts';
import { factGroups } from './rules/facts.ts';
import { dateRules } from './rules/new-times.ts';

const text = (vi: string, en: string) => z.string(`${vi} | ${en}`);

/** "30/8/2023" or "2023-08-30" → ISO; anything else is refused with the form that is wanted. */
export const typedDate = text('Ghi ngày, thí dụ 30/8/2023', 'Give a date, e.g. 30/8/2023')
  .trim()
  .transform((value, context) => {
    const vi = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    const [y, m, d] = vi ? [vi[3], vi[2], vi[1]].map(Number) : iso ? iso.slice(1).map(Number) : [0, 0, 0];
    if (isRealDate(y!, m!, d!)) return isoDate(y!, m!, d!);
    context.addIssue('Ghi ngày có thật, thí dụ 30/8/2023 | Give a real date, e.g. 30/8/2023');
    return z.NEVER;
  });

export const decisionForm = z.object({
  pointer: z.string().regex(/^\/[a-zA-Z]+(\/\d+)?$/),
  decision: z.enum(['confirmed', 'dropped', 'reopened']),
});

/** One group of facts, or all of them. */
export const groupForm = z.object({
  group: z
    .union([z.literal('').transform(() => null), z.enum(factGroups)])
    .nullable()
    .default(null),
});

export const wordsForm = z.object({
  pointer: z.string(),
  value: text('Ghi nội dung', 'Enter the words').trim().min(1, 'Ghi nội dung | Enter the words').max(4000),
});

export const whenForm = z
  .object({
    pointer: z.string(),
    from: typedDate,
    to: z.union([z.literal('').transform(() => null), typedDate]).default(null),
    counted: z.string().optional(),
  })
  .refine((v) => v.to === null || v.to >= v.from, {
    path: ['to'],
    message: 'Ngày cuối trước ngày đầu | The last day is before the first',
  });

/** One unit a line: "Tên đơn vị; tên báo cáo". Tab and | also separate. */
export const assignmentsForm = z.object({ list: z.string().max(200_000) });

export const pasteForm = z.object({
  text: z.string().max(2_000_000, 'Văn bản quá dài | The text is too long'),
});

const line = z.string().trim().max(1000, 'Dài quá 1.000 ký tự | Longer than 1,000 characters').default('');
const needed = (vi: string, en: string) =>
  z.string(`${vi} | ${en}`).trim().min(1, `${vi} | ${en}`).max(4000, 'Dài quá | Too long');
const optionalDate = z.union([z.literal('').transform(() => null), typedDate]).default(null);

/** Of which kind the added fact is, and the words of the text on which it stands. */
export const additionForm = z.object({
  kind: z.enum(additionKinds),
  quote: needed('Trích những chữ làm căn cứ', 'Quote the words it stands on'),
  paragraph: z
    .union([z.literal('').transform(() => null), z.coerce.number('Ghi số đoạn | Give a number').int().min(1)])
    .default(null),
});

const span = { from: optionalDate, to: optionalDate };

/** A visit's places and its time, each as it is to be; no first day: no time is given. */
export const visitForm = z
  .object({ value: wordsForm.shape.value, from: optionalDate, to: optionalDate })
  .refine((v) => v.to === null || (v.from !== null && v.to >= v.from), {
    path: ['to'],
    message: 'Ngày cuối trước ngày đầu | The last day is before the first',
  });

/** What is asked for each kind of fact beside its words. */
export const additionValues = {
  deadline: z.object({
    what: needed('Ghi việc phải xong', 'Enter what is due'),
    who: line,
    from: typedDate,
    counted: z.string().optional(),
    binds: line,
  }),
  target: z.object({
    who: needed('Ghi lớp đơn vị', 'Enter the class of units'),
    template: needed('Ghi mã mẫu', 'Enter the template’s code'),
    from: optionalDate,
  }),
  visit: z.object({ units: needed('Ghi ít nhất một nơi', 'Enter at least one place'), ...span }),
  task: z.object({
    lead: needed('Ghi đơn vị chủ trì', 'Enter the lead unit'),
    supporting: line,
    what: needed('Ghi nhiệm vụ', 'Enter the task'),
    from: optionalDate,
  }),
  attachment: z.object({ value: needed('Ghi tên tệp', 'Enter the file’s name') }),
  subject: z.object({
    symbol: needed('Ghi số và ký hiệu', 'Enter the symbol'),
    from: optionalDate,
    issuer: line,
  }),
  issuedOn: z.object({ from: typedDate }),
  symbol: z.object({ value: needed('Ghi số và ký hiệu', 'Enter the symbol') }),
};

/** A place whose name is nobody's, and the unit chosen for it. */
export const nameForm = z.object({
  pointer: z.string(),
  name: z.string(),
  unit: needed('Chọn đơn vị', 'Choose a unit'),
});

/** Who reports, on which template (none: a new one by the outline), by when. */
export const classForm = z
  .object({
    names: text('Ghi đơn vị', 'Enter the bodies').max(400_000, 'Danh sách quá dài | The list is too long'),
    found: z.string().optional(),
    template: z.string().max(12).default(''),
    outline: z.string().max(200_000, 'Đề cương quá dài | The outline is too long').default(''),
    due: optionalDate,
    counted: z.string().optional(),
  })
  .transform((v) => ({
    names: v.names,
    found: v.found !== undefined,
    template: v.template ? { code: v.template } : { lines: v.outline },
    due: v.due ? { on: v.due, counted: v.counted !== undefined } : null,
  }));

const count = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, 'Ghi một số | Give a number')
    .transform((digits) => (digits === '' ? null : Number(digits)))
    .refine((n) => n === null || n <= most, 'Số quá lớn | Too large')
    .default(null);

/** A new plan begun from an earlier campaign: its head, and the rule by which dates move. */
export const startForm = z
  .object({
    symbol: needed('Ghi số và ký hiệu, thí dụ 15-KH/BTGDVTW', 'Enter the symbol, e.g. 15-KH/BTGDVTW').max(
      100,
      'Số và ký hiệu quá dài | The symbol is too long',
    ),
    issuedOn: typedDate.refine(
      (day) => day > '1990' && day < '2200',
      'Ghi năm bốn chữ số, thí dụ 2026 | Give a year of our time',
    ),
    issuer: line,
    title: z.string().trim().max(4000, 'Dài quá | Too long').default(''),
    rule: z.enum(dateRules, 'Chọn cách chuyển ngày | Choose how dates move').default('calendar'),
    years: count(100),
    months: count(1200),
    offRest: z.string().optional(),
  })
  .transform(({ rule, years, months, offRest, ...head }) => ({
    ...head,
    rule: {
      kind: rule,
      months: years === null && months === null ? null : (years ?? 0) * 12 + (months ?? 0),
      offRest: offRest !== undefined,
    },
  }));
