// Puts the board together: obligations, facts now and a week ago, sections written. Eight queries, none per body.
import { type CampaignRow, type ObligationRow, standing } from '#src/campaigns/rules.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { dateAt, type LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { BoardItem } from './board.ts';
import { decisionsAt, type ReportFacts, type SectionCount, standingOf } from './rules.ts';
import { factsAt, requiredSections, type Written, writtenBy, writtenNow } from './store.ts';

export type Progress = { items: BoardItem[]; today: LocalDate; weekAgo: LocalDate };

const weekMs = 7 * 86_400_000;

type Known = {
  facts: Map<string, ReportFacts>;
  before: Map<string, ReportFacts>;
  written: Map<string, Written>;
  required: Map<string, number>;
};

/** Every body of the campaign, or `only` one, with where it stands at `now` and where it stood seven days before. */
export async function progressOf(
  db: Db,
  campaign: Pick<CampaignRow, 'id' | 'createdAt'>,
  now: Date,
  only?: ObligationRow,
): Promise<Progress> {
  const then = new Date(now.getTime() - weekMs);
  const [owed, facts, before, written, required] = await Promise.all([
    only ? [only] : obligationsOf(db, campaign.id),
    factsAt(db, campaign.id, now, only?.id),
    factsAt(db, campaign.id, then, only?.id),
    writtenNow(db, campaign.id, only?.id),
    requiredSections(db, campaign.id),
  ]);
  const known = { facts, before, written, required };
  const today = dateAt(now);
  const items = owed.map((o) => itemOf(o, known, now, today));
  const atRisk = items.flatMap((i) => (i.now.kind === 'at-risk' && i.facts ? [i.facts.reportId] : []));
  const writtenThen = await writtenBy(db, campaign.id, atRisk, then);
  const weekAgo = dateAt(then);
  if (campaign.createdAt > then) return { items, today, weekAgo };
  return {
    items: items.map((item) => ({
      ...item,
      before: standingBefore(item, before, writtenThen, then, weekAgo),
      newlyExtended: standing(item.owed.decisions).some((d) => d.kind === 'extension' && d.decidedAt > then),
    })),
    today,
    weekAgo,
  };
}

function itemOf(owed: ObligationRow, known: Known, now: Date, today: LocalDate): BoardItem {
  const facts = known.facts.get(owed.id) ?? null;
  const written = facts ? known.written.get(facts.reportId) : undefined;
  const version = written?.templateVersionId ?? owed.templateVersionId;
  const sections: SectionCount = { done: written?.done ?? 0, required: known.required.get(version) ?? 0 };
  const decisions = decisionsAt(owed.decisions, now);
  return {
    owed: { ...owed, decisions },
    facts,
    sections,
    lastSavedAt: written?.lastSavedAt ?? null,
    now: standingOf({ stages: owed.stages, decisions }, facts, sections, today),
    before: null,
    newlyExtended: false,
  };
}

/** What was written a week ago matters only for those at risk now; for the others today's count stands in. */
function standingBefore(
  item: BoardItem,
  before: Map<string, ReportFacts>,
  writtenThen: Map<string, number>,
  then: Date,
  weekAgo: LocalDate,
) {
  const facts = before.get(item.owed.id) ?? null;
  const done =
    item.now.kind === 'at-risk' && facts ? (writtenThen.get(facts.reportId) ?? 0) : item.sections.done;
  const owed = { stages: item.owed.stages, decisions: decisionsAt(item.owed.decisions, then) };
  return standingOf(owed, facts, { ...item.sections, done }, weekAgo);
}
