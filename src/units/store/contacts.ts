// Contacts of units, with everyone who was one before.
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { ContactRow, HandOver, PresentContact } from '../rules/contacts.ts';

/** Of one unit, the present contact first. */
export async function contactsOf(db: Db, unitId: string): Promise<ContactRow[]> {
  const rows = await db
    .selectFrom('unit_contacts')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('from_on', 'desc')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    unitId: r.unit_id,
    name: r.name,
    position: r.position,
    phone: r.phone,
    email: r.email,
    fromOn: r.from_on,
    toOn: r.to_on,
    reason: r.reason,
  }));
}

/** The present contact of every unit that has one. */
export async function presentContacts(db: Db): Promise<Map<string, PresentContact>> {
  const rows = await db
    .selectFrom('unit_contacts')
    .select(['unit_id', 'name', 'position', 'phone', 'email', 'from_on as fromOn'])
    .where('to_on', 'is', null)
    .execute();
  return new Map(rows.map(({ unit_id, ...contact }) => [unit_id, contact]));
}

/** Afterwards the new person is the contact and the one before was until that day. */
export async function insertHandOver(
  trx: Db,
  unitId: string,
  next: HandOver,
  by: { id: string; at: Date },
): Promise<string> {
  await trx
    .updateTable('unit_contacts')
    .set({ to_on: next.fromOn })
    .where('unit_id', '=', unitId)
    .where('to_on', 'is', null)
    .execute();
  const id = newId(by.at);
  await trx
    .insertInto('unit_contacts')
    .values({
      id,
      unit_id: unitId,
      name: next.name,
      position: next.position,
      phone: next.phone,
      email: next.email,
      from_on: next.fromOn,
      reason: next.reason,
      recorded_at: by.at,
      recorded_by: by.id,
    })
    .execute();
  return id;
}
