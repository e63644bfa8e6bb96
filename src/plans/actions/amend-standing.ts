// What the rule of amendments looks at, read once: obligations, versions, reports begun, the unit that is named.
import { type Change, type Made, type Standing, wantedVersions } from '#src/campaigns/amendments.ts';
import type { CampaignRow, ObligationRow } from '#src/campaigns/rules.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { dateAt, type LocalDate } from '#src/kernel/dates.ts';
import { decidedPlan } from '#src/plans/rules/decisions.ts';
import { bodyNamed, scopeOf } from '#src/plans/rules/scope.ts';
import { decisionsOf, planById } from '#src/plans/store.ts';
import type { Act, Db } from '#src/platform/database/connect.ts';
import { prospectsOf, type Target } from '#src/reports/actions/moving.ts';
import { latestVersions, templateVersionsById } from '#src/templates/store.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { nameOn } from '#src/units/rules.ts';

/** Inside a transaction the reports that the change concerns stay locked until it ends. */
export async function standingOf(
  { db, now }: Pick<Act, 'db' | 'now'>,
  campaign: CampaignRow,
  change: Change,
  undone: Made | null,
): Promise<Standing> {
  const obligations = await obligationsOf(db, campaign.id);
  const used = new Set((await templateVersionsOf(db, campaign.id)).map((t) => t.templateCode));
  const templates = (await latestVersions(db))
    .filter((v) => used.has(v.code))
    .map((v) => ({ code: v.code, versionId: v.id, version: v.version }));
  const wanted = wantedVersions(change, { obligations, templates, undone });
  const numbers = await templateVersionsById(
    db,
    obligations.map((o) => o.templateVersionId),
  );
  return {
    obligations,
    prospects: await prospectsOf(db, await targetsOf(db, obligations, wanted)),
    unit: change.kind === 'add' ? await unitNamed(db, campaign.planId, change.unit, dateAt(now)) : null,
    templates,
    versionNumbers: new Map(numbers.map((v) => [v.id, v.version])),
    undone,
  };
}

/** By obligation, the version that is wanted of it, with what it owes. */
async function targetsOf(
  db: Db,
  obligations: readonly ObligationRow[],
  wanted: ReadonlyMap<string, { versionId: string }>,
): Promise<Map<string, Target>> {
  const ids = [...wanted.values()].map((v) => v.versionId);
  const versions = new Map((await templateVersionsById(db, ids)).map((v) => [v.id, v]));
  return new Map(
    obligations.flatMap((o) => {
      const version = versions.get(wanted.get(o.id)?.versionId ?? '');
      return version ? [[o.id, { ...o, version }]] : [];
    }),
  );
}

/** As the plan itself would mean the name, but today: in its issuer's own area first. */
async function unitNamed(
  db: Db,
  planId: string,
  name: string,
  on: LocalDate,
): Promise<{ id: string; name: string } | null> {
  const index = await nameIndexOf(db);
  const row = await planById(db, planId);
  if (!row) return null;
  const plan = decidedPlan(row.compiled.plan, await decisionsOf(db, planId));
  const unit = bodyNamed({ ...scopeOf(plan, index, on), on }, name);
  return unit ? { id: unit.id, name: nameOn(index.registry, unit, on).fullName } : null;
}
