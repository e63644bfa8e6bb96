// What the sample reports are about: each province's size and marks, each central body's field; read from seed/demo.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#src/platform/config.ts';

/** `people` in persons, shares from 0 to 1, `marks` such as "nui" or "bien", `product` as words in a sentence. */
export type Province = {
  name: string;
  people: number;
  minorities: number;
  believers: number;
  marks: readonly string[];
  product: string;
};

/** `field` and `audience` as words in a sentence. */
export type CentralField = { field: string; audience: string };

const folder = join(projectRoot, 'seed/demo');

/** A file of the demonstration's seed as text. */
export function seedText(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function rowsOf(name: string): string[][] {
  return seedText(name)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** The 63 provinces by name. */
export function readProvinces(): Map<string, Province> {
  return new Map(
    rowsOf('provinces.tsv').map(([name = '', people, minorities, believers, marks = '', product = '']) => [
      name,
      {
        name,
        people: Number(people) * 1000,
        minorities: Number(minorities) / 100,
        believers: Number(believers) / 100,
        marks: marks.split(','),
        product,
      },
    ]),
  );
}

/** The field of a central body by its full name. */
export function readCentralFields(): (fullName: string) => CentralField {
  const rows = rowsOf('central.tsv');
  return (fullName) => {
    const [, field, audience] = rows.find(([part = '']) => fullName.includes(part)) ?? [];
    return { field: field ?? 'lĩnh vực được giao', audience: audience ?? 'cán bộ, Nhân dân' };
  };
}
