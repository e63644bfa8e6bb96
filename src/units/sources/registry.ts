// The whole registry from the packages and the seed files, before any database has seen it.
import { indexRegistry, type Registry, type RegistryRecords } from '../rules.ts';
import { emptyRecords } from './draft.ts';
import { readCentralBodies, readProvinceFacts } from './facts.ts';
import { addCentralBodies, addProvincialCommittees } from './organisations.ts';
import { addTerritories } from './territories.ts';

/** All units of all times as rows with ids that are the same on every machine. About a second of work. */
export function registryRecords(): RegistryRecords {
  const records = emptyRecords();
  const facts = readProvinceFacts();
  addTerritories(records, facts);
  addProvincialCommittees(records, facts);
  addCentralBodies(records, readCentralBodies());
  return records;
}

let kept: Registry | null = null;

/** The same, indexed and kept for the life of the process; for commands that need no database. */
export function packagedRegistry(): Registry {
  kept ??= indexRegistry(registryRecords());
  return kept;
}
