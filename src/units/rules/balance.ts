// What becomes, between two days, of the figures that units gave on the first: whole, shared out, or left where they were.
import type { LocalDate } from '#src/kernel/dates.ts';
import { existsOn, type Registry, type UnitKind, type UnitRecord, unitKinds } from '../rules.ts';
import { flowsOf, readInBoundaries } from './boundaries.ts';
import { endedByLaw } from './succession.ts';

type Days = { from: LocalDate; to: LocalDate };

/** Why a unit's figures stay with it: it went several ways and nobody declared shares, no successor is on record, or it ended by law without one. */
export type Remainder = { unit: UnitRecord; why: 'no-shares' | 'no-successor' | 'ended'; into: UnitRecord[] };

/** The units of a kind on the first day, by what becomes of their figures; every unit is in exactly one count. */
export type Balance = {
  kind: UnitKind;
  before: number;
  after: number;
  /** The same unit on both days, taking in nobody. */
  same: number;
  /** Whole into a unit that took in others or is new. */
  joined: number;
  /** Shared out by declared shares: estimates. */
  shared: number;
  remainders: Remainder[];
  /** Parts of units that went to several: how many there were. */
  partialTransfers: number;
};

/** How one kind of unit reads between two days. */
export function balanceOf(registry: Registry, kind: UnitKind, days: Days): Balance {
  const ofKind = registry.records.units.filter((u) => u.kind === kind);
  const units = ofKind.filter((u) => existsOn(u, days.from));
  const table = units.map((u) => ({ unitId: u.id, values: {} }));
  const { rows, unplaced } = readInBoundaries(registry, table, [], days);
  const whole = rows.flatMap((r) => r.sources.filter((s) => s.share === 1).map((s) => ({ ...s, row: r })));
  const same = whole.filter((s) => s.row.unit.id === s.unitId && s.row.sources.length === 1).length;
  const remainders = unplaced.map(({ unitId, why }): Remainder => {
    const unit = registry.byId.get(unitId)!;
    const into = flowsOf(registry, unitId, days.from, days.to).map((f) => f.unit);
    return { unit, into, why: why === 'no-successor' && endedByLaw(registry, unit) ? 'ended' : why };
  });
  const shared = new Map<string, number>();
  for (const { share, unitId } of rows.flatMap((r) => r.sources))
    if (share !== 1) shared.set(unitId, (shared.get(unitId) ?? 0) + 1);
  return {
    kind,
    before: units.length,
    after: ofKind.filter((u) => existsOn(u, days.to)).length,
    same,
    joined: whole.length - same,
    shared: shared.size,
    remainders,
    partialTransfers: [...shared.values(), ...remainders.map((r) => r.into.length)].reduce(
      (n, k) => n + k,
      0,
    ),
  };
}

/** Of every kind that had units on the first day and of which something did not stay as it was. */
export function balances(registry: Registry, days: Days): Balance[] {
  return unitKinds
    .map((kind) => balanceOf(registry, kind, days))
    .filter((b) => b.kind !== 'nation' && b.before > b.same);
}

/** The units that an officer may settle: it is not on record who took them, or how much each took. */
export function unsettled(registry: Registry, days: Days): Remainder[] {
  return balances(registry, days).flatMap((b) => b.remainders.filter((r) => r.why !== 'ended'));
}
