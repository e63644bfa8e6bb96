// What an act changes, in sentences a person can check before it is recorded.
import { formatDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { existsOn, type Registry } from '../rules.ts';
import { type Changes, movesOf, nameBefore, type UnitAct } from './acts.ts';

const both = (vi: string, en: string): Words => ({ vi, en });
const percent = (share: number): string => `${formatNumber(share * 100)}%`;
const mostNamed = 8;

/** Names in a row; of a long list the first eight and how many more. */
export function listed(names: readonly string[]): Words {
  const shown = names.slice(0, mostNamed).join(', ');
  const more = names.length - mostNamed;
  return more > 0 ? both(`${shown} và ${more} đơn vị nữa`, `${shown} and ${more} more`) : both(shown, shown);
}

/** One line per change, in the order of the act: what ends, what begins, what moves, which codes pass on. */
export function describeChanges(registry: Registry, act: UnitAct, changes: Changes): Words[] {
  const day = formatDate(act.on);
  const founded = new Map(changes.units.map((u) => [u.id, u.fullName]));
  const called = (id: string): string => founded.get(id) ?? nameBefore(registry, id, act.on);
  const lines: Words[] = [];
  for (const id of changes.ended)
    lines.push(both(`${called(id)} kết thúc từ ngày ${day}.`, `${called(id)} ends on ${day}.`));
  for (const unit of changes.units) {
    const parent = changes.parents.find((p) => p.unitId === unit.id);
    const code = changes.codes.find((c) => c.unitId === unit.id);
    lines.push(
      both(
        `${unit.fullName} thành lập từ ngày ${day}${parent ? `, thuộc ${called(parent.parentId)}` : ''}${code ? `, mã ${code.code}` : ''}.`,
        `${unit.fullName} is founded on ${day}${parent ? `, under ${called(parent.parentId)}` : ''}${code ? `, code ${code.code}` : ''}.`,
      ),
    );
  }
  return [
    ...lines,
    ...ofKind(registry, act, called),
    ...carriedLines(registry, act, called),
    ...codeLines(registry, changes, called),
  ];
}

function ofKind(registry: Registry, act: UnitAct, called: (id: string) => string): Words[] {
  const day = formatDate(act.on);
  if (act.kind === 'rename')
    return [
      both(
        `${called(act.unitId)} mang tên ${act.fullName} từ ngày ${day}.`,
        `${called(act.unitId)} is called ${act.fullName} from ${day}.`,
      ),
    ];
  if (act.kind === 'move')
    return [
      both(
        `${called(act.unitId)} thuộc ${called(act.parentId)} từ ngày ${day}.`,
        `${called(act.unitId)} stands under ${called(act.parentId)} from ${day}.`,
      ),
    ];
  if (act.kind === 'merge') {
    const from = act.from.map(called).join(', ');
    return [
      both(
        `${from} vào ${called(act.into.id)}; số liệu cộng dồn được thì cộng vào đó.`,
        `${from} go into ${called(act.into.id)}; figures that add are added there.`,
      ),
      ...committeeLines(registry, act),
    ];
  }
  if (act.kind === 'succeed') {
    const into = act.into.map((r) => called(r.unitId)).join(', ');
    const told = both(`${called(act.unitId)} về ${into}.`, `Successors of ${called(act.unitId)}: ${into}.`);
    const list = act.into.map((r) => [r.unitId, r.share] as const);
    return [told, ...(list.length > 1 ? sharesLines(act.shareBasis, list, called) : [])];
  }
  if (act.kind !== 'split') return [];
  const shares = [
    ...(act.continues ? [[act.unitId, act.keptShare] as const] : []),
    ...act.pieces.map((p) => [p.unit.id, p.share] as const),
  ];
  return sharesLines(act.shareBasis, shares, called);
}

/** Which part of earlier figures goes where, or that they stay whole. */
function sharesLines(
  basis: string | null,
  shares: readonly (readonly [string, number | null])[],
  called: (id: string) => string,
): Words[] {
  if (shares.some(([, share]) => share === null))
    return [
      both(
        'Không khai tỷ lệ phân bổ: số liệu trước đó giữ nguyên ở đơn vị cũ, không chia.',
        'No shares are declared: earlier figures stay whole with the old unit.',
      ),
    ];
  const list = shares.map(([id, share]) => `${called(id)} ${percent(share ?? 0)}`).join(', ');
  return [
    both(
      `Số liệu trước đó chia theo tỷ lệ (${basis}): ${list}; đánh dấu là ước tính.`,
      `Earlier figures are shared out (${basis}): ${list}; marked as estimates.`,
    ),
  ];
}

/** A territory that ends leaves its Party committee: that is an act of its own. */
function committeeLines(registry: Registry, act: Extract<UnitAct, { kind: 'merge' }>): Words[] {
  const left = registry.records.units.filter(
    (u) => u.territoryId !== null && act.from.includes(u.territoryId) && existsOn(u, act.on),
  );
  if (left.length === 0) return [];
  const names = left.map((u) => u.fullName).join(', ');
  return [
    both(
      `${names} chưa thay đổi; đề nghị ghi việc của cấp ủy riêng.`,
      `${names} do not change by this; record that separately.`,
    ),
  ];
}

function carriedLines(registry: Registry, act: UnitAct, called: (id: string) => string): Words[] {
  const byParent = Map.groupBy(movesOf(registry, act), (m) => m.parentId);
  return [...byParent].map(([parentId, moves]) => {
    const names = listed(moves.map((m) => called(m.unitId)));
    return both(
      `${moves.length} đơn vị trực thuộc chuyển về ${called(parentId)}: ${names.vi}.`,
      `${moves.length} units under it move to ${called(parentId)}: ${names.en}.`,
    );
  });
}

function codeLines(registry: Registry, changes: Changes, called: (id: string) => string): Words[] {
  return changes.codes.flatMap((code) => {
    const before = registry.records.codes.find(
      (c) =>
        c.scheme === code.scheme &&
        c.code === code.code &&
        changes.ended.includes(c.unitId) &&
        c.validTo === null,
    );
    if (!before) return [];
    return [
      both(
        `Mã ${code.code}: trước ngày ${formatDate(changes.on)} là ${called(before.unitId)}, từ ngày đó là ${called(code.unitId)}.`,
        `Code ${code.code}: ${called(before.unitId)} before ${formatDate(changes.on)}, ${called(code.unitId)} from then on.`,
      ),
    ];
  });
}
