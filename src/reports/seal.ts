// The seal of a submission: one way to write its contents as bytes, and the SHA-256 of those bytes.
import { createHash } from 'node:crypto';

/**
 * JSON with sorted keys, no spaces and numbers as ECMAScript prints them (the scheme of RFC 8785), so that the same
 * contents give the same bytes wherever and whenever they are written. Members that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, v]) => v !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** 64 hexadecimal digits. The source of a receipt's content code. */
export function sealOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}

/** "9f2c71ab…" in groups of four, as receipts print it. */
export function inGroups(sha256: string): string {
  return sha256.replace(/(.{4})(?=.)/g, '$1 ');
}
