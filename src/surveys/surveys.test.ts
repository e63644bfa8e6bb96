import { describe, expect, it } from 'vitest';
import { isWorkingDay, seedVisits, visit, window } from '#tests/support/visits.ts';
import { draftVisits, halfDaysIn, noticeDaysIn } from './drafts.ts';
import { sessionsOf } from './patterns.ts';
import { nextNotice, noticeBy, noticeState, type Visit } from './rules.ts';
import { checkSchedule, type NamedVisit, refusalToSchedule } from './schedule.ts';

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
