// One body's sample report as acts: opened, its sections and tables saved one by one, sent; each by its officer.
import { cellField } from '#src/annexes/rules/typed.ts';
import { reasonWords } from '#src/annexes/rules.ts';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import type { Actor } from '#src/kernel/actor.ts';
import { daysBetween, type LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { saveAnnexTable } from '#src/reports/actions/filling.ts';
import { openReport } from '#src/reports/actions/sending.ts';
import { saveSection } from '#src/reports/actions/writing.ts';
import type { SectionContent } from '#src/reports/rules.ts';
import { type AnnexTable, type TemplateVersion, writableSections } from '#src/templates/rules.ts';
import { type Figures, years } from './annex-figures.ts';
import type { Subject } from './authors.ts';
import { chance } from './chance.ts';
import { workday } from './courses.ts';
import { writeSection } from './report-texts.ts';
import { at, type Step } from './timeline.ts';

/** A body at work: who writes, on what, and what has come of it so far. */
export type Desk = {
  obligation: ObligationRow;
  template: TemplateVersion;
  subject: Subject;
  officer: Actor;
  /** Set once the report is open. */
  reportId: string;
  submissionId: string;
  /** Of each section and table as last seen, by code. */
  versions: Map<string, number>;
};

type Here = { db: Db; now: Date };

/** What is left out of a report: section and table codes. */
export type Gaps = { sections: readonly string[]; tables: readonly string[] };

export function openingStep(desk: Desk, day: LocalDate): Step {
  return {
    at: at(day, 8, chance(`opens ${desk.obligation.unitName}`).whole(0, 59)),
    run: async ({ db, now }) => {
      desk.reportId = await openReport({ db, actor: desk.officer, now }, desk.obligation.id);
    },
  };
}

/** Sections and tables in their order, spread over the working days from one date to another; `share` of them from 0 to 1. */
export function writingSteps(desk: Desk, from: LocalDate, to: LocalDate, share: number, gaps: Gaps): Step[] {
  const { template, subject, obligation } = desk;
  const sections = writableSections(template.outline).filter((s) => !gaps.sections.includes(s.code));
  const tables = subject.figures ? template.annex.tables.filter((t) => !gaps.tables.includes(t.code)) : [];
  const work = [
    ...tables.map((t) => (here: Here) => saveTable(here, desk, t, fieldsOf(t, subject.figures!))),
    ...sections.map((s) => (here: Here) => saveText(here, desk, s.code, writeSection(subject.author, s))),
  ];
  const luck = chance(`writes ${obligation.unitName}`);
  const span = Math.max(1, daysBetween(from, to));
  const begun = share < 1 ? interleaved(work).slice(0, Math.round(work.length * share)) : work;
  return begun.map((run, i) => {
    const day = workday(from, Math.floor((span * i) / begun.length));
    const isLastDay = day >= to;
    const hour = isLastDay ? luck.whole(9, 12) : luck.whole(9, 16);
    return { at: at(isLastDay ? to : day, hour, luck.whole(0, 59)), run };
  });
}

/** Someone who has not finished has done a little of everything. */
function interleaved<T>(work: readonly T[]): T[] {
  return [...work.filter((_, i) => i % 2 === 0), ...work.filter((_, i) => i % 2 === 1)];
}

/** Afterwards the section holds the content. Nothing is saved for a section without a word. */
export async function saveText(
  { db, now }: Here,
  desk: Desk,
  code: string,
  content: SectionContent,
): Promise<void> {
  if (content.body.length === 0 && content.items.length === 0) return;
  const save = { code, version: desk.versions.get(code) ?? 0, ...content };
  desk.versions.set(code, await saveSection({ db, actor: desk.officer, now }, desk.reportId, save));
}

/** Afterwards the table holds what the fields say. */
export async function saveTable(
  { db, now }: Here,
  desk: Desk,
  table: AnnexTable,
  fields: Record<string, string>,
): Promise<void> {
  const save = { table: table.code, from: desk.versions.get(table.code) ?? 0, fields };
  desk.versions.set(table.code, await saveAnnexTable({ db, actor: desk.officer, now }, desk.reportId, save));
}

/** The grid's fields as the officer types them. */
export function fieldsOf(table: AnnexTable, figures: Figures): Record<string, string> {
  const cells = table.indicators
    .filter((i) => i.formula === null)
    .flatMap((i) => years.map((year) => [cellField(i.code, year), typed(figures[i.code]?.[year])] as const));
  return Object.fromEntries(cells);
}

function typed(figure: Figures[string][string] | undefined): string {
  if (figure === undefined) return '';
  return typeof figure === 'number' ? String(figure).replace('.', ',') : reasonWords[figure].vi;
}
