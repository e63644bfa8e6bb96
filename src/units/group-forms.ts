// What arrives when a group of units is described: ticked kinds and groups, typed names.
import { z } from 'zod';
import { isId } from '#src/kernel/ids.ts';
import { unitNamed } from './act-forms.ts';
import type { NameIndex } from './matching.ts';
import type { GroupRule } from './rules/groups.ts';
import { unitKinds } from './rules.ts';

const ids = z.array(z.string().refine(isId)).max(2000).default([]);
const text = (max: number) =>
  z.string().trim().max(max, `Không quá ${max} ký tự | At most ${max} characters`).default('');

export const groupForm = z.object({
  name: text(200),
  kinds: z.array(z.enum(unitKinds)).default([]),
  under: text(200),
  exceptGroups: ids,
  exceptUnits: ids,
  include: ids,
  moreExcept: text(20_000),
  moreInclude: text(20_000),
  version: z.coerce.number().int().min(0).default(0),
});
export type GroupForm = z.infer<typeof groupForm>;

const lines = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The rule that the form describes; refused where a typed name is not one unit on the day. */
export function ruleFrom(form: GroupForm, index: NameIndex, on: string): GroupRule {
  const named = (typed: string, field: string) =>
    lines(typed).map((name) => unitNamed(index, name, on, field).id);
  const together = (ticked: readonly string[], more: readonly string[]) => [...new Set([...ticked, ...more])];
  return {
    kinds: form.kinds,
    under: form.under ? unitNamed(index, form.under, on, 'under').id : null,
    except: {
      groups: form.exceptGroups,
      units: together(form.exceptUnits, named(form.moreExcept, 'moreExcept')),
    },
    include: together(form.include, named(form.moreInclude, 'moreInclude')),
  };
}
