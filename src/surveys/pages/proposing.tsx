// The offer of a calendar, as long as some visit has no date.
import type { FC } from 'hono/jsx';
import type { Words } from '#src/kernel/language.ts';
import { typedText } from '#src/web/form.ts';
import { Button, Diagnostics, TextField } from '#src/web/ui.tsx';
import { proposeSchedule } from '../proposal.ts';
import { refusalToArrange } from '../rules.ts';
import type { ScreenView } from './view.ts';

/** Nothing when every visit has its date, or for those who may not arrange. Says which visits cannot be placed. */
export const Proposing: FC<{ view: ScreenView }> = ({ view }) => {
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
