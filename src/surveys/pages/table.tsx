// The notice-by table: every visit on a line, also the list that a phone shows instead of the calendar.
import type { FC } from 'hono/jsx';
import { shortDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { type Column, StackTable } from '#src/web/table.tsx';
import { shortRange } from '../calendar.ts';
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

export const NoticeTable: FC<{ view: TableView }> = ({ view }) => {
  const t = (w: Words) => w[view.language];
  return (
    <StackTable
      class="tk-visitlist govuk-!-margin-bottom-2"
      caption={t({
        vi: 'Ngày phải gửi thông báo cho từng nơi đến',
        en: 'The day by which each host must be told',
      })}
      columns={columnsOf(view)}
      rows={byDate(view.visits)}
    />
  );
};

function columnsOf({ byOf, stateOf, hrefOf, conflicts, language }: TableView): Column<NamedVisit>[] {
  const t = (w: Words) => w[language];
  const dates = (visit: NamedVisit) => {
    const days = daysOf(visit);
    return days.length > 0 ? shortRange(days[0]!, days.at(-1)!) : '—';
  };
  const noticeBy = (visit: NamedVisit) => {
    const by = byOf(visit);
    return by ? shortDate(by) : '—';
  };
  const hosts = (visit: NamedVisit) => {
    const summary = hostSummary(visit);
    return summary ? t(summary) : '—';
  };
  const name = (visit: NamedVisit) => (
    <a class="govuk-link" href={hrefOf(visit)}>
      {visit.name}
    </a>
  );
  const notice = (visit: NamedVisit) => (
    <NoticeStatus state={stateOf(visit)} conflict={conflicts.has(visit.id)} language={language} />
  );
  const figure = { class: 'tk-num', labelled: true } as const;
  return [
    { head: t({ vi: 'Nơi đến', en: 'Host' }), namesRow: true, cell: name },
    { head: t({ vi: 'Ngày đi', en: 'Dates' }), ...figure, cell: dates },
    { head: t({ vi: 'Gửi chậm nhất', en: 'Notice by' }), ...figure, cell: noticeBy },
    { head: t({ vi: 'Thông báo', en: 'Notice' }), cell: notice },
    { head: t({ vi: 'Nơi làm việc do đơn vị bố trí', en: 'Arranged by the host' }), cell: hosts },
    { head: t({ vi: 'Đoàn', en: 'Delegation' }), cell: (visit) => visit.delegation ?? '—' },
  ];
}

/** In the order of travel; those without a date last, in the plan's order. */
function byDate(visits: NamedVisit[]): NamedVisit[] {
  const key = (v: NamedVisit) => v.startsOn ?? '9999';
  return [...visits].sort((a, b) => key(a).localeCompare(key(b)) || a.position - b.position);
}
