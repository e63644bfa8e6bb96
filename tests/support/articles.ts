// A campaign's public page and one piece of news, published by the real act.
import type { Document } from '#src/documents/model.ts';
import { publishArticle } from '#src/portal/actions.ts';
import type { TestApp } from './app.ts';

const body: Document = [
  { id: 'a', kind: 'heading', level: 1, inlines: [{ kind: 'text', text: 'I. MỤC ĐÍCH' }] },
  {
    id: 'b',
    kind: 'paragraph',
    inlines: [{ kind: 'text', text: 'Đánh giá <script>alert(1)</script> đúng thực trạng.' }],
  },
];
/** What both attachments hold. */
export const bytes = new TextEncoder().encode('nội dung đề cương');

/** Afterwards both can be read; returns the slug of the plan's page. Its text holds a script, which must never run. */
export async function putArticles(app: TestApp, campaignId: string): Promise<string> {
  const act = { ...app.act('ha'), files: app.services.files };
  const attachment = {
    title: 'Mẫu M1',
    fileName: 'Đề cương M1.docx',
    mediaType: 'application/x',
    bytes,
    detail: '4 trang',
  };
  const { slug } = await publishArticle(act, {
    kind: 'plan',
    campaignId: campaignId,
    publishedOn: '2023-05-20',
    issuedOn: '2023-05-18',
    number: '82-KH/BDVTW',
    title: 'Kế hoạch số 82-KH/BDVTW ngày 18/5/2023 về tổng kết công tác dân vận',
    summaryEn: 'A nationwide review.',
    body,
    facts: [{ label: { vi: 'Hạn gửi báo cáo', en: 'Reports due' }, value: 'trước ngày 30/8/2023' }],
    attachments: [attachment, { ...attachment, title: 'Mẫu M2' }],
  });
  await publishArticle(act, {
    kind: 'news',
    campaignId: campaignId,
    publishedOn: '2023-06-09',
    number: null,
    title: 'Đính chính biểu B5',
    summaryEn: null,
    body: [{ id: 'a', kind: 'paragraph', inlines: [{ kind: 'text', text: 'Biểu B5 được thay.' }] }],
    facts: [],
    attachments: [],
  });
  return slug;
}
