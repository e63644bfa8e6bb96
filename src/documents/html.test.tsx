// A document as HTML: safe links, named blocks, headers of tables, notes with links both ways.
import { describe, expect, it } from 'vitest';
import { DocumentHtml } from './html.tsx';
import { fromMarkdown } from './markdown.ts';

const html = (source: string, props = {}) =>
  String(<DocumentHtml document={fromMarkdown(source, [], () => 'x')} {...props} />);

describe('DocumentHtml', () => {
  it('escapes words and refuses addresses that run', () => {
    expect(html('<script>alert(1)</script> [a](javascript:alert%281%29) [b](https://x.vn)')).toBe(
      '<div class="document"><div class="document__block" id="b-x"><p>&lt;script&gt;alert(1)&lt;/script&gt; a ' +
        '<a href="https://x.vn">b</a></p></div></div>',
    );
  });

  it('numbers a citation once and asks the page what stands for it', () => {
    const hooks = {
      citation: (id: string, n: number) => `<${id}:${n}>`,
      figure: (ref: string) => `«${ref}»`,
    };
    expect(html('a[^e:p] b[^e:q] c[^e:p] {{B1}}', { hooks })).toContain(
      'a&lt;p:1&gt; b&lt;q:2&gt; c&lt;p:1&gt; «B1»',
    );
  });

  it('gives table headers a scope and numbers a class', () => {
    const out = html('| {2x1} Năm | Số |\n|---|---|---:|\n| {h} Huyện | 1 | 12 |\n: Biểu 1');
    expect(out).toContain('<caption>Biểu 1</caption>');
    expect(out).toContain('<th scope="colgroup" colspan="2">Năm</th>');
    expect(out).toContain('<th scope="row">Huyện</th>');
    expect(out).toContain('<td class="doc-right doc-number">12</td>');
  });

  it('links notes both ways', () => {
    const out = html('a^[nguồn: báo cáo]');
    expect(out).toContain('<sup id="b-ref-1"><a href="#b-note-1" aria-label="Chú thích 1">1</a></sup>');
    expect(out).toContain('<li id="b-note-1">nguồn: báo cáo <a href="#b-ref-1">↑</a></li>');
  });

  it('lowers headings under the heading of the page', () => {
    expect(html('# A\n#### B', { headingOffset: 2 })).toMatch(/<h3>A<\/h3>.*<h6>B<\/h6>/);
  });
});
