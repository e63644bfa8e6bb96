// A plan that nobody has seen becomes a campaign: its classes are settled, its bodies founded, its outlines made templates.
import { beforeAll, describe, expect, it } from 'vitest';
import { campaignBySlug } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { versionByCode } from '#src/templates/store.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { localPlanText } from '#tests/support/local-plan.ts';

let test: TestApp;
let ha: Asker;
let plan: string;

beforeAll(async () => {
  test = await testApp();
  test.setNow('2026-03-10T09:00:00+07:00');
  ha = await test.as('ha');
  plan = (await ha.post('/plans', { text: localPlanText })).headers.get('location')!;
}, 120_000);

const html = async (path = '') => (await ha.get(plan + path)).text();
const field = (page: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(page)![1]!.trim();

describe('who reports', () => {
  it('shows each class with its bodies and what is missing', async () => {
    const page = await html();
    expect(page).toContain('Ai báo cáo');
    expect(page).toContain('Mẫu số 01: chưa có');
    expect(page).toContain('2 tên chưa khớp');
    expect(page).toContain('E213');
  });

  it('reads the communes of the province, and the outline annexed for them', async () => {
    const page = await html('/classes/1');
    expect(field(page, 'names').split('\n')).toHaveLength(64);
    expect(field(page, 'outline')).toContain('2. Hộ dân dùng nước sạch\n- Nêu số hộ theo từng ấp, khóm.');
    expect(field(await html('/classes/2'), 'outline')).toContain('II. KHÓ KHĂN, VƯỚNG MẮC');
  });

  it('fills the list from a kind or a group', async () => {
    expect(field(await html('/classes/2?fill=kind-commune'), 'names').split('\n')).toHaveLength(64);
  });

  it('refuses line by line, and keeps what was typed', async () => {
    const names = 'Xã Đất Mũi\nSở Y tế';
    const answer = await ha.post(`${plan}/classes/2`, { names, template: '', outline: 'I. Một', due: 'mai' });
    expect(answer.status).toBe(422);
    const refused = await ha.post(`${plan}/classes/2`, {
      names,
      template: '',
      outline: 'I. Một',
      due: '20/4/2026',
    });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('Dòng 2');
    expect(field(page, 'names')).toBe(names);
    expect(await html()).toContain('Mẫu số 02: chưa có');
  });

  it('saves the first class with a template of its outline', async () => {
    const page = await html('/classes/1');
    const answer = await ha.post(`${plan}/classes/1`, {
      names: field(page, 'names').split('\n').slice(0, 10).join('\n'),
      template: '',
      outline: field(page, 'outline'),
      due: '15/4/2026',
    });
    expect(answer.status).toBe(303);
    const made = await versionByCode(test.services.db, '01.57');
    expect(made!.outline.sections.map((s) => s.code)).toEqual(['I', 'II', 'II.1', 'II.2', 'III', 'IV']);
    expect(made!.outline.sections.filter((s) => !s.writable).map((s) => s.code)).toEqual(['II']);
    expect(made!.outline.sections.find((s) => s.code === 'II.2')!.guidance).toBe(
      'Nêu số hộ theo từng ấp, khóm.',
    );
  });

  it('founds the departments that the registry does not have, under the province', async () => {
    const page = await html('/classes/2');
    const answer = await ha.post(`${plan}/classes/2`, {
      names: `${field(page, 'names')}\nSở y tế`,
      found: 'yes',
      template: '',
      outline: field(page, 'outline'),
      due: '20/4/2026',
      counted: 'yes',
    });
    expect(answer.status).toBe(303);
    const { registry } = await nameIndexOf(test.services.db);
    const founded = registry.records.units.filter((u) => u.kind === 'local-body');
    expect(founded.map((u) => u.fullName).sort()).toEqual(['Sở Xây dựng', 'Sở Y tế']);
  });

  it('matches the merged place of the survey by a choice', async () => {
    expect(await html()).toContain('xã Viên An Đông');
    const page = await html();
    const unit = /<option value="([^"]*Phan Ngọc Hiển[^"]*)"/.exec(page)![1]!;
    const pointer = /name="pointer" value="(\/visits\/0)"/.exec(page)![1]!;
    const answer = await ha.post(`${plan}/names`, { pointer, name: 'xã Viên An Đông', unit });
    expect(answer.status).toBe(303);
  });

  it('makes the campaign with everyone’s obligations and dates', async () => {
    const answer = await ha.post(`${plan}/campaign`, {});
    expect(answer.status).toBe(303);
    const slug = answer.headers.get('location')!.split('/').at(-1)!;
    const campaign = await campaignBySlug(test.services.db, slug);
    const obligations = await obligationsOf(test.services.db, campaign!.id);
    expect(obligations).toHaveLength(12);
    const due = Map.groupBy(
      obligations,
      (o) => `${o.templateCode} ${o.stages.find((s) => s.stage === 'official')!.dueOn}`,
    );
    expect([...due].map(([key, all]) => [key, all.length]).sort()).toEqual([
      ['01.57 2026-04-14', 10],
      ['02.57 2026-04-20', 2],
    ]);
    expect((await ha.get(`/campaigns/${slug}`)).status).toBe(200);
    const added = { kind: 'add', unit: 'xã Cái Nước', templateCode: '02.57', title: 'Báo cáo', look: 'yes' };
    const query = new URLSearchParams(added);
    const preview = await (await ha.get(`/campaigns/${slug}/amendments/new?${query}`)).text();
    expect(preview).not.toContain('amendment-invalid');
    expect(preview).toContain('Xã Cái Nước');
    expect((await ha.get(`${plan}/classes/1`)).status).toBe(409);
  });
});
