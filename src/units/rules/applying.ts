// The registry after an act: rows that end get their last day, rows that begin are added; nothing is taken away.
import type { LocalDate } from '#src/kernel/dates.ts';
import {
  codeKey,
  indexRegistry,
  type Registry,
  type RegistryRecords,
  type Validity,
  validOn,
} from '../rules.ts';
import type { Changes } from './acts.ts';

/** A copy whose rows may be changed without touching those of the original. */
export function copyRecords(records: RegistryRecords): RegistryRecords {
  return {
    units: records.units.map((u) => ({ ...u })),
    names: records.names.map((n) => ({ ...n })),
    aliases: records.aliases,
    parents: records.parents.map((p) => ({ ...p })),
    codes: records.codes.map((c) => ({ ...c })),
    events: [...records.events],
  };
}

/** Ends, on the day, the row that holds then. */
function close(rows: readonly Validity[] | undefined, on: LocalDate): void {
  const row = rows?.find((r) => validOn(r, on));
  if (row) row.validTo = on;
}

function put<K, V>(index: ReadonlyMap<K, V[]>, key: K, value: V): void {
  const list = index.get(key);
  if (list) list.push(value);
  else (index as Map<K, V[]>).set(key, [value]);
}

/** Afterwards `registry` stands as after the changes. It has to be one's own: `workingCopy` makes one. */
export function applyChanges(registry: Registry, changes: Changes): void {
  const { records } = registry;
  const { on } = changes;
  for (const id of changes.ended) {
    const unit = registry.byId.get(id);
    if (unit) unit.abolishedOn = on;
    close(registry.names.get(id), on);
    close(registry.parents.get(id), on);
    for (const code of registry.codes.get(id) ?? []) if (code.validTo === null) code.validTo = on;
  }
  for (const unit of changes.units) {
    records.units.push(unit);
    (registry.byId as Map<string, typeof unit>).set(unit.id, unit);
  }
  for (const name of changes.names) {
    close(registry.names.get(name.unitId), on);
    records.names.push(name);
    put(registry.names, name.unitId, name);
  }
  for (const parent of changes.parents) {
    close(registry.parents.get(parent.unitId), on);
    records.parents.push(parent);
    put(registry.parents, parent.unitId, parent);
    put(registry.children, parent.parentId, parent);
  }
  for (const code of changes.codes) {
    close(
      registry.codes.get(code.unitId)?.filter((c) => c.scheme === code.scheme),
      on,
    );
    records.codes.push(code);
    put(registry.codes, code.unitId, code);
    put(registry.byCode, codeKey(code.scheme, code.code), code);
  }
  for (const event of changes.events) {
    records.events.push(event);
    for (const member of event.members)
      put(member.role === 'from' ? registry.eventsFrom : registry.eventsTo, member.unitId, event);
  }
}

/** A registry of one's own to apply changes to; O(rows). */
export function workingCopy(registry: Registry): Registry {
  return indexRegistry(copyRecords(registry.records));
}
