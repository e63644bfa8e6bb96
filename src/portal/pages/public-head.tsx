// What the head of a public page tells programs: where the news feed is, and what to show of an article.
import type { FC } from 'hono/jsx';
import { plainText } from '#src/documents/model.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Article } from '../store/articles.ts';

/** What a messenger or a search engine shows of the article: its title, address, day and first 200 characters. */
export const PreviewCard: FC<{ article: Article; address: string; language: Language }> = ({
  article,
  address,
  language,
}) => {
  const description = plainText(article.body).replace(/\s+/g, ' ').slice(0, 200);
  return (
    <>
      <link rel="canonical" href={address} />
      <meta name="description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content="Tổng Kết" />
      <meta property="og:locale" content="vi_VN" />
      <meta property="og:title" content={article.title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="article:published_time" content={article.publishedOn} />
      <meta name="twitter:card" content="summary" />
      <FeedLink language={language} />
    </>
  );
};

export const FeedLink: FC<{ language: Language }> = ({ language }) => (
  <link
    rel="alternate"
    type="application/rss+xml"
    title={language === 'vi' ? 'Tổng Kết: trang công khai' : 'Tổng Kết: public pages'}
    href="/public/rss.xml"
  />
);
