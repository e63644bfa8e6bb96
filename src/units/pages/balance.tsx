// How figures given before a change read after it: the balance by kind of unit, and the units whose succession is open.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { addDays, formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { act, type Env, words } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { StackTable } from '#src/web/table.tsx';
import { BackLink, Empty, Status } from '#src/web/ui.tsx';
import { nameIndexOf } from '../registry.ts';
import { type Balance, balances, type Remainder, unsettled } from '../rules/balance.ts';
import { registryRefusal } from '../rules/refusing.ts';
import { ancestorsOn, kindHeading, nameOn, type Registry, type UnitKind } from '../rules.ts';
import { UnitLink } from '../tree.view.tsx';
import { askedDays } from './day-form.tsx';

export const unitBalancePages = new Hono<Env>();

type Days = { from: LocalDate; to: LocalDate };

const left = (b: Balance, why: Remainder['why']) => b.remainders.filter((r) => r.why === why).length;

const counts: [Words, (b: Balance) => number][] = [
  [{ vi: 'Cộng trọn vào một đơn vị', en: 'Added whole to one unit' }, (b) => b.same + b.joined],
  [{ vi: 'Chia theo tỷ lệ đã ghi (ước tính)', en: 'Shared out as declared (estimates)' }, (b) => b.shared],
  [{ vi: 'Để nguyên: chưa có tỷ lệ', en: 'Left whole: no shares' }, (b) => left(b, 'no-shares')],
  [
    { vi: 'Để nguyên: chưa rõ nơi kế thừa', en: 'Left whole: no successor known' },
    (b) => left(b, 'no-successor'),
  ],
  [{ vi: 'Kết thúc theo văn bản, không kế thừa', en: 'Ended by law, no successor' }, (b) => left(b, 'ended')],
];

type Props = { registry: Registry; days: Days; kind: UnitKind | null; language: Language };

/** Of each kind that changed, in how many units' figures are added, shared out or left; nothing when nothing changed. */
export const Balances: FC<Props> = ({ registry, days, kind, language }) => {
  const rows = balances(registry, days).filter((b) => !kind || b.kind === kind);
  if (rows.length === 0) return null;
  const t = (w: Words) => w[language];
  const open = rows.reduce((n, b) => n + left(b, 'no-shares') + left(b, 'no-successor'), 0);
  const first = formatDate(days.from);
  return (
    <section class="tk-section tk-rule" aria-labelledby="so-lieu">
      <h2 class="govuk-heading-m" id="so-lieu">
        {t({ vi: 'Số liệu cũ đọc theo đơn vị mới', en: 'Earlier figures read by the new units' })}
      </h2>
      <p class="govuk-body">
        {t({
          vi: 'Tổng của cả nước không đổi: số liệu của mỗi đơn vị nằm ở đúng một cột. Chỉ số cộng được mới cộng hoặc chia; tỷ lệ tính lại từ tử số và mẫu số; lời văn vẫn của đơn vị đã viết.',
          en: 'National totals stay the same: each unit’s figures are in exactly one column. Only what adds is added or shared out; ratios come from their parts; words stay with their authors.',
        })}
      </p>
      <StackTable<Balance>
        class="tk-unit-counts"
        caption={t({ vi: 'Số đơn vị theo cách đọc số liệu', en: 'Units by how their figures read' })}
        rows={rows}
        columns={[
          { head: t({ vi: 'Loại', en: 'Kind' }), namesRow: true, cell: (b) => kindHeading(b.kind, language) },
          {
            head: t({ vi: `Đơn vị ngày ${first}`, en: `Units on ${first}` }),
            labelled: true,
            class: 'tk-num',
            cell: (b) => formatNumber(b.before),
          },
          ...counts.map(([head, of]) => ({
            head: t(head),
            labelled: true as const,
            class: 'tk-num',
            cell: (b: Balance) => formatNumber(of(b)),
          })),
        ]}
      />
      {open > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/units/unsettled?from=${days.from}&to=${days.to}`}>
            {t({
              vi: `${formatNumber(open)} đơn vị chưa ghi đủ nơi kế thừa`,
              en: `${formatNumber(open)} units whose succession is not all on record`,
            })}
          </a>
        </p>
      )}
    </section>
  );
};

unitBalancePages.get('/units/unsettled', async (c) => {
  const { db, actor, now } = act(c);
  const t = words(c);
  const { registry } = await nameIndexOf(db);
  const days = askedDays(c, registry, now);
  const list = unsettled(registry, days);
  const mayWrite = registryRefusal(actor) === null;
  const title = { vi: 'Chưa ghi đủ nơi kế thừa', en: 'Succession not all on record' };
  const groups: [Remainder['why'], Words][] = [
    [
      'no-shares',
      { vi: 'Chia cho nhiều đơn vị, chưa ghi tỷ lệ', en: 'Went several ways, no shares declared' },
    ],
    ['no-successor', { vi: 'Nguồn không ghi đơn vị kế thừa', en: 'The source names no successor' }],
  ];
  return page(
    c,
    { title },
    <>
      <BackLink href={`/units/changes?from=${days.from}&to=${days.to}`}>
        {t({ vi: 'Thay đổi giữa hai ngày', en: 'Changes between two days' })}
      </BackLink>
      <h1 class="govuk-heading-l">
        {t(title)}{' '}
        <span class="tk-unit-day">
          {formatDate(days.from)} – {formatDate(days.to)}
        </span>
      </h1>
      <p class="govuk-body">
        {t({
          vi: 'Số liệu của các đơn vị này để nguyên, không cộng vào đơn vị mới. Ghi nơi kế thừa, có căn cứ, thì cộng được; có tỷ lệ thì chia được và đánh dấu ước tính.',
          en: 'Figures of these units are left whole and not added to new ones. Once successors are recorded with a legal basis they are added; with shares they are divided and marked as estimates.',
        })}
      </p>
      {list.length === 0 && <Empty>{t({ vi: 'Không còn đơn vị nào.', en: 'None is left.' })}</Empty>}
      {groups.map(([why, head]) => {
        const own = list.filter((r) => r.why === why);
        return (
          own.length > 0 && <Open {...{ own, head, registry, days, mayWrite }} language={c.var.language} />
        );
      })}
    </>,
  );
});

type OpenProps = {
  own: Remainder[];
  head: Words;
  registry: Registry;
  days: Days;
  mayWrite: boolean;
  language: Language;
};

const Open: FC<OpenProps> = ({ own, head, registry, days, mayWrite, language }) => {
  const t = (w: Words) => w[language];
  return (
    <section class="tk-section tk-rule">
      <h2 class="govuk-heading-m">
        {head[language]} · {formatNumber(own.length)}
      </h2>
      <StackTable<Remainder>
        caption={head[language]}
        rows={own}
        columns={[
          {
            head: t({ vi: 'Đơn vị', en: 'Unit' }),
            namesRow: true,
            cell: ({ unit }) => {
              const eve = addDays(unit.abolishedOn ?? days.to, -1);
              const above = ancestorsOn(registry, unit.id, eve).filter((u) => u.kind !== 'nation');
              return (
                <>
                  <UnitLink id={unit.id} on={unit.abolishedOn ?? days.to}>
                    {nameOn(registry, unit, eve).fullName}
                  </UnitLink>
                  <span class="tk-small tk-unit-side">
                    {above.map((u) => nameOn(registry, u, eve).fullName).join(', ')}
                  </span>
                </>
              );
            },
          },
          {
            head: t({ vi: 'Đã biết', en: 'Known' }),
            cell: ({ into }) =>
              into.length === 0 ? (
                <Status kind="none">{t({ vi: 'chưa rõ', en: 'unknown' })}</Status>
              ) : (
                into.map((u, i) => (
                  <>
                    {i > 0 && ', '}
                    <UnitLink id={u.id} on={days.to}>
                      {nameOn(registry, u, days.to).fullName}
                    </UnitLink>
                  </>
                ))
              ),
          },
          {
            head: t({ vi: 'Việc cần làm', en: 'To do' }),
            cell: ({ unit }) =>
              mayWrite && (
                <a
                  class="govuk-link"
                  aria-label={t({
                    vi: `Ghi nơi kế thừa của ${unit.fullName}`,
                    en: `Record successors of ${unit.fullName}`,
                  })}
                  href={`/units/${unit.id}/events/new?kind=succeed`}
                >
                  {t({ vi: 'Ghi nơi kế thừa', en: 'Record successors' })}
                </a>
              ),
          },
        ]}
      />
    </section>
  );
};
