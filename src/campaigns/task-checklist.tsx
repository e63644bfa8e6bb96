// The plan's own tasks as a checklist: who leads, who supports, by when, done or not. Shown on the plan's page.
import type { FC } from 'hono/jsx';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { StackTable } from '#src/web/table.tsx';
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
    <StackTable
      rows={tasks}
      columns={[
        { head: t({ vi: 'Việc', en: 'Task' }), namesRow: true, cell: (task) => task.what },
        {
          head: t({ vi: 'Chủ trì, phối hợp', en: 'Lead, supporting' }),
          labelled: t({ vi: 'Chủ trì', en: 'Lead' }),
          cell: ({ lead, supporting }) => (
            <>
              {lead}
              {supporting.length > 0 && <span class="tk-meta">{supporting.join('; ')}</span>}
            </>
          ),
        },
        {
          head: t({ vi: 'Hạn', en: 'Due' }),
          labelled: true,
          class: 'tk-num',
          cell: ({ dueOn }) => (dueOn ? formatDate(dueOn) : t({ vi: 'không nêu', en: 'none given' })),
        },
        {
          head: t({ vi: 'Trạng thái', en: 'State' }),
          cell: (task) => (
            <>
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
            </>
          ),
        },
      ]}
    />
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
