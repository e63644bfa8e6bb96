// A working report moves to another version of its template, inside the amendment that asks for it; nothing typed is lost.
import { isSameTable } from '#src/annexes/rules.ts';
import { saveTable, type TableDraft, tableDrafts } from '#src/annexes/store.ts';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { record } from '#src/events/record.ts';
import type { Words } from '#src/kernel/language.ts';
import { insist } from '#src/kernel/refusal.ts';
import type { Act, Db } from '#src/platform/database/connect.ts';
import { findSection, findTable, type TemplateVersion, writableSections } from '#src/templates/rules.ts';
import { templateVersionsById } from '#src/templates/store.ts';
import type { Landing } from '../rules/landings.ts';
import { type Held, type Move, planMove } from '../rules/moving.ts';
import { readingMoved } from '../rules/reading-moved.ts';
import { sectionChanges, tableChanges } from '../rules/requirements.ts';
import { mayMove, refusalToMove } from '../rules.ts';
import {
  endReviews,
  insertKeptPart,
  insertMove,
  insertReview,
  keptPartsOf,
  markRestored,
  openReviews,
} from '../store/moves.ts';
import { lockReport, lockReports, reportOfObligation } from '../store/reports.ts';
import { type SectionRow, sectionsOf, writeSection } from '../store/sections.ts';
import { latestSubmissions } from '../store/submissions.ts';
import { renameReading, uploadsOf } from '../store/uploads.ts';
import { type ReportSeen, surroundings } from './seeing.ts';

/** A begun report before a move: whether it goes along, and how many parts that hold something would be kept beside. */
export type Prospect = { moves: boolean; kept: number };

/** What a report is asked: its obligation's artefacts, and the version that it would move to. */
export type Target = Pick<ObligationRow, 'campaignId' | 'stages'> & { version: TemplateVersion };

/** By obligation, of those whose report has been begun. Changes nothing; inside a transaction the reports stay locked. */
export async function prospectsOf(
  trx: Db,
  targets: ReadonlyMap<string, Target>,
): Promise<Map<string, Prospect>> {
  const prospects = new Map<string, Prospect>();
  const [any] = targets.values();
  if (!any) return prospects;
  const reports = await lockReports(trx, [...targets.keys()]);
  const latest = new Map((await latestSubmissions(trx, any.campaignId)).map((s) => [s.reportId, s]));
  const versions = await templateVersionsById(
    trx,
    reports.map((r) => r.templateVersionId),
  );
  for (const report of reports) {
    const { stages, version } = targets.get(report.obligationId)!;
    const standing = { stages: stages.map((s) => s.stage), latest: latest.get(report.id) ?? null };
    const moves = mayMove(standing);
    const held = moves ? await heldBy(trx, report.id) : null;
    const now = versions.find((v) => v.id === report.templateVersionId)!;
    const kept = held ? planMove(now, version, held).kept.length : 0;
    prospects.set(report.obligationId, { moves, kept });
  }
  return prospects;
}

async function lockedReport(trx: Db, obligationId: string): Promise<ReportSeen | null> {
  const report = await reportOfObligation(trx, obligationId);
  const locked = report && (await lockReport(trx, report.id));
  return locked && surroundings(trx, locked);
}

type Holding = Held & { sections: Record<string, SectionRow>; tables: Record<string, TableDraft> };

/** All that the report holds. What was copied into a section stays kept, lest it stand there twice. */
async function heldBy(db: Db, reportId: string): Promise<Holding> {
  const kept = (await keptPartsOf(db, reportId)).filter((part) => part.copies.length === 0);
  const versions = await templateVersionsById(
    db,
    kept.map((part) => part.templateVersionId),
  );
  const annexOf = new Map(versions.map((v) => [v.id, v.annex]));
  return {
    sections: await sectionsOf(db, reportId),
    tables: await tableDrafts(db, reportId),
    kept: kept.map((part) => ({
      ...part,
      asked: findTable(annexOf.get(part.templateVersionId)!, part.code),
    })),
  };
}

type Moving = { act: Act; seen: ReportSeen; to: TemplateVersion; held: Holding; move: Move; number: number };

/**
 * Afterwards the obligation's report, when one has been begun, asks what `to` asks: its texts and figures stand where
 * they are asked now, the rest is kept beside, every earlier version stays. `act.db` is the amendment's transaction.
 */
export async function moveReport(act: Act, obligationId: string, to: TemplateVersion): Promise<void> {
  const seen = await lockedReport(act.db, obligationId);
  if (!seen || seen.template.id === to.id) return;
  insist(refusalToMove(seen.standing, act.actor));
  const held = await heldBy(act.db, seen.report.id);
  const move = planMove(seen.template, to, held);
  const moving = { act, seen, to, held, move, number: seen.moves.length + 1 };
  const sections = await writeSections(moving);
  const tables = await writeTables(moving);
  const stamp = { at: act.now, by: act.actor.id };
  const reportId = seen.report.id;
  for (const part of move.kept)
    await insertKeptPart(act.db, { ...part, reportId, templateVersionId: seen.template.id }, stamp);
  await markRestored(act.db, move.restored, act.now);
  await askAgain(moving);
  for (const { id, reading } of await uploadsOf(act.db, reportId))
    await renameReading(act.db, id, readingMoved(reading, seen.template, to));
  const landings = landingsOf(moving, sections, tables);
  await insertMove(
    act.db,
    reportId,
    { number: moving.number, fromVersionId: seen.template.id, toVersionId: to.id, landings },
    stamp,
  );
  await record(act.db, act.actor, act.now, {
    name: 'report.moved',
    subjectType: 'report',
    subjectId: reportId,
    campaignId: seen.report.campaignId,
    data: {
      from: seen.template.version,
      to: to.version,
      kept: move.kept.map((part) => part.code),
      restored: move.restored.length,
    },
  });
}

/** The new versions by code. A text keeps the name and the hour of whoever wrote it; a place it left is empty. */
async function writeSections({ act, seen, held, move, number }: Moving): Promise<Map<string, number>> {
  const written = new Map<string, number>();
  const cameFrom = new Map([...move.places.sections].map(([old, place]) => [place.code, old]));
  for (const code of new Set([...Object.keys(held.sections), ...Object.keys(move.sections)])) {
    const is = move.sections[code] ?? { body: [], items: [] };
    const was = held.sections[code];
    if (is === was || (is.body.length + is.items.length === 0 && isEmpty(was))) continue;
    const source = held.sections[cameFrom.get(code) ?? code] ?? was;
    const version = await writeSection(act.db, {
      ...{ reportId: seen.report.id, code, body: is.body, items: is.items, origin: `moved:${number}` },
      ...{ savedAt: source?.savedAt ?? act.now, savedBy: source?.savedBy ?? act.actor.id },
    });
    written.set(code, version);
  }
  return written;
}

const isEmpty = (row: SectionRow | undefined) => !row || row.body.length + row.items.length === 0;

async function writeTables({ act, seen, held, move, number }: Moving): Promise<Map<string, number>> {
  const written = new Map<string, number>();
  const cameFrom = new Map([...move.places.tables].map(([old, place]) => [place.code, old]));
  for (const table of new Set([...Object.keys(held.tables), ...Object.keys(move.tables)])) {
    const is = move.tables[table] ?? { cells: {}, unread: {} };
    const was = held.tables[table];
    if (isSameTable(is, was ?? { cells: {}, unread: {} })) continue;
    const source = held.tables[cameFrom.get(table) ?? table] ?? was;
    const saved = await saveTable(act.db, {
      ...{ reportId: seen.report.id, table, from: was?.version ?? 0, cells: is.cells, unread: is.unread },
      ...{ origin: `moved:${number}`, savedAt: source?.savedAt ?? act.now },
      savedBy: source?.savedBy ?? act.actor.id,
    });
    if (saved.kind === 'saved') written.set(table, saved.version);
  }
  return written;
}

/** Parts that hold something and are asked differently, or were still to be looked at, are to be looked at. */
async function askAgain({ act, seen, to, move, number }: Moving): Promise<void> {
  const { db, now, actor } = act;
  const reportId = seen.report.id;
  const open = Map.groupBy(await openReviews(db, reportId), (r) => r.code);
  await endReviews(db, reportId, [...open.keys()], { at: now, by: actor.id });
  const ask = async (old: string, code: string, changes: Words[]) => {
    const all = [...changes, ...(open.get(old) ?? []).flatMap((r) => r.changes)];
    if (all.length > 0) await insertReview(db, reportId, { code, move: number, changes: all, askedAt: now });
  };
  for (const [old, place] of move.places.sections)
    if (move.sections[place.code])
      await ask(old, place.code, sectionChanges(findSection(seen.template.outline, old)!, place));
  for (const [old, place] of move.places.tables)
    if (move.tables[place.code] && findTable(to.annex, place.code))
      await ask(old, place.code, tableChanges(findTable(seen.template.annex, old)!, place));
}

function landingsOf(
  { seen, held, move }: Moving,
  sections: ReadonlyMap<string, number>,
  tables: ReadonlyMap<string, number>,
): Landing[] {
  const landing = (
    kind: Landing['kind'],
    from: string,
    to: string | null,
    rows: Record<string, { version: number }>,
    written: ReadonlyMap<string, number>,
  ): Landing => ({
    ...{ kind, from, to, seen: rows[from]?.version ?? 0 },
    landed: to === null ? 0 : (written.get(to) ?? rows[to]?.version ?? 0),
  });
  return [
    ...writableSections(seen.template.outline).map(({ code }) =>
      landing('section', code, move.places.sections.get(code)?.code ?? null, held.sections, sections),
    ),
    ...seen.template.annex.tables.map(({ code }) =>
      landing('table', code, move.places.tables.get(code)?.code ?? null, held.tables, tables),
    ),
  ];
}
