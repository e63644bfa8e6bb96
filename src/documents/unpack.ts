// Opens a .docx or .xlsx only as far as is safe: counts entries, bytes and ratios before any library sees it. Runs inside the parsing worker.
import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Refusal } from '#src/kernel/refusal.ts';
import { fileRefusal } from './file-refusals.ts';

/** The parts of a package by name; pictures and other media are named but empty. */
export type Parts = ReadonlyMap<string, Uint8Array>;

export const limits = {
  entries: 3000,
  /** All parts together, inflated. */
  inflatedBytes: 100 * 1024 * 1024,
  /** One part this many times larger than its packed size, and larger than `suspectBytes`, is a bomb. */
  ratio: 150,
  suspectBytes: 20 * 1024 * 1024,
};

type Entry = {
  name: string;
  method: number;
  packed: number;
  size: number;
  isEncrypted: boolean;
  localHeader: number;
};

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;

/**
 * Reads the central directory, refuses what is dangerous by its names and sizes, then inflates part by part with a
 * counter that does not believe the sizes stated. Macros, nested archives, encryption and DTDs are refused.
 */
export function unpack(bytes: Uint8Array): Parts | Refusal {
  const entries = readDirectory(bytes);
  if (!entries) return fileRefusal('file-broken');
  const refusal = refusalByDirectory(entries);
  if (refusal) return refusal;
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    if (isSkipped(entry.name)) {
      parts.set(entry.name, new Uint8Array());
      continue;
    }
    const data = inflate(bytes, entry, limits.inflatedBytes - total);
    if (!(data instanceof Uint8Array)) return fileRefusal(data);
    total += data.length;
    if (/\.(xml|rels|vml)$/i.test(entry.name) && hasDtd(data)) return fileRefusal('file-dtd');
    parts.set(entry.name, data);
  }
  return parts;
}

/** What is never read: pictures, embedded objects, fonts, printer settings. */
function isSkipped(name: string): boolean {
  return (
    /(^|\/)(media|embeddings|fonts|printerSettings|customXml)\//i.test(name) ||
    !/\.(xml|rels|vml)$/i.test(name)
  );
}

function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== endSignature) end--;
  if (end < lowest) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      localHeader: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function refusalByDirectory(entries: readonly Entry[]): Refusal | null {
  if (entries.length === 0) return fileRefusal('file-broken');
  if (entries.length > limits.entries) return fileRefusal('file-bomb');
  if (entries.some((e) => e.isEncrypted)) return fileRefusal('file-encrypted');
  if (entries.some((e) => /vba(Project|Data)|\/macrosheets\//i.test(e.name)))
    return fileRefusal('file-macro');
  if (entries.some((e) => /\.(zip|rar|7z|tar|gz|jar|exe|dll|js|vbs|bat|cmd|scr)$/i.test(e.name)))
    return fileRefusal('file-nested');
  const stated = entries.reduce((sum, e) => sum + (isSkipped(e.name) ? 0 : e.size), 0);
  return stated > limits.inflatedBytes ? fileRefusal('file-bomb') : null;
}

/** The bytes of one part, or the code of the refusal. Stopped at the first byte too many, whatever size was stated. */
function inflate(bytes: Uint8Array, entry: Entry, room: number): Uint8Array | 'file-bomb' | 'file-broken' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.localHeader;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localSignature) return 'file-broken';
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed || (entry.method !== 0 && entry.method !== 8)) return 'file-broken';
  if (entry.method === 0) return packed.length > room ? 'file-bomb' : packed;
  const allowed = Math.min(room, Math.max(limits.suspectBytes, packed.length * limits.ratio));
  return inflateAtMost(packed, allowed);
}

/** Inflates raw DEFLATE; "file-bomb" as soon as more than `allowed` bytes would come out. */
export function inflateAtMost(packed: Uint8Array, allowed: number): Uint8Array | 'file-bomb' | 'file-broken' {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, allowed) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'file-bomb' : 'file-broken';
  }
}

const dtdMarks = ['<!DOCTYPE', '<!ENTITY'].flatMap((mark) => [Buffer.from(mark), wide(mark)]);

/** UTF-16 of either byte order, without the byte at its edge. */
function wide(mark: string): Buffer {
  return Buffer.from(mark, 'utf16le').subarray(0, mark.length * 2 - 1);
}

/** A document type declaration, in UTF-8 or UTF-16: no Office file has one, entities come with it. */
function hasDtd(data: Uint8Array): boolean {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return dtdMarks.some((mark) => buffer.includes(mark));
}

/** The words of a part; empty when it is absent. */
export function partText(parts: Parts, name: string): string {
  const data = parts.get(name);
  return data ? new TextDecoder().decode(data) : '';
}

/** A plain package again, stored without compression: what libraries read is exactly what was checked. */
export function packParts(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0 });
}
