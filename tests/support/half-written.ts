// A report half written, and a corrected template waiting: where the tests of moving reports begin.
import { cellField } from '#src/annexes/rules/typed.ts';
import type { Change } from '#src/campaigns/amendments.ts';
import { campaignBySlug } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { fromMarkdown, toMarkdown } from '#src/documents/markdown.ts';
import { amendCampaign } from '#src/plans/actions/amend.ts';
import { saveAnnexTable } from '#src/reports/actions/filling.ts';
import { openReport } from '#src/reports/actions/sending.ts';
import { saveSection } from '#src/reports/actions/writing.ts';
import { sectionOf } from '#src/reports/store/sections.ts';
import { saveTemplateVersion } from '#src/templates/actions.ts';
import { type OutlineSection, writableSections } from '#src/templates/rules.ts';
import { versionByCode } from '#src/templates/store.ts';
import { testApp } from './app.ts';
import { testCampaign } from './campaign.ts';
import { sendReport } from './synthesis.ts';

export type HalfWritten = Awaited<ReturnType<typeof halfWritten>>;

/**
 * Afterwards "chau" and the officer "ha" are signed in; "chau" has four sections and a table on version 1 of M1, Thanh Hóa has sent its report, and version 2 waits:
 * without the first section and the table's first column, the second section under another code behind a new one that
 * bears its old code, the third with other guidance, the fourth as it was.
 */
export async function halfWritten() {
  const test = await testApp();
  const { db } = test.services;
  const { slug } = await testCampaign(test.act('ha'));
  const campaign = (await campaignBySlug(db, slug))!;
  const unit = test.people.chau.memberships[0]!.unitId!;
  const own = (await obligationsOf(db, campaign.id)).find((o) => o.unitId === unit)!;
  const reportId = await openReport(test.act('chau'), own.id);
  const first = (await versionByCode(db, 'M1'))!;
  const sections = writableSections(first.outline).slice(0, 4);
  const codes = sections.map((s) => s.code);
  const grid = first.annex.tables[0]!;
  const indicator = grid.indicators.find((i) => !i.formula)!.code;
  const columns = grid.columns.map((c) => c.code);
  const save = (code: string, words: string, version: number, move?: number) =>
    saveSection(test.act('chau'), reportId, { code, version, move, body: fromMarkdown(words), items: [] });
  for (const code of codes) await save(code, `Nội dung mục ${code}.`, 0);
  const fields = Object.fromEntries(columns.map((c, i) => [cellField(indicator, c), String(10 + i)]));
  await saveAnnexTable(test.act('chau'), reportId, { table: grid.code, from: 0, fields });
  await sendReport(test, campaign.id, 'Tỉnh ủy Thanh Hóa', {});

  async function newVersion(edit: (sections: OutlineSection[]) => OutlineSection[]) {
    const { code, version, name, outline, annex } = (await versionByCode(db, 'M1'))!;
    const tables = annex.tables.map((t) =>
      t.code === grid.code && version === 1 ? { ...t, columns: t.columns.slice(1) } : t,
    );
    await saveTemplateVersion(test.act('ha'), {
      ...{ code, from: version, name, annex: { tables } },
      outline: { ...outline, sections: edit(structuredClone(outline.sections)) },
    });
  }
  await newVersion((all) =>
    all.flatMap((s) => {
      if (s.code === codes[0]) return [];
      if (s.code === codes[2]) return [{ ...s, guidance: 'Nêu rõ người chịu trách nhiệm.' }];
      if (s.code !== codes[1]) return [s];
      return [
        { ...s, title: 'Mục mới hoàn toàn', required: false },
        { ...s, code: `${s.code}.moi` },
      ];
    }),
  );
  const amend = (change: Change) =>
    amendCampaign(
      test.act('ha'),
      campaign,
      { change, reason: 'do mẫu M1 thiếu một mục' },
      'http://localhost',
    );
  const text = async (code: string) => toMarkdown((await sectionOf(db, reportId, code))?.body ?? []).trim();
  return {
    ha: await test.as('ha'),
    chau: await test.as('chau'),
    ...{ test, db, campaign, reportId, obligationId: own.id, first, codes },
    ...{ table: grid.code, indicator, columns, save, text, amend, newVersion },
    address: `/campaigns/${slug}/amendments`,
  };
}

export const toVersion2 = { kind: 'template' as const, templateCode: 'M1' };
