// What an officer does to the registry: records an event with its day and legal basis.
import { record } from '#src/events/record.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { insist } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { nameIndexOf } from './registry.ts';
import { changesOf, foundedBy, type NewUnit, type UnitAct } from './rules/acts.ts';
import { actRefusal, registryRefusal } from './rules/refusing.ts';
import { writeChanges } from './store/changes.ts';
import { lockRegistry } from './store/loads.ts';

/** The unit whose page shows what happened: the founded or receiving one, else the one acted on. */
export function mainUnitOf(act: UnitAct): string {
  if (act.kind === 'merge') return act.into.id;
  return foundedBy(act)[0]?.id ?? ('unitId' in act ? act.unitId : '');
}

/**
 * Afterwards the registry stands as after the act, its events name who recorded them, and the record has one line.
 * Returns the unit to look at. Refused when the rules say so; nothing is ever deleted.
 */
export async function recordUnitAct({ db, actor, now }: Act, act: UnitAct): Promise<string> {
  insist(registryRefusal(actor));
  return transaction(db, async (trx) => {
    await lockRegistry(trx);
    const { registry } = await nameIndexOf(trx);
    insist(actRefusal(registry, act));
    const changes = changesOf(registry, act, () => newId(now));
    await writeChanges(trx, changes, { id: actor.id, at: now, actId: newId(now) });
    const unitId = mainUnitOf(act);
    await record(trx, actor, now, {
      name: `unit.${pastOf[act.kind]}`,
      subjectType: 'unit',
      subjectId: unitId,
      data: { on: act.on, basis: act.basis, eventIds: changes.events.map((e) => e.id) },
    });
    return unitId;
  });
}

/**
 * Afterwards each of these units exists from the day on, founded by the same paper; all or none. Names are not repeated
 * under one parent. One line in the record names them all.
 */
export async function foundUnits(
  { db, actor, now }: Act,
  founding: { on: LocalDate; basis: string; units: readonly NewUnit[] },
): Promise<void> {
  insist(registryRefusal(actor));
  const { on, basis, units } = founding;
  if (units.length === 0) return;
  await transaction(db, async (trx) => {
    await lockRegistry(trx);
    const { registry } = await nameIndexOf(trx);
    const by = { id: actor.id, at: now, actId: newId(now) };
    const eventIds: string[] = [];
    for (const unit of units) {
      const act: UnitAct = { kind: 'establish', on, basis, unit };
      insist(actRefusal(registry, act));
      const changes = changesOf(registry, act, () => newId(now));
      await writeChanges(trx, changes, by);
      eventIds.push(...changes.events.map((e) => e.id));
    }
    await record(trx, actor, now, {
      name: 'unit.established',
      subjectType: 'unit',
      subjectId: units[0]!.id,
      data: { on, basis, eventIds, unitIds: units.map((u) => u.id) },
    });
  });
}

const pastOf: Record<UnitAct['kind'], string> = {
  establish: 'established',
  rename: 'renamed',
  move: 'moved',
  merge: 'merged',
  split: 'split',
  abolish: 'abolished',
  succeed: 'succeeded',
};
