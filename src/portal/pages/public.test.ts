// The public pages through the app: read, searched, counted, saved and downloaded by anyone.
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { obligationOfUnit } from '#src/campaigns/store/obligations.ts';
import { openReport } from '#src/reports/actions/sending.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { bytes, putArticles } from '#tests/support/articles.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { unitId } from '#tests/support/people.ts';

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
