// Where units came from and what became of them.
import { addDays, type LocalDate } from '#src/kernel/dates.ts';
import { existsOn, type Registry, type UnitEvent, type UnitRecord } from './rules.ts';

/** `whole` is false when only a part of the asked unit went (or came) this way. */
export type Kin = { unit: UnitRecord; whole: boolean };

type Step = {
  events: ReadonlyMap<string, UnitEvent[]>;
  towards: 'from' | 'to';
  within: (event: UnitEvent) => boolean;
  arrived: (unit: UnitRecord) => boolean;
};

const giverIsWhole = (event: UnitEvent, giverId: string): boolean =>
  event.members.filter((m) => m.role === 'to').length < 2 &&
  !event.members.some((m) => m.role === 'from' && m.unitId === giverId && m.partial);

/** The unit lives on, but gave a part of itself away within the time asked. */
const gaveAPart = (registry: Registry, unitId: string, step: Step): boolean =>
  (registry.eventsFrom.get(unitId) ?? []).some((e) => step.within(e) && !giverIsWhole(e, unitId));

function walk(registry: Registry, startId: string, step: Step): Kin[] {
  const found = new Map<string, Kin>();
  const seen = new Set<string>();
  const visit = (unitId: string, whole: boolean): void => {
    const key = `${unitId} ${whole}`;
    const unit = registry.byId.get(unitId);
    if (!unit || seen.has(key)) return;
    seen.add(key);
    if (step.arrived(unit)) {
      const all = whole && !gaveAPart(registry, unitId, step);
      found.set(unitId, { unit, whole: all || (found.get(unitId)?.whole ?? false) });
    }
    for (const event of step.events.get(unitId) ?? []) {
      if (!step.within(event)) continue;
      for (const member of event.members) {
        if (member.role !== step.towards || member.unitId === unitId) continue;
        const giver = step.towards === 'to' ? unitId : member.unitId;
        visit(member.unitId, whole && giverIsWhole(event, giver));
      }
    }
  };
  visit(startId, true);
  return [...found.values()];
}

/**
 * The units of day `to` that hold what `unitId` was on day `from`, through every merge and split between.
 * A unit that still exists is its own successor. Empty when the registry knows no successor.
 */
export function successorsOf(registry: Registry, unitId: string, from: LocalDate, to: LocalDate): Kin[] {
  return walk(registry, unitId, {
    events: registry.eventsFrom,
    towards: 'to',
    within: (event) => from < event.onDate && event.onDate <= to,
    arrived: (unit) => existsOn(unit, to),
  });
}

/** The units of the earlier day `from` that went into what `unitId` is on day `to`; `whole` says if all of that one came. */
export function predecessorsOf(registry: Registry, unitId: string, to: LocalDate, from: LocalDate): Kin[] {
  return walk(registry, unitId, {
    events: registry.eventsTo,
    towards: 'from',
    within: (event) => from < event.onDate && event.onDate <= to,
    arrived: (unit) => existsOn(unit, from),
  });
}

/** The last day a unit existed, or `fallback` while it lives. */
export function lastDay(unit: UnitRecord, fallback: LocalDate): LocalDate {
  return unit.abolishedOn === null ? fallback : addDays(unit.abolishedOn, -1);
}

/** What became of a unit that is gone on day `on`: its successors then. */
export function heirsOn(registry: Registry, unit: UnitRecord, on: LocalDate): UnitRecord[] {
  return successorsOf(registry, unit.id, lastDay(unit, on), on).map((k) => k.unit);
}
