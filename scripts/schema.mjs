// Writes src/platform/database/schema.ts anew from the migrations, on a throw-away embedded database.
import { become, ready } from './ready.mjs';

await ready({ assets: false });
await become('tests/support/schema.ts');
