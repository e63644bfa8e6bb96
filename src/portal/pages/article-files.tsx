// Beside an article: its attachments one by one and together, and what else a reader may do with the page.
import type { FC } from 'hono/jsx';
import type { Words } from '#src/kernel/language.ts';
import { Titled } from './parts.tsx';
import { type ArticleView, fileKind, fileSize } from './view.ts';

type Part = FC<{ view: ArticleView }>;

export const Files: Part = ({ view }) => {
  const t = (w: Words) => w[view.language];
  const { attachments } = view.article;
  return (
    <section class="tk-doc__files" aria-labelledby="tep">
      <h2 class="govuk-heading-m tk-rule" id="tep">
        {t({ vi: 'Tệp đính kèm', en: 'Attachments' })}
      </h2>
      {attachments.length === 0 && (
        <p class="tk-small">{t({ vi: 'Không có tệp đính kèm.', en: 'There are no attachments.' })}</p>
      )}
      <ul class="tk-files">
        {attachments.map((file) => (
          <li>
            <span class="tk-ext" aria-hidden="true">
              {fileKind(file.fileName)}
            </span>
            <div>
              <a class="govuk-link" href={`/public/${view.article.slug}/files/${file.id}`} lang="vi">
                <Titled words={file.title} />
              </a>{' '}
              <span class="tk-meta">
                {[fileKind(file.fileName), file.detail, fileSize(file.sizeBytes)].filter(Boolean).join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {attachments.length > 0 && <AllTogether view={view} />}
      <Tools view={view} />
    </section>
  );
};

/** All attachments in one file, and the checksums to compare them with. */
const AllTogether: Part = ({ view }) => {
  const t = (w: Words) => w[view.language];
  const { attachments, slug } = view.article;
  const size = fileSize(attachments.reduce((sum, file) => sum + file.sizeBytes, 0));
  return (
    <>
      <p class="tk-small govuk-!-margin-top-3">
        <a class="govuk-link" href={`/public/${slug}/files.zip`}>
          {t({
            vi: `Tải cả ${attachments.length} tệp (ZIP, khoảng ${size})`,
            en: `All ${attachments.length} files (ZIP, about ${size})`,
          })}
        </a>
      </p>
      <details class="govuk-details govuk-!-margin-bottom-3">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            {t({ vi: 'Mã kiểm tra SHA-256', en: 'SHA-256 checksums' })}
          </span>
        </summary>
        <dl class="govuk-details__text tk-hashes">
          {attachments.map((file) => (
            <>
              <dt>{file.fileName}</dt>
              <dd class="tk-code">{file.sha256}</dd>
            </>
          ))}
        </dl>
      </details>
    </>
  );
};

const Tools: Part = ({ view }) => {
  const t = (w: Words) => w[view.language];
  const base = `/public/${view.article.slug}`;
  return (
    <ul class="tk-links tk-actions" aria-label={t({ vi: 'Công cụ', en: 'Tools' })}>
      <li data-print-item hidden>
        <button type="button" class="tk-textbutton" data-print>
          {t({ vi: 'In', en: 'Print' })}
        </button>
      </li>
      <li>
        <a class="govuk-link" href={`${base}/page.pdf`}>
          {t({ vi: 'Lưu PDF', en: 'Save as PDF' })}
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/public/rss.xml">
          RSS
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`${base}?text=${view.large ? 'normal' : 'large'}`}>
          {view.large
            ? t({ vi: 'Cỡ chữ thường', en: 'Normal text' })
            : t({ vi: 'Cỡ chữ lớn', en: 'Large text' })}
        </a>
      </li>
      {view.moderation && (
        <li>
          <a class="govuk-link" href={`/campaigns/${view.moderation}/feedback`}>
            {t({ vi: 'Trả lời phản hồi', en: 'Answer feedback' })}
          </a>
        </li>
      )}
    </ul>
  );
};
