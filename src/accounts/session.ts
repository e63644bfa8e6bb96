// From the cookie of a request to the actor, and back: sign-in and sign-out.

import type { Actor } from '#src/kernel/actor.ts';
import { Refusal } from '#src/kernel/refusal.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Auth } from './auth.ts';
import { actorById } from './store.ts';

/** The person behind the session cookie, or null. */
export async function actorOf(auth: Auth, db: Db, headers: Headers): Promise<Actor | null> {
  if (!headers.get('cookie')?.includes('tongket')) return null;
  const session = await auth.api.getSession({ headers });
  return session ? actorById(db, session.user.id) : null;
}

const wrong = new Refusal('invalid', 'sign-in-failed', {
  vi: 'Thư điện tử hoặc mật khẩu không đúng. Đề nghị kiểm tra lại cả hai.',
  en: 'The e-mail address or the password is wrong. Check both.',
});

const tooOften = new Refusal('forbidden', 'sign-in-too-often', {
  vi: 'Đã thử quá nhiều lần. Đề nghị đợi một phút rồi thử lại.',
  en: 'Too many attempts. Wait a minute and try again.',
});

/** The Set-Cookie headers of a new session. Refuses a wrong password, and too many attempts from one address. */
export async function signIn(
  auth: Auth,
  from: { address: string; userAgent: string },
  typed: { email: string; password: string },
): Promise<string[]> {
  const base = auth.options.baseURL;
  const response = await auth.handler(
    new Request(`${base}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: base,
        'user-agent': from.userAgent,
        'x-client-address': from.address,
      },
      body: JSON.stringify(typed),
    }),
  );
  if (response.status === 429) throw tooOften;
  if (!response.ok) throw wrong;
  return response.headers.getSetCookie();
}

/** The Set-Cookie headers that end the session. */
export async function signOut(auth: Auth, headers: Headers): Promise<string[]> {
  const response = await auth.api.signOut({ headers, asResponse: true });
  return response.headers.getSetCookie();
}
