// The demonstration: what it holds on 25 August 2023, that it is loaded once, and that it is always the same.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAuth } from '#src/accounts/auth.ts';
import { demoPeople } from '#src/accounts/demo-people.ts';
import { actorByEmail, listPeople } from '#src/accounts/store.ts';
import { readSetting } from '#src/administration/store.ts';
import { checkTable } from '#src/annexes/rules/check.ts';
import { acceptedFigures, acceptedReports, tableDraft } from '#src/annexes/store.ts';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import { allCampaigns } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { plainText } from '#src/documents/model.ts';
import { readReport } from '#src/finalreport/reading.ts';
import { finalReportOf } from '#src/finalreport/store.ts';
import { systemActor } from '#src/kernel/actor.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { openFiles } from '#src/platform/files.ts';
import { articlesOfCampaign } from '#src/portal/store/articles.ts';
import { feedbackOf } from '#src/portal/store/feedback.ts';
import { progressOf } from '#src/progress/reading.ts';
import { reportOfObligation } from '#src/reports/store/reports.ts';
import { sectionsOf } from '#src/reports/store/sections.ts';
import { latestSubmissions, type SubmissionRow, submissionContent } from '#src/reports/store/submissions.ts';
import { uploadsOf } from '#src/reports/store/uploads.ts';
import { visitsSeen } from '#src/surveys/actions.ts';
import { evidenceOf } from '#src/synthesis/store.ts';
import { findTable } from '#src/templates/rules.ts';
import { versionByCode } from '#src/templates/store.ts';
import { testDatabase } from '#tests/support/database.ts';
import { loadDemo } from './load.ts';
import { manners } from './uploading.ts';

const { db } = await testDatabase();
const other = await testDatabase();
const now = new Date('2023-08-25T09:00:00+07:00');
const dataDir = mkdtempSync(join(tmpdir(), 'tongket-demo-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function load(into: Db): Promise<void> {
  const secret = 'demo-test-secret-of-some-length';
  const auth = createAuth({ db: into, secret, baseUrl: 'http://localhost' });
  return loadDemo({ db: into, files: openFiles({ dataDir }), auth, secret });
}

let campaign: CampaignRow;
const named = async (name: string) =>
  (await obligationsOf(db, campaign.id)).find((o) => o.unitName === name)!;

// Both at once: a machine that others use too may take long over it.
beforeAll(async () => {
  await Promise.all([load(db), load(other.db)]);
  campaign = (await allCampaigns(db))[0]!;
}, 240_000);

describe('the reports', () => {
  test('stand as on the board of 25 August 2023', async () => {
    const { items } = await progressOf(db, campaign, now);
    const provinces = items.filter((i) => i.owed.unitKind === 'provincial-party-committee');
    const count = (kind: string) => provinces.filter((i) => i.now.kind === kind).length;
    expect(provinces).toHaveLength(63);
    expect(provinces.filter((i) => i.facts?.latest)).toHaveLength(58);
    expect(count('accepted')).toBe(30);
    expect(count('sent')).toBe(18);
    expect(count('returned')).toBe(6);
    expect(
      items
        .filter((i) => i.now.kind === 'overdue')
        .map((i) => i.owed.unitShort)
        .sort(),
    ).toEqual(['Bạc Liêu', 'Hòa Bình', 'Tòa án nhân dân tối cao']);
    const central = items.filter((i) => i.owed.unitKind !== 'provincial-party-committee');
    const sent = central.filter((i) => i.facts?.latest).length;
    expect(sent / central.length).toBeGreaterThan(0.4);
    expect(sent / central.length).toBeLessThan(0.6);
    expect(items.find((i) => i.owed.unitShort === 'Kon Tum')?.now).toMatchObject({ extended: true });
    expect(items.filter((i) => i.before && i.before.kind !== i.now.kind).length).toBeGreaterThan(15);
  });

  test('give every figure that counts, and no other', async () => {
    const rows = await acceptedFigures(db, campaign.id);
    const accepted = await acceptedReports(db, campaign.id);
    expect(new Set(rows.map((r) => r.unitId)).size).toBe(30);
    const ids = new Set(accepted.map((a) => a.submissionId));
    const contents = new Map<string, Awaited<ReturnType<typeof submissionContent>>>();
    for (const id of ids) contents.set(id, await submissionContent(db, id));
    for (const { submissionId, table, column, figures } of rows) {
      expect(ids.has(submissionId)).toBe(true);
      const cells = contents.get(submissionId)?.annex[table] ?? {};
      const sent = Object.entries(cells).map(([code, row]) => {
        const cell = row[column];
        return [code, cell && ('value' in cell ? cell.value : cell.reason)];
      });
      expect(figures).toEqual(Object.fromEntries(sent));
    }
  });

  test('hold no error, but for the one Lạng Sơn is about to find', async () => {
    const version = (await versionByCode(db, 'M1'))!;
    const report = (await reportOfObligation(db, (await named('Tỉnh ủy Lạng Sơn')).id))!;
    const { cells, unread } = await tableDraft(db, report.id, 'B3');
    const found = checkTable(findTable(version.annex, 'B3')!, cells, unread);
    expect(found.filter((d) => d.severity === 'error').map((d) => d.code)).toEqual(['A12']);
    expect(found.filter((d) => d.severity === 'warning').map((d) => d.code)).toEqual(['A31']);
    expect(Object.keys(await sectionsOf(db, report.id)).sort()).not.toContain('P2');
    const sent = (await latestSubmissions(db, campaign.id)).filter((s) => s.stage === 'official');
    for (const { id } of sent) {
      const content = (await submissionContent(db, id))!;
      for (const table of version.annex.tables.filter((t) => content.annex[t.code])) {
        const wrong = checkTable(table, content.annex[table.code]!).filter((d) => d.severity !== 'note');
        expect(wrong).toEqual([]);
      }
    }
  });

  test('came as files from four provinces, and nothing of them was lost', async () => {
    for (const [name, manner] of Object.entries(manners)) {
      const owed = (await obligationsOf(db, campaign.id)).find((o) => o.unitShort === name)!;
      const report = (await reportOfObligation(db, owed.id))!;
      const [upload] = await uploadsOf(db, report.id);
      const { sections, tables } = upload!.reading;
      if (manner.startsWith('word')) expect(sections).toHaveLength(12);
      else expect(tables.map((t) => t.count)).toEqual([35, 40, 40, 45, 30, 30, 35]);
    }
  });
});

test('visits, synthesis, the final report and the public page are alive', async () => {
  const visits = await visitsSeen({ db, actor: systemActor, now }, campaign);
  expect(visits).toHaveLength(13);
  expect(visits.every((v) => v.startsOn !== null && v.delegation !== null)).toBe(true);
  expect(visits.filter((v) => v.notice !== null)).toHaveLength(1);
  expect(visits.filter((v) => v.sessions.some((s) => s.hostChoice !== null))).toHaveLength(2);
  const evidence = await evidenceOf(db, campaign.id);
  expect(evidence.length).toBeGreaterThanOrEqual(24);
  expect(evidence.filter((e) => e.stance === 'differs')).toHaveLength(2);
  const report = (await finalReportOf(db, campaign.id))!;
  const { lints, figures } = await readReport(db, campaign, report);
  expect(lints.filter((l) => l.severity === 'error').map((l) => l.code)).toEqual(['F01']);
  expect([...figures.values()].every((f) => f.value !== null)).toBe(true);
  const articles = await articlesOfCampaign(db, campaign.id);
  expect(articles.map((a) => a.kind).sort()).toEqual(['news', 'news', 'news', 'plan']);
  const feedback = await feedbackOf(
    db,
    articles.map((a) => a.id),
  );
  expect(feedback.map((f) => f.state).sort()).toEqual(['answered', 'received']);
});

test('people can sign in, each of the six and an officer for every body', async () => {
  for (const { email } of demoPeople) expect(await actorByEmail(db, email)).not.toBeNull();
  const owed = await obligationsOf(db, campaign.id);
  expect(await listPeople(db)).toHaveLength(owed.length + demoPeople.length - 2);
});

test('a second load changes nothing', async () => {
  const counts = async () => [
    (await allCampaigns(db)).length,
    (await latestSubmissions(db, campaign.id)).length,
    (await listPeople(db)).length,
  ];
  const before = await counts();
  await load(db);
  expect(await counts()).toEqual(before);
  expect(await readSetting(db, 'demo')).toEqual({ standsOn: '2023-08-25' });
});

test('two loads give the same texts to the byte', async () => {
  const [first, second] = await Promise.all([sealsOf(db), sealsOf(other.db)]);
  expect(first.length).toBeGreaterThan(80);
  expect(second).toEqual(first);
});

/** The seal of each report; of one that came as a file (it names its upload by an id of its own) the words and figures. */
async function sealsOf(from: Db): Promise<string[]> {
  const { id } = (await allCampaigns(from))[0]!;
  const nameOf = new Map((await obligationsOf(from, id)).map((o) => [o.unitId, o.unitShort]));
  const sent = (await latestSubmissions(from, id)).sort((a, b) => a.receiptNumber - b.receiptNumber);
  const lines: string[] = [];
  for (const s of sent) {
    const name = nameOf.get(s.unitId)!;
    lines.push(`${s.receiptNumber} ${name} ${name in manners ? await wordsOf(from, s) : s.sha256}`);
  }
  return lines;
}

async function wordsOf(from: Db, { id }: SubmissionRow): Promise<string> {
  const { sections, annex } = (await submissionContent(from, id))!;
  const text = Object.entries(sections)
    .sort()
    .map(([code, s]) => [code, plainText(s.body), s.items.map((i) => i.text)]);
  const bare = (key: string, value: unknown) => (key === 'source' ? undefined : value);
  return JSON.stringify([text, annex], bare);
}
