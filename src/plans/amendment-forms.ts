// What arrives from the screen of amendments: a change as its kind asks for it, and its reason.
import { z } from 'zod';
import { typedDate } from './forms.ts';

const line = z.string().trim().max(1000, 'Dài quá 1.000 ký tự | Longer than 1,000 characters').default('');
const needed = (vi: string, en: string) =>
  z.string(`${vi} | ${en}`).trim().min(1, `${vi} | ${en}`).max(4000, 'Dài quá | Too long');
const count = z.coerce.number('Ghi số lần | Give the number').int().min(0).max(1_000_000);

/** A change of a campaign, as its kind asks for it. */
export const changeForm = z.discriminatedUnion(
  'kind',
  [
    z
      .object({
        kind: z.literal('deadline'),
        stage: z.enum(['draft', 'official']).default('official'),
        cohort: z.enum(['all', 'surveyed']).default('all'),
        templateCode: line,
        printedOn: typedDate,
        counted: z.string().optional(),
      })
      .transform(({ counted, templateCode, ...rest }) => ({
        ...rest,
        templateCode: templateCode || null,
        inclusive: counted !== undefined,
      })),
    z.object({
      kind: z.literal('title'),
      obligationId: needed('Chọn đơn vị', 'Choose a unit'),
      title: needed('Ghi tên báo cáo mới', 'Enter the new title'),
    }),
    z.object({
      kind: z.literal('add'),
      unit: needed('Ghi tên đơn vị', 'Enter the unit’s name'),
      templateCode: needed('Chọn mẫu', 'Choose a template'),
      title: needed('Ghi tên báo cáo', 'Enter the title'),
    }),
    z.object({ kind: z.literal('remove'), obligationId: needed('Chọn đơn vị', 'Choose a unit') }),
    z.object({ kind: z.literal('template'), templateCode: needed('Chọn mẫu', 'Choose a template') }),
    z.object({ kind: z.literal('undo'), number: count }),
  ],
  'Chọn loại điều chỉnh | Choose a kind of amendment',
);

/** `after`: the latest amendment on the page from which this one was issued. */
export const issueForm = z.object({
  reason: needed(
    'Ghi lý do; lý do được lưu và in vào thông báo',
    'A reason is needed; it is kept and printed',
  ),
  after: count.optional(),
});
