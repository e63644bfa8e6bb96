// The final report frozen: its files opened by software that did not write them, and unchanged when the figures change.
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '#src/events/store.ts';
import { withdrawAcceptance } from '#src/reports/actions/deciding.ts';
import { pickEvidence } from '#src/synthesis/actions.ts';
import { sectionAcross } from '#src/synthesis/store.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { sendReport } from '#tests/support/synthesis.ts';
import { frozenNow } from './freezing.ts';
import { readReport } from './reading.ts';
import { partsOf } from './rules/parts.ts';
import { finalReportOf, freezesOf } from './store.ts';

let test: TestApp;
let campaign: { id: string; slug: string };
let ha: Asker;
let base: string;
let submissionId: string;

const report = async () => (await finalReportOf(test.services.db, campaign.id))!;
const partNamed = async (words: string) =>
  partsOf((await report()).body).find((p) => p.title.includes(words))!;
const html = async (path = '') => (await ha.get(`${base}${path}`)).text();

beforeAll(async () => {
  test = await testApp();
  campaign = await testCampaign(test.act('ha'));
  ha = await test.as('ha');
  base = `/campaigns/${campaign.slug}/final-report`;
  const sent = await sendReport(test, campaign.id, 'Tỉnh ủy Lạng Sơn', {
    sections: { 'III.3': 'Cấp ủy tỉnh đã gặp gỡ, đối thoại với dân ở những nơi có việc khó.' },
    figures: { 'B3.08': { '2022': 1234 } },
    decided: 'accepted',
  });
  submissionId = sent.submissionId;
  await sendReport(test, campaign.id, 'Tỉnh ủy Hậu Giang', {
    figures: { 'B3.08': { '2022': 66 } },
    decided: 'accepted',
  });
  const reading = (await sectionAcross(test.services.db, campaign.id, 'III.3')).find(
    (r) => r.submissionId === submissionId,
  )!;
  const evidence = await pickEvidence(test.act('ha'), campaign.slug, {
    submissionId,
    sectionCode: 'III.3',
    blockId: reading.body[0]!.id,
    quote: '',
    stance: 'supports',
    quotable: true,
  });
  await ha.post(base, {});
  const text = `Người đứng đầu cấp ủy đã đối thoại với Nhân dân.[^e:${evidence}] Việc trả lời còn chậm ở vài nơi {{B3.08:2022}}.`;
  await ha.post(`${base}/parts/${(await partNamed('cơ quan nhà nước')).id}`, { version: '1', text });
}, 180_000);

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
