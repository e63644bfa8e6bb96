// The letter to a friend. Pure.

import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Letter } from '#src/notices/rules.ts';

/** What the friend receives: who sent it, the title, the address, and that nobody keeps theirs. */
export function friendLetter(
  article: { title: string; publishedOn: LocalDate },
  address: string,
  recipient: string,
  senderName: string,
): Letter {
  const who = senderName === '' ? 'Một người đọc' : senderName;
  return {
    recipient,
    subject: article.title.length > 120 ? `${article.title.slice(0, 119)}…` : article.title,
    body: [
      `${who} gửi ông/bà liên kết tới một trang công khai của Tổng Kết:`,
      '',
      article.title,
      `(đăng ngày ${formatDate(article.publishedOn)})`,
      '',
      address,
      '',
      'Thư này gửi theo yêu cầu của người đọc trang; tên người gửi do họ tự ghi và không được kiểm tra.',
      'Hệ thống không lưu địa chỉ của ông/bà vào danh sách nào.',
      '',
      '—',
      'A reader sent you a link to a public page of Tổng Kết. Your address is not put on any list.',
      '',
    ].join('\n'),
  };
}
