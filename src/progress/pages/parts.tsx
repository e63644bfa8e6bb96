// Pieces that the board, its printed page and the list share: status, date, sections written, the one number.
import type { Child, FC } from 'hono/jsx';
import { extensionOf } from '#src/campaigns/rules.ts';
import { shortDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Column } from '#src/web/table.tsx';
import { Status, type StatusKind } from '#src/web/ui.tsx';
import { type BoardItem, base, type Counts, inCount } from '../board.ts';
import { type StandingKind, standingInWords, standingKinds, standingNames } from '../rules.ts';

export const looks: Record<StandingKind, StatusKind> = {
  accepted: 'ok',
  sent: 'sent',
  returned: 'returned',
  drafting: 'draft',
  'at-risk': 'risk',
  'not-opened': 'none',
  overdue: 'late',
  'secret-channel': 'none',
  released: 'none',
};

/** Facts rather than states: shown only when there are any. */
const quiet: readonly StandingKind[] = ['secret-channel', 'released'];

export function shownKinds(counts: Counts): StandingKind[] {
  return standingKinds.filter((kind) => !quiet.includes(kind) || counts[kind] > 0);
}

/** The page that tells one body's story. */
function storyHref(slug: string, item: Pick<BoardItem, 'owed'>): string {
  return `/campaigns/${slug}/obligations/${item.owed.id}`;
}

/** The last thing that the body sent, or its story when it has sent nothing. */
export function reportHref(slug: string, item: BoardItem): string {
  return item.facts?.latest ? `/submissions/${item.facts.latest.submissionId}` : storyHref(slug, item);
}

/** "Dự thảo: trước 30/7", "trước 30/8", "gia hạn đến 06/9". */
function dueShort(item: BoardItem): Words {
  const stage = item.owed.stages.find((s) => s.stage === item.now.stage);
  if (!stage) return { vi: '', en: '' };
  const [vi, en] = stage.stage === 'draft' ? ['Dự thảo: ', 'Draft: '] : ['', ''];
  if (extensionOf(stage.stage, item.owed.decisions)) {
    const day = shortDate(item.now.dueOn);
    return { vi: `${vi}gia hạn đến ${day}`, en: `${en}extended to ${day}` };
  }
  const day = shortDate(stage.printedOn);
  if (stage.inclusive) return { vi: `${vi}hết ${day}`, en: `${en}by ${day}` };
  return { vi: `${vi}trước ${day}`, en: `${en}before ${day}` };
}

const StandingCell: FC<{ item: BoardItem; language: Language }> = ({ item, language }) => (
  <>
    <Status kind={looks[item.now.kind]}>{standingInWords(item.now)[language]}</Status>{' '}
    <span class="tk-meta">{dueShort(item)[language]}</span>
  </>
);

const SectionsCell: FC<{ item: BoardItem }> = ({ item }) => {
  const { done, required } = item.sections;
  return (
    <>
      <svg
        class="tk-mini"
        aria-hidden="true"
        viewBox={`0 0 ${Math.max(1, required)} 1`}
        preserveAspectRatio="none"
      >
        <rect width={done} height="1" />
      </svg>
      {done}/{required}
    </>
  );
};

/** What every table of bodies begins with: name and template with a mark behind them, status and due date, sections written. */
export function standingColumns(
  slug: string,
  language: Language,
  mark: (item: BoardItem) => Child = () => null,
): Column<BoardItem>[] {
  const t = (w: Words) => w[language];
  return [
    {
      head: t({ vi: 'Đơn vị', en: 'Body' }),
      namesRow: true,
      cell: (item) => (
        <>
          <a class="govuk-link" href={storyHref(slug, item)}>
            {item.owed.unitName}
          </a>{' '}
          <span class="tk-unit">{item.owed.templateCode}</span>
          {mark(item)}
        </>
      ),
    },
    {
      head: t({ vi: 'Trạng thái, hạn', en: 'Status, due' }),
      cell: (item) => <StandingCell item={item} language={language} />,
    },
    {
      head: t({ vi: 'Mục xong', en: 'Sections' }),
      class: 'tk-num tk-nb',
      labelled: true,
      cell: (item) => <SectionsCell item={item} />,
    },
  ];
}

type HeroProps = {
  counts: Counts;
  daysLeft: number | null;
  hrefOf: ((kind: StandingKind) => string) | null;
  language: Language;
};

/** 58/117, the bar and its counts; each count leads to its list when `hrefOf` is given. */
export const Hero: FC<HeroProps> = ({ counts, daysLeft, hrefOf, language }) => (
  <section class="tk-hero" aria-label={language === 'vi' ? 'Tóm tắt' : 'Summary'}>
    <p class="tk-hero__n">
      <b>
        {inCount(counts)}
        <span>/{base(counts)}</span>
      </b>{' '}
      {language === 'vi' ? 'báo cáo đã về' : 'reports are in'}
      {daysLeft !== null && <DaysLeft days={daysLeft} language={language} />}
    </p>
    <div>
      <Bar counts={counts} language={language} />
      <ul class="tk-counts">
        {shownKinds(counts).map((kind) => (
          <li>
            <b>{counts[kind]}</b> <Count kind={kind} href={hrefOf?.(kind) ?? null} language={language} />
          </li>
        ))}
      </ul>
    </div>
  </section>
);

const Count: FC<{ kind: StandingKind; href: string | null; language: Language }> = ({
  kind,
  href,
  language,
}) => {
  const status = <Status kind={looks[kind]}>{standingNames[kind][language]}</Status>;
  if (!href) return status;
  return (
    <a class="govuk-link govuk-link--no-underline" href={href}>
      {status}
    </a>
  );
};

const DaysLeft: FC<{ days: number; language: Language }> = ({ days, language }) => {
  if (days === 0) return <>{language === 'vi' ? ', hôm nay là ngày cuối' : ', today is the last day'}</>;
  const count = Math.abs(days);
  const [before, after] =
    days > 0
      ? { vi: [', còn ', ' đến hết hạn'], en: [', ', ' left'] }[language]
      : { vi: [', đã quá hạn chung ', ''], en: [', ', ' past the due date'] }[language];
  return (
    <>
      {before}
      <strong>{language === 'vi' ? `${count} ngày` : `${count} ${count === 1 ? 'day' : 'days'}`}</strong>
      {after}
    </>
  );
};

const Bar: FC<{ counts: Counts; language: Language }> = ({ counts, language }) => {
  const total = base(counts);
  const kinds = shownKinds(counts).filter((kind) => kind !== 'released');
  const label = kinds.map((kind) => `${standingNames[kind][language]} ${counts[kind]}`).join(', ');
  let x = 0;
  return (
    <svg
      class="tk-bar"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${Math.max(1, total)} 1`}
      preserveAspectRatio="none"
    >
      {kinds.map((kind) => {
        const from = x;
        x += counts[kind];
        const width = Math.max(0, counts[kind] - total * 0.002);
        return counts[kind] > 0 && <rect class={`f-${looks[kind]}`} x={from} width={width} height="1" />;
      })}
    </svg>
  );
};
