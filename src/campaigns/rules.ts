// What a campaign is, what each body owes in it and by when, and who may decide otherwise. Pure.
import { type Actor, holds } from '#src/kernel/actor.ts';
import { addDays, formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid, notFound, Refusal } from '#src/kernel/refusal.ts';
import type { UnitKind } from '#src/units/rules.ts';

/** A date as the plan prints it, and how it counts: "trước ngày 30/8" excludes the day itself. */
export type Deadline = { printedOn: LocalDate; inclusive: boolean; wording: string };

/** The last day that is in time. "trước ngày 30/8/2023" ends with 29/8/2023. */
export function lastDay(deadline: Pick<Deadline, 'printedOn' | 'inclusive'>): LocalDate {
  return deadline.inclusive ? deadline.printedOn : addDays(deadline.printedOn, -1);
}

export type CampaignKind = 'interim' | 'final';

/** A review campaign as every area sees it; its first four fields are what the campaign bar shows. */
export type CampaignRow = {
  id: string;
  slug: string;
  name: string;
  planSymbol: string;
  issuedOn: LocalDate | null;
  kind: CampaignKind;
  planId: string;
  issuer: string;
  receivingOffice: string | null;
  synthesisDueOn: LocalDate | null;
  cutoffOn: LocalDate | null;
  createdAt: Date;
};

/** A surveyed body sends a draft before the official report; they are two artefacts with two dates. */
export type Stage = 'draft' | 'official';

export const stageNames: Record<Stage, Words> = {
  draft: { vi: 'Dự thảo', en: 'Draft' },
  official: { vi: 'Chính thức', en: 'Official' },
};

/** `dueOn` is the last day in time, as the plan set it; decisions may move it (see `dueOn`). */
export type ObligationStage = Deadline & { stage: Stage; dueOn: LocalDate };

export const decisionKinds = ['extension', 'exemption', 'exclusion', 'secret-channel'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const decisionNames: Record<DecisionKind, Words> = {
  extension: { vi: 'Gia hạn', en: 'Extension' },
  exemption: { vi: 'Miễn báo cáo', en: 'Exemption' },
  exclusion: { vi: 'Loại trừ', en: 'Exclusion' },
  'secret-channel': { vi: 'Đã nhận qua đường văn thư mật', en: 'Received by the secret channel' },
};

/** One decision about an obligation. `stage` null means every stage; a withdrawn one stays on record and no longer counts. */
export type Decision = {
  id: string;
  kind: DecisionKind;
  stage: Stage | null;
  dueOn: LocalDate | null;
  reason: string;
  decidedAt: Date;
  decidedBy: string;
  withdrawnAt: Date | null;
};

/** What one body owes in one campaign, with its dates and the decisions about it. `unitName` is the full name on the plan's day, `unitShort` the short one: "Tỉnh ủy Lạng Sơn", "Lạng Sơn". */
export type ObligationRow = {
  id: string;
  campaignId: string;
  unitId: string;
  unitName: string;
  unitShort: string;
  unitKind: UnitKind;
  /** For a territory's Party committee: the territory. */
  territoryId: string | null;
  templateCode: string;
  templateVersionId: string;
  title: string;
  surveyed: boolean;
  stages: ObligationStage[];
  decisions: Decision[];
};

/** The decisions that count, oldest first. */
export function standing(decisions: readonly Decision[]): Decision[] {
  return decisions
    .filter((d) => d.withdrawnAt === null)
    .sort((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime());
}

/** The last extension of a stage, or null. */
export function extensionOf(stage: Stage, decisions: readonly Decision[]): Decision | null {
  const all = standing(decisions).filter((d) => d.kind === 'extension');
  return all.findLast((d) => d.dueOn !== null && (d.stage === null || d.stage === stage)) ?? null;
}

/** The last day in time: the plan's, or the one the latest extension gave. */
export function dueOn(
  stage: Pick<ObligationStage, 'stage' | 'dueOn'>,
  decisions: readonly Decision[],
): LocalDate {
  return extensionOf(stage.stage, decisions)?.dueOn ?? stage.dueOn;
}

/** The decision that took the obligation away (exemption or exclusion), or null while it is owed. */
export function releaseOf(decisions: readonly Decision[]): Decision | null {
  return standing(decisions).findLast((d) => d.kind === 'exemption' || d.kind === 'exclusion') ?? null;
}

/** The line saying that the report came by the secret channel, or null. Its contents are never here. */
export function secretReceiptOf(decisions: readonly Decision[]): Decision | null {
  return standing(decisions).findLast((d) => d.kind === 'secret-channel') ?? null;
}

/** The date rule in words: "trước ngày 30/8/2023, tức hết 29/8/2023", or the new day after an extension. */
export function dueInWords(stage: ObligationStage, decisions: readonly Decision[]): Words {
  const extension = extensionOf(stage.stage, decisions);
  const printed = formatDate(stage.printedOn);
  if (extension?.dueOn) {
    const day = formatDate(extension.dueOn);
    return { vi: `gia hạn đến hết ${day}`, en: `extended to the end of ${day}` };
  }
  if (stage.inclusive) return { vi: `chậm nhất hết ngày ${printed}`, en: `by the end of ${printed}` };
  const last = formatDate(stage.dueOn);
  return {
    vi: `trước ngày ${printed}, tức hết ${last}`,
    en: `before ${printed}, that is by the end of ${last}`,
  };
}

/** Only officers of the centre make campaigns and decide about obligations; readers and leaders look on. */
export function refusalToDirect(actor: Actor): Refusal | null {
  if (holds(actor, 'central-officer')) return null;
  return new Refusal('forbidden', 'central-officer-needed', {
    vi: 'Chỉ chuyên viên của cơ quan chủ trì được làm việc này.',
    en: 'Only an officer of the central body may do this.',
  });
}

export type DecisionDraft = {
  kind: DecisionKind;
  stage: Stage | null;
  dueOn: LocalDate | null;
  reason: string;
};

/** Why a decision may not be made as drafted, or null. */
export function refusalToDecide(
  actor: Actor,
  obligation: Pick<ObligationRow, 'stages' | 'decisions'>,
  draft: DecisionDraft,
): Refusal | null {
  const notOfficer = refusalToDirect(actor);
  if (notOfficer) return notOfficer;
  if (draft.reason.trim() === '') return refused('reason', reasonNeeded);
  if (releaseOf(obligation.decisions)) return refused('kind', alreadyReleased);
  return draft.kind === 'extension' ? refusalToExtend(obligation, draft) : null;
}

function refusalToExtend(
  obligation: Pick<ObligationRow, 'stages' | 'decisions'>,
  draft: DecisionDraft,
): Refusal | null {
  if (draft.dueOn === null) return refused('dueOn', dayNeeded);
  const stages = obligation.stages.filter((s) => draft.stage === null || s.stage === draft.stage);
  if (stages.length === 0) return refused('stage', noSuchStage);
  const day = draft.dueOn;
  return stages.some((s) => day <= dueOn(s, obligation.decisions)) ? refused('dueOn', notLater) : null;
}

/** Why a decision may not be withdrawn, or null. */
export function refusalToWithdraw(actor: Actor, decision: Decision | undefined): Refusal | null {
  if (!decision) return notFound();
  if (decision.withdrawnAt) return invalid('decision-withdrawn', alreadyWithdrawn);
  return refusalToDirect(actor);
}

function refused(field: string, words: Words): Refusal {
  return invalid('decision-invalid', notDecided, { [field]: words });
}

const notDecided: Words = { vi: 'Chưa ghi được quyết định.', en: 'The decision was not recorded.' };
const reasonNeeded: Words = {
  vi: 'Cần ghi lý do; lý do được lưu cùng quyết định.',
  en: 'A reason is needed; it is kept with the decision.',
};
const alreadyReleased: Words = {
  vi: 'Đơn vị đã được miễn hoặc loại trừ. Rút quyết định ấy trước khi ra quyết định khác.',
  en: 'The body is already exempt or excluded. Withdraw that decision before making another.',
};
const dayNeeded: Words = {
  vi: 'Cần ngày cuối cùng của hạn mới.',
  en: 'The last day of the new term is needed.',
};
const noSuchStage: Words = { vi: 'Đơn vị này không có bản ấy.', en: 'This body owes no such artefact.' };
const notLater: Words = {
  vi: 'Ngày mới phải sau hạn hiện nay.',
  en: 'The new day must be after the present one.',
};
const alreadyWithdrawn: Words = {
  vi: 'Quyết định này đã được rút.',
  en: 'This decision has been withdrawn already.',
};
