// One campaign with something real behind every address: a plan, reports in each state, visits, evidence, a final report, a public page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellField } from '#src/annexes/rules/typed.ts';
import { createApp } from '#src/app.tsx';
import { decideObligation } from '#src/campaigns/actions.ts';
import { assignObligations } from '#src/campaigns/assignment.ts';
import { campaignBySlug, tasksOf } from '#src/campaigns/store/campaigns.ts';
import { obligationOfUnit, obligationsOf } from '#src/campaigns/store/obligations.ts';
import { fromMarkdown } from '#src/documents/markdown.ts';
import { beginFinalReport, savePart } from '#src/finalreport/actions.ts';
import { freezeReport } from '#src/finalreport/freezing.ts';
import { partsOf } from '#src/finalreport/rules/parts.ts';
import { finalReportOf } from '#src/finalreport/store.ts';
import { amendCampaign } from '#src/plans/actions/amend.ts';
import { pastePlan } from '#src/plans/actions/compile.ts';
import { assignTemplate } from '#src/plans/actions/decide.ts';
import { launchCampaign } from '#src/plans/actions/launch.ts';
import { publishPlan } from '#src/plans/actions/publish.ts';
import { projectRoot } from '#src/platform/config.ts';
import { sendFeedback } from '#src/portal/actions.ts';
import { articleBySlug } from '#src/portal/store/articles.ts';
import { feedbackOf } from '#src/portal/store/feedback.ts';
import { saveAnnexTable } from '#src/reports/actions/filling.ts';
import { openReport, submitReport } from '#src/reports/actions/sending.ts';
import { addUpload } from '#src/reports/actions/uploading.ts';
import { saveSection } from '#src/reports/actions/writing.ts';
import { insertKeptPart, insertReview } from '#src/reports/store/moves.ts';
import { visitsOf } from '#src/surveys/store.ts';
import { pickEvidence } from '#src/synthesis/actions.ts';
import { sectionAcross } from '#src/synthesis/store.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { outlineFile } from '#src/templates/files.ts';
import { writableSections } from '#src/templates/rules.ts';
import { templateVersion } from '#src/templates/store.ts';
import { filledOutline } from '#tests/journeys/filled-outline.ts';
import { type TestApp, testApp } from './app.ts';
import { candidates, testAssignment, testCampaign } from './campaign.ts';
import { sendReport } from './synthesis.ts';
import { directory } from './unit-doors.ts';

export const demoPlan = readFileSync(join(projectRoot, 'seed/demo/plan.txt'), 'utf8');

export const listOfM2 = 'Ban cán sự đảng Bộ Nội vụ; Cải cách hành chính gần dân';

/** What addresses and forms are made of; every id is that of a row. */
export type World = Awaited<ReturnType<typeof buildWorld>> & { app: TestApp };

/** Afterwards the world stands at 9:00 on 25 August 2023. `routes`: every door of the platform as the router knows it. */
export async function world(): Promise<World> {
  const app = await testApp();
  return { app, ...(await buildWorld(app)) };
}

/** Every door, by method and path; guards that stand before all doors are left out. */
export function routesOf(app: TestApp): string[] {
  const all = createApp(app.services).routes.filter((r) => r.method !== 'ALL');
  return [...new Set(all.map((r) => `${r.method} ${r.path}`))].sort();
}

async function buildWorld(app: TestApp) {
  const { db, files } = app.services;
  await installTemplates(db, new Date('2023-05-01T00:00:00Z'));
  const ha = app.act('ha');
  const launched = await pastePlan(ha, demoPlan);
  await assignTemplate(ha, launched, 'M2', listOfM2);
  const slug = await launchCampaign(ha, launched);
  const campaign = (await campaignBySlug(db, slug))!;
  const planId = await pastePlan(ha, demoPlan);
  await assignTemplate(ha, planId, 'M2', listOfM2);
  await amendCampaign(
    ha,
    campaign,
    {
      change: { kind: 'title', obligationId: await thematic(app, campaign.id), title: 'Cải cách hành chính' },
      reason: 'Tên chuyên đề đã rút gọn.',
    },
    'http://localhost',
  );
  const third = await pastePlan(ha, demoPlan);
  const freshSlug = await launchCampaign(ha, third);

  const own = await ownWork(app, campaign.id);
  await amendCampaign(
    ha,
    campaign,
    {
      change: { kind: 'title', obligationId: own.obligationId, title: 'Báo cáo mười năm của tỉnh' },
      reason: 'Tên báo cáo đã rút gọn.',
    },
    'http://localhost',
  );
  const accepted = await sendReport(app, campaign.id, 'Tỉnh ủy Hưng Yên', {
    figures: { [own.indicator]: { [own.column]: 1048 } },
    decided: 'accepted',
  });
  const returned = await sendReport(app, campaign.id, 'Tỉnh ủy Thanh Hóa', { decided: 'returned' });
  const decided = await decidedObligation(app, campaign.id, own.obligationId);
  return {
    slug,
    campaignId: campaign.id,
    /** A campaign of which nothing is public and whose final report has not begun. */
    freshSlug,
    /** A plan of which no campaign has been made. */
    planId,
    launchedPlanId: launched,
    taskId: (await tasksOf(db, campaign.id))[0]!.id,
    accepted: accepted.submissionId,
    returned: returned.submissionId,
    ...own,
    ...decided,
    ...(await visitOf(app, campaign.id, own.unitId)),
    ...(await finalWork(app, slug, campaign.id, own.section)),
    ...(await publicPage(app, await publishPlan({ ...ha, files }, slug))),
    ...(await directory(app)),
    foreignSlug: await foreignCampaign(app, await pastePlan(ha, demoPlan)),
  };
}

/** The obligation of the one unit with a report of its own. */
async function thematic(app: TestApp, campaignId: string): Promise<string> {
  const all = await obligationsOf(app.services.db, campaignId);
  return all.find((o) => o.templateCode === 'M2')!.id;
}

/** What a move of the report leaves: a part that is no longer asked, and a section to be looked at again. */
async function leftFromBefore(app: TestApp, reportId: string, templateVersionId: string, code: string) {
  const { db } = app.services;
  const { actor, now } = app.act('ha');
  const changes = [{ vi: 'Nay là mục bắt buộc.', en: 'The section is required now.' }];
  await insertReview(db, reportId, { code, move: 1, changes, askedAt: now });
  const content = { body: fromMarkdown('Phần trước đây có yêu cầu.'), items: [] };
  const part = { kind: 'section' as const, code: 'V.9', title: 'Mục cũ', content };
  return insertKeptPart(db, { ...part, reportId, templateVersionId }, { at: now, by: actor.id });
}

/** The report of Lạng Sơn: everything filled in, an upload read, the draft sent and waiting. */
async function ownWork(app: TestApp, campaignId: string) {
  const { db, files } = app.services;
  const chau = app.act('chau');
  const unitId = chau.actor.memberships[0]!.unitId!;
  const owed = (await obligationOfUnit(db, campaignId, unitId))!;
  const reportId = await openReport(chau, owed.id);
  const template = (await templateVersion(db, owed.templateVersionId))!;
  const codes = writableSections(template.outline).map((s) => s.code);
  for (const code of codes) {
    const body = fromMarkdown(`Mục ${code}: năm 2022 cấp ủy đã tổ chức 62 cuộc đối thoại với nhân dân.`);
    await saveSection(chau, reportId, { code, version: 0, body, items: [] });
  }
  for (const { code, indicators, columns } of template.annex.tables) {
    const cells = indicators.flatMap((i) => columns.map((c) => [cellField(i.code, c.code), '']));
    const fields = { ...Object.fromEntries(cells), fill: 'none-arose' };
    await saveAnnexTable(chau, reportId, { table: code, from: 0, fields });
  }
  const keptId = await leftFromBefore(app, reportId, template.id, codes[2]!);
  const outline = await outlineFile(template);
  const uploadId = await addUpload({ ...chau, files }, reportId, {
    name: 'de-cuong.docx',
    bytes: await filledOutline(outline.bytes),
  });
  const { submissionId } = await submitReport(chau, reportId, { stage: 'draft', confirmed: true });
  const table = template.annex.tables.find((t) => t.code === 'B3')!;
  return {
    unitId,
    reportId,
    uploadId,
    keptId,
    submissionId,
    obligationId: owed.id,
    section: codes[0]!,
    sections: codes,
    templateCode: template.code,
    table: table.code,
    indicator: table.indicators.find((i) => !i.formula)!.code,
    column: table.columns[0]!.code,
  };
}

async function decidedObligation(app: TestApp, campaignId: string, obligationId: string) {
  const { db } = app.services;
  const reason = 'Đơn vị đề nghị thêm thời gian.';
  await decideObligation(app.act('ha'), obligationId, {
    kind: 'extension',
    stage: 'official',
    dueOn: '2023-09-06',
    reason,
  });
  const owed = (await obligationOfUnit(db, campaignId, app.people.chau.memberships[0]!.unitId!))!;
  return { decisionId: owed.decisions[0]!.id };
}

async function visitOf(app: TestApp, campaignId: string, unitId: string) {
  const visits = await visitsOf(app.services.db, campaignId);
  const visit = visits.find((v) => v.unitId === unitId)!;
  const hosted = visit.sessions.filter((s) => s.hostKind !== null);
  return { visitId: visit.id, position: hosted[0]!.position };
}

/** Evidence picked from Lạng Sơn's section, a final report that cites it, frozen once. */
async function finalWork(app: TestApp, slug: string, campaignId: string, section: string) {
  const { db, files } = app.services;
  const ha = app.act('ha');
  const [reading] = await sectionAcross(db, campaignId, section);
  const blockId = reading!.body[0]!.id;
  const evidenceId = await pickEvidence(ha, slug, {
    submissionId: reading!.submissionId,
    sectionCode: section,
    blockId,
    quote: '',
    stance: 'supports',
    quotable: true,
  });
  await beginFinalReport(ha, slug);
  const begun = (await finalReportOf(db, campaignId))!;
  const part = partsOf(begun.body)[1]!.id;
  const markdown = `Các tỉnh đã tổ chức nhiều cuộc đối thoại với nhân dân trong cả giai đoạn.[^e:${evidenceId}]`;
  await savePart(ha, slug, { id: part, version: begun.version, markdown });
  await freezeReport(ha, slug, files);
  const report = (await finalReportOf(db, campaignId))!;
  const sentence = partsOf(report.body).find((p) => p.id === part)!.blocks[0]!.id;
  return { evidenceId, evidenceSubmission: reading!.submissionId, passage: blockId, part, sentence };
}

async function publicPage(app: TestApp, article: string) {
  const { db } = app.services;
  const page = (await articleBySlug(db, article))!;
  const draft = { articleId: page.id, body: 'Đề nghị đăng bản tổng hợp.', mayPublish: true };
  const { code } = await sendFeedback(app.act('nam'), {
    ...draft,
    senderName: 'Một người đọc',
    senderContact: null,
  });
  const [feedback] = await feedbackOf(db, [page.id]);
  return { article, attachmentId: page.attachments[0]!.id, feedbackCode: code, feedbackId: feedback!.id };
}

/** A campaign in which neither of the test's unit officers has anything to do. */
async function foreignCampaign(app: TestApp, planId: string): Promise<string> {
  const { obligations } = assignObligations(testAssignment(await candidates(app.services.db)));
  const theirs = app.people.chau.memberships.concat(app.people.ngan.memberships).map((m) => m.unitId);
  const others = obligations.filter((o) => !theirs.includes(o.unitId));
  return (await testCampaign(app.act('ha'), { planId, planSymbol: '90-KH/BDVTW', obligations: others })).slug;
}
