// The whole campaign as it would be created from a decided plan: for the preview, and for the act itself. Pure.

import { type Assignment, type AssignmentResult, assignObligations } from '#src/campaigns/assignment.ts';
import type { CampaignDraft } from '#src/campaigns/creation.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { PlanFacts } from '#src/plans/compiler/model.ts';
import { draftVisits, type VisitDraft } from '#src/surveys/drafts.ts';
import type { NameIndex } from '#src/units/matching.ts';
import {
  assignmentInput,
  campaignKind,
  campaignName,
  deadlineOf,
  listedTemplates,
  synthesisDueOn,
} from './draft.ts';
import { mayMean } from './places.ts';
import { withReckonedTimes } from './reckoning.ts';
import { reportersOf } from './reporters.ts';
import { bodyNamed, dayOf, type Scope, scopeOf } from './scope.ts';

export type TemplateChoice = { code: string; versionId: string; name: string };

export type LaunchInput = {
  planId: string;
  plan: PlanFacts;
  index: NameIndex;
  assignments: readonly Assignment[];
  templates: readonly TemplateChoice[];
  today: LocalDate;
};

export type LaunchDraft = {
  campaign: CampaignDraft;
  assigned: AssignmentResult;
  visits: VisitDraft[];
  /** Templates left for later because their list is missing, and those that subtract that list. */
  postponed: string[];
  diagnostics: Diagnostic[];
};

/**
 * What one act would create. A template whose units only a list can name is postponed while the list is empty,
 * and with it every class that leaves out "those with a report of their own": neither can be counted yet.
 */
export function draftLaunch(input: LaunchInput): LaunchDraft {
  const { index, assignments, today } = input;
  const plan = withReckonedTimes(input.plan);
  const postponed = postponedTemplates(plan, assignments);
  const scope = scopeOf(plan, index, today);
  const assignment = assignmentInput({ plan, scope, assignments, postponed });
  const assigned = assignObligations(assignment);
  const known = new Map(input.templates.map((t) => [t.code, t.versionId]));
  const campaign: CampaignDraft = {
    planId: input.planId,
    planSymbol: plan.symbol ?? plan.title?.slice(0, 60) ?? '',
    name: campaignName(plan),
    kind: campaignKind(plan),
    issuer: plan.issuer ?? '',
    issuedOn: plan.issuedOn?.precision === 'day' ? (plan.issuedOn.from?.slice(0, 10) ?? null) : null,
    receivingOffice: plan.reportTargets.find((t) => t.via)?.via ?? null,
    synthesisDueOn: synthesisDueOn(plan),
    cutoffOn: plan.period?.to ?? null,
    reviewedDocuments: plan.subject.map((s) => ({
      symbol: s.symbol,
      datedOn: s.date,
      issuer: s.issuer,
      periodFrom: s.date ? Number(s.date.slice(0, 4)) : null,
      periodTo: Number(dayOf(plan, today).slice(0, 4)),
    })),
    templates: [...Map.groupBy(assignment.classes, (c) => c.templateCode)].flatMap(([templateCode, all]) => {
      const templateVersionId = known.get(templateCode);
      const words = all.map((c) => c.words).join('; ');
      return templateVersionId ? [{ templateCode, templateVersionId, words }] : [];
    }),
    obligations: assigned.obligations,
    tasks: plan.tasks.map((t) => ({
      lead: t.lead,
      supporting: t.supporting,
      what: t.what,
      dueOn: deadlineOf(t.due, '')?.printedOn ?? null,
    })),
  };
  const unknown = assignment.classes.map((c) => c.templateCode).filter((code) => !known.has(code));
  return {
    campaign,
    assigned,
    visits: visitsOf(plan, scope),
    postponed,
    diagnostics: [
      ...assigned.diagnostics,
      ...[...new Set(unknown)].map(templateUnknown),
      ...classesWithoutTemplate(plan),
      ...unmatchedReporters(plan, scope),
      ...unmatchedHosts(plan, scope),
    ],
  };
}

function postponedTemplates(plan: PlanFacts, assignments: readonly Assignment[]): string[] {
  const waiting = listedTemplates(plan).filter((code) => !assignments.some((a) => a.templateCode === code));
  if (waiting.length === 0) return [];
  const subtracting = plan.reportTargets.flatMap((t) => (t.template && t.except ? [t.template] : []));
  return [...new Set([...waiting, ...subtracting])];
}

function visitsOf(plan: PlanFacts, scope: Scope): VisitDraft[] {
  return draftVisits(
    plan.visits.map((v) => ({
      hosts: v.units.flatMap((name) => {
        const unit = bodyNamed(scope, name);
        return unit ? [{ unitId: unit.id, kind: unit.kind }] : [];
      }),
      window:
        v.window?.from && v.window.to
          ? { from: v.window.from.slice(0, 10), to: v.window.to.slice(0, 10) }
          : null,
      duration: v.duration,
      notice: v.notice,
    })),
  );
}

/** A place to visit that is no one body of the registry would be left out of the visits: it is said, and how to mend it. */
function unmatchedHosts(plan: PlanFacts, scope: Scope): Diagnostic[] {
  return plan.visits.flatMap((v) =>
    v.units.flatMap((name): Diagnostic[] => {
      const names = mayMean(scope, name);
      if (names === null) return [];
      const near = names.join('; ');
      return [
        {
          code: 'E211',
          severity: 'error',
          message: {
            vi: `Nơi khảo sát “${name}” chưa khớp với một đơn vị nào nên chưa xếp chuyến.`,
            en: `The place to visit “${name}” is no one body of the registry; it would get no visit.`,
          },
          where: null,
          hint: {
            vi: `Chọn đơn vị ở dữ kiện “Khảo sát”, hoặc bấm Sửa và ghi đúng tên${near ? `: ${near}` : ''}.`,
            en: `Choose the unit at the fact “Visits”, or edit it and write the exact name${near ? `: ${near}` : ''}.`,
          },
        },
      ];
    }),
  );
}

/** A class whose reports have no template is left out of the campaign until one is chosen: it is said. */
function classesWithoutTemplate(plan: PlanFacts): Diagnostic[] {
  return plan.reportTargets
    .filter((t) => t.template === null)
    .map((t) => ({
      code: 'E212',
      severity: 'error',
      message: {
        vi: `Lớp “${t.who}” chưa có mẫu báo cáo nên chưa được giao.`,
        en: `The class “${t.who}” has no template, so it is given nothing yet.`,
      },
      where: null,
      hint: {
        vi: 'Chọn mẫu ở phần “Ai báo cáo”; hoặc bỏ dữ kiện này nếu không phải lớp báo cáo.',
        en: 'Choose one under “Who reports”, or drop the fact if it is no class that reports.',
      },
    }));
}

/** A body that a class names and the registry does not know would be asked for nothing: it is said. */
function unmatchedReporters(plan: PlanFacts, scope: Scope): Diagnostic[] {
  return plan.reportTargets
    .filter((t) => t.template !== null)
    .flatMap((t) => reportersOf(t, scope).unmatched)
    .map((name) => ({
      code: 'E213',
      severity: 'error',
      message: {
        vi: `“${name}” phải báo cáo nhưng chưa khớp với một đơn vị nào nên chưa được giao.`,
        en: `“${name}” has to report but is no one body of the registry, so it is given nothing yet.`,
      },
      where: null,
      hint: {
        vi: 'Ghi đúng tên hoặc lập đơn vị trong sổ, ở phần “Ai báo cáo”.',
        en: 'Write the exact name, or found the body, under “Who reports”.',
      },
    }));
}

function templateUnknown(code: string): Diagnostic {
  return {
    code: 'E210',
    severity: 'error',
    message: {
      vi: `Kế hoạch dùng mẫu ${code} nhưng hệ thống chưa có mẫu này.`,
      en: `The plan uses template ${code}, which the platform does not have.`,
    },
    where: null,
    hint: {
      vi: 'Chọn mẫu có sẵn hoặc lập mẫu từ đề cương của kế hoạch, ở phần “Ai báo cáo”.',
      en: 'Choose an existing template, or make one from the plan’s outline, under “Who reports”.',
    },
  };
}
