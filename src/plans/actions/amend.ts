// A campaign is amended after issue: the difference is shown first, one act makes it, and nothing typed is touched.
import { decideObligation } from '#src/campaigns/actions.ts';
import {
  type Change,
  type Standing,
  type Touched,
  touchedBy,
  usualStage,
} from '#src/campaigns/amendments.ts';
import { type CampaignRow, refusalToDirect } from '#src/campaigns/rules.ts';
import {
  addObligation,
  insertAmendment,
  lockCampaign,
  moveStage,
  moveVersion,
  retitle,
} from '#src/campaigns/store/amendments.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { withdraw } from '#src/campaigns/store/changes.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { record } from '#src/events/record.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { insist, Refusal } from '#src/kernel/refusal.ts';
import { organisationNamed } from '#src/plans/rules/scope.ts';
import { obligationsBegun } from '#src/plans/store.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { latestVersions, templateVersionsById } from '#src/templates/store.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { nameOn } from '#src/units/rules.ts';

/** Who would be touched and how; throws the refusal of a change that cannot be made. Changes nothing. */
export async function previewAmendment(
  { db, actor, now }: Act,
  campaign: CampaignRow,
  change: Change,
): Promise<Touched[]> {
  insist(refusalToDirect(actor));
  const touched = touchedBy(change, await standingOf(db, now, campaign, change));
  if (touched instanceof Refusal) throw touched;
  return touched;
}

/** Afterwards the change is made and on record with its reason. Returns its number. Reports begun stay as they are. */
export async function amendCampaign(
  act: Act,
  campaign: CampaignRow,
  { change, reason }: { change: Change; reason: string },
): Promise<number> {
  insist(refusalToDirect(act.actor));
  return transaction(act.db, async (trx) => {
    await lockCampaign(trx, campaign.id);
    const within = { ...act, db: trx };
    const touched = await previewAmendment(within, campaign, change);
    const made = await apply(within, campaign, { change, reason, touched });
    const by = act.actor.id;
    const number = await insertAmendment(trx, campaign.id, { change, touched: made, reason, by }, act.now);
    await record(trx, act.actor, act.now, {
      name: 'campaign.amended',
      subjectType: 'campaign',
      subjectId: campaign.id,
      campaignId: campaign.id,
      data: { number, kind: change.kind, touched: made.length, reason },
    });
    return number;
  });
}

type Made = { change: Change; reason: string; touched: Touched[] };

/** Returns who was touched; a unit that was added has its obligation now. */
async function apply(act: Act, campaign: CampaignRow, { change, reason, touched }: Made): Promise<Touched[]> {
  const { db, now } = act;
  const ids = touched.flatMap((t) => t.obligationId ?? []);
  switch (change.kind) {
    case 'deadline':
      await moveStage(db, ids, change);
      for (const { withdraws } of touched)
        if (withdraws) await withdraw(db, withdraws, { now, by: act.actor.id });
      return touched;
    case 'title':
      await retitle(db, change.obligationId, change.title);
      return touched;
    case 'remove': {
      const draft = { kind: 'exclusion' as const, stage: null, dueOn: null, reason };
      await decideObligation(act, change.obligationId, draft);
      return touched;
    }
    case 'add':
      return Promise.all(touched.map((t) => addOne(act, campaign, change, t)));
    case 'template': {
      const latest = (await latestVersions(db)).find((v) => v.code === change.templateCode)!;
      const moved = { versionId: latest.id, obligationIds: ids };
      await moveVersion(db, campaign.id, change.templateCode, moved);
      return touched;
    }
  }
}

async function addOne(
  { db, now }: Act,
  campaign: CampaignRow,
  { templateCode, title }: Extract<Change, { kind: 'add' }>,
  touched: Touched,
): Promise<Touched> {
  const template = (await templateVersionsOf(db, campaign.id)).find((t) => t.templateCode === templateCode)!;
  const stage = usualStage(await obligationsOf(db, campaign.id), templateCode);
  const { templateVersionId } = template;
  const owed = { unitId: touched.unitId, templateCode, templateVersionId, title, stage };
  return { ...touched, obligationId: await addObligation(db, campaign.id, owed, now) };
}

async function standingOf(db: Db, now: Date, campaign: CampaignRow, change: Change): Promise<Standing> {
  const obligations = await obligationsOf(db, campaign.id);
  const used = new Set((await templateVersionsOf(db, campaign.id)).map((t) => t.templateCode));
  const numbers = await templateVersionsById(
    db,
    obligations.map((o) => o.templateVersionId),
  );
  return {
    obligations,
    begun: new Set(await obligationsBegun(db, campaign.id)),
    unit: change.kind === 'add' ? await unitNamed(db, change.unit, dateAt(now)) : null,
    templates: (await latestVersions(db))
      .filter((v) => used.has(v.code))
      .map((v) => ({ code: v.code, versionId: v.id, version: v.version })),
    versionNumbers: new Map(numbers.map((v) => [v.id, v.version])),
  };
}

async function unitNamed(db: Db, name: string, on: string): Promise<{ id: string; name: string } | null> {
  const index = await nameIndexOf(db);
  const unit = organisationNamed(index, name, on);
  return unit ? { id: unit.id, name: nameOn(index.registry, unit, on).fullName } : null;
}
