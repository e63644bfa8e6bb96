// A campaign over the real registry: made whole or not at all, seen by those it concerns, changed by decisions.
import { beforeAll, describe, expect, test } from 'vitest';
import { eventsOf } from '#src/events/store.ts';
import { type Actor, systemActor } from '#src/kernel/actor.ts';
import type { Act } from '#src/platform/database/connect.ts';
import {
  candidates,
  surveyedNames,
  testAssignment,
  testCampaign,
  testDraft,
  thematicNames,
} from '#tests/support/campaign.ts';
import { testDatabase } from '#tests/support/database.ts';
import {
  campaignSeenBy,
  campaignsSeenBy,
  createCampaign,
  decideObligation,
  obligationSeenBy,
  setTaskDone,
  withdrawDecision,
} from './actions.ts';
import { assignObligations } from './assignment.ts';
import { dueOn, type ObligationRow, releaseOf } from './rules.ts';
import { campaignById, reviewedDocumentsOf, tasksOf, templateVersionsOf } from './store/campaigns.ts';
import { obligationById, obligationOfUnit, obligationsOf } from './store/obligations.ts';

const { db } = await testDatabase();
const officer: Act = { db, actor: systemActor, now: new Date('2023-05-18T09:00:00+07:00') };
const as = (memberships: Actor['memberships']): Act => ({
  ...officer,
  actor: { ...systemActor, id: '00000000-0000-7000-8000-00000000000a', memberships },
});

let campaign: { id: string; slug: string };
let owed: ObligationRow[];
const owedBy = (name: string) => owed.find((o) => o.unitName === name)!;

beforeAll(async () => {
  campaign = await testCampaign(officer);
  owed = await obligationsOf(db, campaign.id);
});

describe('the campaign', () => {
  test('gives every body its template, without a diagnostic', async () => {
    const { diagnostics, obligations } = assignObligations(testAssignment(await candidates(db)));
    expect(diagnostics).toEqual([]);
    const counts = Map.groupBy(owed, (o) => o.templateCode);
    expect(owed).toHaveLength(obligations.length);
    expect(owed.filter((o) => o.unitKind === 'provincial-party-committee')).toHaveLength(63);
    expect(counts.get('M1')).toHaveLength(67);
    expect(
      counts
        .get('M2')
        ?.map((o) => o.unitName)
        .sort(),
    ).toEqual([...thematicNames].sort());
    expect(owed.some((o) => o.unitName === 'Ban Dân vận Trung ương')).toBe(false);
  });

  test('asks the surveyed for a draft, the others for one report', () => {
    const surveyed = owed.filter((o) => o.surveyed);
    expect(surveyed.map((o) => o.unitName).sort()).toEqual([...surveyedNames].sort());
    expect(surveyed.every((o) => o.stages.map((s) => s.dueOn).join() === '2023-07-29,2023-08-29')).toBe(true);
    expect(owedBy('Tỉnh ủy Cà Mau').stages).toEqual([
      {
        stage: 'official',
        printedOn: '2023-08-30',
        inclusive: false,
        dueOn: '2023-08-29',
        wording: 'trước ngày 30/8/2023',
      },
    ]);
  });

  test('keeps its documents, templates and tasks', async () => {
    expect((await campaignById(db, campaign.id))?.slug).toBe('82-kh-bdvtw-2023');
    expect((await reviewedDocumentsOf(db, campaign.id)).map((d) => d.symbol)).toEqual([
      '25-NQ/TW',
      '43-KL/TW',
    ]);
    expect((await templateVersionsOf(db, campaign.id)).map((t) => t.templateCode)).toEqual([
      'M1',
      'M2',
      'M3',
    ]);
    expect((await tasksOf(db, campaign.id))[0]).toMatchObject({
      supporting: ['các vụ, đơn vị'],
      doneAt: null,
    });
    expect((await eventsOf(db, 'campaign', campaign.id)).map((e) => e.name)).toEqual(['campaign.created']);
  });

  test('lists its bodies by template, then in Vietnamese order', () => {
    const names = owed.filter((o) => o.templateCode === 'M1').map((o) => o.unitName);
    expect(names.slice(0, 2)).toEqual(['Đảng ủy Công an Trung ương', 'Đảng ủy Khối các cơ quan Trung ương']);
    expect(names.indexOf('Tỉnh ủy Đắk Lắk')).toBeGreaterThan(names.indexOf('Tỉnh ủy Cao Bằng'));
    expect(names.indexOf('Tỉnh ủy Đắk Lắk')).toBeLessThan(names.indexOf('Tỉnh ủy Gia Lai'));
  });

  test('of the same plan number gets the next free name', async () => {
    expect((await testCampaign(officer)).slug).toBe('82-kh-bdvtw-2023-2');
  });

  test('is made whole or not at all', async () => {
    const before = await db
      .selectFrom('obligations')
      .select(db.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    const draft = await testDraft(officer);
    const broken = { ...draft, tasks: [{ lead: 'x', supporting: [], what: 'x', dueOn: 'not a date' }] };
    await expect(createCampaign(officer, broken)).rejects.toThrow();
    const after = await db
      .selectFrom('obligations')
      .select(db.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(after).toEqual(before);
  });

  test.each([
    ['no obligation', { obligations: [] }, 'campaign-without-obligations'],
    ['no name', { name: ' ' }, 'campaign-without-name'],
    ['no version', { templates: [] }, 'campaign-template-missing'],
  ])('is refused with %s', async (_, change, code) => {
    await expect(testCampaign(officer, change)).rejects.toMatchObject({ code });
  });

  test('is made by officers only', async () => {
    await expect(testCampaign(as([{ role: 'leader', unitId: null }]))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('who sees it', () => {
  const langSon = () => as([{ role: 'unit-officer', unitId: owedBy('Tỉnh ủy Lạng Sơn').unitId }]);

  test('the centre, and the bodies that owe a report', async () => {
    for (const act of [officer, as([{ role: 'leader', unitId: null }]), langSon()]) {
      expect((await campaignSeenBy(act, campaign.slug)).id).toBe(campaign.id);
      expect((await campaignsSeenBy(act)).map((c) => c.slug)).toContain(campaign.slug);
    }
  });

  test('nobody else', async () => {
    const stranger = as([{ role: 'unit-officer', unitId: '00000000-0000-7000-8000-0000000000ff' }]);
    for (const act of [as([]), stranger]) {
      await expect(campaignSeenBy(act, campaign.slug)).rejects.toMatchObject({ kind: 'not-found' });
      expect(await campaignsSeenBy(act)).toEqual([]);
    }
    await expect(campaignSeenBy(officer, 'khong-co')).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a body sees only its own obligation', async () => {
    const own = owedBy('Tỉnh ủy Lạng Sơn');
    const other = owedBy('Tỉnh ủy Cà Mau');
    expect((await obligationSeenBy(langSon(), campaign.id, own.id)).id).toBe(own.id);
    await expect(obligationSeenBy(langSon(), campaign.id, other.id)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(
      obligationSeenBy(officer, '00000000-0000-7000-8000-0000000000ff', own.id),
    ).rejects.toMatchObject({ kind: 'not-found' });
    expect((await obligationOfUnit(db, campaign.id, own.unitId))?.id).toBe(own.id);
  });
});

describe('a decision', () => {
  test('moves the date, and is withdrawn without being lost', async () => {
    const { id } = owedBy('Tỉnh ủy Kon Tum');
    await decideObligation(officer, id, {
      kind: 'extension',
      stage: 'official',
      dueOn: '2023-09-06',
      reason: ' Bão lũ. ',
    });
    const extended = (await obligationById(db, id))!;
    expect(dueOn(extended.stages[0]!, extended.decisions)).toBe('2023-09-06');
    expect(extended.decisions[0]?.reason).toBe('Bão lũ.');
    const later = { ...officer, now: new Date('2023-05-19T09:00:00+07:00') };
    await withdrawDecision(later, id, extended.decisions[0]!.id);
    const again = (await obligationById(db, id))!;
    expect(dueOn(again.stages[0]!, again.decisions)).toBe('2023-08-29');
    expect(again.decisions).toHaveLength(1);
    await expect(withdrawDecision(officer, id, again.decisions[0]!.id)).rejects.toMatchObject({
      code: 'decision-withdrawn',
    });
    expect((await eventsOf(db, 'obligation', id)).map((e) => e.name)).toEqual([
      'obligation.extended',
      'obligation.decision-withdrawn',
    ]);
  });

  test('to exempt comes once even when two officers decide at the same time', async () => {
    const { id } = owedBy('Tỉnh ủy Ninh Thuận');
    const exempt = () =>
      decideObligation(officer, id, {
        kind: 'exemption',
        stage: null,
        dueOn: null,
        reason: 'Gộp vào đợt khác.',
      });
    const results = await Promise.allSettled([exempt(), exempt()]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(releaseOf((await obligationById(db, id))!.decisions)?.kind).toBe('exemption');
  });

  test('is refused to readers', async () => {
    const { id } = owedBy('Tỉnh ủy Cà Mau');
    const draft = { kind: 'exemption', stage: null, dueOn: null, reason: 'x' } as const;
    await expect(
      decideObligation(as([{ role: 'central-reader', unitId: null }]), id, draft),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

test('a task of the plan is done, and open again', async () => {
  const [task] = await tasksOf(db, campaign.id);
  await setTaskDone(officer, campaign.id, task!.id, true);
  expect((await tasksOf(db, campaign.id))[0]?.doneAt).toEqual(officer.now);
  await setTaskDone(officer, campaign.id, task!.id, false);
  expect((await tasksOf(db, campaign.id))[0]?.doneAt).toBeNull();
});
