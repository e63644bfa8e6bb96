// Groups by rule: which units of a day belong, and why a rule is refused. Pure.
import type { LocalDate } from '#src/kernel/dates.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';
import { ancestorsOn, existsOn, type Registry, type UnitKind, type UnitRecord } from '../rules.ts';

/**
 * The units of these kinds, under `under` when given, without the members of the groups and the units in `except`, and
 * with those of `include`. Only units that exist on the day are members.
 */
export type GroupRule = {
  kinds: UnitKind[];
  under: string | null;
  except: { groups: string[]; units: string[] };
  include: string[];
};

export const emptyRule: GroupRule = {
  kinds: [],
  under: null,
  except: { groups: [], units: [] },
  include: [],
};

/** Other groups' rules by id. */
export type GroupRules = ReadonlyMap<string, GroupRule>;

/** A unit stands under another through its parents, or as the Party committee of a territory there. */
export function standsUnder(registry: Registry, unit: UnitRecord, underId: string, on: LocalDate): boolean {
  const above = (id: string) => ancestorsOn(registry, id, on).some((u) => u.id === underId);
  if (above(unit.id)) return true;
  return unit.territoryId !== null && (unit.territoryId === underId || above(unit.territoryId));
}

function memberIds(
  registry: Registry,
  rule: GroupRule,
  groups: GroupRules,
  on: LocalDate,
  asking: readonly string[],
): Set<string> {
  const kinds = new Set(rule.kinds);
  const out = new Set(rule.except.units);
  for (const id of rule.except.groups) {
    const other = groups.get(id);
    // A rule that asks itself is refused when saved; here it counts as empty, so that every question has an answer.
    if (!other || asking.includes(id)) continue;
    for (const member of memberIds(registry, other, groups, on, [...asking, id])) out.add(member);
  }
  const found = new Set<string>();
  for (const unit of registry.records.units) {
    if (!kinds.has(unit.kind) || out.has(unit.id) || !existsOn(unit, on)) continue;
    if (rule.under === null || standsUnder(registry, unit, rule.under, on)) found.add(unit.id);
  }
  for (const id of rule.include) {
    const unit = registry.byId.get(id);
    if (unit && existsOn(unit, on)) found.add(id);
  }
  return found;
}

/** The members of a group on a day, in the order of a Vietnamese list, each once. */
export function membersOn(
  registry: Registry,
  rule: GroupRule,
  groups: GroupRules,
  on: LocalDate,
): UnitRecord[] {
  return [...memberIds(registry, rule, groups, on, [])]
    .flatMap((id) => registry.byId.get(id) ?? [])
    .sort((a, b) => compareVietnamese(a.fullName, b.fullName) || a.id.localeCompare(b.id));
}

/** Every group that a rule asks, directly or through others. */
function asks(rule: GroupRule, groups: GroupRules, seen = new Set<string>()): Set<string> {
  for (const id of rule.except.groups)
    if (!seen.has(id)) {
      seen.add(id);
      const other = groups.get(id);
      if (other) asks(other, groups, seen);
    }
  return seen;
}

/** Why a group with this name and rule may not be saved, or null. `id` is null for a new group. */
export function groupRefusal(
  group: { id: string | null; name: string; rule: GroupRule },
  others: readonly { id: string; name: string }[],
  groups: GroupRules,
): Refusal | null {
  const one = (code: string, field: string, vi: string, en: string) =>
    invalid(code, { vi, en }, { [field]: { vi, en } });
  const { id, name, rule } = group;
  if (!name.trim()) return one('group-name-missing', 'name', 'Cần tên nhóm.', 'A group needs a name.');
  const fold = (text: string) => text.normalize('NFC').trim().toLowerCase();
  if (others.some((o) => o.id !== id && fold(o.name) === fold(name)))
    return one('group-name-taken', 'name', 'Đã có nhóm mang tên này.', 'There is a group of this name.');
  if (rule.kinds.length === 0 && rule.include.length === 0)
    return one(
      'group-empty',
      'kinds',
      'Cần chọn ít nhất một loại hoặc một đơn vị.',
      'Choose a kind or a unit.',
    );
  if (id !== null && asks(rule, groups).has(id))
    return one(
      'group-in-circle',
      'exceptGroups',
      'Nhóm không thể trừ chính nó, kể cả qua nhóm khác.',
      'A group cannot except itself, even through another.',
    );
  if (rule.include.some((unit) => rule.except.units.includes(unit)))
    return one(
      'group-contradicts',
      'include',
      'Có đơn vị vừa được thêm vừa được trừ.',
      'A unit is both added and excepted.',
    );
  return null;
}
