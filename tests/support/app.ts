// The whole platform in a test: a private database, a folder of its own, and people who ask for pages.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createAuth } from '#src/accounts/auth.ts';
import { createApp } from '#src/app.tsx';
import { configFrom } from '#src/platform/config.ts';
import type { Act } from '#src/platform/database/connect.ts';
import { openFiles } from '#src/platform/files.ts';
import type { Services } from '#src/web/env.ts';
import { testDatabase } from './database.ts';
import { castPeople, emailOf, type People, type PersonName, password } from './people.ts';

export type Asker = {
  get(path: string): Promise<Response>;
  /** Posts a form as a browser does; files are given as File values. Follows nothing. */
  post(path: string, fields: Record<string, string | string[] | File>): Promise<Response>;
};

export type TestApp = {
  services: Services;
  people: People;
  /** What an action takes, as this person, at the test's time. */
  act(person: PersonName): Act;
  as(person: PersonName | 'visitor'): Promise<Asker>;
  /** The cookies of a signed-in person, for requests that no form makes. */
  cookie(person: PersonName | 'visitor'): Promise<string>;
  /** Moves the test's clock. */
  setNow(instant: string): void;
};

/** One per test file, in `beforeAll`. The clock stands at 9:00 on 25 August 2023 until moved. */
export async function testApp(): Promise<TestApp> {
  const { db } = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'tongket-test-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const config = configFrom({ DATA_DIR: dataDir, BASE_URL: 'http://localhost' });
  let now = new Date('2023-08-25T09:00:00+07:00');
  const clock = Object.assign(() => now, {
    moveTo: (instant: Date | null) => {
      now = instant ?? new Date();
    },
  });
  const auth = createAuth({ db, secret: config.secret, baseUrl: config.baseUrl });
  const services: Services = { db, config, files: openFiles(config), auth, demo: false, clock };
  const people = await castPeople(db, auth, now);
  const app = createApp(services);
  const request = (path: string, init: RequestInit) =>
    Promise.resolve(app.request(`http://localhost${path}`, init));
  const cookies = new Map<string, string>();

  async function cookieOf(person: PersonName): Promise<string> {
    const kept = cookies.get(person);
    if (kept) return kept;
    const answer = await asker(request, '').post('/sign-in', { email: emailOf(person), password });
    const cookie = answer.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ');
    if (answer.status !== 303 || !cookie) throw new Error(`${person} could not sign in: ${answer.status}`);
    cookies.set(person, cookie);
    return cookie;
  }

  return {
    services,
    people,
    act: (person) => ({ db, actor: people[person], now }),
    as: async (person) => asker(request, person === 'visitor' ? '' : await cookieOf(person)),
    cookie: async (person) => (person === 'visitor' ? '' : cookieOf(person)),
    setNow: (instant) => {
      now = new Date(instant);
    },
  };
}

function asker(request: (path: string, init: RequestInit) => Promise<Response>, cookie: string): Asker {
  const headers = { cookie, origin: 'http://localhost' };
  return {
    get: (path) => request(path, { headers }),
    post: (path, fields) => request(path, { method: 'POST', headers, body: bodyOf(fields) }),
  };
}

function bodyOf(fields: Record<string, string | string[] | File>): URLSearchParams | FormData {
  const hasFile = Object.values(fields).some((v) => v instanceof File);
  const body = hasFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string);
  return body;
}
