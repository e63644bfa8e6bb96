// Letters: queued with the act, delivered once by the real queue to a real SMTP server or into a folder.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#src/kernel/ids.ts';
import { configFrom } from '#src/platform/config.ts';
import { transaction } from '#src/platform/database/connect.ts';
import { startWorker } from '#src/platform/jobs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { queueMail, sendMail } from './actions.ts';
import { noticeTasks } from './jobs.ts';
import { isOneAddress, subjectLine } from './rules.ts';
import { mailById } from './store.ts';

const { db, url } = await testDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'tongket-notices-'));
const received: string[] = [];
let refuse: { at: 'rcpt' | 'data'; code: number } | null = null;

const refusal = () => Object.assign(new Error('no'), { responseCode: refuse?.code ?? 450 });
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(refuse?.at === 'rcpt' ? refusal() : null),
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (refuse?.at === 'data') return done(refusal());
      received.push(Buffer.concat(chunks).toString('utf8'));
      done();
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
beforeEach(() => {
  refuse = null;
  received.length = 0;
});

const now = new Date('2023-08-25T02:00:00Z');
const letter = { recipient: 'ban@doc.example', subject: 'Kế hoạch số 82-KH/BDVTW', body: 'Kính gửi ông/bà' };
const config = (smtp: boolean) => configFrom({ DATA_DIR: dataDir, ...(smtp ? { SMTP_URL: smtpUrl } : {}) });

describe('the letter’s address and subject', () => {
  it.each([
    ['a@b.example', true],
    ['nguyễn@b.example', true],
    ['a@b', false],
    ['a@b.example\r\nBcc: c@d.example', false],
    ['a@b.example, c@d.example', false],
    ['a@b.example;c@d.example', false],
    ['"A B" <a@b.example>', false],
    ['a b@c.example', false],
    ['@b.example', false],
    [`${'a'.repeat(250)}@b.example`, false],
    ['', false],
  ])('takes %j: %s', (text, expected) => {
    expect(isOneAddress(text)).toBe(expected);
  });

  it('keeps a subject on one line', () => {
    expect(subjectLine('Chào\r\nBcc: x@y.example\u0000 bạn')).toBe('Chào Bcc: x@y.example bạn');
    expect(subjectLine('a'.repeat(500))).toHaveLength(200);
  });

  it('refuses a list of recipients', async () => {
    await expect(
      transaction(db, (trx) => queueMail(trx, { ...letter, recipient: 'a@b.example,c@d.example' }, now)),
    ).rejects.toMatchObject({ code: 'mail-address' });
  });
});

describe('the queue', () => {
  it('sends nothing when the act is undone', async () => {
    let id = '';
    await transaction(db, async (trx) => {
      id = await queueMail(trx, letter, now);
      throw new Error('undone');
    }).catch(() => undefined);
    expect(await mailById(db, id)).toBeNull();
  });

  it('delivers by SMTP through a real worker and records it', async () => {
    const id = await transaction(db, (trx) => queueMail(trx, letter, now));
    const worker = await startWorker(url, noticeTasks({ db, config: config(true), clock: () => now }));
    await expect.poll(async () => (await mailById(db, id))?.deliveredTo, { timeout: 10_000 }).toBe('smtp');
    await worker.stop();
    expect(received).toHaveLength(1);
    expect(received[0]).toContain(`Message-ID: <${id}@`);
    expect(received[0]).toContain('To: ban@doc.example');
  });

  it('writes the letter into the folder when there is no server', async () => {
    const id = await transaction(db, (trx) => queueMail(trx, letter, now));
    await sendMail(db, config(false), id, now);
    expect((await mailById(db, id))?.deliveredTo).toBe(`${id}.eml`);
    expect(readFileSync(join(dataDir, 'mail', `${id}.eml`), 'utf8')).toContain('To: ban@doc.example');
  });

  it('sends a letter once, however often and by however many the job is done', async () => {
    const id = await transaction(db, (trx) => queueMail(trx, letter, now));
    await Promise.all([1, 2, 3, 4].map(() => sendMail(db, config(true), id, now)));
    await sendMail(db, config(true), id, now);
    expect(received).toHaveLength(1);
    expect((await mailById(db, id))?.attempts).toBe(1);
  });

  it('tries again when the server is busy, and says why meanwhile', async () => {
    const id = await transaction(db, (trx) => queueMail(trx, letter, now));
    refuse = { at: 'data', code: 451 };
    await expect(sendMail(db, config(true), id, now)).rejects.toThrow();
    expect(await mailById(db, id)).toMatchObject({ deliveredAt: null, failedAt: null, attempts: 1 });
    expect((await mailById(db, id))?.failure).toBeTruthy();
    refuse = null;
    await sendMail(db, config(true), id, now);
    expect(await mailById(db, id)).toMatchObject({ deliveredTo: 'smtp', failure: null, attempts: 2 });
  });

  it('gives up when the address is refused for ever', async () => {
    const id = await transaction(db, (trx) => queueMail(trx, letter, now));
    refuse = { at: 'rcpt', code: 550 };
    await sendMail(db, config(true), id, now);
    refuse = null;
    await sendMail(db, config(true), id, now);
    expect(received).toHaveLength(0);
    expect((await mailById(db, id))?.failedAt).not.toBeNull();
  });

  it('keeps the letter while the server cannot be reached', async () => {
    const id = await transaction(db, (trx) => queueMail(trx, letter, now));
    const away = { ...config(true), smtpUrl: 'smtp://127.0.0.1:1' };
    await expect(sendMail(db, away, id, now)).rejects.toThrow();
    expect(await mailById(db, id)).toMatchObject({ deliveredAt: null, failedAt: null });
  });

  it('does nothing for a letter that is not there', async () => {
    const before = existsSync(join(dataDir, 'mail')) ? readdirSync(join(dataDir, 'mail')).length : 0;
    await sendMail(db, config(false), newId(now), now);
    expect(existsSync(join(dataDir, 'mail')) ? readdirSync(join(dataDir, 'mail')).length : 0).toBe(before);
  });
});
