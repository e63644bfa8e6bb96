// Telling afterwards who took a unit that ended: when it is open, and when it is refused.
import { formatDate } from '#src/kernel/dates.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import type { Registry, UnitRecord } from '../rules.ts';
import type { UnitAct } from './acts.ts';
import { called, say } from './existence.ts';

/** An event of the unit's last day says who took all of it. */
function wholeSuccession(registry: Registry, unit: UnitRecord) {
  return (registry.eventsFrom.get(unit.id) ?? []).find(
    (e) =>
      e.onDate === unit.abolishedOn &&
      e.members.some((m) => m.role === 'to') &&
      !e.members.some((m) => m.unitId === unit.id && m.partial),
  );
}

/** A unit ended on purpose when the event that ended it names its paper and no receiver. */
export function endedByLaw(registry: Registry, unit: UnitRecord): boolean {
  const events = registry.eventsFrom.get(unit.id) ?? [];
  return events.some((e) => e.onDate === unit.abolishedOn && e.kind === 'abolish' && e.legalBasis !== null);
}

/** The unit is gone and nothing on record says who took all of it: an officer may say so. */
export function isSuccessionOpen(registry: Registry, unit: UnitRecord): boolean {
  return unit.abolishedOn !== null && wholeSuccession(registry, unit) === undefined;
}

/** Why successors may not be recorded of the unit, or null. Shares are looked at by the caller. */
export function successionRefusal(
  registry: Registry,
  act: Extract<UnitAct, { kind: 'succeed' }>,
): Refusal | null {
  const unit = registry.byId.get(act.unitId);
  if (!unit || unit.abolishedOn !== act.on)
    return say(
      'succeed-living',
      'on',
      'Nơi kế thừa chỉ ghi cho đơn vị đã kết thúc, vào đúng ngày kết thúc.',
      'Successors are recorded of a unit that has ended, on the day of its end.',
    );
  const name = called(registry, unit, act.on);
  const known = wholeSuccession(registry, unit);
  if (known)
    return say(
      'succeed-known',
      'into',
      `Nơi kế thừa của ${name} đã được ghi ngày ${formatDate(known.onDate)}. Ghi nhầm thì đề nghị rút lại việc đó trước.`,
      `The successor of ${name} is on record since ${formatDate(known.onDate)}. If that is wrong, withdraw it first.`,
    );
  const ids = act.into.map((r) => r.unitId);
  if (ids.length === 0)
    return say('succeed-none', 'into', 'Cần ít nhất một đơn vị kế thừa.', 'Name at least one successor.');
  if (new Set(ids).size < ids.length || ids.includes(act.unitId))
    return say(
      'succeed-twice',
      'into',
      'Có đơn vị được nêu hai lần, hoặc nêu chính đơn vị đã kết thúc.',
      'A unit is named twice, or the ended one itself is.',
    );
  if (ids.length === 1 && act.into[0]!.share !== null && act.into[0]!.share !== 1)
    return say(
      'split-shares',
      'share',
      'Chỉ một đơn vị kế thừa thì đơn vị đó nhận toàn bộ: để trống tỷ lệ.',
      'A single successor takes all of it: leave the share empty.',
    );
  return null;
}
