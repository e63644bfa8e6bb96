// Which day, or which two days, a page is asked for.
import type { Child, FC } from 'hono/jsx';
import { addDays, dateAt, type LocalDate } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Ctx } from '#src/web/env.ts';
import { Button, TextField } from '#src/web/ui.tsx';
import { readUnitsQuery } from '../forms.ts';
import { changeDays } from '../rules/changes.ts';
import type { Registry } from '../rules.ts';

export const DayForm: FC<{ action: string; on: LocalDate; language: Language; children?: Child }> = ({
  action,
  on,
  language,
  children,
}) => (
  <form method="get" action={action} class="tk-unit-form">
    <TextField name="on" type="date" label={language === 'vi' ? 'Ngày' : 'Day'} value={on} />
    {children}
    <Button secondary>{language === 'vi' ? 'Xem' : 'Show'}</Button>
  </form>
);

/** ?from= and ?to= in order; left out, the eve of the latest change and today, or of the next change when none was yet. */
export function askedDays(c: Ctx, registry: Registry, now: Date): { from: LocalDate; to: LocalDate } {
  const typed = (name: string) => readUnitsQuery({ on: c.req.query(name) ?? '' }).on;
  const [today, changes] = [dateAt(now), changeDays(registry)];
  const last = changes.findLast((day) => day <= today) ?? changes.at(-1) ?? today;
  const from = typed('from') ?? addDays(last, -1);
  const to = typed('to') ?? [last, today].sort()[1]!;
  return from <= to ? { from, to } : { from: to, to: from };
}
