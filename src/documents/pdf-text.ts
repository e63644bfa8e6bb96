// The words of a plan given as a PDF file, page by page. Runs inside the parsing worker.
import { extractText, getDocumentProxy } from 'unpdf';
import type { Refusal } from '#src/kernel/refusal.ts';
import { cleanText } from './canonical.ts';
import { fileRefusal } from './file-refusals.ts';
import { inflateAtMost, limits } from './unpack.ts';

const mostPages = 500;

/** The text layer of a PDF, a page after another; refused when there is none (a scan) or when it is locked. */
export async function pdfText(bytes: Uint8Array): Promise<string | Refusal> {
  if (isPdfBomb(bytes)) return fileRefusal('file-bomb');
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 }).catch((error: unknown) =>
    fileRefusal(
      error instanceof Error && error.name === 'PasswordException' ? 'file-encrypted' : 'file-broken',
    ),
  );
  if (!('numPages' in pdf)) return pdf;
  if (pdf.numPages > mostPages) return fileRefusal('file-too-many-blocks', { count: String(mostPages) });
  const { text } = await extractText(pdf, { mergePages: false });
  const words = cleanText(text.join('\n')).normalize('NFC');
  return words.replace(/\s/g, '').length < 20 ? fileRefusal('file-no-text') : words;
}

/** Inflates every compressed stream with a counter: the reader would do so without one. */
function isPdfBomb(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let room = limits.inflatedBytes;
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const dictionary = buffer.toString('latin1', Math.max(0, at - 400), at);
    const own = dictionary.slice(dictionary.lastIndexOf('obj') + 3);
    const filters = own.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0;
    if (filters > 1) return true;
    const start = at + 6 + (buffer[at + 6] === 13 ? 2 : 1);
    const end = buffer.indexOf('endstream', start);
    if (filters === 0 || end < 0) continue;
    // Two bytes of zlib header stand before the raw DEFLATE.
    const inflated = inflateAtMost(bytes.subarray(start + 2, end), room);
    if (inflated === 'file-bomb') return true;
    room -= typeof inflated === 'string' ? 0 : inflated.length;
    at = end + 3;
  }
  return false;
}
