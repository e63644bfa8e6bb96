// The Vietnamese lunar calendar (time zone +7): on which day of the common calendar a lunar day falls.
// Method of Hồ Ngọc Đức ("Computing the Vietnamese lunar calendar"), with new moons and the sun's longitude after Meeus, Astronomical Algorithms (1998).
import type { LocalDate } from './dates.ts';

const radians = Math.PI / 180;
const zone = 7 / 24;
const synodicMonth = 29.530588853;
/** Julian day number of 1/1/1970. */
const epoch = 2_440_588;

/** Julian day number, local date, of the k-th new moon after 1/1/1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t * t -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t * t) * radians);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t ** 3) * radians;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t ** 3) * radians;
  const latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t ** 3) * radians;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * latitude) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * latitude + sun) -
    0.0004 * Math.sin(2 * latitude - sun) -
    0.0006 * Math.sin(2 * latitude + moon) +
    0.001 * Math.sin(2 * latitude - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const delta = -0.000278 + 0.000265 * t + 0.000262 * t * t;
  return Math.floor(mean + correction - delta + 0.5 + zone);
}

/** Which of the twelve 30° arcs the sun stands in at local midnight of a Julian day. */
function sunArc(day: number): number {
  const t = (day - 0.5 - zone - 2451545) / 36525;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3) * radians;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre;
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
}

/** The first day of the lunar month that holds the winter solstice of a year. */
function eleventhMonth(year: number): { k: number; day: number } {
  const december31 = epoch + Date.UTC(year, 11, 31) / 86_400_000;
  const k = Math.floor((december31 - 2415021) / synodicMonth);
  const day = newMoonDay(k);
  return sunArc(day) >= 9 ? { k: k - 1, day: newMoonDay(k - 1) } : { k, day };
}

/** The common date of a day of lunar month 1–10 of a year; leap months are stepped over. */
export function lunarDate(year: number, month: number, day: number): LocalDate {
  const before = eleventhMonth(year - 1);
  const next = eleventhMonth(year);
  let steps = month + 1;
  if (next.k - before.k === 13) {
    const leap = leapAfter(before.k);
    if (steps >= leap) steps += 1;
  }
  const start = newMoonDay(before.k + steps);
  return new Date((start + day - 1 - epoch) * 86_400_000).toISOString().slice(0, 10);
}

/** In a year of thirteen months, the first month in which the sun enters no new arc is the leap month. */
function leapAfter(k: number): number {
  for (let i = 1; i < 14; i++) if (sunArc(newMoonDay(k + i)) === sunArc(newMoonDay(k + i + 1))) return i;
  return 14;
}
