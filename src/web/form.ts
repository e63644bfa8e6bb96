// What arrives in a form: read with limits, checked by a schema, refused field by field.
import type { ZodType } from 'zod';
import type { Words } from '#src/kernel/language.ts';
import { Refusal } from '#src/kernel/refusal.ts';
import type { Ctx } from './env.ts';

/** The typed values by field name; every value is kept so that a refused page shows them again. */
export type Typed = Record<string, string | string[]>;

/** What was typed into a field of one value; undefined when it was not sent. */
export function typedText(typed: Typed, name: string): string | undefined {
  const value = typed[name];
  return typeof value === 'string' ? value : undefined;
}

export type Upload = { name: string; bytes: Uint8Array };

const maxUploadBytes = 50 * 1024 * 1024;

/** Reads a form's text fields; names ending in [] give arrays. Files are left out (see `readUpload`). */
export async function readForm(c: Ctx): Promise<Typed> {
  const body = await bodyOf(c);
  const typed: Typed = {};
  for (const [name, value] of Object.entries(body)) {
    const texts = (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string');
    if (name.endsWith('[]')) typed[name.slice(0, -2)] = texts.map(clean);
    else if (texts.length > 0) typed[name] = clean(texts[texts.length - 1]!);
  }
  return typed;
}

/** A body that breaks off, or is no form at all, is refused; one that is too large was refused before. */
async function bodyOf(c: Ctx) {
  try {
    return await c.req.parseBody({ all: true });
  } catch {
    throw unreadable;
  }
}

const unreadable = new Refusal('invalid', 'form-unreadable', {
  vi: 'Biểu mẫu đến không trọn vẹn nên chưa nhận. Đề nghị quay lại trang và gửi lần nữa.',
  en: 'The form did not arrive whole and was not accepted. Go back to the page and send it again.',
});

const clean = (text: string) => text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').normalize('NFC');

/** The one uploaded file of a form, or null when none was chosen. Larger than 50 MB is refused. */
export async function readUpload(c: Ctx, field: string): Promise<Upload | null> {
  const body = await bodyOf(c);
  const value = Array.isArray(body[field]) ? body[field][0] : body[field];
  if (!(value instanceof File) || value.name === '') return null;
  if (value.size > maxUploadBytes) throw tooLarge();
  return { name: clean(value.name), bytes: new Uint8Array(await value.arrayBuffer()) };
}

export function tooLarge(): Refusal {
  return new Refusal('too-large', 'upload-too-large', {
    vi: 'Tệp lớn hơn 50 MB nên không nhận. Đề nghị bỏ ảnh khỏi tệp hoặc chia thành nhiều tệp.',
    en: 'The file is larger than 50 MB. Take the pictures out, or split it into several files.',
  });
}

/** The parsed value, or a refusal that names each wrong field in words of the schema. Messages in schemas are "vi | en". */
export function parseForm<T>(schema: ZodType<T>, typed: Typed): T {
  const result = schema.safeParse(typed);
  if (result.success) return result.data;
  const fields: Record<string, Words> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= bilingual(issue.message);
  throw new Refusal(
    'invalid',
    'form-invalid',
    { vi: 'Có chỗ cần sửa trước khi lưu.', en: 'Something needs mending before this can be saved.' },
    { fields },
  );
}

function bilingual(message: string): Words {
  const [vi, en] = message.split(' | ');
  return { vi: vi!, en: en ?? vi! };
}

export type Attempt<T> = { value: T; refusal: null } | { value: null; refusal: Refusal };

/** Runs an action; a refusal comes back as a value so that the same page can be shown with every typed value kept. */
export async function attempt<T>(run: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await run(), refusal: null };
  } catch (error) {
    if (error instanceof Refusal && error.kind !== 'not-found') return { value: null, refusal: error };
    throw error;
  }
}

/** The HTTP status that says what kind of refusal it is. */
export function statusOf(refusal: Refusal | null): 200 | 403 | 404 | 409 | 413 | 422 {
  if (!refusal) return 200;
  return ({ invalid: 422, forbidden: 403, 'not-found': 404, conflict: 409, 'too-large': 413 } as const)[
    refusal.kind
  ];
}
