// One thing that an amendment sets for one unit (a date, a title, a version, whether it owes at all), and its words. Pure.
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import {
  extensionOf,
  type ObligationRow,
  type ObligationStage,
  releaseOf,
  type Stage,
  stageNames,
} from './rules.ts';

/** A begun report: whether it would move to another version of its template, and how many parts would be kept beside it. */
export type Prospect = { moves: boolean; kept: number };

/** `extendedTo`: the last day of an extension of the unit's own, which counts before the stage's. */
export type Setting =
  | { kind: 'stage'; stage: ObligationStage; extendedTo: LocalDate | null }
  | { kind: 'title'; title: string }
  | { kind: 'version'; versionId: string; version: number }
  | { kind: 'owed'; isOwed: boolean };

/** The same thing as it is now; null when the obligation has no such stage. */
export function settingOf(
  o: ObligationRow,
  like: Setting,
  versions: ReadonlyMap<string, number>,
): Setting | null {
  switch (like.kind) {
    case 'title':
      return { kind: 'title', title: o.title };
    case 'owed':
      return { kind: 'owed', isOwed: releaseOf(o.decisions) === null };
    case 'version': {
      const versionId = o.templateVersionId;
      return { kind: 'version', versionId, version: versions.get(versionId) ?? 0 };
    }
    case 'stage': {
      const found = o.stages.find((s) => s.stage === like.stage.stage);
      if (!found) return null;
      const { stage, printedOn, inclusive, dueOn, wording } = found;
      const extendedTo = extensionOf(stage, o.decisions)?.dueOn ?? null;
      return { kind: 'stage', stage: { stage, printedOn, inclusive, dueOn, wording }, extendedTo };
    }
  }
}

type Named = Pick<ObligationRow, 'templateCode' | 'title' | 'stages'>;

/** `begun`: of a report that is being written, what its move would keep beside it. */
export function settingWords(setting: Setting, o: Named, begun?: Prospect): Words {
  switch (setting.kind) {
    case 'title':
      return { vi: setting.title, en: setting.title };
    case 'version':
      return versionWords(o.templateCode, setting.version, begun);
    case 'stage':
      return stageEnd(setting);
    case 'owed':
      return setting.isOwed ? owedWords(o) : { vi: 'không còn trong đợt', en: 'no longer in the campaign' };
  }
}

/** Of a date what counts for everyone; the extensions of some are between them and the centre. */
export function publicWords(settings: readonly Setting[]): { words: Words; count: number }[] {
  const dates = settings.flatMap((s) => (s.kind === 'stage' ? [s.stage] : []));
  return [...Map.groupBy(dates, (d) => `${d.stage} ${d.dueOn}`).values()].map((same) => ({
    words: endOf(same[0]!.dueOn, same[0]!.stage),
    count: same.length,
  }));
}

function versionWords(code: string, version: number, begun?: Prospect): Words {
  const kept = begun?.kept ?? 0;
  return {
    vi: `mẫu ${code}, phiên bản ${version || '?'}${kept > 0 ? `; ${kept} phần đã soạn không còn yêu cầu, được giữ bên cạnh` : ''}`,
    en: `template ${code}, version ${version || '?'}${kept > 0 ? `; ${kept} parts no longer asked are kept beside` : ''}`,
  };
}

function stageEnd({ stage, extendedTo }: Extract<Setting, { kind: 'stage' }>): Words {
  const end = endOf(stage.dueOn, stage.stage);
  if (!extendedTo) return end;
  const own = formatDate(extendedTo);
  return {
    vi: `${end.vi} (gia hạn riêng đến ${own})`,
    en: `${end.en} (own extension to ${own})`,
  };
}

const endOf = (day: LocalDate, stage: Stage): Words => ({
  vi: `${stageNames[stage].vi}: hết ngày ${formatDate(day)}`,
  en: `${stageNames[stage].en}: end of ${formatDate(day)}`,
});

function owedWords({ templateCode, title, stages }: Named): Words {
  const due = stages.find((s) => s.stage === 'official');
  const until = due
    ? { vi: `, hạn hết ${formatDate(due.dueOn)}`, en: `, due by the end of ${formatDate(due.dueOn)}` }
    : { vi: '', en: '' };
  return {
    vi: `mẫu ${templateCode}: ${title}${until.vi}`,
    en: `template ${templateCode}: ${title}${until.en}`,
  };
}

/** The words by which a changed date goes on record: "trước ngày 15/9/2023", "chậm nhất ngày 15/9/2023". */
export function dateWording({ printedOn, inclusive }: { printedOn: LocalDate; inclusive: boolean }): string {
  return `${inclusive ? 'chậm nhất' : 'trước'} ngày ${formatDate(printedOn)}`;
}
