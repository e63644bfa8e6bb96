// `tongket plan create`: a known plan becomes a campaign, an unknown one says what is missing, a stranger gets nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { campaignBySlug } from '#src/campaigns/store/campaigns.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { localPlanText } from '#tests/support/local-plan.ts';
import { emailOf } from '#tests/support/people.ts';
import { demoPlanText } from '#tests/support/plan.ts';
import { createFromPlan } from './create-command.ts';
import { listPlans } from './store.ts';

const dir = mkdtempSync(join(tmpdir(), 'tongket-create-'));
let test: TestApp;
let said: string[];

beforeAll(async () => {
  test = await testApp();
  test.setNow('2023-05-20T09:00:00+07:00');
  await installTemplates(test.services.db, test.act('ha').now);
  writeFileSync(join(dir, 'ke-hoach.txt'), demoPlanText);
  writeFileSync(join(dir, 'la.txt'), localPlanText);
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

function run(file: string, email: string): Promise<number> {
  said = [];
  const keep = (text: unknown) => said.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  const { db, files, clock } = test.services;
  const open = async () => ({ db, files, now: clock(), close: async () => {} });
  return createFromPlan([join(dir, file), '--as', email], open);
}

describe('plan create', () => {
  it('makes the campaign as the officer, and prints where it is', async () => {
    expect(await run('ke-hoach.txt', emailOf('ha'))).toBe(0);
    expect(said.join('')).toBe('/campaigns/82-kh-bdvtw-2023\n');
    expect((await campaignBySlug(test.services.db, '82-kh-bdvtw-2023'))!.planSymbol).toBe('82-KH/BDVTW');
  });

  it('keeps a plan that must be settled on screen, and says what is missing', async () => {
    expect(await run('la.txt', emailOf('ha'))).toBe(1);
    expect(said.join('')).toMatch(/^\/plans\/[0-9a-f-]+\nE210: .*Mẫu số 01/);
  });

  it('enters nothing for somebody who may not, for nobody, and for no file', async () => {
    const before = (await listPlans(test.services.db)).length;
    expect(await run('ke-hoach.txt', emailOf('chau'))).toBe(2);
    expect(await run('ke-hoach.txt', 'khong-co@example.vn')).toBe(2);
    expect(await run('khong-co.txt', emailOf('ha'))).toBe(2);
    expect((await listPlans(test.services.db)).length).toBe(before);
  });
});
