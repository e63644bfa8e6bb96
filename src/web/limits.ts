// How much a request may carry: a form is small, an upload is at most 50 MB; more is refused before it is read.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { notFound } from '#src/kernel/refusal.ts';
import type { Env } from './env.ts';
import { tooLarge } from './form.ts';

const refuse = () => {
  throw tooLarge();
};

const upload = bodyLimit({ maxSize: 51 * 1024 * 1024, onError: refuse });
const form = bodyLimit({ maxSize: 4 * 1024 * 1024, onError: refuse });

export const limitBody: MiddlewareHandler<Env> = (c, next) =>
  c.req.header('content-type')?.startsWith('multipart/form-data') ? upload(c, next) : form(c, next);

/** No page has U+0000 in its address, and PostgreSQL knows no such character: what asks for one does not exist. */
export const limitAddress: MiddlewareHandler<Env> = (c, next) => {
  if (/%00|\0/.test(c.req.url)) throw notFound();
  return next();
};
