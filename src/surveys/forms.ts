// What arrives from the forms of the visits' page.
import { z } from 'zod';

const line = (max: number) => z.string().trim().max(max, `Tối đa ${max} ký tự | At most ${max} characters`);
const emptyAsNull = (text: string) => (text === '' ? null : text);

export const scheduleForm = z.object({
  startsOn: z
    .union([
      z.literal(''),
      z.iso.date('Cần một ngày có thật, thí dụ 14/9/2023 | A real date is needed, e.g. 14/9/2023'),
    ])
    .transform(emptyAsNull),
  delegation: line(60).transform(emptyAsNull),
});

export const proposalForm = z.object({
  delegations: z.coerce
    .number('Cần một số | A number is needed')
    .int('Cần một số nguyên | A whole number is needed')
    .min(1, 'Ít nhất 1 đoàn | At least one delegation')
    .max(20, 'Nhiều nhất 20 đoàn | At most twenty delegations'),
});

/** The field carries the session's number, because a page shows a form per session. Gives the host's name. */
export const hostForm = (position: number) =>
  z
    .object({
      [`choice-${position}`]: line(200).min(1, 'Cần tên nơi làm việc | The name of the host is needed'),
    })
    .transform((form) => form[`choice-${position}`] ?? '');

/** Gives null for a confirmation, and the reason when another host is asked for. */
export const hostAnswerForm = (position: number) =>
  z.union([
    z.object({ answer: z.literal('confirm') }).transform(() => null),
    z
      .object({ [`reason-${position}`]: line(500).min(1, 'Cần ghi lý do đề nghị đổi | A reason is needed') })
      .transform((form) => form[`reason-${position}`] ?? ''),
  ]);

export const noticeForm = z.object({ note: line(300).transform(emptyAsNull) });
