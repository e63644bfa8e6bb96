// The public pages through the app: read by anyone, letters queued, feedback followed by its code, counts without readers.
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { obligationOfUnit } from '#src/campaigns/store/obligations.ts';
import type { Document } from '#src/documents/model.ts';
import { systemActor } from '#src/kernel/actor.ts';
import { mailById } from '#src/notices/store.ts';
import { forgetSenderInTime, publishArticle } from '#src/portal/actions.ts';
import { openReport } from '#src/reports/actions/sending.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { unitId } from '#tests/support/people.ts';

let app: TestApp;
let visitor: Asker;
let campaign: { id: string; slug: string };
let slug = '';

const body: Document = [
  { id: 'a', kind: 'heading', level: 1, inlines: [{ kind: 'text', text: 'I. MỤC ĐÍCH' }] },
  {
    id: 'b',
    kind: 'paragraph',
    inlines: [{ kind: 'text', text: 'Đánh giá <script>alert(1)</script> đúng thực trạng.' }],
  },
];
const bytes = new TextEncoder().encode('nội dung đề cương');

beforeAll(async () => {
  app = await testApp();
  visitor = await app.as('visitor');
  campaign = await testCampaign(app.act('ha'));
  const act = { ...app.act('ha'), files: app.services.files };
  const attachment = {
    title: 'Mẫu M1',
    fileName: 'Đề cương M1.docx',
    mediaType: 'application/x',
    bytes,
    detail: '4 trang',
  };
  ({ slug } = await publishArticle(act, {
    kind: 'plan',
    campaignId: campaign.id,
    publishedOn: '2023-05-20',
    issuedOn: '2023-05-18',
    number: '82-KH/BDVTW',
    title: 'Kế hoạch số 82-KH/BDVTW ngày 18/5/2023 về tổng kết công tác dân vận',
    summaryEn: 'A nationwide review.',
    body,
    facts: [{ label: { vi: 'Hạn gửi báo cáo', en: 'Reports due' }, value: 'trước ngày 30/8/2023' }],
    attachments: [attachment, { ...attachment, title: 'Mẫu M2' }],
  }));
  await publishArticle(act, {
    kind: 'news',
    campaignId: campaign.id,
    publishedOn: '2023-06-09',
    number: null,
    title: 'Đính chính biểu B5',
    summaryEn: null,
    body: [{ id: 'a', kind: 'paragraph', inlines: [{ kind: 'text', text: 'Biểu B5 được thay.' }] }],
    facts: [],
    attachments: [],
  });
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();

describe('reading', () => {
  it('shows every part of the page to a stranger, and the text escaped', async () => {
    const html = await text(visitor.get(`/public/${slug}`));
    for (const part of [
      'Thứ Bảy, 20/5/2023',
      'Kế hoạch số <span class="tk-nb">82-KH/BDVTW</span>',
      'trước ngày 30/8/2023',
      'I. MỤC ĐÍCH',
      'Tệp đính kèm',
      'Gửi cho bạn bè',
      'Phản hồi',
      'Thông tin người gửi phản hồi',
      'Các tin khác',
      'Xem nhiều nhất',
      'Đính chính biểu B5',
      'English summary',
      'property="og:title"',
      createHash('sha256').update(bytes).digest('hex'),
      `http://localhost/public/${slug}`,
    ])
      expect(html).toContain(part);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toMatch(/ style="| onclick=/);
  });

  it('answers what is not there with 404', async () => {
    for (const path of [
      '/public/khong-co',
      `/public/${slug}/files/x`,
      '/public/dinh-chinh-bieu-b5-2023/files.zip',
    ])
      expect((await visitor.get(path)).status).toBe(404);
  });

  it('finds without diacritics, plans first, and says when nothing is found', async () => {
    const all = await text(visitor.get('/public'));
    expect(all.indexOf('82-KH/BDVTW')).toBeLessThan(all.indexOf('Đính chính'));
    expect(await text(visitor.get('/public?q=danh%20gia%20thuc%20trang'))).toContain(slug);
    expect(await text(visitor.get('/public?q=đính chính'))).not.toContain(slug);
    expect(await text(visitor.get('/public?q=100%25_'))).toContain('Không có trang nào');
    expect(await text(visitor.get('/public?q=<img src=x>'))).not.toContain('<img');
  });

  it('keeps the size of the text in a cookie', async () => {
    const answer = await visitor.get(`/public/${slug}?text=large`);
    expect(answer.headers.getSetCookie().join()).toContain('text-size=large');
    expect(await answer.text()).toContain('tk-doc--large');
  });

  it('counts views by day and keeps nothing of the reader', async () => {
    const views = async () =>
      (
        await app.services.db.selectFrom('article_views').select('views').where('views', '>', 0).execute()
      ).reduce((sum, r) => sum + r.views, 0);
    const before = await views();
    const answer = await visitor.get(`/public/${slug}`);
    await visitor.get(`/public/${slug}?text=normal`);
    expect(await views()).toBe(before + 1);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('gives the feed', async () => {
    const answer = await visitor.get('/public/rss.xml');
    expect(answer.headers.get('content-type')).toContain('application/rss+xml');
    expect(await answer.text()).toContain(`<link>http://localhost/public/${slug}</link>`);
  });
});

describe('files', () => {
  it('come as they were, one by one and together with their checksums', async () => {
    const html = await text(visitor.get(`/public/${slug}`));
    const path = /href="(\/public\/[^"]+\/files\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    const one = await visitor.get(path);
    expect(new Uint8Array(await one.arrayBuffer())).toEqual(bytes);
    expect(one.headers.get('content-disposition')).toContain("filename*=UTF-8''");
    expect(one.headers.get('x-content-type-options')).toBe('nosniff');
    const zip = unzipSync(
      new Uint8Array(await (await visitor.get(`/public/${slug}/files.zip`)).arrayBuffer()),
    );
    expect(Object.keys(zip)).toEqual(['Đề cương M1.docx', 'Đề cương M1-2.docx', 'SHA256SUMS.txt']);
    expect(zip['Đề cương M1.docx']).toEqual(bytes);
    const sum = createHash('sha256').update(bytes).digest('hex');
    expect(new TextDecoder().decode(zip['SHA256SUMS.txt'])).toContain(`${sum}  Đề cương M1.docx`);
  });
});

describe('the page saved', () => {
  it('is a PDF whose words can be copied, with its address, and no letterhead of the issuer', async () => {
    const answer = await visitor.get(`/public/${slug}/page.pdf`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
    const { text: words } = await extractText(pdf, { mergePages: true });
    expect(words).toContain('Kế hoạch số 82-KH/BDVTW');
    expect(words).toContain('Đánh giá <script>alert(1)</script> đúng thực trạng.');
    expect(words).toContain(`http://localhost/public/${slug}`);
    expect(words).not.toContain('ĐẢNG CỘNG SẢN');
  });
});

describe('public status', () => {
  it('counts what has come, says nothing of drafts, and finds a province under its present name', async () => {
    const owed = await obligationOfUnit(
      app.services.db,
      campaign.id,
      await unitId(app.services.db, 'Tỉnh ủy Hậu Giang'),
    );
    await openReport(app.act('ngan'), owed!.id);
    const path = `/public/${slug}/status`;
    const html = await text(visitor.get(path));
    expect(html).toContain('Tỉnh ủy Hậu Giang');
    expect(html).not.toMatch(/đang soạn|quá hạn/i);
    expect(html).not.toContain('Nay là: Thành ủy Cần Thơ');
    app.setNow('2026-01-15T09:00:00+07:00');
    const found = await text(visitor.get(`${path}?q=can tho`));
    expect(found).toContain('Tỉnh ủy Hậu Giang');
    expect(found).toContain('Thành ủy Cần Thơ');
    expect(found).not.toContain('Lạng Sơn');
    expect(await text(visitor.get(`${path}?q=khong-co`))).toContain('Không có đơn vị nào');
    app.setNow('2023-08-25T09:00:00+07:00');
  });
});

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
      mayPublish: '1',
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
