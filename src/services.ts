// Opens everything the doors need: database migrated, units loaded, demonstration loaded when the platform is empty.
import { createAuth } from '#src/accounts/auth.ts';
import { readSetting } from '#src/administration/store.ts';
import { loadDemo } from '#src/demo/load.ts';
import { clockFrom } from '#src/platform/clock.ts';
import type { Config } from '#src/platform/config.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { migrate } from '#src/platform/database/migrate.ts';
import { openDatabase } from '#src/platform/database/open.ts';
import { openFiles } from '#src/platform/files.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { loadUnits } from '#src/units/load.ts';
import type { Services } from '#src/web/env.ts';

export type OpenServices = { services: Services; url: string; close: () => Promise<void> };

/**
 * Ready to serve; `close` ends what was started here. TONGKET_DEMO=off leaves an empty platform empty.
 * `open` is `joinDatabase` for a command beside a platform that runs.
 */
export async function openServices(config: Config, open = openDatabase): Promise<OpenServices> {
  const { url, db, close } = await open(config);
  await migrate(url);
  await loadUnits(db);
  await installTemplates(db, new Date());
  const files = openFiles(config);
  const auth = createAuth({ db, secret: config.secret, baseUrl: config.baseUrl });
  if (process.env.TONGKET_DEMO !== 'off') await loadDemo({ db, files, auth, secret: config.secret });
  const demo = (await readSetting(db, 'demo')) !== null;
  const clock = clockFrom(config);
  if (!config.demoNow) clock.moveTo(await keptClock(db));
  return { services: { db, config, files, auth, demo, clock }, url, close };
}

/** Where an administrator has set the demonstration's clock, running on from then; null is real time. */
async function keptClock(db: Db): Promise<Date | null> {
  const offset = (await readSetting(db, 'clock'))?.offset;
  return typeof offset === 'number' && offset !== 0 ? new Date(Date.now() + offset) : null;
}
