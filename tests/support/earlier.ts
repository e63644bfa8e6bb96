// What the demonstration's plan asked for in 2023, as the rows of its campaign, for tests of what comes after.
import { assignObligations } from '#src/campaigns/assignment.ts';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { assignmentInput } from '#src/plans/rules/draft.ts';
import { organisationNamed, scopeOf } from '#src/plans/rules/scope.ts';
import { nameOn } from '#src/units/rules.ts';
import { compiled, index, today } from './plan.ts';

const { registry } = index;

/** The body of this name on the day. */
export const idOf = (name: string, day = today) => organisationNamed(index, name, day)!.id;
/** A unit's full name on the day. */
export const called = (id: string, day: string) => nameOn(registry, registry.byId.get(id)!, day).fullName;

const listM2: [string, string][] = [
  ['Ban cán sự đảng Bộ Nội vụ', 'Cải cách hành chính'],
  ['Ban cán sự đảng Bộ Y tế', 'Y tế cơ sở'],
  ['Học viện Chính trị quốc gia Hồ Chí Minh', 'Kỹ năng dân vận'],
];
const assignments = listM2.map(([name, title]) => ({ templateCode: 'M2', unitId: idOf(name), title }));

function asked(): ObligationRow[] {
  const scope = scopeOf(compiled.plan, index, today);
  const { obligations } = assignObligations(
    assignmentInput({ plan: compiled.plan, scope, assignments, postponed: [] }),
  );
  return obligations.map((o) => ({
    ...o,
    id: o.unitId,
    campaignId: 'c',
    unitName: called(o.unitId, today),
    unitShort: '',
    unitKind: registry.byId.get(o.unitId)!.kind,
    territoryId: null,
    templateVersionId: 'v',
    decisions: [],
  }));
}
/** By template, then in the order of the units' ids. */
export const before = asked();
