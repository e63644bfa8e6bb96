// Takes one part of an uploaded file into the report, as a new version of the section or table.
import { saveTable, tableDraft } from '#src/annexes/store.ts';
import type { Document } from '#src/documents/model.ts';
import type { Act, Db } from '#src/platform/database/connect.ts';
import { findSection, findTable } from '#src/templates/rules.ts';
import type { Taking, UploadReading } from '../rules/reading.ts';
import { sectionOf, writeSection } from '../store/sections.ts';
import type { UploadRow } from '../store/uploads.ts';
import type { ReportSeen } from './seeing.ts';
import { hasSameWords } from './writing.ts';

export type Choice = {
  /** What to do with each section found; those not named are left out. */
  sections: ReadonlyMap<string, Taking>;
  /** The tables to take. Cells that the file fills replace what is there; others stay. */
  tables: readonly string[];
  /** The section that each left-over piece goes to, after what is there. */
  places: ReadonlyMap<string, string>;
};

export type TakingOver = { trx: Db; act: Act; seen: ReportSeen; upload: UploadRow };

export type SectionPlan = { replace: Document | null; append: Document };

/** For each section what comes in: text that replaces, text that follows. Pieces already placed are not placed twice. */
export function plansOf(reading: UploadReading, choice: Choice): Map<string, SectionPlan> {
  const plans = new Map<string, SectionPlan>();
  const planFor = (code: string): SectionPlan => {
    const plan = plans.get(code) ?? { replace: null, append: [] };
    plans.set(code, plan);
    return plan;
  };
  for (const { code, body } of reading.sections) {
    const taking = choice.sections.get(code) ?? 'skip';
    if (taking === 'replace') planFor(code).replace = body;
    if (taking === 'append') planFor(code).append.push(...body);
  }
  for (const piece of reading.leftovers) {
    const code = choice.places.get(piece.id);
    if (code && !piece.placedIn) planFor(code).append.push(...piece.body);
  }
  return plans;
}

/** Afterwards the section holds what the plan says, and its lists as they were. False when nothing changed. */
export async function takeText(
  { trx, act, seen, upload }: TakingOver,
  code: string,
  plan: SectionPlan,
): Promise<boolean> {
  if (!findSection(seen.template.outline, code)?.writable) return false;
  const reportId = seen.report.id;
  const current = await sectionOf(trx, reportId, code);
  const items = current?.items ?? [];
  const body = [...(plan.replace ?? current?.body ?? []), ...plan.append];
  if (hasSameWords({ body: current?.body ?? [], items }, { body, items })) return false;
  const saved = { savedAt: act.now, savedBy: act.actor.id, origin: `file:${upload.id}` };
  await writeSection(trx, { reportId, code, body, items, ...saved });
  return true;
}

/** Afterwards the cells that the file fills hold what it says, with file, sheet and address as their source. */
export async function takeTable({ trx, act, seen, upload }: TakingOver, code: string): Promise<boolean> {
  const found = upload.reading.tables.find((t) => t.code === code);
  if (!found || !findTable(seen.template.annex, code)) return false;
  const reportId = seen.report.id;
  const current = await tableDraft(trx, reportId, code);
  const outcome = await saveTable(trx, {
    ...{ reportId, table: code, from: current.version, origin: `file:${upload.id}` },
    cells: over(without(current.cells, found.unread), found.cells),
    unread: over(without(current.unread, found.cells), found.unread),
    ...{ savedAt: act.now, savedBy: act.actor.id },
  });
  return outcome.kind === 'saved';
}

type Grid<T> = Record<string, Record<string, T>>;

function over<T>(below: Grid<T>, above: Grid<T>): Grid<T> {
  const out: Grid<T> = { ...below };
  for (const [row, columns] of Object.entries(above)) out[row] = { ...out[row], ...columns };
  return out;
}

/** The cells of a grid but for those that another fills. */
function without<T>(grid: Grid<T>, other: Grid<unknown>): Grid<T> {
  const rows = Object.entries(grid).map(([row, columns]) => {
    const kept = Object.entries(columns).filter(([column]) => !(column in (other[row] ?? {})));
    return [row, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(rows.filter(([, columns]) => Object.keys(columns).length > 0));
}
