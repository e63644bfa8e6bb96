// Sessions, headers and pages as a browser holds them: cookies, the content policy, forms from elsewhere, signing in and out.
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuth } from '#src/accounts/auth.ts';
import { createApp } from '#src/app.tsx';
import { type Door, everyone, pages } from '#tests/support/doors.ts';
import { emailOf, password } from '#tests/support/people.ts';
import { type World, world } from '#tests/support/world.ts';

let w: World;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  w = await world();
  app = createApp(w.app.services);
});

const post = (
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  env: object = {},
) =>
  app.request(
    `http://localhost${path}`,
    {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'http://localhost', ...headers },
    },
    env,
  );
const signIn = (secret = password, headers: Record<string, string> = {}, env: object = {}) =>
  post('/sign-in', { email: emailOf('nam'), password: secret }, headers, env);
const sessionCookie = (answer: Response) =>
  answer.headers.getSetCookie().find((c) => c.includes('session_token=') && !c.includes('session_token=;'));
const sessions = () => w.app.services.db.selectFrom('sessions').select('token').execute();
const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });

describe('the session cookie', () => {
  it('is hidden from scripts and from other sites', async () => {
    const cookie = sessionCookie(await signIn(password, {}, from('10.0.0.1')))!;
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\//i);
    expect(cookie).not.toMatch(/Secure/i);
  });

  it('travels over TLS only when the platform does', async () => {
    const { services } = w.app;
    const config = { ...services.config, baseUrl: 'https://tong-ket.example' };
    const auth = createAuth({ db: services.db, secret: config.secret, baseUrl: config.baseUrl });
    const answer = await createApp({ ...services, config, auth }).request(
      'https://tong-ket.example/sign-in?lang=en',
      {
        method: 'POST',
        body: new URLSearchParams({ email: emailOf('nam'), password }),
        headers: { origin: 'https://tong-ket.example' },
      },
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie().length).toBeGreaterThan(0);
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/; Secure/i);
    const token = sessionCookie(answer)!.split(';')[0]!;
    const home = await createApp({ ...services, config, auth }).request(
      'https://tong-ket.example/campaigns',
      {
        headers: { cookie: token },
      },
    );
    expect(home.status).toBe(200);
  });

  it('is a new one at every sign-in, and an invented one opens nothing', async () => {
    const invented = 'tongket.session_token=abcdefgh.invented';
    const first = sessionCookie(await signIn(password, { cookie: invented }, from('10.0.0.2')))!;
    const second = sessionCookie(await signIn(password, { cookie: first.split(';')[0]! }, from('10.0.0.2')))!;
    expect(first.split(';')[0]).not.toBe(invented);
    expect(second.split(';')[0]).not.toBe(first.split(';')[0]);
    const answer = await app.request('http://localhost/campaigns', { headers: { cookie: invented } });
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
  });

  it('is worth nothing after signing out', async () => {
    const cookie = sessionCookie(await signIn(password, {}, from('10.0.0.3')))!.split(';')[0]!;
    const opened = (await sessions()).length;
    expect((await post('/sign-out', {}, { cookie })).status).toBe(303);
    expect((await sessions()).length).toBe(opened - 1);
    const answer = await app.request('http://localhost/campaigns', { headers: { cookie } });
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
  });
});

describe('guessing passwords', () => {
  it('is stopped in words, and only for the address that guesses', async () => {
    let last = await signIn('sai-mat-khau-1', {}, from('10.9.9.9'));
    expect(last.status).toBe(422);
    for (let i = 0; i < 40 && last.status !== 403; i++)
      // What a browser says of itself does not make it another one.
      last = await signIn(
        'sai-mat-khau-1',
        { 'x-client-address': `10.1.1.${i}`, 'x-forwarded-for': `10.1.1.${i}` },
        from('10.9.9.9'),
      );
    expect(last.status).toBe(403);
    expect(await last.text()).toContain('Đã thử quá nhiều lần');
    expect((await signIn(password, {}, from('10.9.9.10'))).status).toBe(303);
  }, 60_000);
});

describe('a form', () => {
  it('sent from another site is refused in words and does nothing', async () => {
    const cookie = await w.app.cookie('ha');
    for (const origin of ['https://evil.example', 'null', 'http://localhost:9999']) {
      const answer = await post(`/submissions/${w.submissionId}/acceptance`, {}, { cookie, origin });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('được gửi từ trang khác');
    }
  });

  it('leads after sign-in only to pages of this site', async () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
    ]) {
      const fields = { email: emailOf('nam'), password, next };
      const answer = await post('/sign-in', fields, {}, from('10.0.0.4'));
      expect(new URL(answer.headers.get('location')!, 'http://localhost/').origin).toBe('http://localhost');
    }
  });
});

describe('every page', () => {
  const asHtml = async (door: Door) => {
    const who = door.opens[0]!;
    const answer = await (await w.app.as(who)).get(door.path(w));
    return {
      answer,
      html: answer.headers.get('content-type')?.includes('text/html') ? await answer.text() : null,
    };
  };

  it.each(Object.entries(pages))('keeps the strict content policy: %s', async (path, door) => {
    const { answer, html } = await asHtml(door);
    if (path === '/health') return;
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toMatch(/private|no-/);
    if (html === null) return;
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle=/i);
    expect(html).not.toMatch(/<style[\s>]/i);
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
    expect(html).not.toMatch(/(?:href|action|src)="\s*(?:javascript|data|vbscript):/i);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=")[^>]*>/i);
    expect(html).not.toMatch(
      /(?:src|href|action)="https?:\/\/(?!localhost)(?![^"]*"[^>]*rel="[^"]*noopener)/i,
    );
  });

  it('names itself and its language', async () => {
    for (const [path, door] of Object.entries(pages)) {
      const { html } = await asHtml(door);
      if (html === null) continue;
      expect(html, path).toMatch(/<html[^>]* lang="vi"/);
      expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]?.trim(), path).toBeTruthy();
      expect(html.match(/<h1[\s>]/g)?.length ?? (path === '/' ? 1 : 0), path).toBe(1);
      expect(html.match(/<main[\s>]/g)?.length, path).toBe(1);
    }
    expect(everyone.length).toBe(7);
  });
});
