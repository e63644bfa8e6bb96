// A campaign for tests, made by the real act over the real registry: M1, M2 and M3, 13 surveyed bodies, two dates.

import { createCampaign } from '#src/campaigns/actions.ts';
import { type AssignmentInput, assignObligations, type Candidate } from '#src/campaigns/assignment.ts';
import type { CampaignDraft } from '#src/campaigns/creation.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Act, Db } from '#src/platform/database/connect.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { latestVersions } from '#src/templates/store.ts';
import { loadUnits } from '#src/units/load.ts';
import type { UnitKind } from '#src/units/rules.ts';
import { unitsAsOf } from '#src/units/store.ts';

export const issuedOn = '2023-05-18';

export const surveyedNames = [
  ...[
    'Lạng Sơn',
    'Hòa Bình',
    'Hưng Yên',
    'Thanh Hóa',
    'Lâm Đồng',
    'Khánh Hòa',
    'Phú Yên',
    'Bạc Liêu',
    'Hậu Giang',
  ].map((name) => `Tỉnh ủy ${name}`),
  'Thành ủy Hải Phòng',
  'Ban cán sự đảng Bộ Ngoại giao',
  'Ban cán sự đảng Thanh tra Chính phủ',
  'Ban cán sự đảng Tòa án nhân dân tối cao',
];

/** Bodies with a thematic report of their own. */
export const thematicNames = [
  'Bộ Nội vụ',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Lao động - Thương binh và Xã hội',
].map((name) => `Ban cán sự đảng ${name}`);

const kinds: UnitKind[] = [
  'provincial-party-committee',
  'central-party-committee',
  'central-commission',
  'party-caucus',
  'civil-affairs-committee',
];

/** The direct reporters on the plan's day. Loads the registry when the test's database has none. */
export async function candidates(db: Db): Promise<Candidate[]> {
  await loadUnits(db);
  const units = await unitsAsOf(db, issuedOn, { kinds });
  return units.map((u) => ({ id: u.id, kind: u.kind, name: u.fullName }));
}

const before = (printedOn: string, words: string) => ({
  printedOn,
  inclusive: false,
  wording: `trước ngày ${words}`,
});

/** Who owes what under the test's plan. */
export function testAssignment(units: readonly Candidate[]): AssignmentInput {
  const idOf = (name: string) => {
    const unit = units.find((u) => u.name === name);
    if (!unit) throw new Error(`The registry has no ${name}`);
    return unit.id;
  };
  const title = 'Báo cáo tổng kết 10 năm thực hiện Nghị quyết số 25-NQ/TW';
  const shared = { unitIds: [], title };
  return {
    units,
    classes: [
      {
        ...shared,
        templateCode: 'M1',
        kinds: kinds.slice(0, 2),
        except: null,
        words: 'tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương',
      },
      {
        ...shared,
        templateCode: 'M2',
        kinds: [],
        except: null,
        words: 'các đơn vị được phân công báo cáo chuyên đề',
      },
      {
        ...shared,
        templateCode: 'M3',
        kinds: kinds.slice(2),
        except: 'units-with-own-template',
        words: 'đảng đoàn, ban cán sự đảng, ban Đảng Trung ương',
      },
    ],
    assignments: thematicNames.map((name, i) => ({
      templateCode: 'M2',
      unitId: idOf(name),
      title: `Chuyên đề số ${i + 1}`,
    })),
    surveyed: surveyedNames.map(idOf),
    deadlines: [
      { stage: 'official', cohort: 'all', templateCode: null, deadline: before('2023-08-30', '30/8/2023') },
      { stage: 'draft', cohort: 'surveyed', templateCode: null, deadline: before('2023-07-30', '30/7/2023') },
    ],
    receiverId: idOf('Ban Dân vận Trung ương'),
  };
}

/** A plan stored with the fewest words that the tables ask for; its page cannot be opened. */
async function barePlan({ db, actor, now }: Act, id: string): Promise<void> {
  await db
    .insertInto('plans')
    .values({
      id,
      source_name: 'ke-hoach.txt',
      source_text: 'Kế hoạch',
      source_file: null,
      compiled: {},
      created_at: now,
      created_by: actor.id,
    })
    .execute();
}

/** A draft of a campaign; without a plan of its own one is stored for it. */
export async function testDraft(act: Act, change: Partial<CampaignDraft> = {}): Promise<CampaignDraft> {
  const { obligations } = assignObligations(testAssignment(await candidates(act.db)));
  await installTemplates(act.db, act.now);
  const versions = new Map((await latestVersions(act.db)).map((v) => [v.code, v.id]));
  const planId = change.planId ?? newId(act.now);
  if (change.planId === undefined) await barePlan(act, planId);
  return {
    planId,
    planSymbol: '82-KH/BDVTW',
    name: 'Tổng kết Nghị quyết 25-NQ/TW, Kết luận 43-KL/TW',
    kind: 'final',
    issuer: 'Ban Dân vận Trung ương',
    issuedOn,
    receivingOffice: 'Văn phòng Ban',
    synthesisDueOn: '2023-10-31',
    cutoffOn: null,
    reviewedDocuments: [
      {
        symbol: '25-NQ/TW',
        datedOn: '2013-06-03',
        issuer: 'Ban Chấp hành Trung ương',
        periodFrom: 2013,
        periodTo: 2023,
      },
      { symbol: '43-KL/TW', datedOn: '2019-01-07', issuer: 'Ban Bí thư', periodFrom: 2019, periodTo: 2023 },
    ],
    templates: ['M1', 'M2', 'M3'].map((code) => ({
      templateCode: code,
      templateVersionId: versions.get(code)!,
      words: `mẫu ${code}`,
    })),
    obligations,
    tasks: [
      {
        lead: 'Văn phòng Ban',
        supporting: ['các vụ, đơn vị'],
        what: 'Tổ chức các đoàn khảo sát',
        dueOn: '2023-10-31',
      },
    ],
    ...change,
  };
}

/** Afterwards the campaign exists; `act` must be a central officer's. */
export async function testCampaign(
  act: Act,
  change: Partial<CampaignDraft> = {},
): Promise<{ id: string; slug: string }> {
  return createCampaign(act, await testDraft(act, change));
}
