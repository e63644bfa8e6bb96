// A unit's history as one line: what it came from, its names and parents with their days, what it became.
import type { FC } from 'hono/jsx';
import { addDays, formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Stretch } from './rules/changes.ts';
import { type NamedUnit, UnitLinks } from './timeline.view.tsx';

type Props = {
  stretches: Stretch[];
  /** What it was formed from, and who followed it; empty when nothing or nobody. */
  before: NamedUnit[];
  after: NamedUnit[];
  on: LocalDate;
  language: Language;
};

function days({ from, to }: Stretch, language: Language): string {
  const last = to && formatDate(addDays(to, -1));
  const start = from && formatDate(from);
  if (start && last) return `${start} – ${last}`;
  if (start) return language === 'vi' ? `từ ${start}` : `from ${start}`;
  if (last) return language === 'vi' ? `đến hết ${last}` : `until ${last}`;
  return language === 'vi' ? 'mọi thời kỳ đã ghi' : 'all recorded time';
}

const isNow = (s: Stretch, on: LocalDate): boolean =>
  (s.from === null || s.from <= on) && (s.to === null || on < s.to);

/** Reads from left to right, on a phone from top to bottom; the stretch of the asked day is marked. */
export const LifeLine: FC<Props> = ({ stretches, before, after, on, language }) => {
  const t = (w: Words) => w[language];
  return (
    <ol
      class="tk-unit-life"
      aria-label={t({ vi: 'Tên và cấp trên qua thời gian', en: 'Names and parents through time' })}
    >
      {before.length > 0 && (
        <li class="kin">
          <span class="tk-small">{t({ vi: 'từ', en: 'from' })}</span>
          <span>
            <UnitLinks units={before} on={on} />
          </span>
        </li>
      )}
      {stretches.map((s) => (
        <li {...(isNow(s, on) ? { 'aria-current': 'date' as const } : {})}>
          <b>{s.fullName}</b>
          {s.parent && s.parent.kind !== 'nation' && <span>{s.parent.fullName}</span>}
          <span class="tk-small">{days(s, language)}</span>
        </li>
      ))}
      {after.length > 0 && (
        <li class="kin">
          <span class="tk-small">{t({ vi: 'nay là', en: 'now' })}</span>
          <span>
            <UnitLinks units={after} on={on} />
          </span>
        </li>
      )}
    </ol>
  );
};
