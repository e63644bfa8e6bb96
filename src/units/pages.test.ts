// The registry in a real database and through its doors: loaded once, asked as of a day, searched, browsed.

import { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#src/kernel/actor.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Env, Services } from '#src/web/env.ts';
import { answerError } from '#src/web/errors.tsx';
import { testDatabase } from '#tests/support/database.ts';
import { unitHistory } from './history.ts';
import { loadUnits } from './load.ts';
import { matchName } from './matching.ts';
import { unitPages } from './pages.tsx';
import { nameIndexOf, readRegistryRecords } from './registry.ts';
import { searchUnits } from './search.ts';
import { registryRecords } from './sources/registry.ts';
import { countsOn, pathOn, unitByCode, unitNames, unitsAsOf } from './store.ts';

const { db } = await testDatabase();
const day = '2023-08-30';
const today = '2026-01-15';

beforeAll(async () => {
  const start = performance.now();
  const { loaded } = await loadUnits(db);
  if (loaded) console.log(`units: loaded in ${(performance.now() - start).toFixed(0)} ms`);
}, 60_000);

async function idOf(fullName: string, on: string): Promise<string> {
  const match = matchName(await nameIndexOf(db), fullName, { on });
  if (match.status !== 'found') throw new Error(`${fullName} on ${on}: ${match.status}`);
  return match.unit.id;
}

describe('loadUnits', () => {
  it('does nothing the second time', async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from units`.execute(db);
    expect(await loadUnits(db)).toEqual({ loaded: false, units: rows[0]?.n, corrected: 0, kept: 0 });
  });

  it('loses nothing on the way: what is read back is what was packaged', async () => {
    const byText = (rows: object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
    const [stored, packaged] = [await readRegistryRecords(db), registryRecords()];
    for (const table of ['units', 'names', 'aliases', 'parents', 'codes'] as const)
      expect(byText(stored[table])).toEqual(byText(packaged[table]));
    const members = (events: typeof stored.events) =>
      events.flatMap((e) => e.members.map((m) => `${e.id} ${m.unitId} ${m.role} ${m.partial}`)).sort();
    expect(members(stored.events)).toEqual(members(packaged.events));
  });
});

describe('the registry as of a day', () => {
  it('counts both orders', async () => {
    const [then, now] = [await countsOn(db, day), await countsOn(db, today)];
    expect([then.get('province'), then.get('district'), then.get('commune')]).toEqual([63, 705, 10_599]);
    expect([now.get('province'), now.get('district') ?? 0, now.get('commune')]).toEqual([34, 0, 3321]);
  });

  it('gives provinces with their parent and the number below, in Vietnamese order', async () => {
    const provinces = await unitsAsOf(db, day, { kinds: ['province'] });
    expect(provinces.length).toBe(63);
    expect(provinces[0]).toMatchObject({
      name: 'An Giang',
      parentName: 'Nước Cộng hòa xã hội chủ nghĩa Việt Nam',
    });
    expect(provinces.find((p) => p.name === 'Hà Nội')?.children).toBe(30);
    expect(provinces.map((p) => p.name).indexOf('Đắk Lắk')).toBeGreaterThan(
      provinces.map((p) => p.name).indexOf('Đà Nẵng'),
    );
  });

  it('opens a province, a district, a commune', async () => {
    const province = await idOf('Tỉnh Lạng Sơn', day);
    const districts = await unitsAsOf(db, day, { under: province });
    expect(districts.length).toBe(11);
    const communes = await unitsAsOf(db, day, { under: districts[0]!.id });
    expect(communes.every((u) => u.kind === 'commune' && u.parentId === districts[0]!.id)).toBe(true);
    expect((await unitsAsOf(db, today, { under: province })).every((u) => u.kind === 'commune')).toBe(true);
  });

  it('finds a unit by its code on a day', async () => {
    const then = (await unitByCode(db, 'gso', '80', '2025-06-30'))!;
    const now = (await unitByCode(db, 'gso', '80', '2025-07-01'))!;
    const names = await unitNames(db, [then, now], today);
    expect([names.get(then)?.name, names.get(now)?.name]).toEqual(['Long An', 'Tây Ninh']);
    expect(await unitByCode(db, 'gso', '72', today)).toBeNull();
  });

  it('walks up from a unit that is gone as it stood on its last day', async () => {
    const ward = await idOf('Phường 5, Quận Gò Vấp', day);
    expect((await pathOn(db, ward, today)).map((u) => u.fullName)).toEqual([
      'Quận Gò Vấp',
      'Thành phố Hồ Chí Minh',
      'Nước Cộng hòa xã hội chủ nghĩa Việt Nam',
    ]);
  });

  it('tells the history of one unit', async () => {
    const history = await unitHistory(db, await idOf('Tỉnh Thừa Thiên Huế', day));
    expect(history?.names.map((n) => n.fullName)).toEqual(['Tỉnh Thừa Thiên Huế', 'Thành phố Huế']);
    expect(history?.events.map((e) => e.kind)).toEqual(['rename']);
    expect(await unitHistory(db, '00000000-0000-8000-8000-000000000000')).toBeNull();
  });
});

describe('search', () => {
  it.each([
    ['hau giang', 'Tỉnh Hậu Giang'],
    ['Hậu Giang', 'Tỉnh Hậu Giang'],
    ['tp hcm', 'Thành phố Hồ Chí Minh'],
    ['tinh uy lang', 'Tỉnh ủy Lạng Sơn'],
    ['ban dan van', 'Ban Dân vận Trung ương'],
    ['bo ngoai', 'Ban cán sự đảng Bộ Ngoại giao'],
  ])('%s finds %s first', async (text, expected) => {
    expect((await searchUnits(db, text, { on: day }))[0]?.found).toBe(expected);
  });

  it('takes wild cards and quotes for what they are', async () => {
    for (const text of ["%'; drop table units; --", '_', '\\', '%%%'])
      expect(await searchUnits(db, text, { on: day })).toEqual(expect.any(Array));
    expect((await countsOn(db, day)).get('province')).toBe(63);
  });

  it('answers over all units of all times in less than 50 ms', async () => {
    const times: number[] = [];
    for (const text of [
      'hau giang',
      'xa tan thanh',
      'an',
      'tp hcm',
      'phuong',
      'x',
      'chau thanh',
      'khong co dau',
    ]) {
      const start = performance.now();
      await searchUnits(db, text, { on: day });
      times.push(performance.now() - start);
    }
    const median = times.sort((a, b) => a - b)[times.length >> 1]!;
    console.log(`units: search median ${median.toFixed(1)} ms, slowest ${times.at(-1)?.toFixed(1)} ms`);
    expect(median).toBeLessThan(50);
  });
});

function door(signedIn: boolean, language: Language = 'vi') {
  const app = new Hono<Env>();
  app.onError(answerError);
  app.use(async (c, next) => {
    c.set('services', { db } as Services);
    c.set('actor', signedIn ? systemActor : null);
    c.set('language', language);
    c.set('now', new Date(`${today}T02:00:00Z`));
    await next();
  });
  app.route('/', unitPages);
  return async (path: string) => {
    const answer = await app.request(`http://localhost${path}`);
    return { status: answer.status, text: await answer.text() };
  };
}

describe('the pages', () => {
  const get = door(true);

  it('lead the visitor to sign in', async () => {
    expect((await door(false)('/units')).status).toBe(303);
    expect((await door(false)(`/units/${systemActor.id}`)).status).toBe(303);
  });

  it('show the tree at a day', async () => {
    const then = await get(`/units?on=${day}`);
    expect(then.status).toBe(200);
    for (const words of ['ngày 30/8/2023', '10.599', 'Tỉnh Hậu Giang', 'Ban Dân vận Trung ương'])
      expect(then.text).toContain(words);
    const now = await get('/units');
    expect(now.text).toContain('3.321');
    expect(now.text).not.toContain('Tỉnh Hậu Giang');
    expect(now.text).toContain('Ban Tuyên giáo và Dân vận Trung ương');
  });

  it('open a province into its districts', async () => {
    const page = await get(`/units?on=${day}&under=${await idOf('Tỉnh Hậu Giang', day)}`);
    for (const words of ['Huyện Châu Thành A', 'Thành phố Vị Thanh']) expect(page.text).toContain(words);
  });

  it('lead from Hậu Giang to Cần Thơ today, and not in 2023', async () => {
    const id = await idOf('Tỉnh Hậu Giang', day);
    const now = await get(`/units/${id}`);
    expect(now.text).toContain('không còn từ 01/7/2025');
    expect(now.text).toMatch(/Đơn vị kế thừa: <a[^>]*>Thành phố Cần Thơ</);
    expect(now.text).toContain('202/2025/QH15');
    const then = await get(`/units/${id}?on=${day}`);
    expect(then.text).toContain('có ngày 30/8/2023');
    expect(then.text).not.toContain('Đơn vị kế thừa');
  });

  it('tell where the land of a district went', async () => {
    const page = await get(`/units/${await idOf('Quận Gò Vấp', day)}`);
    expect(page.text).toContain('Địa bàn nay thuộc');
    expect(page.text).toContain('Phường An Nhơn');
  });

  it('search without diacritics, and say what to try when nothing is found', async () => {
    const found = (await get('/units?q=hau+giang')).text;
    expect(found).toContain('Tỉnh ủy Hậu Giang');
    expect(found).toMatch(/nay là <a[^>]*>Thành ủy Cần Thơ</);
    const none = await get('/units?q=%3Cscript%3Ezz');
    expect(none.text).toContain('Không có đơn vị nào');
    expect(none.text).not.toContain('<script>zz');
  });

  it('keep a day that is no day in view and show today', async () => {
    const page = await get('/units?on=2023-02-30');
    expect([page.status, page.text.includes('Không phải một ngày')]).toEqual([200, true]);
  });

  it('do not know a unit that is not there', async () => {
    for (const path of [
      '/units/nothing',
      '/units/00000000-0000-8000-8000-000000000000',
      `/units?under=${systemActor.id}`,
    ])
      expect((await get(path)).status).toBe(404);
  });

  it('speak English', async () => {
    const page = await door(true, 'en')(`/units/${await idOf('Tỉnh Hậu Giang', day)}`);
    for (const words of ['gone since', 'Succeeded by', 'Time line', 'merged'])
      expect(page.text).toContain(words);
  });
});
