// An amendment made by mistake is answered by its contrary: each unit stands as it did before, and both acts stay on record.
import { beforeAll, describe, expect, it } from 'vitest';
import { decideObligation } from '#src/campaigns/actions.ts';
import type { Change } from '#src/campaigns/amendments.ts';
import { dueOn, releaseOf } from '#src/campaigns/rules.ts';
import { amendmentsOf } from '#src/campaigns/store/amendments.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { type HalfWritten, halfWritten } from '#tests/support/half-written.ts';

let w: HalfWritten;

beforeAll(async () => {
  w = await halfWritten();
}, 120_000);

const all = () => obligationsOf(w.db, w.campaign.id);
const own = async () => (await all()).find((o) => o.id === w.obligationId)!;

/** What is owed by whom and until when; decisions count only by what they leave. */
async function state() {
  return (await all())
    .filter((o) => releaseOf(o.decisions) === null)
    .map((o) => [o.unitId, o.title, o.stages, o.stages.map((s) => dueOn(s, o.decisions))]);
}

describe('the contrary of', () => {
  const deadline = { stage: 'official', cohort: 'all', templateCode: null, inclusive: true } as const;
  it.each<[string, () => Change]>([
    ['a later date', () => ({ kind: 'deadline', ...deadline, printedOn: '2023-10-20' })],
    ['a new title', () => ({ kind: 'title', obligationId: w.obligationId, title: 'Tên nhầm' })],
    ['a unit taken out', () => ({ kind: 'remove', obligationId: w.obligationId })],
  ])('%s', async (_, change) => {
    const extension = { kind: 'extension' as const, stage: 'official' as const, reason: 'Mưa lũ' };
    const { stages, decisions } = await own();
    if (dueOn(stages.find((s) => s.stage === 'official')!, decisions) < '2023-10-05')
      await decideObligation(w.test.act('ha'), w.obligationId, { ...extension, dueOn: '2023-10-05' });
    const before = await state();
    const number = await w.amend(change());
    expect(await state()).not.toEqual(before);
    const undone = await w.amend({ kind: 'undo', number });
    expect(await state()).toEqual(before);
    expect((await amendmentsOf(w.db, w.campaign.id)).map((a) => a.number).slice(0, 2)).toEqual([
      undone,
      number,
    ]);
    await expect(w.amend({ kind: 'undo', number })).rejects.toMatchObject({
      code: 'amendment-changes-nothing',
    });
  });

  it('an amendment that a later one has overtaken leaves the later one alone', async () => {
    const first = await w.amend({ kind: 'title', obligationId: w.obligationId, title: 'Lần một' });
    await w.amend({ kind: 'title', obligationId: w.obligationId, title: 'Lần hai' });
    await expect(w.amend({ kind: 'undo', number: first })).rejects.toMatchObject({
      code: 'amendment-changes-nothing',
    });
    expect((await own()).title).toBe('Lần hai');
    await expect(w.amend({ kind: 'undo', number: 99 })).rejects.toMatchObject({ code: 'amendment-invalid' });
  });
});
