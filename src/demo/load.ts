// Loads the demonstration into an empty platform: one campaign played through the real acts, all of it or nothing.
import type { Auth } from '#src/accounts/auth.ts';
import { readSetting, writeSetting } from '#src/administration/store.ts';
import { decideObligation } from '#src/campaigns/actions.ts';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { campaignBySlug } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { type Actor, systemActor } from '#src/kernel/actor.ts';
import { type Db, transaction } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { log } from '#src/platform/log.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { templateVersionsById } from '#src/templates/store.ts';
import { subjectsOf } from './authors.ts';
import { castDemoPeople, castUnitOfficers, hashOfDemoPassword } from './cast.ts';
import { coursesOf } from './courses.ts';
import { draftingSteps } from './drafting.ts';
import { feedbackSteps } from './hearing.ts';
import { newsSteps, openCampaign } from './opening.ts';
import { langSonGaps, langSonSteps, reportSteps } from './reporting.ts';
import { isEmpty, lockDemo } from './store.ts';
import { type Picked, readingSteps } from './synthesizing.ts';
import { at, play, type Step } from './timeline.ts';
import { visitSteps } from './visiting.ts';
import type { Desk } from './writing.ts';

export type DemoSettings = { db: Db; files: Files; auth: Auth; secret: string };

const standsOn = '2023-08-25';
const begins = at('2023-05-18', 8);

/**
 * Afterwards an empty platform holds the demonstration, and the setting "demo" says so; a platform with a plan or a
 * campaign is left as it is. One transaction: a failure, which is logged, or a killed process leaves the platform empty.
 */
export async function loadDemo({ db, files, auth }: DemoSettings): Promise<void> {
  if (!(await isEmpty(db))) {
    if ((await readSetting(db, 'demo')) === null)
      log.info('The platform has plans of its own: no demonstration is loaded.');
    return;
  }
  const passwordHash = await hashOfDemoPassword(auth);
  const started = performance.now();
  try {
    await transaction(db, async (trx) => {
      await lockDemo(trx);
      if (!(await isEmpty(trx))) return;
      const took = await playDemo(trx, files, passwordHash);
      await writeSetting(trx, systemActor, begins, 'demo', { standsOn });
      log.info(
        { took, milliseconds: Math.round(performance.now() - started) },
        'The demonstration is loaded.',
      );
    });
  } catch (error) {
    log.error({ err: error }, 'The demonstration could not be loaded; the platform is left empty.');
  }
}

/** Milliseconds by phase. */
type Timing = Record<string, number>;

async function playDemo(db: Db, files: Files, passwordHash: string): Promise<Timing> {
  const took: Timing = {};
  let since = performance.now();
  const lap = (phase: string) => {
    took[phase] = Math.round(performance.now() - since);
    since = performance.now();
  };
  await installTemplates(db, begins);
  const { officer, reader } = await castDemoPeople(db, passwordHash, begins, standsOn);
  lap('people');
  const slug = await openCampaign(db, officer, files);
  const campaign = await campaignBySlug(db, slug);
  if (!campaign) throw new Error(`The campaign ${slug} was not made`);
  const obligations = await obligationsOf(db, campaign.id);
  lap('plan');
  const officers = await castUnitOfficers(db, passwordHash, obligations, begins);
  lap('officers');
  const desks = await desksOf(db, obligations, officers);
  const picked: Picked = new Map();
  const reports = everyReport(desks, officer, files);
  lap('texts');
  await play(db, [
    ...reports,
    ...decisionSteps(obligations, officer),
    ...newsSteps(officer, files, campaign.id),
    ...visitSteps(campaign, officer, officers),
    ...feedbackSteps(officer, campaign.id),
  ]);
  lap('reports');
  await play(db, [
    ...readingSteps(slug, campaign.id, reader, obligations, picked),
    ...draftingSteps(slug, campaign.id, officer, picked),
  ]);
  lap('synthesis');
  return took;
}

async function desksOf(
  db: Db,
  obligations: readonly ObligationRow[],
  officers: ReadonlyMap<string, Actor>,
): Promise<Desk[]> {
  const subjects = await subjectsOf(db, obligations, standsOn);
  const ids = [...new Set(obligations.map((o) => o.templateVersionId))];
  const templates = new Map((await templateVersionsById(db, ids)).map((t) => [t.id, t]));
  return obligations.map((obligation) => {
    const template = templates.get(obligation.templateVersionId);
    const [subject, officer] = [subjects.get(obligation.id), officers.get(obligation.unitId)];
    if (!template || !subject || !officer) throw new Error(`Nobody writes for ${obligation.unitName}`);
    return { obligation, template, subject, officer, reportId: '', submissionId: '', versions: new Map() };
  });
}

function everyReport(desks: readonly Desk[], officer: Actor, files: Files): Step[] {
  const courses = coursesOf(desks.map((d) => d.obligation));
  let turns = 0;
  const centre = { officer, files, turn: () => turns++ };
  return desks.flatMap((desk) => {
    const course = courses.get(desk.obligation.id);
    if (!course) return [];
    const isLangSon = desk.obligation.unitShort === 'Lạng Sơn';
    const gaps = isLangSon ? langSonGaps : { sections: [], tables: [] };
    const steps = reportSteps(desk, course, centre, gaps);
    return isLangSon ? [...steps, ...langSonSteps(desk)] : steps;
  });
}

/** One later date, and one report that came by the secret channel. */
function decisionSteps(obligations: readonly ObligationRow[], officer: Actor): Step[] {
  const of = (name: string) => obligations.find((o) => o.unitName === name)?.id;
  const [konTum, army] = [of('Tỉnh ủy Kon Tum'), of('Quân ủy Trung ương')];
  const steps: Step[] = [];
  if (konTum)
    steps.push({
      at: at('2023-08-22', 15),
      run: ({ db, now }) =>
        decideObligation({ db, actor: officer, now }, konTum, {
          kind: 'extension',
          stage: 'official',
          dueOn: '2023-09-08',
          reason: 'Tỉnh ủy có công văn xin lùi hạn do mưa lũ đầu tháng 8 ở các huyện phía bắc.',
        }),
    });
  if (army)
    steps.push({
      at: at('2023-08-18', 9, 40),
      run: ({ db, now }) =>
        decideObligation({ db, actor: officer, now }, army, {
          kind: 'secret-channel',
          stage: null,
          dueOn: null,
          reason: 'Báo cáo nhận qua đường văn thư mật, lưu tại Văn phòng Ban.',
        }),
    });
  return steps;
}
