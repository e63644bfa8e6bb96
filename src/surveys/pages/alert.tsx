// The alert of the visits' screen: the one notice that must leave next.
import type { FC } from 'hono/jsx';
import { addDays, daysBetween, type LocalDate, shortDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { nextNotice, noticeBy, openChoices } from '../rules.ts';
import type { NamedVisit } from '../schedule.ts';
import { hrefOf, type ScreenView } from './view.ts';
import { byWhen } from './words.tsx';

/** The one notice that must leave next; nothing when all have left or none has a date. */
export const Alert: FC<{ view: ScreenView }> = ({ view }) => {
  const visit = nextNotice(view.visits, view.today, view.isWorkingDay);
  if (!visit || !view.central) return null;
  const t = (w: Words) => w[view.language];
  const by = noticeBy(visit, view.isWorkingDay)!;
  const left = daysBetween(view.today, by);
  const when = byWhen(by, left);
  const headline =
    left < 0
      ? {
          vi: `Thông báo cho ${visit.name} đã quá hạn ${-left} ngày`,
          en: `The notice to ${visit.name} is ${-left} days overdue`,
        }
      : {
          vi: `Thông báo cho ${visit.name} phải đi trước hết ${when.vi}`,
          en: `The notice to ${visit.name} must leave by the end of ${when.en}`,
        };
  return (
    <section class="tk-alert" aria-labelledby="gap">
      <div>
        <h2 class="govuk-heading-m" id="gap">
          {t(headline)}
        </h2>
        <p class="govuk-body-s">{t(alertReason(visit, by, openChoices(visit).length > 0))}</p>
      </div>
      <div class="tk-actions">
        <a class="govuk-button" href={hrefOf(view, visit)}>
          {t({ vi: 'Mở chuyến này', en: 'Open this visit' })}
        </a>
      </div>
    </section>
  );
};

function alertReason(visit: NamedVisit, by: LocalDate, waiting: boolean): Words {
  const start = shortDate(visit.startsOn!);
  const counted = addDays(visit.startsOn!, -visit.noticeDays!);
  const moved = counted !== by;
  const vi = [
    `Chuyến ${start}, báo trước ${visit.noticeDays} ngày là ${shortDate(counted)}${
      moved ? `, nhưng ngày ấy nghỉ nên lùi về ${shortDate(by)}` : ''
    }.`,
    waiting ? 'Đơn vị chưa chọn đủ nơi làm việc.' : '',
  ];
  const en = [
    `The visit is on ${start}; ${visit.noticeDays} days before is ${shortDate(counted)}${
      moved ? `, a day off, so the notice leaves by ${shortDate(by)}` : ''
    }.`,
    waiting ? 'The host has not chosen every place of work.' : '',
  ];
  return { vi: vi.join(' ').trim(), en: en.join(' ').trim() };
}
