// A campaign amended after issue: what one act would change, unit by unit, old and new. Pure.
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import {
  dueOn,
  extensionOf,
  lastDay,
  type ObligationRow,
  type ObligationStage,
  releaseOf,
  type Stage,
  stageNames,
} from './rules.ts';

export const changeKinds = ['deadline', 'title', 'add', 'remove', 'template'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** `templateCode` null: every template. `inclusive`: the printed day itself still counts. */
export type Change =
  | {
      kind: 'deadline';
      stage: Stage;
      cohort: 'all' | 'surveyed';
      templateCode: string | null;
      printedOn: LocalDate;
      inclusive: boolean;
    }
  | { kind: 'title'; obligationId: string; title: string }
  | { kind: 'add'; unit: string; templateCode: string; title: string }
  | { kind: 'remove'; obligationId: string }
  | { kind: 'template'; templateCode: string };

export const changeNames: Record<ChangeKind, Words> = {
  deadline: { vi: 'Đổi thời hạn', en: 'Change a deadline' },
  title: { vi: 'Đổi tên báo cáo', en: 'Rename a report' },
  add: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  remove: { vi: 'Bớt đơn vị', en: 'Remove a unit' },
  template: { vi: 'Thay phiên bản mẫu', en: 'Replace a template’s version' },
};

/** One unit's difference. `withdraws`: an extension that the new date makes needless. */
export type Touched = {
  obligationId: string | null;
  unitId: string;
  unitName: string;
  was: Words;
  becomes: Words;
  withdraws: string | null;
};

/** What the rule looks at: what is owed, which reports are begun, the unit named, the template's versions. */
export type Standing = {
  obligations: readonly ObligationRow[];
  begun: ReadonlySet<string>;
  unit: { id: string; name: string } | null;
  templates: readonly { code: string; versionId: string; version: number }[];
  versionNumbers: ReadonlyMap<string, number>;
};

/** Everyone whom the change touches, in the order of the obligations; refused when it would change nothing. */
export function touchedBy(change: Change, standing: Standing): Touched[] | Refusal {
  switch (change.kind) {
    case 'deadline':
      return someone(movedDates(change, standing.obligations));
    case 'title':
      return retitled(change, standing.obligations);
    case 'add':
      return addedUnit(change, standing);
    case 'remove':
      return removedUnit(change.obligationId, standing.obligations);
    case 'template':
      return someone(movedVersions(change.templateCode, standing));
  }
}

const same = (text: string): Words => ({ vi: text, en: text });
const someone = (touched: Touched[]) => (touched.length > 0 ? touched : nothingChanges);
const nothingChanges = invalid('amendment-changes-nothing', {
  vi: 'Điều chỉnh này không thay đổi gì đối với đơn vị nào.',
  en: 'This amendment changes nothing for any unit.',
});

const owed = (obligations: readonly ObligationRow[]) =>
  obligations.filter((o) => releaseOf(o.decisions) === null);

const touch = (o: ObligationRow, was: Words, becomes: Words, withdraws: string | null = null): Touched => ({
  obligationId: o.id,
  unitId: o.unitId,
  unitName: o.unitName,
  was,
  becomes,
  withdraws,
});

const endOf = (day: LocalDate, stage: Stage): Words => ({
  vi: `${stageNames[stage].vi}: hết ngày ${formatDate(day)}`,
  en: `${stageNames[stage].en}: end of ${formatDate(day)}`,
});

/** A later extension of the unit's own stands; one that is no later than the new date is withdrawn. */
function movedDates(
  change: Extract<Change, { kind: 'deadline' }>,
  obligations: readonly ObligationRow[],
): Touched[] {
  const day = lastDay(change);
  return owed(obligations).flatMap((o) => {
    const stage = o.stages.find((s) => s.stage === change.stage);
    const meant = change.templateCode === null || o.templateCode === change.templateCode;
    if (!stage || !meant || (change.cohort === 'surveyed' && !o.surveyed) || stage.dueOn === day) return [];
    const was = endOf(dueOn(stage, o.decisions), change.stage);
    const extension = extensionOf(change.stage, o.decisions);
    if (!extension?.dueOn) return [touch(o, was, endOf(day, change.stage))];
    if (extension.dueOn <= day) return [touch(o, was, endOf(day, change.stage), extension.id)];
    const own = formatDate(extension.dueOn);
    const becomes = endOf(day, change.stage);
    return [
      touch(o, was, {
        vi: `${becomes.vi} (gia hạn riêng đến ${own} vẫn giữ)`,
        en: `${becomes.en} (own extension to ${own} stands)`,
      }),
    ];
  });
}

function retitled(
  change: Extract<Change, { kind: 'title' }>,
  obligations: readonly ObligationRow[],
): Touched[] | Refusal {
  const o = owed(obligations).find((x) => x.id === change.obligationId);
  if (!o) return noSuchUnit('obligationId');
  return o.title === change.title ? nothingChanges : [touch(o, same(o.title), same(change.title))];
}

function addedUnit(
  change: Extract<Change, { kind: 'add' }>,
  { unit, obligations, templates }: Standing,
): Touched[] | Refusal {
  if (!unit) return noSuchUnit('unit');
  if (!templates.some((t) => t.code === change.templateCode))
    return field('templateCode', 'Đợt không dùng mẫu này.', 'The campaign does not use this template.');
  if (obligations.some((o) => o.unitId === unit.id))
    return field(
      'unit',
      'Đơn vị đã có trong đợt; nếu từng loại trừ thì rút quyết định ấy.',
      'The unit is in the campaign already; if it was excluded, withdraw that decision.',
    );
  const due = usualStage(obligations, change.templateCode);
  const until = due
    ? { vi: `, hạn hết ${formatDate(due.dueOn)}`, en: `, due by the end of ${formatDate(due.dueOn)}` }
    : same('');
  const becomes = {
    vi: `mẫu ${change.templateCode}: ${change.title}${until.vi}`,
    en: `template ${change.templateCode}: ${change.title}${until.en}`,
  };
  const was = { vi: 'không có trong đợt', en: 'not in the campaign' };
  return [{ obligationId: null, unitId: unit.id, unitName: unit.name, was, becomes, withdraws: null }];
}

/** The official date that most units of the template have; of all units when the template has none yet. */
export function usualStage(
  obligations: readonly ObligationRow[],
  templateCode: string,
): ObligationStage | null {
  const official = (list: readonly ObligationRow[]) =>
    list.flatMap((o) => o.stages.filter((s) => s.stage === 'official'));
  const own = official(obligations.filter((o) => o.templateCode === templateCode));
  const groups = [...Map.groupBy(own.length > 0 ? own : official(obligations), (s) => s.dueOn).values()];
  return groups.sort((a, b) => b.length - a.length)[0]?.[0] ?? null;
}

function removedUnit(obligationId: string, obligations: readonly ObligationRow[]): Touched[] | Refusal {
  const o = owed(obligations).find((x) => x.id === obligationId);
  if (!o) return noSuchUnit('obligationId');
  const was = {
    vi: `mẫu ${o.templateCode}: ${o.title}`,
    en: `template ${o.templateCode}: ${o.title}`,
  };
  return [touch(o, was, { vi: 'không còn trong đợt', en: 'no longer in the campaign' })];
}

/** Only reports not begun move: whoever has begun writes on in the version that they know. */
function movedVersions(code: string, { obligations, begun, templates, versionNumbers }: Standing): Touched[] {
  const latest = templates.find((t) => t.code === code);
  if (!latest) return [];
  const say = (version: number | undefined): Words => ({
    vi: `mẫu ${code}, phiên bản ${version ?? '?'}`,
    en: `template ${code}, version ${version ?? '?'}`,
  });
  return owed(obligations)
    .filter((o) => o.templateCode === code && o.templateVersionId !== latest.versionId && !begun.has(o.id))
    .map((o) => touch(o, say(versionNumbers.get(o.templateVersionId)), say(latest.version)));
}

function field(name: string, vi: string, en: string): Refusal {
  return invalid('amendment-invalid', { vi, en }, { [name]: { vi, en } });
}

const noSuchUnit = (name: string) =>
  field(name, 'Chưa rõ đơn vị nào trong đợt.', 'It is not clear which unit is meant.');

/** The words by which a changed date goes on record: "trước ngày 15/9/2023", "chậm nhất ngày 15/9/2023". */
export function dateWording({ printedOn, inclusive }: { printedOn: LocalDate; inclusive: boolean }): string {
  return `${inclusive ? 'chậm nhất' : 'trước'} ngày ${formatDate(printedOn)}`;
}
