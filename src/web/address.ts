// From which address a request comes: the connection's own, or the one that a proxy on this machine tells.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Ctx } from './env.ts';

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/**
 * The address of whoever asks. A header is believed only when the connection comes from this very machine, where a
 * reverse proxy stands, and only its last entry, which the proxy itself wrote.
 */
export function clientAddress(c: Ctx): string {
  const connected = connectedAddress(c) ?? '127.0.0.1';
  if (!loopback.test(connected)) return connected;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || connected;
}

/** null where there is no connection: a request made inside the process. */
function connectedAddress(c: Ctx): string | null {
  const bindings: unknown = c.env;
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return null;
  return getConnInfo(c).remote.address ?? null;
}
