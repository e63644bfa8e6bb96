// The list of public articles with its search.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import { Button, Empty, TextField } from '#src/web/ui.tsx';
import type { ArticleLine } from '../store/articles.ts';
import { ArticleLink } from './parts.tsx';

export const ArticleList: FC<{ articles: ArticleLine[]; query: string; language: Language }> = ({
  articles,
  query,
  language,
}) => {
  const t = (w: Words) => w[language];
  const plans = articles.filter((a) => a.kind === 'plan');
  const news = articles.filter((a) => a.kind === 'news');
  return (
    <>
      <div class="tk-head">
        <h1 class="govuk-heading-l">{t({ vi: 'Trang công khai', en: 'Public pages' })}</h1>
        <ul class="tk-links">
          <li>
            <a class="govuk-link" href="/public/rss.xml">
              RSS
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/public/feedback">
              {t({ vi: 'Xem kết quả phản hồi', en: 'See the answer to feedback' })}
            </a>
          </li>
        </ul>
      </div>
      <Search query={query} found={articles.length} language={language} />
      {articles.length === 0 && <Empty>{t(query === '' ? nothingYet : nothingFound)}</Empty>}
      <Group id="ke-hoach" title={t({ vi: 'Kế hoạch', en: 'Plans' })} articles={plans} />
      <Group id="tin" title={t({ vi: 'Tin, thông báo', en: 'News and notices' })} articles={news} />
    </>
  );
};

const Search: FC<{ query: string; found: number; language: Language }> = ({ query, found, language }) => {
  const t = (w: Words) => w[language];
  return (
    <>
      <search>
        <form method="get" action="/public" class="tk-searchbar">
          <TextField
            name="q"
            type="search"
            label={t({ vi: 'Tìm trong các trang công khai', en: 'Search the public pages' })}
            hint={t({ vi: 'Có dấu hoặc không dấu đều được.', en: 'With or without diacritics.' })}
            value={query}
          />
          <Button secondary>{t({ vi: 'Tìm', en: 'Search' })}</Button>
        </form>
      </search>
      {query !== '' && (
        <p class="govuk-body" role="status">
          {t({ vi: `${found} trang có “${query}”`, en: `${found} pages with “${query}”` })} ·{' '}
          <a class="govuk-link" href="/public">
            {t({ vi: 'Bỏ tìm', en: 'Clear' })}
          </a>
        </p>
      )}
    </>
  );
};

const nothingYet: Words = {
  vi: 'Chưa có trang nào được đăng. Khi một kế hoạch được ban hành, văn bản và tệp kèm theo hiện ở đây.',
  en: 'Nothing has been published yet. When a plan is issued, its text and attachments appear here.',
};
const nothingFound: Words = {
  vi: 'Không có trang nào chứa đủ các chữ này. Đề nghị thử ít chữ hơn.',
  en: 'No page holds all of these words. Try fewer.',
};

const Group: FC<{ id: string; title: string; articles: ArticleLine[] }> = ({ id, title, articles }) =>
  articles.length === 0 ? null : (
    <section class="govuk-!-margin-top-6 tk-publist" aria-labelledby={id}>
      <h2 class="govuk-heading-m tk-rule" id={id}>
        {title}
      </h2>
      <ul class="tk-plain tk-news" lang="vi">
        {articles.map((article) => (
          <li>
            <ArticleLink article={article} withDate />
          </li>
        ))}
      </ul>
    </section>
  );
