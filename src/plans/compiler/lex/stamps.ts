// The time that a digital signature prints.
import { isoDate } from '#src/kernel/dates.ts';

/** "14-05-2025 17:03:09 +07:00" → "2025-05-14T17:03:09+07:00". */
export function readStamp(text: string): { iso: string; a: number; b: number } | null {
  const m = /(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}),? (\d{1,2}):(\d{2}):(\d{2}) ?([+-]\d{2}:?\d{2})?/.exec(text);
  const iso = /(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})([+-]\d{2}:\d{2}|Z)?/.exec(text);
  if (m) {
    const zone = m[7] ? `${m[7].slice(0, 3)}:${m[7].slice(-2)}` : '';
    const at = `${isoDate(Number(m[3]), Number(m[2]), Number(m[1]))}T${m[4]!.padStart(2, '0')}:${m[5]}:${m[6]}${zone}`;
    return { iso: at, a: m.index, b: m.index + m[0].length };
  }
  return iso ? { iso: iso[0], a: iso.index, b: iso.index + iso[0].length } : null;
}
