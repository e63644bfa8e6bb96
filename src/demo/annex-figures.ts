// A province's sample figures: drawn from its size, consistent with each other, with a reason where there is none. Pure.
import type { Reason } from '#src/annexes/rules.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { type Chance, chance } from './chance.ts';
import type { Province } from './places.ts';

type Figure = number | Reason;
/** By indicator, then column; derived indicators are not there. */
export type Figures = Record<string, Record<string, Figure>>;

export const years = ['2019', '2020', '2021', '2022', '2023'] as const;
type Year = (typeof years)[number];

type Size = Province & { communes: number };
type Series = (year: Year, i: number) => Figure;

/** Meetings were few in the two years of the epidemic; the last column is half a year. */
const meetings = [1, 0.68, 0.6, 1.04, 0.5];
const steady = [1, 0.98, 0.97, 1.03, 0.51];

/** Everything that the annex of M1 asks of a province, by indicator and column. */
export function provinceFigures(size: Size): Figures {
  const luck = chance(`figures ${size.name}`);
  const figures: Figures = {};
  const put = (code: string, series: Series) => {
    figures[code] = Object.fromEntries(years.map((year, i) => [year, series(year, i)]));
  };
  putContext(put, size, luck);
  putDirection(put, size, luck, (code, year) => numberOf(figures, code, year));
  putGovernment(put, luck, size, (code, year) => numberOf(figures, code, year));
  putUnions(put, size, luck, (code, year) => numberOf(figures, code, year));
  putDemocracy(put, size, luck, (code, year) => numberOf(figures, code, year));
  putModels(put, size, luck, (code, year) => numberOf(figures, code, year));
  putStaff(put, size, luck, (code, year) => numberOf(figures, code, year));
  return figures;
}

type Put = (code: string, series: Series) => void;
type Known = (code: string, year: Year) => number;

function numberOf(figures: Figures, code: string, year: Year): number {
  const figure = figures[code]?.[year];
  return typeof figure === 'number' ? figure : 0;
}

/** A level that grows by the rate given, with a little unrest. */
function level(luck: Chance, base: number, growth: number): Series {
  return (_, i) => Math.round(base * (1 + growth) ** (i - 3) * luck.between(0.998, 1.002));
}

function flow(luck: Chance, base: number, shape: readonly number[]): Series {
  return (_, i) => Math.max(1, Math.round(base * shape[i]! * luck.between(0.92, 1.08)));
}

/** A share of another figure, rising a little over the years, never more than the whole. */
function share(luck: Chance, known: Known, of: string, low: number, high: number): Series {
  const start = luck.between(low, high);
  return (year, i) =>
    Math.min(
      known(of, year),
      Math.round(known(of, year) * Math.min(1, start + i * 0.008 + luck.between(-0.01, 0.01))),
    );
}

function putContext(put: Put, { people, minorities, believers, marks, communes }: Size, luck: Chance): void {
  const growth = marks.includes('kcn') || marks.includes('tp') ? 0.016 : luck.between(0.002, 0.01);
  const households = people / luck.between(3.5, 4.1);
  put('B1.01', level(luck, people, growth));
  put('B1.02', level(luck, people * minorities, growth));
  put('B1.03', level(luck, people * believers, growth));
  put('B1.04', level(luck, households, growth));
  const poor = marks.includes('nui') ? luck.between(0.09, 0.19) : luck.between(0.008, 0.035);
  const poverty = [0.8, 0.66, 0.55, 1, 0.88];
  put('B1.05', (_, i) => Math.round(households * poor * poverty[i]!));
  put('B1.07', level(luck, communes * luck.between(8, 11.5), -0.004));
  put('B1.08', level(luck, people * luck.between(0.042, 0.068), 0.018));
}

function putDirection(put: Put, { people, communes }: Size, luck: Chance, known: Known): void {
  put('B2.01', flow(luck, communes * luck.between(1.6, 3.4), meetings));
  const audience = luck.between(55, 115);
  put('B2.02', (year) => Math.round(known('B2.01', year) * audience * luck.between(0.95, 1.05)));
  put('B2.03', (year, i) => Math.round(known('B1.08', year) * [0.96, 0.9, 0.88, 0.95, 0.7][i]!));
  put('B2.04', share(luck, known, 'B2.03', 0.935, 0.97));
  put('B2.06', flow(luck, luck.between(22, 74), steady));
  put('B2.07', flow(luck, luck.between(16, 60), steady));
  put('B2.08', flow(luck, luck.between(24, 90), meetings));
  const breaches = luck.between(0, 5 + people / 1_000_000);
  put('B2.09', () => {
    const count = Math.round(breaches * luck.between(0, 1.6));
    return count === 0 ? 'none-arose' : count;
  });
}

function putGovernment(put: Put, luck: Chance, { people }: Size, known: Known): void {
  put('B3.01', flow(luck, luck.between(12, 20), [1, 0.85, 0.8, 1.05, 0.55]));
  put('B3.02', flow(luck, luck.between(13, 24), [1, 0.9, 0.85, 1.05, 0.55]));
  put('B3.03', flow(luck, 240 + (people / 1000) * luck.between(0.45, 1.1), meetings));
  put('B3.04', flow(luck, 300 + (people / 1000) * luck.between(0.7, 1.6), steady));
  put('B3.05', share(luck, known, 'B3.04', 0.6, 0.78));
  put('B3.06', share(luck, known, 'B3.05', 0.8, 0.93));
  put('B3.08', flow(luck, luck.between(5, 16), [0.8, 0.6, 0.62, 1.15, 0.6]));
  const voices = luck.between(14, 31);
  put('B3.09', (year) => Math.round(known('B3.08', year) * voices * luck.between(0.9, 1.1)));
}

function putUnions(put: Put, { people, marks, communes }: Size, luck: Chance, known: Known): void {
  const workers = marks.includes('kcn') ? luck.between(0.09, 0.17) : luck.between(0.02, 0.05);
  put('B4.01', level(luck, people * workers, 0.012));
  put('B4.02', level(luck, people * luck.between(0.07, 0.12), 0.006));
  put('B4.03', level(luck, people * luck.between(0.12, 0.17), 0.007));
  put('B4.04', level(luck, people * luck.between(0.04, 0.07), -0.008));
  put('B4.05', level(luck, people * luck.between(0.018, 0.032), -0.006));
  put('B4.07', flow(luck, communes * luck.between(1.1, 2.6), meetings));
  put('B4.08', flow(luck, communes * luck.between(0.12, 0.4), meetings));
  put('B4.09', flow(luck, communes * luck.between(4, 11), steady));
  put('B4.10', share(luck, known, 'B4.09', 0.7, 0.88));
}

function putDemocracy(put: Put, { communes, marks }: Size, luck: Chance, known: Known): void {
  const before = communes + (communes > 150 ? luck.whole(2, 9) : 0);
  put('B5.01', (_, i) => (i === 0 ? before : communes));
  put('B5.02', share(luck, known, 'B5.01', 0.86, 0.95));
  put('B5.04', (year) => known('B5.01', year));
  put('B5.05', flow(luck, communes * luck.between(5, 12), [1.05, 0.98, 0.95, 0.96, 0.47]));
  put('B5.06', share(luck, known, 'B5.05', 0.77, 0.87));
  const satisfied = luck.between(80, 88);
  const isLateToMeasure = marks.includes('nui') && luck.next() < 0.4;
  put('B5.08', (_, i) => {
    if (i === 4 || (isLateToMeasure && i === 0)) return 'no-data';
    return Math.round((satisfied + i * 0.9 + luck.between(-0.7, 0.7)) * 10) / 10;
  });
}

function putModels(put: Put, { communes }: Size, luck: Chance, known: Known): void {
  put('B6.01', flow(luck, communes * luck.between(1.4, 3.6), [0.9, 0.86, 0.85, 1.1, 0.6]));
  const recognised = [0.31, 0.25, 0.11, 0.1].map((part) => part * luck.between(0.85, 1.1));
  recognised.forEach((part, i) => {
    put(`B6.0${i + 2}`, (year) => Math.round(known('B6.01', year) * part));
  });
  put('B6.08', flow(luck, communes * luck.between(0.5, 1.3), steady));
}

function putStaff(put: Put, { communes, minorities, marks }: Size, luck: Chance, known: Known): void {
  const posts = Math.round(24 + communes * luck.between(0.28, 0.42));
  put('B7.01', (_, i) => posts + [6, 4, 2, 0, 0][i]!);
  put('B7.02', share(luck, known, 'B7.01', 0.88, 0.95));
  put('B7.04', share(luck, known, 'B7.02', 0.36, 0.52));
  put('B7.05', (year) =>
    minorities < 0.02 ? 'none-arose' : Math.round(known('B7.02', year) * Math.min(0.8, minorities * 0.75)),
  );
  put('B7.06', share(luck, known, 'B1.07', 0.9, 0.97));
  put('B7.07', flow(luck, communes * luck.between(3, 8), meetings));
  const money = luck.between(1400, marks.includes('tp') ? 9000 : 5200);
  put(
    'B7.08',
    (_, i) => Math.round(money * [0.92, 0.85, 0.8, 1, 0.52][i]! * luck.between(0.96, 1.04) * 10) / 10,
  );
}

/** A reference of the sentences as words: "B3.08 2022", "B3.08 +" over all columns, "%B3.06/B3.05 +"; null when unknown. */
export function figureWords(figures: Figures, reference: string): string | null {
  const [, percent, codes = '', when = ''] = /^(%?)([\w./]+) (\+|\d{4})$/.exec(reference) ?? [];
  const amount = (code: string): number | null => {
    const found = (when === '+' ? years : [when]).map((year) => figures[code]?.[year]);
    if (found.some((f) => f === undefined) || (when !== '+' && typeof found[0] !== 'number')) return null;
    return found.reduce((sum: number, f) => sum + (typeof f === 'number' ? f : 0), 0);
  };
  if (!percent) return worded(amount(codes));
  const [part, whole] = codes.split('/').map(amount);
  if (part == null || whole == null || whole === 0) return null;
  return formatNumber((part / whole) * 100, 1);
}

const worded = (value: number | null) => (value === null ? null : formatNumber(value));
