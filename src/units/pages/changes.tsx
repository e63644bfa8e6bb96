// What changed between two days: counts before and after, then every event, by kind.
import { Hono } from 'hono';
import { addDays, formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { act, type Env, words } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { type Column, StackTable } from '#src/web/table.tsx';
import { BackLink, Button, Empty, SelectField, TextField } from '#src/web/ui.tsx';
import { nameIndexOf } from '../registry.ts';
import { type Change, type ChangeAsked, changesBetween, type Tally, tally } from '../rules/changes.ts';
import {
  eventNames,
  kindHeading,
  kindNames,
  nameOn,
  type Registry,
  type UnitEventKind,
  type UnitRecord,
  unitKinds,
} from '../rules.ts';
import { UnitLink } from '../tree.view.tsx';
import { Balances, unitBalancePages } from './balance.tsx';
import { askedDays } from './day-form.tsx';

export const unitChangePages = new Hono<Env>();
unitChangePages.route('/', unitBalancePages);

const onePage = 100;
unitChangePages.get('/units/changes', async (c) => {
  const { db, now } = act(c);
  const { registry } = await nameIndexOf(db);
  const t = words(c);
  const asked: ChangeAsked = {
    ...askedDays(c, registry, now),
    kind: unitKinds.find((k) => k === c.req.query('kind')) ?? null,
    event: (Object.keys(eventNames) as UnitEventKind[]).find((k) => k === c.req.query('event')) ?? null,
  };
  const changes = changesBetween(registry, asked);
  const rows = tally(registry, asked.from, asked.to).filter(
    (row) => row.kind !== 'nation' && (!asked.kind || row.kind === asked.kind),
  );
  const number = Math.max(
    1,
    Math.min(Math.ceil(changes.length / onePage) || 1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1),
  );
  const shown = changes.slice((number - 1) * onePage, number * onePage);
  const days = {
    vi: `${formatDate(asked.from)} và ${formatDate(asked.to)}`,
    en: `${formatDate(asked.from)} and ${formatDate(asked.to)}`,
  };
  return page(
    c,
    { title: { vi: 'Thay đổi giữa hai ngày', en: 'Changes between two days' } },
    <>
      <BackLink href={`/units?on=${asked.to}`}>
        {t({ vi: `Tổ chức ngày ${formatDate(asked.to)}`, en: `Units on ${formatDate(asked.to)}` })}
      </BackLink>
      <h1 class="govuk-heading-l">
        {t({ vi: `Thay đổi giữa ${days.vi}`, en: `Changes between ${days.en}` })}
      </h1>
      <Headline rows={rows} language={c.var.language} />
      <Filter asked={asked} language={c.var.language} />
      <Tallies rows={rows} asked={asked} language={c.var.language} />
      <Balances registry={registry} days={asked} kind={asked.kind} language={c.var.language} />
      <section class="tk-section tk-rule" aria-labelledby="su-kien">
        <h2 class="govuk-heading-m" id="su-kien">
          {t({ vi: 'Sự kiện', en: 'Events' })} · {formatNumber(changes.length)}
        </h2>
        {changes.length === 0 ? (
          <Empty>
            {t({
              vi: 'Không có thay đổi nào giữa hai ngày này. Đề nghị chọn khoảng dài hơn.',
              en: 'Nothing changed between these days. Choose a longer span.',
            })}
          </Empty>
        ) : (
          <ol class="tk-plain tk-unit-changes">
            {shown.map((change) => (
              <ChangeLine registry={registry} change={change} language={c.var.language} />
            ))}
          </ol>
        )}
        <Pages
          asked={asked}
          number={number}
          pages={Math.ceil(changes.length / onePage)}
          language={c.var.language}
        />
      </section>
    </>,
  );
});

type AskedProps = { asked: ChangeAsked; language: Language };

const Filter = ({ asked, language }: AskedProps) => {
  const t = (w: Words) => w[language];
  const any = { value: '', label: t({ vi: 'tất cả', en: 'all' }) };
  return (
    <form method="get" action="/units/changes" class="tk-unit-form tk-unit-form--four">
      <TextField name="from" type="date" label={t({ vi: 'Sau ngày', en: 'After' })} value={asked.from} />
      <TextField name="to" type="date" label={t({ vi: 'Đến ngày', en: 'Up to' })} value={asked.to} />
      <SelectField
        name="kind"
        label={t({ vi: 'Loại đơn vị', en: 'Kind of unit' })}
        value={asked.kind ?? ''}
        options={[any, ...unitKinds.map((k) => ({ value: k, label: t(kindNames[k]) }))]}
      />
      <SelectField
        name="event"
        label={t({ vi: 'Việc', en: 'Event' })}
        value={asked.event ?? ''}
        options={[any, ...Object.entries(eventNames).map(([value, w]) => ({ value, label: t(w) }))]}
      />
      <Button>{t({ vi: 'Xem', en: 'Show' })}</Button>
    </form>
  );
};

type TallyProps = { rows: Tally[]; language: Language };
const isChanged = (row: Tally): boolean => row.founded + row.ended > 0;

/** "Tỉnh, thành phố 63 thành 34": what a reader came for. */
const Headline = ({ rows, language }: TallyProps) => (
  <p class="tk-unit-totals">
    {rows.filter(isChanged).map((row) => (
      <span>
        {kindHeading(row.kind, language)} <b class="tk-num">{formatNumber(row.before)}</b>{' '}
        {language === 'vi' ? 'thành' : 'to'} <b class="tk-num">{formatNumber(row.after)}</b>
      </span>
    ))}
  </p>
);

const Tallies = ({ rows, asked, language }: TallyProps & AskedProps) => {
  const t = (w: Words) => w[language];
  const still = rows.filter((row) => !isChanged(row));
  const number = (head: string, of: (row: Tally) => number): Column<Tally> => ({
    ...{ head, labelled: true, class: 'tk-num' },
    cell: (row) => formatNumber(of(row)),
  });
  return (
    <>
      {still.length < rows.length && (
        <StackTable<Tally>
          class="tk-unit-counts"
          rows={rows.filter(isChanged)}
          columns={[
            {
              ...{ head: t({ vi: 'Loại', en: 'Kind' }), namesRow: true },
              cell: (row) => kindHeading(row.kind, language),
            },
            number(formatDate(asked.from), (row) => row.before),
            number(t({ vi: 'thành lập', en: 'founded' }), (row) => row.founded),
            number(t({ vi: 'kết thúc', en: 'ended' }), (row) => row.ended),
            number(formatDate(asked.to), (row) => row.after),
          ]}
        />
      )}
      {still.length > 0 && (
        <p class="tk-small">
          {t({ vi: 'Số lượng không đổi: ', en: 'The same in number: ' })}
          {still.map((row) => `${t(kindNames[row.kind])} ${formatNumber(row.after)}`).join('; ')}.
        </p>
      )}
    </>
  );
};

const mostNamed = 12;

const ChangeLine = ({
  registry,
  change,
  language,
}: {
  registry: Registry;
  change: Change;
  language: Language;
}) => {
  const { event, from, to } = change;
  const vi = language === 'vi';
  const side = (units: UnitRecord[], day: LocalDate) => (
    <>
      {units.slice(0, mostNamed).map((u, i) => (
        <>
          {i > 0 && ', '}
          <UnitLink id={u.id} on={day}>
            {nameOn(registry, u, day).fullName}
          </UnitLink>
          {partial.has(u.id) && (vi ? ' (một phần)' : ' (in part)')}
        </>
      ))}
      {units.length > mostNamed &&
        (vi ? ` và ${units.length - mostNamed} đơn vị nữa` : ` and ${units.length - mostNamed} more`)}
    </>
  );
  const eve = addDays(event.onDate, -1);
  const partial = new Set(event.members.filter((m) => m.partial).map((m) => m.unitId));
  const before = event.kind === 'rename' ? to : from;
  return (
    <li>
      <span class="tk-unit-what">
        {formatDate(event.onDate)} · {eventNames[event.kind][language]}
      </span>
      <span>
        {before.length > 0 && side(before, eve)}
        {before.length > 0 && to.length > 0 && (vi ? ' thành ' : ' into ')}
        {to.length > 0 && side(to, event.onDate)}
      </span>
      {event.legalBasis && <span class="tk-small">{event.legalBasis}</span>}
    </li>
  );
};

const Pages = ({ asked, number, pages, language }: AskedProps & { number: number; pages: number }) => {
  if (pages < 2) return null;
  const href = (n: number) => {
    const query = new URLSearchParams({ from: asked.from, to: asked.to, page: String(n) });
    if (asked.kind) query.set('kind', asked.kind);
    if (asked.event) query.set('event', asked.event);
    return `/units/changes?${query}`;
  };
  const vi = language === 'vi';
  return (
    <nav aria-label={vi ? 'Trang' : 'Pages'}>
      <ul class="tk-links">
        {number > 1 && (
          <li>
            <a class="govuk-link" href={href(number - 1)}>
              {vi ? 'Trang trước' : 'Previous page'}
            </a>
          </li>
        )}
        <li>{vi ? `Trang ${number}/${pages}` : `Page ${number}/${pages}`}</li>
        {number < pages && (
          <li>
            <a class="govuk-link" href={href(number + 1)}>
              {vi ? 'Trang sau' : 'Next page'}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
};
