// Each unit that an amendment touches is told once: a row for its task page, and a letter to every address known of it.
import { officerAddresses } from '#src/accounts/store.ts';
import type { Change, Touched } from '#src/campaigns/amendments.ts';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import { insertNotice } from '#src/campaigns/store/amendment-notices.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { queueMail } from '#src/notices/actions.ts';
import { isOneAddress } from '#src/notices/rules.ts';
import { amendmentLetter } from '#src/plans/rules/amendment-letter.ts';
import type { Act, Db } from '#src/platform/database/connect.ts';
import { presentContacts } from '#src/units/store/contacts.ts';

type Telling = { id: string; number: number; change: Change; reason: string; touched: readonly Touched[] };

/** In the amendment's own transaction: the letters leave when it has committed, and only then. */
export async function tellUnits(
  { db, now }: Pick<Act, 'db' | 'now'>,
  campaign: CampaignRow,
  { id, number, change, reason, touched }: Telling,
  baseUrl: string,
): Promise<void> {
  const addresses = await addressesOf(
    db,
    touched.map((t) => t.unitId),
  );
  const address = `${baseUrl}/campaigns/${campaign.slug}/amendments#lan-${number}`;
  for (const one of touched) {
    const told = { number, decidedOn: dateAt(now), change, reason, touched: one };
    const mails: string[] = [];
    for (const recipient of addresses.get(one.unitId) ?? [])
      mails.push(await queueMail(db, amendmentLetter(campaign, told, { recipient, address }), now));
    const { unitId, obligationId } = one;
    await insertNotice(db, { amendmentId: id, unitId, obligationId: obligationId!, toldAt: now, mails });
  }
}

/** By unit: its officers here and its present contact, each address once. */
async function addressesOf(db: Db, unitIds: readonly string[]): Promise<Map<string, string[]>> {
  const contacts = await presentContacts(db);
  const officers = await officerAddresses(db, unitIds);
  return new Map(
    unitIds.map((unit) => {
      const known = [...(officers.get(unit) ?? []), contacts.get(unit)?.email ?? ''];
      return [unit, [...new Set(known.map((a) => a.trim().toLowerCase()))].filter(isOneAddress)];
    }),
  );
}
