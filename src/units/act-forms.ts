// What arrives when an officer records an event: typed names become units, or a refusal that says which name is unclear.
import { z } from 'zod';
import { addDays } from '#src/kernel/dates.ts';
import { isId } from '#src/kernel/ids.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid } from '#src/kernel/refusal.ts';
import { parseNumber } from '#src/kernel/vietnamese.ts';
import { matchName, type NameIndex } from './matching.ts';
import { shortNameOf } from './naming.ts';
import type { NewUnit, Piece, UnitAct } from './rules/acts.ts';
import { flowsOf } from './rules/boundaries.ts';
import { ancestorsOn, nameOn, type Registry, type UnitKind, type UnitRecord, unitKinds } from './rules.ts';

export const actKinds = ['establish', 'rename', 'move', 'merge', 'split', 'abolish', 'succeed'] as const;
export type ActKind = (typeof actKinds)[number];

/** How many new units one split may be typed with. */
export const mostPieces = 6;

const text = (max: number) =>
  z.string().trim().max(max, `Không quá ${max} ký tự | At most ${max} characters`).default('');
const piece = Object.fromEntries(
  Array.from({ length: mostPieces }, (_, i) => [
    [`piece${i}`, text(200)],
    [`code${i}`, text(40)],
    [`share${i}`, text(12)],
  ]).flat(),
) as Record<string, ReturnType<typeof text>>;

export const actForm = z.object({
  on: z.iso.date('Cần một ngày, thí dụ 01/7/2025 | A date is needed, e.g. 2025-07-01'),
  basis: text(500),
  fullName: text(200),
  name: text(200),
  unitKind: z.union([z.literal(''), z.enum(unitKinds)]).default(''),
  scheme: text(30),
  code: text(40),
  parent: text(200),
  territory: text(200),
  others: text(20_000),
  into: text(200),
  continues: z.enum(['', 'yes', 'no']).default(''),
  keptShare: text(12),
  shareBasis: text(200),
  ...piece,
});
export type ActForm = z.infer<typeof actForm> & Record<string, string>;

type Context = { index: NameIndex; unit: UnitRecord; newId: () => string; typed: Record<string, unknown> };

/** The unit that a typed name means on the day; refused, with what it may mean, when that is not one unit. */
export function unitNamed(index: NameIndex, name: string, on: string, field: string): UnitRecord {
  const { registry } = index;
  if (isId(name) && registry.byId.has(name)) return registry.byId.get(name)!;
  const match = matchName(index, name, { on });
  if (match.status === 'found' || match.status === 'abolished') return match.unit;
  const told = (units: readonly UnitRecord[]) =>
    units
      .slice(0, 5)
      .map((u) =>
        [u, ...ancestorsOn(registry, u.id, on).slice(0, 1)]
          .map((x) => nameOn(registry, x, on).fullName)
          .join(', '),
      )
      .join('; ');
  const words: Words =
    match.status === 'ambiguous'
      ? {
          vi: `“${name}” có thể là: ${told(match.units)}. Đề nghị ghi kèm cấp trên, thí dụ “huyện Châu Thành, tỉnh Long An”.`,
          en: `“${name}” may be: ${told(match.units)}. Add what it stands under.`,
        }
      : {
          vi: `Không có đơn vị nào tên “${name}”.${match.suggestions.length > 0 ? ` Gần giống: ${told(match.suggestions)}.` : ''}`,
          en: `No unit is called “${name}”.${match.suggestions.length > 0 ? ` Similar: ${told(match.suggestions)}.` : ''}`,
        };
  throw invalid(`unit-name-${match.status}`, words, { [field]: words });
}

/** Schemes that a code may be typed in; the first is that of the statistics office. */
export const codeSchemes = ['gso', 'tongket', 'edoc'] as const;

function newUnit(
  form: ActForm,
  { newId }: Context,
  more: { fullName: string; code: string; parentId: string | null; kind: UnitKind },
): NewUnit {
  const scheme =
    codeSchemes.find((s) => s === form.scheme) ?? (territorial.has(more.kind) ? 'gso' : 'tongket');
  return {
    id: newId(),
    kind: more.kind,
    name: shortNameOf(more.fullName),
    fullName: more.fullName.normalize('NFC'),
    parentId: more.parentId,
    code: more.code ? { scheme, code: more.code } : null,
    territoryId: null,
  };
}
const territorial: ReadonlySet<UnitKind> = new Set(['province', 'district', 'commune']);

/** "40", "40%", "12,5" → 0.4, 0.4, 0.125; empty is not declared. */
function shareOf(typed: string, field: string): number | null {
  if (!typed) return null;
  const value = parseNumber(typed);
  if (value !== null && value > 0 && value <= 100) return Math.round(value * 1e4) / 1e6;
  const words = { vi: 'Tỷ lệ là một số từ 0 đến 100.', en: 'A share is a number from 0 to 100.' };
  throw invalid('split-share-number', words, { [field]: words });
}

const lines = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The act that the form asks for about `unit`. Refused where a name or number cannot be read. */
export function actFrom(kind: ActKind, form: ActForm, context: Context): UnitAct {
  const { index, unit } = context;
  const { on, basis } = form;
  const common = { on, basis: basis.normalize('NFC') };
  const named = (name: string, field: string) => unitNamed(index, name, on, field).id;
  const parentNow = index.registry.parents
    .get(unit.id)
    ?.find((p) => (p.validFrom ?? '') <= on && (p.validTo === null || on < p.validTo));
  switch (kind) {
    case 'establish': {
      const made = newUnit(form, context, {
        fullName: form.fullName,
        code: form.code,
        parentId: unit.id,
        kind: form.unitKind || 'other-central',
      });
      const territoryId = form.territory ? named(form.territory, 'territory') : null;
      return { ...common, kind, unit: { ...made, territoryId, name: form.name || made.name } };
    }
    case 'rename':
      return {
        ...common,
        kind,
        unitId: unit.id,
        fullName: form.fullName,
        name: form.name || shortNameOf(form.fullName),
      };
    case 'move':
      return { ...common, kind, unitId: unit.id, parentId: form.parent ? named(form.parent, 'parent') : '' };
    case 'merge': {
      const from = [unit.id, ...lines(form.others).map((name) => named(name, 'others'))];
      if (form.into) return { ...common, kind, from, into: { id: named(form.into, 'into') } };
      const made = newUnit(form, context, {
        fullName: form.fullName,
        code: form.code,
        parentId: form.parent ? named(form.parent, 'parent') : (parentNow?.parentId ?? null),
        kind: unit.kind,
      });
      return { ...common, kind, from, into: { ...made, name: form.name || made.name } };
    }
    case 'split': {
      const pieces = piecesTyped(form).map(
        (i): Piece => ({
          unit: newUnit(form, context, {
            fullName: form[`piece${i}`]!,
            code: form[`code${i}`] ?? '',
            parentId: parentNow?.parentId ?? null,
            kind: unit.kind,
          }),
          share: shareOf(form[`share${i}`] ?? '', `share${i}`),
        }),
      );
      return {
        ...common,
        kind,
        unitId: unit.id,
        continues: form.continues !== 'no',
        keptShare: form.continues !== 'no' ? shareOf(form.keptShare, 'keptShare') : null,
        pieces,
        shareBasis: form.shareBasis || null,
        children: childrenTyped(context.typed, pieces),
      };
    }
    case 'abolish':
      return { ...common, kind, unitId: unit.id };
    case 'succeed':
      return {
        ...common,
        ...{ kind, unitId: unit.id, shareBasis: form.shareBasis || null },
        into: piecesTyped(form).map((i) => ({
          unitId: named(form[`piece${i}`]!, `piece${i}`),
          share: shareOf(form[`share${i}`] ?? '', `share${i}`),
        })),
      };
  }
}

/** The numbers of the pieces that have a name. */
const piecesTyped = (form: ActForm): number[] =>
  Array.from({ length: mostPieces }, (_, i) => i).filter((i) => form[`piece${i}`]);

/** What the form of successors starts with: the day the unit ended and those who are known to have taken a part. */
export function successionTyped(registry: Registry, unit: UnitRecord): Record<string, string> {
  const on = unit.abolishedOn ?? '';
  const takers = flowsOf(registry, unit.id, addDays(on, -1), on).slice(0, mostPieces);
  const called = (u: UnitRecord) =>
    [u, ...ancestorsOn(registry, u.id, on).slice(0, 1)]
      .map((x) => nameOn(registry, x, on).fullName)
      .join(', ');
  return { on, ...Object.fromEntries(takers.map(({ unit: taker }, i) => [`piece${i}`, called(taker)])) };
}

/** child-<id> = number of the piece that takes it. */
function childrenTyped(typed: Record<string, unknown>, pieces: readonly Piece[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      const piece = name.startsWith('child-') ? pieces[Number(value)] : undefined;
      return piece ? [[name.slice('child-'.length), piece.unit.id]] : [];
    }),
  );
}
