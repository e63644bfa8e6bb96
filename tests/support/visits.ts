// The thirteen visits of a plan, as values for rules and as rows of the tests' campaign: September and October 2023, ten days' notice.
import { weekdayOf } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { draftVisits } from '#src/surveys/drafts.ts';
import { sessionsOf } from '#src/surveys/patterns.ts';
import type { Visit } from '#src/surveys/rules.ts';
import type { NamedVisit } from '#src/surveys/schedule.ts';
import { insertVisits } from '#src/surveys/store.ts';
import { surveyedNames } from './campaign.ts';
import { unitId } from './people.ts';

/** National day 2023: Friday 1/9, Saturday 2/9, and Monday 4/9 in place of the Saturday. */
const holidays = new Set(['2023-09-01', '2023-09-02', '2023-09-04']);
/** Weekdays less those. */
export const isWorkingDay = (day: string) => weekdayOf(day) < 6 && !holidays.has(day);

/** The plan's window. */
export const window = { windowFrom: '2023-09-01', windowTo: '2023-10-31' };

/** A visit of a locality, without a date unless told otherwise. */
export function visit(name: string, change: Partial<Visit> = {}): NamedVisit {
  const halfDays = change.halfDays ?? 3;
  return {
    id: name,
    name,
    fullName: `Tỉnh ủy ${name}`,
    campaignId: 'c',
    unitId: `unit-${name}`,
    position: 1,
    pattern: 'locality',
    halfDays,
    ...window,
    noticeDays: 10,
    startsOn: null,
    delegation: null,
    notice: null,
    sessions: sessionsOf('locality', halfDays).map((s, i) => ({
      ...s,
      position: i + 1,
      hostChoice: null,
      changeReason: null,
      confirmedAt: null,
    })),
    ...change,
  };
}

const thirteen = [
  ...['Lạng Sơn', 'Hòa Bình', 'Hải Phòng', 'Hưng Yên', 'Thanh Hóa'],
  ...['Lâm Đồng', 'Khánh Hòa', 'Phú Yên', 'Bạc Liêu', 'Hậu Giang'],
].map((name, i) => visit(name, { position: i + 1 }));
const centralBodies = ['Bộ Ngoại giao', 'Thanh tra Chính phủ', 'Tòa án nhân dân tối cao'].map((name, i) =>
  visit(name, { position: 11 + i, halfDays: 2, pattern: 'central-body' }),
);
/** The plan's thirteen: ten localities and three central bodies, none with a date. */
export const seedVisits = [...thirteen, ...centralBodies];

/** Afterwards the campaign has its visits, none with a date. */
export async function putVisits(db: Db, campaignId: string, now: Date): Promise<void> {
  const hosts: { unitId: string; kind: 'civil-affairs-committee' | 'provincial-party-committee' }[] = [];
  for (const name of surveyedNames)
    hosts.push({
      unitId: await unitId(db, name),
      kind: name.startsWith('Ban') ? 'civil-affairs-committee' : 'provincial-party-committee',
    });
  const window = { from: '2023-09-01', to: '2023-10-31' };
  await insertVisits(
    db,
    campaignId,
    draftVisits([{ hosts, window, duration: null, notice: 'trước 10 ngày' }]),
    now,
  );
}
