// Who answers a class of the plan: the rule that its words propose, or the one that an officer set instead. Pure.
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { ReportTarget } from '#src/plans/compiler/model.ts';
import { emptyRule, type GroupRule, membersOn } from '#src/units/rules/groups.ts';
import type { UnitKind, UnitRecord } from '#src/units/rules.ts';
import { classOf } from './classes.ts';
import { bodyNamed, type Scope } from './scope.ts';

export type Reporters = {
  rule: GroupRule;
  members: UnitRecord[];
  /** Names in the class's words that are no one body of the registry. */
  unmatched: string[];
};

/** Its words name nobody ("đơn vị được phân công"), and no officer has said who: a list beside the plan does. */
export function isByList(target: ReportTarget): boolean {
  return !target.reporters && classOf(target.who).byList;
}

/** The bodies of a class on the plan's day. An officer's rule stands; else what the words say. */
export function reportersOf(target: ReportTarget, scope: Scope): Reporters {
  const { rule, unmatched } = target.reporters
    ? { rule: target.reporters, unmatched: [] }
    : proposedRule(target, scope);
  return { rule, members: membersOn(scope.index.registry, rule, new Map(), scope.on), unmatched };
}

function proposedRule(target: ReportTarget, scope: Scope): { rule: GroupRule; unmatched: string[] } {
  const kinds = kindsMeant(target.who, scope);
  const under = scope.area && kinds.some(isLocalKind) ? scope.area.id : null;
  const except = { groups: [], units: namedIn(target.except ?? '', scope).ids };
  if (kinds.length > 0) return { rule: { ...emptyRule, kinds, under, except }, unmatched: [] };
  if (isByList(target)) return { rule: emptyRule, unmatched: [] };
  const named = namedIn(target.who, scope);
  return { rule: { ...emptyRule, include: named.ids, except }, unmatched: named.unmatched };
}

const isLocalKind = (kind: UnitKind) => kind === 'district' || kind === 'commune';

/** "các xã, phường", "UBND cấp huyện": a class of the issuer's own area, not one named place ("các xã Hòa Xuân, …"). */
const localWays: [RegExp, UnitKind][] = [
  [
    /\bcac\b[^;]*\b(huyen|quan|thixa)\b|\b(huyen|thi|quan) uy\b|\b(ubnd|uy ban nhan dan|cap uy)\b.*\bcap huyen\b/,
    'district',
  ],
  [
    /\bcac\b[^;]*\b(xa|phuong|thi tran)\b|\bdang uy (xa|phuong)\b|\b(ubnd|uy ban nhan dan|cap uy)\b.*\bcap xa\b/,
    'commune',
  ],
];
const namesPlace = /(?:huyện|quận|thị xã|xã|phường|thị trấn|thành phố)\s+\p{Lu}/u;

/** A plan of the centre means the nation's bodies, a local one its own districts and communes. */
function kindsMeant(who: string, scope: Scope): UnitKind[] {
  const national = classOf(who).kinds;
  if (!scope.area && national.length > 0) return national;
  if (namesPlace.test(who)) return [];
  const folded = foldVietnamese(who).replace(/\s+/g, ' ').replaceAll('thi xa', 'thixa');
  return localWays.flatMap(([way, kind]) => (way.test(folded) ? [kind] : []));
}

const leading =
  /^(?:\d+\s+)?(?:các\s+)?(?:đơn vị|cơ quan|tỉnh|thành phố|huyện|quận|thị xã|xã|phường)?\s*:?\s+(?=\p{Lu})/u;
const trailing = /^(\S+\s+)?((?:\p{Lu}\S*\s*)+).*$/u;

/** The bodies that words name one by one, and the names that are nobody's. */
export function namedIn(words: string, scope: Scope): { ids: string[]; unmatched: string[] } {
  const names = words
    .split(/[,;\n]|\s+và\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const ids = new Set<string>();
  const unmatched: string[] = [];
  for (const name of names) {
    const place = name.replace(leading, '');
    const ways = [name, place, place.replace(trailing, '$1$2').trim()];
    const unit = ways.map((way) => bodyNamed(scope, way)).find((found) => found !== null);
    if (unit) ids.add(unit.id);
    else unmatched.push(name);
  }
  return { ids: [...ids], unmatched };
}
