// A new plan begun from an earlier campaign, on a real PostgreSQL: what is carried, what is not, and that it is begun once.
import { beforeAll, describe, expect, it } from 'vitest';
import { decideObligation } from '#src/campaigns/actions.ts';
import { campaignBySlug } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { eventsOf } from '#src/events/store.ts';
import { newId } from '#src/kernel/ids.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { demoPlanText } from '#tests/support/plan.ts';
import { decidedPlan } from './rules/decisions.ts';
import { assignmentsOf, decisionsOf, planById } from './store.ts';

let test: TestApp;
let ha: Asker;
let slug: string;
const address = () => `/campaigns/${slug}/successor`;

beforeAll(async () => {
  test = await testApp();
  test.setNow('2023-05-20T09:00:00+07:00');
  await installTemplates(test.services.db, test.act('ha').now);
  ha = await test.as('ha');
  const plan = (await ha.post('/plans', { text: demoPlanText })).headers.get('location')!;
  await ha.post(`${plan}/edits`, { pointer: '/title', value: 'tổng kết mười năm' });
  await ha.post(`${plan}/decisions`, { pointer: '/subject/1', decision: 'dropped' });
  const list =
    'Ban cán sự đảng Bộ Nội vụ; Cải cách\nHọc viện Chính trị quốc gia Hồ Chí Minh; Kỹ năng dân vận';
  await ha.post(`${plan}/assignments/M2`, { list });
  slug = (await ha.post(`${plan}/campaign`, {})).headers.get('location')!.split('/')[2]!;
}, 120_000);

const head = {
  symbol: '15-KH/BTGDVTW',
  issuedOn: '18/5/2026',
  issuer: 'Ban Tuyên giáo và Dân vận Trung ương',
  title: 'tổng kết mười ba năm',
  rule: 'calendar',
  years: '3',
  months: '',
};
const look = async (fields: Record<string, string> = {}) =>
  ha.get(`${address()}?${new URLSearchParams({ ...head, ...fields })}`);
const begin = (fields: Record<string, string> = {}) => ha.post(address(), { ...head, ...fields });
const idOf = (answer: Response) => answer.headers.get('location')!.split('/')[2]!;
async function begun(id: string) {
  const row = (await planById(test.services.db, id))!;
  const decisions = await decisionsOf(test.services.db, id);
  return { row, decisions, plan: decidedPlan(row.compiled.plan, decisions) };
}
const plans = async () => (await test.services.db.selectFrom('plans').select('id').execute()).length;
const obligations = async () =>
  obligationsOf(test.services.db, (await campaignBySlug(test.services.db, slug))!.id);

describe('the page', () => {
  it('is reached from where plans are entered and from the campaign', async () => {
    for (const path of ['/plans/new', `/campaigns/${slug}/plan`])
      expect(await (await ha.get(path)).text()).toContain(`href="${address()}"`);
    const page = await (await ha.get(address())).text();
    expect(page).toContain('>tổng kết mười năm</textarea>');
    expect(page).not.toContain('Bắt đầu kế hoạch mới');
  });

  it('shows what beginning would give and stores nothing', async () => {
    const before = await plans();
    const page = await (await look()).text();
    for (const words of [
      'value="30/8/2026"',
      'ngày cuối là ngày nghỉ: Thứ Bảy',
      'value="10/2026"',
      'nay là Đảng ủy Chính phủ, đã báo cáo theo mẫu M1',
      'Bắt đầu kế hoạch mới',
    ])
      expect(page).toContain(words);
    expect(await plans()).toBe(before);
  });

  it('steps over days of rest only when asked, and reckons anew what nobody wrote over', async () => {
    const name = 'before.2023-08-30.2023-08-30';
    const shown = { [`${name}.from`]: '30/8/2026', [`${name}.was`]: '30/8/2026' };
    expect(await (await look({ ...shown, offRest: 'yes' })).text()).toContain('value="01/9/2026"');
    const own = { ...shown, [`${name}.from`]: '27/8/2026', rule: 'distance', issuedOn: '28/5/2026' };
    const page = await (await look(own)).text();
    expect(page).toContain('value="27/8/2026"');
    expect(page).toContain('value="09/8/2026"');
  });

  it('keeps what was typed when it is refused, each at its field', async () => {
    const before = await plans();
    const answer = await begin({
      symbol: '',
      title: 'tên đang viết dở',
      'before.2023-08-30.2023-08-30.from': '31/9/2026',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('tên đang viết dở');
    const byHand = await begin({ rule: 'hand', 'before.2023-08-30.2023-08-30.from': '31/9/2026' });
    expect(byHand.status).toBe(422);
    const page = await byHand.text();
    for (const words of ['value="31/9/2026"', 'Ghi ngày có thật', 'Ghi ngày mới', 'value="15-KH/BTGDVTW"'])
      expect(page).toContain(words);
    expect(page).toContain('href="#before.2023-07-30.2023-07-30.from"');
    expect(await plans()).toBe(before);
  });

  it('is for officers of the centre who see the campaign', async () => {
    for (const [who, status] of [
      ['bao', 403],
      ['long', 403],
      ['chau', 404],
      ['nam', 404],
    ] as const) {
      const asker = await test.as(who);
      expect((await asker.get(address())).status, who).toBe(status);
      expect((await asker.post(address(), head)).status, who).toBe(status);
    }
    expect((await ha.get('/campaigns/khong-co/successor')).status).toBe(404);
  });
});

describe('what is begun', () => {
  it('has the earlier text and the facts as they were decided, what differs as the officer’s edits', async () => {
    const id = idOf(await begin({ 'before.2023-08-30.2023-08-30.from': '27/8/2026' }));
    const { row, decisions, plan } = await begun(id);
    expect(row.compiled.text).toBe(demoPlanText);
    expect(row.compiled.plan.title).toBe('tổng kết mười năm');
    expect(row.compiled.plan.subject.map((s) => s.symbol)).toEqual(['25-NQ/TW']);
    expect(decisions.map((d) => d.pointer)).not.toContain('/tasks/1');
    expect(decisions.filter((d) => d.pointer === '/title').map((d) => d.value)).toEqual([head.title]);
    expect([plan.symbol, plan.title, plan.issuer]).toEqual([head.symbol, head.title, head.issuer]);
    expect(plan.deadlines.map((d) => d.when.from)).toEqual(['2026-10-01', '2026-08-27', '2026-07-30']);
    expect(plan.visits.map((v) => v.units)).toEqual([[], []]);
    const lists = await assignmentsOf(test.services.db, id, 'M2');
    expect(lists.map((a) => [a.unitName, a.title])).toEqual([
      ['Học viện Chính trị quốc gia Hồ Chí Minh', 'Kỹ năng dân vận'],
    ]);
    const [event] = await eventsOf(test.services.db, 'plan', id);
    expect(event).toMatchObject({ name: 'plan.started-again', data: { symbol: head.symbol, from: slug } });
  });

  it('is begun once however often the form is sent, and no other plan is taken for it', async () => {
    const plan = newId(new Date());
    const before = await plans();
    const answers = await Promise.all([begin({ plan }), begin({ plan }), begin({ plan })]);
    expect(answers.map(idOf)).toEqual([plan, plan, plan]);
    expect(await plans()).toBe(before + 1);
    expect((await begun(plan)).decisions.filter((d) => d.pointer === '/symbol')).toHaveLength(1);
    const made = await Promise.all([1, 2].map(() => ha.post(`/plans/${plan}/campaign`, {})));
    expect(made.map((a) => a.status).sort()).toEqual([303, 409]);
    const { planId } = (await campaignBySlug(test.services.db, slug))!;
    expect((await begin({ plan: planId })).status).toBe(404);
    expect((await begin({ plan: 'x' })).status).toBe(303);
  });

  it('shows the facts beside the earlier text, with what to do about them, and is undone fact by fact', async () => {
    const id = idOf(await begin());
    const page = await (await ha.get(`/plans/${id}`)).text();
    for (const words of ['Bắt đầu từ đợt', '15-KH/BTGDVTW', 'W212', 'W130', 'Lạng Sơn, Hòa Bình'])
      expect(page).toContain(words);
    await ha.post(`/plans/${id}/edits`, { pointer: '/visits/0', value: 'Lạng Sơn\nPhú Thọ' });
    const { plan } = await begun(id);
    expect(plan.visits[0]).toMatchObject({
      units: ['Lạng Sơn', 'Phú Thọ'],
      window: { from: '2026-09-01', to: '2026-10-31' },
    });
    await ha.post(`/plans/${id}/edits`, { pointer: '/deadlines/1', from: '31/8/2026', counted: 'yes' });
    expect((await begun(id)).plan.reportTargets[0]!.due).toMatchObject({ rel: 'by', from: '2026-08-31' });
    await ha.post(`/plans/${id}/decisions`, { pointer: '/deadlines/1', decision: 'reopened' });
    expect((await begun(id)).plan.reportTargets[0]!.due!.from).toBe('2023-08-30');
    const again = await (await ha.get(address())).text();
    expect(again).toContain(`href="/plans/${id}"`);
  });

  it('becomes a campaign with the units of its own day, whose plan waits for its own text', async () => {
    const id = idOf(await begin({ symbol: '16-KH/BTGDVTW' }));
    const made = (await ha.post(`/plans/${id}/campaign`, {})).headers.get('location')!;
    const next = (await campaignBySlug(test.services.db, made.split('/')[2]!))!;
    const owed = await obligationsOf(test.services.db, next.id);
    expect(owed.filter((o) => o.unitKind === 'provincial-party-committee')).toHaveLength(34);
    expect(owed.filter((o) => o.unitKind === 'civil-affairs-committee')).toHaveLength(0);
    expect(next).toMatchObject({
      planSymbol: '16-KH/BTGDVTW',
      issuedOn: '2026-05-18',
      synthesisDueOn: '2026-10-31',
    });
    const page = await (await ha.get(`${made}/plan`)).text();
    expect(page).toContain('Đợt này bắt đầu từ kế hoạch 82-KH/BDVTW');
    expect(page).not.toContain('Đăng kế hoạch');
    expect((await ha.post(`${made}/publication`, {})).status).toBe(409);
    const unchanged = await obligations();
    expect(unchanged.filter((o) => o.unitKind === 'provincial-party-committee')).toHaveLength(63);
  });

  it('can itself be begun from', async () => {
    const [other] = await test.services.db
      .selectFrom('campaigns')
      .select('slug')
      .where('plan_symbol', '=', '16-KH/BTGDVTW')
      .execute();
    const answer = await ha.post(`/campaigns/${other!.slug}/successor`, {
      ...head,
      symbol: '3-KH/BTGDVTW',
      issuedOn: '18/5/2028',
      years: '2',
    });
    const { plan } = await begun(idOf(answer));
    expect(plan.deadlines.map((d) => d.when.from)).toEqual(['2028-10-01', '2028-08-30', '2028-07-30']);
    expect(plan.visits.map((v) => v.window!.from)).toEqual(['2028-09-01', '2028-09-01']);
  });
});

describe('decided and amended since', () => {
  it('counts with its amended dates, and says whom a decision released', async () => {
    const all = await obligations();
    const one = (name: string) => all.find((o) => o.unitName === name)!.id;
    const because = { stage: null, dueOn: null, reason: 'Vừa thành lập.' };
    await decideObligation(test.act('ha'), one('Tỉnh ủy Lạng Sơn'), { kind: 'exemption', ...because });
    await decideObligation(test.act('ha'), one('Học viện Chính trị quốc gia Hồ Chí Minh'), {
      kind: 'exclusion',
      ...because,
    });
    const amended = await ha.post(`/campaigns/${slug}/amendments`, {
      kind: 'deadline',
      templateCode: 'M3',
      printedOn: '15/9/2023',
      counted: 'yes',
      reason: 'Mưa lũ.',
    });
    expect(amended.status).toBe(303);
    const page = await (await look()).text();
    for (const words of [
      'hết Thứ Sáu, 15/9/2023',
      'value="15/9/2026"',
      'gửi báo cáo theo mẫu M3',
      'Loại trừ',
    ])
      expect(page).toContain(words);
    expect(page).toMatch(/nay lại được giao[^<]*\(1\): Tỉnh ủy Lạng Sơn/);
    expect(page).toContain('Chưa đơn vị nào làm mẫu M2');
  });
});
