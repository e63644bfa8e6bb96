// A letter that waits, and what becomes of it. Pure.
import { invalid, type Refusal } from '#src/kernel/refusal.ts';

export type Letter = { recipient: string; subject: string; body: string };

export type MailRow = Letter & {
  id: string;
  queuedAt: Date;
  deliveredAt: Date | null;
  deliveredTo: string | null;
  failure: string | null;
  failedAt: Date | null;
  attempts: number;
};

/** One address and nothing else: no list, no name, no line break that could begin another header. */
export function isOneAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@,;<>"'()[\]\\:]+@[^\s@,;<>"'()[\]\\:]+\.[^\s@,;<>"'()[\]\\:.]+$/.test(text)
  );
}

/** Why a letter may not be queued; null when it may. */
export function refusalToQueue(letter: Letter): Refusal | null {
  if (isOneAddress(letter.recipient)) return null;
  return invalid('mail-address', {
    vi: 'Địa chỉ thư điện tử không hợp lệ.',
    en: 'This is not an e-mail address.',
  });
}

/** A subject on one line, at most 200 characters. */
export function subjectLine(words: string): string {
  const line = [...words].map((char) => (char < ' ' || char === '\u007f' ? ' ' : char)).join('');
  return line.replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** Sent, or given up: there is nothing left to do for the letter. */
export function isSettled(mail: Pick<MailRow, 'deliveredAt' | 'failedAt'>): boolean {
  return mail.deliveredAt !== null || mail.failedAt !== null;
}

/**
 * The server will never take this letter for this address (SMTP 5xx to RCPT TO or DATA), so trying again is of no use.
 * A refused sign-in or sender is our own configuration: the letter waits until it is mended.
 */
export function isPermanent(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  const refused = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  return refused && (command === 'RCPT TO' || command === 'DATA');
}
