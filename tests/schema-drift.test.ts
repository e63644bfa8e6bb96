// The types in schema.ts are those of the tables that the migrations make.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { freshSchemaText, schemaFile } from './support/schema.ts';

it('schema.ts is what the migrations make; `node scripts/schema.mjs` writes it anew', async () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(await freshSchemaText());
});
