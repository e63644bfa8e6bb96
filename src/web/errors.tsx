// Every refusal as a page; anything else is a bug, logged once and answered with an id.
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { newId } from '#src/kernel/ids.ts';
import { notFound, Refusal } from '#src/kernel/refusal.ts';
import { log } from '#src/platform/log.ts';
import { type Ctx, type Env, SignInNeeded, words } from './env.ts';
import { statusOf } from './form.ts';
import { page } from './layout.tsx';

export const answerError: ErrorHandler<Env> = (error, c) => {
  prepare(c);
  if (error instanceof SignInNeeded) return c.redirect(`/sign-in?next=${encodeURIComponent(pathOf(c))}`, 303);
  if (error instanceof Refusal) return refusalPage(c, error);
  if (error instanceof HTTPException && error.status === 403) return refusalPage(c, foreignForm);
  if (error instanceof HTTPException) return refusalPage(c, notFound());
  return bugPage(c, error);
};

export function answerNotFound(c: Context<Env>) {
  prepare(c);
  return refusalPage(c, notFound());
}

/** A request refused before the guards ran has no language or actor yet. */
function prepare(c: Ctx): void {
  if (!c.var.language) c.set('language', 'vi');
  if (c.var.actor === undefined) c.set('actor', null);
}

/** After sign-in a person returns to a page that was read, never to a form that was sent. */
function pathOf(c: Ctx): string {
  const url = new URL(c.req.url);
  return c.req.method === 'GET' ? url.pathname + url.search : '/';
}

const foreignForm = new Refusal('forbidden', 'form-from-elsewhere', {
  vi: 'Biểu mẫu này được gửi từ trang khác nên không nhận. Đề nghị mở lại trang và gửi lần nữa.',
  en: 'This form was sent from another site and was not accepted. Open the page again and send it once more.',
});

function refusalPage(c: Ctx, refusal: Refusal) {
  const t = words(c);
  return page(
    c,
    { title: titles[refusal.kind], status: statusOf(refusal) as 403 },
    <>
      <h1 class="govuk-heading-l">{t(titles[refusal.kind])}</h1>
      <p class="govuk-body">{t(refusal.words)}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {t({ vi: 'Về trang đầu', en: 'To the first page' })}
        </a>
      </p>
    </>,
  );
}

const titles = {
  invalid: { vi: 'Chưa nhận được', en: 'Not accepted yet' },
  forbidden: { vi: 'Không được phép', en: 'Not allowed' },
  'not-found': { vi: 'Không tìm thấy trang', en: 'Page not found' },
  conflict: { vi: 'Có hai bản khác nhau', en: 'Two versions differ' },
  'too-large': { vi: 'Tệp quá lớn', en: 'The file is too large' },
} as const;

function bugPage(c: Ctx, error: Error) {
  const id = newId();
  log.error({ id, err: error, path: new URL(c.req.url).pathname }, 'unexpected error');
  const t = words(c);
  return page(
    c,
    { title: { vi: 'Hệ thống có lỗi', en: 'Something broke' }, status: 500 },
    <>
      <h1 class="govuk-heading-l">{t({ vi: 'Hệ thống có lỗi', en: 'Something broke' })}</h1>
      <p class="govuk-body">
        {t({
          vi: 'Lỗi đã được ghi lại; những gì đã lưu không mất. Đề nghị thử lại, nếu vẫn lỗi thì gửi mã sau cho quản trị viên: ',
          en: 'The error has been recorded; what was saved is not lost. Try again, or give this code to the administrator: ',
        })}
        <span class="tk-code">{id}</span>
      </p>
    </>,
  );
}
