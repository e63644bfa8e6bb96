// The one way to say no: a value first, thrown only at the door of an action.
import type { Words } from './language.ts';

export type RefusalKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'too-large';

/**
 * A refusal in the reader's language: what was refused, why, and how to mend it.
 * `code` is stable and documented once; `fields` ties messages to form fields by name.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly words: Words;
  readonly fields: Record<string, Words>;
  /** What the door needs to show beside the message: both texts of a conflict, the typed values. */
  readonly details: unknown;

  constructor(
    kind: RefusalKind,
    code: string,
    words: Words,
    options: { fields?: Record<string, Words>; details?: unknown } = {},
  ) {
    super(`${code}: ${words.vi}`);
    this.name = 'Refusal';
    this.kind = kind;
    this.code = code;
    this.words = words;
    this.fields = options.fields ?? {};
    this.details = options.details;
  }
}

/** What one may not see does not exist: the same refusal for "absent" and "not yours". */
export function notFound(): Refusal {
  return new Refusal('not-found', 'not-found', {
    vi: 'Không có trang này, hoặc ông/bà không có quyền xem.',
    en: 'There is no such page, or you may not see it.',
  });
}

export function invalid(code: string, words: Words, fields: Record<string, Words> = {}): Refusal {
  return new Refusal('invalid', code, words, { fields });
}

/** Throws the refusal if there is one; rules return refusals, actions insist on none. */
export function insist(refusal: Refusal | null): asserts refusal is null {
  if (refusal) throw refusal;
}
