// The programme of one visit: each session with its host, and the forms by which hosts are proposed and confirmed.
import type { FC } from 'hono/jsx';
import type { Actor } from '#src/kernel/actor.ts';
import { addDays, shortDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type Typed, typedText } from '#src/web/form.ts';
import { Button, Status, TextField } from '#src/web/ui.tsx';
import { halfTimes, hostNames } from '../patterns.ts';
import { refusalToArrange, refusalToChooseHost, type Session } from '../rules.ts';
import type { NamedVisit } from '../schedule.ts';

export type PanelView = {
  visit: NamedVisit;
  actor: Actor;
  /** "/campaigns/82-kh-bdvtw-2023/visits/{id}": where the visit's forms go. */
  address: string;
  typed: Typed;
  refusal: Refusal | null;
  language: Language;
};

export const Programme: FC<{ view: PanelView }> = ({ view }) => (
  <ol class="tk-sess">
    {view.visit.sessions.map((session) => (
      <li>
        <h4>{sessionTitle(view, session)}</h4>
        {session.subject}
        {session.hostKind !== null && <Host view={view} session={session} />}
      </li>
    ))}
  </ol>
);

function sessionTitle({ visit, language }: PanelView, session: Session): string {
  const half = {
    vi: session.half === 'morning' ? 'sáng' : 'chiều',
    en: session.half === 'morning' ? 'morning' : 'afternoon',
  }[language];
  const day = visit.startsOn ? ` ${shortDate(addDays(visit.startsOn, session.dayOffset))}` : '';
  const number = language === 'vi' ? `Buổi ${session.position}` : `Session ${session.position}`;
  return `${number}: ${half}${day}, ${halfTimes[session.half]}`;
}

const Host: FC<{ view: PanelView; session: Session }> = ({ view, session }) => {
  const t = (w: Words) => w[view.language];
  if (session.confirmedAt)
    return (
      <p class="tk-sess__host">
        <strong>{session.hostChoice}</strong>{' '}
        <Status kind="ok">{t({ vi: 'Đã xác nhận', en: 'Confirmed' })}</Status>
      </p>
    );
  if (session.hostChoice !== null) return <Proposed view={view} session={session} />;
  return (
    <>
      <p class="tk-sess__host">
        <Status kind="risk">{t({ vi: 'Chờ đơn vị chọn', en: 'The host has to choose' })}</Status>
        {session.changeReason && (
          <span class="tk-small">
            {' '}
            {t({ vi: 'Đề nghị đổi: ', en: 'Another one is asked for: ' })}
            {session.changeReason}
          </span>
        )}
      </p>
      <ChoiceForm view={view} session={session} />
    </>
  );
};

const Proposed: FC<{ view: PanelView; session: Session }> = ({ view, session }) => {
  const t = (w: Words) => w[view.language];
  return (
    <>
      <p class="tk-sess__host">
        {t({ vi: 'Đơn vị đề xuất: ', en: 'The unit proposes: ' })}
        <strong>{session.hostChoice}</strong>
      </p>
      {refusalToArrange(view.actor) === null ? (
        <AnswerForms view={view} session={session} />
      ) : (
        <>
          <p class="tk-small">{t({ vi: 'Chờ Ban xác nhận.', en: 'Waiting for the centre to confirm.' })}</p>
          <ChoiceForm view={view} session={session} />
        </>
      )}
    </>
  );
};

/** The centre confirms the host, or asks for another with its reason. */
const AnswerForms: FC<{ view: PanelView; session: Session }> = ({ view, session }) => {
  const t = (w: Words) => w[view.language];
  const action = `${view.address}/sessions/${session.position}/confirmation`;
  const reason = `reason-${session.position}`;
  const error = view.refusal?.fields[reason]?.[view.language];
  return (
    <>
      <form method="post" action={action} class="tk-actions">
        <Button small name="answer" value="confirm">
          {t({ vi: 'Xác nhận', en: 'Confirm' })}
        </Button>
      </form>
      <details class="govuk-details" open={error !== undefined}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{t({ vi: 'Đề nghị đổi', en: 'Ask for another' })}</span>
        </summary>
        <form method="post" action={action} class="govuk-details__text">
          <TextField
            name={reason}
            label={t({ vi: 'Lý do đề nghị đổi', en: 'Reason' })}
            value={typedText(view.typed, reason)}
            error={error}
          />
          <Button small secondary name="answer" value="change">
            {t({ vi: 'Gửi đề nghị', en: 'Ask the unit' })}
          </Button>
        </form>
      </details>
    </>
  );
};

/** The unit's own form stands open; the centre, which types on its behalf, opens it first. */
const ChoiceForm: FC<{ view: PanelView; session: Session }> = ({ view, session }) => {
  if (refusalToChooseHost(view.actor, view.visit, session.position) !== null) return null;
  const t = (w: Words) => w[view.language];
  const field = `choice-${session.position}`;
  const error = view.refusal?.fields[field]?.[view.language];
  const kind = hostNames[session.hostKind!];
  const form = (
    <form method="post" action={`${view.address}/sessions/${session.position}/host`}>
      <TextField
        name={field}
        label={t({ vi: `Tên ${kind.vi}`, en: `Name of the ${kind.en}` })}
        value={typedText(view.typed, field) ?? session.hostChoice ?? ''}
        error={error}
      />
      <Button small secondary>
        {session.hostChoice === null
          ? t({ vi: 'Đề xuất', en: 'Propose' })
          : t({ vi: 'Sửa đề xuất', en: 'Change the proposal' })}
      </Button>
    </form>
  );
  if (refusalToArrange(view.actor) !== null) return <div class="govuk-!-margin-top-3">{form}</div>;
  return (
    <details class="govuk-details" open={error !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {t({ vi: 'Nhập thay đơn vị', en: 'Enter for the unit' })}
        </span>
      </summary>
      <div class="govuk-details__text">{form}</div>
    </details>
  );
};
