import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#src/kernel/actor.ts';
import { mailById } from '#src/notices/store.ts';
import { forgetSenderInTime } from '#src/portal/actions.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { putArticles } from '#tests/support/articles.ts';
import { testCampaign } from '#tests/support/campaign.ts';

let app: TestApp;
let visitor: Asker;
let campaign: { id: string; slug: string };
let slug = '';

beforeAll(async () => {
  app = await testApp();
  visitor = await app.as('visitor');
  campaign = await testCampaign(app.act('ha'));
  slug = await putArticles(app, campaign.id);
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();

describe('send to a friend', () => {
  it('queues a letter, keeps no address of the friend in its count, and says where it lies', async () => {
    const answer = await visitor.post(`/public/${slug}/shares`, {
      recipient: 'ban@x.example',
      senderName: 'An',
      website: '',
    });
    expect(answer.status).toBe(303);
    const page = await text(visitor.get(answer.headers.get('location') ?? ''));
    expect(page).toContain('thư mục thư của hệ thống');
    const mail = await app.services.db.selectFrom('mails').select('id').executeTakeFirstOrThrow();
    expect(await mailById(app.services.db, mail.id)).toMatchObject({ recipient: 'ban@x.example' });
    const share = await app.services.db.selectFrom('article_shares').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(share)).not.toContain('ban@x');
  });

  it.each([
    ['header injection', { recipient: 'a@b.example\r\nBcc: c@d.example', senderName: '' }],
    ['two addresses', { recipient: 'a@b.example, c@d.example', senderName: '' }],
    ['no address', { recipient: '', senderName: 'Nguyễn <b>An</b>' }],
    ['a trapped program', { recipient: 'a@b.example', senderName: '', website: 'http://x.example' }],
  ])('refuses %s and keeps what was typed', async (_what, typed) => {
    const count = async () => (await app.services.db.selectFrom('mails').select('id').execute()).length;
    const before = await count();
    const answer = await visitor.post(`/public/${slug}/shares`, typed);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    if (typed.senderName) expect(html).toContain('value="Nguyễn &lt;b&gt;An&lt;/b&gt;"');
    expect(await count()).toBe(before);
  });

  it('stops at three letters an hour to one address', async () => {
    const send = () =>
      visitor.post(`/public/${slug}/shares`, { recipient: 'nhieu@x.example', senderName: '' });
    for (let i = 0; i < 3; i++) expect((await send()).status).toBe(303);
    expect((await send()).status).toBe(422);
    app.setNow('2023-08-25T10:30:00+07:00');
    expect((await send()).status).toBe(303);
  });
});

describe('feedback', () => {
  const send = (fields: Record<string, string>) => visitor.post(`/public/${slug}/feedback`, fields);

  it('is followed by its code, answered by the centre, published without the name when allowed', async () => {
    const sent = await send({
      body: 'Góp ý <b>một</b>\ndòng hai',
      name: 'Lê Bình',
      contact: '0900000000',
      mayPublish: 'yes',
    });
    expect(sent.status).toBe(303);
    const followed = sent.headers.get('location') ?? '';
    const code = /feedback\/([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(followed)?.[1] ?? '';
    expect(await text(visitor.get(followed))).toContain(code);
    expect((await visitor.get(`/public/feedback?code=${code.toLowerCase()}`)).headers.get('location')).toBe(
      `/public/feedback/${code}`,
    );

    const ha = await app.as('ha');
    const list = await text(ha.get(`/campaigns/${campaign.slug}/feedback`));
    expect(list).toContain('Lê Bình');
    const id = /answer=([0-9a-f-]{36})/.exec(list)?.[1] ?? '';
    const address = `/campaigns/${campaign.slug}/feedback/${id}/answer`;
    const refused = await ha.post(address, { answer: '', outcome: 'answered' });
    expect(refused.status).toBe(422);
    expect((await ha.post(address, { answer: 'Xin tiếp thu.', outcome: 'answered' })).status).toBe(303);
    expect((await ha.post(address, { answer: 'Lần nữa', outcome: 'answered' })).status).toBe(422);

    expect(await text(visitor.get(`/public/feedback/${code}`))).toContain('Xin tiếp thu.');
    const page = await text(visitor.get(`/public/${slug}`));
    expect(page).toContain('Xin tiếp thu.');
    expect(page).toContain('Góp ý &lt;b&gt;một&lt;/b&gt;');
    expect(page).not.toContain('Lê Bình');

    expect((await visitor.post(`/public/feedback/${code}/sender-erasure`, {})).status).toBe(303);
    expect(await text(visitor.get(`/public/feedback/${code}`))).not.toContain('Lê Bình');
  });

  it('not allowed to be published stays between sender and centre', async () => {
    const sent = await send({ body: 'Chỉ gửi Ban', name: '', contact: '' });
    expect(sent.status).toBe(303);
    expect(await text(visitor.get(`/public/${slug}`))).not.toContain('Chỉ gửi Ban');
  });

  it('forgets the sender after a year by a waiting job', async () => {
    await send({ body: 'Một năm', name: 'Trần Hữu', contact: '' });
    const row = await app.services.db
      .selectFrom('feedback')
      .select('id')
      .where('sender_name', '=', 'Trần Hữu')
      .executeTakeFirstOrThrow();
    const jobs = await app.services.db
      .selectFrom('graphile_worker.jobs')
      .select(['key', 'run_at'])
      .where('key', '=', `forget:${row.id}`)
      .execute();
    expect(jobs).toHaveLength(1);
    expect(Number(jobs[0]?.run_at) - Date.now()).toBeGreaterThan(364 * 86_400_000);
    await forgetSenderInTime({ ...app.act('ha'), actor: systemActor }, row.id);
    const after = await app.services.db
      .selectFrom('feedback')
      .select('sender_name')
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow();
    expect(after.sender_name).toBeNull();
  });

  it.each([
    ['nothing', { body: '  ', name: 'Lê Bình' }, 422],
    ['too much', { body: 'x'.repeat(3001), name: 'Lê Bình' }, 422],
    ['a trapped program', { body: 'Xin chào', name: 'Lê Bình', homepage: 'x' }, 422],
    ['10 MB', { body: 'x'.repeat(10 * 1024 * 1024), name: 'Lê Bình' }, 413],
  ])('refuses %s', async (_what, typed, status) => {
    const answer = await send(typed);
    expect(answer.status).toBe(status);
    const html = await answer.text();
    if (status === 422) expect(html).toContain('value="Lê Bình"');
    if (status === 422 && typed.body.trim()) expect(html).toContain(typed.body);
  });

  it('an unknown code leads nowhere and tells nothing', async () => {
    expect((await visitor.get('/public/feedback/AAAAA-AAAAA')).status).toBe(404);
    const answer = await visitor.get('/public/feedback?code=zzz');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('value="zzz"');
  });

  it('its list does not exist outside the centre, and readers there may not answer', async () => {
    const path = `/campaigns/${campaign.slug}/feedback`;
    for (const person of ['chau', 'nam'] as const)
      expect((await (await app.as(person)).get(path)).status).toBe(404);
    expect((await (await app.as('bao')).get(path)).status).toBe(200);
    const list = await text((await app.as('ha')).get(path));
    const id = /answer=([0-9a-f-]{36})/.exec(list)?.[1] ?? '';
    const answer = await (await app.as('bao')).post(`${path}/${id}/answer`, {
      answer: 'A',
      outcome: 'answered',
    });
    expect(answer.status).toBe(403);
  });
});
