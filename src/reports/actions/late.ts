// What an editor sends that was opened before its report moved: found its place now, or kept beside the report.

import { readTypedCells, type TypedFields } from '#src/annexes/rules/typed.ts';
import type { CellSource } from '#src/annexes/rules.ts';
import type { TableDraft } from '#src/annexes/store.ts';
import { tableVersions } from '#src/annexes/store.ts';
import { record } from '#src/events/record.ts';
import { Refusal } from '#src/kernel/refusal.ts';
import type { Act, Db } from '#src/platform/database/connect.ts';
import { findSection, findTable } from '#src/templates/rules.ts';
import { templateVersion } from '#src/templates/store.ts';
import { type Landing, type Opened, placeNow } from '../rules/landings.ts';
import { isBlank, type KeptContent, merged } from '../rules/moving.ts';
import { carryTable, isBlankTable, type TableHeld } from '../rules/places.ts';
import type { SectionContent } from '../rules.ts';
import { canonicalJson } from '../seal.ts';
import { insertKeptPart, keptPartsOf, type MoveRow } from '../store/moves.ts';
import type { ReportSeen } from './seeing.ts';

/** `move`: how many moves of the report the editor had seen; none given means all. */
export type Late = { move?: number | undefined };

/** The moves that the editor has not seen, oldest first. */
export function movesMissed({ moves }: Pick<ReportSeen, 'moves'>, { move }: Late): MoveRow[] {
  return move === undefined ? [] : moves.slice(move);
}

/** Where what was opened stands now, with the version that its writer may replace; null when it is no longer asked. */
export function placeOf(
  seen: Pick<ReportSeen, 'moves'>,
  kind: Landing['kind'],
  opened: Opened & Late,
): Opened | null {
  const missed = movesMissed(seen, opened).map((m) => m.landings);
  return placeNow(missed, kind, { code: opened.code, version: opened.version });
}

/** Afterwards a text for a section that is no longer asked is kept beside the report, once. */
export async function keepLateSection(
  trx: Db,
  act: Act,
  seen: ReportSeen,
  { code, move, typed }: Late & { code: string; typed: SectionContent },
): Promise<void> {
  const asker = await templateVersion(trx, seen.moves[move ?? 0]!.fromVersionId);
  const section = asker && findSection(asker.outline, code);
  if (!section || isBlank(typed)) return;
  await keep(trx, act, seen, { kind: 'section', code, title: section.title, content: typed }, asker.id);
}

/** What is kept already, under whatever ids, is not kept again. */
async function keep(
  trx: Db,
  { actor, now }: Pick<Act, 'actor' | 'now'>,
  { report }: ReportSeen,
  part: KeptContent,
  templateVersionId: string,
): Promise<void> {
  const says = ({ kind, code, content }: KeptContent) =>
    JSON.stringify([kind, code, canonicalJson(content).replace(/"id":"[^"]*"/g, '')]);
  if ((await keptPartsOf(trx, report.id)).some((kept) => says(kept) === says(part))) return;
  const kept = { ...part, reportId: report.id, templateVersionId };
  const partId = await insertKeptPart(trx, kept, { at: now, by: actor.id });
  await record(trx, actor, now, {
    name: 'report.part-kept',
    subjectType: 'report',
    subjectId: report.id,
    campaignId: report.campaignId,
    data: { partId, kind: part.kind, code: part.code },
  });
}

export type LateTable = Late & { table: string; from: number; fields: TypedFields; source: CellSource };

/**
 * A grid opened before a move, read by the table it was made from and carried to where its cells are asked now, over
 * what stands there; cells that are no longer asked are kept. Null when the whole table is no longer asked.
 */
export async function carryLateTable(
  trx: Db,
  act: Act,
  seen: ReportSeen,
  { table, from, move, fields, source }: LateTable,
): Promise<TableHeld | null> {
  const missed = movesMissed(seen, { move });
  let asker = await templateVersion(trx, missed[0]!.fromVersionId);
  let asked = asker && findTable(asker.annex, table);
  if (!asker || !asked) return null;
  const before = (await tableVersions(trx, seen.report.id, table)).find((v) => v.version === from);
  let held: TableHeld | null = readTypedCells(fields, asked, before?.cells ?? {}, source);
  held = { cells: held.cells, unread: held.unread };
  for (const { landings, toVersionId } of missed) {
    const landing = landings.find((l) => l.kind === 'table' && l.from === asked!.code);
    const next = await templateVersion(trx, toVersionId);
    const place = landing?.to && next ? findTable(next.annex, landing.to) : null;
    const { there, kept } = carryTable(asked, place, held);
    const part = { kind: 'table' as const, code: asked.code, title: asked.title, content: kept };
    if (!isBlankTable(kept)) await keep(trx, act, seen, part, asker.id);
    if (!place || !next) return null;
    [held, asked, asker] = [there, place, next];
  }
  return held;
}

/** What was typed late over what stands in the table now. */
export function overTable(below: TableDraft, above: TableHeld): TableHeld {
  const without = <T>(
    grid: Record<string, Record<string, T>>,
    other: Record<string, Record<string, unknown>>,
  ) =>
    Object.fromEntries(
      Object.entries(grid).map(([row, columns]) => [
        row,
        Object.fromEntries(Object.entries(columns).filter(([c]) => !(c in (other[row] ?? {})))),
      ]),
    );
  const filled = <T>(grid: Record<string, Record<string, T>>) =>
    Object.fromEntries(Object.entries(grid).filter(([, columns]) => Object.keys(columns).length > 0));
  return {
    cells: filled(merged(without(below.cells, above.unread), above.cells)),
    unread: filled(merged(without(below.unread, above.cells), above.unread)),
  };
}

/** The words are safe beside the report; the page leads there. */
export function noLongerAsked(kind: Landing['kind'], code: string): Refusal {
  const name =
    kind === 'section'
      ? { vi: `mục ${code}`, en: `section ${code}` }
      : { vi: `biểu ${code}`, en: `table ${code}` };
  return new Refusal('conflict', lateCode, {
    vi: `Mẫu báo cáo đã điều chỉnh khi ông/bà đang soạn: ${name.vi} không còn được yêu cầu. Nội dung vừa gõ đã được giữ ở “Nội dung không còn yêu cầu”.`,
    en: `The template was amended while you were writing: ${name.en} is no longer asked. What you typed is kept under “No longer asked”.`,
  });
}

export const lateCode = 'part-no-longer-asked';
