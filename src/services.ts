// Opens everything the doors need: database migrated, units loaded, demonstration loaded when the platform is empty.
import { createAuth } from '#src/accounts/auth.ts';
import { readSetting } from '#src/administration/store.ts';
import { loadDemo } from '#src/demo/load.ts';
import { loadUnits } from '#src/units/load.ts';
import type { Config } from '#src/platform/config.ts';
import { clockFrom } from '#src/platform/clock.ts';
import { migrate } from '#src/platform/database/migrate.ts';
import { openDatabase } from '#src/platform/database/open.ts';
import { openFiles } from '#src/platform/files.ts';
import type { Services } from '#src/web/env.ts';

export type OpenServices = { services: Services; url: string; close: () => Promise<void> };

/** Ready to serve; `close` ends what was started here. TONGKET_DEMO=off leaves an empty platform empty. */
export async function openServices(config: Config): Promise<OpenServices> {
  const { url, db, close } = await openDatabase(config);
  await migrate(url);
  await loadUnits(db);
  const files = openFiles(config);
  const auth = createAuth({ db, secret: config.secret, baseUrl: config.baseUrl });
  if (process.env.TONGKET_DEMO !== 'off') await loadDemo({ db, files, auth, secret: config.secret });
  const demo = (await readSetting(db, 'demo')) !== null;
  const clock = clockFrom(config);
  return { services: { db, config, files, auth, demo, clock }, url, close };
}
