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
import { matchName, type NameIndex } from '#src/units/matching.ts';
import { existsOn, nameOn, type UnitKind, type UnitRecord } from '#src/units/rules.ts';
import { classOf, exceptsAssigned } from './classes.ts';

/** The kinds of bodies that report and are visited; a bare place name means its Party committee. */
export const organisationKinds: UnitKind[] = [
  'provincial-party-committee',
  'central-party-committee',
  'central-commission',
  'party-caucus',
  'civil-affairs-committee',
  'other-central',
];

/** The body that a plan means by a name: "Lạng Sơn" is its provincial Party committee. Null when none or several. */
export function organisationNamed(index: NameIndex, name: string, on: LocalDate): UnitRecord | null {
  const match = matchName(index, name, { on, kinds: organisationKinds });
  return match.status === 'found' ? match.unit : null;
}

/** The day on which units are asked for: the plan's date, or today for a plan without one. */
export function dayOf(plan: PlanFacts, today: LocalDate): LocalDate {
  return plan.issuedOn?.from?.slice(0, 10) ?? today;
}

/** A time as a deadline that counts; null when it has no day. A month, a quarter or a span ends with its last day. */
export function deadlineOf(when: When | null, wording: string): Deadline | null {
  const date = when?.rel === 'before' ? when.from : when?.to;
  return date ? { printedOn: date.slice(0, 10), inclusive: when?.rel !== 'before', wording } : null;
}

/** Templates whose members the text does not name, only an officer's list does (M2). */
export function listedTemplates(plan: PlanFacts): string[] {
  return plan.reportTargets.flatMap((t) => (t.template && classOf(t.who).byList ? [t.template] : []));
}

type DraftInput = {
  plan: PlanFacts;
  index: NameIndex;
  assignments: readonly Assignment[];
  today: LocalDate;
  postponed: readonly string[];
};

/** What `assignObligations` needs, read from the plan. Postponed templates are left out with their classes. */
export function assignmentInput({ plan, index, assignments, today, postponed }: DraftInput): AssignmentInput {
  const on = dayOf(plan, today);
  const targets = plan.reportTargets.filter((t) => t.template && !postponed.includes(t.template));
  const classes = targets.map((t) => reportingClass(plan, t, index, on));
  const surveyed = plan.visits.flatMap((v) =>
    v.units.flatMap((name) => organisationNamed(index, name, on)?.id ?? []),
  );
  const kept = assignments.filter((a) => !postponed.includes(a.templateCode));
  const named = new Set([
    ...kept.map((a) => a.unitId),
    ...classes.flatMap((c) => c.unitIds),
    ...surveyed.filter((id) => classes.some((c) => c.kinds.includes(index.registry.byId.get(id)!.kind))),
  ]);
  return {
    classes,
    units: candidates(index, on, classes, named),
    assignments: kept,
    surveyed: surveyed.filter((id) => named.has(id)),
    deadlines: deadlineRules(plan, targets),
    receiverId: plan.issuer ? (organisationNamed(index, plan.issuer, on)?.id ?? null) : null,
  };
}

function reportingClass(
  plan: PlanFacts,
  target: ReportTarget,
  index: NameIndex,
  on: LocalDate,
): ReportingClass {
  return {
    templateCode: target.template!,
    kinds: classOf(target.who).kinds,
    unitIds: bodiesNamed(index, target.who, on),
    except: exceptsAssigned(target.except) ? 'units-with-own-template' : null,
    title: plan.title ? `Báo cáo ${plan.title}` : `Báo cáo theo mẫu ${target.template}`,
    words: target.who,
  };
}

/** The bodies that a class names one by one ("Ban Tổ chức Trung ương, Ban Dân vận Trung ương"), when it names no kind. */
export function bodiesNamed(index: NameIndex, who: string, on: LocalDate): string[] {
  const { kinds, byList } = classOf(who);
  if (kinds.length > 0 || byList) return [];
  const names = who.split(/[,;\n]|\s+và\s+/u).map((name) => name.trim());
  return [...new Set(names.flatMap((name) => (name ? (organisationNamed(index, name, on)?.id ?? []) : [])))];
}

function candidates(
  index: NameIndex,
  on: LocalDate,
  classes: readonly ReportingClass[],
  named: ReadonlySet<string>,
): Candidate[] {
  const kinds = new Set(classes.flatMap((c) => c.kinds));
  return index.registry.records.units
    .filter((u) => named.has(u.id) || (kinds.has(u.kind) && existsOn(u, on)))
    .map((u) => ({ id: u.id, kind: u.kind, name: nameOn(index.registry, u, on).fullName }));
}

/** The targets' own dates, and the earlier ones that a "Riêng …" line gives: a draft, for those to be surveyed. */
function deadlineRules(plan: PlanFacts, targets: readonly ReportTarget[]): DeadlineRule[] {
  const official = targets.flatMap((t): DeadlineRule[] => {
    const deadline = deadlineOf(t.due, wordingOf(plan, t.due));
    return deadline ? [{ stage: 'official', cohort: 'all', templateCode: t.template, deadline }] : [];
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
};

/** "Tổng kết Nghị quyết 25-NQ/TW, Kết luận 43-KL/TW": short enough for every page's bar. */
export function campaignName(plan: PlanFacts): string {
  const act = campaignKind(plan) === 'final' ? 'Tổng kết' : 'Sơ kết';
  const subjects = plan.subject.map((s) => {
    const kind = documentKinds[/-(\p{L}+)/u.exec(s.symbol)?.[1] ?? ''];
    return kind ? `${kind} ${s.symbol}` : s.symbol;
  });
  if (subjects.length > 0) return `${act} ${subjects.join(', ')}`;
  const title = plan.title ?? plan.symbol ?? '';
  return title.length > 120 ? `${title.slice(0, 117)}…` : title || act;
}

export function campaignKind(plan: PlanFacts): 'interim' | 'final' {
  return /\bso ket\b/.test(foldVietnamese(plan.title ?? '')) ? 'interim' : 'final';
}
