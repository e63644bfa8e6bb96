// Times moved from an earlier plan to a new one: cases, and what must hold for every day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isoDate, lastDayOfMonth } from '#src/kernel/dates.ts';
import { isWorkingDay } from '#src/kernel/holidays.ts';
import type { When } from '#src/plans/compiler/model.ts';
import { newTimes, shiftOf, timesGiven } from './new-times.ts';
import { keyOf } from './plan-times.ts';
import { addMonths, offRest, restOn, type ShiftRule, shiftWhen } from './shifting.ts';
import { readTime, typedWhen, writeTime } from './written-times.ts';

const point = (from: string, rel: When['rel'] = 'by'): When => ({
  rel,
  from,
  to: from,
  precision: 'day',
  tentative: false,
});
const span = (from: string, to: string, precision: When['precision']): When => ({
  rel: 'between',
  from,
  to,
  precision,
  tentative: false,
});
const threeYears: ShiftRule = { kind: 'calendar', months: 36 };
const apart = (from: string, to: string): ShiftRule => ({ kind: 'distance', from, to });

describe('a time moved', () => {
  it.each<[string, When, ShiftRule, Partial<When>]>([
    ['a day by years', point('2023-08-30'), threeYears, { from: '2026-08-30', to: '2026-08-30' }],
    [
      'a leap day by years',
      point('2024-02-29'),
      { kind: 'calendar', months: 12 },
      { from: '2025-02-28', to: '2025-02-28' },
    ],
    [
      'a leap day by four years',
      point('2024-02-29'),
      { kind: 'calendar', months: 48 },
      { from: '2028-02-29' },
    ],
    [
      'the last of a month by a month',
      point('2023-01-31'),
      { kind: 'calendar', months: 1 },
      { from: '2023-02-28' },
    ],
    [
      'a day by its distance',
      point('2023-08-30'),
      apart('2023-05-18', '2026-03-20'),
      { from: '2026-07-02', to: '2026-07-02' },
    ],
    [
      'a month by its distance',
      span('2023-10-01', '2023-10-31', 'month'),
      apart('2023-05-18', '2026-09-01'),
      { from: '2027-02-01', to: '2027-02-28', precision: 'month' },
    ],
    [
      'two months by years',
      span('2023-09-01', '2023-10-31', 'month'),
      threeYears,
      { from: '2026-09-01', to: '2026-10-31' },
    ],
    [
      'February into a leap year',
      span('2023-02-01', '2023-02-28', 'month'),
      { kind: 'calendar', months: 12 },
      { from: '2024-02-01', to: '2024-02-29' },
    ],
    [
      'a quarter by the nearest quarters',
      span('2023-10-01', '2023-12-31', 'quarter'),
      { kind: 'calendar', months: 5 },
      { from: '2024-04-01', to: '2024-06-30', precision: 'quarter' },
    ],
    [
      'a year by the nearest years',
      span('2023-01-01', '2023-12-31', 'year'),
      { kind: 'calendar', months: 34 },
      { from: '2026-01-01', to: '2026-12-31' },
    ],
    [
      'a time of day',
      { ...point('2025-11-26T16:30'), precision: 'minute' },
      { kind: 'calendar', months: 12 },
      { from: '2026-11-26T16:30', to: '2026-11-26T16:30' },
    ],
  ])('%s', (_, when, rule, expected) => {
    expect(shiftWhen(when, rule)).toMatchObject({ ...expected, rel: when.rel });
  });

  it.each<[string, When]>([
    ['recurring', { ...point(''), from: null, to: null, rel: 'recurring', every: 'month:23' }],
    ['relative', { ...point(''), from: null, to: null, relative: { text: 'sau 5 ngày', after: 'khi' } }],
    ['a week', { ...point(''), from: null, to: null, precision: 'week', every: 'week:5' }],
  ])('leaves as it is what has no date: %s', (_, when) => {
    expect(shiftWhen(when, threeYears)).toEqual(when);
    expect(shiftWhen(when, apart('2023-05-18', '2026-05-18'))).toEqual(when);
    expect([keyOf(when), restOn(when), offRest(when)]).toEqual([null, null, when]);
  });

  it.each<[string, When, string | null, string]>([
    ['a Sunday', point('2026-08-30'), 'Chủ nhật', '2026-08-31'],
    ['before a Monday: the Sunday is the last day', point('2026-08-31', 'before'), 'Chủ nhật', '2026-09-03'],
    ['National Day', point('2026-09-02'), 'Quốc khánh', '2026-09-03'],
    ['a Wednesday', point('2026-08-26'), null, '2026-08-26'],
  ])('off a day of rest: %s', (_, when, rest, moved) => {
    expect(restOn(when)?.vi ?? null).toBe(rest);
    if (when.rel === 'before') expect(isWorkingDay(addDays(offRest(when).from!, -1))).toBe(true);
    else expect(offRest(when).from).toBe(moved);
  });

  it('leaves months and spans where they are, days of rest or not', () => {
    for (const when of [span('2026-08-29', '2026-08-30', 'day'), span('2026-08-01', '2026-08-31', 'month')])
      expect([offRest(when), restOn(when)]).toEqual([when, null]);
  });
});

const days = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays('1990-01-01', n));

describe('for all days', () => {
  it('a distance keeps order and spacing', () => {
    fc.assert(
      fc.property(days, days, days, days, (a, b, from, to) => {
        const move = (day: string) => shiftWhen(point(day), apart(from, to)).from!;
        expect(daysBetween(move(a), move(b))).toBe(daysBetween(a, b));
        expect(daysBetween(to, move(a))).toBe(daysBetween(from, a));
      }),
    );
  });

  it('years keep day and month, but for 29 February; months never change the order', () => {
    fc.assert(
      fc.property(
        days,
        days,
        fc.integer({ min: -20, max: 40 }),
        fc.integer({ min: 0, max: 200 }),
        (a, b, years, months) => {
          const moved = addMonths(a, years * 12);
          expect(Number(moved.slice(0, 4))).toBe(Number(a.slice(0, 4)) + years);
          if (!a.endsWith('02-29')) expect(moved.slice(5)).toBe(a.slice(5));
          if (a <= b) expect(addMonths(a, months) <= addMonths(b, months)).toBe(true);
        },
      ),
    );
  });

  it('whole months stay whole, in either rule', () => {
    const month = days.map((d) => {
      const [y, m] = [Number(d.slice(0, 4)), Number(d.slice(5, 7))];
      return span(isoDate(y, m, 1), lastDayOfMonth(y, m), 'month');
    });
    fc.assert(
      fc.property(month, days, days, fc.integer({ min: 0, max: 200 }), (when, a, b, months) => {
        const [from = '', to = ''] = [a, b].sort();
        for (const rule of [apart(from, to), { kind: 'calendar', months } as const]) {
          const moved = shiftWhen(when, rule);
          expect(readTime(writeTime(moved).from!)).toMatchObject({ from: moved.from, to: moved.to });
        }
      }),
    );
  });

  it('off a day of rest is the next working day, and the order stays', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [x, y] = [offRest(point(a)).from!, offRest(point(b)).from!];
        expect(isWorkingDay(x)).toBe(true);
        expect(x >= a && daysBetween(a, x) < 12).toBe(true);
        if (a <= b) expect(x <= y).toBe(true);
      }),
    );
  });

  it('a written time is read back', () => {
    const precisions = fc.constantFrom<When['precision']>('day', 'month', 'quarter', 'year');
    fc.assert(
      fc.property(days, precisions, (day, precision) => {
        const [y, m] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
        const q = Math.ceil(m / 3);
        const when = {
          day: point(day),
          month: span(isoDate(y, m, 1), lastDayOfMonth(y, m), 'month'),
          quarter: span(isoDate(y, q * 3 - 2, 1), lastDayOfMonth(y, q * 3), 'quarter'),
          year: span(isoDate(y, 1, 1), isoDate(y, 12, 31), 'year'),
        }[precision as 'day'];
        const { from, to } = writeTime(when);
        expect(typedWhen(when, from, to)).toEqual(when);
      }),
    );
  });
});

describe('a typed time', () => {
  it.each<[string, string | null]>([
    ['30/8/2026', '2026-08-30'],
    [' 2026-08-30 ', '2026-08-30'],
    ['30-8-2026', '2026-08-30'],
    ['10/2026', '2026-10-01'],
    ['quý IV/2026', '2026-10-01'],
    ['Quý 2/2026', '2026-04-01'],
    ['2026', '2026-01-01'],
    ['16:30 26/11/2026', '2026-11-26T16:30'],
    ['31/9/2026', null],
    ['quý 5/2026', null],
    ['quý iiii/2026', null],
    ['25:00 26/11/2026', null],
    ['30/8', null],
    ['1/2/3/2026', null],
    ['9999', null],
    ['mai', null],
    ['', null],
  ])('%s', (typed, from) => {
    expect(readTime(typed)?.from ?? null).toBe(from);
  });

  it('keeps what the old one was, and refuses the wrong way round', () => {
    const old = { ...span('2023-09-01', '2023-10-31', 'month'), tentative: true };
    expect(typedWhen(old, '9/2026', '11/2026')).toEqual({ ...old, from: '2026-09-01', to: '2026-11-30' });
    expect(typedWhen(old, '9/2026', '15/10/2026')).toMatchObject({ to: '2026-10-15', precision: 'day' });
    expect(typedWhen(old, '11/2026', '9/2026')).toBe('backwards');
    expect(typedWhen({ ...old, from: null }, null, '11/2026')).toMatchObject({
      from: null,
      to: '2026-11-30',
    });
    expect(typedWhen(old, '9/2026', '')).toBeNull();
  });
});

describe('the new times', () => {
  const times = [point('2023-08-30', 'before'), span('2023-10-01', '2023-10-31', 'month')].map((when) => ({
    key: keyOf(when)!,
    when,
    binds: [],
  }));
  const none = { stepsOver: false, typed: new Map() };

  it('follow the rule, or what is typed for them', () => {
    const typed = new Map([[times[0]!.key, { from: '30/8/2026', to: null }]]);
    const found = newTimes(times, threeYears, { stepsOver: true, typed });
    expect(found.map((t) => t.next?.from)).toEqual(['2026-08-30', '2026-10-01']);
    expect(found[0]!.ruled!.from).not.toBe('2026-08-30');
    expect(timesGiven(found)).toBeInstanceOf(Map);
  });

  it('are refused at their own fields while they are missing', () => {
    const refusal = timesGiven(newTimes(times, null, none));
    expect(Object.keys((refusal as { fields: object }).fields)).toEqual(times.map((t) => `${t.key}.from`));
    expect(
      newTimes([{ key: 'x', when: point('2299-01-01'), binds: [] }], threeYears, none)[0]!.next,
    ).toBeNull();
  });

  it('need an earlier date of issue where the rule counts from it', () => {
    const by = (kind: 'distance' | 'calendar' | 'hand', months: number | null) =>
      shiftOf({ kind, months, offRest: false }, null, '2026-05-18');
    expect([by('hand', null), by('calendar', 14)]).toEqual([null, { kind: 'calendar', months: 14 }]);
    for (const refused of [by('distance', null), by('calendar', null)])
      expect(refused).toMatchObject({ code: 'earlier-without-date' });
    expect(shiftOf({ kind: 'calendar', months: null, offRest: false }, '2023-05-18', '2026-01-02')).toEqual(
      threeYears,
    );
  });
});
