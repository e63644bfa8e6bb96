// Dates that contradict each other, fall on days of rest, or may be read two ways.
import { addDays, daysBetween } from '#src/kernel/dates.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { lastWorkingDay, restReason } from '#src/kernel/holidays.ts';
import type { FoundDeadline } from '../facts/deadlines.ts';
import type { Resolved } from '../resolve.ts';
import { diagnostic, readable } from './say.ts';

export function diagnoseDates(r: Resolved): Diagnostic[] {
  const seen = new Set<string>();
  const once = r.deadlines.filter((d) => {
    const key = `${d.when.rel} ${d.when.from}`;
    const past = r.issued !== null && d.when.to !== null && d.when.to < r.issued;
    return !past && (d.when.from === null || (!seen.has(key) && seen.add(key)));
  });
  return [
    ...ofIssue(r),
    ...ofBases(r),
    ...r.deadlines.flatMap((d) => beforeIssue(d, r.issued)),
    ...once.flatMap((d) => [...exclusive(d), ...onRest(d)]),
    ...withoutDate(r.deadlines),
  ];
}

function ofIssue(r: Resolved): Diagnostic[] {
  const out: Diagnostic[] = [];
  const { issuedOn, pageDate, symbol, number } = r.head;
  if (pageDate && issuedOn?.value.precision === 'day' && issuedOn.value.from !== pageDate.value)
    out.push(
      diagnostic(
        'W118',
        pageDate.piece,
        {
          vi: `Ngày trên trang (${readable(pageDate.value)}) khác ngày ban hành (${readable(issuedOn.value.from!)})`,
          en: `The page's date (${readable(pageDate.value)}) differs from the date of issue (${readable(issuedOn.value.from!)})`,
        },
        {
          vi: 'Đang dùng ngày ban hành ghi trong văn bản.',
          en: 'The date of issue in the document is used.',
        },
      ),
    );
  if (symbol && !number)
    out.push(
      diagnostic(
        'W117',
        symbol.piece,
        { vi: 'Số văn bản còn để trống', en: 'The number of the document is blank' },
        { vi: 'Nhập số theo bản đã đóng dấu.', en: 'Enter the number from the stamped copy.' },
      ),
    );
  if (!issuedOn)
    out.push(
      diagnostic(
        'W115',
        symbol?.piece ?? null,
        { vi: 'Văn bản không ghi ngày ban hành', en: 'The document gives no date of issue' },
        {
          vi: 'Nhập ngày ban hành; không lấy ngày của văn bản căn cứ.',
          en: 'Enter the date of issue; the dates of cited documents are not used.',
        },
      ),
    );
  else if (issuedOn.value.precision !== 'day')
    out.push(
      diagnostic(
        'W116',
        issuedOn.piece,
        {
          vi: 'Ngày ban hành còn để trống, mới có tháng và năm',
          en: 'The day of issue is blank; only its month is given',
        },
        r.head.stampedAt
          ? {
              vi: `Dấu thời gian ký số: ${readable(r.head.stampedAt.value)}.`,
              en: `Digital signature stamped ${readable(r.head.stampedAt.value)}.`,
            }
          : null,
      ),
    );
  return out;
}

function ofBases(r: Resolved): Diagnostic[] {
  const { issued } = r;
  if (!issued || r.head.issuedOn?.value.precision !== 'day') return [];
  return r.bases.flatMap((b) =>
    b.citation?.date && b.citation.date > issued
      ? [
          diagnostic(
            'W150',
            b.piece,
            {
              vi: `Căn cứ có ngày ${readable(b.citation.date)}, sau ngày ban hành`,
              en: `A basis is dated ${readable(b.citation.date)}, after the date of issue`,
            },
            { vi: 'Kiểm tra lại năm của văn bản căn cứ.', en: 'Check the year of the cited document.' },
          ),
        ]
      : [],
  );
}

function beforeIssue(d: FoundDeadline, issued: string | null): Diagnostic[] {
  const { to } = d.when;
  if (!issued || !to || to.slice(0, 10) >= issued) return [];
  const sameNextYear = `${Number(to.slice(0, 4)) + 1}${to.slice(4, 10)}`;
  const slip = sameNextYear >= issued;
  return [
    diagnostic(
      'E204',
      d.time,
      {
        vi: `Thời hạn ${readable(to)} trước ngày ban hành (${readable(issued)})`,
        en: `The deadline ${readable(to)} is before the date of issue (${readable(issued)})`,
      },
      slip
        ? {
            vi: `Có thể sai năm: ${readable(sameNextYear)}?`,
            en: `Perhaps a wrong year: ${readable(sameNextYear)}?`,
          }
        : null,
    ),
  ];
}

/** "Trước ngày X" leaves X out as written; most people still send on X. */
function exclusive(d: FoundDeadline): Diagnostic[] {
  const { rel, from, precision } = d.when;
  if (rel !== 'before' || precision !== 'day' || !from) return [];
  const last = addDays(from, -1);
  return [
    diagnostic(
      'W104',
      d.time,
      {
        vi: `“Trước ngày ${readable(from)}” đang hiểu là hết ngày ${readable(last)}`,
        en: `“Before ${readable(from)}” is read as: to the end of ${readable(last)}`,
      },
      {
        vi: `Chọn có tính cả ngày ${readable(from)} hay không.`,
        en: `Choose whether ${readable(from)} itself counts.`,
      },
    ),
  ];
}

/** The last day on which the thing can be done. */
function lastDay(d: FoundDeadline): string | null {
  const { rel, to, precision } = d.when;
  if (!to || (precision !== 'day' && precision !== 'minute') || rel === 'between') return null;
  return rel === 'before' && precision === 'day' ? addDays(to, -1) : to.slice(0, 10);
}

function onRest(d: FoundDeadline): Diagnostic[] {
  const day = lastDay(d);
  const reason = day ? restReason(day) : null;
  if (!day || !reason) return [];
  const work = lastWorkingDay(day);
  return [
    diagnostic(
      'W130',
      d.time,
      {
        vi: `Ngày cuối (${readable(day)}) là ngày nghỉ: ${reason.vi}`,
        en: `The last day (${readable(day)}) is a day of rest: ${reason.en}`,
      },
      {
        vi: `Ngày làm việc gần nhất trước đó là ${readable(work)} (sớm hơn ${daysBetween(work, day)} ngày).`,
        en: `The working day before it is ${readable(work)} (${daysBetween(work, day)} days earlier).`,
      },
    ),
  ];
}

function withoutDate(deadlines: readonly FoundDeadline[]): Diagnostic[] {
  return deadlines.flatMap((d) =>
    d.when.precision === 'week'
      ? [
          diagnostic(
            'I131',
            d.time,
            {
              vi: 'Thời hạn chỉ ghi tuần, chưa có ngày cụ thể',
              en: 'The time is given as a week, without a date',
            },
            { vi: 'Chọn ngày khi tạo đợt.', en: 'Choose a date when the campaign is made.' },
          ),
        ]
      : [],
  );
}
