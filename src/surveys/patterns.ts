// Visit patterns as data: which sessions a delegation holds, in which half of which day, and what the host arranges. Pure.
import type { Words } from '#src/kernel/language.ts';
import type { UnitKind } from '#src/units/rules.ts';

export type Half = 'morning' | 'afternoon';

/** What the visited body chooses for a session; null: the session needs no choice. */
export type HostKind = 'district' | 'department' | 'central-department';

export type SessionPattern = { dayOffset: number; half: Half; subject: string; hostKind: HostKind | null };

/** `subject` is in Vietnamese: it is printed in the programme that the host receives. */
type VisitPattern = { code: string; name: Words; sessions: readonly SessionPattern[] };

const visitPatterns: readonly VisitPattern[] = [
  {
    code: 'locality',
    name: { vi: 'Địa phương, 1,5 ngày', en: 'Locality, a day and a half' },
    sessions: [
      {
        dayOffset: 0,
        half: 'morning',
        subject: 'Làm việc với 01 huyện, thị xã hoặc thành phố trực thuộc',
        hostKind: 'district',
      },
      { dayOffset: 0, half: 'afternoon', subject: 'Làm việc với 01 sở, ngành', hostKind: 'department' },
      {
        dayOffset: 1,
        half: 'morning',
        subject:
          'Làm việc với Thường trực cấp ủy; lãnh đạo HĐND, UBND, MTTQ, các đoàn thể và sở, ngành liên quan',
        hostKind: null,
      },
    ],
  },
  {
    code: 'central-body',
    name: { vi: 'Cơ quan Trung ương, 01 ngày', en: 'Central body, one day' },
    sessions: [
      {
        dayOffset: 0,
        half: 'morning',
        subject: 'Làm việc với thành viên ban cán sự đảng và các cơ quan liên quan',
        hostKind: null,
      },
      {
        dayOffset: 0,
        half: 'afternoon',
        subject: 'Làm việc với 01 cơ quan chuyên môn cấp vụ',
        hostKind: 'central-department',
      },
    ],
  },
  {
    code: 'grassroots',
    name: { vi: 'Cơ sở, một buổi', en: 'Local body, half a day' },
    sessions: [
      {
        dayOffset: 0,
        half: 'morning',
        subject: 'Làm việc với lãnh đạo và các bộ phận liên quan',
        hostKind: null,
      },
    ],
  },
];

export const hostNames: Record<HostKind, Words> = {
  district: { vi: 'huyện, thị xã, thành phố', en: 'district or town' },
  department: { vi: 'sở, ngành', en: 'department' },
  'central-department': { vi: 'cơ quan cấp vụ', en: 'department of the body' },
};

export const halfTimes: Record<Half, string> = { morning: '08:00', afternoon: '14:00' };

/** The pattern that a kind of body is visited by. */
export function patternOfKind(kind: UnitKind): string {
  if (kind === 'provincial-party-committee' || kind === 'province') return 'locality';
  return kind === 'district' || kind === 'commune' || kind === 'local-body' ? 'grassroots' : 'central-body';
}

/** The half days of the pattern itself, where the plan gives no length. */
export function usualHalfDays(pattern: string): number {
  return visitPatterns.find((p) => p.code === pattern)?.sessions.length ?? 2;
}

/**
 * The sessions of a visit of that many half days. When the plan asks for another length than the pattern's, the
 * sessions are half days of general work, for the centre to fill in; nothing is made up about hosts.
 */
export function sessionsOf(pattern: string, halfDays: number): SessionPattern[] {
  const known = visitPatterns.find((p) => p.code === pattern)?.sessions ?? [];
  if (known.length === halfDays) return [...known];
  return Array.from({ length: halfDays }, (_, i) => ({
    dayOffset: Math.floor(i / 2),
    half: i % 2 === 0 ? 'morning' : 'afternoon',
    subject: 'Làm việc theo chương trình',
    hostKind: null,
  }));
}
