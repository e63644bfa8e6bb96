// The visits in numbers, above the calendar.
import type { FC } from 'hono/jsx';
import type { Words } from '#src/kernel/language.ts';
import { Status } from '#src/web/ui.tsx';
import { noticeState, openChoices } from '../rules.ts';
import type { ScreenView } from './view.ts';

/** Visits, delegations and notices given; hosts to be chosen and conflicts only when there are any. */
export const Counts: FC<{ view: ScreenView; conflicts: number }> = ({ view, conflicts }) => {
  const t = (w: Words) => w[view.language];
  const states = view.visits.map((v) => noticeState(v, view.today, view.isWorkingDay));
  const sent = states.filter((s) => s.kind === 'sent').length;
  const waiting = view.visits.filter((v) => openChoices(v).length > 0).length;
  const delegations = new Set(view.visits.map((v) => v.delegation).filter(Boolean)).size;
  return (
    <ul class="tk-counts govuk-!-margin-bottom-3">
      <li>
        <b>{view.visits.length}</b> {t({ vi: 'chuyến', en: 'visits' })}
      </li>
      <li>
        <b>{delegations}</b> {t({ vi: 'đoàn', en: 'delegations' })}
      </li>
      <li>
        <Status kind="ok">{t({ vi: `${sent} đã báo`, en: `${sent} notified` })}</Status>
      </li>
      {waiting > 0 && (
        <li>
          <Status kind="risk">
            {t({ vi: `${waiting} chờ nơi đến chọn`, en: `${waiting} to choose hosts` })}
          </Status>
        </li>
      )}
      {conflicts > 0 && (
        <li>
          <Status kind="error">{t({ vi: `${conflicts} xung đột`, en: `${conflicts} conflicts` })}</Status>
        </li>
      )}
    </ul>
  );
};
