// What every request carries: the services behind the platform, who asks, and in which language.
import type { Context } from 'hono';
import type { Auth } from '#src/accounts/auth.ts';
import type { Actor } from '#src/kernel/actor.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { notFound } from '#src/kernel/refusal.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Config } from '#src/platform/config.ts';
import type { Act, Db } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';

/** The outside world as the doors see it; made once at start, or per test. */
export type Services = {
  db: Db;
  config: Config;
  files: Files;
  auth: Auth;
  /** The demonstration is loaded: sign-in names its people, figures are marked as samples. */
  demo: boolean;
  /** The instant now; the demo clock in a demonstration. */
  clock: Clock;
};

export type Env = { Variables: { services: Services; actor: Actor | null; language: Language; now: Date } };
export type Ctx = Context<Env>;

/** Thrown when a page needs a signed-in person; the door leads to sign-in and back. */
export class SignInNeeded extends Error {}

/** Who acts, when, on which database: what every action takes. Leads to sign-in when nobody is signed in. */
export function act(c: Ctx): Act {
  const actor = c.var.actor;
  if (!actor) throw new SignInNeeded();
  return { db: c.var.services.db, actor, now: c.var.now };
}

/** The words in the reader's language. */
export function words(c: Ctx): (words: Words) => string {
  return (w) => w[c.var.language];
}

/** The value, or the refusal that hides what is absent. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}
