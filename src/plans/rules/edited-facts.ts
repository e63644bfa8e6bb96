// What the compiler cannot say of facts that an officer has edited: days of rest, days before the issue, visits without places. Pure.
import { formatDate } from '#src/kernel/dates.ts';
import type { Diagnostic, Span } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import type { CompiledPlan, Deadline, PlanFacts } from '#src/plans/compiler/model.ts';
import { withAdded } from './additions.ts';
import { decidedPlan, type FactDecision, standing } from './decisions.ts';
import { deadlineOf } from './draft.ts';
import { restOn } from './shifting.ts';

/** Those of W130, E204 and W212 that hold for the edits that stand; they go when the fact is edited again. */
export function editedDiagnostics(compiled: CompiledPlan, decisions: readonly FactDecision[]): Diagnostic[] {
  const { plan: read, spans } = withAdded(compiled, decisions);
  const issuedOn = decidedPlan(compiled.plan, decisions).issuedOn?.from?.slice(0, 10) ?? null;
  return [...standing(decisions).values()].flatMap(({ pointer, decision, value }) => {
    if (decision !== 'edited') return [];
    const [, field, index] = pointer.split('/');
    const where = spans[pointer] ? { in: 'text' as const, span: spans[pointer] } : null;
    if (field === 'deadlines') return ofDeadline(value as Deadline, issuedOn, where);
    if (field === 'visits') return ofVisit(value as Visit, read.visits[Number(index)]?.units ?? [], where);
    return [];
  });
}

type Visit = PlanFacts['visits'][number];
type Where = { in: 'text'; span: Span } | null;

function ofDeadline({ when, what }: Deadline, issuedOn: string | null, where: Where): Diagnostic[] {
  const day = deadlineOf(when, '')?.printedOn;
  const rest = restOn(when);
  const found: Diagnostic[] = [];
  const say = (code: string, severity: Diagnostic['severity'], message: Words, hint: Words) =>
    found.push({ code, severity, message, where, hint });
  if (day && issuedOn && day < issuedOn)
    say(
      'E204',
      'error',
      {
        vi: `Thời hạn ${formatDate(day)} trước ngày ban hành (${formatDate(issuedOn)}): ${what}`,
        en: `The deadline ${formatDate(day)} is before the date of issue (${formatDate(issuedOn)}): ${what}`,
      },
      { vi: 'Sửa ngày ở dữ kiện ấy.', en: 'Edit the date of that fact.' },
    );
  if (rest)
    say(
      'W130',
      'warning',
      {
        vi: `Ngày cuối là ngày nghỉ (${rest.vi}): ${what}`,
        en: `The last day is a day of rest (${rest.en}): ${what}`,
      },
      { vi: 'Sửa sang một ngày làm việc, hoặc giữ nguyên.', en: 'Move it to a working day, or keep it.' },
    );
  return found;
}

function ofVisit({ units }: Visit, earlier: readonly string[], where: Where): Diagnostic[] {
  if (units.length > 0) return [];
  const names = earlier.join(', ');
  return [
    {
      code: 'W212',
      severity: 'warning',
      message: { vi: 'Chưa chọn nơi khảo sát của đợt này.', en: 'No places to visit are chosen yet.' },
      where,
      hint: {
        vi: `Ghi các nơi ở dữ kiện “Khảo sát”, hoặc bỏ dữ kiện ấy. Đợt trước: ${names}.`,
        en: `Enter them at the fact “Visits”, or drop it. The time before: ${names}.`,
      },
    },
  ];
}
