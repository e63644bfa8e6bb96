// What an officer can do at once about a diagnostic: keep or count the day that "trước ngày" names, give the list.
import type { FC } from 'hono/jsx';
import { addDays, formatDate } from '#src/kernel/dates.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Fact } from '#src/plans/rules/facts.ts';

type Props = {
  diagnostic: Diagnostic;
  planId: string;
  facts: readonly Fact[];
  lists: readonly string[];
  language: Language;
};

export const DiagnosticActs: FC<Props> = ({ diagnostic, planId, facts, lists, language }) => {
  const vi = language === 'vi';
  if (diagnostic.code === 'E203')
    return (
      <p class="tk-actions">
        {lists.map((code) => (
          <a class="govuk-link" href={`#danh-sach-${code}`}>
            {vi ? `Nhập danh sách mẫu ${code}` : `Give the list of template ${code}`}
          </a>
        ))}
      </p>
    );
  const fact = diagnostic.code === 'W104' ? deadlineAt(diagnostic, facts) : null;
  if (!fact?.when?.from) return null;
  const printed = fact.when.from.slice(0, 10);
  const short = (day: string) => formatDate(day).replace(/\/\d{4}$/, '');
  return (
    <div class="tk-actions">
      <form method="post" action={`/plans/${planId}/decisions`}>
        <input type="hidden" name="pointer" value={fact.pointer} />
        <button
          class="govuk-button govuk-button--secondary tk-button--s"
          type="submit"
          name="decision"
          value="confirmed"
        >
          {vi ? `Giữ ${short(addDays(printed, -1))}` : `Keep ${short(addDays(printed, -1))}`}
        </button>
      </form>
      <form method="post" action={`/plans/${planId}/edits`}>
        <input type="hidden" name="pointer" value={fact.pointer} />
        <input type="hidden" name="from" value={printed} />
        <input type="hidden" name="to" value="" />
        <button
          class="govuk-button govuk-button--secondary tk-button--s"
          type="submit"
          name="counted"
          value="yes"
        >
          {vi ? `Tính cả ${short(printed)}` : `Count ${short(printed)}`}
        </button>
      </form>
    </div>
  );
};

/** The open deadline on whose words the diagnostic stands. */
function deadlineAt({ where }: Diagnostic, facts: readonly Fact[]): Fact | null {
  if (where?.in !== 'text') return null;
  const [start, end] = where.span;
  const touches = (f: Fact) => f.spans.some(([a, b]) => a < end && b > start);
  const open = facts.filter((f) => f.group === 'deadlines' && f.state === 'open' && f.when?.rel === 'before');
  return open.find(touches) ?? null;
}
