// How a visit's state is said on screen.
import type { FC } from 'hono/jsx';
import { formatDate, type LocalDate, shortDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { Status, type StatusKind } from '#src/web/ui.tsx';
import { hostNames } from '../patterns.ts';
import { daysOf, type NoticeState, openChoices, type Visit } from '../rules.ts';

/** "14/9 đến trưa 15/9/2023", "05/10/2023"; null while there is no date. */
export function visitTime(visit: Visit): Words | null {
  const days = daysOf(visit);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const noon = visit.halfDays % 2 === 1;
  if (first === last)
    return {
      vi: `${noon ? 'sáng ' : ''}${formatDate(first)}`,
      en: `${formatDate(first)}${noon ? ', morning' : ''}`,
    };
  return {
    vi: `${shortDate(first)} đến ${noon ? 'trưa ' : ''}${formatDate(last)}`,
    en: `${shortDate(first)} to ${formatDate(last)}${noon ? ', noon' : ''}`,
  };
}

/** "1,5 ngày". */
export function visitLength(visit: Pick<Visit, 'halfDays'>): Words {
  const days = visit.halfDays / 2;
  return {
    vi: `${String(days).replace('.', ',')} ngày`,
    en: `${days} ${days === 1 ? 'day' : 'days'}`,
  };
}

type Look = { kind: StatusKind; words: Words };

/** `conflict`: the calendar has an error at this visit, which matters more than its notice. */
export function noticeLook(state: NoticeState, conflict: boolean): Look {
  if (conflict) return { kind: 'error', words: { vi: 'xung đột lịch', en: 'conflict' } };
  switch (state.kind) {
    case 'not-scheduled':
      return { kind: 'none', words: { vi: 'chưa xếp ngày', en: 'no date yet' } };
    case 'no-rule':
      return { kind: 'none', words: { vi: 'kế hoạch không quy định', en: 'no rule in the plan' } };
    case 'sent':
      return {
        kind: 'ok',
        words: {
          vi: `đã báo ${shortDate(state.on)}${state.late ? ', chậm' : ''}`,
          en: `sent ${shortDate(state.on)}${state.late ? ', late' : ''}`,
        },
      };
    case 'overdue':
      return {
        kind: 'late',
        words: { vi: `quá hạn ${state.days} ngày`, en: `${state.days} days overdue` },
      };
    case 'due':
      return dueLook(state);
  }
}

function dueLook(state: Extract<NoticeState, { kind: 'due' }>): Look {
  if (state.daysLeft === 0) return { kind: 'risk', words: { vi: 'gửi trong hôm nay', en: 'send today' } };
  if (state.daysLeft === 1)
    return { kind: 'risk', words: { vi: 'gửi trong ngày mai', en: 'send by tomorrow' } };
  if (state.again) return { kind: 'risk', words: { vi: 'phải báo lại', en: 'give notice again' } };
  const left = { vi: `còn ${state.daysLeft} ngày`, en: `${state.daysLeft} days left` };
  return {
    kind: state.daysLeft <= 7 ? 'risk' : 'none',
    words: { vi: `chưa gửi, ${left.vi}`, en: `not sent, ${left.en}` },
  };
}

/** What the body still has to choose, or what it chose; null when the visit needs no choice. */
export function hostSummary(visit: Visit): Words | null {
  const hosted = visit.sessions.filter((s) => s.hostKind !== null);
  if (hosted.length === 0) return null;
  const open = openChoices(visit);
  const chosen = hosted.filter((s) => s.hostChoice !== null).map((s) => s.hostChoice);
  if (open.length === 0) return { vi: chosen.join('; '), en: chosen.join('; ') };
  const kinds = (language: Language) => open.map((s) => hostNames[s.hostKind!][language]).join('; ');
  const waiting = { vi: `chờ chọn: ${kinds('vi')}`, en: `to choose: ${kinds('en')}` };
  const known = chosen.length > 0 ? `${chosen.join('; ')}; ` : '';
  return { vi: known + waiting.vi, en: known + waiting.en };
}

export const NoticeStatus: FC<{ state: NoticeState; conflict: boolean; language: Language }> = ({
  state,
  conflict,
  language,
}) => {
  const look = noticeLook(state, conflict);
  return <Status kind={look.kind}>{look.words[language]}</Status>;
};

/** "ngày mai, 31/8", "hôm nay, 30/8", or the date alone. */
export function byWhen(by: LocalDate, daysLeft: number): Words {
  const date = shortDate(by);
  if (daysLeft === 0) return { vi: `hôm nay, ${date}`, en: `today, ${date}` };
  if (daysLeft === 1) return { vi: `ngày mai, ${date}`, en: `tomorrow, ${date}` };
  return { vi: `ngày ${date}`, en: date };
}
