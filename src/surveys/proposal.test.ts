// Proposing a calendar of visits, and showing it as weeks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#src/kernel/dates.ts';
import { isWorkingDay, seedVisits, visit, window } from '#tests/support/visits.ts';
import { calendarWeeks, monthRange, shortRange } from './calendar.ts';
import { proposeSchedule } from './proposal.ts';
import { daysOf, lastNoticeDay } from './rules.ts';
import { checkSchedule, type NamedVisit } from './schedule.ts';

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
