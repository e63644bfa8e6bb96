// Who answers which template, and by when: the plan's classes and lists become one obligation per body. Pure.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { UnitKind } from '#src/units/rules.ts';
import { assignmentDiagnostics } from './assignment-diagnostics.ts';
import { type Deadline, lastDay, type ObligationStage, type Stage } from './rules.ts';

/** A body that exists on the plan's day; the caller gives only those that the campaign could address. */
export type Candidate = { id: string; kind: UnitKind; name: string };

/**
 * "Các đảng đoàn, ban cán sự đảng, ban Đảng Trung ương (trừ …) theo mẫu M3": everyone of the kinds and everyone
 * named. A class whose members come from a list alone (M2) has neither. `except` leaves out those with an own title.
 */
export type ReportingClass = {
  templateCode: string;
  kinds: readonly UnitKind[];
  unitIds: readonly string[];
  except: 'units-with-own-template' | null;
  /** What the report is called where the list gives no title of its own. */
  title: string;
  /** The words of the plan. */
  words: string;
};

/** One line of the officer's list: this body writes on this template, under its own title when it has one. */
export type Assignment = { templateCode: string; unitId: string; title: string | null };

/**
 * The most specific rule for a stage wins: a template's over everyone's, the surveyed bodies' over all, and of those
 * for some bodies `only` the one for the fewest.
 */
export type DeadlineRule = {
  stage: Stage;
  cohort: 'all' | 'surveyed';
  templateCode: string | null;
  deadline: Deadline;
  only?: ReadonlySet<string>;
};

export type AssignmentInput = {
  classes: readonly ReportingClass[];
  units: readonly Candidate[];
  assignments: readonly Assignment[];
  /** Ids of the bodies that a delegation visits. */
  surveyed: readonly string[];
  deadlines: readonly DeadlineRule[];
  /** The body that receives the reports owes none itself. */
  receiverId?: string | null;
};

export type ObligationDraft = {
  unitId: string;
  templateCode: string;
  title: string;
  surveyed: boolean;
  stages: ObligationStage[];
};

/** `twice` and `without` name the bodies that the diagnostics C101 and C102 speak of. */
export type AssignmentResult = {
  obligations: ObligationDraft[];
  diagnostics: Diagnostic[];
  twice: { unit: Candidate; templateCodes: string[] }[];
  without: Candidate[];
};

/**
 * Every given unit ends in exactly one of: one obligation, `twice` (two templates claim it), `without` (none does),
 * or is the receiver. The order of classes, units and lists does not matter; obligations come by template, then in
 * the order of the units' ids. O(units + assignments).
 */
export function assignObligations(input: AssignmentInput): AssignmentResult {
  const claims = claimsOf(input);
  const surveyed = new Set(input.surveyed);
  const titles = new Map(
    input.assignments.flatMap((a) => (a.title?.trim() ? [[key(a), a.title.trim()]] : [])),
  );
  const classTitles = new Map(input.classes.map((c) => [c.templateCode, c.title]));
  const result: Omit<AssignmentResult, 'diagnostics'> = { obligations: [], twice: [], without: [] };
  for (const unit of [...input.units].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (unit.id === input.receiverId) continue;
    const [templateCode, ...more] = [...(claims.get(unit.id) ?? [])].sort();
    if (templateCode === undefined) result.without.push(unit);
    else if (more.length > 0) result.twice.push({ unit, templateCodes: [templateCode, ...more] });
    else
      result.obligations.push({
        unitId: unit.id,
        templateCode,
        title:
          titles.get(key({ templateCode, unitId: unit.id })) ?? classTitles.get(templateCode) ?? templateCode,
        surveyed: surveyed.has(unit.id),
        stages: stagesFor(unit.id, templateCode, surveyed.has(unit.id), input.deadlines),
      });
  }
  result.obligations.sort((a, b) =>
    a.templateCode < b.templateCode ? -1 : Number(a.templateCode > b.templateCode),
  );
  return { ...result, diagnostics: assignmentDiagnostics(input, result) };
}

const key = (a: { templateCode: string; unitId: string }) => `${a.templateCode} ${a.unitId}`;

/** For each unit the templates that claim it. */
function claimsOf(input: AssignmentInput): Map<string, Set<string>> {
  const byKind = Map.groupBy(input.units, (u) => u.kind);
  const claims = new Map<string, Set<string>>();
  const claim = (unitId: string, templateCode: string) => {
    const codes = claims.get(unitId) ?? new Set();
    claims.set(unitId, codes.add(templateCode));
  };
  for (const a of input.assignments) claim(a.unitId, a.templateCode);
  const listed = Map.groupBy(input.assignments, (a) => a.unitId);
  for (const one of input.classes) {
    const ids = [...one.kinds.flatMap((kind) => (byKind.get(kind) ?? []).map((u) => u.id)), ...one.unitIds];
    const hasOwn = (id: string) => listed.get(id)?.some((a) => a.templateCode !== one.templateCode) ?? false;
    for (const id of ids) if (one.except === null || !hasOwn(id)) claim(id, one.templateCode);
  }
  return claims;
}

/** The stages that one body owes, the draft first. */
function stagesFor(
  unitId: string,
  templateCode: string,
  surveyed: boolean,
  rules: readonly DeadlineRule[],
): ObligationStage[] {
  return (['draft', 'official'] as const).flatMap((stage) => {
    const fitting = rules
      .filter((r) => r.stage === stage)
      .filter((r) => r.templateCode === null || r.templateCode === templateCode)
      .filter((r) => r.cohort === 'all' || surveyed)
      .filter((r) => !r.only || r.only.has(unitId))
      .sort(
        (a, b) =>
          weight(b) - weight(a) ||
          breadth(a) - breadth(b) ||
          a.deadline.printedOn.localeCompare(b.deadline.printedOn),
      );
    const rule = fitting[0];
    return rule ? [{ ...rule.deadline, stage, dueOn: lastDay(rule.deadline) }] : [];
  });
}

const breadth = (rule: DeadlineRule) => rule.only?.size ?? Number.MAX_SAFE_INTEGER;
const weight = (rule: DeadlineRule) => (rule.templateCode === null ? 0 : 2) + (rule.cohort === 'all' ? 0 : 1);
