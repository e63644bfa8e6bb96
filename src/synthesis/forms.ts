// What arrives when a passage is picked.
import { z } from 'zod';

export const pickForm = z.object({
  submission: z.uuid(),
  section: z.string().min(1).max(40),
  /** Which template's section is being read, to come back to it. */
  template: z.string().max(40).default(''),
  block: z.string().min(1).max(80),
  quote: z
    .string()
    .max(4000, 'Đoạn trích dài quá 4.000 ký tự | The quotation is longer than 4,000 characters')
    .default(''),
  stance: z.enum(['supports', 'differs']).default('supports'),
  quotable: z.enum(['yes', 'no']).default('yes'),
});
