// Where each report stands on a day, in the words of the status vocabulary. Pure.
import {
  type Decision,
  dueOn,
  extensionOf,
  type ObligationRow,
  type ObligationStage,
  releaseOf,
  type Stage,
  secretReceiptOf,
} from '#src/campaigns/rules.ts';
import { daysBetween, type LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import type { SubmissionState } from '#src/reports/rules.ts';

/** In the order of the board's bar; the last two are facts in words rather than colours. */
export const standingKinds = [
  'accepted',
  'sent',
  'returned',
  'drafting',
  'at-risk',
  'not-opened',
  'overdue',
  'secret-channel',
  'released',
] as const;
export type StandingKind = (typeof standingKinds)[number];

export const standingNames: Record<StandingKind, Words> = {
  accepted: { vi: 'Đã chấp nhận', en: 'Accepted' },
  sent: { vi: 'Đã gửi, đang đọc', en: 'Sent, being read' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  drafting: { vi: 'Đang soạn', en: 'Drafting' },
  'at-risk': { vi: 'Có nguy cơ chậm', en: 'At risk' },
  'not-opened': { vi: 'Chưa mở', en: 'Not opened' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  'secret-channel': { vi: 'Nhận qua văn thư mật', en: 'By the secret channel' },
  released: { vi: 'Miễn, loại trừ', en: 'Exempt, excluded' },
};

/** What is known of a report at an instant. `latest` is its last submission until then, with the decision on it. */
export type ReportFacts = {
  reportId: string;
  latest: {
    submissionId: string;
    stage: Stage;
    state: SubmissionState;
    submittedAt: Date;
    decidedAt: Date | null;
  } | null;
};

/** Required sections with something in them, out of those the template requires. */
export type SectionCount = { done: number; required: number };

/** `stage` is the artefact that the status speaks of; `daysLeft` counts to its last day, negative when that is past. */
export type Standing = {
  kind: StandingKind;
  stage: Stage;
  dueOn: LocalDate;
  daysLeft: number;
  extended: boolean;
};

/** A report is at risk when at most this many days are left and less than half of the required sections have been written. */
const riskDays = 7;

export const riskInWords: Words = {
  vi: `Có nguy cơ chậm: còn không quá ${riskDays} ngày đến hạn mà chưa viết được một nửa số mục bắt buộc.`,
  en: `At risk: at most ${riskDays} days are left and less than half of the required sections have been written.`,
};

function isAtRisk(daysLeft: number, sections: SectionCount): boolean {
  return daysLeft <= riskDays && sections.done * 2 < sections.required;
}

type Owed = Pick<ObligationRow, 'stages' | 'decisions'>;

/** The artefact that counts now: a surveyed body's draft until it has been sent, then the official report. */
function pendingStage(owed: Owed, facts: ReportFacts | null): ObligationStage {
  const draft = owed.stages.find((s) => s.stage === 'draft');
  const official = owed.stages.find((s) => s.stage === 'official') ?? owed.stages[0];
  if (!official) throw new Error('An obligation has no stage');
  const latest = facts?.latest ?? null;
  if (!draft || latest?.stage === 'official') return official;
  return latest && latest.state !== 'returned' ? official : draft;
}

/** Where a report stands on the day `today`, by the decisions, the submissions and the sections written. */
export function standingOf(
  owed: Owed,
  facts: ReportFacts | null,
  sections: SectionCount,
  today: LocalDate,
): Standing {
  const stage = pendingStage(owed, facts);
  const due = dueOn(stage, owed.decisions);
  const daysLeft = daysBetween(today, due);
  return {
    kind: kindOf(owed.decisions, facts, stage.stage, daysLeft, sections),
    stage: stage.stage,
    dueOn: due,
    daysLeft,
    extended: extensionOf(stage.stage, owed.decisions) !== null,
  };
}

function kindOf(
  decisions: readonly Decision[],
  facts: ReportFacts | null,
  stage: Stage,
  daysLeft: number,
  sections: SectionCount,
): StandingKind {
  const latest = facts?.latest ?? null;
  if (releaseOf(decisions)) return 'released';
  if (latest?.stage === 'official' && latest.state === 'accepted') return 'accepted';
  if (secretReceiptOf(decisions)) return 'secret-channel';
  if (latest && latest.stage === stage) return latest.state === 'returned' ? 'returned' : 'sent';
  if (daysLeft < 0) return 'overdue';
  if (!facts) return 'not-opened';
  return isAtRisk(daysLeft, sections) ? 'at-risk' : 'drafting';
}

/** The official report has come and was not sent back: what the board's one number counts. */
export function isIn(kind: StandingKind): boolean {
  return kind === 'accepted' || kind === 'sent' || kind === 'secret-channel';
}

/** Late, not opened, at risk, or returned and past its date: somebody should be called. */
export function needsChasing(standing: Standing): boolean {
  if (standing.kind === 'returned') return standing.daysLeft < 0;
  return standing.kind === 'overdue' || standing.kind === 'not-opened' || standing.kind === 'at-risk';
}

/** "quá hạn 25 ngày", "chưa mở", "có nguy cơ": the status beside a body's name. */
export function standingInWords(standing: Standing): Words {
  const days = -standing.daysLeft;
  if (standing.kind === 'overdue')
    return { vi: `Quá hạn ${days} ngày`, en: `Overdue by ${days} ${days === 1 ? 'day' : 'days'}` };
  return standingNames[standing.kind];
}

/** Only the decisions that stood at an instant; one withdrawn later still stood then. */
export function decisionsAt(decisions: readonly Decision[], at: Date): Decision[] {
  return decisions
    .filter((d) => d.decidedAt <= at)
    .map((d) => (d.withdrawnAt && d.withdrawnAt > at ? { ...d, withdrawnAt: null } : d));
}
