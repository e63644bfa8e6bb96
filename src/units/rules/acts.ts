// What may be done to the registry: founding, renaming, moving, merging, splitting, abolishing, naming successors; and what each act changes.
import { addDays, type LocalDate } from '#src/kernel/dates.ts';
import {
  childrenOn,
  nameOn,
  type Registry,
  type UnitCode,
  type UnitEvent,
  type UnitEventKind,
  type UnitEventMember,
  type UnitKind,
  type UnitName,
  type UnitParent,
  type UnitRecord,
} from '../rules.ts';

export type NewUnit = {
  id: string;
  kind: UnitKind;
  name: string;
  fullName: string;
  parentId: string | null;
  code: { scheme: string; code: string } | null;
  territoryId: string | null;
};

/** A receiver of a split: a unit founded by it, and the part of the giver's figures it takes (null: not declared). */
export type Piece = { unit: NewUnit; share: number | null };

/** A unit that took what an ended one left, and the part of its figures. */
export type Receiver = { unitId: string; share: number | null };

/** One act, with the day from which it holds and the paper it rests on. */
export type UnitAct = { on: LocalDate; basis: string } & (
  | { kind: 'establish'; unit: NewUnit }
  | { kind: 'rename'; unitId: string; name: string; fullName: string }
  | { kind: 'move'; unitId: string; parentId: string }
  | { kind: 'merge'; from: string[]; into: NewUnit | { id: string } }
  | {
      kind: 'split';
      unitId: string;
      /** The unit lives on and keeps `keptShare` of its figures; otherwise it ends. */
      continues: boolean;
      keptShare: number | null;
      pieces: Piece[];
      shareBasis: string | null;
      /** When it ends: which piece takes each unit under it. */
      children: Record<string, string>;
    }
  | { kind: 'abolish'; unitId: string }
  /** Of a unit that ended on the day: who took it, told afterwards. `share` null: not declared. */
  | { kind: 'succeed'; unitId: string; into: Receiver[]; shareBasis: string | null }
);

/**
 * What an act writes: rows that begin on its day, and what ends on it. `ended` units end themselves, with their open
 * name, parent and codes; `closed` rows give way to the new row of the same unit.
 */
export type Changes = {
  on: LocalDate;
  units: UnitRecord[];
  names: UnitName[];
  parents: UnitParent[];
  codes: UnitCode[];
  ended: string[];
  events: UnitEvent[];
};

export function isNew(into: NewUnit | { id: string }): into is NewUnit {
  return 'fullName' in into;
}

/** The units that an act founds. */
export function foundedBy(act: UnitAct): NewUnit[] {
  if (act.kind === 'establish') return [act.unit];
  if (act.kind === 'merge') return isNew(act.into) ? [act.into] : [];
  return act.kind === 'split' ? act.pieces.map((p) => p.unit) : [];
}

/** The units that end by an act. */
export function endedBy(act: UnitAct): string[] {
  if (act.kind === 'merge') return act.from;
  if (act.kind === 'split') return act.continues ? [] : [act.unitId];
  return act.kind === 'abolish' ? [act.unitId] : [];
}

/** Existing units that an act needs on its day, besides those it ends. */
export function neededBy(act: UnitAct): string[] {
  const parents = foundedBy(act).flatMap((u) => [u.parentId, u.territoryId].flatMap((id) => id ?? []));
  if (act.kind === 'rename') return [act.unitId];
  if (act.kind === 'move') return [act.unitId, act.parentId];
  if (act.kind === 'merge' && !isNew(act.into)) return [act.into.id];
  if (act.kind === 'split') return [act.unitId, ...parents];
  if (act.kind === 'succeed') return act.into.map((r) => r.unitId);
  return parents;
}

const giver = (unitId: string, partial = false, share: number | null = null): UnitEventMember => ({
  unitId,
  role: 'from',
  partial,
  share,
});
const receiver = (unitId: string, share: number | null = null): UnitEventMember => ({
  unitId,
  role: 'to',
  partial: false,
  share,
});

function membersOf(act: UnitAct): UnitEventMember[] {
  switch (act.kind) {
    case 'establish':
      return [receiver(act.unit.id)];
    case 'rename':
    case 'move':
      return [receiver(act.unitId)];
    case 'merge':
      return [...act.from.map((id) => giver(id)), receiver(act.into.id)];
    case 'split':
      return [
        giver(act.unitId, act.continues),
        ...(act.continues ? [receiver(act.unitId, act.keptShare)] : []),
        ...act.pieces.map((p) => receiver(p.unit.id, p.share)),
      ];
    case 'abolish':
      return [giver(act.unitId)];
    case 'succeed':
      return [giver(act.unitId), ...act.into.map((r) => receiver(r.unitId, r.share))];
  }
}

/** A successor told afterwards makes a merger of one receiver, a split of several. */
function eventKindOf(act: UnitAct): UnitEventKind {
  if (act.kind !== 'succeed') return act.kind;
  return act.into.length > 1 ? 'split' : 'merge';
}

function eventOf(id: string, kind: UnitEventKind, act: UnitAct, members: UnitEventMember[]): UnitEvent {
  return {
    id,
    kind,
    onDate: act.on,
    legalBasis: act.basis,
    shareBasis: act.kind === 'split' || act.kind === 'succeed' ? act.shareBasis : null,
    members,
  };
}

/** Who takes each unit under one that ends: where it moves to. Empty when nothing ends or nothing stands under it. */
export function movesOf(registry: Registry, act: UnitAct): { unitId: string; parentId: string }[] {
  if (act.kind === 'merge')
    return act.from.flatMap((id) =>
      childrenOn(registry, id, act.on)
        .filter((child) => !act.from.includes(child.id))
        .map((child) => ({ unitId: child.id, parentId: act.into.id })),
    );
  if (act.kind !== 'split' || act.continues) return [];
  const first = act.pieces[0]?.unit.id ?? '';
  return childrenOn(registry, act.unitId, act.on).map((child) => ({
    unitId: child.id,
    parentId: act.children[child.id] ?? first,
  }));
}

/** The span of a row added on a day: up to the unit's next row of the kind, or as far as the one it cuts. */
export function spanFrom(
  rows: readonly { validFrom: LocalDate | null; validTo: LocalDate | null }[],
  on: LocalDate,
) {
  const later = rows.flatMap((row) => (row.validFrom !== null && row.validFrom > on ? [row.validFrom] : []));
  const now = rows.find((row) => (row.validFrom ?? '') <= on && (row.validTo === null || on < row.validTo));
  return { validFrom: on, validTo: later.sort()[0] ?? now?.validTo ?? null };
}

/** Everything an allowed act changes. `newId` gives the ids of its events. */
export function changesOf(registry: Registry, act: UnitAct, newId: () => string): Changes {
  const { on } = act;
  const open = { validFrom: on, validTo: null };
  const founded = foundedBy(act);
  const moves = act.kind === 'move' ? [{ unitId: act.unitId, parentId: act.parentId }] : [];
  const carried = movesOf(registry, act);
  const changes: Changes = {
    on,
    units: founded.map((u) => ({
      id: u.id,
      kind: u.kind,
      name: u.name,
      fullName: u.fullName,
      foundedOn: on,
      abolishedOn: null,
      territoryId: u.territoryId,
    })),
    names: founded.map((u) => ({ unitId: u.id, name: u.name, fullName: u.fullName, ...open })),
    parents: founded.flatMap((u) => (u.parentId ? [{ unitId: u.id, parentId: u.parentId, ...open }] : [])),
    codes: founded.flatMap((u) => (u.code ? [{ unitId: u.id, ...u.code, ...open }] : [])),
    ended: endedBy(act),
    events: [eventOf(newId(), eventKindOf(act), act, membersOf(act))],
  };
  if (act.kind === 'rename')
    changes.names.push({
      unitId: act.unitId,
      name: act.name,
      fullName: act.fullName,
      ...spanFrom(registry.names.get(act.unitId) ?? [], on),
    });
  for (const { unitId, parentId } of [...moves, ...carried])
    changes.parents.push({ unitId, parentId, ...spanFrom(registry.parents.get(unitId) ?? [], on) });
  if (carried.length > 0)
    changes.events.push(
      eventOf(
        newId(),
        'move',
        act,
        carried.map((m) => receiver(m.unitId)),
      ),
    );
  return changes;
}

/** Names of units on the eve of an act, for its sentences. */
export function nameBefore(registry: Registry, unitId: string, on: LocalDate): string {
  const unit = registry.byId.get(unitId);
  return unit ? nameOn(registry, unit, addDays(on, -1)).fullName : unitId;
}
