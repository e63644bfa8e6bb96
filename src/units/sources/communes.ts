// Which old communes went into which new one on 1/7/2025, from a map whose codes are often missing or wrong.
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { CommuneMapping, NewTerritory, OldTerritory } from './packages.ts';

/** `from` and `to` are codes of the General Statistics Office: the old commune's and the new one's. */
export type CommuneLink = { from: string; to: string };

type Sources = {
  oldProvinces: OldTerritory[];
  oldDistricts: OldTerritory[];
  oldCommunes: OldTerritory[];
  newProvinces: NewTerritory[];
  newCommunes: NewTerritory[];
  mappings: CommuneMapping[];
};

const key = (name: string): string =>
  foldVietnamese(name)
    .replace(/\b0+(\d)/g, '$1')
    .replace(/[^a-z0-9]+/g, ' ')
    .replaceAll('y', 'i')
    .trim();
const bareKey = (name: string): string =>
  key(name).replace(/^(xa|phuong|thi tran|quan|huien|thi xa|thanh pho|tinh|dac khu) /, '');
const join = (...parts: string[]): string => parts.join('|');

function only<T>(found: T[] | undefined): T | null {
  return found?.length === 1 ? found[0]! : null;
}

/** Finds an old commune by names: with its type in its district, without the type, then anywhere in the province. */
function oldCommuneFinder(s: Sources) {
  const districts = new Map(s.oldDistricts.map((d) => [d.code, d]));
  const provinceOf = (c: OldTerritory): string => districts.get(c.parentCode ?? '')?.parentCode ?? '';
  const districtKey = (c: OldTerritory): string => bareKey(districts.get(c.parentCode ?? '')?.fullName ?? '');
  const exact = Map.groupBy(s.oldCommunes, (c) => join(key(c.fullName), districtKey(c), provinceOf(c)));
  const bare = Map.groupBy(s.oldCommunes, (c) => join(bareKey(c.fullName), districtKey(c), provinceOf(c)));
  const anywhere = Map.groupBy(s.oldCommunes, (c) => join(key(c.fullName), provinceOf(c)));
  const byCode = new Map(s.oldCommunes.map((c) => [c.code, c]));
  return {
    byCode: (code: string | null, province: string): OldTerritory | null => {
      const found = byCode.get(code ?? '');
      return found && provinceOf(found) === province ? found : null;
    },
    byName: (m: CommuneMapping, province: string): OldTerritory | null =>
      only(exact.get(join(key(m.oldName), bareKey(m.oldDistrict), province))) ??
      only(bare.get(join(bareKey(m.oldName), bareKey(m.oldDistrict), province))) ??
      only(anywhere.get(join(key(m.oldName), province))),
  };
}

function newCommuneFinder(s: Sources) {
  const provinces = new Map(s.newProvinces.map((p) => [p.code, bareKey(p.fullName)]));
  const byCode = new Map(s.newCommunes.map((c) => [c.code, c]));
  const byName = Map.groupBy(s.newCommunes, (c) =>
    join(key(c.fullName), provinces.get(c.provinceCode ?? '') ?? ''),
  );
  return (m: CommuneMapping): NewTerritory | null => {
    const named = byName.get(join(key(m.newName), bareKey(m.newProvince)));
    const coded = byCode.get(m.newCode);
    return coded && named?.includes(coded) ? coded : only(named);
  };
}

/**
 * Every (old, new) pair that the map supports, each once. Between the list of 10,599 and July 2025 some communes had
 * already been joined, the joined one keeping one code and often another's name: so a line speaks for the commune
 * with its code, and also for the one with its name unless that one has a line of its own.
 */
export function linkCommunes(s: Sources): CommuneLink[] {
  const provinces = new Map(s.oldProvinces.map((p) => [bareKey(p.fullName), p.code]));
  provinces.set('hue', provinces.get('thua thien hue') ?? '');
  const findOld = oldCommuneFinder(s);
  const findNew = newCommuneFinder(s);
  const ownLine = new Set(s.mappings.map((m) => m.oldCode));
  const links = new Map<string, CommuneLink>();
  for (const m of s.mappings) {
    const province = provinces.get(bareKey(m.oldProvince)) ?? '';
    const to = findNew(m);
    if (!to) continue;
    const coded = findOld.byCode(m.oldCode, province);
    const named = findOld.byName(m, province);
    const olds = [coded, named && !(coded && ownLine.has(named.code)) ? named : null];
    for (const old of olds) if (old) links.set(join(old.code, to.code), { from: old.code, to: to.code });
  }
  return [...links.values()];
}
