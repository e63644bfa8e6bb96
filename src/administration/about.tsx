// The pages that explain the platform: the officers' guide, and what is said of accessibility and personal data.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { DocumentHtml } from '#src/documents/html.tsx';
import { fromMarkdown } from '#src/documents/markdown.ts';
import { projectRoot } from '#src/platform/config.ts';
import { type Env, words } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';

export const aboutPages = new Hono<Env>();

aboutPages.get('/guide', async (c) => {
  const text = await readFile(join(projectRoot, 'docs/guide/huong-dan.md'), 'utf8');
  let n = 0;
  const guide = fromMarkdown(text, [], () => `h${++n}`);
  const t = words(c);
  return page(
    c,
    { title: { vi: 'Hướng dẫn', en: 'Guide' } },
    <article class="tk-prose" lang="vi">
      {c.var.language === 'en' && (
        <p class="tk-small" lang="en">
          {t({ vi: '', en: 'The guide is written for officers, in Vietnamese.' })}
        </p>
      )}
      <DocumentHtml document={guide} headingOffset={0} />
    </article>,
  );
});

aboutPages.get('/about', (c) => {
  const t = words(c);
  return page(
    c,
    { title: { vi: 'Trợ năng và dữ liệu cá nhân', en: 'Accessibility and personal data' } },
    <article class="tk-prose">
      <h1 class="govuk-heading-l">
        {t({ vi: 'Trợ năng và dữ liệu cá nhân', en: 'Accessibility and personal data' })}
      </h1>
      <h2>{t({ vi: 'Trợ năng', en: 'Accessibility' })}</h2>
      <p>
        {t({
          vi: 'Mọi trang dùng được bằng bàn phím, với trình đọc màn hình, khi phóng chữ 200% và khi tắt JavaScript; hướng tới WCAG 2.2 mức AA. Nếu gặp trở ngại, đề nghị báo qua mục Phản hồi của trang công khai.',
          en: 'Every page works with a keyboard, a screen reader, text at 200% and without JavaScript; the aim is WCAG 2.2 AA. Tell us of any obstacle through the feedback form of the public page.',
        })}
      </p>
      <h2>{t({ vi: 'Dữ liệu cá nhân', en: 'Personal data' })}</h2>
      <p>
        {t({
          vi: 'Trang công khai không dùng cookie theo dõi và không lưu địa chỉ mạng của người đọc; lượt xem chỉ cộng theo ngày. Họ tên và cách liên hệ trong phản hồi là tùy chọn, chỉ dùng để trả lời và được xóa sau 12 tháng (Luật 91/2025/QH15). Người có tài khoản được ghi tên và giờ ở mỗi việc đã làm, để truy nguồn của báo cáo.',
          en: 'Public pages set no tracking cookie and keep no network address; views are counted by day only. Name and contact in feedback are optional, used only to answer, and erased after 12 months (Law 91/2025/QH15). For people with an account, each act is recorded with name and time, so that the report can be traced.',
        })}
      </p>
      <h2>{t({ vi: 'Bí mật nhà nước', en: 'State secrets' })}</h2>
      <p>
        {t({
          vi: 'Hệ thống không nhận nội dung mật. Tài liệu mật gửi qua đường văn thư mật; tại đây chỉ ghi số, ngày và việc đã nhận.',
          en: 'The platform takes no secret content. Secret papers go by the secret channel; only number, date and receipt are recorded here.',
        })}
      </p>
    </article>,
  );
});
