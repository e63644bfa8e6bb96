// A plan's way through the screens on a real PostgreSQL: decided fact by fact, launched once, published once.
import { beforeAll, describe, expect, it } from 'vitest';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { eventsOf } from '#src/events/store.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { demoPlanText } from '#tests/support/plan.ts';
import { assignmentsOf, decisionsOf, planById } from './store.ts';

let test: TestApp;
let ha: Asker;
let plan: string;

beforeAll(async () => {
  test = await testApp();
  test.setNow('2023-05-20T09:00:00+07:00');
  await installTemplates(test.services.db, test.act('ha').now);
  ha = await test.as('ha');
  plan = (await ha.post('/plans', { text: demoPlanText })).headers.get('location')!;
}, 120_000);

const id = () => plan.split('/')[2]!;
const html = async (path = '') => (await ha.get(plan + path)).text();
const state = async (pointer: string) =>
  (await decisionsOf(test.services.db, id())).filter((d) => d.pointer === pointer).at(-1)?.decision;
const deadline = async (printed: string) => {
  const { compiled } = (await planById(test.services.db, id()))!;
  return `/deadlines/${compiled.plan.deadlines.findIndex((d) => d.when.from === printed)}`;
};

describe('deciding', () => {
  it('leads on to the next fact that waits', async () => {
    const answer = await ha.post(`${plan}/decisions`, { pointer: '/symbol', decision: 'confirmed' });
    expect(answer.headers.get('location')).toBe(`${plan}#f-issuedOn`);
    expect(await state('/symbol')).toBe('confirmed');
    await ha.post(`${plan}/decisions`, { pointer: '/symbol', decision: 'dropped' });
    await ha.post(`${plan}/decisions`, { pointer: '/symbol', decision: 'reopened' });
    expect(await state('/symbol')).toBe('reopened');
    expect(
      (await ha.post(`${plan}/decisions`, { pointer: '/khongCo/9', decision: 'confirmed' })).status,
    ).toBe(404);
  });

  it.each([
    ['30/8/2023', '2023-08-30'],
    ['2023-08-31', '2023-08-31'],
  ])('edits a date typed as %s', async (typed, iso) => {
    const pointer = await deadline('2023-08-30');
    expect(await (await ha.get(`${plan}?edit=${encodeURIComponent(pointer)}`)).text()).toContain(
      'value="30/8/2023"',
    );
    const answer = await ha.post(`${plan}/edits`, { pointer, from: typed, to: '', counted: 'yes' });
    expect(answer.status).toBe(303);
    const { value } = (await decisionsOf(test.services.db, id()))
      .filter((d) => d.pointer === pointer)
      .at(-1)!;
    expect(value).toMatchObject({ when: { rel: 'by', from: iso, to: iso } });
  });

  it('keeps what was typed when it cannot be read', async () => {
    const pointer = await deadline('2023-08-30');
    const answer = await ha.post(`${plan}/edits`, {
      pointer,
      from: '31/9/2023',
      to: '1/10/2023',
      counted: 'yes',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ['value="31/9/2023"', 'value="1/10/2023"', 'Ghi ngày có thật', 'checked'])
      expect(page).toContain(words);
    const backwards = await ha.post(`${plan}/edits`, { pointer, from: '30/8/2023', to: '1/8/2023' });
    expect(await backwards.text()).toContain('Ngày cuối trước ngày đầu');
  });

  it('settles the warning, and shows the campaign with the edited date', async () => {
    const pointer = await deadline('2023-08-30');
    await ha.post(`${plan}/edits`, { pointer, from: '30/8/2023', to: '', counted: 'yes' });
    const page = await html();
    expect(page).toContain('cảnh báo đã xử lý');
    expect(page).toMatch(/<b>30\/8\/2023<\/b>hết hạn báo cáo, 67 đơn vị/);
  });

  it('matches a place by hand when its name is nobody’s', async () => {
    const pointer = '/visits/1';
    await ha.post(`${plan}/edits`, { pointer, value: 'Bộ Ngoại giao\nThanh tra Chính phủ\nToà án sao hoả' });
    expect(await html()).toContain('E211');
    await ha.post(`${plan}/edits`, {
      pointer,
      value: 'Bộ Ngoại giao\nThanh tra Chính phủ\nTòa án nhân dân tối cao',
    });
    expect(await html()).not.toContain('E211');
  });

  it('confirms one group, then all that still wait', async () => {
    await ha.post(`${plan}/confirmation`, { group: 'targets' });
    expect([await state('/reportTargets/0'), await state('/title')]).toEqual(['confirmed', undefined]);
    const answer = await ha.post(`${plan}/confirmation`, { group: '' });
    expect(answer.status).toBe(303);
    expect(await html()).toContain('Dữ kiện chờ xác nhận: 0');
    expect(await state('/visits/1')).toBe('edited');
    const events = await eventsOf(test.services.db, 'plan', id());
    expect(events.map((e) => e.name)).toContain('plan.fact-decided');
  });

  it('gives the facts as JSON', async () => {
    const answer = await ha.get(`${plan}/facts.json`);
    expect(answer.headers.get('content-type')).toContain('application/json');
    const { plan: facts, spans, diagnostics } = (await answer.json()) as Record<string, { symbol: string }>;
    expect(facts!.symbol).toBe('82-KH/BDVTW');
    expect([typeof spans, Array.isArray(diagnostics)]).toEqual(['object', true]);
  });
});

describe('the list of units', () => {
  const good =
    'Ban cán sự đảng Bộ Nội vụ; Cải cách hành chính\nĐảng đoàn Hội Nông dân Việt Nam; Vận động nông dân';

  it('saves nothing while a line names nobody, and keeps the typed list', async () => {
    const answer = await ha.post(`${plan}/assignments/M2`, { list: `${good}\nỦy ban Sao Hỏa; Chuyện lạ` });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Dòng 3');
    expect(page).toContain('Ủy ban Sao Hỏa; Chuyện lạ</textarea>');
    expect(await assignmentsOf(test.services.db, id(), 'M2')).toEqual([]);
    expect((await ha.post(`${plan}/assignments/M9`, { list: good })).status).toBe(404);
  });

  it('keeps the officer’s order, and may be replaced', async () => {
    const turned = good.split('\n').reverse().join('\n');
    for (const list of [good, turned])
      expect((await ha.post(`${plan}/assignments/M2`, { list })).status).toBe(303);
    const saved = await assignmentsOf(test.services.db, id(), 'M2');
    expect(saved.map((a) => a.title)).toEqual(['Vận động nông dân', 'Cải cách hành chính']);
    expect(await html()).toContain('Tạo đợt tổng kết');
  });
});

describe('the launch', () => {
  let slug: string;
  it('makes one campaign when two people press at once', async () => {
    const answers = await Promise.all([ha.post(`${plan}/campaign`, {}), ha.post(`${plan}/campaign`, {})]);
    expect(answers.map((a) => a.status).sort()).toEqual([303, 409]);
    slug = answers
      .find((a) => a.status === 303)!
      .headers.get('location')!
      .split('/')[2]!;
    const made = await test.services.db
      .selectFrom('campaigns')
      .select('id')
      .where('plan_id', '=', id())
      .execute();
    expect(made).toHaveLength(1);
    const owed = await obligationsOf(test.services.db, made[0]!.id);
    expect(owed.filter((o) => o.templateCode === 'M1')).toHaveLength(67);
    expect(
      owed
        .filter((o) => o.templateCode === 'M2')
        .map((o) => o.title)
        .sort(),
    ).toEqual(['Cải cách hành chính', 'Vận động nông dân']);
    const stages = owed.flatMap((o) => o.stages.filter((s) => s.stage === 'official').map((s) => s.dueOn));
    expect(new Set(stages)).toEqual(new Set(['2023-08-30']));
    const visits = await test.services.db.selectFrom('visits').select('id').execute();
    expect(visits).toHaveLength(13);
  });

  it('settles the plan: nothing more is decided on it', async () => {
    const page = await html();
    expect(page).toContain('Đã tạo đợt từ kế hoạch này');
    expect((await ha.post(`${plan}/decisions`, { pointer: '/symbol', decision: 'dropped' })).status).toBe(
      409,
    );
    expect((await ha.post(`${plan}/assignments/M2`, { list: '' })).status).toBe(409);
  });

  it('publishes the plan once, with the templates to download', async () => {
    expect(await (await ha.get(`/campaigns/${slug}/plan`)).text()).toContain('Đăng kế hoạch');
    expect((await (await test.as('long')).post(`/campaigns/${slug}/publication`, {})).status).toBe(403);
    const answers = await Promise.all([1, 2].map(() => ha.post(`/campaigns/${slug}/publication`, {})));
    expect(answers.map((a) => a.status).sort()).toEqual([303, 409]);
    const address = answers.find((a) => a.status === 303)!.headers.get('location')!;
    const visitor = await test.as('visitor');
    const page = await (await visitor.get(address)).text();
    for (const words of [
      '82-KH/BDVTW',
      'ngày 18/5/2023',
      'MỤC ĐÍCH, YÊU CẦU',
      'Mẫu M1',
      'Phụ lục mẫu M1',
      'DOCX',
      'XLSX',
    ])
      expect(page).toContain(words);
    const file = /href="(\/public\/[^"]+\/files\/[^"]+)"/.exec(page)![1]!;
    const bytes = new Uint8Array(await (await visitor.get(file)).arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([80, 75]);
    expect(await (await ha.get(`/campaigns/${slug}/plan`)).text()).toContain('Mở trang công khai');
  });

  it('speaks English when asked', async () => {
    const page = await html('?lang=en');
    for (const words of [
      'Reading the plan',
      'Diagnostics',
      'Facts to confirm',
      'What will be created',
      'Dates',
    ])
      expect(page).toContain(words);
    expect(await (await ha.get(`/campaigns/${slug}/plan?lang=en`)).text()).toContain('Tasks of the plan');
  });
});
