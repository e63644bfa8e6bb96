// The report as files: the working draft, and each frozen version in Word and PDF exactly as it was frozen.
import { Hono } from 'hono';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { partyDocument } from '#src/documents/docx.ts';
import { frozenNow } from '#src/finalreport/freezing.ts';
import { finalPaper } from '#src/finalreport/paper.ts';
import { readReport } from '#src/finalreport/reading.ts';
import { refusalToRead } from '#src/finalreport/rules/access.ts';
import { finalReportOf, freezesOf } from '#src/finalreport/store.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { slugify } from '#src/kernel/vietnamese.ts';
import { download } from '#src/web/download.ts';
import { act, type Ctx, type Env, found } from '#src/web/env.ts';

export const filePages = new Hono<Env>();

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

async function reportHere(c: Ctx) {
  const { db, actor } = act(c);
  insist(refusalToRead(actor));
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug')!);
  return { db, campaign, report: found(await finalReportOf(db, campaign.id)) };
}

filePages.get('/campaigns/:slug/final-report/working.docx', async (c) => {
  const { db, campaign, report } = await reportHere(c);
  const now = frozenNow(report, await readReport(db, campaign, report));
  const paper = finalPaper({ ...now, draft: 'Bản đang soạn' });
  return download(
    c,
    await partyDocument(paper),
    `${slugify(campaign.planSymbol)}-dang-soan.docx`,
    mediaTypes.docx,
  );
});

filePages.get('/campaigns/:slug/final-report/freezes/:file{[0-9]+\\.(docx|pdf)}', async (c) => {
  const { db, campaign, report } = await reportHere(c);
  const [number, kind] = c.req.param('file').split('.') as [string, keyof typeof mediaTypes];
  const freeze = (await freezesOf(db, report.id)).find((f) => f.number === Number(number));
  if (!freeze) throw notFound();
  const bytes = await c.var.services.files.getFile(kind === 'pdf' ? freeze.pdfKey : freeze.docxKey);
  return download(c, bytes, `bao-cao-${slugify(campaign.slug)}-du-thao-${number}.${kind}`, mediaTypes[kind]);
});
