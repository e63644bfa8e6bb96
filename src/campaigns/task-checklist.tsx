// The plan's own tasks as a checklist: who leads, who supports, by when, done or not. Shown on the plan's page.
import type { FC } from 'hono/jsx';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { Button, Empty, Status } from '#src/web/ui.tsx';
import type { TaskRow } from './store/campaigns.ts';

type Props = {
  slug: string;
  tasks: readonly TaskRow[];
  /** May tick off: the rule of `setTaskDone`. */
  mayDirect: boolean;
  today: LocalDate;
  language: Language;
};

/** A table of tasks; each has its own small form, so it works without JavaScript. */
export const TaskChecklist: FC<Props> = ({ slug, tasks, mayDirect, today, language }) => {
  const t = (w: Words) => w[language];
  if (tasks.length === 0)
    return (
      <Empty>
        {t({ vi: 'Kế hoạch không giao việc riêng nào.', en: 'The plan gives no tasks of its own.' })}
      </Empty>
    );
  return (
    <table class="govuk-table tk-table tk-stack">
      <thead class="govuk-table__head">
        <tr>
          <th scope="col" class="govuk-table__header">
            {t({ vi: 'Việc', en: 'Task' })}
          </th>
          <th scope="col" class="govuk-table__header">
            {t({ vi: 'Chủ trì, phối hợp', en: 'Lead, supporting' })}
          </th>
          <th scope="col" class="govuk-table__header">
            {t({ vi: 'Hạn', en: 'Due' })}
          </th>
          <th scope="col" class="govuk-table__header">
            {t({ vi: 'Trạng thái', en: 'State' })}
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {tasks.map((task) => (
          <tr>
            <th scope="row" class="govuk-table__cell">
              {task.what}
            </th>
            <td class="govuk-table__cell" data-l={t({ vi: 'Chủ trì', en: 'Lead' })}>
              {task.lead}
              {task.supporting.length > 0 && <span class="tk-meta">{task.supporting.join('; ')}</span>}
            </td>
            <td class="govuk-table__cell tk-num" data-l={t({ vi: 'Hạn', en: 'Due' })}>
              {task.dueOn ? formatDate(task.dueOn) : t({ vi: 'không nêu', en: 'none given' })}
            </td>
            <td class="govuk-table__cell">
              <TaskState task={task} today={today} language={language} />
              {mayDirect && (
                <form method="post" action={`/campaigns/${slug}/tasks/${task.id}/completion`}>
                  <input type="hidden" name="done" value={task.doneAt ? '' : '1'} />
                  <Button secondary small>
                    {task.doneAt
                      ? t({ vi: 'Mở lại', en: 'Reopen' })
                      : t({ vi: 'Ghi là xong', en: 'Mark as done' })}
                  </Button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const TaskState: FC<{ task: TaskRow; today: LocalDate; language: Language }> = ({
  task,
  today,
  language,
}) => {
  if (task.doneAt) return <Status kind="ok">{language === 'vi' ? 'Xong' : 'Done'}</Status>;
  if (task.dueOn && task.dueOn < today)
    return <Status kind="late">{language === 'vi' ? 'Quá hạn' : 'Overdue'}</Status>;
  return <Status kind="none">{language === 'vi' ? 'Chưa xong' : 'Open'}</Status>;
};
