// Brings the packages and the seed files into the registry: all of them when it is empty, what was corrected since when not.
import { sql } from 'kysely';
import { type Db, transaction } from '#src/platform/database/connect.ts';
import { readRegistryRecords } from './registry.ts';
import { correctionOf } from './rules/correcting.ts';
import type { RegistryRecords } from './rules.ts';
import { sourcesFingerprint } from './sources/fingerprint.ts';
import { registryRecords } from './sources/registry.ts';
import {
  actedUnits,
  insertLoad,
  latestLoad,
  lockRegistry,
  refold,
  removeSeedRows,
  respell,
  updateUnits,
} from './store/loads.ts';
import { insertRecords } from './store/rows.ts';

/** `corrected`: units whose packaged facts replaced older ones; `kept`: those left alone because a person acted on them. */
export type LoadResult = { loaded: boolean; units: number; corrected: number; kept: number };

/**
 * Afterwards the registry holds the packaged units with their present facts. Units that a person has acted on stay as
 * they are, but for a misspelled name; all names are folded for the search as names are folded now. Does nothing when the same facts were brought in before. Two processes may call it at once: the second
 * waits and finds the work done.
 */
export async function loadUnits(
  db: Db,
  source: { fingerprint: string; records: () => RegistryRecords } = {
    fingerprint: sourcesFingerprint(),
    records: registryRecords,
  },
): Promise<LoadResult> {
  return transaction(db, async (trx) => {
    await lockRegistry(trx);
    const { rows } = await sql<{ units: number }>`select count(*)::int as units from units`.execute(trx);
    const units = rows[0]?.units ?? 0;
    if ((await latestLoad(trx)) === source.fingerprint)
      return { loaded: false, units, corrected: 0, kept: 0 };
    const packaged = source.records();
    const result = units === 0 ? await loadAll(trx, packaged) : await correct(trx, packaged);
    await insertLoad(trx, source.fingerprint, result);
    for (const table of ['units', 'unit_names', 'unit_parents', 'unit_event_members'])
      await sql`analyze ${sql.table(table)}`.execute(trx);
    return { loaded: true, units: units + result.added, corrected: result.corrected, kept: result.kept };
  });
}

async function loadAll(trx: Db, packaged: RegistryRecords) {
  await insertRecords(trx, packaged);
  return { added: packaged.units.length, corrected: 0, kept: 0 };
}

async function correct(trx: Db, packaged: RegistryRecords) {
  const stored = await readRegistryRecords(trx);
  const correction = correctionOf(stored, packaged, await actedUnits(trx));
  await removeSeedRows(trx, correction);
  await updateUnits(trx, correction.changedUnits);
  await insertRecords(trx, correction.insert);
  await respell(trx, correction.respelled);
  await refold(trx);
  return {
    added: correction.insert.units.length,
    corrected: correction.changed.length,
    kept: correction.kept.length,
  };
}
