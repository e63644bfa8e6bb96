// The grid holds every province of the registry once, and both archipelagos.
import { expect, test } from 'vitest';
import { indexRegistry, unitsOfKind } from '#src/units/rules.ts';
import { registryRecords } from '#src/units/sources/registry.ts';
import { archipelagos, tileName, tilePlaces } from './tiles.ts';

const records = registryRecords();
const gso = new Map(records.codes.filter((c) => c.scheme === 'gso').map((c) => [c.unitId, c.code]));

test.each([
  ['2023-08-25', 63],
  ['2026-01-01', 34],
])('on %s every one of %i provinces has a place of its own', (on, count) => {
  const provinces = unitsOfKind(indexRegistry(records), 'province', on);
  const places = provinces.map((p) => tilePlaces.get(gso.get(p.id) ?? ''));
  expect(provinces).toHaveLength(count);
  expect(places).not.toContain(undefined);
  expect(new Set(places).size).toBe(count);
});

test('Hoàng Sa lies beside Đà Nẵng, Trường Sa beside Khánh Hòa', () => {
  expect(archipelagos.map((a) => a.place.row)).toEqual([
    tilePlaces.get('48')?.row,
    tilePlaces.get('56')?.row,
  ]);
  expect(tilePlaces.size).toBe(65);
});

test('names fit their tiles', () => {
  const names = unitsOfKind(indexRegistry(records), 'province', '2023-08-25').map((p) => tileName(p.name));
  expect(names.filter((n) => n.length > 12)).toEqual([]);
});
