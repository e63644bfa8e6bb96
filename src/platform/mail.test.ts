// Letters reach a real SMTP server on loopback, or a folder when none is configured.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliver } from './mail.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tongket-mail-'));
const received: { to: string[]; text: string }[] = [];
let answer: Error | null = null;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map((r) => r.address);
      if (!answer) received.push({ to, text: Buffer.concat(chunks).toString('utf8') });
      done(answer);
    });
  },
});

let smtpUrl = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  rmSync(dataDir, { recursive: true, force: true });
});

const letter = {
  id: '018a4d3e-0000-7000-8000-000000000001',
  to: 'van-phong@longan.example',
  subject: 'Nhắc nộp báo cáo: còn 5 ngày',
  text: 'Kính gửi Tỉnh uỷ Long An,\n\nĐề nghị gửi báo cáo trước ngày 30/8/2023.\n',
};
const from = 'Tổng Kết <tong-ket@trung-uong.example>';

it('hands the letter to the SMTP server', async () => {
  expect(await deliver(letter, { smtpUrl, mailFrom: from, dataDir })).toEqual({ via: 'smtp' });
  expect(received).toHaveLength(1);
  expect(received[0]?.to).toEqual([letter.to]);
  expect(received[0]?.text).toContain(
    'Message-ID: <018a4d3e-0000-7000-8000-000000000001@trung-uong.example>',
  );
});

it('says so when the server refuses, and when there is no server', async () => {
  answer = Object.assign(new Error('mailbox full'), { responseCode: 452 });
  await expect(deliver(letter, { smtpUrl, mailFrom: from, dataDir })).rejects.toThrow('mailbox full');
  answer = null;
  await expect(deliver(letter, { smtpUrl: 'smtp://127.0.0.1:1', mailFrom: from, dataDir })).rejects.toThrow();
});

it('writes the letter to a folder without a server, once however often it is tried', async () => {
  const withFile = {
    ...letter,
    attachments: [{ name: 'kế hoạch.txt', mediaType: 'text/plain', bytes: new Uint8Array([65]) }],
  };
  const delivery = await deliver(withFile, { smtpUrl: null, mailFrom: from, dataDir });
  await deliver(withFile, { smtpUrl: null, mailFrom: from, dataDir });
  expect(delivery).toEqual({ via: 'file', name: `${letter.id}.eml` });
  expect(readdirSync(join(dataDir, 'mail'))).toEqual([`${letter.id}.eml`]);
  const eml = readFileSync(join(dataDir, 'mail', `${letter.id}.eml`), 'utf8');
  expect(eml).toContain('To: van-phong@longan.example');
  expect(eml).toContain('Content-Type: multipart/mixed');
});

it('lets nobody add a header through a subject or an address', async () => {
  const hostile = {
    ...letter,
    subject: 'Chào\r\nBcc: other@x.example',
    to: 'a@x.example\r\nBcc: b@x.example',
  };
  await deliver(hostile, { smtpUrl: null, mailFrom: from, dataDir });
  const eml = readFileSync(join(dataDir, 'mail', `${letter.id}.eml`), 'utf8');
  expect(eml).not.toMatch(/^Bcc:/m);
});
