// One unit through time: what it is on the day, what became of it, its time line, names, codes and the units under it.
import type { FC } from 'hono/jsx';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { BackLink, Notice, Status } from '#src/web/ui.tsx';
import type { HistorySpan, UnitHistory } from './history.ts';
import { LifeLine } from './life-line.view.tsx';
import type { Kin } from './lineage.ts';
import { Contacts } from './pages/contacts.tsx';
import type { Stretch } from './rules/changes.ts';
import type { ContactRow } from './rules/contacts.ts';
import { kindHeading, type UnitKind, type UnitRecord } from './rules.ts';
import { schemeNames } from './schemes.ts';
import type { UnitOn } from './store.ts';
import { type NamedUnit, TimeLine, UnitLinks } from './timeline.view.tsx';
import { TreeList, UnitLink } from './tree.view.tsx';

type Props = {
  language: Language;
  history: UnitHistory;
  on: LocalDate;
  today: LocalDate;
  name: { name: string; fullName: string };
  names: Map<string, { name: string; fullName: string }>;
  path: (NamedUnit & { kind: UnitKind })[];
  children: UnitOn[];
  counterpart: NamedUnit | null;
  heirs: UnitRecord[];
  /** The heirs took over its land, unit by unit, not the unit itself. */
  landHeirs: boolean;
  parts: Kin[];
  stretches: Stretch[];
  /** It is gone, and it is not on record who took it or how much each took. */
  isUnsettled: boolean;
  /** May record events. */
  mayWrite: boolean;
  /** Null for those who may not see contacts. */
  contacts: { history: ContactRow[]; mayWrite: boolean } | null;
  /** An event has just been recorded. */
  recorded: boolean;
};

export const UnitView: FC<Props> = (props) => {
  const { language, history, on, name, names, parts, children } = props;
  const t = (w: Words) => w[language];
  return (
    <>
      <BackLink href={`/units?on=${on}`}>
        {t({ vi: `Tổ chức ngày ${formatDate(on)}`, en: `Units on ${formatDate(on)}` })}
      </BackLink>
      {props.recorded && <Notice>{t({ vi: 'Đã ghi vào danh mục.', en: 'It is recorded.' })}</Notice>}
      <h1 class="govuk-heading-l">{name.fullName}</h1>
      <Standing {...props} />
      <LifeLine
        stretches={props.stretches}
        before={namedOf(
          props,
          parts.map((k) => k.unit),
        ).slice(0, mostKin)}
        after={namedOf(props, props.heirs).slice(0, mostKin)}
        on={on}
        language={language}
      />
      {props.mayWrite && (
        <p>
          <a class="govuk-link" href={`/units/${history.id}/events/new?on=${on}`}>
            {t({
              vi: 'Ghi sự kiện: đổi tên, sáp nhập, chia tách…',
              en: 'Record an event: renaming, merger, split…',
            })}
          </a>
        </p>
      )}
      <div class="tk-cols tk-unit-cols">
        <section class="tk-rule" aria-labelledby="dong-thoi-gian">
          <h2 class="govuk-heading-m" id="dong-thoi-gian">
            {t({ vi: 'Dòng thời gian', en: 'Time line' })}
          </h2>
          <TimeLine {...{ language, history, parts, names, on }} mayWrite={props.mayWrite} />
        </section>
        <Facts {...props} />
      </div>
      {children.length > 0 && (
        <section class="tk-section tk-rule" aria-labelledby="truc-thuoc">
          <h2 class="govuk-heading-m" id="truc-thuoc">
            {t({ vi: `Trực thuộc ngày ${formatDate(on)}`, en: `Under it on ${formatDate(on)}` })}
            {` · ${children.length}`}
          </h2>
          <TreeList units={children} on={on} language={language} />
        </section>
      )}
      {props.contacts && <Contacts unitId={history.id} {...props.contacts} language={language} />}
      <p class="tk-small">
        {t({ vi: 'Mã định danh: ', en: 'Identifier: ' })}
        <span class="tk-code">{history.id}</span>
      </p>
    </>
  );
};

/** Of a unit formed from very many, the line names the first; the time line below names all. */
const mostKin = 12;

const namedOf = ({ names }: Props, units: readonly UnitRecord[]): NamedUnit[] =>
  units.map((u) => ({ id: u.id, fullName: names.get(u.id)?.fullName ?? u.fullName }));

/** The one sentence the page is for: exists on the day, not yet, or gone and followed by whom. */
const Standing: FC<Props> = (props) => {
  const { language, history, on, path, counterpart } = props;
  const t = (w: Words) => w[language];
  const kind = kindHeading(history.kind, language);
  const above = path.filter((u) => u.kind !== 'nation');
  return (
    <div class="tk-unit-standing">
      <p>
        <Exists {...props} />
      </p>
      {props.heirs.length > 0 && <Heirs {...props} />}
      {props.isUnsettled && <Unsettled {...props} />}
      <p class="tk-small">
        {kind}
        {above.length > 0 && ' · '}
        <UnitLinks units={above} on={on} />
        {counterpart && ' · '}
        {counterpart &&
          (history.territoryId
            ? t({ vi: 'địa bàn: ', en: 'territory: ' })
            : t({ vi: 'cấp ủy: ', en: 'Party committee: ' }))}
        {counterpart && (
          <UnitLink id={counterpart.id} on={on}>
            {counterpart.fullName}
          </UnitLink>
        )}
      </p>
    </div>
  );
};

const Exists: FC<Props> = ({ language, history, on }) => {
  const day = formatDate(on);
  const { foundedOn, abolishedOn } = history;
  if (abolishedOn && abolishedOn <= on)
    return (
      <Status kind="none">
        {language === 'vi'
          ? `không còn từ ${formatDate(abolishedOn)}`
          : `gone since ${formatDate(abolishedOn)}`}
      </Status>
    );
  if (foundedOn && foundedOn > on)
    return (
      <Status kind="none">
        {language === 'vi'
          ? `ngày ${day} chưa có; thành lập ${formatDate(foundedOn)}`
          : `not yet on ${day}; founded ${formatDate(foundedOn)}`}
      </Status>
    );
  return <Status kind="ok">{language === 'vi' ? `có ngày ${day}` : `exists on ${day}`}</Status>;
};

const Heirs: FC<Props> = ({ language, heirs, landHeirs, names, on }) => {
  const units = heirs.map((u) => ({ id: u.id, fullName: names.get(u.id)?.fullName ?? u.fullName }));
  const words = landHeirs
    ? { vi: 'Địa bàn nay thuộc: ', en: 'Its land now belongs to: ' }
    : { vi: 'Đơn vị kế thừa: ', en: 'Succeeded by: ' };
  return (
    <p class="tk-unit-heirs">
      {words[language]}
      <UnitLinks units={units} on={on} />
    </p>
  );
};

/** What is missing of the succession, and the way to mend it. */
const Unsettled: FC<Props> = ({ language, heirs, history, mayWrite }) => {
  const t = (w: Words) => w[language];
  const isDivided = heirs.length > 0;
  return (
    <p>
      <Status kind="risk">
        {isDivided
          ? t({ vi: 'chưa ghi tỷ lệ', en: 'no shares declared' })
          : t({ vi: 'chưa rõ nơi kế thừa', en: 'no successor known' })}
      </Status>{' '}
      {isDivided
        ? t({
            vi: 'Chia cho nhiều đơn vị; số liệu cũ giữ nguyên, không chia.',
            en: 'It went several ways; earlier figures stay whole.',
          })
        : t({
            vi: 'Nguồn không ghi đơn vị kế thừa; số liệu cũ giữ nguyên ở đơn vị này.',
            en: 'The source names no successor; earlier figures stay with this unit.',
          })}{' '}
      {mayWrite && (
        <a class="govuk-link" href={`/units/${history.id}/events/new?kind=succeed`}>
          {t({ vi: 'Ghi nơi kế thừa', en: 'Record successors' })}
        </a>
      )}
    </p>
  );
};

const Facts: FC<Props> = ({ language, history }) => {
  const t = (w: Words) => w[language];
  const during = (span: HistorySpan): string =>
    [
      span.validFrom && `${t({ vi: 'từ', en: 'from' })} ${formatDate(span.validFrom)}`,
      span.validTo && `${t({ vi: 'trước', en: 'before' })} ${formatDate(span.validTo)}`,
    ]
      .filter(Boolean)
      .join(', ');
  const rows: [string, string, string][] = [
    ...history.names.map((n): [string, string, string] => [
      t({ vi: 'Tên', en: 'Name' }),
      n.fullName,
      during(n),
    ]),
    ...history.codes.map((c): [string, string, string] => [
      schemeNames[c.scheme] ? t(schemeNames[c.scheme]!) : c.scheme,
      c.code,
      during(c),
    ]),
    ...history.parents.map((p): [string, string, string] => [
      t({ vi: 'Thuộc', en: 'Under' }),
      p.fullName,
      during(p),
    ]),
  ];
  return (
    <section class="tk-rule" aria-labelledby="ten-va-ma">
      <h2 class="govuk-heading-m" id="ten-va-ma">
        {t({ vi: 'Tên, mã, cấp trên', en: 'Names, codes, parents' })}
      </h2>
      <dl class="tk-unit-facts">
        {rows.map(([label, value, span]) => (
          <div>
            <dt>{label}</dt>
            <dd>
              {value} {span && <span class="tk-small">{span}</span>}
            </dd>
          </div>
        ))}
        {history.aliases.length > 0 && (
          <div>
            <dt>{t({ vi: 'Cách viết khác', en: 'Other spellings' })}</dt>
            <dd>{history.aliases.join(', ')}</dd>
          </div>
        )}
      </dl>
    </section>
  );
};
