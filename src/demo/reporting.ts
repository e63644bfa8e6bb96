// The course of one sample report as steps: written, sent, returned or accepted, mended and sent again.

import { text } from '#src/documents/model.ts';
import type { Actor } from '#src/kernel/actor.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { acceptSubmission, returnSubmission } from '#src/reports/actions/deciding.ts';
import { submitReport } from '#src/reports/actions/sending.ts';
import { sectionOf } from '#src/reports/store/sections.ts';
import { findSection, writableSections } from '#src/templates/rules.ts';
import { chance } from './chance.ts';
import { type Course, type Sending, workday } from './courses.ts';
import { writeSection } from './report-texts.ts';
import { at, type Step } from './timeline.ts';
import { manners, sendAsFile } from './uploading.ts';
import { mendingOf, returningOf } from './verdicts.ts';
import { type Desk, fieldsOf, type Gaps, openingStep, saveTable, saveText, writingSteps } from './writing.ts';

/** `officer` decides at the centre; `turn` deals out the reasons for returning. */
export type Centre = { officer: Actor; files: Files; turn: () => number };

const lastEvening = '2023-08-24';

/** Everything that happens to this report until 25 August 2023. */
export function reportSteps(desk: Desk, course: Course, centre: Centre, gaps: Gaps): Step[] {
  const [first, ...later] = course.sendings;
  const until = first?.on ?? lastEvening;
  const manner = manners[desk.obligation.unitShort];
  const steps = [openingStep(desk, course.openedOn)];
  if (manner?.startsWith('word'))
    steps.push(...tablesOnly(desk, course, until), fileStep(desk, until, centre));
  else if (manner) steps.push(...textOnly(desk, course, until), fileStep(desk, until, centre));
  else steps.push(...writingSteps(desk, course.openedOn, until, course.share, gaps));
  if (first) steps.push(...sendingSteps(desk, first, centre));
  for (const sending of later)
    steps.push(mendingStep(desk, sending.on), ...sendingSteps(desk, sending, centre));
  return steps;
}

function fileStep(desk: Desk, day: LocalDate, centre: Centre): Step {
  const manner = manners[desk.obligation.unitShort]!;
  return { at: at(day, 13, 40), run: (here) => sendAsFile(here, desk, manner, centre.files) };
}

function tablesOnly(desk: Desk, course: Course, until: LocalDate): Step[] {
  const sections = writableSections(desk.template.outline).map((s) => s.code);
  return writingSteps(desk, course.openedOn, until, 1, { sections, tables: [] });
}

function textOnly(desk: Desk, course: Course, until: LocalDate): Step[] {
  const tables = desk.template.annex.tables.map((t) => t.code);
  return writingSteps(desk, course.openedOn, until, 1, { sections: [], tables });
}

function sendingSteps(desk: Desk, { stage, on, verdict }: Sending, centre: Centre): Step[] {
  const luck = chance(`sends ${desk.obligation.unitName} ${on}`);
  const sent: Step = {
    at: at(on, luck.whole(14, 16), luck.whole(0, 59)),
    run: async ({ db, now }) => {
      const choice = { stage, confirmed: true };
      const receipt = await submitReport({ db, actor: desk.officer, now }, desk.reportId, choice);
      desk.submissionId = receipt.submissionId;
    },
  };
  if (!verdict) return [sent];
  const decided = at(verdict.on, luck.whole(8, 11), luck.whole(0, 59));
  const accept: Step['run'] = ({ db, now }) =>
    acceptSubmission({ db, actor: centre.officer, now }, desk.submissionId);
  return [
    sent,
    {
      at: decided,
      run: verdict.kind === 'accepted' ? accept : returning(desk, stage, centre),
    },
  ];
}

function returning(desk: Desk, stage: Sending['stage'], centre: Centre): Step['run'] {
  const isProvince = desk.subject.figures !== null;
  return ({ db, now }) => {
    const kind = stage === 'draft' ? 'draft' : isProvince ? 'province' : 'central';
    const words = returningOf(kind, kind === 'province' ? centre.turn() : 0);
    return returnSubmission({ db, actor: centre.officer, now }, desk.submissionId, words);
  };
}

/** On the eve of sending again, two sections get a paragraph and one table is looked through. */
function mendingStep(desk: Desk, sendingOn: LocalDate): Step {
  return {
    at: at(sendingOn, 10, 20),
    run: async (here) => {
      for (const code of ['III.3', 'III.6'])
        if (findSection(desk.template.outline, code)) await mend(here, desk, code);
      const table = desk.template.annex.tables.find((t) => t.code === 'B3');
      if (!table || !desk.subject.figures) return;
      const figures = structuredClone(desk.subject.figures);
      const calls = figures['B3.08'];
      if (calls && typeof calls['2023'] === 'number') calls['2023'] += 1;
      await saveTable(here, desk, table, fieldsOf(table, figures));
    },
  };
}

async function mend(here: { db: Db; now: Date }, desk: Desk, code: string): Promise<void> {
  const section = findSection(desk.template.outline, code)!;
  const kept = await sectionOf(here.db, desk.reportId, code);
  const { body, items } = kept ?? writeSection(desk.subject.author, section);
  const id = `${desk.obligation.unitShort}-${code}-bo-sung`;
  const added = {
    id,
    kind: 'paragraph' as const,
    inlines: [text(mendingOf(desk.obligation.unitName, code))],
  };
  await saveText(here, desk, code, { body: [...body, added], items });
}

/** What Lạng Sơn has not written yet; its draft was sent without these. */
export const langSonGaps: Gaps = { sections: ['III.6', 'P2', 'P3'], tables: ['B5', 'B7'] };

/** After its draft Lạng Sơn works on the official report: a paragraph more, and a slip in table B3. */
export function langSonSteps(desk: Desk): Step[] {
  const after = '2023-08-21';
  return [
    { at: at(after, 9, 12), run: (here) => mend(here, desk, 'III.3') },
    { at: at(workday(after, 1), 14, 5), run: (here) => mend(here, desk, 'II') },
    { at: at('2023-08-24', 16, 30), run: (here) => saveSlip(here, desk) },
  ];
}

/** More settled than admitted in 2021; opinions of 2022 six times those of 2021; two cells still blank. */
async function saveSlip(here: { db: Db; now: Date }, desk: Desk): Promise<void> {
  const table = desk.template.annex.tables.find((t) => t.code === 'B3');
  if (!table || !desk.subject.figures) return;
  const figures = structuredClone(desk.subject.figures);
  const admitted = figures['B3.05']?.['2021'];
  const before = figures['B3.09']?.['2021'];
  if (typeof admitted === 'number') figures['B3.06']!['2021'] = admitted + 14;
  if (typeof before === 'number') figures['B3.09']!['2022'] = before * 6;
  const fields = fieldsOf(table, figures);
  fields['cell.B3.08.2023'] = '';
  fields['cell.B3.09.2023'] = '';
  await saveTable(here, desk, table, fields);
}
