// The whole platform as one function from Request to Response: every area's doors behind the same guards.

import { relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { accountPages } from '#src/accounts/pages.tsx';
import { actorOf } from '#src/accounts/session.ts';
import { areas } from '#src/areas.ts';
import type { Language } from '#src/kernel/language.ts';
import { assetFolder } from '#src/web/assets.ts';
import type { Env, Services } from '#src/web/env.ts';
import { answerError, answerNotFound } from '#src/web/errors.tsx';
import { limitAddress, limitBody } from '#src/web/limits.ts';

/** `await createApp(services).request('/path')` is a whole test: no port, no mock. */
export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>();
  app.onError(answerError);
  app.notFound((c) => answerNotFound(c as Context<Env>));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.use(
    '/assets/*',
    serveStatic({
      root: relative(process.cwd(), assetFolder),
      rewriteRequestPath: (p) => p.replace(/^\/assets/, ''),
      onFound: cacheForEver,
    }),
  );
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'same-origin',
    }),
  );
  app.use(csrf());
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('now', services.clock());
    c.set('actor', await actorOf(services.auth, services.db, c.req.raw.headers));
    c.set('language', languageOf(c));
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache');
  });
  app.use(limitAddress);
  app.use(limitBody);
  app.route('/', accountPages);
  for (const pages of areas) app.route('/', pages);
  return app;
}

function cacheForEver(_path: string, c: Context): void {
  c.header('cache-control', 'public, max-age=31536000, immutable');
}

/** ?lang= sets it and is remembered; then the cookie, then the person's own, then Vietnamese. */
function languageOf(c: Context<Env>): Language {
  const asked = c.req.query('lang');
  if (asked === 'vi' || asked === 'en') {
    const secure = c.var.services.config.baseUrl.startsWith('https:');
    setCookie(c, 'language', asked, {
      path: '/',
      maxAge: 31_536_000,
      sameSite: 'Lax',
      httpOnly: true,
      secure,
    });
    return asked;
  }
  const kept = getCookie(c, 'language');
  return kept === 'vi' || kept === 'en' ? kept : (c.get('actor')?.language ?? 'vi');
}
