// One field for a day and a button: which day a list is asked for.
import type { Child, FC } from 'hono/jsx';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import { Button, TextField } from '#src/web/ui.tsx';

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
