// The plan goes public: its text as issued, with the templates' outlines and annexes to download.

import { campaignSeenBy } from '#src/campaigns/actions.ts';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import type { Document } from '#src/documents/model.ts';
import { dateAt, formatDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { insist, notFound, Refusal } from '#src/kernel/refusal.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { CompiledPlan, ReadParagraph } from '#src/plans/compiler/model.ts';
import { refusalWithoutText } from '#src/plans/rules/access.ts';
import { decidedPlan } from '#src/plans/rules/decisions.ts';
import { whenWords } from '#src/plans/rules/whens.ts';
import { decisionsOf, lockPlan } from '#src/plans/store.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { publishArticle } from '#src/portal/actions.ts';
import { type AttachmentDraft, type Fact, refusalToModerate } from '#src/portal/rules.ts';
import { articlesOfCampaign } from '#src/portal/store/articles.ts';
import { annexFile, outlineFile } from '#src/templates/files.ts';
import { templateVersionsById } from '#src/templates/store.ts';

/** Afterwards anyone can read the plan at its permanent address. Returns the address's slug. A campaign has one such page. */
export async function publishPlan(act: Act & { files: Files }, campaignSlug: string): Promise<string> {
  insist(refusalToModerate(act.actor));
  const campaign = await campaignSeenBy(act, campaignSlug);
  const files = await attachments(act, campaign.id);
  return transaction(act.db, (trx) => publishOnce({ ...act, db: trx }, campaign, files));
}

async function publishOnce(
  act: Act & { files: Files },
  campaign: CampaignRow,
  files: AttachmentDraft[],
): Promise<string> {
  const row = await lockPlan(act.db, campaign.planId);
  if (!row) throw notFound();
  insist(refusalWithoutText(row));
  if ((await articlesOfCampaign(act.db, campaign.id)).some((a) => a.kind === 'plan')) throw alreadyPublished;
  const plan = decidedPlan(row.compiled.plan, await decisionsOf(act.db, row.id));
  const kind = plan.kind ?? 'Kế hoạch';
  const issued = plan.issuedOn?.from ? ` ngày ${formatDate(plan.issuedOn.from.slice(0, 10))}` : '';
  const { slug } = await publishArticle(act, {
    kind: 'plan',
    campaignId: campaign.id,
    publishedOn: dateAt(act.now),
    issuedOn: campaign.issuedOn,
    number: plan.symbol,
    title: `${kind}${plan.symbol ? ` số ${plan.symbol}` : ''}${issued} của ${plan.issuer ?? campaign.issuer} về ${plan.title ?? campaign.name}`,
    summaryEn: null,
    body: issuedText(row.compiled, () => newId(act.now)),
    facts: factsRow(plan),
    attachments: files,
  });
  return slug;
}

const alreadyPublished = new Refusal('conflict', 'plan-already-public', {
  vi: 'Kế hoạch này đã có trang công khai.',
  en: 'This plan already has its public page.',
});

/**
 * The plan's own words as a page shows them: without the letterhead and title that stand above, without page furniture
 * and the line of file names (the files stand beside). Sections begin with headings; the signature stands on the right.
 */
export function issuedText({ plan, paragraphs, spans }: CompiledPlan, makeId: () => string): Document {
  const touching = (pattern: RegExp) => {
    const wanted = Object.entries(spans).flatMap(([key, span]) => (pattern.test(key) ? [span] : []));
    return (p: ReadParagraph) => wanted.some(([start, end]) => start < p.span[1] && end > p.span[0]);
  };
  const beginsSection = touching(/^\/sections\/\d+(\/title)?$/);
  const signs = touching(/^\/signatory/);
  const capacity = foldVietnamese([plan.signatory?.authority, plan.signatory?.position].join(' '));
  const isSignature = (p: ReadParagraph) => signs(p) || capacity.includes(foldVietnamese(p.text.trim()));
  const namesFiles = touching(/^\/attachments/);
  return paragraphs
    .filter((p) => p.text.trim() !== '' && p.region !== 'page' && p.region !== 'head')
    .filter((p) => p.region !== 'end' || isSignature(p) || !namesFiles(p))
    .map((p) => {
      const inlines = [{ kind: 'text' as const, text: p.text.trim() }];
      if (p.text.length < 200 && beginsSection(p))
        return { id: makeId(), kind: 'heading', level: 1, inlines };
      const align = p.region === 'end' && isSignature(p) ? { align: 'right' as const } : {};
      return { id: makeId(), kind: 'paragraph', inlines, ...align };
    });
}

function factsRow(plan: CompiledPlan['plan']): Fact[] {
  const facts: Fact[] = [];
  if (plan.issuedOn?.from)
    facts.push({
      label: { vi: 'Ngày ban hành', en: 'Issued' },
      value: formatDate(plan.issuedOn.from.slice(0, 10)),
    });
  for (const d of plan.deadlines.slice(0, 3)) {
    const who = d.who ?? plan.issuer ?? '';
    facts.push({
      label: { vi: `Hạn: ${who.slice(0, 60)}`, en: `Due: ${who.slice(0, 60)}` },
      value: d.text.length > 60 ? whenWords(d.when, 'vi') : d.text,
    });
  }
  return facts;
}

async function attachments(act: Act, campaignId: string): Promise<AttachmentDraft[]> {
  const versions = await templateVersionsById(
    act.db,
    (await templateVersionsOf(act.db, campaignId)).map((t) => t.templateVersionId),
  );
  const files: AttachmentDraft[] = [];
  for (const v of versions) {
    const outline = await outlineFile(v);
    files.push({ title: `Mẫu ${v.code}: ${v.outline.title}`, ...outline, detail: null });
    const annex = await annexFile(v);
    if (annex)
      files.push({
        title: `Phụ lục mẫu ${v.code}: biểu số liệu`,
        ...annex,
        detail: `${v.annex.tables.length} biểu`,
      });
  }
  return files;
}
