// Bytes of a .txt or .html file → text: UTF-8, UTF-16, or one byte a letter (TCVN3 and VNI are told apart later).
import { invalid, Refusal } from '#src/kernel/refusal.ts';
import type { PlanSource } from './model.ts';

const maxBytes = 16 * 1024 * 1024;

const tooLarge = new Refusal('too-large', 'plan-too-large', {
  vi: 'Tệp văn bản lớn quá 16 MB. Đề nghị tách phụ lục ra tệp riêng.',
  en: 'The text file is larger than 16 MB. Please send the annexes as separate files.',
});
const notText = invalid('plan-not-text', {
  vi: 'Tệp không phải văn bản thuần hoặc trang HTML. Đề nghị tải lên tệp .docx, .pdf, .txt hoặc .html.',
  en: 'The file is neither plain text nor an HTML page. Please send a .docx, .pdf, .txt or .html file.',
});

/** The text of the bytes with its flavour by the file's name, or the refusal. */
export function decodePlanBytes(bytes: Uint8Array, fileName: string): PlanSource | Refusal {
  if (bytes.length > maxBytes) return tooLarge;
  const text = utf16(bytes) ?? utf8(bytes) ?? singleBytes(bytes);
  if (text === null) return notText;
  return /\.html?$/i.test(fileName) ? { text, flavour: 'html' } : { text };
}

function utf16(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.length < 8 || bytes.length % 2) return null;
  const sample = bytes.subarray(0, 2_000);
  const zeros = (parity: number) => sample.filter((v, i) => v === 0 && i % 2 === parity).length;
  if (zeros(1) > sample.length * 0.2 && zeros(0) === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros(0) > sample.length * 0.2 && zeros(1) === 0) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Each byte as the Latin-1 character of its number; null when the bytes are plainly not text. */
function singleBytes(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4_000);
  if (sample.filter((v) => v < 9 || (v > 13 && v < 32)).length > sample.length * 0.02) return null;
  let text = '';
  for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return text;
}
