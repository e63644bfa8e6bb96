// Why the platform cannot run here, said to whoever starts it: a refusal in words, not a stack trace.
import { Refusal } from '#src/kernel/refusal.ts';

/** To be thrown; `cause` is what the machine said. */
export function unfit(code: string, vi: string, en: string, cause?: unknown): Refusal {
  const refusal = new Refusal('invalid', code, { vi, en });
  if (cause !== undefined) refusal.cause = cause;
  return refusal;
}
