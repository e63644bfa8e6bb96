// `npm run bench [NAME…]`: runs bench/NAME.bench.ts, or all of them; each prints its figures as JSON lines.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ready, refuse, root, run } from './ready.mjs';

const folder = join(root, 'bench');
const all = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.ts')) : [];
const asked = process.argv.slice(2).map((name) => `${name.replace(/\.bench\.ts$/, '')}.bench.ts`);
const unknown = asked.find((name) => !all.includes(name));
if (unknown) refuse(`Không có bench/${unknown}. Có: ${all.join(', ') || 'chưa có tệp nào'}.`);

await ready();
let worst = 0;
for (const name of asked.length > 0 ? asked : all.sort())
  worst = Math.max(worst, await run(['--import', 'tsx', join('bench', name)]));
process.exit(worst);
