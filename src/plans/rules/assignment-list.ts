// A typed list "unit; own title" becomes assignments; each line that names no single unit says why. Pure.
import type { Words } from '#src/kernel/language.ts';
import { bodyMeant, type Scope } from './scope.ts';

export type AssignmentLine = { unitId: string; title: string };
export type LineProblem = { line: number; typed: string; words: Words };

/** Every non-empty line ends in exactly one of `lines` and `problems`. */
export function readAssignmentLines(
  list: string,
  scope: Scope,
): { lines: AssignmentLine[]; problems: LineProblem[] } {
  const lines: AssignmentLine[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  for (const [i, raw] of list.split('\n').entries()) {
    const typed = raw.trim();
    if (typed === '') continue;
    const [name = '', ...rest] = typed.split(/\s*[;|\t]\s*/);
    const title = rest.join('; ').trim();
    const problem = (vi: string, en: string) => problems.push({ line: i + 1, typed, words: { vi, en } });
    const match = bodyMeant(scope, name);
    if (match.status === 'found' && title === '')
      problem('thiếu tên báo cáo sau dấu chấm phẩy', 'the title after the semicolon is missing');
    else if (match.status === 'found' && seen.has(match.unit.id))
      problem('đơn vị đã có ở dòng trên', 'the unit already stands above');
    else if (match.status === 'found') {
      seen.add(match.unit.id);
      lines.push({ unitId: match.unit.id, title });
    } else if (match.status === 'ambiguous') {
      const names = match.units.map((u) => u.fullName).join(', ');
      problem(`tên chỉ nhiều đơn vị: ${names}`, `the name means several units: ${names}`);
    } else if (match.status === 'abolished')
      problem(
        `${match.unit.fullName} không còn ở ngày ban hành`,
        `${match.unit.fullName} no longer existed on the date of issue`,
      );
    else {
      const near = match.suggestions.map((u) => u.fullName).join(', ');
      problem(
        near ? `không có đơn vị này; có phải là ${near}` : 'không có đơn vị này',
        near ? `no such unit; perhaps ${near}` : 'no such unit',
      );
    }
  }
  return { lines, problems };
}
