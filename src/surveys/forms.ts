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

export const hostForm = z.object({
  choice: line(200).min(1, 'Cần tên nơi làm việc | The name of the host is needed'),
});

export const hostAnswerForm = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('confirm') }),
  z.object({
    answer: z.literal('change'),
    reason: line(500).min(1, 'Cần ghi lý do đề nghị đổi | A reason is needed'),
  }),
]);

export const noticeForm = z.object({ note: line(300).transform(emptyAsNull) });
