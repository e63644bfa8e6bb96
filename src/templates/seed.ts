// The templates that the platform ships with, read from seed/templates and checked.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insist } from '#src/kernel/refusal.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';
import { projectRoot } from '#src/platform/config.ts';
import { annexSeedForm, templateSeedForm } from './forms.ts';
import type { Annex, Outline } from './rules.ts';
import { refusalToSave } from './soundness.ts';

export type TemplateSeed = { code: string; name: string; outline: Outline; annex: Annex };

const folder = join(projectRoot, 'seed/templates');

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** Every template of the seed, by code. A seed that does not hold together is an error of the seed and is thrown. */
export function templateSeeds(): TemplateSeed[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !file.endsWith('-annex.json'))
    .map(templateOf)
    .sort((a, b) => compareVietnamese(a.code, b.code));
}

function templateOf(file: string): TemplateSeed {
  const { annex: annexFile, ...template } = templateSeedForm.parse(readJson(file));
  const annex = annexFile === null ? { tables: [] } : annexSeedForm.parse(readJson(annexFile));
  insist(refusalToSave(template.outline, annex));
  return { ...template, annex };
}
