// `npm run check`: style, types and what nobody uses, without running anything.
import { join } from 'node:path';
import { ready, root, run, say } from './ready.mjs';

await ready({ assets: false });
const checks = [
  ['Biome', ['node_modules/@biomejs/biome/bin/biome', 'check']],
  ['TypeScript', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['knip', ['node_modules/knip/bin/knip.js', '--no-progress']],
];
const failed = [];
for (const [name, [program, ...args]] of checks)
  if ((await run([join(root, program), ...args])) !== 0) failed.push(name);
say(failed.length > 0 ? `Chưa đạt: ${failed.join(', ')}` : 'Đạt: Biome, TypeScript, knip');
process.exit(failed.length > 0 ? 1 : 0);
