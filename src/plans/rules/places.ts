// Places to visit whose names are no one body of the registry, with the bodies that may be meant. Pure.
import type { LocalDate } from '#src/kernel/dates.ts';
import { matchName, type NameIndex } from '#src/units/matching.ts';
import { nameOn } from '#src/units/rules.ts';
import { organisationKinds, organisationNamed } from './draft.ts';
import type { Fact } from './facts.ts';

export type UnmatchedPlace = { pointer: string; name: string; suggestions: string[] };

/** Null when the name is one body; else the full names of those it may mean, each of which names its body alone. */
export function mayMean(index: NameIndex, name: string, on: LocalDate): string[] | null {
  const match = matchName(index, name, { on, kinds: organisationKinds });
  if (match.status === 'found') return null;
  const units = {
    ambiguous: () => (match.status === 'ambiguous' ? match.units : []),
    unknown: () => (match.status === 'unknown' ? match.suggestions : []),
    abolished: () => (match.status === 'abolished' ? match.successors : []),
  }[match.status]();
  const names = units.map((u) => ({ id: u.id, name: nameOn(index.registry, u, on).fullName }));
  return [
    ...new Set(names.flatMap((u) => (organisationNamed(index, u.name, on)?.id === u.id ? u.name : []))),
  ];
}

/** The places without a unit in the visits as they are decided now, in the order of the list. */
export function unmatchedPlaces(facts: readonly Fact[], index: NameIndex, on: LocalDate): UnmatchedPlace[] {
  return facts
    .filter((f) => f.group === 'visits' && f.state !== 'dropped')
    .flatMap(({ pointer, typed }) =>
      typed.split('\n').flatMap((name) => {
        const suggestions = name === '' ? null : mayMean(index, name, on);
        return suggestions ? [{ pointer, name, suggestions }] : [];
      }),
    );
}
