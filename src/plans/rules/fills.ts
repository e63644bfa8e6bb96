// Ready lists for a class: what its words say, a kind of units under the issuer's area, a group of the registry. Pure.
import type { Words } from '#src/kernel/language.ts';
import type { ReportTarget } from '#src/plans/compiler/model.ts';
import { emptyRule, type GroupRule, type GroupRules, membersOn } from '#src/units/rules/groups.ts';
import { kindNames, nameOn, organisationKinds, type UnitKind, type UnitRecord } from '#src/units/rules.ts';
import { nameThatNames } from './places.ts';
import { reportersOf } from './reporters.ts';
import type { Scope } from './scope.ts';

/** `key` names it in an address: "read", "kind-commune", "group-<id>". */
export type Fill = { key: string; words: Words; rule: GroupRule };

type Group = { id: string; name: string; rule: GroupRule };

/** Every ready list that has members on the plan's day. */
export function fillsFor(target: ReportTarget, scope: Scope, groups: readonly Group[]): Fill[] {
  const { reporters: _, ...asRead } = target;
  const kinds: UnitKind[] = scope.area
    ? ['district', 'commune', 'local-body']
    : ['province', ...organisationKinds];
  const fills: Fill[] = [
    {
      key: 'read',
      words: { vi: 'theo lời kế hoạch', en: 'as the plan says' },
      rule: reportersOf(asRead, scope).rule,
    },
    ...kinds.map((kind) => ofKind(kind, scope)),
    ...groups.map((g) => ({
      key: `group-${g.id}`,
      words: { vi: `nhóm “${g.name}”`, en: `group “${g.name}”` },
      rule: g.rule,
    })),
  ];
  const rules = rulesOf(groups);
  return fills.filter((f) => f.key === 'read' || membersIn(f.rule, scope, rules).length > 0);
}

function ofKind(kind: UnitKind, { index, on, area }: Scope): Fill {
  const within = area ? nameOn(index.registry, area, on).fullName : null;
  return {
    key: `kind-${kind}`,
    words: {
      vi: within ? `${kindNames[kind].vi} thuộc ${within}` : `mọi ${kindNames[kind].vi}`,
      en: within ? `${kindNames[kind].en} under ${within}` : `every ${kindNames[kind].en}`,
    },
    rule: { ...emptyRule, kinds: [kind], under: area?.id ?? null },
  };
}

export const rulesOf = (groups: readonly Group[]): GroupRules => new Map(groups.map((g) => [g.id, g.rule]));

/** The bodies of a rule on the plan's day; other groups that it excepts are asked from `groups`. */
export function membersIn(rule: GroupRule, scope: Scope, groups: GroupRules): UnitRecord[] {
  return membersOn(scope.index.registry, rule, groups, scope.on);
}

/** One name a line, each of which names its body alone; the list to begin with. */
export function listOf(units: readonly UnitRecord[], scope: Scope): string {
  return units
    .map((u) => nameThatNames(scope, u) ?? nameOn(scope.index.registry, u, scope.on).fullName)
    .join('\n');
}

/** The rule to keep for these bodies: the ready one that gives just them, so that it lives on with the registry; else a list. */
export function ruleFor(
  unitIds: readonly string[],
  fills: readonly Fill[],
  scope: Scope,
  groups: GroupRules,
): GroupRule {
  const wanted = new Set(unitIds);
  const same = fills.find(({ rule }) => {
    const members = membersIn(rule, scope, groups);
    return members.length === wanted.size && members.every((u) => wanted.has(u.id));
  });
  return same && same.rule.except.groups.length === 0 ? same.rule : { ...emptyRule, include: [...wanted] };
}
