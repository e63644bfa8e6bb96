// Visits' rules: patterns, drafts, the notice clock, checking and proposing a calendar.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#src/kernel/dates.ts';
import { calendarWeeks, monthRange, shortRange } from './calendar.ts';
import { draftVisits, halfDaysIn, noticeDaysIn } from './drafts.ts';
import { sessionsOf } from './patterns.ts';
import { proposeSchedule } from './proposal.ts';
import { daysOf, lastNoticeDay, nextNotice, noticeBy, noticeState, type Visit } from './rules.ts';
import { checkSchedule, type NamedVisit, refusalToSchedule } from './schedule.ts';

/** National day 2023: Friday 1/9, Saturday 2/9, and Monday 4/9 in place of the Saturday. */
const holidays = new Set(['2023-09-01', '2023-09-02', '2023-09-04']);
const isWorkingDay = (day: string) => weekdayOf(day) < 6 && !holidays.has(day);

const window = { windowFrom: '2023-09-01', windowTo: '2023-10-31' };

function visit(name: string, change: Partial<Visit> = {}): NamedVisit {
  const halfDays = change.halfDays ?? 3;
  return {
    id: name,
    name,
    fullName: `Tỉnh ủy ${name}`,
    campaignId: 'c',
    unitId: `unit-${name}`,
    position: 1,
    pattern: 'locality',
    halfDays,
    ...window,
    noticeDays: 10,
    startsOn: null,
    delegation: null,
    notice: null,
    sessions: sessionsOf('locality', halfDays).map((s, i) => ({
      ...s,
      position: i + 1,
      hostChoice: null,
      changeReason: null,
      confirmedAt: null,
    })),
    ...change,
  };
}

const thirteen = [
  ...['Lạng Sơn', 'Hòa Bình', 'Hải Phòng', 'Hưng Yên', 'Thanh Hóa'],
  ...['Lâm Đồng', 'Khánh Hòa', 'Phú Yên', 'Bạc Liêu', 'Hậu Giang'],
].map((name, i) => visit(name, { position: i + 1 }));
const centralBodies = ['Bộ Ngoại giao', 'Thanh tra Chính phủ', 'Tòa án nhân dân tối cao'].map((name, i) =>
  visit(name, { position: 11 + i, halfDays: 2, pattern: 'central-body' }),
);
const seedVisits = [...thirteen, ...centralBodies];

describe('patterns and drafts', () => {
  it('gives a locality a day with two hosts and half a day with its committee, a central body two half days', () => {
    const locality = sessionsOf('locality', 3);
    expect(locality.map((s) => [s.dayOffset, s.half, s.hostKind])).toEqual([
      [0, 'morning', 'district'],
      [0, 'afternoon', 'department'],
      [1, 'morning', null],
    ]);
    expect(sessionsOf('central-body', 2).map((s) => [s.dayOffset, s.hostKind])).toEqual([
      [0, null],
      [0, 'central-department'],
    ]);
  });

  it.each([
    ['1,5 ngày', 3],
    ['1.5 ngày', 3],
    ['01 ngày', 2],
    ['02 buổi', 2],
    ['nửa ngày', null],
    ['100 ngày', null],
    [null, null],
  ])('reads the length %s as %s half days', (words, halfDays) => {
    expect(halfDaysIn(words)).toBe(halfDays);
  });

  it.each([
    ['thông báo trước 10 ngày khi Đoàn đến làm việc', 10],
    ['trước 05 ngày', 5],
    ['sẽ thông báo sau', null],
    [null, null],
  ])('reads the notice %s as %s days', (words, days) => {
    expect(noticeDaysIn(words)).toBe(days);
  });

  it('drafts each body once, by its own pattern, with the plan’s window and notice', () => {
    const hosts = [
      { unitId: 'a', kind: 'provincial-party-committee' as const },
      { unitId: 'a', kind: 'provincial-party-committee' as const },
    ];
    const planned = { window: { from: '2023-09-01', to: '2023-10-31' }, notice: 'trước 10 ngày' };
    const drafts = draftVisits([
      { ...planned, hosts, duration: '1,5 ngày' },
      { ...planned, hosts: [{ unitId: 'b', kind: 'civil-affairs-committee' }], duration: '01 ngày' },
    ]);
    expect(drafts).toEqual([
      { unitId: 'a', position: 1, pattern: 'locality', halfDays: 3, ...window, noticeDays: 10 },
      { unitId: 'b', position: 2, pattern: 'central-body', halfDays: 2, ...window, noticeDays: 10 },
    ]);
  });

  it('invents no date, and makes general sessions for a length that no pattern has', () => {
    const [draft] = draftVisits([
      {
        hosts: [{ unitId: 'a', kind: 'provincial-party-committee' }],
        window: null,
        duration: '03 ngày',
        notice: null,
      },
    ]);
    expect(draft).toMatchObject({ windowFrom: null, windowTo: null, noticeDays: null, halfDays: 6 });
    expect(sessionsOf('locality', 6)).toHaveLength(6);
    expect(sessionsOf('locality', 6).every((s) => s.hostKind === null)).toBe(true);
  });
});

describe('the notice clock', () => {
  it.each([
    ['2023-09-11', '2023-08-31'],
    ['2023-09-14', '2023-08-31'],
    ['2023-09-18', '2023-09-08'],
    ['2023-09-26', '2023-09-15'],
    ['2023-10-05', '2023-09-25'],
    ['2023-10-12', '2023-10-02'],
  ])('a visit on %s is announced by %s', (startsOn, by) => {
    expect(noticeBy({ startsOn, noticeDays: 10 }, isWorkingDay)).toBe(by);
  });

  it('counts a notice only for the date that it announced', () => {
    const sent = { announcedStart: '2023-09-14', sentOn: '2023-08-30', note: null };
    const at = (change: Partial<Visit>, today: string) =>
      noticeState(visit('Hưng Yên', { startsOn: '2023-09-14', ...change }), today, isWorkingDay);
    expect(at({ notice: sent }, '2023-09-01')).toEqual({ kind: 'sent', on: '2023-08-30', late: false });
    expect(at({ notice: { ...sent, sentOn: '2023-09-05' } }, '2023-09-05')).toMatchObject({ late: true });
    expect(at({ notice: sent, startsOn: '2023-09-20' }, '2023-09-01')).toMatchObject({
      kind: 'due',
      again: true,
    });
    expect(at({}, '2023-08-30')).toEqual({ kind: 'due', by: '2023-08-31', daysLeft: 1, again: false });
    expect(at({}, '2023-09-05')).toEqual({ kind: 'overdue', by: '2023-08-31', days: 5 });
    expect(at({ startsOn: null }, '2023-09-05')).toEqual({ kind: 'not-scheduled' });
    expect(at({ noticeDays: null }, '2023-09-05')).toEqual({ kind: 'no-rule' });
  });

  it('names the notice that must leave first', () => {
    const visits = [
      visit('A', { startsOn: '2023-09-18' }),
      visit('B', { startsOn: '2023-09-14' }),
      visit('C', {
        startsOn: '2023-09-11',
        notice: { announcedStart: '2023-09-11', sentOn: '2023-08-28', note: null },
      }),
    ];
    expect(nextNotice(visits, '2023-08-30', isWorkingDay)?.name).toBe('B');
    expect(nextNotice([], '2023-08-30', isWorkingDay)).toBeNull();
  });
});

const codes = (visits: NamedVisit[], today = '2023-08-28', teams = 3) =>
  checkSchedule(visits, today, isWorkingDay, teams).map((d) => d.code);

describe('checking a calendar', () => {
  it.each<[string, Partial<Visit>, string[]]>([
    ['in order', { startsOn: '2023-09-14' }, []],
    ['before the window', { startsOn: '2023-08-30' }, ['V101', 'V104']],
    ['running out of the window', { startsOn: '2023-10-31' }, ['V101']],
    ['on a holiday', { startsOn: '2023-09-04' }, ['V102', 'V104']],
    ['over a weekend', { startsOn: '2023-09-15' }, ['V102']],
    ['too soon for its notice', { startsOn: '2023-09-05' }, ['V104']],
    ['without a date', {}, ['V107']],
    ['with no window in the plan', { windowFrom: null, windowTo: null, startsOn: '2024-03-12' }, []],
  ])('a visit %s', (_what, change, expected) => {
    expect(codes([visit('A', change)])).toEqual(expected);
  });

  it('sees one delegation in two places, at both visits, and not two delegations on one day', () => {
    const a = visit('A', { startsOn: '2023-09-13', delegation: 'Đoàn 1' });
    const b = visit('B', { startsOn: '2023-09-14', delegation: 'Đoàn 1' });
    expect(codes([a, b])).toEqual(['V103', 'V103']);
    expect(codes([a, { ...b, delegation: 'Đoàn 2' }])).toEqual([]);
    expect(codes([a, { ...b, delegation: null }])).toEqual([]);
  });

  it('says when the window is too short for all of them', () => {
    const short = seedVisits.map((v) => ({ ...v, windowFrom: '2023-10-02', windowTo: '2023-10-06' }));
    expect(codes(short, '2023-08-25', 3)).toContain('V106');
    expect(codes(short, '2023-08-25', 5)).not.toContain('V106');
  });

  it('refuses a date outside the window, on a day off or that clashes, at the field concerned', () => {
    const other = visit('B', { startsOn: '2023-09-14', delegation: 'Đoàn 1' });
    const refused = (change: Partial<Visit>) =>
      Object.keys(refusalToSchedule(visit('A', change), [other], isWorkingDay)?.fields ?? {});
    expect(refused({ startsOn: '2023-11-02' })).toEqual(['startsOn']);
    expect(refused({ startsOn: '2023-09-02' })).toEqual(['startsOn']);
    expect(refused({ startsOn: '2023-09-13', delegation: 'Đoàn 1' })).toEqual(['delegation']);
    expect(refused({ startsOn: '2023-09-13', delegation: 'Đoàn 2' })).toEqual([]);
    expect(refused({ startsOn: null, delegation: null })).toEqual([]);
  });
});

const teams = ['Đoàn 1', 'Đoàn 2', 'Đoàn 3'];

function applied(visits: NamedVisit[], today: string, delegations = teams): NamedVisit[] {
  const { proposals } = proposeSchedule(visits, delegations, today, isWorkingDay);
  return visits.map((v) => ({ ...v, ...proposals.find((p) => p.visitId === v.id) }));
}

describe('proposing a calendar', () => {
  it('places the thirteen of the plan soundly, over most weeks and evenly over delegations', () => {
    const placed = applied(seedVisits, '2023-08-25');
    expect(checkSchedule(placed, '2023-08-25', isWorkingDay)).toEqual([]);
    const weeks = new Set(placed.map((v) => addDays(v.startsOn!, 1 - weekdayOf(v.startsOn!))));
    expect(weeks.size).toBeGreaterThanOrEqual(7);
    const loads = teams.map((team) => placed.filter((v) => v.delegation === team).length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  it('names what fits nowhere and places the rest', () => {
    const { proposals, diagnostics } = proposeSchedule(seedVisits, ['Đoàn 1'], '2023-10-18', isWorkingDay);
    expect(proposals.length + diagnostics.length).toBe(13);
    expect(new Set(diagnostics.map((d) => d.code))).toEqual(new Set(['V108']));
    const noWindow = proposeSchedule([visit('A', { windowFrom: null })], teams, '2023-08-25', isWorkingDay);
    expect(noWindow.diagnostics.map((d) => d.code)).toEqual(['V108']);
  });

  const day = fc.integer({ min: 0, max: 70 }).map((n) => addDays('2023-08-20', n));
  const anyVisit = fc.record({
    halfDays: fc.integer({ min: 1, max: 6 }),
    noticeDays: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    pinned: fc.boolean(),
  });

  it('never proposes a day off, outside the window, without notice or in two places; keeps pins; always the same', () => {
    fc.assert(
      fc.property(
        fc.array(anyVisit, { maxLength: 16 }),
        day,
        fc.integer({ min: 1, max: 4 }),
        (list, today, n) => {
          const visits = list.map(({ pinned, ...v }, i) =>
            visit(`V${i}`, {
              ...v,
              position: i + 1,
              ...(pinned ? { startsOn: '2023-10-10', delegation: `P${i}` } : {}),
            }),
          );
          const delegations = teams.concat('Đoàn 4').slice(0, n);
          const { proposals, diagnostics } = proposeSchedule(visits, delegations, today, isWorkingDay);
          const placed = applied(visits, today, delegations);
          expect(proposeSchedule(visits, delegations, today, isWorkingDay).proposals).toEqual(proposals);
          expect(proposals.length + diagnostics.length).toBe(list.filter((v) => !v.pinned).length);
          for (const p of proposals) {
            const v = placed.find((one) => one.id === p.visitId)!;
            expect(
              daysOf(v).every((d) => isWorkingDay(d) && d >= window.windowFrom && d <= window.windowTo),
            ).toBe(true);
            expect(p.startsOn > today).toBe(true);
            if (v.noticeDays !== null)
              expect(lastNoticeDay(p.startsOn, v.noticeDays, isWorkingDay) >= today).toBe(true);
          }
          for (const v of visits)
            if (v.startsOn) expect(placed.find((p) => p.id === v.id)?.startsOn).toBe(v.startsOn);
          expect(checkSchedule(placed, today, isWorkingDay).filter((d) => d.code === 'V103')).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the calendar of weeks', () => {
  it('begins with the week of the window, joins days that visits share, marks holidays and today', () => {
    const visits = [
      visit('Khánh Hòa', { startsOn: '2023-09-20', delegation: 'Đoàn 2' }),
      visit('Hòa Bình', { startsOn: '2023-09-20', delegation: 'Đoàn 1' }),
      visit('Phú Yên', { startsOn: '2023-09-18' }),
    ];
    const weeks = calendarWeeks(visits, '2023-08-30', isWorkingDay);
    expect(weeks).toHaveLength(10);
    expect(weeks[0]!.cells.map((c) => [c.from.slice(8), c.today, c.off])).toEqual([
      ['28', false, false],
      ['29', false, false],
      ['30', true, false],
      ['31', false, false],
      ['01', false, true],
    ]);
    expect(weeks[3]!.cells.map((c) => [c.span, c.visits.map((v) => v.name)])).toEqual([
      [2, ['Phú Yên']],
      [2, ['Khánh Hòa', 'Hòa Bình']],
      [1, []],
    ]);
  });

  it('every week has five weekdays and every visit stands in it once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 4 }))),
        (list) => {
          const visits = list.map(([n, halfDays], i) =>
            visit(`V${i}`, { halfDays, startsOn: addDays('2023-09-04', Math.floor(n / 4) * 7 + (n % 4)) }),
          );
          const weeks = calendarWeeks(visits, '2023-09-06', isWorkingDay);
          for (const week of weeks) expect(week.cells.reduce((sum, c) => sum + c.span, 0)).toBe(5);
          const shown = weeks.flatMap((w) => w.cells.flatMap((c) => c.visits.map((v) => v.id)));
          expect(shown.sort()).toEqual(visits.map((v) => v.id).sort());
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['2023-09-11', '2023-09-12', '11–12/9'],
    ['2023-08-28', '2023-09-01', '28/8–01/9'],
    ['2023-10-05', '2023-10-05', '05/10'],
  ])('writes %s to %s as %s', (from, to, words) => {
    expect(shortRange(from, to)).toBe(words);
  });

  it('names the months', () => {
    expect(monthRange('2023-09-01', '2023-10-31').vi).toBe('Tháng 9 và tháng 10/2023');
    expect(monthRange('2023-11-01', '2024-01-31').vi).toBe('Tháng 11/2023 đến tháng 1/2024');
  });
});
