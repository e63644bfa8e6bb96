// What arrives from the final report's screens.
import { z } from 'zod';

const line = (max: number) =>
  z.string().trim().max(max, `Quá ${max} ký tự | Longer than ${max} characters`).default('');

export const partForm = z.object({
  version: z.coerce.number().int().positive(),
  text: z.string().max(400_000, 'Phần này quá dài | This part is too long'),
});

/** A sentence of the block, counted from 0; left out, the last one. */
const place = {
  block: z.string().min(1).max(80),
  sentence: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(0)])
    .nullable()
    .default(null),
};

export const citationForm = z.object({ ...place, evidence: z.uuid() });

export const figureForm = z.object({
  ...place,
  ref: z.string().trim().min(1, 'Chọn số liệu | Choose a figure').max(80),
});

/** What the choosing pages are asked for: where it goes, and which evidence to show. */
export const choiceQuery = z.object({
  block: z.string().default(''),
  sentence: z.coerce.number().int().min(0).nullable().catch(null).default(null),
  section: z.string().default(''),
  q: z.string().default(''),
});

export const specForm = z.object({
  standard: z.enum(['party36', 'state30']).default('party36'),
  parentBody: line(200),
  issuer: line(200).pipe(z.string().min(1, 'Ghi cơ quan ban hành | Enter the issuer')),
  number: line(20),
  symbol: line(60),
  place: line(60),
  date: z
    .union([z.literal('').transform(() => null), z.iso.date('Ghi ngày có thật | Give a real date')])
    .default(null),
  kind: line(60),
  abstract: line(2000).pipe(z.string().min(1, 'Ghi trích yếu | Enter the abstract')),
  recipients: z
    .string()
    .max(4000)
    .default('')
    .transform((text) =>
      text
        .split('\n')
        .map((l) => l.trim())
        .filter(Boolean),
    ),
  authority: line(120),
  position: line(120),
  signatory: line(120),
});
