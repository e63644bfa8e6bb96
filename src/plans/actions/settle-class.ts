// An officer settles one class of a plan: who reports, on which template, by when; what is missing for it is made.

import { dateAt, type LocalDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { insist, invalid, notFound, Refusal } from '#src/kernel/refusal.ts';
import type { PlanFacts, ReportTarget } from '#src/plans/compiler/model.ts';
import { decidePlanRefusal } from '#src/plans/rules/access.ts';
import { type LineProblem, readNameLines } from '#src/plans/rules/assignment-list.ts';
import { decidedPlan, editedPlan } from '#src/plans/rules/decisions.ts';
import { fillsFor, ruleFor, rulesOf } from '#src/plans/rules/fills.ts';
import { templateCodeFor } from '#src/plans/rules/outlines.ts';
import { type Scope, scopeOf } from '#src/plans/rules/scope.ts';
import { decisionsOf, lockPlan, type PlanRow } from '#src/plans/store.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import { createTemplate } from '#src/templates/actions.ts';
import { outlineFromLines } from '#src/templates/outline-lines.ts';
import { versionByCode } from '#src/templates/store.ts';
import { foundUnits } from '#src/units/actions.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import type { NewUnit } from '#src/units/rules/acts.ts';
import { ancestorsOn, nameOn } from '#src/units/rules.ts';
import { listGroups } from '#src/units/store/groups.ts';
import { decideFacts } from './decide.ts';

export type ClassSettlement = {
  /** The code of a template that exists, or the outline of a new one, a section a line. */
  template: { code: string } | { lines: string };
  /** One body a line. */
  names: string;
  /** Names that nobody bears are founded, by the plan, under the issuer's area. */
  found: boolean;
  /** The due date; null: none yet. */
  due: { on: LocalDate; counted: boolean } | null;
};

/**
 * Afterwards these bodies report on this template by this day, as a decision on the class that can be undone; a new
 * template also serves the plan's other classes that name the same one. Refused line by line where a name is unclear.
 */
export async function settleClass(
  act: Act,
  planId: string,
  index: number,
  wish: ClassSettlement,
): Promise<void> {
  insist(decidePlanRefusal(act.actor));
  await transaction(act.db, async (trx) => {
    const within = { ...act, db: trx };
    const row = await lockPlan(trx, planId);
    if (!row) throw notFound();
    const { plan, decided } = await planNow(trx, row);
    const target = plan.reportTargets[index];
    if (!target) throw notFound();
    const code = await templateOf(within, decided, target, wish.template);
    const reporters = await reportersFrom(within, decided, target, wish);
    const due = dueOf(target, wish.due);
    const sameName = plan.reportTargets.flatMap((t, i) =>
      i !== index && t.template === target.template ? [i] : [],
    );
    const others = 'lines' in wish.template ? sameName : [];
    await decideFacts(within, planId, [
      edited(index, { ...target, template: code, reporters, due }),
      ...others.map((i) => edited(i, { ...plan.reportTargets[i]!, template: code })),
    ]);
  });
}

const edited = (index: number, value: ReportTarget) => ({
  pointer: `/reportTargets/${index}`,
  decision: 'edited' as const,
  value: value as unknown as Json,
});

/** `plan`: edited, dropped facts still in their places; `decided`: as the campaign will take it. */
export async function planNow(db: Db, row: PlanRow): Promise<{ plan: PlanFacts; decided: PlanFacts }> {
  const decisions = await decisionsOf(db, row.id);
  return {
    plan: editedPlan(row.compiled.plan, decisions),
    decided: decidedPlan(row.compiled.plan, decisions),
  };
}

async function templateOf(
  act: Act,
  plan: PlanFacts,
  target: ReportTarget,
  wish: ClassSettlement['template'],
): Promise<string> {
  if ('code' in wish) {
    if (await versionByCode(act.db, wish.code)) return wish.code;
    throw invalid('class-template', noTemplate, { template: noTemplate });
  }
  const title = plan.title ? `Báo cáo ${plan.title}` : 'Báo cáo tổng kết';
  const outline = outlineFromLines(title, wish.lines);
  if (outline.sections.length === 0) throw invalid('class-outline', noSections, { outline: noSections });
  const name = `${target.template ?? 'Đề cương báo cáo'}${plan.symbol ? ` (${plan.symbol})` : ''}`;
  const made = await createTemplate(act, {
    code: templateCodeFor(target.template, plan),
    name,
    outline,
    annex: { tables: [] },
  });
  return made.code;
}

const noTemplate = { vi: 'Chọn một mẫu báo cáo.', en: 'Choose a template.' };
const noSections = {
  vi: 'Đề cương cần ít nhất một dòng có số mục, thí dụ “I. Đặc điểm tình hình”.',
  en: 'The outline needs at least one numbered line, such as “I. Situation”.',
};

async function reportersFrom(act: Act, plan: PlanFacts, target: ReportTarget, wish: ClassSettlement) {
  const scope = scopeOf(plan, await nameIndexOf(act.db), dateAt(act.now));
  const read = readNameLines(wish.names, scope);
  const wrong = wish.found
    ? read.problems
    : [...read.problems, ...read.unknown].sort((a, b) => a.line - b.line);
  if (wrong.length > 0) throw unclear(wrong, wish.found ? 0 : read.unknown.length);
  const founded = read.unknown.map(({ typed }) => newBody(typed, scope, act.now));
  await foundUnits(act, {
    on: scope.on,
    basis: `Kế hoạch ${plan.symbol ?? plan.title ?? ''}`.trim(),
    units: founded,
  });
  const unitIds = [...read.unitIds, ...founded.map((u) => u.id)];
  if (unitIds.length === 0) throw invalid('class-empty', nobody, { names: nobody });
  const groups = await listGroups(act.db);
  return ruleFor(unitIds, fillsFor(target, scope, groups), scope, rulesOf(groups));
}

const nobody = { vi: 'Ghi ít nhất một đơn vị.', en: 'Enter at least one body.' };

function unclear(problems: readonly LineProblem[], unknown: number): Refusal {
  const hint =
    unknown > 0
      ? { vi: ' Tên chưa có trong sổ thì đánh dấu “Lập trong sổ”.', en: ' Tick “Found them” for new names.' }
      : { vi: '', en: '' };
  const words = {
    vi: `Có ${problems.length} dòng chưa rõ đơn vị; chưa lưu gì.${hint.vi}`,
    en: `${problems.length} lines name no single body; nothing was saved.${hint.en}`,
  };
  return new Refusal('invalid', 'class-names', words, { fields: { names: words }, details: problems });
}

/** Under the issuer's area; when that area has ended since, under what lasts above it, with the area in the name. */
function newBody(typed: string, scope: Scope, now: Date): NewUnit {
  const { registry } = scope.index;
  const above = scope.area ? [scope.area, ...ancestorsOn(registry, scope.area.id, scope.on)] : [];
  const nation = registry.records.units.find((u) => u.kind === 'nation') ?? null;
  const parent = above.find((u) => u.abolishedOn === null) ?? nation;
  const fullName =
    scope.area && parent !== scope.area
      ? `${typed}, ${nameOn(registry, scope.area, scope.on).fullName}`
      : typed;
  return {
    id: newId(now),
    kind: scope.area ? 'local-body' : 'other-central',
    name: fullName,
    fullName,
    parentId: parent?.id ?? null,
    code: null,
    territoryId: null,
  };
}

/** The due date typed; the plan's own when it is the same day, so that its words stay. */
function dueOf(target: ReportTarget, typed: ClassSettlement['due']): ReportTarget['due'] {
  if (typed === null) return null;
  const rel = typed.counted ? 'by' : 'before';
  const old = target.due;
  const day = old?.rel === 'before' ? old.from : old?.to;
  if (old && day?.slice(0, 10) === typed.on && (old.rel === 'before') === !typed.counted) return old;
  return { rel, from: typed.on, to: typed.on, precision: 'day', tentative: false };
}
