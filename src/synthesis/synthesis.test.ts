// Reading across units and picking evidence, on reports really sent; and the rules of quotations as a table.
import { beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '#src/events/store.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { sendReport } from '#tests/support/synthesis.ts';
import { depthOf, onOneLine, refusalToQuote, wordsOfBlock } from './rules.ts';
import { evidenceOf, readingsBy, sectionAcross, sectionLengths } from './store.ts';

let test: TestApp;
let campaign: { id: string; slug: string };
let ha: Asker;
let base: string;
let langSon: { submissionId: string; unitId: string };

const words =
  'Lạng Sơn đã **đối thoại** với dân ở 62 xã.\n\n- Việc thứ nhất: nghe dân.\n- Việc thứ hai: trả lời.';

beforeAll(async () => {
  test = await testApp();
  campaign = await testCampaign(test.act('ha'));
  ha = await test.as('ha');
  base = `/campaigns/${campaign.slug}`;
  langSon = await sendReport(test, campaign.id, 'Tỉnh ủy Lạng Sơn', {
    sections: { 'III.3': words },
    decided: 'accepted',
  });
  await sendReport(test, campaign.id, 'Tỉnh ủy Hậu Giang', { decided: 'returned' });
}, 120_000);

const blocks = async () =>
  (await sectionAcross(test.services.db, campaign.id, 'III.3')).find(
    (r) => r.submissionId === langSon.submissionId,
  )!.body;
const pick = async (asker: Asker, fields: Record<string, string>) =>
  asker.post(`${base}/evidence`, { submission: langSon.submissionId, section: 'III.3', ...fields });

describe('quotations', () => {
  const section = {
    body: [
      {
        id: 'a',
        kind: 'paragraph' as const,
        inlines: [
          { kind: 'text' as const, text: 'Đã  nghe dân, ' },
          { kind: 'text' as const, text: 'trả lời dân', bold: true as const },
        ],
      },
    ],
    items: [{ id: 'i', kind: 'lesson' as const, text: 'Nghe trước, nói sau', position: 0 }],
  };
  it.each<[string, string | null]>([
    ['a', 'Đã nghe dân, trả lời dân'],
    ['i', 'Nghe trước, nói sau'],
    ['khong-co', null],
  ])('the words of block %s', (id, expected) => {
    expect(wordsOfBlock(section as unknown as Parameters<typeof wordsOfBlock>[0], id)).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['nghe dân, trả lời', true],
    ['  nghe   dân ', true],
    ['nghe dân,\ntrả lời'.normalize('NFD'), true],
    ['Nghe dân', false],
    ['nghe dân và trả lời', false],
    ['   ', false],
  ])('“%s” is word for word: %s', (quote, isSo) => {
    expect(refusalToQuote(quote, 'Đã nghe dân, trả lời dân') === null).toBe(isSo);
  });

  it('are kept tidy', () => {
    expect(onOneLine(' a \n b ')).toBe('a b');
  });

  it.each([
    [0, 100, 0],
    [40, 100, 1],
    [100, 100, 2],
    [150, 100, 3],
    [100, null, 2],
  ] as const)('%i words of %s are depth %i', (count, hint, depth) => {
    expect(depthOf(count, hint)).toBe(depth);
  });
});

describe('the matrix', () => {
  it('shows every unit that sent, with words counted in paragraphs and lists alike', async () => {
    const lengths = await sectionLengths(test.services.db, campaign.id);
    const [mine] = await sectionAcross(test.services.db, campaign.id, 'III.3').then((all) =>
      all.filter((r) => r.submissionId === langSon.submissionId),
    );
    const counted = lengths.find((l) => l.submissionId === langSon.submissionId && l.code === 'III.3')!;
    expect(counted.words).toBe(mine!.words);
    expect(mine!.words).toBe(20);
    const page = await (await ha.get(`${base}/synthesis`)).text();
    expect(page).toContain('Tỉnh ủy Lạng Sơn');
    expect(page).toContain('Tỉnh ủy Hậu Giang');
    expect(page).toContain(`/campaigns/${campaign.slug}/synthesis/III.3?template=M1`);
    expect(await (await ha.get(`${base}/synthesis?template=M2`)).text()).toContain('Chưa có báo cáo nào');
  });

  it('reads one template at a time: the same code names another section in another', async () => {
    await sendReport(test, campaign.id, 'Ban Tổ chức Trung ương', {
      sections: { 'III.3': 'Ban đã tiếp công dân 40 buổi.' },
    });
    const read = async (template: string) =>
      (await ha.get(`${base}/synthesis/III.3?template=${template}`)).text();
    expect(await read('M1')).not.toContain('tiếp công dân 40 buổi');
    expect(await read('M1')).toContain('cơ quan nhà nước');
    expect(await read('M3')).toContain('tiếp công dân 40 buổi');
    expect(await read('M3')).not.toContain('Tỉnh ủy Lạng Sơn');
    expect((await ha.get(`${base}/synthesis/III.3?template=M2`)).status).toBe(404);
  });

  it('exists for the centre only', async () => {
    for (const person of ['chau', 'ngan', 'nam'] as const)
      for (const path of ['/synthesis', '/synthesis/III.3', '/evidence'])
        expect((await (await test.as(person)).get(base + path)).status).toBe(404);
    for (const person of ['bao', 'long'] as const)
      expect((await (await test.as(person)).get(`${base}/synthesis`)).status).toBe(200);
    expect((await ha.get(`${base}/synthesis/khong-co`)).status).toBe(404);
    expect((await ha.get('/campaigns/khong-co/synthesis')).status).toBe(404);
  });
});

describe('picking', () => {
  it('keeps where the words stand, the whole passage or a part of it', async () => {
    const [paragraph, list] = await blocks();
    expect((await pick(ha, { block: paragraph!.id, quote: 'đối thoại  với dân' })).status).toBe(303);
    const bao = await test.as('bao');
    expect((await pick(bao, { block: list!.id, stance: 'differs', quotable: 'no' })).status).toBe(303);
    const picked = await evidenceOf(test.services.db, campaign.id);
    const [first, second] = (['supports', 'differs'] as const).map((s) => picked.find((e) => e.stance === s));
    expect(first).toMatchObject({
      unitName: 'Tỉnh ủy Lạng Sơn',
      submissionId: langSon.submissionId,
      version: 1,
      sectionCode: 'III.3',
      blockId: paragraph!.id,
      quote: 'đối thoại với dân',
      stance: 'supports',
      quotable: true,
      state: 'accepted',
    });
    expect(second).toMatchObject({
      blockId: list!.id,
      quote: 'Việc thứ nhất: nghe dân. Việc thứ hai: trả lời.',
      stance: 'differs',
      quotable: false,
    });
    const events = await eventsOf(test.services.db, 'evidence', first!.id);
    expect(events.map((e) => e.name)).toEqual(['evidence.picked']);
  });

  it('refuses words that are not there, and keeps what was typed', async () => {
    const [paragraph] = await blocks();
    const answer = await pick(ha, {
      block: paragraph!.id,
      quote: 'đối thoại với nhân dân',
      stance: 'differs',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('đối thoại với nhân dân</textarea>');
    expect(page).toContain('không có nguyên văn');
    expect(page).toMatch(/<option value="differs" selected=""/);
    expect(await evidenceOf(test.services.db, campaign.id)).toHaveLength(2);
  });

  it('is for officers and readers, of what is there', async () => {
    const [paragraph] = await blocks();
    expect((await pick(await test.as('long'), { block: paragraph!.id })).status).toBe(403);
    for (const person of ['chau', 'nam'] as const)
      expect((await pick(await test.as(person), { block: paragraph!.id })).status).toBe(404);
    expect((await pick(ha, { block: 'khong-co' })).status).toBe(404);
    expect((await pick(ha, { block: paragraph!.id, section: 'II' })).status).toBe(404);
    const none = '0189f7ea-0000-7000-8000-000000000001';
    expect((await pick(ha, { block: paragraph!.id, submission: none })).status).toBe(404);
    expect((await pick(ha, { block: paragraph!.id, submission: 'x' })).status).toBe(422);
    expect(await evidenceOf(test.services.db, campaign.id)).toHaveLength(2);
  });

  it('says when the report of a passage has been returned', async () => {
    const other = (await sectionAcross(test.services.db, campaign.id, 'I')).find(
      (r) => r.state === 'returned',
    )!;
    await pick(ha, { submission: other.submissionId, section: 'I', block: other.body[0]!.id });
    const page = await (await ha.get(`${base}/evidence`)).text();
    expect(page).toContain('báo cáo đã bị trả lại');
    expect(page).toContain('Mẫu M1, mục III.3: 2 đoạn');
    expect(page).toContain('Không trích');
  });

  it('counts in the matrix', async () => {
    const page = await (await ha.get(`${base}/synthesis`)).text();
    expect(page).toMatch(/20 2d/);
  });
});

describe('reading', () => {
  it('marks the section as read for that person alone, once', async () => {
    const { db } = test.services;
    for (let i = 0; i < 2; i++)
      expect((await ha.post(`${base}/synthesis/III.3/reading`, {})).status).toBe(303);
    expect(await readingsBy(db, campaign.id, test.people.ha.id)).toHaveLength(2);
    expect(await readingsBy(db, campaign.id, test.people.bao.id)).toHaveLength(0);
    expect(await (await ha.get(`${base}/synthesis`)).text()).toContain('•');
    expect((await ha.post(`${base}/synthesis/khong-co/reading`, {})).status).toBe(404);
    expect((await (await test.as('chau')).post(`${base}/synthesis/III.3/reading`, {})).status).toBe(404);
  });

  it('speaks English when asked', async () => {
    expect(await (await ha.get(`${base}/synthesis?lang=en`)).text()).toContain('Reading across reports');
    const page = await (await ha.get(`${base}/synthesis/III.3?lang=en`)).text();
    expect(page).toContain('units wrote this section');
    expect(page).toContain('Pick');
    await ha.get(`${base}/synthesis?lang=vi`);
  });
});
