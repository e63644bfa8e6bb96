// Answers that are saved as files rather than shown.
import type { Ctx } from './env.ts';

/** The file, to be saved under its own name whatever letters that has; never shown in place. */
export function download(c: Ctx, bytes: Uint8Array, name: string, mediaType: string): Response {
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, fileHeaders(name, mediaType));
}

/** A name outside ASCII travels twice: as near as ASCII comes for old readers, and whole. */
export function fileHeaders(name: string, mediaType: string): Record<string, string> {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^A-Za-z0-9._ -]/g, '_');
  const whole = ascii === name ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return { 'content-type': mediaType, 'content-disposition': `attachment; filename="${ascii}"${whole}` };
}
