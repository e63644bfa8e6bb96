// Typed lists become bodies: "unit" a line for a class, "unit; own title" a line for a template; a line that names no one says why. Pure.
import type { Words } from '#src/kernel/language.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { Match } from '#src/units/matching.ts';
import { bodyMeant, type Scope } from './scope.ts';

export type AssignmentLine = { unitId: string; title: string };
export type LineProblem = { line: number; typed: string; words: Words };

type TypedLine = { line: number; typed: string };

function linesOf(list: string): TypedLine[] {
  return list
    .split('\n')
    .map((raw, i) => ({ line: i + 1, typed: raw.trim() }))
    .filter(({ typed }) => typed !== '');
}

/** Every non-empty line ends in exactly one of `lines` and `problems`. */
export function readAssignmentLines(
  list: string,
  scope: Scope,
): { lines: AssignmentLine[]; problems: LineProblem[] } {
  const lines: AssignmentLine[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  for (const { line, typed } of linesOf(list)) {
    const [name = '', ...rest] = typed.split(/\s*[;|\t]\s*/);
    const title = rest.join('; ').trim();
    const match = bodyMeant(scope, name);
    if (match.status !== 'found') problems.push({ line, typed, words: notOne(match) });
    else if (title === '') problems.push({ line, typed, words: withoutTitle });
    else if (seen.has(match.unit.id)) problems.push({ line, typed, words: twice });
    else {
      seen.add(match.unit.id);
      lines.push({ unitId: match.unit.id, title });
    }
  }
  return { lines, problems };
}

/** One body a line. `unknown` are the names that nobody in the registry bears, each once; every other bad line is a problem. */
export function readNameLines(
  list: string,
  scope: Scope,
): { unitIds: string[]; unknown: (TypedLine & { words: Words })[]; problems: LineProblem[] } {
  const ids = new Set<string>();
  const unknown: LineProblem[] = [];
  const problems: LineProblem[] = [];
  for (const { line, typed } of linesOf(list)) {
    const match = bodyMeant(scope, typed);
    if (match.status === 'found') ids.add(match.unit.id);
    else if (match.status !== 'unknown') problems.push({ line, typed, words: notOne(match) });
    else if (!unknown.some((u) => isSameName(u.typed, typed)))
      unknown.push({ line, typed, words: notOne(match) });
  }
  return { unitIds: [...ids], unknown, problems };
}

const isSameName = (a: string, b: string) => foldVietnamese(a) === foldVietnamese(b);

const withoutTitle: Words = {
  vi: 'thiếu tên báo cáo sau dấu chấm phẩy',
  en: 'the title after the semicolon is missing',
};
const twice: Words = { vi: 'đơn vị đã có ở dòng trên', en: 'the unit already stands above' };

function notOne(match: Exclude<Match, { status: 'found' }>): Words {
  if (match.status === 'abolished')
    return {
      vi: `${match.unit.fullName} không còn ở ngày ban hành`,
      en: `${match.unit.fullName} no longer existed on the date of issue`,
    };
  const units = match.status === 'ambiguous' ? match.units : match.suggestions;
  const names = units.map((u) => u.fullName).join(', ');
  if (match.status === 'ambiguous')
    return { vi: `tên chỉ nhiều đơn vị: ${names}`, en: `the name means several units: ${names}` };
  return names
    ? { vi: `không có đơn vị này; có phải là ${names}`, en: `no such unit; perhaps ${names}` }
    : { vi: 'không có đơn vị này', en: 'no such unit' };
}
