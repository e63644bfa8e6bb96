// What arrives from people who slip, programs that probe, and browsers that break: bodies and values no form of ours sends.

import { sql } from 'kysely';
import type { Db } from '#src/platform/database/connect.ts';
import type { Fields } from './doors.ts';

export type Body = { what: string; headers?: Record<string, string>; body?: BodyInit };

const long = 'ă'.repeat(100_000);
const control = 'a\u0000b\u0001\u0007\u001b[31m\u202e\ufeff\uffff\n\t';

export const hostileValues = [
  long.slice(0, 4000),
  control,
  "' or 1=1 --",
  '-1',
  '1e999',
  '2023-02-30',
  '[]',
  '%',
];

const encoded = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().flatMap((v): [string, string][] => (typeof v === 'string' ? [[name, v]] : [])),
  );

/** The accepted form spoilt in every way: field by field, and as a whole. */
export function hostileBodies(fields: Fields): Body[] {
  const pairs = encoded(fields);
  const names = [...new Set(Object.keys(fields))];
  const withOne = (name: string, value: string) =>
    new URLSearchParams([...pairs.filter(([n]) => n !== name), [name, value]]);
  const each = names.flatMap((name): Body[] => [
    { what: `${name} missing`, body: new URLSearchParams(pairs.filter(([n]) => n !== name)) },
    { what: `${name} of 100,000 letters`, body: withOne(name, long) },
    { what: `${name} with control characters`, body: withOne(name, control) },
    { what: `${name} twice`, body: new URLSearchParams([...pairs, ...pairs]) },
    { what: `${name} as an array`, body: withOne(`${name}[]`, 'x') },
    { what: `${name} a text in place of an array`, body: withOne(name.replace('[]', ''), 'x') },
    { what: `${name} a file`, body: formData(pairs, name) },
    {
      what: `${name} of bytes that are no text`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `${encodeURIComponent(name)}=%ED%A0%80%FF%C0%AF`,
    },
  ]);
  return [...each, ...wholes];
}

function formData(pairs: readonly [string, string][], name: string): FormData {
  const form = new FormData();
  for (const [n, value] of pairs) if (n !== name) form.append(n, value);
  form.append(name, new File([new Uint8Array(2000).fill(7)], 'a\u0000b\ud800/../../x.docx'));
  return form;
}

const form = 'application/x-www-form-urlencoded';
const wholes: Body[] = [
  { what: 'an empty form', body: new URLSearchParams() },
  { what: 'no body' },
  {
    what: 'fields of the language itself',
    body: new URLSearchParams({ __proto__: 'x', constructor: 'x', toString: 'x' }),
  },
  { what: 'dots and brackets', body: new URLSearchParams({ 'a.b': '1', 'a[b]': '1', '[]': '1', '': '1' }) },
  { what: 'JSON', headers: { 'content-type': 'application/json' }, body: '{"reason":{"a":[1]}}' },
  { what: 'plain text', headers: { 'content-type': 'text/plain' }, body: 'reason=x' },
  { what: 'an unknown type', headers: { 'content-type': 'application/x-unknown' }, body: 'x' },
  { what: 'parts without a boundary', headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
  { what: 'broken parts', headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: '--b\r\nx' },
  { what: 'a form that is not one', headers: { 'content-type': form }, body: '%%%&&&===\u0000' },
];

let counting: ReturnType<typeof sql> | null = null;

/** How many rows every table has that people write to. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
  if (!counting) {
    const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'unit%'`.execute(
      db,
    );
    const counts = tables.rows.map(
      ({ name }) => sql`select ${name}::text as name, count(*) as n from ${sql.table(name)}`,
    );
    counting = sql.join(counts, sql` union all `);
  }
  const { rows } = await (counting as ReturnType<typeof sql<{ name: string; n: number }>>).execute(db);
  return Object.fromEntries(rows.map((r) => [r.name, r.n]));
}
