// The notice-by table: every visit on a line, also the list that a phone shows instead of the calendar.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import { shortDate, shortRange } from '../calendar.ts';
import { daysOf, type NoticeState } from '../rules.ts';
import type { NamedVisit } from '../schedule.ts';
import { hostSummary, NoticeStatus } from './words.tsx';

export type TableView = {
  visits: NamedVisit[];
  stateOf: (visit: NamedVisit) => NoticeState;
  byOf: (visit: NamedVisit) => string | null;
  conflicts: ReadonlySet<string>;
  hrefOf: (visit: NamedVisit) => string;
  language: Language;
};

const columns: Words[] = [
  { vi: 'Nơi đến', en: 'Host' },
  { vi: 'Ngày đi', en: 'Dates' },
  { vi: 'Gửi chậm nhất', en: 'Notice by' },
  { vi: 'Thông báo', en: 'Notice' },
  { vi: 'Nơi làm việc do đơn vị bố trí', en: 'Arranged by the host' },
  { vi: 'Đoàn', en: 'Delegation' },
];

export const NoticeTable: FC<{ view: TableView }> = ({ view }) => {
  const t = (w: Words) => w[view.language];
  const label = (i: number) => ({ 'data-l': t(columns[i]!) });
  return (
    <table class="govuk-table tk-table tk-stack tk-visitlist govuk-!-margin-bottom-2">
      <caption class="govuk-visually-hidden">
        {t({
          vi: 'Ngày phải gửi thông báo cho từng nơi đến',
          en: 'The day by which each host must be told',
        })}
      </caption>
      <thead class="govuk-table__head">
        <tr>
          {columns.map((words) => (
            <th scope="col" class="govuk-table__header">
              {t(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {byDate(view.visits).map((visit) => {
          const days = daysOf(visit);
          const by = view.byOf(visit);
          const hosts = hostSummary(visit);
          return (
            <tr>
              <th scope="row" class="govuk-table__cell">
                <a class="govuk-link" href={view.hrefOf(visit)}>
                  {visit.name}
                </a>
              </th>
              <td class="govuk-table__cell tk-num" {...label(1)}>
                {days.length > 0 ? shortRange(days[0]!, days.at(-1)!) : '—'}
              </td>
              <td class="govuk-table__cell tk-num" {...label(2)}>
                {by ? shortDate(by) : '—'}
              </td>
              <td class="govuk-table__cell">
                <NoticeStatus
                  state={view.stateOf(visit)}
                  conflict={view.conflicts.has(visit.id)}
                  language={view.language}
                />
              </td>
              <td class="govuk-table__cell">{hosts ? t(hosts) : '—'}</td>
              <td class="govuk-table__cell">{visit.delegation ?? '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** In the order of travel; those without a date last, in the plan's order. */
function byDate(visits: NamedVisit[]): NamedVisit[] {
  const key = (v: NamedVisit) => v.startsOn ?? '9999';
  return [...visits].sort((a, b) => key(a).localeCompare(key(b)) || a.position - b.position);
}
