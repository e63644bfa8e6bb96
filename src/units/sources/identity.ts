// Identifiers that are the same on every machine, so that data, tests and demos agree.
import { createHash } from 'node:crypto';
import type { LocalDate } from '#src/kernel/dates.ts';

/** A uuid v8 (RFC 9562, SHA-256 of the words): the same words always give the same id. */
export function idFrom(...words: string[]): string {
  const bytes = createHash('sha256')
    .update(`tongket/units\0${words.join('\0')}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The id of the unit that bore `code` in `scheme` from `validFrom` on (null: since before the records begin). */
export function unitIdOf(scheme: string, code: string, validFrom: LocalDate | null): string {
  return idFrom('unit', scheme, code, validFrom ?? '');
}

/** Scheme of the General Statistics Office: provinces two digits, districts three, communes five. */
export const gso = 'gso';
/** Our own scheme for central bodies and Party committees. */
export const bodies = 'tongket';
