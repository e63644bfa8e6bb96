// Delivers one letter: to the configured SMTP server, or as an .eml file into a folder when there is none.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Config } from './config.ts';

export type Mail = {
  /** The same id at every attempt, so that a letter sent twice is known as one by whoever receives it. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  replyTo?: string;
  attachments?: { name: string; mediaType: string; bytes: Uint8Array }[];
};

/** Where a letter went: handed to the SMTP server, or the name of its file in DATA_DIR/mail. */
export type Delivery = { via: 'smtp' } | { via: 'file'; name: string };

/** SMTP answers within this or the queue tries again later. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Returns once the server has accepted the letter or the file is whole. Throws when the server refuses or
 * cannot be reached; called from a job, which tries again.
 */
export async function deliver(
  mail: Mail,
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>,
): Promise<Delivery> {
  const message = messageOf(mail, config.mailFrom);
  if (!config.smtpUrl) return { via: 'file', name: await writeLetter(mail, message, config.dataDir) };
  const transport = nodemailer.createTransport({ url: config.smtpUrl, ...patience });
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
  return { via: 'smtp' };
}

function messageOf(mail: Mail, from: string) {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.id}@${domain}>`,
    ...(mail.html !== undefined && { html: mail.html }),
    ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
    attachments: (mail.attachments ?? []).map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
  };
}

async function writeLetter(mail: Mail, message: ReturnType<typeof messageOf>, dataDir: string) {
  const built = await nodemailer.createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  const folder = join(dataDir, 'mail');
  mkdirSync(folder, { recursive: true });
  const name = `${mail.id.replace(/[^\w-]/g, '_')}.eml`;
  writeFileSync(join(folder, `${name}.unfinished`), built.message as Buffer);
  renameSync(join(folder, `${name}.unfinished`), join(folder, name));
  return name;
}
