// Where the names of a plan are looked up: on its day, in the issuer's own area first, then by what its issuer is. Pure.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { PlanFacts } from '#src/plans/compiler/model.ts';
import { type Match, matchName, type NameIndex } from '#src/units/matching.ts';
import { organisationKinds, type UnitKind, type UnitRecord } from '#src/units/rules.ts';

/** The body that a plan of the Party means by a name: "Lạng Sơn" is its committee. Null when none or several. */
export function organisationNamed(index: NameIndex, name: string, on: LocalDate): UnitRecord | null {
  const match = matchName(index, name, { on, kinds: organisationKinds });
  return match.status === 'found' ? match.unit : null;
}

/** The day on which units are asked for: the plan's date, or today for a plan without one. */
export function dayOf(plan: PlanFacts, today: LocalDate): LocalDate {
  return plan.issuedOn?.from?.slice(0, 10) ?? today;
}

/** `area`: the province, district or commune whose organs issued the plan; null for a plan of the centre. */
export type Scope = {
  index: NameIndex;
  on: LocalDate;
  area: UnitRecord | null;
  kinds: (readonly UnitKind[])[];
};

const territories: UnitKind[] = ['province', 'district', 'commune'];
const local: UnitKind[] = [...territories, 'local-body'];
const state: UnitKind[] = [...territories, 'ministry', 'mass-organisation', 'local-body'];

/** The State writes "148/KH-UBND", the Party, the Front and the unions "82-KH/BDVTW". */
export function isOfState(symbol: string | null): boolean {
  return /^[^-]*\//.test(symbol ?? '');
}

/**
 * A bare place in a plan of the Party is its committee, in a plan of the State the place itself; in a local plan any
 * name is first sought among what stands under the issuer's own area.
 */
export function scopeOf(plan: PlanFacts, index: NameIndex, today: LocalDate): Scope {
  const on = dayOf(plan, today);
  const above = plan.parentBody ? territoryNamed(index, plan.parentBody, on, null) : null;
  const own = plan.issuer ? territoryNamed(index, plan.issuer, on, above) : null;
  const kinds = isOfState(plan.symbol) ? [state, organisationKinds] : [organisationKinds, state];
  return { index, on, area: own ?? above, kinds };
}

/** What a name of the plan means: found, gone, several, or unknown with suggestions. */
export function bodyMeant(scope: Scope, name: string): Match {
  const { index, on, area } = scope;
  const tries: Match[] = [];
  if (area) tries.push(matchName(index, name, { on, kinds: local, under: area.id }));
  if (!area || tries[0]!.status === 'unknown')
    for (const kinds of scope.kinds) tries.push(matchName(index, name, { on, kinds }));
  return (
    tries.find((m) => m.status === 'found') ??
    tries.find((m) => m.status !== 'unknown') ??
    tries.find((m) => m.status === 'unknown' && m.suggestions.length > 0) ?? {
      status: 'unknown',
      suggestions: [],
    }
  );
}

/** The body that a name of the plan means, or null when it is none or several. */
export function bodyNamed(scope: Scope, name: string): UnitRecord | null {
  const match = bodyMeant(scope, name);
  return match.status === 'found' ? match.unit : null;
}

const placeWords = /(?:^|\s)((?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường)\s+\p{Lu}.*)$/u;

/** The territory whose organ a body is: "Liên đoàn Lao động tỉnh Phú Thọ" → Phú Thọ province. */
function territoryNamed(
  index: NameIndex,
  body: string,
  on: LocalDate,
  above: UnitRecord | null,
): UnitRecord | null {
  const place = placeWords.exec(body)?.[1];
  for (const name of [body, ...(place ? [place] : [])])
    for (const under of above ? [above.id, undefined] : [undefined]) {
      const match = matchName(index, name, { on, kinds: territories, ...(under ? { under } : {}) });
      if (match.status === 'found') return match.unit;
    }
  return null;
}
