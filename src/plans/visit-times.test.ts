// A visit's places and its time are edited apart: the one never freezes or moves the other.
import { beforeAll, describe, expect, it } from 'vitest';
import { formatDate } from '#src/kernel/dates.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { compiled, decide, demoPlanText } from '#tests/support/plan.ts';
import { editOf } from './pages/edits.ts';
import { decidedPlan, editedFacts, type FactDecision } from './rules/decisions.ts';
import { listFacts } from './rules/facts.ts';
import { decisionsOf, planById } from './store.ts';

let test: TestApp;
let ha: Asker;
let plan: string;

beforeAll(async () => {
  test = await testApp();
  await installTemplates(test.services.db, test.act('ha').now);
  ha = await test.as('ha');
  plan = (await ha.post('/plans', { text: demoPlanText })).headers.get('location')!;
}, 60_000);

async function decided() {
  const { db } = test.services;
  const row = (await planById(db, plan.split('/')[2]!))!;
  return decidedPlan(row.compiled.plan, await decisionsOf(db, row.id));
}
const edit = (pointer: string, fields: Record<string, string>) =>
  ha.post(`${plan}/edits`, { pointer, ...fields });
const visit = async () => (await decided()).visits[0]!;

/** What the form of the visit shows now, as a browser sends it back. */
async function shown(): Promise<Record<string, string>> {
  const page = await (await ha.get(`${plan}?edit=%2Fvisits%2F0`)).text();
  const form = page.split('<form').find((f) => f.includes('value="/visits/0"') && f.includes('<textarea'))!;
  const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form)?.[1] ?? '';
  return { from: value('from'), to: value('to') };
}

describe('a visit', () => {
  it('whose places were edited still follows the deadline of its time', () => {
    const read = structuredClone(compiled);
    const { window } = read.plan.visits[0]!;
    read.plan.deadlines.push({ when: window!, what: 'khảo sát', who: null, text: 'tháng 9 - 10/2023' });
    const decisions: FactDecision[] = [];
    const edited = (pointer: string, value: unknown) => decisions.push(decide(pointer, 'edited', value));
    const last = read.plan.deadlines.length - 1;
    const move = (from: string, to: string) =>
      edited(`/deadlines/${last}`, { ...read.plan.deadlines[last], when: { ...window!, from, to } });
    const places = (value: string) => {
      const fact = listFacts(read, decisions).find((f) => f.pointer === '/visits/0')!;
      const [from, to] = [fact.when!.from, fact.when!.to].map((day) => formatDate(day!));
      const typed = { pointer: '/visits/0', value, from: from!, to: to! };
      edited('/visits/0', editOf(fact, editedFacts(read.plan, decisions), typed));
    };
    const now = () => decidedPlan(read.plan, decisions).visits[0]!;
    places('Lạng Sơn\nHưng Yên');
    expect(now()).toMatchObject({ units: ['Lạng Sơn', 'Hưng Yên'], window });
    move('2023-11-01', '2023-11-30');
    expect(now()).toMatchObject({ units: ['Lạng Sơn', 'Hưng Yên'], window: { from: '2023-11-01' } });
    places('Lạng Sơn');
    move('2023-12-01', '2023-12-20');
    expect(now()).toMatchObject({ units: ['Lạng Sơn'], window: { from: '2023-12-01', to: '2023-12-20' } });
  });

  it('has a time of its own once that is edited, and keeps its places', async () => {
    const { units } = await visit();
    const answer = await edit('/visits/0', { value: units.join('\n'), from: '5/10/2023', to: '7/10/2023' });
    expect(answer.status).toBe(303);
    expect(await visit()).toMatchObject({
      units,
      window: { rel: 'between', from: '2023-10-05', to: '2023-10-07' },
    });
    expect((await shown()).from).toBe(formatDate('2023-10-05'));
    const wrong = await edit('/visits/0', { value: units.join('\n'), from: '5/10/2023', to: '1/10/2023' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Ngày cuối trước ngày đầu');
    await edit('/visits/0', { value: units.join('\n'), from: '', to: '' });
    expect((await visit()).window).toBeNull();
  });
});
