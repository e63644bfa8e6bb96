// The final report begun: its face filled in, three parts written with their sources and live figures; not frozen.
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { beginFinalReport, savePart, saveSpec } from '#src/finalreport/actions.ts';
import { partsOf } from '#src/finalreport/rules/parts.ts';
import { finalReportOf } from '#src/finalreport/store.ts';
import type { Actor } from '#src/kernel/actor.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { findSection } from '#src/templates/rules.ts';
import { templateVersion } from '#src/templates/store.ts';
import { seedText } from './places.ts';
import { citationMark, type Picked } from './synthesizing.ts';
import { at, type Step } from './timeline.ts';

/** Plays after the evidence has been picked. */
export function draftingSteps(slug: string, campaignId: string, officer: Actor, picked: Picked): Step[] {
  return [
    {
      at: at('2023-08-24', 15, 40),
      run: async ({ db, now }) => {
        await beginFinalReport({ db, actor: officer, now }, slug);
        const report = await reportOf(db, campaignId);
        await saveSpec({ db, actor: officer, now }, slug, {
          ...report.spec,
          abstract:
            'tổng kết 10 năm thực hiện Nghị quyết số 25-NQ/TW và 05 năm thực hiện Kết luận số 43-KL/TW',
          signatory: 'Phạm Tất Thắng',
        });
      },
    },
    {
      at: at('2023-08-24', 16, 20),
      run: async ({ db, now }) => {
        for (const { section, words } of writtenParts()) {
          const report = await reportOf(db, campaignId);
          const markdown = words.replace(citationMark, (_, mark: string) => {
            const id = picked.get(mark);
            return id ? `[^e:${id}]` : '';
          });
          const part = { id: await partOf(db, campaignId, section), version: report.version, markdown };
          await savePart({ db, actor: officer, now }, slug, part);
        }
      },
    },
  ];
}

function writtenParts(): { section: string; words: string }[] {
  return seedText('final-report.txt')
    .split(/^# (?=[IVXP][\w.]*$)/m)
    .slice(1)
    .map((piece) => {
      const end = piece.indexOf('\n');
      return { section: piece.slice(0, end), words: piece.slice(end).trim() };
    });
}

async function reportOf(db: Db, campaignId: string) {
  const report = await finalReportOf(db, campaignId);
  if (!report) throw new Error('The final report was not begun');
  return report;
}

/** The part whose heading ends with the title of that section in the first template's outline. */
async function partOf(db: Db, campaignId: string, code: string): Promise<string> {
  const [first] = await templateVersionsOf(db, campaignId);
  const outline = first && (await templateVersion(db, first.templateVersionId))?.outline;
  const section = outline && findSection(outline, code);
  const parts = partsOf((await reportOf(db, campaignId)).body);
  const part = section && parts.find((p) => p.title.endsWith(section.title));
  if (!part) throw new Error(`The final report has no part for ${code}`);
  return part.id;
}
