// HTML of a CMS page → text: blocks become lines, table rows become "a | b | c", entities become letters, scripts go.
import { type Mapped, MappedBuilder } from '../text/mapped.ts';
import { entities } from './entities.ts';

const blocks = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 tr table tbody thead section article header footer nav aside form blockquote pre hr dl dt dd center title option'.split(
    ' ',
  ),
);
const silent = new Set(['script', 'style', 'head', 'noscript', 'svg', 'template', 'select']);

/** True when tags of HTML are plain to see. */
export function looksLikeHtml(text: string): boolean {
  const sample = text.slice(0, 20_000);
  return (
    (sample.match(/<\/?(?:p|div|br|table|tr|td|span|html|body|li|h[1-6])\b[^<>]{0,200}>/gi)?.length ?? 0) >= 2
  );
}

/** The words of the page, each mapped to its place in the source; linear in the length of the source. */
export function htmlToText(m: Mapped): Mapped {
  const out = new MappedBuilder();
  const source = m.text;
  let i = 0;
  let cells = 0;
  while (i < source.length) {
    const c = source[i]!;
    if (c === '<') {
      const tag = readTag(source, i);
      if (tag) {
        const at = m.from[i]!;
        if (tag.name === 'td' || tag.name === 'th') {
          if (!tag.closing && cells++ > 0) out.push(' | ', at, at);
        } else if (blocks.has(tag.name)) {
          if (tag.name === 'tr') cells = 0;
          out.push(cells > 0 && tag.name !== 'tr' && tag.name !== 'table' ? ' ' : '\n', at, at);
        }
        i = silent.has(tag.name) && !tag.closing ? skipElement(source, tag.end, tag.name) : tag.end;
        if (tag.name === 'table' && tag.closing) cells = 0;
        continue;
      }
    }
    if (c === '&') {
      const entity = readEntity(source, i);
      if (entity) {
        out.push(entity.text, m.from[i]!, m.to[entity.end - 1]!);
        i = entity.end;
        continue;
      }
    }
    out.copy(m, i, i + 1);
    i++;
  }
  return out.build();
}

type Tag = { name: string; closing: boolean; end: number };

function readTag(source: string, at: number): Tag | null {
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 4);
    return { name: '!--', closing: false, end: end < 0 ? source.length : end + 3 };
  }
  const opened = /^<(\/?)([a-zA-Z!?][a-zA-Z0-9:]{0,20})/.exec(source.slice(at, at + 24));
  if (!opened) return null;
  const limit = Math.min(source.length, at + 5_000);
  for (let i = at + opened[0].length; i < limit; i++)
    if (source[i] === '>') return { name: opened[2]!.toLowerCase(), closing: opened[1] === '/', end: i + 1 };
  return null;
}

function skipElement(source: string, from: number, name: string): number {
  const pattern = new RegExp(`</${name}\\b[^>]{0,50}>`, 'gi');
  pattern.lastIndex = from;
  const close = pattern.exec(source);
  return close ? close.index + close[0].length : from;
}

function readEntity(source: string, at: number): { text: string; end: number } | null {
  const match = /^&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z0-9]{2,10});/i.exec(source.slice(at, at + 13));
  if (!match) return null;
  const body = match[1]!;
  const end = at + match[0].length;
  if (body[0] !== '#') {
    const text = entities[body];
    return text === undefined ? null : { text, end };
  }
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? { text: String.fromCodePoint(code), end } : null;
}
