// What arrives in the addresses of the registry's pages.
import { z } from 'zod';
import { isId } from '#src/kernel/ids.ts';

const day = z.iso.date().refine((date) => date >= '1945-09-02' && date < '2200-01-01');

/** `on` is null when it was left out; `wrongDay` keeps what was typed when it is no day. */
export type UnitsQuery = { on: string | null; wrongDay: string | null; q: string; under: string | null };

/** Reads ?on=, ?q= and ?under=; what cannot be read counts as left out. */
export function readUnitsQuery(query: Record<string, string>): UnitsQuery {
  const typed = query.on?.trim() ?? '';
  const on = day.safeParse(typed);
  return {
    on: on.success ? on.data : null,
    wrongDay: typed !== '' && !on.success ? typed : null,
    q: (query.q ?? '').trim().slice(0, 100),
    under: query.under && isId(query.under) ? query.under : null,
  };
}
