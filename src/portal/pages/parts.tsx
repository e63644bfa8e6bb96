// Parts that several public pages share.
import type { FC } from 'hono/jsx';
import { formatDate } from '#src/kernel/dates.ts';
import { shortTitle, symbolsApart } from '../rules.ts';
import type { ArticleLine } from '../store/articles.ts';

/** Words in which a document's symbol never breaks over two lines. */
export const Titled: FC<{ words: string }> = ({ words }) => (
  <>
    {symbolsApart(words).map((piece) =>
      piece.symbol ? <span class="tk-nb">{piece.text}</span> : piece.text,
    )}
  </>
);

/** A field that people do not see and must leave empty; programs fill it in. */
export const Trap: FC<{ name: string; label: string }> = ({ name, label }) => (
  <div class="govuk-visually-hidden" aria-hidden="true">
    <label for={name}>{label}</label>
    <input id={name} name={name} type="text" tabindex={-1} autocomplete="off" value="" />
  </div>
);

/** `short`: beside the text, where a title of five lines says no more than two. */
export const ArticleLink: FC<{ article: ArticleLine; withDate?: boolean; short?: boolean }> = ({
  article,
  withDate,
  short,
}) => (
  <span>
    <a class="govuk-link" href={`/public/${article.slug}`}>
      <Titled words={short ? shortTitle(article.title) : article.title} />
    </a>
    {withDate && <span class="tk-meta">{formatDate(article.publishedOn)}</span>}
  </span>
);
