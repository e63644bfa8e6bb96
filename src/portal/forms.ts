// What arrives from the public pages' forms, and from the answers to them.
import { z } from 'zod';
import { isOneAddress } from '#src/notices/rules.ts';

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Tối đa ${max} ký tự | At most ${max} characters`)
    .regex(/^[^\n]*$/, 'Chỉ một dòng | One line only')
    .default('');
const emptyAsNull = (text: string) => (text === '' ? null : text);

const longestFeedback = 3000;

/** A field that people do not see; programs that fill in everything give themselves away. */
const trap = z
  .string()
  .max(
    0,
    'Ô này phải để trống; đề nghị xóa rồi gửi lại | This field must stay empty; clear it and send again',
  )
  .default('');

export const shareForm = z.object({
  recipient: z
    .string()
    .trim()
    .min(1, 'Cần địa chỉ thư điện tử của người nhận | The recipient’s e-mail address is needed')
    .refine(
      isOneAddress,
      'Địa chỉ chưa đúng, thí dụ ten@coquan.vn | Not an address; for example name@office.vn',
    ),
  // A name, not a message: no address of a page, so that nobody can advertise through our letters.
  senderName: line(80).refine(
    (name) => !/https?:|www\.|\/\//i.test(name),
    'Chỉ ghi tên, không ghi địa chỉ trang | A name only, without a web address',
  ),
  website: trap,
});

export const feedbackForm = z.object({
  body: z
    .string()
    .trim()
    .min(1, 'Cần ghi nội dung phản hồi | The feedback itself is missing')
    .max(
      longestFeedback,
      'Nội dung dài quá 3.000 ký tự; đề nghị rút ngắn | Longer than 3,000 characters; please shorten it',
    ),
  name: line(120).transform(emptyAsNull),
  contact: line(120).transform(emptyAsNull),
  mayPublish: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
  homepage: trap,
});

export const answerForm = z.object({
  answer: z
    .string()
    .trim()
    .min(1, 'Cần ghi câu trả lời | The answer is missing')
    .max(5000, 'Tối đa 5.000 ký tự | At most 5,000 characters'),
  outcome: z.enum(['answered', 'declined'], 'Cần chọn kết quả | Choose an outcome'),
});
