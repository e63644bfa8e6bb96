// The screen of visits: the alert, then calendar and chosen visit side by side, then the table; a phone has no calendar.
import type { FC } from 'hono/jsx';
import { formatDateWithWeekday } from '#src/kernel/dates.ts';
import { bySeverity, type Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import { Diagnostics, Empty, ErrorSummary, Sample } from '#src/web/ui.tsx';
import { calendarWeeks, monthRange } from '../calendar.ts';
import { noticeBy, noticeState } from '../rules.ts';
import { checkSchedule, type NamedVisit } from '../schedule.ts';
import { Alert } from './alert.tsx';
import { VisitCalendar } from './calendar.tsx';
import { Counts } from './counts.tsx';
import { VisitPanel } from './panel.tsx';
import { Proposing } from './proposing.tsx';
import { NoticeTable, type TableView } from './table.tsx';
import { hrefOf, type ScreenView } from './view.ts';

type Part = FC<{ view: ScreenView }>;

export const VisitsScreen: Part = ({ view }) => (
  <>
    <ErrorSummary refusal={view.refusal} language={view.language} />
    <Heading view={view} />
    {view.visits.length === 0 ? (
      <Empty>{view.language === 'vi' ? nothing(view).vi : nothing(view).en}</Empty>
    ) : (
      <>
        <Alert view={view} />
        {view.central ? <CentralParts view={view} /> : <Chosen view={view} />}
      </>
    )}
  </>
);

function nothing(view: ScreenView): Words {
  if (view.central)
    return {
      vi: 'Kế hoạch của đợt này không có khảo sát.',
      en: 'The plan of this campaign has no visits.',
    };
  return {
    vi: 'Đơn vị không thuộc danh sách đoàn công tác đến khảo sát.',
    en: 'Your unit is not on the list of visited bodies.',
  };
}

const Heading: Part = ({ view }) => {
  const t = (w: Words) => w[view.language];
  const count = view.visits.length;
  const title = view.central
    ? { vi: `Lịch khảo sát ${count} địa phương, đơn vị`, en: `Visits to ${count} bodies` }
    : { vi: 'Đoàn công tác đến khảo sát', en: 'The delegation’s visit' };
  return (
    <div class="tk-head">
      <h1 class="govuk-heading-l">{t(title)}</h1>
      <p class="tk-small">
        {view.demo && (
          <>
            <Sample language={view.language} /> ·{' '}
          </>
        )}
        {formatDateWithWeekday(view.today, view.language)} ·{' '}
        <a class="govuk-link" href={`/campaigns/${view.campaign.slug}/visits.ics`}>
          {t({ vi: 'Tải lịch (ICS)', en: 'Calendar file (ICS)' })}
        </a>
        <span data-print-item hidden>
          {' · '}
          <button type="button" class="tk-textbutton" data-print>
            {t({ vi: 'In', en: 'Print' })}
          </button>
        </span>
      </p>
    </div>
  );
};

const CentralParts: Part = ({ view }) => {
  const { visits, today, isWorkingDay, language } = view;
  const problems = bySeverity(checkSchedule(visits, today, isWorkingDay)).filter(
    (d) => d.severity !== 'note',
  );
  const conflicts = new Set(
    problems.flatMap((d) => (d.severity === 'error' && d.where?.in === 'section' ? [d.where.section] : [])),
  );
  const shared: Shared = {
    stateOf: (v) => noticeState(v, today, isWorkingDay),
    conflicts,
    hrefOf: (v) => hrefOf(view, v),
    language,
  };
  return (
    <>
      <Proposing view={view} />
      <div class="tk-cols tk-cols--cal">
        <div>
          <Calendar view={view} shared={shared} />
          {problems.length > 0 && <Problems view={view} list={problems} />}
        </div>
        <Chosen view={view} conflicts={conflicts} />
      </div>
      <Notices view={view} shared={shared} />
    </>
  );
};

/** What calendar and table both ask of a visit. */
type Shared = Pick<TableView, 'stateOf' | 'conflicts' | 'hrefOf' | 'language'>;

const Calendar: FC<{ view: ScreenView; shared: Shared }> = ({ view, shared }) => {
  const weeks = calendarWeeks(view.visits, view.today, view.isWorkingDay);
  if (weeks.length === 0) return null;
  return (
    <section class="tk-calendar" aria-labelledby="lich">
      <h2 class="govuk-heading-m" id="lich">
        {monthRange(weeks[0]!.cells.at(-1)!.to, weeks.at(-1)!.monday)[view.language]}
      </h2>
      <Counts view={view} conflicts={shared.conflicts.size} />
      <VisitCalendar view={{ ...shared, weeks, chosen: view.chosen?.id ?? null }} />
    </section>
  );
};

const Problems: FC<{ view: ScreenView; list: Diagnostic[] }> = ({ view, list }) => (
  <section class="govuk-!-margin-top-5" aria-labelledby="xung-dot">
    <h2 class="govuk-heading-s" id="xung-dot">
      {view.language === 'vi' ? 'Chỗ cần xem lại' : 'To look at again'}
    </h2>
    <Diagnostics
      list={list}
      language={view.language}
      link={(place) => {
        const visit = place.in === 'section' ? view.visits.find((v) => v.id === place.section) : null;
        return visit ? { href: hrefOf(view, visit), label: visit.name } : null;
      }}
    />
  </section>
);

const Notices: FC<{ view: ScreenView; shared: Shared }> = ({ view, shared }) => {
  const t = (w: Words) => w[view.language];
  const { visits, isWorkingDay } = view;
  return (
    <section class="tk-section" aria-labelledby="bao">
      <h2 class="govuk-heading-m tk-rule" id="bao">
        {t(noticeHeading(visits))}
      </h2>
      <NoticeTable view={{ ...shared, visits, byOf: (v) => noticeBy(v, isWorkingDay) }} />
      <p class="tk-small">
        {t({
          vi: 'Gửi chậm nhất đã lùi về ngày làm việc liền trước khi rơi vào ngày nghỉ.',
          en: 'A notice-by date that falls on a day off has been moved back to the working day before.',
        })}
      </p>
    </section>
  );
};

function noticeHeading(visits: readonly NamedVisit[]): Words {
  const rules = [...new Set(visits.map((v) => v.noticeDays).filter((n) => n !== null))];
  if (rules.length !== 1) return { vi: 'Hạn thông báo trước', en: 'Notice by' };
  return { vi: `Hạn báo trước ${rules[0]} ngày`, en: `Notice ${rules[0]} days before` };
}

const Chosen: FC<{ view: ScreenView; conflicts?: ReadonlySet<string> }> = ({ view, conflicts }) => {
  const visit = view.chosen;
  if (!visit) return null;
  return (
    <VisitPanel
      view={{
        visit,
        actor: view.actor,
        address: `/campaigns/${view.campaign.slug}/visits/${visit.id}`,
        typed: view.typed,
        refusal: view.refusal,
        language: view.language,
      }}
      total={view.visits.length}
      state={noticeState(visit, view.today, view.isWorkingDay)}
      conflict={conflicts?.has(visit.id) ?? false}
      isDefault={view.central && view.isDefault}
    />
  );
};
