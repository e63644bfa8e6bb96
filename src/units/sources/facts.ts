// The editable facts beside the packages: mergers, renamings, spellings, and the central bodies.
import { createRequire } from 'node:module';
import { z } from 'zod';
import { unitKinds } from '../rules.ts';

const date = z.iso.date();
const link = z.object({ from: z.string(), to: z.string() });

const provincesFile = z.object({
  mergedOn: date,
  mergedBy: z.string(),
  committeesMergedBy: z.string(),
  districtsAbolishedBy: z.string(),
  communesMergedBy: z.string(),
  mergers: z.array(z.object({ code: z.string(), from: z.array(z.string()).min(2) })),
  renames: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      fullName: z.string(),
      committee: z.string(),
      on: date,
      legalBasis: z.string(),
    }),
  ),
  communeLinks: z.array(link),
  zonesFromDistricts: z.array(link),
  aliases: z.record(z.string(), z.array(z.string())),
});
export type ProvinceFacts = z.infer<typeof provincesFile>;

const bodiesFile = z.object({
  bodies: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(unitKinds),
      name: z.string(),
      fullName: z.string(),
      aliases: z.array(z.string()).default([]),
      from: date.optional(),
      to: date.optional(),
      legalBasis: z.string().optional(),
      succeededBy: z.array(z.string()).default([]),
      source: z.string(),
    }),
  ),
});
export type CentralBody = z.infer<typeof bodiesFile>['bodies'][number];

const require = createRequire(import.meta.url);

/** Reads seed/provinces.json; throws when its shape is wrong. */
export function readProvinceFacts(): ProvinceFacts {
  return provincesFile.parse(require('#seed/provinces.json'));
}

/** Reads seed/central-bodies.json; throws when its shape is wrong. */
export function readCentralBodies(): CentralBody[] {
  return bodiesFile.parse(require('#seed/central-bodies.json')).bodies;
}
