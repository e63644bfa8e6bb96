// The page of one article, part by part as the portal's pages have them: date line, title, facts, files, text, forms, more.
import type { FC } from 'hono/jsx';
import { DocumentHtml } from '#src/documents/html.tsx';
import { dateAt, formatDate, formatDateWithWeekday } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { ErrorSummary, Sample } from '#src/web/ui.tsx';
import { headingParts } from '../rules.ts';
import { Files } from './article-files.tsx';
import { FeedbackForm, ShareForm } from './article-forms.tsx';
import { ArticleLink, Titled } from './parts.tsx';
import type { ArticleView } from './view.ts';

type Part = FC<{ view: ArticleView }>;

export const ArticleScreen: Part = ({ view }) => (
  <>
    <ErrorSummary refusal={view.refusal} language={view.language} />
    <article class={`tk-doc${view.large ? ' tk-doc--large' : ''}`}>
      <Head view={view} />
      <Files view={view} />
      <div class="tk-doc__body">
        <Summary view={view} />
        <div class="tk-prose" lang="vi">
          <DocumentHtml document={view.article.body} hooks={{ words: (words) => <Titled words={words} /> }} />
        </div>
        <ShareForm view={view} />
        <FeedbackForm view={view} />
        <Answered view={view} />
      </div>
      <More view={view} />
    </article>
  </>
);

const Head: Part = ({ view }) => {
  const { article, language } = view;
  const { large, rest } = headingParts(article.title, article.number);
  return (
    <header class="tk-doc__head">
      <p class="tk-doc__date">
        <time datetime={article.publishedOn}>{formatDateWithWeekday(article.publishedOn, language)}</time>
        {language === 'vi' ? ' · đăng trang công khai' : ' · published here'}
      </p>
      <h1 class="tk-doc__title" lang="vi">
        {large !== '' && (
          <span class="tk-doc__no">
            <Titled words={large} />
          </span>
        )}{' '}
        <Titled words={rest} />
      </h1>
      {(article.facts.length > 0 || article.campaignId !== null) && (
        <dl class="tk-doc__facts">
          {article.facts.map((fact) => (
            <div>
              <dt>{fact.label[language]}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
          {view.amendments.map((amendment) => (
            <div>
              <dt>
                {language === 'vi'
                  ? `Điều chỉnh lần ${amendment.number}`
                  : `Amendment no. ${amendment.number}`}
                , {formatDate(amendment.on)}
              </dt>
              <dd>
                {amendment.dates.length === 0
                  ? amendment.what[language]
                  : amendment.dates.map(({ words, count }) => (
                      <span class="tk-meta">
                        {words[language]} ({language === 'vi' ? `${count} đơn vị` : `${count} units`})
                      </span>
                    ))}
              </dd>
            </div>
          ))}
          {article.campaignId !== null && (
            <div>
              <dt>{language === 'vi' ? 'Tiến độ' : 'Progress'}</dt>
              <dd>
                <a class="govuk-link" href={`/public/${article.slug}/status`}>
                  {language === 'vi' ? 'xem công khai' : 'public status'}
                </a>
              </dd>
            </div>
          )}
        </dl>
      )}
    </header>
  );
};

const Summary: Part = ({ view }) =>
  view.article.summaryEn === null ? null : (
    <details class="govuk-details" lang="en" id="summary" open={view.language === 'en'}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">English summary</span>
      </summary>
      <div class="govuk-details__text">
        {view.article.summaryEn.split(/\n{2,}/).map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
      </div>
    </details>
  );

const Answered: Part = ({ view }) => {
  if (view.answered.length === 0) return null;
  const t = (w: Words) => w[view.language];
  return (
    <section class="tk-section" aria-labelledby="tra-loi">
      <h2 class="govuk-heading-m tk-rule" id="tra-loi">
        {t({ vi: 'Phản hồi đã trả lời', en: 'Answered feedback' })}
      </h2>
      <ul class="tk-plain tk-answers">
        {view.answered.map((one) => (
          <li>
            <blockquote class="tk-answers__said">{one.body}</blockquote>
            <p class="tk-answers__answer">{one.answer}</p>
            <span class="tk-meta">
              {t({ vi: 'Trả lời ngày ', en: 'Answered on ' })}
              {formatDate(dateAt(one.answeredAt))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const More: Part = ({ view }) => {
  const t = (w: Words) => w[view.language];
  return (
    <aside class="tk-doc__more" aria-label={t({ vi: 'Tin liên quan', en: 'Related pages' })}>
      <section aria-labelledby="khac">
        <h2 class="govuk-heading-m tk-rule" id="khac">
          {t({ vi: 'Các tin khác', en: 'Other news' })}
        </h2>
        {view.others.length === 0 ? (
          <p class="tk-small">{t({ vi: 'Chưa có tin khác.', en: 'There is no other news yet.' })}</p>
        ) : (
          <ul class="tk-plain tk-news" lang="vi">
            {view.others.map((article) => (
              <li>
                <ArticleLink article={article} withDate short />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="govuk-!-margin-top-7" aria-labelledby="nhieu">
        <h2 class="govuk-heading-m tk-rule" id="nhieu">
          {t({ vi: 'Xem nhiều nhất', en: 'Most viewed' })}
        </h2>
        <ol class="tk-plain tk-news tk-news--n" lang="vi">
          {view.popular.map((article) => (
            <li>
              <span>
                <ArticleLink article={article} short />
                <span class="tk-meta">
                  {t({ vi: `${article.views} lượt`, en: `${article.views} views` })}
                </span>
              </span>
            </li>
          ))}
        </ol>
        <p class="tk-small">
          {t({
            vi: 'Lượt xem cộng dồn theo trang, 30 ngày gần nhất; không ghi người xem.',
            en: 'Views per page over the last 30 days; readers are not recorded.',
          })}{' '}
          {view.demo && <Sample language={view.language} />}
        </p>
      </section>
    </aside>
  );
};
