// Coverage: of the bodies whose accepted report answers a task, how many the final report cites on it, region by region. Pure.
import type { Words } from '#src/kernel/language.ts';
import type { Outline } from '#src/templates/rules.ts';
import { central, regions } from './regions.ts';

/** `title`: the sections that answer it, to explain the short code. */
export type CoverageTask = { code: string; title: string };
/** `share` is how dark the cell is; 0 means that nobody was cited though somebody could be. Null: nobody was asked. */
export type CoverageCell = { cited: number; reported: number; share: 0 | 1 | 2 | 3 | null };
export type CoverageRow = { name: Words; cells: CoverageCell[] };
export type Coverage = { tasks: CoverageTask[]; rows: CoverageRow[] };

/** A body with an accepted report. `provinceCode` is null for central bodies and for provinces that no region names. */
export type ReportedUnit = { unitId: string; templateCode: string; provinceCode: string | null };
export type CitedPlace = { unitId: string; sectionCode: string | null };

type CoverageInput = {
  outlines: ReadonlyMap<string, Outline>;
  reported: readonly ReportedUnit[];
  cited: readonly CitedPlace[];
};

/** Rows without any accepted report are kept, so that an empty region is seen. No tasks when no outline names any. */
export function coverageOf({ outlines, reported, cited }: CoverageInput): Coverage {
  const tasks = tasksOf([...outlines.values()]);
  const sectionsOf = (unit: ReportedUnit, task: string) =>
    (outlines.get(unit.templateCode)?.sections ?? []).flatMap((s) =>
      s.answers.includes(task) ? s.code : [],
    );
  const places = new Set(cited.map((c) => `${c.unitId} ${c.sectionCode}`));
  const cell = (units: readonly ReportedUnit[], task: string): CoverageCell => {
    const asked = units.filter((u) => sectionsOf(u, task).length > 0);
    const told = asked.filter((u) => sectionsOf(u, task).some((code) => places.has(`${u.unitId} ${code}`)));
    return { cited: told.length, reported: asked.length, share: shareOf(told.length, asked.length) };
  };
  const known = new Set(regions.flatMap((r) => r.provinces));
  const groups = [
    ...regions.map((r) => ({
      name: r.name,
      units: reported.filter((u) => u.provinceCode !== null && r.provinces.includes(u.provinceCode)),
    })),
    { name: central, units: reported.filter((u) => u.provinceCode === null || !known.has(u.provinceCode)) },
  ];
  return {
    tasks,
    rows: groups.map((g) => ({ name: g.name, cells: tasks.map((t) => cell(g.units, t.code)) })),
  };
}

/** The tasks that sections answer ("NV1" … "NV7"), in their own order; review contents ("ND2") are coarser and left out. */
function tasksOf(outlines: readonly Outline[]): CoverageTask[] {
  const titles = new Map<string, Set<string>>();
  for (const section of outlines.flatMap((o) => o.sections))
    for (const code of section.answers.filter((a) => /^NV\d+$/.test(a)))
      titles.set(code, (titles.get(code) ?? new Set()).add(section.title));
  return [...titles]
    .map(([code, all]) => ({ code, title: [...all].join('; ') }))
    .sort((a, b) => Number(a.code.slice(2)) - Number(b.code.slice(2)));
}

function shareOf(cited: number, reported: number): CoverageCell['share'] {
  if (reported === 0) return null;
  if (cited === 0) return 0;
  return cited * 3 <= reported ? 1 : cited * 3 <= reported * 2 ? 2 : 3;
}
