// Party committees of provinces, which live and merge with their provinces, and the central bodies.
import type { RegistryRecords, UnitRecord } from '../rules.ts';
import { addEvent, addUnit, renameUnit, whole } from './draft.ts';
import type { CentralBody, ProvinceFacts } from './facts.ts';
import { bodies, unitIdOf } from './identity.ts';
import { provinceIds } from './territories.ts';

const centreCode = 'trung-uong-dang';
const bodyId = (code: string): string => unitIdOf(bodies, code, null);

/** "Tỉnh ủy Hậu Giang", "Thành ủy Hải Phòng"; a city named after a person keeps its type. */
export function committeeName(province: { name: string; fullName: string }): string {
  if (province.name === 'Hồ Chí Minh') return `Thành ủy ${province.fullName}`;
  return `${province.fullName.startsWith('Thành phố') ? 'Thành ủy' : 'Tỉnh ủy'} ${province.name}`;
}

/** Adds one Party committee for every province, old or new; its code is "pc-" and the province's. */
export function addProvincialCommittees(records: RegistryRecords, facts: ProvinceFacts): void {
  const ids = provinceIds(facts);
  const codes = new Map(records.codes.map((c) => [c.unitId, c.code]));
  const provinces = records.units.filter((u) => u.kind === 'province');
  const committeeOf = (province: Pick<UnitRecord, 'id' | 'foundedOn'>): string =>
    unitIdOf(bodies, `pc-${codes.get(province.id)}`, province.foundedOn);
  for (const province of provinces)
    addUnit(records, {
      id: committeeOf(province),
      kind: 'provincial-party-committee',
      name: province.name,
      fullName: committeeName(province),
      from: province.foundedOn,
      to: province.abolishedOn,
      code: { scheme: bodies, code: `pc-${codes.get(province.id)}` },
      parentId: bodyId(centreCode),
      territoryId: province.id,
    });
  const committees = new Map(provinces.map((p) => [p.id, committeeOf(p)]));
  const committee = (provinceId: string): string => committees.get(provinceId) ?? '';
  for (const merger of facts.mergers)
    addEvent(records, {
      kind: 'merge',
      on: facts.mergedOn,
      basis: facts.committeesMergedBy,
      from: merger.from.map((code) => whole(committee(ids.before(code)))),
      to: [committee(ids.after(merger.code))],
      key: `pc-${merger.code}`,
    });
  for (const rename of facts.renames)
    renameUnit(records, committee(ids.before(rename.code)), {
      name: rename.name,
      fullName: rename.committee,
      on: rename.on,
      basis: rename.legalBasis,
    });
  addTerritoryAliases(records, facts);
}

function addTerritoryAliases(records: RegistryRecords, facts: ProvinceFacts): void {
  for (const unit of records.units)
    if (unit.kind === 'province' || unit.kind === 'provincial-party-committee')
      for (const alias of facts.aliases[unit.name] ?? []) records.aliases.push({ unitId: unit.id, alias });
    else if (unit.kind === 'district')
      for (const alias of facts.aliases[unit.fullName] ?? [])
        records.aliases.push({ unitId: unit.id, alias });
}

/** Adds the central bodies of the seed file; a body that ended leads to its successors by a merge event. */
export function addCentralBodies(records: RegistryRecords, list: readonly CentralBody[]): void {
  for (const body of list) {
    addUnit(records, {
      id: bodyId(body.code),
      kind: body.kind,
      name: body.name,
      fullName: body.fullName,
      from: body.from ?? null,
      to: body.to ?? null,
      code: { scheme: bodies, code: body.code },
      parentId: body.code === centreCode ? null : bodyId(centreCode),
    });
    for (const alias of body.aliases) records.aliases.push({ unitId: bodyId(body.code), alias });
  }
  for (const body of list) {
    const givers = list.filter((b) => b.to && b.succeededBy.includes(body.code));
    const [on] = givers.flatMap((b) => b.to ?? []);
    if (on)
      addEvent(records, {
        kind: 'merge',
        on,
        basis: body.legalBasis ?? null,
        from: givers.map((b) => ({ unitId: bodyId(b.code), partial: b.succeededBy.length > 1 })),
        to: [bodyId(body.code)],
        key: body.code,
      });
    else if (body.from) addStateEvent(records, body, 'establish', body.from);
    if (body.to && body.succeededBy.length === 0) addStateEvent(records, body, 'abolish', body.to);
  }
}

function addStateEvent(
  records: RegistryRecords,
  body: CentralBody,
  kind: 'establish' | 'abolish',
  on: string,
): void {
  const unitId = bodyId(body.code);
  addEvent(records, {
    kind,
    on,
    basis: body.legalBasis ?? null,
    from: kind === 'abolish' ? [whole(unitId)] : [],
    to: kind === 'establish' ? [unitId] : [],
    key: body.code,
  });
}
