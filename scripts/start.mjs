// `npm start`: makes the clone ready and becomes the platform.
import { become, ready } from './ready.mjs';

await ready();
await become('src/main.ts', process.argv.slice(2), [new URL('./orphan.mjs', import.meta.url).href]);
