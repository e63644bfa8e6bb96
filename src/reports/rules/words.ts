// What stages, states and list lines are called. Pure.
import { daysBetween, type LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import type { ListKind } from '#src/templates/rules.ts';
import type { ListItem, Stage, SubmissionState } from '../rules.ts';

export const stageWords: Record<Stage, Words> = {
  draft: { vi: 'dự thảo', en: 'draft' },
  official: { vi: 'báo cáo chính thức', en: 'official report' },
};

export const sendWords: Record<Stage, Words> = {
  draft: { vi: 'Gửi dự thảo', en: 'Send the draft' },
  official: { vi: 'Gửi báo cáo chính thức', en: 'Send the official report' },
};

export const stateWords: Record<SubmissionState, Words> = {
  submitted: { vi: 'Đã gửi, đang đọc', en: 'Sent, being read' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  accepted: { vi: 'Đã chấp nhận', en: 'Accepted' },
};

export const stateLook = { submitted: 'sent', returned: 'returned', accepted: 'ok' } as const;

/** How a list of a template becomes lines: its kind of item, its name, and what is added. */
export const lists: Record<
  ListKind,
  { kind: ListItem['kind']; title: Words; one: Words; add: Words; hint: Words }
> = {
  shortcomings: {
    kind: 'shortcoming',
    title: { vi: 'Hạn chế nêu ở mục này', en: 'Shortcomings named here' },
    one: { vi: 'Hạn chế', en: 'Shortcoming' },
    add: { vi: 'Thêm hạn chế', en: 'Add a shortcoming' },
    hint: {
      vi: 'Mỗi hạn chế một dòng để trung ương tổng hợp được, không phải đọc lại cả báo cáo.',
      en: 'One line each, so that the centre can group them without reading every report again.',
    },
  },
  causes: {
    kind: 'cause',
    title: { vi: 'Nguyên nhân', en: 'Causes' },
    one: { vi: 'Nguyên nhân', en: 'Cause' },
    add: { vi: 'Thêm nguyên nhân', en: 'Add a cause' },
    hint: { vi: 'Tách riêng khách quan và chủ quan.', en: 'Objective and subjective causes apart.' },
  },
  lessons: {
    kind: 'lesson',
    title: { vi: 'Bài học kinh nghiệm', en: 'Lessons learned' },
    one: { vi: 'Bài học', en: 'Lesson' },
    add: { vi: 'Thêm bài học', en: 'Add a lesson' },
    hint: { vi: 'Mỗi bài học một dòng.', en: 'One line each.' },
  },
  recommendations: {
    kind: 'recommendation',
    title: { vi: 'Kiến nghị, đề xuất', en: 'Recommendations' },
    one: { vi: 'Kiến nghị', en: 'Recommendation' },
    add: { vi: 'Thêm kiến nghị', en: 'Add a recommendation' },
    hint: {
      vi: 'Mỗi kiến nghị một dòng và một nơi nhận. Không có thì để trống.',
      en: 'One line and one addressee each. Leave empty when there is none.',
    },
  },
  models: {
    kind: 'model',
    title: { vi: 'Mô hình, cách làm hay', en: 'Models' },
    one: { vi: 'Mô hình', en: 'Model' },
    add: { vi: 'Thêm mô hình', en: 'Add a model' },
    hint: { vi: 'Tên mô hình, nơi làm, kết quả trong một câu.', en: 'Name, place and result in a sentence.' },
  },
};

/** To whom a recommendation goes, as the outlines group them. */
export const addressees = [
  'Bộ Chính trị, Ban Bí thư',
  'Quốc hội, Chính phủ',
  'Các ban, bộ, ngành Trung ương',
  'Ban Dân vận Trung ương',
] as const;

export const causeWords: Record<'objective' | 'subjective', Words> = {
  objective: { vi: 'Khách quan', en: 'Objective' },
  subjective: { vi: 'Chủ quan', en: 'Subjective' },
};

/** "Còn 11 ngày", "Hôm nay là hạn cuối", "Quá hạn 3 ngày"; `days` from today to the last day in time. */
export function daysLeftInWords(days: number): Words {
  if (days > 0) return { vi: `Còn ${days} ngày`, en: days === 1 ? '1 day left' : `${days} days left` };
  if (days === 0) return { vi: 'Hôm nay là hạn cuối', en: 'Due today' };
  return { vi: `Quá hạn ${-days} ngày`, en: days === -1 ? '1 day overdue' : `${-days} days overdue` };
}

/** "trong hạn", "muộn 3 ngày": the day of sending against the last day in time. */
export function punctualityInWords(sentOn: LocalDate, dueOn: LocalDate): Words {
  const days = daysBetween(dueOn, sentOn);
  if (days <= 0) return { vi: 'trong hạn', en: 'in time' };
  return { vi: `muộn ${days} ngày`, en: days === 1 ? '1 day late' : `${days} days late` };
}
