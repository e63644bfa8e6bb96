// Acts on the registry in a real database: what is stored is what the rules say, and can be told again from nothing.
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '#src/kernel/actor.ts';
import { addDays } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { Refusal } from '#src/kernel/refusal.ts';
import { testDatabase } from '#tests/support/database.ts';
import { recordUnitAct } from './actions.ts';
import { actOf, inCountry, rowsOf, tries } from './fixtures/random-acts.ts';
import { nameIndexOf, readRegistryRecords } from './registry.ts';
import type { NewUnit, UnitAct } from './rules/acts.ts';
import { changesOf } from './rules/acts.ts';
import { applyChanges, workingCopy } from './rules/applying.ts';
import { replay, sayingsOf } from './rules/replay.ts';
import { indexRegistry, type Registry, unitsOfKind } from './rules.ts';
import { searchUnits } from './search.ts';
import { unitByCode } from './store.ts';

const { db } = await testDatabase();
const now = new Date('2026-06-01T02:00:00Z');
const reader: Actor = { ...systemActor, memberships: [{ role: 'central-reader', unitId: null }] };
const act = { db, actor: systemActor, now };
const registryNow = async (): Promise<Registry> => (await nameIndexOf(db)).registry;
const basis = 'Nghị quyết số 9';

async function province(name: string, on = '2026-06-01') {
  return unitsOfKind(await registryNow(), 'province', on).find((u) => u.name === name)!;
}
function fresh(name: string, code: string | null, parentId: string): NewUnit {
  return {
    id: newId(now),
    kind: 'province',
    name,
    fullName: `Tỉnh ${name}`,
    parentId,
    territoryId: null,
    code: code ? { scheme: 'gso', code } : null,
  };
}

describe('recordUnitAct', () => {
  it('merges two provinces: their communes follow, the code passes on, the search finds all three', async () => {
    const [langSon, caoBang] = [await province('Lạng Sơn'), await province('Cao Bằng')];
    const nation = (await registryNow()).parents.get(langSon.id)![0]!.parentId;
    const into = fresh('Đông Bắc', '20', nation);
    const merge: UnitAct = { kind: 'merge', on: '2027-01-01', basis, from: [langSon.id, caoBang.id], into };
    expect(await recordUnitAct(act, merge)).toBe(into.id);
    expect(await unitByCode(db, 'gso', '20', '2026-12-31')).toBe(langSon.id);
    expect(await unitByCode(db, 'gso', '20', '2027-01-01')).toBe(into.id);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from unit_parents where parent_id = ${into.id} and valid_to is null`.execute(
      db,
    );
    expect(rows[0]?.n).toBeGreaterThan(100);
    expect((await searchUnits(db, 'dong bac', { on: '2027-01-01' }))[0]?.found).toBe('Tỉnh Đông Bắc');
    const { rows: told } = await sql<{
      name: string;
    }>`select name from events where subject_id = ${into.id}`.execute(db);
    expect(told).toEqual([{ name: 'unit.merged' }]);
  });

  it('is for officers and administrators only, and refuses in words without writing', async () => {
    const son = await province('Sơn La');
    const rename: UnitAct = {
      kind: 'rename',
      on: '2027-01-01',
      basis,
      unitId: son.id,
      name: 'X',
      fullName: 'Tỉnh X',
    };
    await expect(recordUnitAct({ ...act, actor: reader }, rename)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const before = rowsOf(await readRegistryRecords(db));
    const gone = await province('Hà Giang', '2023-01-01');
    await expect(recordUnitAct(act, { ...rename, unitId: gone.id })).rejects.toMatchObject({
      code: 'unit-gone',
    });
    expect(rowsOf(await readRegistryRecords(db))).toEqual(before);
  });

  it('stores what the rules say, and the whole registry can be told again from nothing, after random acts', async () => {
    const expected = workingCopy(indexRegistry(await readRegistryRecords(db)));
    const list = fc.sample(tries, { numRuns: 90, seed: 7 });
    let [on, done] = ['2027-02-01', 0];
    for (const t of list) {
      on = addDays(on, Math.max(0, t.days));
      const nation = expected.records.units.find((u) => u.kind === 'nation')!.id;
      const next = inCountry(actOf(expected, t, on), nation);
      const result = await recordUnitAct({ ...act, now: new Date(now.getTime() + done) }, next).catch(
        (e: unknown) => e,
      );
      if (result instanceof Refusal) continue;
      expect(typeof result).toBe('string');
      done++;
      applyChanges(
        expected,
        changesOf(expected, next, () => newId(now)),
      );
    }
    console.log(`units: ${done} of ${list.length} random acts recorded in PostgreSQL`);
    expect(done).toBeGreaterThan(10);
    const stored = await readRegistryRecords(db);
    const { events: _ids, ...rows } = rowsOf(expected.records);
    expect(rowsOf(stored)).toMatchObject(rows);
    expect(rowsOf(replay(sayingsOf(stored)))).toEqual(rowsOf(stored));
  }, 60_000);
});
