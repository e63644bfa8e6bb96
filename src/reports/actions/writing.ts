// Writing in a report: a save names the version it started from, and a mismatch keeps both texts.
import { canonical } from '#src/documents/canonical.ts';
import { record } from '#src/events/record.ts';
import { isId } from '#src/kernel/ids.ts';
import { insist, notFound, Refusal } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { findSection } from '#src/templates/rules.ts';
import { refusalToEdit, type SectionContent } from '../rules.ts';
import { canonicalJson } from '../seal.ts';
import { endReviews } from '../store/moves.ts';
import { lockReport } from '../store/reports.ts';
import { keepSectionVersion, type SectionRow, sectionOf, writeSection } from '../store/sections.ts';
import { keepLateSection, type Late, noLongerAsked, placeOf } from './late.ts';
import { type ReportSeen, surroundings } from './seeing.ts';

/** The report of someone about to write in it, locked until the transaction ends. */
export async function lockForWriting(
  trx: Db,
  { actor }: Pick<Act, 'actor'>,
  reportId: string,
): Promise<ReportSeen> {
  const report = isId(reportId) ? await lockReport(trx, reportId) : null;
  if (!report) throw notFound();
  const seen = await surroundings(trx, report);
  insist(refusalToEdit(seen.standing, actor));
  return seen;
}

export type SectionSave = SectionContent & {
  /** As the writer saw it; a move since then leads to its place now (see `Late`). */
  code: string;
  /** The version that the writer saw; 0 for a section never saved. */
  version: number;
} & Late;

/** What a conflict page shows: the writer's text, kept as version `keptAs`, and the text that is there. */
export type SectionConflict = { mine: SectionContent; keptAs: number; theirs: SectionRow };

/**
 * Afterwards the section holds the text under a new version, which is returned. Someone else's later text is never
 * overwritten: then the typed text is kept among the versions and the refusal carries both (`SectionConflict`). A text
 * for a section that an amendment has meanwhile taken out is kept beside the report, and the refusal says so.
 */
export async function saveSection(act: Act, reportId: string, save: SectionSave): Promise<number> {
  const outcome = await transaction(act.db, async (trx) => {
    const seen = await lockForWriting(trx, act, reportId);
    const typed: SectionContent = { body: canonical(save.body), items: save.items };
    const place = placeOf(seen, 'section', save);
    if (!place) {
      await keepLateSection(trx, act, seen, { ...save, typed });
      return null;
    }
    const { code, version } = place;
    if (!findSection(seen.template.outline, code)?.writable) throw notFound();
    const current = await sectionOf(trx, reportId, code);
    if (hasSameWords(current ?? { body: [], items: [] }, typed)) return current?.version ?? 0;
    return current && current.version !== version
      ? keepAside(trx, act, seen, { code, typed, current })
      : write(trx, act, seen, { code, typed });
  });
  if (typeof outcome === 'number') return outcome;
  if (outcome === null) throw noLongerAsked('section', save.code);
  throw conflictRefusal(outcome);
}

type Writing = { code: string; typed: SectionContent };

async function write(trx: Db, act: Act, seen: ReportSeen, { code, typed }: Writing): Promise<number> {
  const { actor, now } = act;
  const reportId = seen.report.id;
  const version = await writeSection(trx, {
    ...typed,
    reportId,
    code,
    savedAt: now,
    savedBy: actor.id,
    origin: 'typed',
  });
  await endReviews(trx, reportId, [code], { at: now, by: actor.id });
  await record(trx, actor, now, {
    name: 'report.section-saved',
    subjectType: 'report',
    subjectId: reportId,
    campaignId: seen.report.campaignId,
    data: { section: code, version },
  });
  return version;
}

async function keepAside(
  trx: Db,
  { actor, now }: Act,
  seen: ReportSeen,
  { code, typed, current }: Writing & { current: SectionRow },
): Promise<SectionConflict> {
  const reportId = seen.report.id;
  const kept = { ...typed, reportId, code, savedAt: now, savedBy: actor.id, origin: 'conflict' };
  const keptAs = await keepSectionVersion(trx, kept);
  await record(trx, actor, now, {
    name: 'report.section-conflict',
    subjectType: 'report',
    subjectId: reportId,
    campaignId: seen.report.campaignId,
    data: { section: code, version: keptAs, current: current.version },
  });
  return { mine: typed, keptAs, theirs: current };
}

/** Compares what a reader sees; the ids of blocks and items are new at every reading of a form. */
export function hasSameWords(a: SectionContent, b: SectionContent): boolean {
  const bare = ({ body, items }: SectionContent) =>
    canonicalJson([body.map((block) => ({ ...block, id: '' })), items.map((item) => ({ ...item, id: '' }))]);
  return bare(a) === bare(b);
}

function conflictRefusal(conflict: SectionConflict): Refusal {
  return new Refusal(
    'conflict',
    'section-conflict',
    {
      vi: `Có người đã lưu mục này sau khi ông/bà mở. Cả hai bản đều được giữ; bản của ông/bà là phiên bản ${conflict.keptAs}.`,
      en: `Someone saved this section after you opened it. Both texts are kept; yours is version ${conflict.keptAs}.`,
    },
    { details: conflict },
  );
}
