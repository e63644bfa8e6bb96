// What has to change in the stored registry so that it says what the packages and seed files say now.
import { normalizeVietnamese } from '#src/kernel/vietnamese.ts';
import type { RegistryRecords, UnitRecord } from '../rules.ts';

export type Respelling = { unitId: string; from: string; name: string; fullName: string };

export type Correction = {
  /** New rows: units not stored yet, and the rows of changed units and events. */
  insert: RegistryRecords;
  /** Units whose rows are taken out and put in again. */
  changed: string[];
  changedUnits: UnitRecord[];
  /** Units whose packaged facts differ but that a person has acted on: left alone. */
  kept: string[];
  /** Names of kept units that were misspelled (the tone on the wrong letter, a capital): the spelling alone is mended. */
  respelled: Respelling[];
  /** Packaged events that are gone or different. */
  staleEvents: string[];
};

type Rows = Pick<RegistryRecords, 'names' | 'aliases' | 'parents' | 'codes'>;

/** The rows of each unit as one text that is equal when the facts are. */
function factsOf(records: RegistryRecords, schemes: ReadonlySet<string>): Map<string, string> {
  const lines = new Map<string, string[]>(
    records.units.map((u) => [
      u.id,
      [JSON.stringify([u.kind, u.name, u.fullName, u.foundedOn, u.abolishedOn, u.territoryId])],
    ]),
  );
  const add = (unitId: string, line: unknown[]) => lines.get(unitId)?.push(JSON.stringify(line));
  for (const n of records.names) add(n.unitId, ['name', n.name, n.fullName, n.validFrom, n.validTo]);
  for (const a of records.aliases) add(a.unitId, ['alias', a.alias]);
  for (const p of records.parents) add(p.unitId, ['parent', p.parentId, p.validFrom, p.validTo]);
  for (const c of records.codes)
    if (schemes.has(c.scheme)) add(c.unitId, ['code', c.scheme, c.code, c.validFrom, c.validTo]);
  return new Map([...lines].map(([id, own]) => [id, own.sort().join('\n')]));
}

const eventText = (event: RegistryRecords['events'][number]): string =>
  JSON.stringify([
    event.kind,
    event.onDate,
    event.legalBasis,
    event.members.map((m) => `${m.role} ${m.unitId} ${m.partial}`).sort(),
  ]);

function respellings(
  stored: RegistryRecords,
  packaged: RegistryRecords,
  kept: readonly string[],
): Respelling[] {
  const right = new Map(
    packaged.names.map((n) => [`${n.unitId} ${normalizeVietnamese(n.fullName)}`, n] as const),
  );
  const ids = new Set(kept);
  return stored.names.flatMap(({ unitId, name, fullName }) => {
    const mended = ids.has(unitId) ? right.get(`${unitId} ${normalizeVietnamese(fullName)}`) : undefined;
    if (!mended || (mended.fullName === fullName && mended.name === name)) return [];
    return [{ unitId, from: fullName, name: mended.name, fullName: mended.fullName }];
  });
}

/**
 * Compares by unit and by event. `acted` are units in events that a person recorded, and those events' ids are in
 * `stored` too: neither is touched. Codes in schemes that the packages do not use belong to people and stay.
 */
export function correctionOf(
  stored: RegistryRecords,
  packaged: RegistryRecords,
  acted: { units: ReadonlySet<string>; events: ReadonlySet<string> },
): Correction {
  const schemes = new Set(packaged.codes.map((c) => c.scheme));
  const [before, after] = [factsOf(stored, schemes), factsOf(packaged, schemes)];
  const differing = packaged.units.filter((u) => before.has(u.id) && before.get(u.id) !== after.get(u.id));
  const kept = differing.filter((u) => acted.units.has(u.id)).map((u) => u.id);
  const changedUnits = differing.filter((u) => !acted.units.has(u.id));
  const fresh = packaged.units.filter((u) => !before.has(u.id));
  const touched = new Set([...changedUnits, ...fresh].map((u) => u.id));
  const own = <Row extends { unitId: string }>(rows: readonly Row[]) =>
    rows.filter((r) => touched.has(r.unitId));
  const rows: Rows = {
    names: own(packaged.names),
    aliases: own(packaged.aliases),
    parents: own(packaged.parents),
    codes: own(packaged.codes),
  };
  const storedEvents = new Map(stored.events.map((e) => [e.id, eventText(e)]));
  const packagedEvents = new Map(packaged.events.map((e) => [e.id, eventText(e)]));
  const isFree = (members: RegistryRecords['events'][number]['members']) =>
    !members.some((m) => acted.units.has(m.unitId));
  const staleEvents = stored.events.filter(
    (e) =>
      !acted.events.has(e.id) && isFree(e.members) && packagedEvents.get(e.id) !== storedEvents.get(e.id),
  );
  const stale = new Set(staleEvents.map((e) => e.id));
  const events = packaged.events.filter((e) => !storedEvents.has(e.id) || stale.has(e.id));
  return {
    insert: { units: fresh, ...rows, events },
    changed: changedUnits.map((u) => u.id),
    changedUnits,
    kept,
    respelled: respellings(stored, packaged, kept),
    staleEvents: [...stale],
  };
}
