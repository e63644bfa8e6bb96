// What arrives when an officer decides about an obligation.
import { z } from 'zod';
import { type DecisionDraft, decisionKinds } from './rules.ts';

const day = z.iso.date('Cần một ngày, thí dụ 06/9/2023 | A date is needed, e.g. 2023-09-06');

/** An empty stage means every stage; the date counts for an extension only. */
export const decisionForm = z
  .object({
    kind: z.enum(decisionKinds, 'Chọn một loại quyết định | Choose a kind of decision'),
    stage: z.enum(['', 'draft', 'official']).default(''),
    dueOn: z.union([z.literal(''), day]).default(''),
    reason: z
      .string()
      .trim()
      .max(2000, 'Lý do dài quá 2.000 ký tự | The reason is longer than 2,000 characters')
      .default(''),
  })
  .transform(
    (form): DecisionDraft => ({
      kind: form.kind,
      stage: form.kind === 'extension' && form.stage !== '' ? form.stage : null,
      dueOn: form.kind === 'extension' && form.dueOn !== '' ? form.dueOn : null,
      reason: form.reason,
    }),
  );
