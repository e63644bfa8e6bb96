// When an act on the registry is refused, in words: units that are gone, days out of order, codes taken, circles.
import { type Actor, holds } from '#src/kernel/actor.ts';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid, Refusal } from '#src/kernel/refusal.ts';
import { codeKey, existsOn, type Registry, validOn } from '../rules.ts';
import {
  endedBy,
  foundedBy,
  isNew,
  movesOf,
  type NewUnit,
  neededBy,
  spanFrom,
  type UnitAct,
} from './acts.ts';
import { absence, called, endsLater, laterChild, laterCode, laterEvent, say } from './existence.ts';
import { sharesRefusal, splitRefusal } from './shares.ts';
import { successionRefusal } from './succession.ts';

/** Only officers of the centre and administrators change the registry. */
export function registryRefusal(actor: Actor | null): Refusal | null {
  if (holds(actor, 'central-officer', 'administrator')) return null;
  return new Refusal('forbidden', 'registry-officer-needed', {
    vi: 'Việc này do cán bộ Ban hoặc quản trị viên thực hiện. Ông/bà vẫn xem và tải về được.',
    en: 'Officers of the centre and administrators do this. You may read and download.',
  });
}

function nameRefusal(name: string, fullName: string): Refusal | null {
  if (name.trim() && fullName.trim()) return null;
  const field = fullName.trim() ? 'name' : 'fullName';
  return say('unit-name-missing', field, 'Cần tên của đơn vị.', 'The unit needs a name.');
}

function foundingRefusal(registry: Registry, unit: NewUnit, act: UnitAct): Refusal | null {
  const nameless = nameRefusal(unit.name, unit.fullName);
  if (nameless) return nameless;
  if (unit.parentId === null && unit.kind !== 'nation')
    return say('unit-parent-missing', 'parent', 'Cần đơn vị cấp trên.', 'A unit needs a parent.');
  if (unit.parentId !== null && standsUnderEnded(registry, unit.parentId, act))
    return say(
      'unit-parent-ends',
      'parent',
      'Cấp trên kết thúc ngay bằng việc này, hoặc thuộc đơn vị kết thúc. Đề nghị chọn cấp trên khác.',
      'The parent ends by this very act, or stands under a unit that does. Choose another parent.',
    );
  const orphaned = unit.parentId === null ? null : endsLater(registry, unit.parentId, null, 'parent');
  if (orphaned) return orphaned;
  const twin = registry.records.units.find(
    (u) =>
      u.kind === unit.kind &&
      !endedBy(act).includes(u.id) &&
      existsOn(u, act.on) &&
      called(registry, u, act.on) === unit.fullName &&
      registry.parents.get(u.id)?.some((p) => p.parentId === unit.parentId && validOn(p, act.on)),
  );
  if (twin)
    return say(
      'unit-name-taken',
      'fullName',
      `Ngày ${formatDate(act.on)} cấp trên này đã có ${unit.fullName}.`,
      `On ${formatDate(act.on)} this parent already has ${unit.fullName}.`,
    );
  return unit.code ? codeRefusal(registry, unit.code, act) : null;
}

/** A code belongs to one unit on any day: from the act's day on no other unit may bear it, unless it ends that day. */
function codeRefusal(
  registry: Registry,
  { scheme, code }: { scheme: string; code: string },
  act: UnitAct,
): Refusal | null {
  if (!/^[\p{L}\d][\p{L}\d.\-/]{0,39}$/u.test(code))
    return say(
      'unit-code-shape',
      'code',
      'Mã chỉ gồm chữ, số, dấu chấm, gạch nối và gạch chéo, không quá 40 ký tự.',
      'A code has letters, digits, dots, dashes and slashes only, at most 40.',
    );
  const rows = registry.byCode.get(codeKey(scheme, code)) ?? [];
  const taken = rows.find(
    (c) => (c.validTo === null || act.on < c.validTo) && !endedBy(act).includes(c.unitId),
  );
  const unit = taken && registry.byId.get(taken.unitId);
  if (!unit) return null;
  const since = taken.validFrom ? formatDate(taken.validFrom) : null;
  return say(
    'unit-code-taken',
    'code',
    `Mã ${code} (${scheme}) đang là của ${called(registry, unit, act.on)}${since ? ` từ ngày ${since}` : ''}. Mỗi mã tại một ngày chỉ chỉ một đơn vị.`,
    `Code ${code} (${scheme}) belongs to ${called(registry, unit, act.on)}${since ? ` since ${since}` : ''}. A code means one unit on any day.`,
  );
}

function sameDay(registry: Registry, act: UnitAct): Refusal | null {
  const rows =
    act.kind === 'rename'
      ? registry.names.get(act.unitId)
      : act.kind === 'move'
        ? registry.parents.get(act.unitId)
        : [];
  if (!rows?.some((row) => row.validFrom === act.on)) return null;
  return say(
    'unit-same-day',
    'on',
    `Ngày ${formatDate(act.on)} đơn vị đã có một thay đổi cùng loại. Đề nghị xem lại ngày.`,
    `The unit already has a change of this kind on ${formatDate(act.on)}. Look at the date again.`,
  );
}

function mergeRefusal(act: Extract<UnitAct, { kind: 'merge' }>): Refusal | null {
  if (act.from.length === 0)
    return say(
      'merge-of-none',
      'from',
      'Cần ít nhất một đơn vị được sáp nhập.',
      'At least one unit has to be merged.',
    );
  if (new Set(act.from).size < act.from.length)
    return say(
      'merge-twice',
      'from',
      'Có đơn vị được nêu hai lần trong danh sách sáp nhập.',
      'A unit is named twice among those merged.',
    );
  if (act.from.includes(act.into.id))
    return say(
      'merge-into-itself',
      'into',
      'Một đơn vị không thể sáp nhập vào chính nó.',
      'A unit cannot be merged into itself.',
    );
  return null;
}

/** What stands under a merged unit goes to the receiver: it cannot be one of them. */
function receiverRefusal(registry: Registry, act: Extract<UnitAct, { kind: 'merge' }>): Refusal | null {
  if (isNew(act.into) || !standsUnderEnded(registry, act.into.id, act)) return null;
  return say(
    'merge-into-own',
    'into',
    'Đơn vị nhận đang thuộc đơn vị được sáp nhập. Đề nghị chuyển đơn vị nhận sang cấp trên khác trước.',
    'The receiver stands under a unit that is merged. Move it to another parent first.',
  );
}

/** A unit and everything above it on the day or any later one. */
function everAbove(registry: Registry, id: string, on: LocalDate, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const row of registry.parents.get(id) ?? [])
    if (row.validTo === null || on < row.validTo) everAbove(registry, row.parentId, on, seen);
  return seen;
}

/** On the act's day or later it is, or stands under, a unit that the act ends. */
function standsUnderEnded(registry: Registry, id: string, act: UnitAct): boolean {
  const above = everAbove(registry, id, act.on);
  return endedBy(act).some((ended) => above.has(ended));
}

function moveRefusal(registry: Registry, act: Extract<UnitAct, { kind: 'move' }>): Refusal | null {
  if (everAbove(registry, act.parentId, act.on).has(act.unitId))
    return say(
      'move-in-circle',
      'parent',
      'Đơn vị không thể thuộc chính nó hoặc thuộc đơn vị trực thuộc của nó.',
      'A unit cannot stand under itself or under one of its own.',
    );
  if (registry.parents.get(act.unitId)?.some((p) => p.parentId === act.parentId && validOn(p, act.on)))
    return say(
      'move-nowhere',
      'parent',
      'Ngày này đơn vị đã thuộc cấp trên đó.',
      'The unit already stands there on that day.',
    );
  const { validTo } = spanFrom(registry.parents.get(act.unitId) ?? [], act.on);
  return endsLater(registry, act.parentId, validTo, 'parent');
}

function abolishRefusal(registry: Registry, act: UnitAct): Refusal | null {
  if (act.kind !== 'abolish') return null;
  const under = (registry.children.get(act.unitId) ?? []).filter(
    (p) => validOn(p, act.on) && existsOn(registry.byId.get(p.unitId)!, act.on),
  );
  if (under.length === 0) return null;
  return say(
    'abolish-with-children',
    'on',
    `Còn ${under.length} đơn vị trực thuộc ngày này. Đề nghị chuyển hoặc kết thúc các đơn vị đó trước.`,
    `${under.length} units still stand under it that day. Move or end them first.`,
  );
}

function children(registry: Registry, act: UnitAct): Refusal | null {
  for (const move of movesOf(registry, act)) {
    const receivers = foundedBy(act).map((u) => u.id);
    if (act.kind === 'split' && !receivers.includes(move.parentId))
      return say(
        'split-child',
        'children',
        'Có đơn vị trực thuộc chưa rõ về đâu.',
        'A unit under it has no place to go.',
      );
    if (registry.parents.get(move.unitId)?.some((p) => p.validFrom !== null && p.validFrom >= act.on)) {
      const refusal = laterEvent(registry, move.unitId, act.on, 'on');
      if (refusal) return refusal;
    }
  }
  return null;
}

const dayOf: Words = {
  vi: 'Cần một ngày từ 02/9/1945 đến 2199.',
  en: 'A day from 2 September 1945 to 2199.',
};

/** Why the act may not be done, or null. The page explains with it and the action insists on it. */
export function actRefusal(registry: Registry, act: UnitAct): Refusal | null {
  if (act.on < '1945-09-02' || act.on >= '2200-01-01') return invalid('unit-day', dayOf, { on: dayOf });
  if (!act.basis.trim())
    return say(
      'unit-basis-missing',
      'basis',
      'Cần căn cứ: số, ngày và cơ quan ban hành.',
      'The legal basis is needed: number, date and issuer.',
    );
  for (const id of neededBy(act)) {
    const refusal = absence(
      registry,
      id,
      act.on,
      act.kind === 'merge' || act.kind === 'succeed' ? 'into' : act.kind === 'move' ? 'parent' : 'on',
    );
    if (refusal) return refusal;
  }
  const ending = act.kind === 'split' ? [act.unitId] : endedBy(act);
  const field = act.kind === 'merge' ? 'from' : 'on';
  if (act.kind === 'merge') {
    const refusal =
      mergeRefusal(act) ?? receiverRefusal(registry, act) ?? endsLater(registry, act.into.id, null, 'into');
    if (refusal) return refusal;
  }
  for (const id of ending) {
    const refusal =
      absence(registry, id, act.on, field) ??
      laterEvent(registry, id, act.on, field) ??
      (endedBy(act).includes(id)
        ? (laterChild(registry, id, act.on) ?? laterCode(registry, id, act.on))
        : null);
    if (refusal) return refusal;
  }
  for (const unit of foundedBy(act)) {
    const refusal = foundingRefusal(registry, unit, act);
    if (refusal) return refusal;
  }
  if (act.kind === 'rename') return nameRefusal(act.name, act.fullName) ?? sameDay(registry, act);
  if (act.kind === 'move') return moveRefusal(registry, act) ?? sameDay(registry, act);
  if (act.kind === 'split') return splitRefusal(act) ?? children(registry, act);
  if (act.kind === 'succeed')
    return (
      successionRefusal(registry, act) ??
      sharesRefusal(
        act.into.map((r) => r.share),
        act.shareBasis,
      )
    );
  return abolishRefusal(registry, act) ?? children(registry, act);
}
