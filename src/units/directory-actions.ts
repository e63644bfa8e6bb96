// What people do beside the events: groups by rule, contacts with hand-over, files of units.
import { record } from '#src/events/record.ts';
import { newId } from '#src/kernel/ids.ts';
import { insist, invalid, notFound, Refusal } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { nameIndexOf } from './registry.ts';
import type { Changes } from './rules/acts.ts';
import { contactRefusal, type HandOver, handOverRefusal, presentOf } from './rules/contacts.ts';
import { type GroupRule, groupRefusal } from './rules/groups.ts';
import type { ImportFile } from './rules/import-lines.ts';
import type { Judgement } from './rules/import-run.ts';
import { judgeImport } from './rules/importing.ts';
import { registryRefusal } from './rules/refusing.ts';
import { writeChanges } from './store/changes.ts';
import { contactsOf, insertHandOver, presentContacts } from './store/contacts.ts';
import { endGroup, insertGroup, listGroups, updateGroup } from './store/groups.ts';
import { type ImportRow, importById, insertImport, markApplied } from './store/imports.ts';
import { lockRegistry } from './store/loads.ts';

/** Afterwards the group has the name and rule. `version` is the one that the change started from. Returns its id. */
export async function saveGroup(
  { db, actor, now }: Act,
  group: { id: string | null; name: string; rule: GroupRule; version: number },
): Promise<string> {
  insist(registryRefusal(actor));
  return transaction(db, async (trx) => {
    const groups = await listGroups(trx);
    if (group.id && !groups.some((g) => g.id === group.id)) throw notFound();
    insist(groupRefusal(group, groups, new Map(groups.map((g) => [g.id, g.rule]))));
    const by = { id: actor.id, at: now };
    const id = group.id ?? newId(now);
    const saved = { ...group, id, name: group.name.trim() };
    if (group.id === null) await insertGroup(trx, saved, by);
    else if (!(await updateGroup(trx, saved, by)))
      throw new Refusal('conflict', 'group-changed', {
        vi: 'Nhóm này vừa được người khác sửa. Đề nghị xem lại bản mới rồi sửa tiếp; những gì đã gõ vẫn ở dưới.',
        en: 'Somebody else has just changed this group. Look at it again; what you typed is kept below.',
      });
    await record(trx, actor, now, {
      name: 'unit-group.saved',
      subjectType: 'unit-group',
      subjectId: id,
      data: { name: saved.name, rule: saved.rule },
    });
    return id;
  });
}

/** Afterwards the group is no longer offered. Refused while another group excepts it. */
export async function retireGroup({ db, actor, now }: Act, id: string): Promise<void> {
  insist(registryRefusal(actor));
  await transaction(db, async (trx) => {
    const groups = await listGroups(trx);
    if (!groups.some((g) => g.id === id)) throw notFound();
    const user = groups.find((g) => g.rule.except.groups.includes(id));
    if (user)
      throw invalid('group-in-use', {
        vi: `Nhóm “${user.name}” đang trừ nhóm này. Đề nghị sửa nhóm đó trước.`,
        en: `Group “${user.name}” excepts this one. Change that group first.`,
      });
    await endGroup(trx, id, { id: actor.id, at: now });
    await record(trx, actor, now, { name: 'unit-group.ended', subjectType: 'unit-group', subjectId: id });
  });
}

/** Afterwards the new person is the unit's contact from the day on; the one before stays in its history. */
export async function handOverContact(
  { db, actor, now }: Act,
  unitId: string,
  next: HandOver,
): Promise<void> {
  insist(contactRefusal(actor, unitId));
  await transaction(db, async (trx) => {
    await lockRegistry(trx);
    insist(handOverRefusal(presentOf(await contactsOf(trx, unitId)), next));
    const id = await insertHandOver(trx, unitId, next, { id: actor.id, at: now });
    // Names and numbers stay in the contact's own row: the record says only that it was handed over.
    await record(trx, actor, now, {
      name: 'unit.contact-handed-over',
      subjectType: 'unit',
      subjectId: unitId,
      data: { contactId: id, on: next.fromOn },
    });
  });
}

/** Afterwards the file's lines are kept, to be looked at and then applied. Changes nothing else. Returns the import's id. */
export async function keepImport(
  { db, actor, now }: Act,
  read: { fileName: string; on: string; basis: string; file: ImportFile },
): Promise<string> {
  insist(registryRefusal(actor));
  const id = newId(now);
  await transaction(db, async (trx) => {
    await insertImport(trx, { ...read, id }, { id: actor.id, at: now });
    await record(trx, actor, now, {
      name: 'unit-import.read',
      subjectType: 'unit-import',
      subjectId: id,
      data: { fileName: read.fileName, lines: read.file.lines.length },
    });
  });
  return id;
}

/** What a kept file would do to the registry as it is now. */
export async function judgeKept(db: Db, row: ImportRow, now: Date): Promise<Judgement> {
  const [index, contacts] = [await nameIndexOf(db), await presentContacts(db)];
  return judgeImport({ ...row, index, contacts, newId: () => newId(now) });
}

/** Of one day as one: writing is a few statements however many lines there were. */
function byDay(list: readonly Changes[]): Changes[] {
  const days = [...Map.groupBy(list, (c) => c.on)].sort(([a], [b]) => a.localeCompare(b));
  return days.map(([on, own]) => ({
    on,
    units: own.flatMap((c) => c.units),
    names: own.flatMap((c) => c.names),
    parents: own.flatMap((c) => c.parents),
    codes: own.flatMap((c) => c.codes),
    ended: own.flatMap((c) => c.ended),
    events: own.flatMap((c) => c.events),
  }));
}

/** Afterwards all lines of the file hold, or none does: refused while one of them is wrong or ambiguous. */
export async function applyImport({ db, actor, now }: Act, id: string): Promise<void> {
  insist(registryRefusal(actor));
  await transaction(db, async (trx) => {
    await lockRegistry(trx);
    const row = await importById(trx, id);
    if (!row) throw notFound();
    const judgement = await judgeKept(trx, row, now);
    const bad = judgement.diagnostics.filter((d) => d.severity === 'error').length;
    if (bad > 0)
      throw invalid('import-with-errors', {
        vi: `Còn ${bad} chỗ cần sửa trong tệp nên chưa nhập dòng nào. Đề nghị sửa tệp rồi tải lên lại.`,
        en: `${bad} places in the file need mending, so no line was imported. Mend the file and upload it again.`,
      });
    if (!(await markApplied(trx, id, { id: actor.id, at: now })))
      throw invalid('import-applied', {
        vi: 'Tệp này đã được nhập.',
        en: 'This file has been imported already.',
      });
    const by = { id: actor.id, at: now };
    for (const changes of byDay(judgement.changes)) await writeChanges(trx, changes, { ...by, actId: id });
    await applyContacts(trx, judgement, by);
    await record(trx, actor, now, {
      name: 'unit-import.applied',
      subjectType: 'unit-import',
      subjectId: id,
      data: {
        fileName: row.fileName,
        basis: row.basis,
        on: row.on,
        changed: judgement.lines.filter((l) => l.status !== 'same').length,
      },
    });
  });
}

async function applyContacts(trx: Db, judgement: Judgement, by: { id: string; at: Date }): Promise<void> {
  for (const { unitId, contact, on } of judgement.contacts) {
    const next = { ...contact, fromOn: on, reason: null };
    insist(handOverRefusal(presentOf(await contactsOf(trx, unitId)), next));
    await insertHandOver(trx, unitId, next, by);
  }
}
