// The words of a rendered page, one by one, with what says in which language they are.

/** `where`: the element that holds the words, or the attribute ("th", "@aria-label"). `lang`: the nearest lang attribute. */
export type PageWords = { where: string; lang: string; words: string };

const empty = new Set(
  'area base br col embed hr img input link meta source track wbr path circle rect line use'.split(' '),
);
const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'data-l', 'content', 'aria-description'];

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const decoded = (text: string) =>
  text
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

/** Every run of text and every attribute that people read or hear, in the order of the page. Reads our own, well-formed HTML. */
export function wordsOfPage(html: string): PageWords[] {
  const found: PageWords[] = [];
  const open: { tag: string; lang: string }[] = [{ tag: '', lang: '' }];
  const inner = html.replace(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/gi, '');
  for (const [, closing, tag, attributes, selfClosed, text] of inner.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g,
  )) {
    const here = open.at(-1)!;
    if (text !== undefined) {
      if (text.trim() !== '') found.push({ where: here.tag, lang: here.lang, words: decoded(text) });
    } else if (closing) {
      const at = open.findLastIndex((o) => o.tag === tag);
      if (at > 0) open.length = at;
    } else {
      const lang = /\slang="([^"]*)"/.exec(attributes ?? '')?.[1] ?? here.lang;
      for (const name of spoken) {
        const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes ?? '')?.[1];
        if (value) found.push({ where: `@${name}`, lang, words: decoded(value) });
      }
      if (!selfClosed && !empty.has(tag!)) open.push({ tag: tag!, lang });
    }
  }
  return found;
}
