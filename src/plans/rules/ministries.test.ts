// After the Party civil-affairs committees ended (3/2/2025) a report can be given to a ministry itself; before, to its committee.
import { describe, expect, it } from 'vitest';
import { compiled, index } from '#tests/support/plan.ts';
import { readAssignmentLines } from './assignment-list.ts';
import { bodyNamed, scopeOf } from './scope.ts';

const scopeOn = (day: string) => {
  const issuedOn = { rel: 'on' as const, from: day, to: day, precision: 'day' as const, tentative: false };
  return scopeOf({ ...compiled.plan, issuedOn }, index, day);
};
const kindOf = (name: string, day: string) => bodyNamed(scopeOn(day), name)?.kind ?? null;

describe('a ministry in a plan of the Party', () => {
  it.each([
    ['Bộ Nội vụ', '2025-03-10', 'ministry'],
    ['Bộ Ngoại giao', '2025-03-10', 'ministry'],
    ['Ban cán sự đảng Bộ Nội vụ', '2025-03-10', null],
    ['Ban cán sự đảng Bộ Nội vụ', '2023-05-18', 'civil-affairs-committee'],
    ['Hội Nông dân Việt Nam', '2025-03-10', 'mass-organisation'],
    ['Lạng Sơn', '2025-03-10', 'provincial-party-committee'],
  ])('%s on %s is %s', (name, day, kind) => {
    expect(kindOf(name, day)).toBe(kind);
  });

  it('takes a report of its own from the officer’s list', () => {
    const list = 'Bộ Nội vụ; Cải cách hành chính\nBan cán sự đảng Bộ Ngoại giao; Ngoại giao nhân dân';
    const { lines, problems } = readAssignmentLines(list, scopeOn('2025-03-10'));
    expect(lines.map((l) => l.title)).toEqual(['Cải cách hành chính']);
    expect(problems.map((p) => p.words.vi)).toEqual([expect.stringContaining('không còn')]);
  });
});
