// The registry as a table on a day: what is exported, and what an import expects to find.
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';
import {
  existsOn,
  nameOn,
  parentOn,
  type Registry,
  type UnitKind,
  type UnitRecord,
  unitKinds,
  validOn,
} from '../rules.ts';
import { standsUnder } from './groups.ts';
import { kindWord } from './kind-words.ts';

export const columns = [
  'code',
  'scheme',
  'fullName',
  'name',
  'kind',
  'parent',
  'parentCode',
  'validFrom',
  'edoc',
  'contact',
  'position',
  'phone',
  'email',
] as const;
export type Column = (typeof columns)[number];

export const columnNames: Record<Column, Words> = {
  code: { vi: 'Mã', en: 'Code' },
  scheme: { vi: 'Hệ mã', en: 'Scheme' },
  fullName: { vi: 'Tên đầy đủ', en: 'Full name' },
  name: { vi: 'Tên gọn', en: 'Short name' },
  kind: { vi: 'Loại', en: 'Kind' },
  parent: { vi: 'Cấp trên', en: 'Parent' },
  parentCode: { vi: 'Mã cấp trên', en: 'Parent code' },
  validFrom: { vi: 'Từ ngày', en: 'Valid from' },
  edoc: { vi: 'Mã định danh điện tử', en: 'E-identifier' },
  contact: { vi: 'Đầu mối', en: 'Contact' },
  position: { vi: 'Chức vụ', en: 'Position' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
};

export type Contact = { name: string; position: string | null; phone: string | null; email: string | null };

const kindOrder = new Map(unitKinds.map((k, i) => [k, i]));

/** The units of a day, by kind and then as in a Vietnamese list; of one kind or under one unit when asked. */
export function listedUnits(
  registry: Registry,
  on: LocalDate,
  only: { kind?: UnitKind | null; under?: string | null } = {},
): UnitRecord[] {
  return registry.records.units
    .filter((u) => existsOn(u, on) && (!only.kind || u.kind === only.kind))
    .filter((u) => !only.under || standsUnder(registry, u, only.under, on))
    .sort(
      (a, b) =>
        kindOrder.get(a.kind)! - kindOrder.get(b.kind)! ||
        compareVietnamese(nameOn(registry, a, on).fullName, nameOn(registry, b, on).fullName) ||
        a.id.localeCompare(b.id),
    );
}

/** The code by which a unit is listed on a day: any but the e-identifier. */
export function listedCode(registry: Registry, unitId: string, on: LocalDate) {
  return registry.codes.get(unitId)?.find((c) => c.scheme !== 'edoc' && validOn(c, on)) ?? null;
}

export function edocCode(registry: Registry, unitId: string, on: LocalDate): string | null {
  return registry.codes.get(unitId)?.find((c) => c.scheme === 'edoc' && validOn(c, on))?.code ?? null;
}

/** The day since which it is as it is: its name, and its parent. Null: since before the records begin. */
function since(registry: Registry, unit: UnitRecord, on: LocalDate): LocalDate | null {
  const name = nameOn(registry, unit, on).validFrom;
  const parent = registry.parents.get(unit.id)?.find((p) => validOn(p, on))?.validFrom ?? null;
  return (
    [name, parent]
      .filter((d) => d !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** One row per unit in the order of `columns`; contacts only for those who may see them. */
export function rowsOf(
  registry: Registry,
  units: readonly UnitRecord[],
  on: LocalDate,
  language: Language,
  contacts: ReadonlyMap<string, Contact>,
): string[][] {
  return units.map((unit) => {
    const name = nameOn(registry, unit, on);
    const parent = parentOn(registry, unit.id, on);
    const [code, above] = [listedCode(registry, unit.id, on), parent && listedCode(registry, parent.id, on)];
    const from = since(registry, unit, on);
    const contact = contacts.get(unit.id);
    const row: Record<Column, string> = {
      code: code?.code ?? '',
      scheme: code?.scheme ?? '',
      fullName: name.fullName,
      name: name.name,
      kind: kindWord(unit.kind, language),
      parent: parent ? nameOn(registry, parent, on).fullName : '',
      parentCode: above?.code ?? '',
      validFrom: from ? formatDate(from) : '',
      edoc: edocCode(registry, unit.id, on) ?? '',
      contact: contact?.name ?? '',
      position: contact?.position ?? '',
      phone: contact?.phone ?? '',
      email: contact?.email ?? '',
    };
    return columns.map((c) => row[c]);
  });
}
