// From a typed form to a fact's value, edited or new, in the shape that the plan keeps it.

import type { PlanFacts, When } from '#src/plans/compiler/model.ts';
import { additionValues, visitForm, whenForm, wordsForm } from '#src/plans/forms.ts';
import type { AdditionKind } from '#src/plans/rules/additions.ts';
import type { Fact } from '#src/plans/rules/facts.ts';
import type { Json } from '#src/platform/database/json.ts';
import { parseForm, type Typed } from '#src/web/form.ts';

/** Refuses what cannot be read, field by field. The rest of a compound fact (a deadline's words) stays as it was. */
export function editOf(fact: Fact, plan: PlanFacts, typed: Typed): Json {
  const [, field, index] = fact.pointer.split('/') as [string, keyof PlanFacts, string | undefined];
  const old = index === undefined ? plan[field] : (plan[field] as unknown[])[Number(index)];
  if (fact.form === 'when') {
    const when = editedWhen(fact.when!, parseForm(whenForm, typed));
    if (field === 'period') return { from: when.rel === 'between' ? when.from : null, to: when.to };
    return (field === 'issuedOn' ? when : { ...(old as object), when }) as Json;
  }
  const { value } = parseForm(wordsForm, typed);
  if (fact.form === 'words')
    return (field === 'reportTargets' ? { ...(old as object), who: value } : value) as Json;
  const names = linesOf(value);
  if (field !== 'visits') return names as Json;
  const visit = old as PlanFacts['visits'][number];
  return { ...visit, units: names, window: editedWindow(visit.window, fact.when, typed) } as Json;
}

/** Places and time are edited apart: a time left as it was `shown` still follows the deadline that it repeats. */
function editedWindow(old: When | null, shown: When | null, typed: Typed): When | null {
  if (typed.from === undefined) return old;
  const { from, to } = parseForm(visitForm, typed);
  const [first, last] = [shown?.from, shown?.to].map((day) => day?.slice(0, 10) ?? null);
  if (from === first && (to ?? from) === last) return old;
  if (from === null) return null;
  const tentative = shown?.tentative ?? false;
  const rel = to !== null && to !== from ? 'between' : 'on';
  return { rel, from, to: to ?? from, precision: 'day', tentative };
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

const linesOf = (value: string) =>
  value
    .split(/\n/)
    .map((n) => n.trim())
    .filter(Boolean);

const upTo = (day: string | null, rel: When['rel'] = 'by'): When | null =>
  day === null ? null : { rel, from: day, to: day, precision: 'day', tentative: false };

/** The new fact as its field keeps it, from what was typed for its kind; refused field by field. `quote`: its words. */
export function additionOf(
  kind: AdditionKind,
  typed: Typed,
  quote: string,
): { fact: Json; binds: string | null } {
  const fact = (value: unknown) => ({ fact: value as Json, binds: null });
  switch (kind) {
    case 'deadline': {
      const { what, who, from, counted, binds } = parseForm(additionValues.deadline, typed);
      const when = upTo(from, counted ? 'by' : 'before');
      return { fact: { when, what, who: who || null, text: quote } as Json, binds: binds || null };
    }
    case 'target': {
      const { who, template, from } = parseForm(additionValues.target, typed);
      return fact({ who, template, due: upTo(from), sendTo: null, via: null, except: null });
    }
    case 'visit': {
      const { units, from, to } = parseForm(additionValues.visit, typed);
      const window = from && to && to > from ? { ...upTo(from), rel: 'between', to } : upTo(from, 'on');
      return fact({ ...visitWithout, units: linesOf(units), window });
    }
    case 'task': {
      const { lead, supporting, what, from } = parseForm(additionValues.task, typed);
      const others = supporting.split(/[,;]/).map((n) => n.trim());
      return fact({ lead, supporting: others.filter(Boolean), what, due: upTo(from) });
    }
    case 'subject': {
      const { symbol, from, issuer } = parseForm(additionValues.subject, typed);
      return fact({ symbol, date: from, issuer: issuer || null });
    }
    case 'issuedOn':
      return fact(upTo(parseForm(additionValues.issuedOn, typed).from, 'on'));
    case 'attachment':
      return fact(parseForm(additionValues.attachment, typed).value);
    case 'symbol':
      return fact(parseForm(additionValues.symbol, typed).value);
  }
}

const visitWithout = { duration: null, notice: null, who: null, place: null, note: null };
