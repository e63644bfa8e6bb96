// A campaign amended after issue: what one act would change, unit by unit, old and new. Pure.
import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { lastDay, type ObligationRow, type ObligationStage, releaseOf, type Stage } from './rules.ts';
import { dateWording, type Prospect, type Setting, settingOf, settingWords } from './settings.ts';

/** Those that an officer chooses from; an amendment made by mistake is answered by its contrary. */
export const chosenKinds = ['deadline', 'title', 'add', 'remove', 'template'] as const;
export type ChangeKind = (typeof chosenKinds)[number] | 'undo';

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
  | { kind: 'template'; templateCode: string }
  | { kind: 'undo'; number: number };

export const changeNames: Record<ChangeKind, Words> = {
  deadline: { vi: 'Đổi thời hạn', en: 'Change a deadline' },
  title: { vi: 'Đổi tên báo cáo', en: 'Rename a report' },
  add: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  remove: { vi: 'Bớt đơn vị', en: 'Remove a unit' },
  template: { vi: 'Thay phiên bản mẫu', en: 'Replace a template’s version' },
  undo: { vi: 'Hoàn tác điều chỉnh', en: 'Undo an amendment' },
};

/** "Hoàn tác điều chỉnh lần 3" names what it undoes; any other goes by its kind. */
export function amendmentName(change: Pick<Change, 'kind'> & { number?: number }): Words {
  const name = changeNames[change.kind];
  return change.kind === 'undo'
    ? { vi: `${name.vi} lần ${change.number}`, en: `${name.en} no. ${change.number}` }
    : name;
}

/** One unit's difference; `obligationId` null while the unit is still to be added. */
export type Touched = {
  obligationId: string | null;
  unitId: string;
  unitName: string;
  was: Words;
  becomes: Words;
  before: Setting;
  after: Setting;
};

/** What is told of it. */
export type Told = Omit<Touched, 'before' | 'after'>;

/** An amendment as it was made; one of a time before settings were kept has no `before` and `after`. */
export type Made = {
  number: number;
  touched: readonly (Told & Partial<Pick<Touched, 'before' | 'after'>>)[];
};

/** What the rule looks at. `prospects`: by obligation, of reports begun. `undone`: the amendment to be undone. */
export type Standing = {
  obligations: readonly ObligationRow[];
  prospects: ReadonlyMap<string, Prospect>;
  unit: { id: string; name: string } | null;
  templates: readonly { code: string; versionId: string; version: number }[];
  versionNumbers: ReadonlyMap<string, number>;
  undone: Made | null;
};

/** Everyone whom the change touches, in the order of the obligations; refused when it would change nothing. */
export function touchedBy(change: Change, standing: Standing): Touched[] | Refusal {
  switch (change.kind) {
    case 'deadline':
      return someone(movedDates(change, standing));
    case 'title':
      return oneOf(change.obligationId, standing, { kind: 'title', title: change.title });
    case 'add':
      return addedUnit(change, standing);
    case 'remove':
      return oneOf(change.obligationId, standing, { kind: 'owed', isOwed: false });
    case 'template':
      return someone(movedVersions(change.templateCode, standing));
    case 'undo':
      return undoing(standing);
  }
}

/** Those whose report was sent and so keeps its version of the template, in the order of the obligations. */
export function stayingBehind(change: Change, standing: Standing): ObligationRow[] {
  const wanted = wantedVersions(change, standing);
  return owed(standing.obligations).filter((o) => {
    const version = wanted.get(o.id);
    return (
      version && version.versionId !== o.templateVersionId && standing.prospects.get(o.id)?.moves === false
    );
  });
}

type Version = Extract<Setting, { kind: 'version' }>;

/** By obligation, the version of its template that the change asks for. */
export function wantedVersions(
  change: Change,
  { obligations, templates, undone }: Pick<Standing, 'obligations' | 'templates' | 'undone'>,
): Map<string, Version> {
  if (change.kind === 'undo')
    return new Map(
      (undone?.touched ?? []).flatMap((t) =>
        t.obligationId && t.before?.kind === 'version' ? [[t.obligationId, t.before]] : [],
      ),
    );
  const latest = change.kind === 'template' && templates.find((t) => t.code === change.templateCode);
  if (!latest) return new Map();
  const { versionId, version } = latest;
  const asked = owed(obligations).filter((o) => o.templateCode === latest.code);
  return new Map(asked.map((o) => [o.id, { kind: 'version', versionId, version }]));
}

const someone = (touched: Touched[]) => (touched.length > 0 ? touched : nothingChanges);
const nothingChanges = invalid('amendment-changes-nothing', {
  vi: 'Điều chỉnh này không thay đổi gì đối với đơn vị nào.',
  en: 'This amendment changes nothing for any unit.',
});

const owed = (obligations: readonly ObligationRow[]) =>
  obligations.filter((o) => releaseOf(o.decisions) === null);

/** Null when the obligation is so already. */
function touch(o: ObligationRow, after: Setting, standing: Standing): Touched | null {
  const before = settingOf(o, after, standing.versionNumbers);
  if (!before || isDeepStrictEqual(before, after)) return null;
  const words = {
    was: settingWords(before, o),
    becomes: settingWords(after, o, standing.prospects.get(o.id)),
  };
  return { obligationId: o.id, unitId: o.unitId, unitName: o.unitName, ...words, before, after };
}

/** A later extension of the unit's own stands; one that is no later than the new date is withdrawn. */
function movedDates(change: Extract<Change, { kind: 'deadline' }>, standing: Standing): Touched[] {
  const { stage, printedOn, inclusive } = change;
  const day = lastDay(change);
  const moved: ObligationStage = { stage, printedOn, inclusive, dueOn: day, wording: dateWording(change) };
  return owed(standing.obligations).flatMap((o) => {
    const now = o.stages.find((s) => s.stage === stage);
    const meant = change.templateCode === null || o.templateCode === change.templateCode;
    if (!now || !meant || (change.cohort === 'surveyed' && !o.surveyed) || now.dueOn === day) return [];
    const own = settingOf(o, { kind: 'stage', stage: moved, extendedTo: null }, standing.versionNumbers);
    const extended = own?.kind === 'stage' ? own.extendedTo : null;
    const extendedTo = extended && extended > day ? extended : null;
    return touch(o, { kind: 'stage', stage: moved, extendedTo }, standing) ?? [];
  });
}

function oneOf(obligationId: string, standing: Standing, after: Setting): Touched[] | Refusal {
  const o = owed(standing.obligations).find((x) => x.id === obligationId);
  if (!o) return noSuchUnit('obligationId');
  return someone([touch(o, after, standing)].filter((t) => t !== null));
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
  const stage = usualStage(obligations, change.templateCode);
  const [before, after] = [false, true].map((isOwed): Setting => ({ kind: 'owed', isOwed }));
  const words = { ...change, stages: stage ? [stage] : [] };
  return [
    {
      ...{ obligationId: null, unitId: unit.id, unitName: unit.name, before: before!, after: after! },
      was: { vi: 'không có trong đợt', en: 'not in the campaign' },
      becomes: settingWords(after!, words),
    },
  ];
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

/** Reports not begun and those being written move; what was sent stays until it is returned. */
function movedVersions(code: string, standing: Standing): Touched[] {
  const wanted = wantedVersions({ kind: 'template', templateCode: code }, standing);
  return standing.obligations.flatMap((o) => {
    const after = wanted.get(o.id);
    return after && standing.prospects.get(o.id)?.moves !== false ? (touch(o, after, standing) ?? []) : [];
  });
}

/** Whoever still stands as the amendment put them goes back; what was changed since, or was sent since, stays. */
function undoing(standing: Standing): Touched[] | Refusal {
  const { undone, obligations } = standing;
  if (!undone) return field('number', 'Không có lần điều chỉnh này.', 'There is no such amendment.');
  if (undone.touched.some((t) => !t.before || !t.after)) return tooOld;
  return someone(
    undone.touched.flatMap(({ obligationId, before, after }) => {
      const o = obligations.find((x) => x.id === obligationId);
      const now = o && settingOf(o, after!, standing.versionNumbers);
      if (!o || !now || !isDeepStrictEqual(now, after!)) return [];
      if (before!.kind === 'version' && standing.prospects.get(o.id)?.moves === false) return [];
      return touch(o, before!, standing) ?? [];
    }),
  );
}

const tooOld = invalid('amendment-too-old', {
  vi: 'Lần điều chỉnh này được lập trước khi hệ thống ghi đủ giá trị cũ. Đề nghị lập điều chỉnh mới với giá trị cần trở lại.',
  en: 'This amendment was made before former values were kept. Make a new one with the values wanted.',
});

function field(name: string, vi: string, en: string): Refusal {
  return invalid('amendment-invalid', { vi, en }, { [name]: { vi, en } });
}

const noSuchUnit = (name: string) =>
  field(name, 'Chưa rõ đơn vị nào trong đợt.', 'It is not clear which unit is meant.');
