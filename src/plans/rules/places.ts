// Places to visit whose names are no one body of the registry, with the bodies that may be meant. Pure.
import { ancestorsOn, nameOn, type UnitRecord } from '#src/units/rules.ts';
import type { Fact } from './facts.ts';
import { bodyMeant, bodyNamed, type Scope } from './scope.ts';

export type UnmatchedPlace = { pointer: string; name: string; suggestions: string[] };

/** Null when the name is one body; else the full names of those it may mean, each of which names its body alone. */
export function mayMean(scope: Scope, name: string): string[] | null {
  const match = bodyMeant(scope, name);
  if (match.status === 'found') return null;
  const units = {
    ambiguous: () => (match.status === 'ambiguous' ? match.units : []),
    unknown: () => (match.status === 'unknown' ? match.suggestions : []),
    abolished: () => (match.status === 'abolished' ? match.successors : []),
  }[match.status]();
  return [...new Set(units.flatMap((u) => nameThatNames(scope, u) ?? []))];
}

/** The unit's full name, with what it stands under where others bear it too; null when that is not enough. */
export function nameThatNames(scope: Scope, unit: UnitRecord): string | null {
  const { registry } = scope.index;
  const called = (u: UnitRecord) => nameOn(registry, u, scope.on).fullName;
  const above = ancestorsOn(registry, unit.id, scope.on).filter((u) => u.kind !== 'nation');
  const names = [called(unit), [unit, ...above].map(called).join(', ')];
  return names.find((name) => bodyNamed(scope, name)?.id === unit.id) ?? null;
}

/** The places without a unit in the visits as they are decided now, in the order of the list. */
export function unmatchedPlaces(facts: readonly Fact[], scope: Scope): UnmatchedPlace[] {
  return facts
    .filter((f) => f.group === 'visits' && f.state !== 'dropped')
    .flatMap(({ pointer, typed }) =>
      typed.split('\n').flatMap((name) => {
        const suggestions = name === '' ? null : mayMean(scope, name);
        return suggestions ? [{ pointer, name, suggestions }] : [];
      }),
    );
}
