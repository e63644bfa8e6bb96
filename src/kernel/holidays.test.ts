// The calendar of working days against dates published for past years.
import { describe, expect, test } from 'vitest';
import { addWorkingDays, holidaysOf, isWorkingDay, lastWorkingDay, restReason } from './holidays.ts';
import { lunarDate } from './lunar.ts';

test.each([
  [2010, '2010-02-14'],
  [2012, '2012-01-23'],
  [2015, '2015-02-19'],
  [2017, '2017-01-28'],
  [2019, '2019-02-05'],
  [2020, '2020-01-25'],
  [2021, '2021-02-12'],
  [2022, '2022-02-01'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2028, '2028-01-26'],
  [2029, '2029-02-13'],
  [2030, '2030-02-02'],
  [2033, '2033-01-31'],
  [2035, '2035-02-08'],
])('the first day of the lunar year %i', (year, date) => {
  expect(lunarDate(year, 1, 1)).toBe(date);
});

test.each([
  [2020, '2020-04-02'],
  [2021, '2021-04-21'],
  [2022, '2022-04-10'],
  [2023, '2023-04-29'],
  [2024, '2024-04-18'],
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
])('the Hùng Kings’ day of %i, leap months or not', (year, date) => {
  expect(lunarDate(year, 3, 10)).toBe(date);
});

describe('days off as they were announced', () => {
  test.each([
    ['Tết 2023', ['2023-01-20', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26'], '2023-01-27'],
    ['Hùng Kings, 30/4 and 1/5 2023', ['2023-05-01', '2023-05-02', '2023-05-03'], '2023-05-04'],
    ['2/9 2023', ['2023-09-01', '2023-09-04'], '2023-09-05'],
    ['Tết 2024', ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'], '2024-02-15'],
    ['30/4 and 1/5 2022', ['2022-05-02', '2022-05-03'], '2022-05-04'],
  ])('%s', (_, off, back) => {
    for (const day of off) expect(isWorkingDay(day), day).toBe(false);
    expect(isWorkingDay(back)).toBe(true);
  });
});

test('counting working days steps over weekends and holidays, both ways', () => {
  expect(addWorkingDays('2023-08-31', 1)).toBe('2023-09-05');
  expect(addWorkingDays('2023-09-05', -1)).toBe('2023-08-31');
  expect(addWorkingDays('2022-02-14', 10)).toBe('2022-02-28');
  expect(lastWorkingDay('2023-07-29')).toBe('2023-07-28');
  expect(restReason('2023-07-29')).toEqual({ vi: 'Thứ Bảy', en: 'Saturday' });
  expect(holidaysOf(2025).get('2025-09-02')?.vi).toBe('Quốc khánh');
});
