// The first page of everyone and the list of campaigns.
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { tasksOf } from './store/campaigns.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});

const homeOf = async (person: Parameters<TestApp['as']>[0]) =>
  (await (await app.as(person)).get('/')).headers.get('location');

test('before there is a campaign, an officer is told how to begin', async () => {
  expect(await homeOf('ha')).toBe('/campaigns');
  const page = await (await (await app.as('ha')).get('/campaigns')).text();
  expect(page).toContain('Chưa có đợt nào');
  expect(page).toContain('href="/plans/new"');
  const reader = await (await (await app.as('bao')).get('/campaigns')).text();
  expect(reader).not.toContain('/plans/new');
});

test('everyone begins where their work is', async () => {
  const { slug } = await testCampaign(app.act('ha'));
  expect(await homeOf('visitor')).toBe('/public');
  expect(await homeOf('ha')).toBe(`/campaigns/${slug}`);
  expect(await homeOf('long')).toBe(`/campaigns/${slug}`);
  expect(await homeOf('chau')).toBe(`/campaigns/${slug}/tasks`);
  expect(await homeOf('nam')).toBe('/campaigns');
  expect(await (await (await app.as('nam')).get('/campaigns')).text()).not.toContain(slug);
});

test('with two campaigns the home page lists both, newest first', async () => {
  await testCampaign(app.act('ha'), {
    name: 'Sơ kết Chỉ thị số 33',
    kind: 'interim',
    planSymbol: '90-KH/BDVTW',
  });
  expect(await homeOf('ha')).toBe('/campaigns');
  const page = await (await (await app.as('ha')).get('/campaigns')).text();
  expect(page).toContain('Sơ kết Chỉ thị số 33');
  expect(page).toContain('href="/campaigns/82-kh-bdvtw-2023"');
});

test('a task of the plan is ticked off by an officer only', async () => {
  const { id, slug } = await testCampaign(app.act('ha'), { planSymbol: '91-KH/BDVTW' });
  const { db } = app.services;
  const [task] = await tasksOf(db, id);
  const path = `/campaigns/${slug}/tasks/${task!.id}/completion`;
  expect((await (await app.as('bao')).post(path, { done: '1' })).status).toBe(403);
  expect((await (await app.as('nam')).post(path, { done: '1' })).status).toBe(404);
  const answer = await (await app.as('ha')).post(path, { done: '1' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/campaigns/${slug}/plan`]);
  expect((await tasksOf(db, id))[0]?.doneBy).toBe(app.people.ha.id);
});
