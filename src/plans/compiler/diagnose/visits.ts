// Visits against the calendar of the plan: the end of the synthesis, the notice, the date of issue.
import { addDays, type LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { addWorkingDays } from '#src/kernel/holidays.ts';
import type { FoundDeadline } from '../facts/deadlines.ts';
import type { FoundVisit } from '../facts/visit.ts';
import { words } from '../layout/paragraph.ts';
import type { Resolved } from '../resolve.ts';
import { phrase, says } from '../text/planes.ts';
import { diagnostic, readable } from './say.ts';

const synthesis = phrase(
  '<(?:tổng hợp|dự thảo báo cáo|báo cáo tổng kết|báo cáo sơ kết|báo cáo kết quả|báo cáo chung|hội nghị (?:tổng kết|sơ kết))>',
);

export function diagnoseVisits(r: Resolved): Diagnostic[] {
  const out: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const v of r.visits) {
    if (!v.window) {
      out.push(
        diagnostic('W312', v.units[0] ?? v.at, {
          vi: 'Chưa rõ thời gian làm việc tại các đơn vị này',
          en: 'No time is given for the visits to these bodies',
        }),
      );
      continue;
    }
    const key = `${v.window.when.from}/${v.window.when.to}`;
    if (seen.has(key)) continue;
    seen.add(key);
    out.push(...runsInto(v, r), ...tooLateToNotify(v, r));
  }
  return out;
}

/** The window ends in the month, or after the day, in which the synthesis must be done. */
function runsInto(v: FoundVisit, r: Resolved): Diagnostic[] {
  const end = v.window!.when.to?.slice(0, 10);
  if (!end) return [];
  const sentences = new Set(r.targets.map((t) => t.statement.sentence));
  const reports = (d: FoundDeadline) => sentences.has(d.statement.sentence);
  const done = r.deadlines.find(
    (d) =>
      d.when.to !== null &&
      !reports(d) &&
      d.when.rel !== 'between' &&
      says({ p: d.statement.p, a: Math.max(0, d.statement.a - 500), b: d.statement.b }, synthesis) &&
      d.when.to.slice(0, 10) <= end &&
      d.when.to >= (v.window!.when.from ?? ''),
  );
  if (!done) return [];
  return [
    diagnostic(
      'W311',
      v.window!.piece,
      {
        vi: `Khảo sát đến ${readable(end)}, chạm thời hạn tổng hợp (${words(done.time)})`,
        en: `Visits run to ${readable(end)}, into the time for the synthesis (${words(done.time)})`,
      },
      {
        vi: 'Kết thúc khảo sát sớm hơn, hoặc lùi hạn tổng hợp.',
        en: 'End the visits earlier, or move the synthesis.',
      },
    ),
  ];
}

/** The day by which the notice must go out is before the plan was issued. */
function tooLateToNotify(v: FoundVisit, r: Resolved): Diagnostic[] {
  const from = v.window!.when.from?.slice(0, 10) as LocalDate | undefined;
  const rule = v.notice ? /(\d{1,2})\s*ng[àa]y(\s*l[àa]m\s*vi[ệe]c)?/iu.exec(words(v.notice)) : null;
  if (!from || !rule || !r.issued) return [];
  const days = Number(rule[1]);
  const by = rule[2] ? addWorkingDays(from, -days) : addDays(from, -days);
  if (by >= r.issued) return [];
  return [
    diagnostic(
      'E205',
      v.notice,
      {
        vi: `Phải báo trước từ ${readable(by)}, trước ngày ban hành kế hoạch`,
        en: `Notice would be due on ${readable(by)}, before the plan was issued`,
      },
      {
        vi: `Bắt đầu khảo sát muộn hơn ${readable(from)}, hoặc rút ngắn thời gian báo trước.`,
        en: `Start the visits later than ${readable(from)}, or shorten the notice.`,
      },
    ),
  ];
}
