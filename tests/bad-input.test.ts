// Whatever arrives at a door is answered in words, never with a failure of ours, and a refusal leaves nothing half-written.

import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#src/app.tsx';
import { acts } from '#tests/support/acts.ts';
import { type Door, everyone, pages, type Who } from '#tests/support/doors.ts';
import { type Body, hostileBodies, hostileValues, rowCounts } from '#tests/support/hostile.ts';
import { type World, world } from '#tests/support/world.ts';

let w: World;
let send: (who: Who, path: string, body: Body, language?: 'vi' | 'en') => Promise<Response>;

beforeAll(async () => {
  w = await world();
  const app = createApp(w.app.services);
  for (const who of everyone) await w.app.cookie(who);
  send = async (who, path, { headers = {}, body }, language = 'vi') => {
    const cookie = `${await w.app.cookie(who)}; language=${language}`;
    const all = { ...headers, cookie, origin: 'http://localhost' };
    const init = { method: 'POST', headers: all, ...(body !== undefined && { body }), duplex: 'half' };
    return app.request(`http://localhost${path}`, init as RequestInit);
  };
});

/** The words of the refusal: its summary, or the whole page when it is a page of its own. */
function refusalWords(html: string): string {
  const summary = /<div class="govuk-error-summary"[\s\S]*?<\/div>/.exec(html)?.[0];
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return (summary ?? main)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

describe('a form', () => {
  it.each(Object.entries(acts))(
    'that is spoilt is answered in words: POST %s',
    { timeout: 60_000 },
    async (_, door) => {
      const who = door.opens[0]!;
      let before = await rowCounts(w.app.services.db);
      for (const body of hostileBodies(door.fields?.(w) ?? {})) {
        const answer = await send(who, door.path(w), body);
        expect(answer.status, body.what).toBeLessThan(500);
        const after = await rowCounts(w.app.services.db);
        if (answer.status !== 303) {
          // A conflict keeps both texts, on purpose.
          if (answer.status !== 409) expect(after, body.what).toEqual(before);
          expect(refusalWords(await answer.text()), body.what).toMatch(vietnamese);
        }
        before = after;
      }
    },
  );

  it('refused in English is refused in English', async () => {
    for (const [path, door] of Object.entries(acts)) {
      const answer = await send(
        door.opens[0]!,
        door.path(w),
        { what: 'empty', body: new URLSearchParams() },
        'en',
      );
      if (![403, 404, 409, 413, 422].includes(answer.status)) continue;
      const words = refusalWords(await answer.text());
      expect(words, path).not.toBe('');
      expect(words, path).not.toMatch(vietnamese);
    }
  });
});

describe('a body that is too large', () => {
  /** Pieces of one megabyte, made only when asked for. */
  function flood(megabytes: number) {
    let given = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (given++ >= megabytes) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024).fill(97));
      },
    });
    return { stream, given: () => given };
  }

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 10],
    ['an upload', 'multipart/form-data; boundary=b', 55],
  ])('is refused before it is read to its end: %s', async (_, type, most) => {
    const doors = Object.entries(acts).filter(
      ([path]) => !type.startsWith('multipart') || path.endsWith('s'),
    );
    for (const [, door] of doors.slice(-12)) {
      const { stream, given } = flood(70);
      const answer = await send(door.opens[0]!, door.path(w), {
        what: 'flood',
        headers: { 'content-type': type },
        body: stream,
      });
      expect(answer.status).toBe(413);
      expect(given()).toBeLessThan(most);
    }
  });

  it('is refused unread when it says how large it is', async () => {
    const { stream, given } = flood(70);
    const headers = {
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': String(70 * 1024 * 1024),
    };
    const answer = await send('chau', `/reports/${w.reportId}/uploads`, {
      what: 'flood',
      headers,
      body: stream,
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('50 MB');
    expect(given()).toBeLessThan(3);
  });
});

describe('a page asked for strangely', () => {
  const names =
    'q on under page table boundaries indicator unit template visit edit block sentence section part p s code number sha256 text saved add applied done sent new answer version next email sort state kind status lang on-date from to'.split(
      ' ',
    );
  const isText = (path: string) => !/\.(docx|xlsx|pdf|zip|json|ics)|\/file$/.test(path);
  const asked = (door: Door, query: URLSearchParams) =>
    `${door.path(w)}${door.path(w).includes('?') ? '&' : '?'}${query}`;

  it.each(Object.entries(pages))('answers: GET %s', { timeout: 60_000 }, async (pattern, door) => {
    const asker = await w.app.as(door.opens[0]!);
    for (const value of hostileValues) {
      const all = new URLSearchParams(names.map((name) => [name, value]));
      const paths = [asked(door, all)];
      if (isText(pattern) && value === hostileValues[2])
        paths.push(...names.map((name) => asked(door, new URLSearchParams({ [name]: value }))));
      for (const path of paths) {
        const answer = await asker.get(path);
        expect(answer.status, decodeURIComponent(path).slice(0, 200)).toBeLessThan(500);
      }
    }
  });
});
