// Signing in and out.
import { Hono } from 'hono';
import { record } from '#src/events/record.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { clientAddress } from '#src/web/address.ts';
import { type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { Button, ErrorSummary, TextField } from '#src/web/ui.tsx';
import { demoPassword, isDemoPerson } from './demo-people.ts';
import { signInForm } from './forms.ts';
import { signIn, signOut } from './session.ts';
import { actorByEmail, listPeople, type PersonRow } from './store.ts';

export const accountPages = new Hono<Env>();

accountPages.get('/sign-in', async (c) => signInPage(c, {}, null));

accountPages.post('/sign-in', async (c) => {
  const typed = await readForm(c);
  const { db, auth } = c.var.services;
  const result = await attempt(async () => {
    const form = parseForm(signInForm, typed);
    const from = { address: clientAddress(c), userAgent: c.req.header('user-agent') ?? '' };
    const cookies = await signIn(auth, from, form);
    const actor = await actorByEmail(db, form.email);
    if (actor)
      await record(db, actor, c.var.now, {
        name: 'person.signed-in',
        subjectType: 'person',
        subjectId: actor.id,
      });
    return cookies;
  });
  if (result.refusal) return signInPage(c, typed, result.refusal);
  for (const cookie of result.value) c.header('set-cookie', cookie, { append: true });
  return c.redirect(safeReturn(typed.next), 303);
});

accountPages.post('/sign-out', async (c) => {
  const { services, actor, now } = c.var;
  if (actor)
    await record(services.db, actor, now, {
      name: 'person.signed-out',
      subjectType: 'person',
      subjectId: actor.id,
    });
  for (const cookie of await signOut(services.auth, c.req.raw.headers))
    c.header('set-cookie', cookie, { append: true });
  return c.redirect('/', 303);
});

/** Only a path of this site, as a browser would read it; anything else leads home. */
function safeReturn(next: string | string[] | undefined): string {
  const here = 'http://here.invalid';
  const asked = typeof next === 'string' && next.startsWith('/') && URL.parse(next, here);
  return asked && asked.origin === here ? asked.pathname + asked.search + asked.hash : '/';
}

async function signInPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const t = words(c);
  const language = c.var.language;
  const demo = c.var.services.demo ? (await listPeople(c.var.services.db)).filter(isDemoPerson) : [];
  const error = (name: string) => refusal?.fields[name]?.[language];
  return page(
    c,
    { title: { vi: 'Đăng nhập', en: 'Sign in' }, status: statusOf(refusal) },
    <div class="tk-cols tk-cols--side">
      <form method="post" action="/sign-in" class="tk-form" novalidate>
        <ErrorSummary refusal={refusal} language={language} />
        <h1 class="govuk-heading-l">{t({ vi: 'Đăng nhập', en: 'Sign in' })}</h1>
        <input type="hidden" name="next" value={String(typed.next ?? c.req.query('next') ?? '/')} />
        <TextField
          name="email"
          type="email"
          autocomplete="username"
          label={t({ vi: 'Thư điện tử', en: 'E-mail address' })}
          value={typedText(typed, 'email') ?? c.req.query('email') ?? ''}
          error={error('email')}
        />
        <TextField
          name="password"
          type="password"
          autocomplete="current-password"
          label={t({ vi: 'Mật khẩu', en: 'Password' })}
          error={error('password')}
        />
        <Button>{t({ vi: 'Đăng nhập', en: 'Sign in' })}</Button>
        <p class="tk-small govuk-!-margin-top-4">
          {t({
            vi: 'Tài khoản do Văn phòng Ban cấp qua thư mời. Chưa có tài khoản thì đề nghị liên hệ đầu mối của Ban.',
            en: 'Accounts are given by invitation. Without one, ask the central office.',
          })}
        </p>
      </form>
      {demo.length > 0 && <DemoPeople people={demo} t={t} />}
    </div>,
  );
}

const DemoPeople = ({ people, t }: { people: PersonRow[]; t: ReturnType<typeof words> }) => (
  <aside class="tk-panel" aria-labelledby="demo">
    <h2 class="govuk-heading-s" id="demo">
      {t({ vi: 'Người trong bản trình diễn', en: 'People of the demonstration' })}
    </h2>
    <p class="tk-small">
      {t({ vi: 'Mật khẩu chung: ', en: 'Password for all: ' })}
      <strong>{demoPassword}</strong>
    </p>
    <ul class="tk-plain">
      {people.map((p) => (
        <li class="govuk-!-margin-bottom-2">
          <a class="govuk-link" href={`/sign-in?email=${encodeURIComponent(p.email)}`}>
            {p.email}
          </a>
          <span class="tk-meta">
            {p.name}
            {p.job_title && `, ${p.job_title}`}
          </span>
        </li>
      ))}
    </ul>
  </aside>
);
