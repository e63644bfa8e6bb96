// The calendar of weeks, Monday to Friday; a visit of two days takes two columns.
import type { FC } from 'hono/jsx';
import { formatDate, type LocalDate, shortDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { type CalendarCell, type CalendarWeek, shortRange } from '../calendar.ts';
import { daysOf, type NoticeState, openChoices } from '../rules.ts';
import type { NamedVisit } from '../schedule.ts';
import { noticeLook } from './words.tsx';

const weekdays: Words[] = [
  { vi: 'Thứ Hai', en: 'Monday' },
  { vi: 'Thứ Ba', en: 'Tuesday' },
  { vi: 'Thứ Tư', en: 'Wednesday' },
  { vi: 'Thứ Năm', en: 'Thursday' },
  { vi: 'Thứ Sáu', en: 'Friday' },
];

export type CalendarView = {
  weeks: CalendarWeek<NamedVisit>[];
  stateOf: (visit: NamedVisit) => NoticeState;
  conflicts: ReadonlySet<string>;
  chosen: string | null;
  hrefOf: (visit: NamedVisit) => string;
  language: Language;
};

export const VisitCalendar: FC<{ view: CalendarView }> = ({ view }) => {
  const t = (w: Words) => w[view.language];
  return (
    <table class="tk-cal">
      <caption class="govuk-visually-hidden">
        {t({
          vi: 'Lịch làm việc theo tuần, từ Thứ Hai đến Thứ Sáu',
          en: 'Visits by week, Monday to Friday',
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="tk-wk">
            {t({ vi: 'Tuần', en: 'Week' })}
          </th>
          {weekdays.map((day) => (
            <th scope="col">{t(day)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.weeks.map((week) => (
          <tr>
            <th scope="row">{shortRange(week.monday, week.friday)}</th>
            {week.cells.map((cell) => (
              <Cell cell={cell} view={view} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Cell: FC<{ cell: CalendarCell<NamedVisit>; view: CalendarView }> = ({ cell, view }) => {
  const t = (w: Words) => w[view.language];
  const marks = [cell.off && 'off', cell.today && 'today', cell.visits.length === 0 && 'empty'].filter(
    Boolean,
  );
  const days = cell.span === 1 ? dayOf(cell.from) : `${dayOf(cell.from)}–${dayOf(cell.to)}`;
  const note = cell.off
    ? t({ vi: ' nghỉ lễ', en: ' holiday' })
    : cell.today && cell.span === 1
      ? t({ vi: ' hôm nay', en: ' today' })
      : '';
  return (
    <td
      {...(cell.span > 1 ? { colspan: cell.span } : {})}
      {...(marks.length > 0 ? { class: marks.join(' ') } : {})}
    >
      <span>{`${days}${note}`}</span>
      {cell.visits.map((visit) => (
        <VisitLink visit={visit} cell={cell} view={view} />
      ))}
    </td>
  );
};

const dayOf = (date: LocalDate) => formatDate(date).slice(0, 2);

const VisitLink: FC<{ visit: NamedVisit; cell: CalendarCell<NamedVisit>; view: CalendarView }> = ({
  visit,
  cell,
  view,
}) => {
  const isChosen = view.chosen === visit.id;
  const days = daysOf(visit);
  // In a cell that several visits stretch, each says its own days.
  const isWholeCell = days[0] === cell.from && days.at(-1) === cell.to;
  const details = [
    visit.delegation,
    isWholeCell ? null : shortRange(days[0]!, days.at(-1)!),
    detailOf(visit, view)[view.language],
  ].filter(Boolean);
  return (
    <a
      class={`tk-visit v-${lookOf(visit, view)}${isChosen ? ' tk-visit--on' : ''}`}
      href={view.hrefOf(visit)}
      {...(isChosen ? { 'aria-current': 'true' as const } : {})}
    >
      {visit.name}
      <span>{details.join(' · ')}</span>
    </a>
  );
};

function lookOf(visit: NamedVisit, view: CalendarView): 'ok' | 'plan' | 'wait' | 'bad' {
  const state = view.stateOf(visit);
  if (view.conflicts.has(visit.id) || state.kind === 'overdue') return 'bad';
  if (state.kind === 'sent') return 'ok';
  return isWaiting(visit, state) ? 'wait' : 'plan';
}

/** A host that is still to be chosen matters once the notice is near, because the notice names it. */
function isWaiting(visit: NamedVisit, state: NoticeState): boolean {
  return state.kind === 'due' && state.daysLeft <= 14 && openChoices(visit).length > 0;
}

function detailOf(visit: NamedVisit, view: CalendarView): Words {
  const state = view.stateOf(visit);
  if (state.kind === 'due' && !view.conflicts.has(visit.id)) {
    const by = shortDate(state.by);
    const choice = isWaiting(visit, state);
    return {
      vi: `báo trước ${by}${choice ? ', chờ chọn nơi' : ''}`,
      en: `notice by ${by}${choice ? ', host to choose' : ''}`,
    };
  }
  return noticeLook(state, view.conflicts.has(visit.id)).words;
}
