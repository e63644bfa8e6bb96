// Taking back an act, in words: what changes back, and why it is refused.
import { formatDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { eventNames, type Registry, type UnitEvent } from '../rules.ts';
import { listed } from './describing.ts';
import { called } from './existence.ts';
import type { Leaning, Undoing } from './withdrawing.ts';

const both = (vi: string, en: string): Words => ({ vi, en });
const mostNamed = 4;

/**
 * "sáp nhập Tỉnh A, Tỉnh B ngày 01/7/2025": an event for a sentence. `others` are the names of units that the registry
 * no longer holds.
 */
export function eventWords(
  registry: Registry,
  event: UnitEvent,
  others: ReadonlyMap<string, string> = new Map(),
): Words {
  const units = event.members.flatMap(({ unitId }) => {
    const unit = registry.byId.get(unitId);
    return (unit ? called(registry, unit, event.onDate) : others.get(unitId)) ?? [];
  });
  const names = [...new Set(units)].slice(0, mostNamed);
  const day = formatDate(event.onDate);
  const kind = eventNames[event.kind];
  const more = units.length > mostNamed ? '…' : '';
  return both(
    `${kind.vi} ${names.join(', ')}${more} ngày ${day}`,
    `${kind.en}: ${names.join(', ')}${more}, ${day}`,
  );
}

/** One line per thing that changes back. `registry` is the one that still holds the act. */
export function describeUndoing(registry: Registry, undoing: Undoing): Words[] {
  const { reopened } = undoing;
  const name = (id: string): string => {
    const unit = registry.byId.get(id);
    return unit ? called(registry, unit, unit.foundedOn ?? '1945-09-02') : id;
  };
  const gone = new Set(undoing.units.map((u) => u.id));
  const back = new Set(reopened.units.map((u) => u.id));
  const lines: Words[] = [];
  if (gone.size > 0) {
    const names = listed(undoing.units.map((u) => u.fullName));
    lines.push(both(`Không còn trong danh mục: ${names.vi}.`, `No longer in the registry: ${names.en}.`));
  }
  for (const { id, was } of reopened.units)
    lines.push(
      both(
        `${name(id)} lại tiếp tục sau ngày ${formatDate(was ?? '')}.`,
        `Goes on after ${formatDate(was ?? '')}: ${name(id)}.`,
      ),
    );
  for (const row of reopened.names.filter((n) => !back.has(n.unitId)))
    lines.push(
      both(
        `Lại mang tên ${row.fullName} từ ngày ${formatDate(row.was ?? '')}.`,
        `Its name from ${formatDate(row.was ?? '')} is again: ${row.fullName}.`,
      ),
    );
  const returned = reopened.parents.filter((p) => !back.has(p.unitId));
  for (const [parentId, rows] of Map.groupBy(returned, (p) => p.parentId)) {
    const names = listed(rows.map((p) => name(p.unitId)));
    lines.push(
      both(`Lại thuộc ${name(parentId)}: ${names.vi}.`, `Back under ${name(parentId)}: ${names.en}.`),
    );
  }
  for (const code of reopened.codes)
    lines.push(
      both(
        `Mã ${code.code} lại là của ${name(code.unitId)}.`,
        `Code ${code.code} is again that of ${name(code.unitId)}.`,
      ),
    );
  if (lines.length === 0)
    lines.push(
      both(
        'Danh sách đơn vị không đổi; chỉ bỏ quan hệ kế thừa đã ghi.',
        'No unit changes; only the recorded succession goes.',
      ),
    );
  return lines;
}

/** Why an act cannot be taken back, naming what leans on it; null when it can. */
export function withdrawalRefusal(
  registry: Registry,
  act: { isWithdrawn: boolean; leaning: readonly Leaning[]; mentions: readonly Words[] },
): Refusal | null {
  if (act.isWithdrawn)
    return invalid(
      'unit-act-withdrawn',
      both('Việc này đã được rút lại.', 'This has been withdrawn already.'),
    );
  if (act.leaning.length > 0) {
    const told = act.leaning.map((l) =>
      'event' in l
        ? eventWords(registry, l.event)
        : both(
            `mã ${l.code.code} nay của ${called(registry, registry.byId.get(l.code.unitId)!, l.code.validFrom ?? '')}`,
            `code ${l.code.code}, now of ${called(registry, registry.byId.get(l.code.unitId)!, l.code.validFrom ?? '')}`,
          ),
    );
    const [vi, en] = [listed(told.map((w) => w.vi)).vi, listed(told.map((w) => w.en)).en];
    return invalid(
      'unit-act-leaned-on',
      both(
        `Có việc khác dựa vào việc này: ${vi}. Đề nghị rút lại các việc đó trước.`,
        `Other acts lean on this one: ${en}. Withdraw them first.`,
      ),
    );
  }
  if (act.mentions.length === 0) return null;
  const [vi, en] = [act.mentions.map((w) => w.vi).join(', '), act.mentions.map((w) => w.en).join(', ')];
  return invalid(
    'unit-act-in-use',
    both(
      `Đơn vị thành lập bằng việc này đang được dùng: ${vi}. Đề nghị ghi một việc mới thay vì rút lại.`,
      `The unit that this founded is in use: ${en}. Record a new event instead of withdrawing.`,
    ),
  );
}
