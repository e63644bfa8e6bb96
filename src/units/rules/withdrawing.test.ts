// Acts taken back: as if they had never been recorded, refused while others lean on them, whatever officers do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#src/kernel/dates.ts';
import { actOf, born, emptyCountry, id, nation, rowsOf, start, tries } from '../fixtures/random-acts.ts';
import { ancestorsOn, existsOn, indexRegistry, type Registry, validOn } from '../rules.ts';
import { packagedRegistry } from '../sources/registry.ts';
import { changesOf, type UnitAct } from './acts.ts';
import { applyChanges, workingCopy } from './applying.ts';
import { actRefusal } from './refusing.ts';
import { replay, sayingsOf } from './replay.ts';
import { leaningOn, type RecordedAct, withoutAct } from './withdrawing.ts';

/** Records the act in the registry; null when it is refused. */
function recorded(registry: Registry, act: UnitAct): RecordedAct | null {
  if (actRefusal(registry, act)) return null;
  const changes = changesOf(registry, act, id);
  applyChanges(registry, changes);
  return { id: id(), events: changes.events, codes: changes.codes };
}

/** The registry without the act, and what leans on it. */
function withdrawn(registry: Registry, act: RecordedAct) {
  const { without, undoing } = withoutAct(registry.records, act);
  return { registry: indexRegistry(without), undoing, leaning: leaningOn(without, undoing, act) };
}

function expectSound(registry: Registry, until: string): void {
  for (let day = start; day <= until; day = addDays(day, 7)) {
    for (const unit of registry.records.units.filter((u) => existsOn(u, day) && u.id !== nation)) {
      expect(registry.names.get(unit.id)?.filter((n) => validOn(n, day)).length).toBe(1);
      expect(registry.parents.get(unit.id)?.filter((p) => validOn(p, day)).length).toBe(1);
      expect(ancestorsOn(registry, unit.id, day).at(-1)?.id).toBe(nation);
    }
    const codes = registry.records.codes.filter((c) => validOn(c, day)).map((c) => `${c.scheme} ${c.code}`);
    expect(new Set(codes).size).toBe(codes.length);
  }
}

const steps = fc.array(fc.record({ act: tries, back: fc.nat(400) }), {
  minLength: 10,
  maxLength: 50,
});

describe('an act taken back', () => {
  it('leaves the registry as if it had never been recorded, wherever nothing leans on it', () => {
    let [taken, refused] = [0, 0];
    fc.assert(
      fc.property(steps, (list) => {
        let registry = emptyCountry();
        let acts: RecordedAct[] = [];
        let on = addDays(start, 1);
        for (let n = 0; n < 5; n++)
          recorded(registry, { on: start, basis: 'NQ', kind: 'establish', unit: born(`Tỉnh ${n}`, `${n}`) });
        for (const { act, back } of list) {
          on = addDays(on, Math.max(0, act.days));
          const before = rowsOf(registry.records);
          const done = recorded(registry, actOf(registry, act, addDays(on, Math.min(0, act.days))));
          if (done) {
            acts.push(done);
            const undone = withdrawn(registry, done);
            expect(undone.leaning).toEqual([]);
            expect(rowsOf(undone.registry.records)).toEqual(before);
          }
          const chosen = back > 100 ? undefined : acts[back % Math.max(1, acts.length)];
          if (!chosen) continue;
          const result = withdrawn(registry, chosen);
          if (result.leaning.length > 0) refused++;
          else {
            taken++;
            registry = workingCopy(result.registry);
            acts = acts.filter((a) => a !== chosen);
            expect(rowsOf(replay(sayingsOf(registry.records)))).toEqual(rowsOf(registry.records));
            expectSound(registry, on);
          }
        }
      }),
      { numRuns: 150 },
    );
    console.log(`units: ${taken} random acts taken back, ${refused} refused because others lean on them`);
    expect(Math.min(taken, refused)).toBeGreaterThan(40);
  });

  it('is refused while something leans on it, and that is named', () => {
    const registry = emptyCountry();
    const common = { on: start, basis: 'NQ' };
    const [north, south] = [born('Bắc', '1'), born('Nam', '2')];
    const whole = born('Hợp', '1');
    for (const unit of [north, south]) recorded(registry, { ...common, kind: 'establish', unit });
    const merge = recorded(registry, {
      ...{ ...common, kind: 'merge', on: addDays(start, 9) },
      ...{ from: [north.id, south.id], into: whole },
    })!;
    const ward = recorded(registry, {
      ...{ ...common, kind: 'establish', on: addDays(start, 20) },
      unit: born('Phường', null, whole.id),
    })!;
    const code = born('Lấy mã', '2');
    const reuse = recorded(registry, {
      ...{ ...common, kind: 'establish', on: addDays(start, 30) },
      unit: code,
    })!;
    const { leaning } = withdrawn(registry, merge);
    expect(leaning).toContainEqual({ event: ward.events[0] });
    expect(leaning.some((l) => 'code' in l && l.code.unitId === code.id)).toBe(true);
    const later = withdrawn(withdrawn(registry, ward).registry, reuse);
    const again = withdrawn(later.registry, merge);
    expect(again.leaning).toEqual([]);
    expect(again.registry.byId.has(whole.id)).toBe(false);
    expect(again.undoing.reopened.units.map((u) => u.id).sort()).toEqual([north.id, south.id].sort());
  });

  it('finds nothing that leans on nothing in the packaged registry', () => {
    const { records } = packagedRegistry();
    const none = { id: '', events: [], codes: [] };
    const { without, undoing } = withoutAct(records, none);
    expect(leaningOn(without, undoing, none)).toEqual([]);
    expect(undoing.units).toEqual([]);
  });
});
