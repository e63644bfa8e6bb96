// The life of a report: drafted, sent, returned or accepted; every version stays. Pure.
import type { AnnexCells } from '#src/annexes/rules.ts';
import type { Document } from '#src/documents/model.ts';
import { type Actor, holds, holdsFor, isCentral } from '#src/kernel/actor.ts';
import { notFound, Refusal } from '#src/kernel/refusal.ts';
import { isMissingAnything, type Missing, missingInWords } from './rules/missing.ts';

export type Stage = 'draft' | 'official';

/** One line of a structured list: a shortcoming with its kind of cause, a recommendation with its addressee. */
export type ListItem = {
  id: string;
  kind: 'shortcoming' | 'cause' | 'lesson' | 'recommendation' | 'model';
  text: string;
  cause?: 'objective' | 'subjective';
  addressee?: string;
};

export type SectionContent = { body: Document; items: ListItem[] };

/** The immutable copy that a submission keeps: all sections by code, all annex tables by code. */
export type SubmissionContent = {
  templateCode: string;
  templateVersion: number;
  title: string;
  sections: Record<string, SectionContent>;
  annex: Record<string, AnnexCells>;
};

/** What has happened to the latest submission of a report. */
export type ReportState = 'not-opened' | 'drafting' | 'submitted' | 'returned' | 'accepted';

/** What the centre has decided about one submission. */
export type SubmissionState = 'submitted' | 'returned' | 'accepted';

/** A place that the centre marked when it returned a report: a section or an annex table by code. */
export type Mark = { section: string; note: string };

/** What a rule needs to know of a report: whose it is, what it owes, and where its latest submission stands. */
export type ReportStanding = {
  unitId: string;
  opened: boolean;
  /** The artefacts that the obligation asks for. */
  stages: readonly Stage[];
  latest: { stage: Stage; state: SubmissionState } | null;
};

/** What a rule needs to know of a submission. */
export type SubmissionStanding = {
  unitId: string;
  stage: Stage;
  state: SubmissionState;
  /** False when a later submission of the same report exists. */
  isLatest: boolean;
};

/** From the decisions that stand; a withdrawn acceptance stands no longer. */
export function submissionState(decisions: {
  returnedAt: Date | null;
  acceptedAt: Date | null;
}): SubmissionState {
  if (decisions.returnedAt) return 'returned';
  return decisions.acceptedAt ? 'accepted' : 'submitted';
}

export function reportState(report: Pick<ReportStanding, 'opened' | 'latest'>): ReportState {
  if (report.latest) return report.latest.state;
  return report.opened ? 'drafting' : 'not-opened';
}

/**
 * Which artefact comes next. The draft is owed until one has been sent and not returned; after it the official
 * report is. null while the official report is being read or has been accepted.
 */
export function nextStage(report: Pick<ReportStanding, 'stages' | 'latest'>): Stage | null {
  const { latest } = report;
  if (latest?.stage === 'official') return latest.state === 'returned' ? 'official' : null;
  if (latest?.stage === 'draft') return latest.state === 'returned' ? 'draft' : 'official';
  return report.stages.includes('draft') ? 'draft' : 'official';
}

/** The stages that may be sent now: the next one, and the official report in place of a draft that is late. */
export function sendableStages(report: Pick<ReportStanding, 'stages' | 'latest'>): Stage[] {
  const next = nextStage(report);
  if (next === null) return [];
  return next === 'draft' ? ['draft', 'official'] : ['official'];
}

/** Only the unit's own officers work in a report; for everyone else its drafts do not exist. */
export function refusalToOpen(unitId: string, actor: Actor): Refusal | null {
  return holdsFor(actor, 'unit-officer', unitId) ? null : notFound();
}

const locked = new Refusal('forbidden', 'report-locked', {
  vi: 'Báo cáo chính thức đã được chấp nhận nên không sửa được. Cần sửa thì đề nghị Ban rút lại việc chấp nhận.',
  en: 'The official report has been accepted and is locked. To change it, ask the centre to withdraw the acceptance.',
});

const beingRead = new Refusal('forbidden', 'report-being-read', {
  vi: 'Báo cáo chính thức đã gửi và đang được đọc nên chưa sửa được. Cần sửa thì đề nghị Ban trả lại.',
  en: 'The official report has been sent and is being read. To change it, ask the centre to return it.',
});

/** Writable while drafting, after a return, and (towards the official report) once a draft has been sent. */
export function refusalToEdit(report: ReportStanding, actor: Actor): Refusal | null {
  const refusal = refusalToOpen(report.unitId, actor);
  if (refusal) return refusal;
  if (nextStage(report) !== null) return null;
  return report.latest?.state === 'accepted' ? locked : beingRead;
}

/** A report moves while its unit writes: not while what was sent is being read, nor once the official one is accepted. */
export function mayMove(report: Pick<ReportStanding, 'stages' | 'latest'>): boolean {
  return nextStage(report) !== null && report.latest?.state !== 'submitted';
}

/** Only an officer of the centre moves a report to another version of its template. */
export function refusalToMove(report: ReportStanding, actor: Actor): Refusal | null {
  if (!holds(actor, 'central-officer')) return notOfficer;
  if (mayMove(report)) return null;
  return new Refusal('conflict', 'report-stays', {
    vi: 'Báo cáo đã gửi nên giữ phiên bản mẫu của nó. Đề nghị xem lại điều chỉnh.',
    en: 'A report that was sent keeps its version of the template. Look at the amendment again.',
  });
}

/**
 * A draft may be sent incomplete once the sender has confirmed it; the official report needs every required section,
 * every cell of the annex (a number or a reason), and no error in it.
 */
export function refusalToSend(
  report: ReportStanding,
  actor: Actor,
  stage: Stage,
  missing: Missing,
  confirmed: boolean,
): Refusal | null {
  const refusal = refusalToEdit(report, actor);
  if (refusal) return refusal;
  if (!sendableStages(report).includes(stage))
    return new Refusal('forbidden', 'stage-not-due', {
      vi: 'Không còn phải gửi dự thảo: dự thảo đã gửi rồi. Việc tiếp theo là gửi báo cáo chính thức.',
      en: 'The draft has already been sent. The official report comes next.',
    });
  if (missing.isEmpty)
    return new Refusal('invalid', 'report-empty', {
      vi: 'Chưa gửi được: báo cáo chưa có nội dung nào.',
      en: 'Not yet: the report has no contents.',
    });
  if (!isMissingAnything(missing) || (stage === 'draft' && confirmed)) return null;
  return new Refusal('invalid', 'report-incomplete', missingInWords(missing));
}

/** The unit itself and the people at the centre read what was sent. */
export function refusalToRead(submission: Pick<SubmissionStanding, 'unitId'>, actor: Actor): Refusal | null {
  return isCentral(actor) || holdsFor(actor, 'unit-officer', submission.unitId) ? null : notFound();
}

const notOfficer = new Refusal('forbidden', 'not-central-officer', {
  vi: 'Chỉ cán bộ tiếp nhận của Ban trả lại hoặc chấp nhận được báo cáo.',
  en: 'Only an officer of the central office may return or accept a report.',
});

const notLatest = new Refusal('forbidden', 'submission-not-latest', {
  vi: 'Đơn vị đã gửi bản mới hơn. Đề nghị mở bản mới nhất.',
  en: 'The unit has sent a later version. Open the latest one.',
});

function refusalToDecide(submission: SubmissionStanding, actor: Actor): Refusal | null {
  const refusal = refusalToRead(submission, actor);
  if (refusal) return refusal;
  if (!holds(actor, 'central-officer')) return notOfficer;
  return submission.isLatest ? null : notLatest;
}

const alreadyReturned = new Refusal('forbidden', 'already-returned', {
  vi: 'Bản này đã được trả lại.',
  en: 'This version has already been returned.',
});

/** Only what is being read can be returned; an accepted report first needs its acceptance withdrawn. */
export function refusalToReturn(submission: SubmissionStanding, actor: Actor): Refusal | null {
  const refusal = refusalToDecide(submission, actor);
  if (refusal || submission.state === 'submitted') return refusal;
  if (submission.state === 'returned') return alreadyReturned;
  return new Refusal('forbidden', 'return-accepted', {
    vi: 'Bản này đã được chấp nhận. Muốn trả lại thì trước hết rút lại việc chấp nhận.',
    en: 'This version has been accepted. Withdraw the acceptance before returning it.',
  });
}

export function refusalToAccept(submission: SubmissionStanding, actor: Actor): Refusal | null {
  const refusal = refusalToDecide(submission, actor);
  if (refusal || submission.state === 'submitted') return refusal;
  if (submission.state === 'returned') return alreadyReturned;
  return new Refusal('forbidden', 'already-accepted', {
    vi: 'Bản này đã được chấp nhận.',
    en: 'This version has already been accepted.',
  });
}

/** Undoes a slip: afterwards the submission is being read again. */
export function refusalToWithdrawAcceptance(submission: SubmissionStanding, actor: Actor): Refusal | null {
  const refusal = refusalToDecide(submission, actor);
  if (refusal || submission.state === 'accepted') return refusal;
  return new Refusal('forbidden', 'not-accepted', {
    vi: 'Bản này chưa được chấp nhận nên không có gì để rút lại.',
    en: 'This version has not been accepted, so there is nothing to withdraw.',
  });
}
