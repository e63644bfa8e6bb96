// Corrected seed facts reach a registry that is already filled; what people did stays.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '#src/kernel/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { loadUnits } from './load.ts';
import { nameIndexOf, readRegistryRecords } from './registry.ts';
import type { RegistryRecords } from './rules.ts';
import { registryRecords } from './sources/registry.ts';
import { insertEvents } from './store/rows.ts';

const { db } = await testDatabase();

/** The packaged facts with a correction, under a fingerprint of its own. */
function corrected(fingerprint: string, change: (records: RegistryRecords) => void) {
  const records = registryRecords();
  change(records);
  return { fingerprint, records: () => records };
}

const province = (records: RegistryRecords, name: string) =>
  records.units.find((u) => u.kind === 'province' && u.name === name && u.foundedOn === null)!;

function misspell(records: RegistryRecords, name: string, as: string): void {
  const unit = province(records, name);
  unit.fullName = `Tỉnh ${as}`;
  for (const row of records.names) if (row.unitId === unit.id) row.fullName = `Tỉnh ${as}`;
  for (const row of records.codes) if (row.unitId === unit.id) row.validTo ??= null;
}

describe('loadUnits', () => {
  it('brings corrected facts and new bodies into a filled registry, and says so', async () => {
    await nameIndexOf(db);
    const result = await loadUnits(
      db,
      corrected('one', (records) => {
        misspell(records, 'Sơn La', 'Sơn La mới');
        const like = records.units.find((u) => u.kind === 'ministry')!;
        const id = newId();
        const span = { validFrom: null, validTo: null };
        records.units.push({ ...like, id, name: 'Bộ Thử', fullName: 'Bộ Thử' });
        records.names.push({ unitId: id, name: 'Bộ Thử', fullName: 'Bộ Thử', ...span });
      }),
    );
    expect(result).toMatchObject({ loaded: true, corrected: 1, kept: 0 });
    const { registry } = await nameIndexOf(db);
    expect(registry.records.names.filter((n) => /Sơn La mới|Bộ Thử/.test(n.fullName)).length).toBe(2);
    expect(
      await loadUnits(db, {
        fingerprint: 'one',
        records: () => {
          throw new Error('not read again');
        },
      }),
    ).toMatchObject({ loaded: false });
  });

  it('leaves alone what a person has acted on', async () => {
    const records = registryRecords();
    const sonLa = province(records, 'Sơn La').id;
    const event = {
      id: newId(),
      kind: 'rename' as const,
      onDate: '2027-01-01',
      legalBasis: 'NQ',
      shareBasis: null,
    };
    await insertEvents(
      db,
      { events: [{ ...event, members: [{ unitId: sonLa, role: 'to', partial: false, share: null }] }] },
      { id: newId(), at: new Date(), actId: newId() },
    );
    const result = await loadUnits(db, { fingerprint: 'two', records: registryRecords });
    expect(result).toMatchObject({ loaded: true, corrected: 0, kept: 1 });
    const { rows } = await sql<{
      name: string;
    }>`select full_name as name from unit_names where unit_id = ${sonLa}`.execute(db);
    expect(rows.map((r) => r.name)).toEqual(['Tỉnh Sơn La mới']);
    expect((await readRegistryRecords(db)).events.some((e) => e.id === event.id)).toBe(true);
  });

  it('mends a misspelled name everywhere, also of a unit that a person has acted on, and how it is searched', async () => {
    const named = async () => {
      const { rows } = await sql<{ name: string; folded: string }>`
        select u.full_name as name, n.folded from units u join unit_names n on n.unit_id = u.id
        where n.full_name = u.full_name and n.folded ~ 'bac ninh|qui chau|quy chau' and u.kind in ('province', 'district')
          and u.founded_on is null and u.full_name !~ 'Thành phố'
        order by 1`.execute(db);
      return rows.map((r) => `${r.name}: ${r.folded}`);
    };
    const right = ['Huyện Quỳ Châu: huyen quy chau', 'Tỉnh Bắc Ninh: tinh bac ninh'];
    expect(await named()).toEqual(right);
    const slip = (records: RegistryRecords) => {
      for (const row of [...records.units, ...records.names])
        if (row.fullName === 'Huyện Quỳ Châu') row.fullName = 'Huyện Qùy Châu';
    };
    await loadUnits(db, corrected('three', slip));
    expect(await named()).toEqual(['Huyện Qùy Châu: huyen quy chau', 'Tỉnh Bắc Ninh: tinh bac ninh']);
    const acted = registryRecords().units.find((u) => u.fullName === 'Huyện Quỳ Châu')!.id;
    const event = { id: newId(), kind: 'rename' as const, onDate: '2024-01-01', legalBasis: null };
    await insertEvents(
      db,
      {
        events: [
          {
            ...event,
            shareBasis: null,
            members: [{ unitId: acted, role: 'to', partial: false, share: null }],
          },
        ],
      },
      { id: newId(), at: new Date(), actId: newId() },
    );
    await sql`update unit_names set folded = 'stale bac ninh' where folded = 'tinh bac ninh'`.execute(db);
    await loadUnits(
      db,
      corrected('four', () => {}),
    );
    expect(await named()).toEqual(right);
  });
});
