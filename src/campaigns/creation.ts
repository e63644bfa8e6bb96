// What a campaign is made of before it exists, when it may not be made, and the name it gets in addresses. Pure.
import type { Actor } from '#src/kernel/actor.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { slugify } from '#src/kernel/vietnamese.ts';
import type { ObligationDraft } from './assignment.ts';
import { type CampaignKind, refusalToDirect } from './rules.ts';

export type ReviewedDocumentDraft = {
  symbol: string;
  datedOn: LocalDate | null;
  issuer: string | null;
  /** Years: 2013 and 2023. */
  periodFrom: number | null;
  periodTo: number | null;
};

/** `words`: whom the plan gives this template to, as it says it. */
export type CampaignTemplateDraft = { templateCode: string; templateVersionId: string; words: string };

export type TaskDraft = {
  lead: string;
  supporting: readonly string[];
  what: string;
  dueOn: LocalDate | null;
};

/** Everything that one act creates. `obligations` come from `assignObligations`. */
export type CampaignDraft = {
  planId: string;
  planSymbol: string;
  name: string;
  kind: CampaignKind;
  issuer: string;
  issuedOn: LocalDate | null;
  receivingOffice: string | null;
  synthesisDueOn: LocalDate | null;
  cutoffOn: LocalDate | null;
  reviewedDocuments: readonly ReviewedDocumentDraft[];
  templates: readonly CampaignTemplateDraft[];
  obligations: readonly ObligationDraft[];
  tasks: readonly TaskDraft[];
};

/** Why the campaign may not be made as drafted, or null. */
export function refusalToCreate(actor: Actor, draft: CampaignDraft): Refusal | null {
  const notOfficer = refusalToDirect(actor);
  if (notOfficer) return notOfficer;
  if (draft.name.trim() === '') return invalid('campaign-without-name', withoutName);
  if (draft.obligations.length === 0) return invalid('campaign-without-obligations', withoutObligations);
  if (new Set(draft.obligations.map((o) => o.unitId)).size < draft.obligations.length)
    return invalid('campaign-unit-twice', unitTwice);
  const codes = new Set(draft.templates.map((t) => t.templateCode));
  if (codes.size < draft.templates.length || draft.obligations.some((o) => !codes.has(o.templateCode)))
    return invalid('campaign-template-missing', templateMissing);
  if (draft.obligations.some((o) => !o.stages.some((s) => s.stage === 'official')))
    return invalid('campaign-without-due-date', withoutDueDate);
  return null;
}

const withoutName: Words = { vi: 'Đợt tổng kết cần có tên.', en: 'The campaign needs a name.' };
const withoutObligations: Words = {
  vi: 'Chưa có đơn vị nào phải báo cáo nên chưa tạo đợt.',
  en: 'No body owes a report yet, so there is no campaign to make.',
};
const unitTwice: Words = { vi: 'Có đơn vị được giao hai mẫu.', en: 'A body has two templates.' };
const templateMissing: Words = {
  vi: 'Có mẫu báo cáo chưa chọn phiên bản.',
  en: 'A template has no version chosen.',
};
const withoutDueDate: Words = {
  vi: 'Có báo cáo chưa có hạn gửi bản chính thức.',
  en: 'A report has no due date for its official version.',
};

/** The name in addresses, from the symbol and the year: "82-KH/BDVTW" of 2023 → "82-kh-bdvtw-2023". */
export function slugFor(draft: Pick<CampaignDraft, 'planSymbol' | 'name' | 'issuedOn'>): string {
  const base = slugify(draft.planSymbol) || slugify(draft.name).slice(0, 60) || 'dot-tong-ket';
  return draft.issuedOn ? `${base}-${draft.issuedOn.slice(0, 4)}` : base;
}

/** The slug itself, or with -2, -3 … when it is taken. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const used = new Set(taken);
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? slug : `${slug}-${n}`;
    if (!used.has(candidate)) return candidate;
  }
}
