// The first day of the demonstration: the plan pasted, confirmed, launched and published, with news beside it.
import { text } from '#src/documents/model.ts';
import type { Actor } from '#src/kernel/actor.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { pastePlan } from '#src/plans/actions/compile.ts';
import { assignTemplate, confirmOpenFacts } from '#src/plans/actions/decide.ts';
import { launchCampaign } from '#src/plans/actions/launch.ts';
import { publishPlan } from '#src/plans/actions/publish.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { publishArticle } from '#src/portal/actions.ts';
import { seedText } from './places.ts';
import { at, type Step } from './timeline.ts';

/** Afterwards the campaign stands as the plan says, and its plan is public. Returns the campaign's slug. */
export async function openCampaign(db: Db, officer: Actor, files: Files): Promise<string> {
  const act = (hour: number, minute: number) => ({ db, actor: officer, now: at('2023-05-18', hour, minute) });
  const planId = await pastePlan(act(14, 5), seedText('plan.txt'));
  await confirmOpenFacts(act(14, 40), planId, null);
  await assignTemplate(act(15, 10), planId, 'M2', seedText('assignments.txt'));
  const slug = await launchCampaign(act(15, 30), planId);
  await publishPlan({ ...act(16, 45), files }, slug);
  return slug;
}

/** News of the portal, in seed/demo/news.txt: "# day | title", then paragraphs. */
export function newsSteps(officer: Actor, files: Files, campaignId: string): Step[] {
  return seedText('news.txt')
    .split(/^# /m)
    .slice(1)
    .map((piece) => {
      const [head = '', ...lines] = piece.split('\n');
      const [day = '', title = ''] = head.split(' | ');
      const body = lines
        .filter((line) => line.trim() !== '')
        .map((line, i) => ({ id: `doan-${i + 1}`, kind: 'paragraph' as const, inlines: [text(line)] }));
      return {
        at: at(day, 16),
        run: async ({ db, now }) => {
          const draft = {
            kind: 'news' as const,
            number: null,
            title,
            summaryEn: null,
            body,
            facts: [],
            attachments: [],
          };
          await publishArticle(
            { db, actor: officer, now, files },
            { ...draft, campaignId, publishedOn: dateAt(now) },
          );
        },
      };
    });
}
