// Who may see and do what: every door of the platform tried by every kind of person, and with ids that are nobody's.
import { beforeAll, describe, expect, it } from 'vitest';
import { acts } from '#tests/support/acts.ts';
import type { Asker } from '#tests/support/app.ts';
import { type Door, everyone, pages, type Who } from '#tests/support/doors.ts';
import { routesOf, type World, world } from '#tests/support/world.ts';

let w: World;
let askers: Record<Who, Asker>;

beforeAll(async () => {
  w = await world();
  const made = await Promise.all(everyone.map(async (who) => [who, await w.app.as(who)] as const));
  askers = Object.fromEntries(made) as Record<Who, Asker>;
});

/** In a word what a person was told. */
function told(answer: Response): string {
  if (answer.headers.get('location')?.startsWith('/sign-in')) return 'sign in first';
  if (answer.status === 200 || answer.status === 303) return 'opens';
  return String(answer.status);
}

function expected(door: Door, who: Who): string {
  if (door.opens.includes(who)) return 'opens';
  if (who === 'visitor') return 'sign in first';
  return door.forbids?.includes(who) ? '403' : '404';
}

const unclaimed = (door: Door) => everyone.filter((who) => !door.opens.includes(who)).concat(door.opens);

describe('every door', () => {
  it('has an expectation here, and every expectation a door', () => {
    const known = [
      ...Object.keys(pages).map((path) => `GET ${path}`),
      ...Object.keys(acts).map((path) => `POST ${path}`),
    ];
    expect(routesOf(w.app)).toEqual(known.sort());
  });

  it.each(Object.entries(pages))('GET %s shows itself to whom it should', async (_, door) => {
    for (const who of everyone) {
      const answer = await askers[who].get(door.path(w));
      expect(`${who}: ${told(answer)}`).toBe(`${who}: ${expected(door, who)}`);
    }
  });
});

describe('a campaign in which a unit owes nothing', () => {
  const inside = Object.entries(pages).filter(([path]) => path.startsWith('/campaigns/:slug'));

  it.each(inside)('does not exist for it: %s', async (_, door) => {
    const path = door.path(w).replace(w.slug, w.foreignSlug);
    for (const who of ['chau', 'ngan', 'nam'] as const)
      expect((await askers[who].get(path)).status).toBe(404);
  });
});

describe('an id that is nobody’s', () => {
  const strange = [
    '00000000-0000-7000-8000-00000000dead',
    'x',
    '0',
    '-1',
    "' or 1=1 --",
    '%00',
    'a%00b',
    '%F0%9F%98%80',
    '%ED%A0%80',
    '%',
    '..%2F..%2Fetc%2Fpasswd',
    '9'.repeat(30),
    'a'.repeat(5000),
    'constructor',
    '__proto__',
  ];
  /** The door's address with one of its ids replaced, for each id. */
  function variants(pattern: string, door: Door): string[] {
    const [path, query] = door.path(w).split('?');
    const names = pattern.split('/');
    const parts = path!.split('/');
    return names.flatMap((name, i) =>
      name.startsWith(':')
        ? strange.map(
            (id) => [...parts.slice(0, i), id, ...parts.slice(i + 1)].join('/') + (query ? `?${query}` : ''),
          )
        : [],
    );
  }

  it.each(Object.entries(pages).filter(([p]) => p.includes('/:')))(
    'GET %s finds nothing',
    async (pattern, door) => {
      for (const path of variants(pattern, door))
        for (const who of ['ha', 'chau', 'visitor'] as const) {
          const status = (await askers[who].get(path)).status;
          const wanted = who === 'visitor' ? [303, 404] : [403, 404];
          expect(wanted, `${who} ${path.slice(0, 120)}: ${status}`).toContain(status);
        }
    },
  );

  it.each(Object.entries(acts).filter(([p]) => p.includes('/:')))(
    'POST %s does nothing',
    async (pattern, door) => {
      for (const path of variants(pattern, door))
        for (const who of ['ha', 'chau'] as const) {
          const status = (await askers[who].post(path, door.fields?.(w) ?? {})).status;
          expect([403, 404, 422], `${who} ${path.slice(0, 120)}: ${status}`).toContain(status);
        }
    },
  );
});

describe('a form that is wrong', () => {
  it.each(Object.entries(acts))('tells nobody that POST %s exists', async (_, door) => {
    for (const who of ['nam', 'ngan', 'visitor'] as const) {
      if (expected(door, who) === 'opens') continue;
      const answer = await askers[who].post(door.path(w), {});
      expect(`${who}: ${told(answer)}`).toBe(`${who}: ${expected(door, who)}`);
    }
  });
});

describe('every act', () => {
  it.each(Object.entries(acts))('POST %s is done by whom it should', async (_, door) => {
    for (const who of unclaimed(door)) {
      const answer = await askers[who].post(door.path(w), door.fields?.(w) ?? {});
      expect(`${who}: ${told(answer)}`).toBe(`${who}: ${expected(door, who)}`);
    }
  });
});
