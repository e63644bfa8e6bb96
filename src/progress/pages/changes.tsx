// What changed since last week, each line with the way to its reports.
import type { FC } from 'hono/jsx';
import { shortDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { type BoardItem, type ChangeKind, countsOf, hasChanged } from '../board.ts';

type Change = { kind: ChangeKind; figure: string; words: Words; link: Words };
type Line = (changed: BoardItem[], all: readonly BoardItem[]) => Omit<Change, 'kind' | 'figure'>;

const seeReports = (n: number): Words => ({
  vi: `Xem ${n} báo cáo`,
  en: `See ${n} ${n === 1 ? 'report' : 'reports'}`,
});
const seeBodies = (n: number): Words => ({
  vi: `Xem ${n} đơn vị`,
  en: `See ${n} ${n === 1 ? 'body' : 'bodies'}`,
});

/** Up to three names and the end of the sentence, so that a line stays a line. */
function names(items: readonly BoardItem[], say = (i: BoardItem) => i.owed.unitShort): string {
  return `${items.slice(0, 3).map(say).join(', ')}${items.length > 3 ? '…' : '.'}`;
}

const lines: Record<ChangeKind, Line> = {
  arrived: (items) => {
    const surveyed = items.filter((i) => i.owed.surveyed).length;
    const words =
      surveyed > 0
        ? { vi: `, có ${surveyed} đơn vị khảo sát`, en: `, ${surveyed} of them surveyed` }
        : { vi: '', en: '' };
    return {
      words: { vi: `báo cáo về${words.vi}.`, en: `reports came in${words.en}.` },
      link: seeReports(items.length),
    };
  },
  accepted: (items) => ({
    words: { vi: 'báo cáo được chấp nhận.', en: 'reports accepted.' },
    link: seeReports(items.length),
  }),
  'at-risk': (items) => ({
    words: { vi: 'đơn vị mới có nguy cơ chậm.', en: 'more bodies at risk.' },
    link: seeBodies(items.length),
  }),
  returned: (items) => ({
    words: { vi: `trả lại: ${names(items)}`, en: `returned: ${names(items)}` },
    link: seeReports(items.length),
  }),
  overdue: (items) => ({
    words: { vi: `mới quá hạn: ${names(items)}`, en: `newly overdue: ${names(items)}` },
    link: seeBodies(items.length),
  }),
  extended: (items) => {
    const say = (to: string) => names(items, (i) => `${i.owed.unitShort} ${to} ${shortDate(i.now.dueOn)}`);
    return {
      words: { vi: `gia hạn: ${say('đến')}`, en: `extended: ${say('to')}` },
      link: seeBodies(items.length),
    };
  },
  opened: (items, all) => {
    const left = countsOf(all)['not-opened'];
    return {
      words: { vi: `chưa mở, còn ${left} đơn vị.`, en: `not opened, ${left} left.` },
      link: seeBodies(items.length),
    };
  },
};

const order: ChangeKind[] = ['arrived', 'accepted', 'at-risk', 'returned', 'extended', 'overdue', 'opened'];

/** Only what did change; opening shows as fewer that have not. */
export function changesOf(items: readonly BoardItem[]): Change[] {
  return order.flatMap((kind) => {
    const changed = items.filter((i) => hasChanged(i, kind));
    if (changed.length === 0) return [];
    const figure = `${kind === 'opened' ? '−' : '+'}${changed.length}`;
    return [{ kind, figure, ...lines[kind](changed, items) }];
  });
}

type Props = { slug: string; items: readonly BoardItem[]; weekAgo: string; language: Language };

export const Changes: FC<Props> = ({ slug, items, weekAgo, language }) => {
  const changes = items.some((i) => i.before) ? changesOf(items) : null;
  const day = shortDate(weekAgo);
  return (
    <section class="tk-section" aria-labelledby="doi">
      <h2 class="govuk-heading-m tk-rule" id="doi">
        {language === 'vi' ? `Thay đổi so với tuần trước (${day})` : `Changes since last week (${day})`}
      </h2>
      {changes && changes.length > 0 ? (
        <ul class="tk-change">
          {changes.map((change) => (
            <li>
              <b>{change.figure}</b>
              <span>
                {change.words[language]}{' '}
                <a class="govuk-link" href={`/campaigns/${slug}/reports?change=${change.kind}`}>
                  {change.link[language]}
                </a>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body">{nothing(changes !== null)[language]}</p>
      )}
    </section>
  );
};

function nothing(hasWeek: boolean): Words {
  return hasWeek
    ? { vi: 'Tuần qua không có thay đổi.', en: 'Nothing changed during the week.' }
    : {
        vi: 'Đợt tổng kết mới được tạo trong tuần nên chưa có gì để so.',
        en: 'The campaign is less than a week old; there is nothing to compare with.',
      };
}
