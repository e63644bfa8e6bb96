// Number, symbol and date of issue, the stamp of a digital signature, and the date a page shows about itself.
import { isoDate, isRealDate, type LocalDate, lastDayOfMonth } from '#src/kernel/dates.ts';
import type { Piece } from '../layout/paragraph.ts';
import { readPoints } from '../lex/points.ts';
import { readStamp } from '../lex/stamps.ts';
import { type Citation, readSymbols } from '../lex/symbols.ts';
import type { When } from '../model.ts';
import type { Found } from './found.ts';
import type { Placed } from './regions.ts';

export type Numbered = { number: Found<string> | null; symbol: Found<string> };

export function readNumber(lines: readonly Placed[]): Numbered | null {
  for (const { p, role } of lines) {
    if (role !== 'number') continue;
    const found = readSymbols(p)[0];
    if (!found) continue;
    const symbol = { value: found.symbol, piece: tidySymbol({ p, a: found.a, b: found.b }) };
    const number = found.number
      ? {
          value: found.number.replace(/\D+$/, ''),
          piece: { p, a: found.a, b: found.a + found.number.length },
        }
      : null;
    return { number, symbol };
  }
  return null;
}

const tidySymbol = ({ p, a, b }: Piece): Piece => ({ p, a: p.text[a] === ' ' ? a + 1 : a, b });

export function fromCitation(c: Citation | null): Numbered | null {
  if (!c?.symbol) return null;
  const { p } = c.piece;
  const found = readSymbols(p, c.piece.a, c.piece.b).find((s) => s.symbol === c.symbol);
  if (!found) return null;
  const piece = { p, a: found.a, b: found.b };
  return {
    symbol: { value: c.symbol, piece },
    number: c.number ? { value: c.number, piece: { p, a: found.a, b: found.a + c.number.length } } : null,
  };
}

export function dateOf(c: Citation | null): Found<When> | null {
  if (!c?.date) return null;
  return { value: onDay(c.date), piece: c.piece };
}

const onDay = (day: LocalDate): When => ({
  rel: 'on',
  from: day,
  to: day,
  precision: 'day',
  tentative: false,
});

/** Both columns of the letterhead on one line, as a PDF gives them: "Số 15-KH/TU Huế, ngày 02 tháng 3 năm 2026". */
const numberedAndDated = ({ p, role }: Placed): boolean =>
  role === 'number' && /,? ?ng[àa]y ?[\d.…_ ]*th[áa]ng ?[\d.…_ ]*n[ăa]m ?\d{4} ?$/iu.test(p.text);

/** "Hà Nội, ngày 18 tháng 5 năm 2023": a day; with the day left blank, the month. */
export function readIssueDate(lines: readonly Placed[]): Found<When> | null {
  const line = lines.find((x) => x.role === 'place-date') ?? lines.find(numberedAndDated);
  if (!line) return null;
  const short = readPoints(line.p, null).find((t) => t.precision === 'day' && t.from !== null);
  if (line.role === 'place-date' && short?.from)
    return { value: onDay(short.from), piece: { p: line.p, a: short.a, b: short.b } };
  const m = /ng[àa]y ?(\d{1,2})? ?[.…_ ]*th[áa]ng ?(\d{1,2})? ?[.…_ ]*n[ăa]m ?(\d{4})?/iu.exec(line.p.text);
  const [d, mo, y] = [Number(m?.[1] ?? 0), Number(m?.[2] ?? 0), Number(m?.[3] ?? 0)];
  if (!m || y === 0 || mo < 1 || mo > 12) return null;
  const piece = { p: line.p, a: m.index, b: m.index + m[0].length };
  if (d > 0 && isRealDate(y, mo, d)) return { value: onDay(isoDate(y, mo, d)), piece };
  return {
    value: {
      rel: 'in',
      from: isoDate(y, mo, 1),
      to: lastDayOfMonth(y, mo),
      precision: 'month',
      tentative: false,
    },
    piece,
  };
}

export function readDigitalStamp(placed: readonly Placed[]): Found<string> | null {
  for (const { p } of placed.filter((x) => x.role === 'stamp')) {
    const stamp = readStamp(p.text);
    if (stamp) return { value: stamp.iso, piece: { p, a: stamp.a, b: stamp.b } };
  }
  return null;
}

export function readPageDate(placed: readonly Placed[]): Found<LocalDate> | null {
  for (const { p, role } of placed) {
    if (role !== 'page-date') continue;
    const point = readPoints(p, null).find((x) => x.a < 60 && x.from !== null);
    if (point?.from) return { value: point.from.slice(0, 10), piece: { p, a: point.a, b: point.b } };
  }
  return null;
}
