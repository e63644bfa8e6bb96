// Who may read, write and freeze the final report. Pure.
import type { Document } from '#src/documents/model.ts';
import { type Actor, holds, isCentral } from '#src/kernel/actor.ts';
import { type Diagnostic, hasErrors } from '#src/kernel/diagnostic.ts';
import { notFound, Refusal } from '#src/kernel/refusal.ts';

/** The final report is the centre's own work; for everyone else its pages do not exist. */
export function refusalToRead(actor: Actor): Refusal | null {
  return isCentral(actor) ? null : notFound();
}

export function refusalToWrite(actor: Actor): Refusal | null {
  if (!isCentral(actor)) return notFound();
  if (holds(actor, 'central-officer')) return null;
  return new Refusal('forbidden', 'final-report-not-officer', {
    vi: 'Chỉ chuyên viên Văn phòng Ban sửa và chốt được báo cáo chung.',
    en: 'Only an officer of the central office may write and freeze the final report.',
  });
}

/** A version is frozen only when every sentence and figure can be traced: no lint is an error. */
export function refusalToFreeze(actor: Actor, body: Document, lints: readonly Diagnostic[]): Refusal | null {
  const refusal = refusalToWrite(actor);
  if (refusal) return refusal;
  if (body.every((b) => b.kind === 'heading'))
    return new Refusal('invalid', 'final-report-empty', {
      vi: 'Chưa chốt được: báo cáo mới có đề mục, chưa có câu nào.',
      en: 'It cannot be frozen yet: the report has headings and not one sentence.',
    });
  if (!hasErrors(lints)) return null;
  const errors = lints.filter((d) => d.severity === 'error').length;
  return new Refusal('invalid', 'final-report-untraceable', {
    vi: `Chưa chốt được: còn ${errors} lỗi ở phần soát lỗi (câu chưa có nguồn, số không có trong báo cáo).`,
    en: `It cannot be frozen yet: ${errors} errors remain (claims without a source, figures that no report gives).`,
  });
}

/** Someone else saved in between: both texts are shown and nothing is lost. */
export function refusalOfStale(typed: string, theirs: string): Refusal {
  return new Refusal(
    'conflict',
    'final-report-changed',
    {
      vi: 'Có người vừa lưu phần này. Bản ông/bà gõ còn nguyên ở ô bên dưới; bản đang lưu ở ngay dưới đó.',
      en: 'Someone has just saved this part. What you typed is kept in the field; the saved text stands below it.',
    },
    { details: { typed, theirs } },
  );
}
