// Addresses of what the browser loads, by hashed name, so that they may be cached for ever.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const assetFolder = join(import.meta.dirname, '../../.local/assets');

let manifest: Record<string, string> | null = null;

/** "/assets/app.<hash>.css" for "app.css". The build (scripts/assets.mjs) has run before. */
export function asset(name: string): string {
  manifest ??= JSON.parse(readFileSync(join(assetFolder, 'manifest.json'), 'utf8')) as Record<string, string>;
  const file = manifest[name];
  if (!file) throw new Error(`No such asset: ${name}`);
  return `/assets/${file}`;
}
