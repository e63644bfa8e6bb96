// Every name that units bear or bore, under the key that its spellings share.
import { accentKey, glue, typeOf, withoutType, wordsOf } from '../naming.ts';
import type { Registry, UnitKind, UnitRecord, Validity } from '../rules.ts';

/** `accents`: the name's own letters, null for an alias. `type`: "Huyện", "Thành phố", "Thành ủy" … by this name. */
export type Entry = { unit: UnitRecord; span: Validity; accents: string | null; type: string | null };

export type Names = { registry: Registry; entries: ReadonlyMap<string, Entry[]> };

const always: Validity = { validFrom: null, validTo: null };

/** Every current and past name, short and full, and every alias, under its key. */
export function namesOf(registry: Registry): Names {
  const entries = new Map<string, Entry[]>();
  const add = (spelling: string, entry: Entry): void => {
    const key = glue(wordsOf(spelling));
    const list = entries.get(key);
    if (!list) entries.set(key, [entry]);
    else if (!list.some((e) => e.unit === entry.unit && e.span === entry.span)) list.push(entry);
  };
  for (const row of registry.records.names) {
    const unit = registry.byId.get(row.unitId);
    if (!unit) continue;
    const bare = withoutType(row.fullName);
    const accents = accentKey(row.name === row.fullName ? bare : row.name);
    for (const spelling of new Set([row.fullName, row.name, bare]))
      add(spelling, { unit, span: row, accents, type: typeOf(row.fullName) });
  }
  for (const row of registry.records.aliases) {
    const unit = registry.byId.get(row.unitId);
    if (unit) add(row.alias, { unit, span: always, accents: null, type: typeOf(unit.fullName) });
  }
  return { registry, entries };
}

const rank: Record<UnitKind, number> = {
  nation: 0,
  province: 1,
  'provincial-party-committee': 2,
  'central-commission': 3,
  'central-party-committee': 3,
  'party-caucus': 3,
  'civil-affairs-committee': 3,
  'other-central': 3,
  // Below the Party bodies of the same name: while a ban cán sự đảng or đảng đoàn exists, "Bộ Y tế" in a plan means it.
  ministry: 3.5,
  'mass-organisation': 3.5,
  district: 4,
  commune: 5,
  'local-body': 6,
};

export const rankOf = (unit: UnitRecord): number => rank[unit.kind];
/** A province, its committee, or a central body: known by its bare name. */
export const isHigh = ({ unit }: { unit: UnitRecord }): boolean => rankOf(unit) < rank.district;
