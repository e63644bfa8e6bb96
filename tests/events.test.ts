// Every act leaves its row in the record: who did it, and when by the platform's own clock; acts without one have a reason.
import { beforeAll, describe, expect, it } from 'vitest';
import { eventWords } from '#src/events/words.ts';
import { visitor } from '#src/portal/rules.ts';
import { acts } from '#tests/support/acts.ts';
import type { Who } from '#tests/support/doors.ts';
import { type World, world } from '#tests/support/world.ts';

let w: World;

beforeAll(async () => {
  w = await world();
});

async function eventIds(): Promise<Set<string>> {
  return new Set((await w.app.services.db.selectFrom('events').select('id').execute()).map((e) => e.id));
}

async function newEvents(before: Set<string>) {
  const all = await w.app.services.db.selectFrom('events').selectAll().execute();
  return all.filter((e) => !before.has(e.id));
}

/** Whose name the act bears: at sign-in the person who signs in; public acts are told apart from no reader. */
function doerOf(path: string, who: Who): string {
  if (path.startsWith('/public')) return visitor.id;
  return path === '/sign-in' || who === 'visitor' ? w.app.people.nam.id : w.app.people[who].id;
}

describe('every act that is done', () => {
  it.each(Object.entries(acts))('leaves an event: POST %s', async (path, door) => {
    const who = door.opens[0]!;
    w.app.setNow('2023-08-26T10:30:00+07:00');
    const asker = await w.app.as(who);
    const before = await eventIds();
    const answer = await asker.post(door.path(w), door.fields?.(w) ?? {});
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).not.toMatch(/^\/sign-in/);
    const events = await newEvents(before);
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      expect(event.actor_id).toBe(doerOf(path, who));
      expect(event.at.toISOString()).toBe('2023-08-26T03:30:00.000Z');
      expect(Object.keys(eventWords)).toContain(event.name);
    }
  });

  it('leaves none when it is refused', async () => {
    const nam = await w.app.as('nam');
    const before = await eventIds();
    for (const door of Object.values(acts)) {
      if (door.opens.includes('nam')) continue;
      await nam.post(door.path(w), door.fields?.(w) ?? {});
    }
    expect(await newEvents(before)).toEqual([]);
  });
});
