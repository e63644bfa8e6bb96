// Facts beside the events that a line of a file may bring: codes, the e-identifier, the contact.
import { formatDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { validOn } from '../rules.ts';
import { handOverRefusal } from './contacts.ts';
import type { ImportLine } from './import-lines.ts';
import type { Reading } from './import-matching.ts';
import { both, type Import } from './import-run.ts';
import { type Column, type Contact, edocCode } from './listing.ts';

/** Codes of another scheme or value, the e-identifier and the contact: facts beside the events. */
export function extras(run: Import, line: ImportLine, reading: Reading, unitId: string): Words[] {
  const { registry } = run;
  const told: Words[] = [];
  const give = (scheme: string, code: string, column: Column): void => {
    const row = registry.codes.get(unitId)?.find((c) => c.scheme === scheme && validOn(c, reading.on));
    if (row?.code === code) return;
    const other = registry.byCode
      .get(`${scheme} ${code}`)
      ?.find((c) => c.validTo === null || reading.on < c.validTo);
    if (other) {
      const name = registry.byId.get(other.unitId);
      run.say(
        'U213',
        'error',
        line,
        column,
        both(`Mã ${code} đang là của ${name?.fullName}.`, `Code ${code} belongs to ${name?.fullName}.`),
      );
      return;
    }
    if (row?.validFrom === reading.on) {
      run.say(
        'U213',
        'error',
        line,
        column,
        both(
          `Ngày ${formatDate(reading.on)} đơn vị đã được cấp mã ${row.code}.`,
          `The unit was given code ${row.code} on that day.`,
        ),
      );
      return;
    }
    run.take({
      on: reading.on,
      units: [],
      names: [],
      parents: [],
      ended: [],
      events: [],
      codes: [{ unitId, scheme, code, validFrom: reading.on, validTo: null }],
    });
    told.push(
      both(
        `mã ${code}${row ? ` thay cho ${row.code}` : ''}`,
        `code ${code}${row ? ` instead of ${row.code}` : ''}`,
      ),
    );
  };
  const isFresh = registry.byId.get(unitId)?.foundedOn === reading.on;
  if (reading.code && !isFresh) give(reading.code.scheme, reading.code.code, 'code');
  if (reading.edoc && reading.edoc !== edocCode(registry, unitId, reading.on))
    give('edoc', reading.edoc, 'edoc');
  told.push(...contactLines(run, line, reading, unitId));
  return told;
}

const contactColumns: Record<string, Column> = { contactName: 'contact', phone: 'phone', fromOn: 'contact' };
const isSame = (a: Contact, b: Contact | null): boolean =>
  b !== null && (['name', 'position', 'phone', 'email'] as const).every((key) => a[key] === b[key]);

/** A hand-over on the day of the file, or the reason at its cell why there can be none. */
function contactLines(run: Import, line: ImportLine, { contact }: Reading, unitId: string): Words[] {
  const known = run.input.contacts.get(unitId) ?? null;
  if (!contact || isSame(contact, known)) return [];
  const next = { ...contact, fromOn: run.input.on, reason: null };
  const refusal = handOverRefusal(known, next);
  if (refusal) {
    const field = Object.keys(refusal.fields)[0] ?? '';
    run.say('U216', 'error', line, contactColumns[field] ?? 'contact', refusal.words);
    return [];
  }
  run.contacts.push({ unitId, contact, on: run.input.on });
  return [both(`đầu mối ${contact.name}`, `contact ${contact.name}`)];
}
