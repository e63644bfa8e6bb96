// "Tỉnh ủy, UBND tỉnh Hà Giang", "Nghệ An và Hà Tĩnh": two bodies in one cell.
import type { UnitKind } from '../rules.ts';
import { isHigh, type Names, rankOf } from './entries.ts';
import { isOnlyPrefix } from './prefixes.ts';
import { type Part, partOf } from './readings.ts';
import { type Said, type Settled, settle } from './settling.ts';
import { literal } from './ways.ts';

const separator = /[,;/+&\n]+|\s[-–—]+\s|[–—]|\s(?:và|va)\s/iu;
const mostBodies = 6;

/** The words after the longest beginning that is only a prefix. */
function nameIn(words: readonly string[]): string[] {
  for (let i = words.length - 1; i > 0; i--) if (isOnlyPrefix(words.slice(0, i))) return words.slice(i);
  return [...words];
}

/**
 * The bodies that a cell names side by side, each read on its own; a lone "Tỉnh ủy" shares the name of the last. One body
 * said twice ("HĐND, UBND tỉnh Hà Giang") is found, several of one level are ambiguous. Null: not such a cell.
 */
export function matchBodies(
  names: Names,
  text: string,
  said: Said,
  asked?: readonly UnitKind[],
): Settled | null {
  const parts = text
    .split(separator)
    .map((part) => partOf(part))
    .filter((part) => part.words.length > 0);
  const last = parts.at(-1);
  if (!last || parts.length < 2 || parts.length > mostBodies) return null;
  const name = nameIn(last.words);
  const whole = (part: Part): Part =>
    isOnlyPrefix(part.words) ? partOf('', [...part.words, ...name]) : part;
  const answers = parts.map((part) => settle(names.registry, literal(names, whole(part), asked), said));
  if (answers.some((a) => a?.status !== 'found')) return null;
  const units = [...new Set(answers.flatMap((a) => (a?.status === 'found' ? [a.unit] : [])))];
  const [first] = units;
  if (!first) return null;
  if (units.length === 1) return { status: 'found', unit: first };
  const levels = new Set(units.map((unit) => (isHigh({ unit }) ? 0 : rankOf(unit))));
  return levels.size === 1 ? { status: 'ambiguous', units } : null;
}
