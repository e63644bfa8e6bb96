// How each sample report fares until 25 August 2023: when it is opened, written, sent, returned or accepted. Pure.
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { addDays, type LocalDate, weekdayOf } from '#src/kernel/dates.ts';
import { type Chance, chance } from './chance.ts';

type Verdict = { kind: 'accepted' | 'returned'; on: LocalDate };
export type Sending = { stage: 'draft' | 'official'; on: LocalDate; verdict: Verdict | null };

/** `share` is how much of the outline is written by the end, from 0 to 1; a report that was sent has all of it. */
export type Course = { openedOn: LocalDate; share: number; sendings: Sending[] };

type Ending = 'accepted' | 'mended' | 'reading' | 'returned' | 'drafting' | 'scarce' | 'unopened';

const standsOn = '2023-08-25';

/** Bodies whose course is told by hand, by short name; the others draw theirs. */
const told: Record<string, Course | null> = {
  'Lạng Sơn': surveyed('2023-06-05', '2023-07-20', { kind: 'accepted', on: '2023-08-04' }),
  'Hậu Giang': surveyed('2023-06-12', '2023-07-28', { kind: 'returned', on: '2023-08-16' }),
  'Hưng Yên': surveyed('2023-06-08', '2023-07-24', { kind: 'accepted', on: '2023-08-09' }),
  'Phú Yên': surveyed('2023-06-19', '2023-07-27', { kind: 'accepted', on: '2023-08-22' }),
  'Lâm Đồng': surveyed('2023-06-15', '2023-07-28', null),
  'Hải Phòng': surveyedTwice('2023-05-29', '2023-07-18', '2023-07-31', '2023-08-21', null),
  'Thanh Hóa': surveyedTwice('2023-05-30', '2023-07-14', '2023-07-26', '2023-08-11', '2023-08-18'),
  'Khánh Hòa': surveyedTwice('2023-06-02', '2023-07-21', '2023-08-01', '2023-08-15', '2023-08-23'),
  'Hòa Bình': { openedOn: '2023-07-03', share: 0.6, sendings: [] },
  'Bạc Liêu': { openedOn: '2023-07-17', share: 0.35, sendings: [] },
  'Tòa án nhân dân tối cao': { openedOn: '2023-07-10', share: 0.5, sendings: [] },
  'Bộ Ngoại giao': surveyed('2023-06-14', '2023-07-26', { kind: 'accepted', on: '2023-08-14' }),
  'Thanh tra Chính phủ': surveyed('2023-06-20', '2023-07-28', null),
  'Long An': {
    openedOn: '2023-06-27',
    share: 1,
    sendings: [{ stage: 'official', on: '2023-08-03', verdict: { kind: 'accepted', on: '2023-08-11' } }],
  },
  'Bình Dương': {
    openedOn: '2023-07-04',
    share: 1,
    sendings: [{ stage: 'official', on: '2023-08-16', verdict: null }],
  },
  'Kon Tum': { openedOn: '2023-07-24', share: 0.45, sendings: [] },
  'Điện Biên': null,
  'Cà Mau': { openedOn: '2023-08-14', share: 0.3, sendings: [] },
  'Quân ủy Trung ương': null,
  'Công an Trung ương': null,
  'Khối các cơ quan Trung ương': { openedOn: '2023-07-26', share: 0.6, sendings: [] },
  'Khối Doanh nghiệp Trung ương': { openedOn: '2023-08-09', share: 0.4, sendings: [] },
};

function surveyed(openedOn: LocalDate, sentOn: LocalDate, verdict: Verdict | null): Course {
  return { openedOn, share: 1, sendings: [{ stage: 'draft', on: sentOn, verdict }] };
}

function surveyedTwice(
  openedOn: LocalDate,
  draftOn: LocalDate,
  draftAcceptedOn: LocalDate,
  sentOn: LocalDate,
  acceptedOn: LocalDate | null,
): Course {
  const official: Verdict | null = acceptedOn ? { kind: 'accepted', on: acceptedOn } : null;
  return {
    openedOn,
    share: 1,
    sendings: [
      { stage: 'draft', on: draftOn, verdict: { kind: 'accepted', on: draftAcceptedOn } },
      { stage: 'official', on: sentOn, verdict: official },
    ],
  };
}

/** How many of the bodies whose course is drawn end in which way, by template; bodies beyond these have not opened theirs. */
const endings: Record<string, [Ending, number][]> = {
  M1: [
    ['accepted', 25],
    ['mended', 2],
    ['returned', 5],
    ['reading', 16],
  ],
  M2: [
    ['accepted', 2],
    ['reading', 4],
    ['drafting', 2],
    ['scarce', 1],
  ],
  M3: [
    ['accepted', 6],
    ['reading', 13],
    ['returned', 1],
    ['drafting', 12],
    ['scarce', 4],
  ],
};

/** A course for every obligation, null for a report that nobody has opened. The same obligations give the same courses. */
export function coursesOf(obligations: readonly ObligationRow[]): Map<string, Course | null> {
  const courses = new Map<string, Course | null>();
  const drawn = obligations.filter((o) => {
    const own = told[o.unitShort];
    if (own !== undefined) courses.set(o.id, own);
    return own === undefined;
  });
  for (const [code, bodies] of Map.groupBy(drawn, (o) => o.templateCode)) {
    const hand = (endings[code] ?? []).flatMap(([ending, count]) => Array<Ending>(count).fill(ending));
    const order = chance(`courses ${code}`).shuffled(
      bodies.toSorted((a, b) => (a.unitName < b.unitName ? -1 : 1)),
    );
    for (const [i, body] of order.entries())
      courses.set(body.id, drawCourse(hand[i] ?? 'unopened', body.unitName));
  }
  return courses;
}

function drawCourse(ending: Ending, name: string): Course | null {
  const luck = chance(`course ${name}`);
  if (ending === 'unopened') return null;
  if (ending === 'scarce')
    return { openedOn: workday('2023-08-10', luck.whole(0, 9)), share: luck.between(0.1, 0.3), sendings: [] };
  const openedOn = workday('2023-05-24', luck.whole(0, 40));
  if (ending === 'drafting') return { openedOn, share: luck.between(0.55, 0.85), sendings: [] };
  return { openedOn, share: 1, sendings: sendingsOf(ending, openedOn, luck) };
}

function sendingsOf(ending: Ending, openedOn: LocalDate, luck: Chance): Sending[] {
  const official = (on: LocalDate, verdict: Verdict | null): Sending => ({ stage: 'official', on, verdict });
  if (ending === 'reading') return [official(workday('2023-08-08', luck.whole(0, 16)), null)];
  const sentOn = later(openedOn, workday('2023-06-20', Math.floor(59 * luck.next() ** 0.5)));
  const verdictOn = workday(sentOn, luck.whole(3, 7));
  const until = verdictOn > standsOn ? '2023-08-24' : verdictOn;
  if (ending === 'accepted') return [official(sentOn, { kind: 'accepted', on: until })];
  if (ending === 'returned') {
    const on = workday('2023-07-31', luck.whole(0, 17));
    return [official(on, { kind: 'returned', on: workday(on, luck.whole(4, 6)) })];
  }
  const first = workday('2023-07-10', luck.whole(0, 6));
  const second = workday(first, luck.whole(13, 17));
  return [
    official(first, { kind: 'returned', on: workday(first, luck.whole(4, 6)) }),
    official(second, { kind: 'accepted', on: workday(second, luck.whole(4, 7)) }),
  ];
}

/** Nothing is sent within three weeks of opening. */
function later(openedOn: LocalDate, wanted: LocalDate): LocalDate {
  const earliest = addDays(openedOn, 21);
  return workday(wanted > earliest ? wanted : earliest, 0);
}

/** The day that many days on, or the Monday after when offices are closed then. */
export function workday(from: LocalDate, days: number): LocalDate {
  const day = addDays(from, days);
  const weekday = weekdayOf(day);
  return weekday < 6 ? day : addDays(day, 8 - weekday);
}
