// The time line of one unit: its events with who went into whom, and on what legal basis.
import type { Child, FC } from 'hono/jsx';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import type { HistoryEvent, HistoryMember, UnitHistory } from './history.ts';
import type { Kin } from './lineage.ts';
import { eventNames } from './rules.ts';
import { UnitLink } from './tree.view.tsx';

export type NamedUnit = { id: string; fullName: string };

/** Links in a row, separated by commas. */
export const UnitLinks: FC<{ units: NamedUnit[]; on: LocalDate }> = ({ units, on }) => (
  <>
    {units.map((unit, i) => (
      <>
        {i > 0 && ', '}
        <UnitLink id={unit.id} on={on}>
          {unit.fullName}
        </UnitLink>
      </>
    ))}
  </>
);

type Props = {
  language: Language;
  history: UnitHistory;
  parts: Kin[];
  names: Map<string, { name: string; fullName: string }>;
  on: LocalDate;
  /** May withdraw what people recorded. */
  mayWrite: boolean;
};

/** What happened to the unit, oldest first, each with its legal basis. */
export const TimeLine: FC<Props> = ({ language, history, parts, names, on, mayWrite }) => {
  const t = (w: Words) => w[language];
  return (
    <ol class="tk-plain tk-unit-line">
      {history.foundedOn === null && (
        <li>
          <b>{history.names[0]?.fullName}</b>
          {t({
            vi: 'Có từ trước; chưa có ngày thành lập trong nguồn.',
            en: 'Older than the records; no founding date in the source.',
          })}
        </li>
      )}
      {history.events.map((event) => (
        <Event {...{ event, history, language, on, mayWrite }} />
      ))}
      {parts.some((p) => !p.whole) && (
        <li class="warn">
          {t({ vi: 'Chỉ nhận một phần của: ', en: 'Took only a part of: ' })}
          <UnitLinks
            units={parts
              .filter((p) => !p.whole)
              .map((p) => ({ id: p.unit.id, fullName: names.get(p.unit.id)?.fullName ?? p.unit.fullName }))}
            on={on}
          />
        </li>
      )}
    </ol>
  );
};

type EventProps = Pick<Props, 'history' | 'language' | 'on' | 'mayWrite'> & { event: HistoryEvent };

const Event: FC<EventProps> = (props) => {
  const { event, history, language, on, mayWrite } = props;
  if (event.withdrawn !== null) return <WithdrawnEvent {...props} reason={event.withdrawn} />;
  const renamed = event.kind === 'rename' && history.names.find((n) => n.validFrom === event.onDate);
  return (
    <li>
      <b>
        {formatDate(event.onDate)} · {eventNames[event.kind][language]}
      </b>
      {renamed && `${language === 'vi' ? 'Tên mới' : 'New name'}: ${renamed.fullName}`}
      {event.members.length > 1 && (
        <Members members={event.members} self={history.id} on={on} language={language} />
      )}
      {event.kind === 'abolish' && event.legalBasis === null && (
        <span>
          {language === 'vi' ? 'Nguồn không ghi đơn vị kế thừa.' : 'The source names no successor.'}
        </span>
      )}
      {event.shareBasis && (
        <span>
          {language === 'vi' ? 'Tỷ lệ theo ' : 'Shares by '}
          {event.shareBasis}
        </span>
      )}
      {event.legalBasis && <span class="tk-small tk-unit-basis">{event.legalBasis}</span>}
      {event.actId && mayWrite && (
        <a class="govuk-link tk-small" href={`/units/acts/${event.actId}/withdrawal`}>
          {language === 'vi' ? 'Ghi nhầm: rút lại' : 'Recorded by mistake: withdraw'}
        </a>
      )}
    </li>
  );
};

/** It stays to be read, but no longer counts: its units are not led to. */
const WithdrawnEvent: FC<EventProps & { reason: string }> = ({ event, reason, language }) => (
  <li class="off">
    <b>
      {formatDate(event.onDate)} · {eventNames[event.kind][language]}
    </b>
    <span>
      {language === 'vi' ? 'Đã rút lại' : 'Withdrawn'}: {reason}
    </span>
    {event.legalBasis && <span class="tk-small tk-unit-basis">{event.legalBasis}</span>}
  </li>
);

const Members: FC<{ members: HistoryMember[]; self: string; on: LocalDate; language: Language }> = ({
  members,
  self,
  on,
  language,
}) => {
  const side = (role: 'from' | 'to'): Child =>
    members
      .filter((m) => m.role === role)
      .map((m, i) => (
        <>
          {i > 0 && ' + '}
          {m.id === self ? (
            <strong>{m.fullName}</strong>
          ) : (
            <UnitLink id={m.id} on={on}>
              {m.fullName}
            </UnitLink>
          )}
          {m.share !== null
            ? ` (${formatNumber(Math.round(m.share * 1000) / 10)}%)`
            : m.partial && (language === 'vi' ? ' (một phần)' : ' (in part)')}
        </>
      ));
  const given = members.some((m) => m.role === 'from');
  return (
    <>
      {given && (
        <span class="tk-unit-side">
          {language === 'vi' ? 'Từ: ' : 'From: '}
          {side('from')}
        </span>
      )}
      <span class="tk-unit-side">
        {language === 'vi' ? 'Thành: ' : 'Into: '}
        {side('to')}
      </span>
    </>
  );
};
