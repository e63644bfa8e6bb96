// The thirteen visits of the tests' campaign, drafted as a plan would: September and October 2023, ten days' notice.
import type { Db } from '#src/platform/database/connect.ts';
import { draftVisits } from '#src/surveys/drafts.ts';
import { insertVisits } from '#src/surveys/store.ts';
import { surveyedNames } from './campaign.ts';
import { unitId } from './people.ts';

/** Afterwards the campaign has its visits, none with a date. */
export async function putVisits(db: Db, campaignId: string, now: Date): Promise<void> {
  const hosts: { unitId: string; kind: 'civil-affairs-committee' | 'provincial-party-committee' }[] = [];
  for (const name of surveyedNames)
    hosts.push({
      unitId: await unitId(db, name),
      kind: name.startsWith('Ban') ? 'civil-affairs-committee' : 'provincial-party-committee',
    });
  const window = { from: '2023-09-01', to: '2023-10-31' };
  await insertVisits(
    db,
    campaignId,
    draftVisits([{ hosts, window, duration: null, notice: 'trước 10 ngày' }]),
    now,
  );
}
