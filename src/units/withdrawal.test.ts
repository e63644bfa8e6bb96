// Acts taken back in a real database: tree, lineage, codes, search and replay agree afterwards, and nothing is lost.
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '#src/kernel/actor.ts';
import { addDays } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { Refusal } from '#src/kernel/refusal.ts';
import { testDatabase } from '#tests/support/database.ts';
import { recordUnitAct } from './actions.ts';
import { saveGroup } from './directory-actions.ts';
import { actOf, inCountry, rowsOf, tries } from './fixtures/random-acts.ts';
import { nameIndexOf, readRegistryRecords } from './registry.ts';
import type { UnitAct } from './rules/acts.ts';
import { emptyRule } from './rules/groups.ts';
import { replay, sayingsOf } from './rules/replay.ts';
import { existsOn, nameOn, type Registry, unitByCodeOn, unitsOfKind } from './rules.ts';
import { searchUnits } from './search.ts';
import { recordedActs } from './store/withdrawals.ts';
import { countsOn, unitByCode } from './store.ts';
import { considerWithdrawal, withdrawUnitAct } from './withdrawal-actions.ts';

const { db } = await testDatabase();
let clock = new Date('2026-06-01T02:00:00Z').getTime();
const act = () => ({ db, actor: systemActor, now: new Date(clock++) });
const reader: Actor = { ...systemActor, memberships: [{ role: 'central-reader', unitId: null }] };
const registryNow = async (): Promise<Registry> => (await nameIndexOf(db)).registry;
const stored = async () => rowsOf(await readRegistryRecords(db));
const latest = async () => (await recordedActs(db))[0]!;
const basis = 'Nghị quyết số 9';

async function merger(on: string): Promise<UnitAct> {
  const registry = await registryNow();
  const [a, b] = ['Lạng Sơn', 'Cao Bằng'].map(
    (name) => unitsOfKind(registry, 'province', '2026-06-01').find((u) => u.name === name)!,
  );
  const into = {
    ...{ id: newId(), kind: 'province' as const, name: 'Đông Bắc', fullName: 'Tỉnh Đông Bắc' },
    ...{ parentId: registry.parents.get(a!.id)![0]!.parentId, territoryId: null },
    code: { scheme: 'gso', code: '20' },
  };
  return { kind: 'merge', on, basis, from: [a!.id, b!.id], into };
}

describe('an act withdrawn', () => {
  it('is seen first, needs a reason and an officer, and leaves everything as it was', async () => {
    const before = await stored();
    const into = await recordUnitAct(act(), await merger('2027-01-01'));
    const { id } = await latest();
    const seen = await considerWithdrawal(act(), id);
    expect(seen.refusal).toBeNull();
    expect(seen.effects.map((w) => w.vi).join(' ')).toMatch(
      /Không còn trong danh mục: Tỉnh Đông Bắc\. .*Tỉnh Lạng Sơn lại tiếp tục sau ngày 01\/01\/2027.*Mã 20 lại là của Tỉnh Lạng Sơn/,
    );
    await expect(withdrawUnitAct(act(), id, ' ')).rejects.toMatchObject({ code: 'unit-withdrawal-reason' });
    await expect(withdrawUnitAct({ ...act(), actor: reader }, id, 'x')).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(withdrawUnitAct(act(), newId(), 'x')).rejects.toMatchObject({ kind: 'not-found' });
    await withdrawUnitAct(act(), id, 'Ghi nhầm số nghị quyết');
    expect(await stored()).toEqual(before);
    expect(await unitByCode(db, 'gso', '20', '2027-06-01')).toBe(
      seen.undoing.reopened.codes.find((c) => c.code === '20')!.unitId,
    );
    expect((await searchUnits(db, 'tinh dong bac', { on: '2027-01-01' })).some((u) => u.id === into)).toBe(
      false,
    );
    expect((await countsOn(db, '2027-01-01')).get('province')).toBe(34);
    expect((await latest()).withdrawn).toMatchObject({ reason: 'Ghi nhầm số nghị quyết' });
    await expect(withdrawUnitAct(act(), id, 'x')).rejects.toMatchObject({ code: 'unit-act-withdrawn' });
    const { rows } = await sql<{ kept: number; told: number }>`
      select (select count(*)::int from unit_events where act_id = ${id}) as kept,
        (select count(*)::int from events where name = 'unit.act-withdrawn' and subject_id = ${id}) as told`.execute(
      db,
    );
    expect(rows[0]).toEqual({ kept: 2, told: 1 });
    expect(typeof (await recordUnitAct(act(), await merger('2027-02-01')))).toBe('string');
    await withdrawUnitAct(act(), (await latest()).id, 'Thử lại');
  });

  it('is refused while something leans on it or names the unit that it founded', async () => {
    const into = await recordUnitAct(act(), await merger('2027-01-01'));
    const { id } = await latest();
    await saveGroup(act(), {
      id: null,
      name: 'Miền núi',
      rule: { ...emptyRule, under: into, kinds: ['commune'] },
      version: 0,
    });
    await expect(withdrawUnitAct(act(), id, 'x')).rejects.toMatchObject({
      code: 'unit-act-in-use',
      words: { vi: expect.stringContaining('nhóm “Miền núi”') },
    });
    const rename = { kind: 'rename' as const, basis, unitId: into, name: 'Khác', fullName: 'Tỉnh Khác' };
    await recordUnitAct(act(), { ...rename, on: '2027-05-01' });
    await expect(withdrawUnitAct(act(), id, 'x')).rejects.toMatchObject({
      code: 'unit-act-leaned-on',
      words: { vi: expect.stringMatching(/đổi tên Tỉnh Khác ngày 01\/5\/2027/) },
    });
    await withdrawUnitAct(act(), (await latest()).id, 'Chưa đổi tên');
    const name = nameOn(await registryNow(), (await registryNow()).byId.get(into)!, '2027-06-01');
    expect(name.fullName).toBe('Tỉnh Đông Bắc');
  });

  it('leaves tree, codes, search and replay agreeing, after random acts and withdrawals', async () => {
    const nation = (await registryNow()).records.units.find((u) => u.kind === 'nation')!.id;
    const [list, backs] = [
      fc.sample(tries, { numRuns: 80, seed: 5 }),
      fc.sample(fc.nat(9), { numRuns: 80, seed: 6 }),
    ];
    let [on, done, withdrawn, refused] = ['2027-02-01', 0, 0, 0];
    for (const [i, t] of list.entries()) {
      on = addDays(on, Math.max(0, t.days));
      const result = await recordUnitAct(act(), inCountry(actOf(await registryNow(), t, on), nation)).catch(
        (e: unknown) => e,
      );
      if (!(result instanceof Refusal)) expect(typeof result).toBe('string');
      if (!(result instanceof Refusal)) done++;
      if (i % 3 > 0) continue;
      const acts = (await recordedActs(db, { limit: 10 })).filter((a) => !a.withdrawn);
      const chosen = acts[backs[i]! % acts.length];
      const outcome = chosen && (await withdrawUnitAct(act(), chosen.id, 'Thử').catch((e: unknown) => e));
      if (outcome instanceof Refusal) refused++;
      else if (chosen) withdrawn++;
      expect(outcome === undefined || outcome instanceof Refusal).toBe(true);
    }
    console.log(`units: ${done} acts recorded, ${withdrawn} withdrawn, ${refused} not, in PostgreSQL`);
    expect(Math.min(done, withdrawn)).toBeGreaterThan(8);
    const records = await readRegistryRecords(db);
    expect(rowsOf(replay(sayingsOf(records)))).toEqual(rowsOf(records));
    const registry = await registryNow();
    for (const day of ['2027-02-01', on, addDays(on, 400)]) {
      const provinces = unitsOfKind(registry, 'province', day);
      expect((await countsOn(db, day)).get('province')).toBe(provinces.length);
      for (const code of ['1', '2', '3', '4'])
        expect(await unitByCode(db, 'test', code, day)).toBe(
          unitByCodeOn(registry, 'test', code, day)?.id ?? null,
        );
    }
    for (const unit of registry.records.units.filter(
      (u) => u.foundedOn !== null && u.foundedOn >= '2027-02-01',
    ))
      expect((await searchUnits(db, unit.fullName, { on })).map((u) => u.id)).toContain(unit.id);
    const { rows } = await sql<{ id: string }>`select id from units where withdrawn_at is not null`.execute(
      db,
    );
    for (const { id } of rows) expect(registry.byId.has(id)).toBe(false);
    expect(registry.records.units.filter((u) => existsOn(u, on)).length).toBeGreaterThan(3000);
  }, 120_000);
});

describe('the database', () => {
  it('gives a code to one unit on any day, whoever writes', async () => {
    const { rows } = await sql<{ id: string }>`select id from units where kind = 'ministry' limit 2`.execute(
      db,
    );
    const [a, b] = rows.map((r) => r.id);
    const give = (unit: string | undefined, from: string | null, to: string | null) =>
      sql`insert into unit_codes (unit_id, scheme, code, valid_from, valid_to)
        values (${unit}, 'thử', 'X1', ${from}, ${to})`.execute(db);
    await give(a, null, '2025-07-01');
    await give(b, '2025-07-01', null);
    await expect(give(a, '2030-01-01', '2031-01-01')).rejects.toMatchObject({ code: '23P01' });
    await expect(give(a, '2024-01-01', '2024-02-01')).rejects.toMatchObject({ code: '23P01' });
  });
});
