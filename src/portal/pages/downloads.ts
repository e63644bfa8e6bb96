// What readers take away: all attachments as a ZIP with their checksums, the news as RSS.
import { zipSync } from 'fflate';
import type { Files } from '#src/platform/files.ts';
import type { Article, ArticleLine, Attachment } from '../store/articles.ts';

/** All attachments and SHA256SUMS.txt. The same files always give the same archive. */
export async function zipOf(article: Article, files: Files): Promise<Uint8Array> {
  const entries: Record<string, [Uint8Array, { level: 0 | 6; mtime: string }]> = {};
  const mtime = `${article.publishedOn}T12:00:00`;
  const names = freeNames(article.attachments.map((file) => file.fileName));
  for (const [i, file] of article.attachments.entries())
    entries[names[i]!] = [await files.getFile(file.fileKey), { level: isPacked(file) ? 0 : 6, mtime }];
  const sums = article.attachments.map((file, i) => `${file.sha256}  ${names[i]}\n`).join('');
  entries['SHA256SUMS.txt'] = [new TextEncoder().encode(sums), { level: 6, mtime }];
  return zipSync(entries);
}

const isPacked = (file: Attachment) => /\.(docx|xlsx|pdf|zip|png|jpe?g)$/i.test(file.fileName);

/** Names without folders, each only once: "a.docx", "a-2.docx". */
function freeNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const plain = name.replace(/[\\/:]/g, '_').replace(/^\.+/, '_');
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return count === 1 ? plain : plain.replace(/(\.[^.]*)?$/, `-${count}$1`);
  });
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escapeXml = (words: string) => words.replace(/[&<>"']/g, (char) => entities[char]!);

/** RSS 2.0 of the latest articles. */
export function rssOf(articles: readonly ArticleLine[], baseUrl: string): string {
  const items = articles.map((article) => {
    const address = escapeXml(`${baseUrl}/public/${article.slug}`);
    const date = new Date(`${article.publishedOn}T00:00:00+07:00`).toUTCString();
    return `<item><title>${escapeXml(article.title)}</title><link>${address}</link><guid isPermaLink="true">${address}</guid><pubDate>${date}</pubDate></item>`;
  });
  const self = escapeXml(`${baseUrl}/public`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    `<title>Tổng Kết: trang công khai</title><link>${self}</link>`,
    '<description>Kế hoạch, tin và thông báo được đăng công khai</description><language>vi</language>',
    `<atom:link href="${self}/rss.xml" rel="self" type="application/rss+xml"/>`,
    ...items,
    '</channel></rss>',
    '',
  ].join('\n');
}
