// The final report on a real PostgreSQL: written, cited, frozen; its files opened by software that did not write them.
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '#src/events/store.ts';
import { withdrawAcceptance } from '#src/reports/actions/deciding.ts';
import { sectionAcross } from '#src/synthesis/store.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { sendReport } from '#tests/support/synthesis.ts';
import { frozenNow } from './freezing.ts';
import { readReport } from './reading.ts';
import { partsOf } from './rules/parts.ts';
import { bodyAt, finalReportOf, freezesOf } from './store.ts';

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

describe('the face', () => {
  it('keeps every typed value on refusal, and then the face', async () => {
    const fields = {
      issuer: 'Ban Dân vận Trung ương',
      abstract: '',
      symbol: 'BC/BDVTW',
      signatory: 'Phạm Tất Thắng',
    };
    const refused = await ha.post(`${base}/face`, { ...fields, date: 'hôm nào' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Ghi trích yếu');
    expect(page).toContain('value="Phạm Tất Thắng"');
    const abstract = 'tổng kết 10 năm thực hiện Nghị quyết 25-NQ/TW';
    expect(
      (
        await ha.post(`${base}/face`, {
          ...fields,
          abstract,
          kind: 'BÁO CÁO',
          place: 'Hà Nội',
          date: '2023-10-20',
          number: '112',
          recipients: 'Ban Bí thư\nLưu Ban',
        })
      ).status,
    ).toBe(303);
    expect((await report()).spec).toMatchObject({ number: '112', recipients: ['Ban Bí thư', 'Lưu Ban'] });
  });
});

describe('freezing', () => {
  it('is refused while a sentence has no source', async () => {
    const part = partsOf((await report()).body)[1]!;
    await ha.post(`${base}/parts/${part.id}`, {
      version: String((await report()).version),
      text: 'Nhân dân các nơi đều rất đồng tình.',
    });
    const answer = await ha.post(`${base}/freezes`, {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Chưa chốt được: còn 1 lỗi');
    await ha.post(`${base}/parts/${part.id}`, { version: String((await report()).version), text: '' });
  });

  it('makes one version when two people press at once', async () => {
    const answers = await Promise.all([ha.post(`${base}/freezes`, {}), ha.post(`${base}/freezes`, {})]);
    expect(answers.map((a) => a.status).sort()).toEqual([303, 409]);
    const freezes = await freezesOf(test.services.db, (await report()).id);
    expect(freezes.map((f) => f.number)).toEqual([1]);
    expect(await html()).toContain('Báo cáo tổng kết, dự thảo 1');
    const events = await eventsOf(test.services.db, 'final-report', (await report()).id);
    expect(events.map((e) => e.name)).toContain('final-report.frozen');
  }, 60_000);

  const expected = [
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'BAN DÂN VẬN TRUNG ƯƠNG',
    'Số 112-BC/BDVTW',
    'DỰ THẢO 1',
    'Người đứng đầu cấp ủy đã đối thoại với Nhân dân.',
    'Việc trả lời còn chậm ở vài nơi 1.300.',
    'NGUỒN TRÍCH DẪN',
    'Tỉnh ủy Lạng Sơn, mục III.3, bản 1',
    'Số liệu dùng trong báo cáo',
    'Phạm Tất Thắng',
  ];
  const bytesOf = async (path: string) => Buffer.from(await (await ha.get(`${base}${path}`)).arrayBuffer());
  const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');

  it('gives a Word file that another library opens, with the words, the figures and the sources', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await bytesOf('/freezes/1.docx') });
    const text = squeezed(value.replace(/\[1\]/g, ''));
    for (const words of expected.slice(2)) expect(text.toLowerCase()).toContain(words.toLowerCase());
    expect(text).not.toContain('{{');
    for (const block of (await report()).body)
      if (block.kind === 'heading' && block.inlines[0]?.kind === 'text')
        expect(text).toContain(squeezed(block.inlines[0].text));
  });

  it('gives a tagged PDF whose Vietnamese words can be copied', async () => {
    const bytes = await bytesOf('/freezes/1.pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes(Buffer.from('/StructTreeRoot'))).toBe(true);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    const plain = squeezed(text).toLowerCase();
    for (const words of expected) expect(plain).toContain(words.toLowerCase());
  });

  it('stays as it was when the figures change; the draft says so', async () => {
    const { db } = test.services;
    const before = await bytesOf('/freezes/1.docx');
    const [second] = (await sectionAcross(db, campaign.id, 'III.3')).filter(
      (r) => r.submissionId !== submissionId,
    );
    await withdrawAcceptance(test.act('ha'), second!.submissionId, 'Bấm nhầm');
    const [freeze] = await freezesOf(db, (await report()).id);
    expect(freeze!.figures['B3.08:2022']!.text).toBe('1.300');
    expect((await bytesOf('/freezes/1.docx')).equals(before)).toBe(true);
    const reading = await readReport(db, campaign, await report());
    expect(reading.lints.map((d) => d.code)).toContain('F12');
    const page = await html(`?p=${(await partNamed('cơ quan nhà nước')).blocks[0]!.id}`);
    expect(page).toContain('tk-live--old');
    expect(page).toContain('1.300 lúc chốt, nay 1.234');
    expect(frozenNow(await report(), reading).figures['B3.08:2022']!.covered).toBe(1);
    const working = await mammoth.extractRawText({ buffer: await bytesOf('/working.docx') });
    expect(working.value).toContain('1.234');
  });

  it('serves readers the same files, and nothing that was never frozen', async () => {
    const long = await test.as('long');
    expect((await long.get(`${base}/freezes/1.pdf`)).headers.get('content-type')).toBe('application/pdf');
    expect((await ha.get(`${base}/freezes/9.docx`)).status).toBe(404);
    expect((await ha.get(`${base}/freezes/x.docx`)).status).toBe(404);
  });

  it('speaks English when asked', async () => {
    const page = await html('?lang=en');
    for (const words of [
      'Final report, draft 1',
      'Coverage: units cited',
      'Frozen versions',
      'Outline',
      'Checks of this part',
    ])
      expect(page).toContain(words);
  });
});
