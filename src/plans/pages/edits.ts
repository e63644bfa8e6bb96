// From an edit form to the fact's new value, in the shape that the plan keeps it.

import type { PlanFacts, When } from '#src/plans/compiler/model.ts';
import { whenForm, wordsForm } from '#src/plans/forms.ts';
import type { Fact } from '#src/plans/rules/facts.ts';
import type { Json } from '#src/platform/database/json.ts';
import { parseForm, type Typed } from '#src/web/form.ts';

/** Refuses what cannot be read, field by field. The rest of a compound fact (a deadline's words) stays as it was. */
export function editOf(fact: Fact, plan: PlanFacts, typed: Typed): Json {
  const [, field, index] = fact.pointer.split('/') as [string, keyof PlanFacts, string | undefined];
  const old = index === undefined ? plan[field] : (plan[field] as unknown[])[Number(index)];
  if (fact.form === 'when') {
    const when = editedWhen(fact.when!, parseForm(whenForm, typed));
    return (field === 'issuedOn' ? when : { ...(old as object), when }) as Json;
  }
  const { value } = parseForm(wordsForm, typed);
  if (fact.form === 'words')
    return (field === 'reportTargets' ? { ...(old as object), who: value } : value) as Json;
  const names = value
    .split('\n')
    .map((n) => n.trim())
    .filter(Boolean);
  return (field === 'visits' ? { ...(old as object), units: names } : names) as Json;
}

function editedWhen(
  old: When,
  { from, to, counted }: { from: string; to: string | null; counted?: string | undefined },
): When {
  if (to !== null && to !== from)
    return { rel: 'between', from, to, precision: 'day', tentative: old.tentative };
  const rel =
    old.rel === 'on' ? 'on' : old.rel === 'before' || old.rel === 'by' ? (counted ? 'by' : 'before') : 'by';
  return { rel, from, to: from, precision: 'day', tentative: old.tentative };
}
