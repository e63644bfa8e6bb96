// What every test database holds besides its tables: the registry of units, loaded once per template.
import type { Db } from '#src/platform/database/connect.ts';
import { loadUnits } from '#src/units/load.ts';

/** Called once for a freshly migrated template; every test database is a copy of the result. */
export async function seedTemplate(db: Db): Promise<void> {
  await loadUnits(db);
}
