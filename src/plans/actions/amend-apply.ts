// Makes an amendment's difference true: each unit's setting as the preview showed it, in the amendment's transaction.
import { decideObligation, withdrawDecision } from '#src/campaigns/actions.ts';
import { type Change, type Touched, usualStage } from '#src/campaigns/amendments.ts';
import { type CampaignRow, extensionOf, type ObligationRow, releaseOf } from '#src/campaigns/rules.ts';
import type { Setting } from '#src/campaigns/settings.ts';
import {
  addObligation,
  askVersion,
  followVersions,
  moveStage,
  moveVersion,
  retitle,
} from '#src/campaigns/store/amendments.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import type { Act } from '#src/platform/database/connect.ts';
import { moveReport } from '#src/reports/actions/moving.ts';
import { templateVersionsById } from '#src/templates/store.ts';

export type Difference = { change: Change; reason: string; touched: readonly Touched[] };

/** Returns who was touched; a unit that was added has its obligation now. */
export async function applyAmendment(
  act: Act,
  campaign: CampaignRow,
  { change, reason, touched }: Difference,
): Promise<Touched[]> {
  const rows = new Map((await obligationsOf(act.db, campaign.id)).map((o) => [o.id, o]));
  const made: Touched[] = [];
  for (const one of touched) {
    const o = one.obligationId ? rows.get(one.obligationId) : undefined;
    if (o) await set(act, o, one.after, reason);
    made.push(o || change.kind !== 'add' ? one : await addOne(act, campaign, change, one));
  }
  await askOfCampaign(act, campaign, change, made);
  return made;
}

async function set(act: Act, o: ObligationRow, after: Setting, reason: string): Promise<void> {
  switch (after.kind) {
    case 'stage':
      return setDate(act, o, after, reason);
    case 'title':
      return retitle(act.db, o.id, after.title);
    case 'version': {
      await moveVersion(act.db, o.id, after.versionId);
      const [version] = await templateVersionsById(act.db, [after.versionId]);
      return moveReport(act, o.id, version!);
    }
    case 'owed': {
      const draft = { kind: 'exclusion' as const, stage: null, dueOn: null, reason };
      if (!after.isOwed) return decideObligation(act, o.id, draft);
      const release = releaseOf(o.decisions);
      if (release) await withdrawDecision(act, o.id, release.id);
    }
  }
}

/** An extension that the date makes needless is withdrawn; one that an earlier amendment withdrew comes back. */
async function setDate(
  act: Act,
  o: ObligationRow,
  { stage, extendedTo }: Extract<Setting, { kind: 'stage' }>,
  reason: string,
): Promise<void> {
  const extension = extensionOf(stage.stage, o.decisions);
  await moveStage(act.db, o.id, stage);
  if (extension && extension.dueOn !== extendedTo) await withdrawDecision(act, o.id, extension.id);
  if (extendedTo && extension?.dueOn !== extendedTo)
    await decideObligation(act, o.id, { kind: 'extension', stage: stage.stage, dueOn: extendedTo, reason });
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

/** What the campaign asks of those who are added later. */
async function askOfCampaign(
  { db }: Act,
  campaign: CampaignRow,
  change: Change,
  made: readonly Touched[],
): Promise<void> {
  const after = made[0]?.after;
  if (after?.kind !== 'version') return;
  if (change.kind === 'template') await askVersion(db, campaign.id, change.templateCode, after.versionId);
  else await followVersions(db, campaign.id);
}
