// Organisations through time: what a unit is, when it exists, what it is called and whom it belongs to.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';

export const unitKinds = [
  'nation',
  'province',
  'district',
  'commune',
  'provincial-party-committee',
  'central-party-committee',
  'central-commission',
  'party-caucus',
  'civil-affairs-committee',
  'other-central',
  'ministry',
  'mass-organisation',
  'local-body',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The bodies of the centre and the provinces that report and are visited; not the places themselves. */
export const organisationKinds = [
  'provincial-party-committee',
  'central-party-committee',
  'central-commission',
  'party-caucus',
  'civil-affairs-committee',
  'other-central',
  'ministry',
  'mass-organisation',
] as const satisfies readonly UnitKind[];

export const kindNames: Record<UnitKind, Words> = {
  nation: { vi: 'cả nước', en: 'nation' },
  province: { vi: 'tỉnh, thành phố', en: 'province' },
  district: { vi: 'huyện, quận, thị xã', en: 'district' },
  commune: { vi: 'xã, phường, thị trấn', en: 'commune' },
  'provincial-party-committee': { vi: 'tỉnh ủy, thành ủy', en: 'provincial Party committee' },
  'central-party-committee': {
    vi: 'đảng ủy trực thuộc Trung ương',
    en: 'Party committee under the centre',
  },
  'central-commission': { vi: 'ban Đảng Trung ương', en: 'central Party commission' },
  'party-caucus': { vi: 'đảng đoàn', en: 'Party caucus' },
  'civil-affairs-committee': { vi: 'ban cán sự đảng', en: 'Party civil-affairs committee' },
  'other-central': { vi: 'cơ quan Trung ương khác', en: 'other central body' },
  ministry: {
    vi: 'bộ, ngành, cơ quan nhà nước ở Trung ương',
    en: 'ministry or other central state body',
  },
  'mass-organisation': {
    vi: 'Mặt trận, đoàn thể, hội ở Trung ương',
    en: 'central Front, union or association',
  },
  'local-body': { vi: 'cơ quan, tổ chức ở địa phương', en: 'local body' },
};

/** A half-open span of days: `validFrom` is the first day, `validTo` the first day no longer; null is open or unknown. */
export type Validity = { validFrom: LocalDate | null; validTo: LocalDate | null };

/** `name` and `fullName` are those it was born with; `abolishedOn` is the first day it no longer exists. */
export type UnitRecord = {
  id: string;
  kind: UnitKind;
  name: string;
  fullName: string;
  foundedOn: LocalDate | null;
  abolishedOn: LocalDate | null;
  /** For a Party committee of a territory: that territory. */
  territoryId: string | null;
};
export type UnitName = Validity & { unitId: string; name: string; fullName: string };
export type UnitAlias = { unitId: string; alias: string };
export type UnitParent = Validity & { unitId: string; parentId: string };
export type UnitCode = Validity & { unitId: string; scheme: string; code: string };

export type UnitEventKind = 'establish' | 'rename' | 'move' | 'merge' | 'split' | 'abolish';
export const eventNames: Record<UnitEventKind, Words> = {
  establish: { vi: 'thành lập', en: 'established' },
  rename: { vi: 'đổi tên', en: 'renamed' },
  move: { vi: 'chuyển cấp quản lý', en: 'moved' },
  merge: { vi: 'hợp nhất, sáp nhập', en: 'merged' },
  split: { vi: 'chia tách', en: 'split' },
  abolish: { vi: 'kết thúc hoạt động', en: 'abolished' },
};
/**
 * `partial`: this from-member gave only a part of itself to the event's to-members. A unit that is both from and to
 * lives on. `share`: the declared part of the giver's figures that it gave (from) or takes (to); null: none declared.
 */
export type UnitEventMember = {
  unitId: string;
  role: 'from' | 'to';
  partial: boolean;
  share: number | null;
};
export type UnitEvent = {
  id: string;
  kind: UnitEventKind;
  onDate: LocalDate;
  legalBasis: string | null;
  /** The rule by which its shares were declared. */
  shareBasis: string | null;
  members: UnitEventMember[];
};

/** Everything the registry knows, as rows. */
export type RegistryRecords = {
  units: UnitRecord[];
  names: UnitName[];
  aliases: UnitAlias[];
  parents: UnitParent[];
  codes: UnitCode[];
  events: UnitEvent[];
};

/** The rows again, found by unit. Built once and only read. */
export type Registry = {
  records: RegistryRecords;
  byId: ReadonlyMap<string, UnitRecord>;
  names: ReadonlyMap<string, UnitName[]>;
  parents: ReadonlyMap<string, UnitParent[]>;
  children: ReadonlyMap<string, UnitParent[]>;
  codes: ReadonlyMap<string, UnitCode[]>;
  /** By scheme and code, see `codeKey`. */
  byCode: ReadonlyMap<string, UnitCode[]>;
  eventsFrom: ReadonlyMap<string, UnitEvent[]>;
  eventsTo: ReadonlyMap<string, UnitEvent[]>;
};

function membersByRole(events: readonly UnitEvent[], role: 'from' | 'to'): Map<string, UnitEvent[]> {
  const found = new Map<string, UnitEvent[]>();
  for (const event of [...events].sort((a, b) => a.onDate.localeCompare(b.onDate)))
    for (const member of event.members)
      if (member.role === role) found.set(member.unitId, [...(found.get(member.unitId) ?? []), event]);
  return found;
}

export function codeKey(scheme: string, code: string): string {
  return `${scheme} ${code}`;
}

/** The unit that bears a code on a day, or null: one code means different units at different times. */
export function unitByCodeOn(
  registry: Registry,
  scheme: string,
  code: string,
  on: LocalDate,
): UnitRecord | null {
  const row = registry.byCode.get(codeKey(scheme, code))?.find((c) => validOn(c, on));
  return (row && registry.byId.get(row.unitId)) ?? null;
}

/** Indexes the rows for the questions below; O(rows). */
export function indexRegistry(records: RegistryRecords): Registry {
  return {
    records,
    byId: new Map(records.units.map((u) => [u.id, u])),
    names: Map.groupBy(records.names, (n) => n.unitId),
    parents: Map.groupBy(records.parents, (p) => p.unitId),
    children: Map.groupBy(records.parents, (p) => p.parentId),
    codes: Map.groupBy(records.codes, (c) => c.unitId),
    byCode: Map.groupBy(records.codes, (c) => codeKey(c.scheme, c.code)),
    eventsFrom: membersByRole(records.events, 'from'),
    eventsTo: membersByRole(records.events, 'to'),
  };
}

/** True when the day lies in the half-open span. */
export function validOn(span: Validity, on: LocalDate): boolean {
  return (span.validFrom === null || span.validFrom <= on) && (span.validTo === null || on < span.validTo);
}

export function existsOn(unit: UnitRecord, on: LocalDate): boolean {
  return validOn({ validFrom: unit.foundedOn, validTo: unit.abolishedOn }, on);
}

/** Its name on a day; outside its life, the nearest name it bore. */
export function nameOn(registry: Registry, unit: UnitRecord, on: LocalDate): UnitName {
  const names = registry.names.get(unit.id) ?? [];
  const past = names.filter((n) => n.validFrom === null || n.validFrom <= on);
  return (
    names.find((n) => validOn(n, on)) ??
    past.at(-1) ??
    names[0] ?? {
      unitId: unit.id,
      name: unit.name,
      fullName: unit.fullName,
      validFrom: unit.foundedOn,
      validTo: unit.abolishedOn,
    }
  );
}

export function parentOn(registry: Registry, unitId: string, on: LocalDate): UnitRecord | null {
  const row = registry.parents.get(unitId)?.find((p) => validOn(p, on));
  return (row && registry.byId.get(row.parentId)) ?? null;
}

/** Parents from the nearest up to the root, on a day. */
export function ancestorsOn(registry: Registry, unitId: string, on: LocalDate): UnitRecord[] {
  const above: UnitRecord[] = [];
  let parent = parentOn(registry, unitId, on);
  while (parent && !above.includes(parent)) {
    above.push(parent);
    parent = parentOn(registry, parent.id, on);
  }
  return above;
}

/** The units directly under one on a day, in the order of a Vietnamese list. */
export function childrenOn(registry: Registry, unitId: string, on: LocalDate): UnitRecord[] {
  return (registry.children.get(unitId) ?? [])
    .filter((p) => validOn(p, on))
    .flatMap((p) => registry.byId.get(p.unitId) ?? [])
    .filter((u) => existsOn(u, on))
    .sort((a, b) => compareVietnamese(a.name, b.name));
}

export type UnitTree = { unit: UnitRecord; name: UnitName; children: UnitTree[] };

/** The whole tree as it stood on a day: one root per unit that exists and has no parent then. */
export function treeAsOf(registry: Registry, on: LocalDate): UnitTree[] {
  const grow = (unit: UnitRecord): UnitTree => ({
    unit,
    name: nameOn(registry, unit, on),
    children: childrenOn(registry, unit.id, on).map(grow),
  });
  return registry.records.units
    .filter((u) => existsOn(u, on) && parentOn(registry, u.id, on) === null)
    .map(grow);
}

/** Every unit of a kind that exists on a day, in the order of a Vietnamese list. */
export function unitsOfKind(registry: Registry, kind: UnitKind, on: LocalDate): UnitRecord[] {
  return registry.records.units
    .filter((u) => u.kind === kind && existsOn(u, on))
    .sort((a, b) => compareVietnamese(a.name, b.name));
}

/** The kind's name with a capital, for a heading. */
export function kindHeading(kind: UnitKind, language: Language): string {
  const name = kindNames[kind][language];
  return name.charAt(0).toUpperCase() + name.slice(1);
}
