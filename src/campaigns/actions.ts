// What people do with campaigns: see them, make them, decide about what a body owes, tick off the plan's tasks.

import { record } from '#src/events/record.ts';
import { isCentral, unitsOf } from '#src/kernel/actor.ts';
import { isId, newId } from '#src/kernel/ids.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { type CampaignDraft, freeSlug, refusalToCreate, slugFor } from './creation.ts';
import {
  type CampaignRow,
  type DecisionDraft,
  type DecisionKind,
  type ObligationRow,
  refusalToDecide,
  refusalToDirect,
  refusalToWithdraw,
} from './rules.ts';
import { markRead, noticesTo } from './store/amendment-notices.ts';
import { amendmentsOf } from './store/amendments.ts';
import { allCampaigns, campaignBySlug, campaignsOfUnits, slugsLike } from './store/campaigns.ts';
import { insertDecision, lockObligation, markTask, withdraw } from './store/changes.ts';
import { insertCampaign, lockSlug } from './store/creation.ts';
import { obligationById, obligationOfUnit } from './store/obligations.ts';

type Seeing = Pick<Act, 'db' | 'actor'>;

/** The campaigns that the person may see, newest first: all at the centre, elsewhere those in which a unit of theirs owes a report. */
export function campaignsSeenBy({ db, actor }: Seeing): Promise<CampaignRow[]> {
  return isCentral(actor) ? allCampaigns(db) : campaignsOfUnits(db, unitsOf(actor));
}

/** The campaign, or not-found when there is none or the person may not see it. */
export async function campaignSeenBy({ db, actor }: Seeing, slug: string): Promise<CampaignRow> {
  const campaign = await campaignBySlug(db, slug);
  if (!campaign) throw notFound();
  if (isCentral(actor)) return campaign;
  for (const unitId of unitsOf(actor)) if (await obligationOfUnit(db, campaign.id, unitId)) return campaign;
  throw notFound();
}

/** The obligation of this campaign, for the centre and for the unit that owes it; not-found for everyone else. */
export async function obligationSeenBy(
  { db, actor }: Seeing,
  campaignId: string,
  obligationId: string,
): Promise<ObligationRow> {
  const obligation = await obligationById(db, obligationId);
  if (!obligation || obligation.campaignId !== campaignId) throw notFound();
  if (!isCentral(actor) && !unitsOf(actor).includes(obligation.unitId)) throw notFound();
  return obligation;
}

/**
 * Afterwards the campaign exists with its documents, templates, obligations, stages and tasks, all or nothing;
 * joins the transaction of `act.db` when that is one. Its slug is free: symbol, year and, when taken, a number.
 */
export function createCampaign(act: Act, draft: CampaignDraft): Promise<{ id: string; slug: string }> {
  insist(refusalToCreate(act.actor, draft));
  return transaction(act.db, async (trx) => {
    const wanted = slugFor(draft);
    await lockSlug(trx, wanted);
    const slug = freeSlug(wanted, await slugsLike(trx, wanted));
    const id = newId(act.now);
    await insertCampaign(trx, draft, { id, slug, now: act.now, by: act.actor.id });
    await record(trx, act.actor, act.now, {
      name: 'campaign.created',
      subjectType: 'campaign',
      subjectId: id,
      campaignId: id,
      data: { slug, planId: draft.planId, obligations: draft.obligations.length },
    });
    return { id, slug };
  });
}

const decisionEvents: Record<DecisionKind, string> = {
  extension: 'obligation.extended',
  exemption: 'obligation.exempted',
  exclusion: 'obligation.excluded',
  'secret-channel': 'obligation.received-by-secret-channel',
};

/** Afterwards the decision stands with its reason: a later date, an exemption, an exclusion, or a register line. */
export async function decideObligation(act: Act, obligationId: string, draft: DecisionDraft): Promise<void> {
  await transaction(act.db, async (trx) => {
    await lockObligation(trx, obligationId);
    const obligation = await obligationById(trx, obligationId);
    if (!obligation) throw notFound();
    insist(refusalToDecide(act.actor, obligation, draft));
    const decisionId = await insertDecision(trx, obligationId, draft, { now: act.now, by: act.actor.id });
    await record(trx, act.actor, act.now, {
      name: decisionEvents[draft.kind],
      subjectType: 'obligation',
      subjectId: obligationId,
      campaignId: obligation.campaignId,
      data: { decisionId, stage: draft.stage, dueOn: draft.dueOn, reason: draft.reason.trim() },
    });
  });
}

/** Afterwards the decision is on record and no longer counts. */
export async function withdrawDecision(act: Act, obligationId: string, decisionId: string): Promise<void> {
  await transaction(act.db, async (trx) => {
    await lockObligation(trx, obligationId);
    const obligation = await obligationById(trx, obligationId);
    if (!obligation) throw notFound();
    insist(
      refusalToWithdraw(
        act.actor,
        obligation.decisions.find((d) => d.id === decisionId),
      ),
    );
    await withdraw(trx, decisionId, { now: act.now, by: act.actor.id });
    await record(trx, act.actor, act.now, {
      name: 'obligation.decision-withdrawn',
      subjectType: 'obligation',
      subjectId: obligationId,
      campaignId: obligation.campaignId,
      data: { decisionId },
    });
  });
}

/** Afterwards the plan's task is done, or open again. */
export async function setTaskDone(
  act: Act,
  campaignId: string,
  taskId: string,
  done: boolean,
): Promise<void> {
  insist(refusalToDirect(act.actor));
  if (!isId(taskId)) throw notFound();
  await transaction(act.db, async (trx) => {
    const stamp = done ? { now: act.now, by: act.actor.id } : null;
    if (!(await markTask(trx, campaignId, taskId, stamp))) throw notFound();
    await record(trx, act.actor, act.now, {
      name: done ? 'campaign.task-finished' : 'campaign.task-reopened',
      subjectType: 'campaign-task',
      subjectId: taskId,
      campaignId,
    });
  });
}

/** Afterwards the units of the person are known to have read the amendment; the first reading stays on record. */
export async function readAmendment(act: Act, campaign: CampaignRow, number: number): Promise<void> {
  const { actor, now } = act;
  await transaction(act.db, async (trx) => {
    const amendment = (await amendmentsOf(trx, campaign.id)).find((a) => a.number === number);
    const told = amendment ? await noticesTo(trx, amendment.id, unitsOf(actor)) : [];
    if (told.length === 0) throw notFound();
    for (const notice of told) {
      if (!(await markRead(trx, notice, { at: now, by: actor.id }))) continue;
      await record(trx, actor, now, {
        name: 'amendment.read',
        subjectType: 'campaign',
        subjectId: campaign.id,
        campaignId: campaign.id,
        data: { number, unitId: notice.unitId },
      });
    }
  });
}
