// The final report on a real PostgreSQL: who may see it, parts written by several people, sources and figures put in place.
import { beforeAll, describe, expect, it } from 'vitest';
import { sectionAcross } from '#src/synthesis/store.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { sendReport } from '#tests/support/synthesis.ts';
import { partsOf } from './rules/parts.ts';
import { bodyAt, finalReportOf } from './store.ts';

let test: TestApp;
let campaign: { id: string; slug: string };
let ha: Asker;
let base: string;
let evidence: string;
let submissionId: string;

const passage = 'Cấp ủy tỉnh đã gặp gỡ, đối thoại với dân ở những nơi có việc khó.';

beforeAll(async () => {
  test = await testApp();
  campaign = await testCampaign(test.act('ha'));
  ha = await test.as('ha');
  base = `/campaigns/${campaign.slug}/final-report`;
  const sent = await sendReport(test, campaign.id, 'Tỉnh ủy Lạng Sơn', {
    sections: { 'III.3': passage },
    figures: { 'B3.08': { '2022': 1234, '2021': 50 } },
    decided: 'accepted',
  });
  submissionId = sent.submissionId;
  await sendReport(test, campaign.id, 'Tỉnh ủy Hậu Giang', {
    figures: { 'B3.08': { '2022': 66 } },
    decided: 'accepted',
  });
}, 180_000);

const report = async () => (await finalReportOf(test.services.db, campaign.id))!;
const partNamed = async (words: string) =>
  partsOf((await report()).body).find((p) => p.title.includes(words))!;
const html = async (path = '') => (await ha.get(`${base}${path}`)).text();

async function pick(quote = ''): Promise<string> {
  const { db } = test.services;
  const reading = (await sectionAcross(db, campaign.id, 'III.3')).find(
    (r) => r.submissionId === submissionId,
  )!;
  const answer = await ha.post(`/campaigns/${campaign.slug}/evidence`, {
    submission: submissionId,
    section: 'III.3',
    block: reading.body[0]!.id,
    quote,
  });
  expect(answer.status).toBe(303);
  const page = await (await ha.get(`/campaigns/${campaign.slug}/evidence`)).text();
  return /id="nguon-([0-9a-f-]{36})"/.exec(page)![1]!;
}

describe('beginning', () => {
  it('is offered, and gives the headings of the outline and not one sentence', async () => {
    expect(await html()).toContain('Bắt đầu báo cáo');
    await Promise.all([ha.post(base, {}), ha.post(base, {})]);
    const { body, version } = await report();
    expect(version).toBe(1);
    expect(body.every((b) => b.kind === 'heading')).toBe(true);
    expect(await html()).toContain('Chưa chốt được: báo cáo mới có đề mục');
  });

  it('exists for the centre only, and only officers write', async () => {
    for (const person of ['chau', 'ngan', 'nam'] as const)
      for (const path of ['', '/face', '/parts/dau', '/sources?block=x', '/working.docx', '/freezes/1.docx'])
        expect((await (await test.as(person)).get(`${base}${path}`)).status).toBe(404);
    for (const person of ['bao', 'long'] as const) {
      const reader = await test.as(person);
      const page = await (await reader.get(base)).text();
      expect(page).not.toContain('Viết phần này');
      expect(page).not.toContain('Chốt thành');
      expect((await reader.get(`${base}/parts/dau`)).status).toBe(403);
      for (const [path, fields] of [
        ['', {}],
        ['/parts/dau', { version: '1', text: 'Lén' }],
        ['/citations', { block: 'x', evidence: '0189f7ea-0000-7000-8000-000000000001' }],
        ['/figures', { block: 'x', ref: 'B3.08:2022' }],
        ['/face', { issuer: 'Lén', abstract: 'Lén' }],
        ['/freezes', {}],
      ] as [string, Record<string, string>][])
        expect((await reader.post(`${base}${path}`, fields)).status, path).toBe(403);
    }
    expect((await report()).version).toBe(1);
  });
});

describe('writing', () => {
  it('keeps the text of one part, and the ids of paragraphs that stay', async () => {
    const part = await partNamed('cơ quan nhà nước');
    const text =
      'Người đứng đầu cấp ủy đã đối thoại với Nhân dân. Việc trả lời còn chậm ở vài nơi.\n\nCâu thứ ba của phần này.';
    expect((await ha.post(`${base}/parts/${part.id}`, { version: '1', text })).status).toBe(303);
    const before = (await partNamed('cơ quan nhà nước')).blocks;
    await ha.post(`${base}/parts/${part.id}`, { version: '2', text: `${text}\n\n# Dòng giống đề mục` });
    const after = await partNamed('cơ quan nhà nước');
    expect(after.blocks.map((b) => b.kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    expect(after.blocks.slice(0, 2).map((b) => b.id)).toEqual(before.map((b) => b.id));
    await ha.post(`${base}/parts/${part.id}`, { version: '3', text });
  });

  it('lets two people save two parts from the same version', async () => {
    const [one, two] = [await partNamed('Bối cảnh'), await partNamed('cơ quan nhà nước')];
    const { version } = await report();
    const first = one ?? partsOf((await report()).body)[1]!;
    expect(
      (await ha.post(`${base}/parts/${first.id}`, { version: String(version), text: 'Phần một:' })).status,
    ).toBe(303);
    const text = 'Người đứng đầu cấp ủy đã đối thoại với Nhân dân. Việc trả lời còn chậm ở vài nơi.';
    expect((await ha.post(`${base}/parts/${two.id}`, { version: String(version), text })).status).toBe(303);
    const { body } = await report();
    expect(JSON.stringify(body)).toContain('Phần một:');
    expect(JSON.stringify(body)).not.toContain('Câu thứ ba');
  });

  it('shows both texts when the same part was saved meanwhile, and loses neither', async () => {
    const part = await partNamed('cơ quan nhà nước');
    const { version } = await report();
    const theirs = 'Người đứng đầu cấp ủy đã đối thoại với Nhân dân. Bản của người kia viết thêm.';
    await ha.post(`${base}/parts/${part.id}`, { version: String(version), text: theirs });
    const answer = await ha.post(`${base}/parts/${part.id}`, {
      version: String(version),
      text: 'Bản của tôi gõ.',
    });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('Bản của tôi gõ.');
    expect(page).toContain('Bản của người kia viết thêm.');
    expect(page).toContain(`name="version" value="${version + 1}"`);
    expect((await report()).version).toBe(version + 1);
    const merged = 'Người đứng đầu cấp ủy đã đối thoại với Nhân dân. Việc trả lời còn chậm ở vài nơi.';
    expect(
      (await ha.post(`${base}/parts/${part.id}`, { version: String(version + 1), text: merged })).status,
    ).toBe(303);
    const { id } = await report();
    expect(JSON.stringify(await bodyAt(test.services.db, id, version + 1))).toContain('Bản của người kia');
  });

  it('is refused without losing the text, and is not found in a part that is not there', async () => {
    const part = await partNamed('cơ quan nhà nước');
    const answer = await ha.post(`${base}/parts/${part.id}`, { version: 'abc', text: 'Câu vừa gõ' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Câu vừa gõ');
    expect((await ha.post(`${base}/parts/khong-co`, { version: '1', text: 'x' })).status).toBe(404);
  });
});

describe('citing', () => {
  it('puts the source behind the chosen sentence and the figure before its full stop', async () => {
    evidence = await pick('đối thoại với dân');
    const block = (await partNamed('cơ quan nhà nước')).blocks[0]!.id;
    const choose = await html(`/sources?block=${block}&sentence=0`);
    expect(choose).toContain('1/1 dẫn chứng');
    expect(choose).toMatch(/<option value="0" selected[^>]*>1\. Người đứng đầu/);
    const cited = await ha.post(`${base}/citations`, { block, sentence: '0', evidence });
    expect(cited.headers.get('location')).toContain(`?p=${block}&s=0#b-${block}`);
    expect((await ha.post(`${base}/figures`, { block, sentence: '1', ref: 'B3.08:2022' })).status).toBe(303);
    const part = await html(`/parts/${(await partNamed('cơ quan nhà nước')).id}`);
    expect(part).toContain(`với Nhân dân.[^e:${evidence}] Việc trả lời còn chậm ở vài nơi {{B3.08:2022}}.`);
  });

  it('shows numbers, live figures and where each opens', async () => {
    const block = (await partNamed('cơ quan nhà nước')).blocks[0]!.id;
    const page = await html(`?p=${block}&s=0`);
    expect(page).toContain('Nguồn của câu đang chọn');
    expect(page).toContain('“đối thoại với dân”');
    expect(page).toContain('1.300');
    const whole = await html(`?p=${block}`);
    expect(whole).toContain(`/campaigns/${campaign.slug}/figures/B3/B3.08/2022`);
    expect((await ha.get(`/campaigns/${campaign.slug}/figures/B3/B3.08/2022`)).status).toBe(200);
    expect(whole).toContain(`/submissions/${submissionId}#muc-III.3`);
  });

  it('filters the evidence by section and by words without diacritics', async () => {
    const block = (await partNamed('cơ quan nhà nước')).blocks[0]!.id;
    expect(await html(`/sources?block=${block}&q=lang+son+doi+thoai`)).toContain('1/1 dẫn chứng');
    expect(await html(`/sources?block=${block}&q=hau+giang`)).toContain('0/1 dẫn chứng');
    expect(await html(`/sources?block=${block}&section=III.3`)).toContain('1/1 dẫn chứng');
    expect((await ha.get(`${base}/sources?block=khong-co`)).status).toBe(404);
  });

  it('refuses a figure that nobody gave, and a place or a source that is not there', async () => {
    const block = (await partNamed('cơ quan nhà nước')).blocks[0]!.id;
    const { version } = await report();
    const refused = await ha.post(`${base}/figures`, { block, ref: 'B3.99:2022' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Chưa có số liệu này');
    const none = '0189f7ea-0000-7000-8000-000000000001';
    expect((await ha.post(`${base}/citations`, { block, evidence: none })).status).toBe(404);
    expect((await ha.post(`${base}/citations`, { block: 'khong-co', evidence })).status).toBe(404);
    expect((await ha.post(`${base}/citations`, { block, sentence: '9', evidence })).status).toBe(404);
    expect((await report()).version).toBe(version);
  });

  it('shows how the sources cover regions and tasks', async () => {
    const page = await html();
    expect(page).toContain('Độ phủ: đơn vị đã dẫn trên đơn vị có báo cáo');
    expect(page).toMatch(/Trung du, miền núi phía Bắc<\/th>.*?<td class="m3">1\/1<\/td>/s);
    expect(page).toMatch(/Đồng bằng sông Cửu Long<\/th>.*?<td class="m0">0\/1<\/td>/s);
    expect(page).toContain('Chưa được dẫn lần nào (1): Tỉnh ủy Hậu Giang.');
  });
});
