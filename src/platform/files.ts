// Files of people: stored once under the hash of their content, so that a key proves what it opens.
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Config } from './config.ts';

/** `sha256` in lower-case hex; `size` in bytes. */
export type StoredFile = { key: string; sha256: string; size: number };

export type Files = {
  /** Afterwards the bytes can be read under the returned key; the same bytes always have the same key. */
  putFile: (bytes: Uint8Array) => Promise<StoredFile>;
  /** The bytes as they were put; throws when they are missing or were changed behind our back. */
  getFile: (key: string) => Promise<Uint8Array>;
};

/** The store under DATA_DIR/files. */
export function openFiles(config: Pick<Config, 'dataDir'>): Files {
  const disk = new Disk(new FSDriver({ location: join(config.dataDir, 'files'), visibility: 'private' }));
  return {
    putFile: async (bytes) => {
      const sha256 = hashOf(bytes);
      const key = `${sha256.slice(0, 2)}/${sha256}`;
      if (!(await disk.exists(key))) {
        // A key must never show half a file, not even after a power cut.
        const unfinished = `unfinished/${randomUUID()}`;
        await disk.put(unfinished, bytes);
        await disk.move(unfinished, key);
      }
      return { key, sha256, size: bytes.byteLength };
    },
    getFile: async (key) => {
      // Not `getBytes`: for an empty file flydrive 2.1 returns Node's whole buffer pool.
      const bytes = await buffer(await disk.getStream(key));
      if (!key.endsWith(hashOf(bytes)))
        throw new Error(`File ${key} is damaged: its content has another hash.`);
      return bytes;
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
