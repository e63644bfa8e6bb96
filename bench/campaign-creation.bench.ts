// Promise: a campaign of 10,000 obligations is made in one act in seconds, and its board opens at once.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createAuth } from '#src/accounts/auth.ts';
import { createApp } from '#src/app.tsx';
import { createCampaign } from '#src/campaigns/actions.ts';
import { assignObligations } from '#src/campaigns/assignment.ts';
import { systemActor } from '#src/kernel/actor.ts';
import { clockFrom } from '#src/platform/clock.ts';
import { configFrom } from '#src/platform/config.ts';
import { connect, connectSql, type Db } from '#src/platform/database/connect.ts';
import { migrate } from '#src/platform/database/migrate.ts';
import { openFiles } from '#src/platform/files.ts';
import { progressOf } from '#src/progress/reading.ts';
import { loadUnits } from '#src/units/load.ts';
import { unitsAsOf } from '#src/units/store.ts';
import { candidates, issuedOn, testAssignment, testDraft } from '#tests/support/campaign.ts';
import { joinCluster, releaseCluster } from '#tests/support/cluster.ts';
import { castPeople, emailOf, password } from '#tests/support/people.ts';

const now = new Date('2023-08-25T09:00:00+07:00');

async function timed<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const result = await work();
  console.log(
    JSON.stringify({ bench: 'campaign-creation', what, ms: Math.round(performance.now() - start) }),
  );
  return result;
}

/** Every body reports: the central ones of the plan, the districts and the communes on M1 and M3. */
async function everyone(db: Db) {
  const below = await unitsAsOf(db, issuedOn, { kinds: ['commune', 'district'] });
  const plan = testAssignment(await candidates(db));
  const units = [...plan.units, ...below.map((u) => ({ id: u.id, kind: u.kind, name: u.fullName }))];
  const classes = plan.classes.map((c) =>
    c.templateCode === 'M3' ? { ...c, kinds: [...c.kinds, 'commune' as const, 'district' as const] } : c,
  );
  return { ...plan, units, classes };
}

/** Nine in ten have opened their report, saved each section three times; half have sent it. */
async function write(db: Db, campaignId: string, by: string): Promise<void> {
  await sql`insert into reports select gen_random_uuid(), id, campaign_id, unit_id, template_version_id, '2023-07-01', ${by}::uuid
    from obligations where campaign_id = ${campaignId} and random() < 0.9`.execute(db);
  const text = JSON.stringify([
    {
      id: 'b1',
      kind: 'paragraph',
      inlines: [{ kind: 'text', text: 'Kết quả thực hiện nhiệm vụ. '.repeat(80) }],
    },
  ]);
  await sql`insert into report_section_versions
    select r.id, s->>'code', n, ${text}::text::jsonb, '[]', '2023-08-01'::timestamptz + n * interval '6 days', ${by}::uuid, 'typed'
    from reports r join template_versions v on v.id = r.template_version_id, jsonb_array_elements(v.outline->'sections') s, generate_series(1, 3) n
    where r.campaign_id = ${campaignId} and (s->>'writable')::boolean and random() < 0.8`.execute(db);
  await sql`insert into report_sections
    select distinct on (report_id, section_code) report_id, section_code, version, body, items, saved_at, saved_by
    from report_section_versions order by report_id, section_code, version desc`.execute(db);
  await sql`insert into submissions select gen_random_uuid(), id, campaign_id, unit_id, 'official', 1, row_number() over (), '{}', 'x', '2023-08-20', ${by}::uuid, template_version_id
    from reports where campaign_id = ${campaignId} and random() < 0.5`.execute(db);
  await sql`analyze`.execute(db);
}

async function openBoard(db: Db, slug: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tongket-bench-'));
  const config = configFrom({ DATA_DIR: folder, BASE_URL: 'http://localhost' });
  const auth = createAuth({ db, secret: config.secret, baseUrl: config.baseUrl });
  await castPeople(db, auth, now);
  const app = createApp({
    db,
    config,
    files: openFiles(config),
    auth,
    demo: true,
    clock: clockFrom({ demoNow: now }),
  });
  const origin = 'http://localhost';
  const body = new URLSearchParams({ email: emailOf('ha'), password });
  const answer = await app.request(`${origin}/sign-in`, { method: 'POST', headers: { origin }, body });
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  for (const path of ['', '', '/reports', '/reports?q=an+giang', '/board.print'])
    await timed(`GET /campaigns/…${path}`, async () => {
      const page = await app.request(`${origin}/campaigns/${slug}${path}`, { headers: { cookie } });
      if (page.status !== 200) throw new Error(`${path}: ${page.status}`);
      return page.text();
    });
  rmSync(folder, { recursive: true, force: true });
}

const urlOf = await joinCluster();
const name = `test_${randomBytes(8).toString('hex')}`;
const admin = connectSql(urlOf('postgres'), 1);
await admin`CREATE DATABASE ${admin(name)} TEMPLATE template0`;
await migrate(urlOf(name));
const db = connect(urlOf(name), 5);
try {
  await loadUnits(db);
  const act = { db, actor: systemActor, now: new Date('2023-05-18T09:00:00+07:00') };
  const input = await everyone(db);
  const { obligations } = await timed(`assign ${input.units.length} units`, () => assignObligations(input));
  const draft = await testDraft(act, { obligations });
  const campaign = await timed(`create ${obligations.length} obligations`, () => createCampaign(act, draft));
  await write(db, campaign.id, systemActor.id);
  const row = { id: campaign.id, createdAt: act.now };
  for (const turn of ['first', 'again'])
    await timed(`read the board's data (${turn})`, () => progressOf(db, row, now));
  await openBoard(db, campaign.slug);
} finally {
  await db.destroy();
  await admin`DROP DATABASE IF EXISTS ${admin(name)} WITH (FORCE)`;
  await admin.end();
  releaseCluster();
}
