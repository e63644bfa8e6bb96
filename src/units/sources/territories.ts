// Nation, provinces, districts and communes on both sides of 1 July 2025, as registry rows.
import type { RegistryRecords } from '../rules.ts';
import { type CommuneLink, linkCommunes } from './communes.ts';
import { addEvent, addUnit, renameUnit, whole } from './draft.ts';
import type { ProvinceFacts } from './facts.ts';
import { gso, unitIdOf } from './identity.ts';
import { type NewTerritory, type OldTerritory, readNewTerritories, readOldTerritories } from './packages.ts';

const nationId = unitIdOf('iso3166', 'VN', null);
const oldId = (code: string): string => unitIdOf(gso, code, null);

/** What a province's code means before and after the merger; an unmerged province has one id. */
export function provinceIds(facts: ProvinceFacts) {
  const merged = new Set(facts.mergers.map((m) => m.code));
  const gone = new Set(facts.mergers.flatMap((m) => m.from));
  return {
    before: oldId,
    after: (code: string): string => (merged.has(code) ? unitIdOf(gso, code, facts.mergedOn) : oldId(code)),
    isMerged: (code: string): boolean => merged.has(code),
    isGone: (code: string): boolean => gone.has(code),
  };
}

function addProvinces(
  records: RegistryRecords,
  facts: ProvinceFacts,
  olds: OldTerritory[],
  news: NewTerritory[],
): void {
  const ids = provinceIds(facts);
  const shared = { kind: 'province' as const, parentId: nationId };
  for (const { code, name, fullName } of olds)
    addUnit(records, {
      ...shared,
      id: ids.before(code),
      name,
      fullName,
      from: null,
      to: ids.isGone(code) ? facts.mergedOn : null,
      code: { scheme: gso, code },
    });
  for (const { code, name, fullName } of news.filter((p) => ids.isMerged(p.code)))
    addUnit(records, {
      ...shared,
      id: ids.after(code),
      name,
      fullName,
      from: facts.mergedOn,
      to: null,
      code: { scheme: gso, code },
    });
  for (const merger of facts.mergers)
    addEvent(records, {
      kind: 'merge',
      on: facts.mergedOn,
      basis: facts.mergedBy,
      from: merger.from.map((code) => whole(ids.before(code))),
      to: [ids.after(merger.code)],
      key: merger.code,
    });
  for (const rename of facts.renames)
    renameUnit(records, ids.before(rename.code), { ...rename, basis: rename.legalBasis });
}

function addDistricts(records: RegistryRecords, facts: ProvinceFacts, districts: OldTerritory[]): void {
  const intoZone = new Set(facts.zonesFromDistricts.map((z) => z.from));
  for (const { code, name, fullName, parentCode } of districts)
    addUnit(records, {
      id: oldId(code),
      kind: 'district',
      name,
      fullName,
      from: null,
      to: facts.mergedOn,
      code: { scheme: gso, code },
      parentId: oldId(parentCode ?? ''),
    });
  addEvent(records, {
    kind: 'abolish',
    on: facts.mergedOn,
    basis: facts.districtsAbolishedBy,
    from: districts.filter((d) => !intoZone.has(d.code)).map((d) => whole(oldId(d.code))),
    to: [],
    key: 'districts',
  });
}

type CommuneFlow = {
  /** Old codes by new code, and new codes by old code. */
  sources: Map<string, string[]>;
  targets: Map<string, string[]>;
  /** The commune went on under its own code and name, alone and whole. */
  continues: (code: string) => boolean;
};

function flowOf(
  links: readonly CommuneLink[],
  olds: readonly OldTerritory[],
  news: readonly NewTerritory[],
): CommuneFlow {
  const oldNames = new Map(olds.map((c) => [c.code, c.fullName]));
  const newNames = new Map(news.map((c) => [c.code, c.fullName]));
  const sources = new Map<string, string[]>();
  const targets = new Map<string, string[]>();
  for (const { from, to } of links) {
    sources.set(to, [...(sources.get(to) ?? []), from]);
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const continues = (code: string): boolean =>
    sources.get(code)?.length === 1 &&
    sources.get(code)?.[0] === code &&
    targets.get(code)?.length === 1 &&
    oldNames.get(code) === newNames.get(code);
  return { sources, targets, continues };
}

function addOldCommunes(
  records: RegistryRecords,
  facts: ProvinceFacts,
  communes: OldTerritory[],
  flow: CommuneFlow,
): void {
  for (const { code, name, fullName, parentCode } of communes) {
    addUnit(records, {
      id: oldId(code),
      kind: 'commune',
      name,
      fullName,
      from: null,
      to: flow.continues(code) ? null : facts.mergedOn,
      code: { scheme: gso, code },
      parentId: oldId(parentCode ?? ''),
    });
    const parent = records.parents.at(-1);
    if (parent) parent.validTo = facts.mergedOn;
  }
  const lost = communes.filter((c) => !flow.targets.has(c.code));
  addEvent(records, {
    kind: 'abolish',
    on: facts.mergedOn,
    basis: null,
    from: lost.map((c) => whole(oldId(c.code))),
    to: [],
    key: 'communes without a known successor',
  });
}

function addNewCommunes(
  records: RegistryRecords,
  facts: ProvinceFacts,
  communes: NewTerritory[],
  flow: CommuneFlow,
): void {
  const ids = provinceIds(facts);
  const on = facts.mergedOn;
  const basis = facts.communesMergedBy;
  const kept: string[] = [];
  for (const { code, name, fullName, provinceCode } of communes) {
    const parentId = ids.after(provinceCode ?? '');
    if (flow.continues(code)) {
      const id = oldId(code);
      kept.push(id);
      records.parents.push({ unitId: id, parentId, validFrom: on, validTo: null });
      continue;
    }
    const id = unitIdOf(gso, code, on);
    addUnit(records, {
      id,
      kind: 'commune',
      name,
      fullName,
      from: on,
      to: null,
      code: { scheme: gso, code },
      parentId,
    });
    const from = (flow.sources.get(code) ?? []).map((old) => ({
      unitId: oldId(old),
      partial: (flow.targets.get(old)?.length ?? 0) > 1,
    }));
    const zone = facts.zonesFromDistricts.find((z) => z.to === code);
    if (zone) from.push(whole(oldId(zone.from)));
    const kind = from.length > 1 ? 'merge' : from[0]?.partial ? 'split' : 'establish';
    addEvent(records, { kind, on, basis, from, to: [id], key: code });
  }
  addEvent(records, {
    kind: 'move',
    on,
    basis: facts.districtsAbolishedBy,
    from: [],
    to: kept,
    key: 'from district to province',
  });
}

/** Adds the nation and all its territories through time, with the events of 2025. */
export function addTerritories(records: RegistryRecords, facts: ProvinceFacts): void {
  const olds = readOldTerritories();
  const news = readNewTerritories();
  addUnit(records, {
    id: nationId,
    kind: 'nation',
    name: 'Việt Nam',
    fullName: 'Nước Cộng hòa xã hội chủ nghĩa Việt Nam',
    from: null,
    to: null,
    code: { scheme: 'iso3166', code: 'VN' },
    parentId: null,
  });
  const links = linkCommunes({
    oldProvinces: olds.provinces,
    oldDistricts: olds.districts,
    oldCommunes: olds.communes,
    newProvinces: news.provinces,
    newCommunes: news.communes,
    mappings: news.mappings,
  });
  const flow = flowOf([...links, ...facts.communeLinks], olds.communes, news.communes);
  addProvinces(records, facts, olds.provinces, news.provinces);
  addDistricts(records, facts, olds.districts);
  addOldCommunes(records, facts, olds.communes, flow);
  addNewCommunes(records, facts, news.communes, flow);
}
