// The screen of visits: the alert, then calendar and chosen visit side by side, then the table; a phone has no calendar.
import type { FC } from 'hono/jsx';
import { formatDateWithWeekday } from '#src/kernel/dates.ts';
import { bySeverity } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import { typedText } from '#src/web/form.ts';
import { Button, Diagnostics, Empty, ErrorSummary, Sample, Status, TextField } from '#src/web/ui.tsx';
import { calendarWeeks, monthRange } from '../calendar.ts';
import { proposeSchedule } from '../proposal.ts';
import { noticeBy, noticeState, openChoices, refusalToArrange } from '../rules.ts';
import { checkSchedule, type NamedVisit } from '../schedule.ts';
import { Alert } from './alert.tsx';
import { VisitCalendar } from './calendar.tsx';
import { VisitPanel } from './panel.tsx';
import { NoticeTable } from './table.tsx';
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
  const t = (w: Words) => w[view.language];
  const { visits, today, isWorkingDay, language } = view;
  const weeks = calendarWeeks(visits, today, isWorkingDay);
  const problems = bySeverity(checkSchedule(visits, today, isWorkingDay)).filter(
    (d) => d.severity !== 'note',
  );
  const conflicts = new Set(
    problems.flatMap((d) => (d.severity === 'error' && d.where?.in === 'section' ? [d.where.section] : [])),
  );
  const shared = {
    stateOf: (v: NamedVisit) => noticeState(v, today, isWorkingDay),
    conflicts,
    hrefOf: (v: NamedVisit) => hrefOf(view, v),
    language,
  };
  return (
    <>
      <Proposing view={view} />
      <div class="tk-cols tk-cols--cal">
        <div>
          {weeks.length > 0 && (
            <section class="tk-calendar" aria-labelledby="lich">
              <h2 class="govuk-heading-m" id="lich">
                {t(monthRange(weeks[0]!.cells.at(-1)!.to, weeks.at(-1)!.monday))}
              </h2>
              <Counts view={view} conflicts={conflicts.size} />
              <VisitCalendar view={{ ...shared, weeks, chosen: view.chosen?.id ?? null }} />
            </section>
          )}
          {problems.length > 0 && (
            <section class="govuk-!-margin-top-5" aria-labelledby="xung-dot">
              <h2 class="govuk-heading-s" id="xung-dot">
                {t({ vi: 'Chỗ cần xem lại', en: 'To look at again' })}
              </h2>
              <Diagnostics
                list={problems}
                language={language}
                link={(place) => {
                  const visit = place.in === 'section' ? visits.find((v) => v.id === place.section) : null;
                  return visit ? { href: hrefOf(view, visit), label: visit.name } : null;
                }}
              />
            </section>
          )}
        </div>
        <Chosen view={view} conflicts={conflicts} />
      </div>
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
    </>
  );
};

function noticeHeading(visits: readonly NamedVisit[]): Words {
  const rules = [...new Set(visits.map((v) => v.noticeDays).filter((n) => n !== null))];
  if (rules.length !== 1) return { vi: 'Hạn thông báo trước', en: 'Notice by' };
  return { vi: `Hạn báo trước ${rules[0]} ngày`, en: `Notice ${rules[0]} days before` };
}

const Counts: FC<{ view: ScreenView; conflicts: number }> = ({ view, conflicts }) => {
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

/** Offers a calendar while some visit has no date, and says which cannot be placed. */
const Proposing: Part = ({ view }) => {
  const open = view.visits.filter((v) => v.startsOn === null);
  if (open.length === 0 || refusalToArrange(view.actor) !== null) return null;
  const t = (w: Words) => w[view.language];
  const names = ['Đoàn 1', 'Đoàn 2', 'Đoàn 3'];
  const { diagnostics } = proposeSchedule(view.visits, names, view.today, view.isWorkingDay);
  return (
    <section class="tk-panel govuk-!-margin-bottom-6" aria-labelledby="de-xuat">
      <h2 class="govuk-heading-m" id="de-xuat">
        {t({ vi: `${open.length} chuyến chưa có ngày`, en: `${open.length} visits have no date` })}
      </h2>
      <p class="govuk-body-s">
        {t({
          vi: 'Hệ thống đề xuất lịch trong khoảng của kế hoạch, chỉ dùng ngày làm việc, đủ thời gian báo trước, không đoàn nào trùng ngày. Ngày đã xếp được giữ nguyên.',
          en: 'A calendar is proposed inside the plan’s window: working days, time for the notice, no delegation in two places. Dates already set stay.',
        })}
      </p>
      <form method="post" action={`/campaigns/${view.campaign.slug}/visits/proposal`} class="tk-form">
        <TextField
          name="delegations"
          type="number"
          label={t({ vi: 'Số đoàn', en: 'Number of delegations' })}
          value={typedText(view.typed, 'delegations') ?? '3'}
          error={view.refusal?.fields.delegations?.[view.language]}
        />
        <Button>{t({ vi: 'Đề xuất lịch', en: 'Propose a calendar' })}</Button>
      </form>
      {diagnostics.length > 0 && <Diagnostics list={diagnostics} language={view.language} />}
    </section>
  );
};

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
