// The form of one fact: a time, words, or names; what was typed stays when it is refused.
import type { FC } from 'hono/jsx';
import { formatDate } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Fact } from '#src/plans/rules/facts.ts';
import { typedText } from '#src/web/form.ts';
import { Button, Checkbox, TextArea, TextField } from '#src/web/ui.tsx';
import { factId } from './anchors.ts';
import type { Editing } from './facts.tsx';

export const EditForm: FC<{
  fact: Fact;
  planId: string;
  editing: NonNullable<Editing>;
  language: Language;
}> = ({ fact, planId, editing, language }) => {
  const vi = language === 'vi';
  const error = (name: string) => editing.refusal?.fields[name]?.[language];
  const typed = (name: string) => typedText(editing.typed, name);
  const from = fact.when?.from ? formatDate(fact.when.from.slice(0, 10)) : '';
  const to = fact.when?.to && fact.when.to !== fact.when.from ? formatDate(fact.when.to.slice(0, 10)) : '';
  const span = (
    <>
      <TextField
        name="from"
        label={vi ? 'Ngày (hoặc ngày đầu)' : 'Day (or first day)'}
        value={typed('from') ?? from}
        error={error('from')}
      />
      <TextField
        name="to"
        label={vi ? 'Ngày cuối, nếu là khoảng' : 'Last day, for a span'}
        value={typed('to') ?? to}
        error={error('to')}
      />
    </>
  );
  return (
    <form method="post" action={`/plans/${planId}/edits`}>
      <input type="hidden" name="pointer" value={fact.pointer} />
      {fact.form === 'when' ? (
        <>
          {span}
          {(fact.when?.rel === 'before' || fact.when?.rel === 'by') && (
            <Checkbox
              name="counted"
              label={vi ? 'Tính cả ngày này' : 'That day still counts'}
              checked={editing.refusal ? editing.typed.counted === 'yes' : fact.when.rel === 'by'}
            />
          )}
        </>
      ) : (
        <TextArea
          name="value"
          rows={fact.form === 'names' ? 8 : 3}
          label={
            fact.form === 'names'
              ? vi
                ? 'Mỗi dòng một tên'
                : 'One name a line'
              : vi
                ? 'Nội dung đúng'
                : 'The right words'
          }
          value={typed('value') ?? fact.typed}
          error={error('value')}
        />
      )}
      {fact.group === 'visits' && span}
      <div class="tk-actions">
        <Button small>{vi ? 'Lưu' : 'Save'}</Button>
        <a class="govuk-link" href={`/plans/${planId}#${factId(fact.pointer)}`}>
          {vi ? 'Thôi' : 'Cancel'}
        </a>
      </div>
    </form>
  );
};
