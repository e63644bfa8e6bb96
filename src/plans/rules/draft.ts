// From a plan's decided facts to what the campaign will be: classes, cohorts, dates, visits. Pure; nothing is created here.

import type {
  Assignment,
  AssignmentInput,
  Candidate,
  DeadlineRule,
  ReportingClass,
} from '#src/campaigns/assignment.ts';
import type { Deadline } from '#src/campaigns/rules.ts';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { PlanFacts, ReportTarget, When } from '#src/plans/compiler/model.ts';
import { existsOn, nameOn } from '#src/units/rules.ts';
import { exceptsAssigned } from './classes.ts';
import { isByList, reportersOf } from './reporters.ts';
import { bodyNamed, type Scope } from './scope.ts';

/** A time as a deadline that counts; null when it has no day. A month, a quarter or a span ends with its last day. */
export function deadlineOf(when: When | null, wording: string): Deadline | null {
  const date = when?.rel === 'before' ? when.from : when?.to;
  return date ? { printedOn: date.slice(0, 10), inclusive: when?.rel !== 'before', wording } : null;
}

/** Templates whose members the text does not name, only an officer's list does (M2). */
export function listedTemplates(plan: PlanFacts): string[] {
  return plan.reportTargets.flatMap((t) => (t.template && isByList(t) ? [t.template] : []));
}

type DraftInput = {
  plan: PlanFacts;
  scope: Scope;
  assignments: readonly Assignment[];
  postponed: readonly string[];
};

/** What `assignObligations` needs, read from the plan. Classes without a template and postponed ones are left out. */
export function assignmentInput({ plan, scope, assignments, postponed }: DraftInput): AssignmentInput {
  const targets = plan.reportTargets.filter((t) => t.template && !postponed.includes(t.template));
  const classes = targets.map((t) => reportingClass(plan, t, scope));
  const surveyed = plan.visits.flatMap((v) => v.units.flatMap((name) => bodyNamed(scope, name)?.id ?? []));
  const kept = assignments.filter((a) => !postponed.includes(a.templateCode));
  const { byId } = scope.index.registry;
  const named = new Set([
    ...kept.map((a) => a.unitId),
    ...classes.flatMap((c) => c.unitIds),
    ...surveyed.filter((id) => classes.some((c) => c.kinds.includes(byId.get(id)!.kind))),
  ]);
  const issuer = plan.issuer ? (bodyNamed(scope, plan.issuer)?.id ?? null) : null;
  return {
    classes,
    units: candidates(scope, classes, named),
    assignments: kept,
    surveyed: surveyed.filter((id) => named.has(id)),
    deadlines: deadlineRules(plan, targets, classes),
    receiverId: classes.some((c) => issuer && c.unitIds.includes(issuer)) ? null : issuer,
  };
}

/** A class of the whole nation keeps its kinds, so that a body left out can be told; any other is its members. */
function reportingClass(plan: PlanFacts, target: ReportTarget, scope: Scope): ReportingClass {
  const { rule, members } = reportersOf(target, scope);
  const national = !target.reporters && rule.under === null && rule.except.units.length === 0;
  return {
    templateCode: target.template!,
    kinds: national ? rule.kinds : [],
    unitIds: national ? rule.include : members.map((u) => u.id),
    except: exceptsAssigned(target.except) ? 'units-with-own-template' : null,
    title: plan.title ? `Báo cáo ${plan.title}` : `Báo cáo theo mẫu ${target.template}`,
    words: target.who,
  };
}

function candidates(
  { index, on }: Scope,
  classes: readonly ReportingClass[],
  named: ReadonlySet<string>,
): Candidate[] {
  const kinds = new Set(classes.flatMap((c) => c.kinds));
  return index.registry.records.units
    .filter((u) => named.has(u.id) || (kinds.has(u.kind) && existsOn(u, on)))
    .map((u) => ({ id: u.id, kind: u.kind, name: nameOn(index.registry, u, on).fullName }));
}

/** The targets' own dates, and the earlier ones that a "Riêng …" line gives: a draft, for those to be surveyed. */
function deadlineRules(
  plan: PlanFacts,
  targets: readonly ReportTarget[],
  classes: readonly ReportingClass[],
): DeadlineRule[] {
  const official = targets.flatMap((t, i): DeadlineRule[] => {
    const deadline = deadlineOf(t.due, wordingOf(plan, t.due));
    const { kinds, unitIds } = classes[i]!;
    const only = kinds.length > 0 || unitIds.length === 0 ? {} : { only: new Set(unitIds) };
    return deadline
      ? [{ stage: 'official', cohort: 'all', templateCode: t.template, deadline, ...only }]
      : [];
  });
  const drafts = plan.deadlines.flatMap((d): DeadlineRule[] => {
    const deadline = deadlineOf(d.when, d.text);
    if (!deadline || !/\bdu thao\b/.test(foldVietnamese(d.what))) return [];
    const cohort = /khao sat|kiem tra|giam sat/.test(foldVietnamese(d.who ?? '')) ? 'surveyed' : 'all';
    return [{ stage: 'draft', cohort, templateCode: null, deadline }];
  });
  return [...official, ...drafts];
}

/** The words in which the plan prints the time. */
function wordingOf(plan: PlanFacts, when: When | null): string {
  const same = plan.deadlines.find(
    (d) => d.when.rel === when?.rel && d.when.from === when?.from && d.when.to === when?.to,
  );
  return same?.text ?? (when?.from ? formatDate(when.from.slice(0, 10)) : '');
}

/** The last day of the issuer's own synthesis, or null. */
export function synthesisDueOn(plan: PlanFacts): LocalDate | null {
  const says = (d: PlanFacts['deadlines'][number]) =>
    /\btong hop\b|\bhoan thanh bao cao tong ket\b/.test(foldVietnamese(d.what));
  const issuer = foldVietnamese(plan.issuer ?? '-');
  const own = plan.deadlines.find(says) ?? plan.deadlines.find((d) => foldVietnamese(d.who ?? '') === issuer);
  return deadlineOf(own?.when ?? null, '')?.printedOn ?? null;
}

const documentKinds: Record<string, string> = {
  NQ: 'Nghị quyết',
  KL: 'Kết luận',
  CT: 'Chỉ thị',
  QĐ: 'Quyết định',
  QĐi: 'Quy định',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  ĐA: 'Đề án',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  QH: 'Luật',
};

/** "Tổng kết Nghị quyết 25-NQ/TW, Kết luận 43-KL/TW": short enough for every page's bar. */
export function campaignName(plan: PlanFacts): string {
  const act = campaignKind(plan) === 'final' ? 'Tổng kết' : 'Sơ kết';
  const subjects = plan.subject.map((s) => {
    const kind = documentKinds[/[-/](\p{L}+)/u.exec(s.symbol)?.[1] ?? ''];
    return kind ? `${kind} ${s.symbol}` : s.symbol;
  });
  if (subjects.length > 0) return `${act} ${subjects.join(', ')}`;
  const title = plan.title ?? plan.symbol ?? '';
  return title.length > 120 ? `${title.slice(0, 117)}…` : title || act;
}

export function campaignKind(plan: PlanFacts): 'interim' | 'final' {
  return /\bso ket\b/.test(foldVietnamese(plan.title ?? '')) ? 'interim' : 'final';
}
