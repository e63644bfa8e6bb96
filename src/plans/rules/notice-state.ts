// How a unit stands to an amendment that touched it: told by which means, read or not. Pure.
import type { NoticeRow } from '#src/campaigns/store/amendment-notices.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';

/** Of one letter. */
export type MailState = 'waiting' | 'sent' | 'failed';

type Notice = Pick<NoticeRow, 'mails' | 'readAt'>;

/** `reader`: the name of who said that it was read. */
export function noticeWords(notice: Notice, mails: ReadonlyMap<string, MailState>, reader: string): Words {
  const states = notice.mails.map((id) => mails.get(id) ?? 'waiting');
  const letter = letterWords(states);
  if (!notice.readAt) return { vi: `${letter.vi}; chưa đọc`, en: `${letter.en}; not read yet` };
  const when = formatInstant(notice.readAt);
  return { vi: `đã đọc ${when}, ${reader}`, en: `read ${when}, ${reader}` };
}

function letterWords(states: readonly MailState[]): Words {
  if (states.length === 0) return { vi: 'chưa có địa chỉ thư', en: 'no address known' };
  if (states.includes('sent')) return { vi: 'đã gửi thư', en: 'letter sent' };
  if (states.includes('waiting')) return { vi: 'thư đang chờ gửi', en: 'letter waiting' };
  return { vi: 'thư không đến được', en: 'letter undeliverable' };
}

/** "Đã báo 63 đơn vị: 12 đã đọc, 3 chưa có địa chỉ thư." */
export function toldInWords(notices: readonly Notice[]): Words {
  const read = notices.filter((n) => n.readAt).length;
  const unreachable = notices.filter((n) => n.mails.length === 0).length;
  const more = unreachable
    ? { vi: `, ${unreachable} chưa có địa chỉ thư`, en: `, ${unreachable} without an address` }
    : { vi: '', en: '' };
  return {
    vi: `Đã báo ${notices.length} đơn vị: ${read} đã đọc${more.vi}.`,
    en: `${notices.length} units told: ${read} have read it${more.en}.`,
  };
}
