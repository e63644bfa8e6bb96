// One visit in detail: time, delegation, notice, programme, and the forms of those who arrange it.
import type { FC } from 'hono/jsx';
import { formatDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { typedText } from '#src/web/form.ts';
import { Button, TextField } from '#src/web/ui.tsx';
import { type NoticeState, refusalToArrange, refusalToNotify } from '../rules.ts';
import { type PanelView, Programme } from './sessions.tsx';
import { NoticeStatus, visitLength, visitTime } from './words.tsx';

type Props = {
  view: PanelView;
  total: number;
  state: NoticeState;
  conflict: boolean;
  /** Chosen by the page, not by the reader: a phone leaves it out. */
  isDefault: boolean;
};

export const VisitPanel: FC<Props> = ({ view, total, state, conflict, isDefault }) => {
  const { visit, language } = view;
  const t = (w: Words) => w[language];
  const time = visitTime(visit);
  const length = visitLength(visit);
  return (
    <section class={`tk-panel${isDefault ? ' tk-panel--default' : ''}`} id="chi-tiet" aria-labelledby="ct">
      <span class="govuk-caption-m">
        {t({
          vi: `Chuyến ${visit.position}/${total} · ${length.vi}`,
          en: `Visit ${visit.position} of ${total} · ${length.en}`,
        })}
      </span>
      <h2 class="govuk-heading-l" id="ct">
        {visit.fullName || visit.name}
      </h2>
      <dl class="tk-kv">
        <dt>{t({ vi: 'Thời gian', en: 'Time' })}</dt>
        <dd>{time ? t(time) : t({ vi: 'chưa xếp', en: 'not set' })}</dd>
        <dt>{t({ vi: 'Trong khoảng', en: 'Window' })}</dt>
        <dd>
          {visit.windowFrom && visit.windowTo
            ? `${formatDate(visit.windowFrom)} – ${formatDate(visit.windowTo)}`
            : t({ vi: 'kế hoạch không nêu', en: 'not in the plan' })}
        </dd>
        <dt>{t({ vi: 'Đoàn', en: 'Delegation' })}</dt>
        <dd>{visit.delegation ?? t({ vi: 'chưa giao', en: 'none yet' })}</dd>
        <dt>{t({ vi: 'Thông báo', en: 'Notice' })}</dt>
        <dd>
          <NoticeStatus state={state} conflict={conflict} language={language} />
          {'by' in state && (
            <span class="tk-small">
              {' '}
              {t({ vi: 'chậm nhất ', en: 'by ' })}
              {formatDate(state.by)}
            </span>
          )}
        </dd>
      </dl>
      <h3 class="govuk-heading-s govuk-!-margin-top-5">{t({ vi: 'Chương trình', en: 'Programme' })}</h3>
      <Programme view={view} />
      {refusalToArrange(view.actor) === null && <Arranging view={view} />}
    </section>
  );
};

const Arranging: FC<{ view: PanelView }> = ({ view }) => {
  const { visit, language, typed } = view;
  const t = (w: Words) => w[language];
  const error = (name: string) => view.refusal?.fields[name]?.[language];
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-top-5">{t({ vi: 'Xếp lịch', en: 'Schedule' })}</h3>
      <form method="post" action={`${view.address}/date`}>
        <TextField
          name="startsOn"
          type="date"
          label={t({ vi: 'Ngày bắt đầu', en: 'First day' })}
          value={typedText(typed, 'startsOn') ?? visit.startsOn ?? ''}
          error={error('startsOn')}
        />
        <TextField
          name="delegation"
          label={t({ vi: 'Đoàn', en: 'Delegation' })}
          value={typedText(typed, 'delegation') ?? visit.delegation ?? ''}
          error={error('delegation')}
        />
        <Button small>{t({ vi: 'Lưu lịch', en: 'Save the date' })}</Button>
      </form>
      {refusalToNotify(view.actor, visit) === null && (
        <form method="post" action={`${view.address}/notice`} class="govuk-!-margin-top-4">
          <TextField
            name="note"
            label={t({
              vi: 'Số, ngày thông báo (không bắt buộc)',
              en: 'Number and date of the notice (optional)',
            })}
            value={typedText(typed, 'note') ?? ''}
            error={error('note')}
          />
          <Button small secondary>
            {t({ vi: 'Ghi nhận đã gửi thông báo', en: 'Record that the notice has left' })}
          </Button>
        </form>
      )}
    </>
  );
};
