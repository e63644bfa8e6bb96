// The units of an earlier campaign read again on the new plan's day: what became of each, and of the officer's lists. Pure.
import type { ObligationDraft } from '#src/campaigns/assignment.ts';
import { decisionNames, type ObligationRow, releaseOf } from '#src/campaigns/rules.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import type { ReportTarget } from '#src/plans/compiler/model.ts';
import { heirsOn } from '#src/units/lineage.ts';
import type { GroupRule } from '#src/units/rules/groups.ts';
import { existsOn, nameOn, type Registry, type UnitRecord } from '#src/units/rules.ts';
import { type Reporters, reportersOf } from './reporters.ts';
import type { Scope } from './scope.ts';

/** The unit itself while it lives, else its successors on the day; empty when none is known. */
function heirsOf(registry: Registry, unitId: string, on: LocalDate): UnitRecord[] {
  const unit = registry.byId.get(unitId);
  if (!unit) return [];
  return existsOn(unit, on) ? [unit] : heirsOn(registry, unit, on);
}

/** Names on the earlier day and on the new one; `now` is empty when no successor is known. */
export type Becoming = { were: string[]; now: string[] };

/** What changed, by successor: mergers, splits, new names, ends. Units that are what they were are left out. */
export function becomings(
  registry: Registry,
  obligations: readonly ObligationRow[],
  on: LocalDate,
): Becoming[] {
  const groups = Map.groupBy(obligations, (o) =>
    heirsOf(registry, o.unitId, on)
      .map((u) => u.id)
      .join(' '),
  );
  return [...groups].flatMap(([ids, all]): Becoming[] => {
    const now = namesOf(registry, ids === '' ? [] : ids.split(' '), on);
    const were = all.map((o) => o.unitName);
    return were.length === 1 && now.length === 1 && were[0] === now[0] ? [] : [{ were, now }];
  });
}

const namesOf = (registry: Registry, ids: readonly string[], on: LocalDate) =>
  ids.map((id) => nameOn(registry, registry.byId.get(id)!, on).fullName);

/** A line of the earlier list, by the name of then. */
type OldLine = { name: string; title: string };
/** A line of the new list; where units have become one, `title` holds all their titles, and `from` the old lines. */
export type CarriedLine = OldLine & { unitId: string; from: OldLine[] };
/** An old line that cannot be carried, with the reason; its title stays for the officer to use. */
export type LeftLine = OldLine & { why: Words };
export type CarriedList = { templateCode: string; lines: CarriedLine[]; left: LeftLine[] };

/** The list of one template as far as its units can be told on the new day. */
export function carriedList(
  registry: Registry,
  templateCode: string,
  obligations: readonly ObligationRow[],
  on: LocalDate,
): CarriedList {
  const lines = new Map<string, CarriedLine>();
  const left: LeftLine[] = [];
  for (const o of obligations.filter((x) => x.templateCode === templateCode)) {
    const release = releaseOf(o.decisions);
    const heirs = heirsOf(registry, o.unitId, on);
    const [unit, ...more] = heirs;
    const leave = (why: Words) => left.push({ name: o.unitName, title: o.title, why });
    if (release) leave(decisionNames[release.kind]);
    else if (!unit) leave({ vi: 'không rõ đơn vị kế thừa', en: 'no known successor' });
    else if (more.length > 0) leave(listed('nay chia thành', 'succeeded by', registry, heirs, on));
    else {
      const from = [...(lines.get(unit.id)?.from ?? []), { name: o.unitName, title: o.title }];
      const title = from.map((l) => l.title).join('; ');
      lines.set(unit.id, { unitId: unit.id, name: nameOn(registry, unit, on).fullName, title, from });
    }
  }
  return { templateCode, lines: [...lines.values()], left };
}

function listed(
  vi: string,
  en: string,
  registry: Registry,
  units: readonly UnitRecord[],
  on: LocalDate,
): Words {
  const names = units.map((u) => nameOn(registry, u, on).fullName).join(', ');
  return { vi: `${vi} ${names}`, en: `${en} ${names}` };
}

/** The list without those whom a class of the new plan asks for a report already (unit → its templates); they are said. */
export function withoutClaimed(
  list: CarriedList,
  claimed: ReadonlyMap<string, readonly string[]>,
): CarriedList {
  const elsewhere = (l: CarriedLine) => claimed.get(l.unitId)?.filter((c) => c !== list.templateCode) ?? [];
  const left = list.lines.flatMap((l): LeftLine[] => {
    const codes = elsewhere(l).join(', ');
    const why = {
      vi: `nay là ${l.name}, đã báo cáo theo mẫu ${codes}`,
      en: `succeeded by ${l.name}, which reports on ${codes} already`,
    };
    return codes ? l.from.map((old) => ({ ...old, why })) : [];
  });
  const lines = list.lines.filter((l) => elsewhere(l).length === 0);
  return { ...list, lines, left: [...list.left, ...left] };
}

/** A class that names its bodies, with their successors in their place; null while nothing changes for it. */
export function carriedTarget(target: ReportTarget, then: Scope, on: LocalDate): ReportTarget | null {
  const { rule }: Reporters = reportersOf(target, then);
  const { registry } = then.index;
  const heirs = (ids: readonly string[]) => [
    ...new Set(ids.flatMap((id) => heirsOf(registry, id, on).map((u) => u.id))),
  ];
  const above = rule.under === null ? [] : heirs([rule.under]);
  const moved: GroupRule = {
    ...rule,
    include: heirs(rule.include),
    except: { ...rule.except, units: heirs(rule.except.units) },
    under: above.length === 1 ? above[0]! : rule.under,
  };
  return JSON.stringify(moved) === JSON.stringify(rule) ? null : { ...target, reporters: moved };
}

/**
 * Who owes a report in one campaign and not in the other, by names, and who was released then and is asked again:
 * classes find their units anew. `waiting`: templates whose units are not told yet, or by a list alone; `receiver`: the
 * issuer, which owes itself nothing.
 */
export function comings(
  registry: Registry,
  before: readonly ObligationRow[],
  after: readonly ObligationDraft[],
  { on, waiting, receiver }: { on: LocalDate; waiting: ReadonlySet<string>; receiver: string | null },
): { joined: string[]; missing: string[]; released: string[] } {
  const owing = new Set(after.map((o) => o.unitId));
  const heirs = new Map(before.map((o) => [o.id, heirsOf(registry, o.unitId, on).map((u) => u.id)]));
  const known = new Set([...heirs.values()].flat());
  const isOwing = (o: ObligationRow) => heirs.get(o.id)!.some((id) => owing.has(id) || id === receiver);
  return {
    joined: namesOf(
      registry,
      [...owing].filter((id) => !known.has(id)),
      on,
    ),
    missing: before
      .filter((o) => heirs.get(o.id)!.length > 0 && !isOwing(o) && !waiting.has(o.templateCode))
      .map((o) => o.unitName),
    released: before
      .filter((o) => releaseOf(o.decisions) && heirs.get(o.id)!.some((id) => owing.has(id)))
      .map((o) => o.unitName),
  };
}
