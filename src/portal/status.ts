// What of a campaign's progress is public: that a report has come or been accepted, never how far its writing is. Pure.
import type { Words } from '#src/kernel/language.ts';
import { compareVietnamese, foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { StandingKind } from '#src/progress/rules.ts';

export type PublicState = 'accepted' | 'received' | 'awaited' | 'released';

export const publicStates: Record<PublicState, Words> = {
  accepted: { vi: 'đã chấp nhận', en: 'accepted' },
  received: { vi: 'đã nhận', en: 'received' },
  awaited: { vi: 'chưa nhận', en: 'not received yet' },
  released: { vi: 'không phải gửi', en: 'released' },
};

/** Drafting, at risk, returned and overdue are between the body and the centre: to the public the report has not come yet. */
export function publicStateOf(kind: StandingKind): PublicState {
  if (kind === 'accepted' || kind === 'released') return kind;
  return kind === 'sent' || kind === 'secret-channel' ? 'received' : 'awaited';
}

export type StatusLine = {
  name: string;
  /** What the body, or the one that took it over, is called today; null while it is the same. */
  nowName: string | null;
  templateCode: string;
  state: PublicState;
};

export type StatusCount = { templateCode: string; base: number; received: number; accepted: number };

/** Per template: how many owe a report, how many have come (accepted ones among them). Released bodies owe none. */
export function statusCounts(lines: readonly StatusLine[]): StatusCount[] {
  return [...Map.groupBy(lines, (line) => line.templateCode)]
    .map(([templateCode, group]) => {
      const owing = group.filter((line) => line.state !== 'released');
      const accepted = owing.filter((line) => line.state === 'accepted').length;
      const received = owing.filter((line) => line.state === 'received').length + accepted;
      return { templateCode, base: owing.length, received, accepted };
    })
    .sort((a, b) => compareVietnamese(a.templateCode, b.templateCode));
}

/** The lines whose old or present name holds the words, with or without diacritics; all when there are none. */
export function statusFound(lines: readonly StatusLine[], query: string): StatusLine[] {
  const words = foldVietnamese(query).split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const names = foldVietnamese(`${line.name} ${line.nowName ?? ''}`);
    return words.every((word) => names.includes(word));
  });
}
