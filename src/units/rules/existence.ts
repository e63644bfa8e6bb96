// Whether the units that an act needs exist for as long as it needs them, and nothing later stands against it.
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { nameOn, type Registry, type UnitRecord } from '../rules.ts';

/** Its name on the day, for sentences. */
export const called = (registry: Registry, unit: UnitRecord, on: LocalDate) =>
  nameOn(registry, unit, on).fullName;

/** A refusal about one field. */
export const say = (code: string, field: string, vi: string, en: string): Refusal =>
  invalid(code, { vi, en }, { [field]: { vi, en } });

/** A unit that an act touches must exist on its day, and nothing may have been recorded of it for later. */
export function absence(registry: Registry, id: string, on: LocalDate, field: string): Refusal | null {
  const unit = registry.byId.get(id);
  if (!unit)
    return say(
      'unit-unknown',
      field,
      'Không có đơn vị này trong danh mục.',
      'The registry has no such unit.',
    );
  const name = called(registry, unit, on);
  if (unit.foundedOn !== null && on < unit.foundedOn)
    return say(
      'unit-not-yet',
      field,
      `${name} thành lập ngày ${formatDate(unit.foundedOn)}, nên ngày ${formatDate(on)} chưa có. Đề nghị xem lại ngày.`,
      `${name} was founded on ${formatDate(unit.foundedOn)} and did not exist on ${formatDate(on)}. Look at the date again.`,
    );
  if (unit.abolishedOn !== null && unit.abolishedOn <= on)
    return say(
      'unit-gone',
      field,
      `${name} không còn từ ngày ${formatDate(unit.abolishedOn)}. Đề nghị chọn đơn vị kế thừa.`,
      `${name} has not existed since ${formatDate(unit.abolishedOn)}. Choose its successor.`,
    );
  return null;
}

/** An end, a merger or a split needs that nothing of that day or later is on record of the unit. */
export function laterEvent(registry: Registry, id: string, on: LocalDate, field: string): Refusal | null {
  const events = [...(registry.eventsFrom.get(id) ?? []), ...(registry.eventsTo.get(id) ?? [])];
  const later = events.find((e) => e.onDate >= on);
  const unit = registry.byId.get(id);
  if (!later || !unit) return null;
  const name = called(registry, unit, on);
  return say(
    'unit-has-later-events',
    field,
    `${name} đã có sự kiện ngày ${formatDate(later.onDate)}, không trước ngày ${formatDate(on)}. Đề nghị ghi các việc theo thứ tự thời gian.`,
    `${name} already has an event on ${formatDate(later.onDate)}, not before ${formatDate(on)}. Record events in order of time.`,
  );
}

/** A parent or receiver that is already on record to end later would leave the others without one. */
export function endsLater(
  registry: Registry,
  id: string,
  until: LocalDate | null,
  field: string,
): Refusal | null {
  const unit = registry.byId.get(id);
  const end = unit?.abolishedOn;
  if (!unit || !end || (until !== null && until <= end)) return null;
  const name = called(registry, unit, end);
  return say(
    'unit-ends-later',
    field,
    `${name} đã được ghi là kết thúc ngày ${formatDate(end)}. Đề nghị ghi các việc theo thứ tự thời gian.`,
    `${name} is on record to end on ${formatDate(end)}. Record events in order of time.`,
  );
}

/** Units that came under a unit on the day of its end or later. */
export function laterChild(registry: Registry, id: string, on: LocalDate): Refusal | null {
  const row = registry.children.get(id)?.find((p) => p.validFrom !== null && p.validFrom >= on);
  const child = row && registry.byId.get(row.unitId);
  if (!child || !row.validFrom) return null;
  return say(
    'unit-has-later-events',
    'on',
    `${called(registry, child, row.validFrom)} về trực thuộc từ ngày ${formatDate(row.validFrom)}, không trước ngày ${formatDate(on)}. Đề nghị ghi các việc theo thứ tự thời gian.`,
    `${called(registry, child, row.validFrom)} came under it on ${formatDate(row.validFrom)}, not before ${formatDate(on)}. Record events in order of time.`,
  );
}

/** A code that the unit was given on the day of its end or later. */
export function laterCode(registry: Registry, id: string, on: LocalDate): Refusal | null {
  const row = registry.codes.get(id)?.find((c) => c.validFrom !== null && c.validFrom >= on);
  const unit = registry.byId.get(id);
  if (!row?.validFrom || !unit) return null;
  const name = called(registry, unit, on);
  const day = formatDate(row.validFrom);
  return say(
    'unit-has-later-events',
    'on',
    `${name} được cấp mã ${row.code} từ ngày ${day}, không trước ngày ${formatDate(on)}. Đề nghị ghi các việc theo thứ tự thời gian.`,
    `${name} was given code ${row.code} on ${day}, not before ${formatDate(on)}. Record events in order of time.`,
  );
}
