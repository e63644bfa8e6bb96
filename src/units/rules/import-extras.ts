// Facts beside the events that a line of a file may bring: codes, the e-identifier, the contact.
import { formatDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { validOn } from '../rules.ts';
import type { ImportLine } from './import-lines.ts';
import type { Reading } from './import-matching.ts';
import { both, type Import } from './import-run.ts';
import { type Column, edocCode } from './listing.ts';

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
  const { contact } = reading;
  const known = run.input.contacts.get(unitId);
  if (contact && JSON.stringify(contact) !== JSON.stringify(known ?? null)) {
    run.contacts.push({ unitId, contact, on: run.input.on });
    told.push(both(`đầu mối ${contact.name}`, `contact ${contact.name}`));
  }
  return told;
}
