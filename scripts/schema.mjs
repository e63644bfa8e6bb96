// Writes src/platform/database/schema.ts anew from the migrations, on a throw-away embedded database.
import { ready, run } from './ready.mjs';

await ready();
await run(['--import', 'tsx', 'tests/support/schema.ts']);
