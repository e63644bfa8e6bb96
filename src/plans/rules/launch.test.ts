// From a plan's words to who owes what: classes, lists of units, and the campaign as one act would make it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { When } from '#src/plans/compiler/model.ts';
import { compiled, decide, index, official, today } from '#tests/support/plan.ts';
import { readAssignmentLines } from './assignment-list.ts';
import { classOf, exceptsAssigned } from './classes.ts';
import { decidedPlan } from './decisions.ts';
import { campaignName, deadlineOf } from './draft.ts';
import { draftLaunch, type LaunchInput } from './launch.ts';
import { organisationNamed, scopeOf } from './scope.ts';
import { milestones } from './timeline.ts';

const { plan } = compiled;
const counted: When = { rel: 'by', from: '2023-08-30', to: '2023-08-30', precision: 'day', tentative: false };

describe('classes', () => {
  it.each<[string, string[] | 'list']>([
    [
      'các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương',
      ['provincial-party-committee', 'central-party-committee'],
    ],
    ['Các tỉnh uỷ, thành uỷ', ['provincial-party-committee']],
    ['các đảng ủy khối ở Trung ương', ['central-party-committee']],
    ['CẤP ỦY TRỰC THUỘC TRUNG ƯƠNG', ['provincial-party-committee', 'central-party-committee']],
    [
      'Các đảng đoàn, ban cán sự đảng, ban Đảng Trung ương',
      ['party-caucus', 'civil-affairs-committee', 'central-commission'],
    ],
    ['các ban Đảng ở Trung ương', ['central-commission']],
    ['các ban của Đảng', ['central-commission']],
    ['03 ban cán sự đảng', ['civil-affairs-committee']],
    ['UBND các tỉnh, thành phố trực thuộc Trung ương', ['province']],
    ['các đơn vị được phân công xây dựng báo cáo chuyên đề', 'list'],
    ['Những nơi được giao làm báo cáo riêng', 'list'],
    ['các hộ gia đình', []],
  ])('%s', (words, expected) => {
    const { kinds, byList } = classOf(words);
    if (expected === 'list') expect([kinds, byList]).toEqual([[], true]);
    else expect([[...kinds].sort(), byList]).toEqual([[...expected].sort(), false]);
  });

  it.each<[string | null, boolean]>([
    ['các tổ chức, đơn vị đã báo cáo chuyên đề', true],
    ['những nơi đã làm báo cáo chuyên đề', true],
    ['Đảng ủy Quân sự Trung ương', false],
    [null, false],
  ])('leaves out those with a template of their own: %s → %s', (words, expected) => {
    expect(exceptsAssigned(words)).toBe(expected);
  });
});

describe('the list of units', () => {
  const read = (list: string) => readAssignmentLines(list, scopeOf(plan, index, today));
  it('takes good lines and says of each bad one why', () => {
    const { lines, problems } = read(
      [
        'Ban cán sự đảng Bộ Nội vụ; Cải cách hành chính; và dân vận',
        '',
        'Đảng đoàn Hội Nông dân Việt Nam\tVận động nông dân',
        'BCSĐ Bộ Nội vụ; Lần nữa',
        'Ban cán sự đảng Bộ Ngoại giao',
        'Ủy ban Sao Hỏa; Chuyện lạ',
      ].join('\n'),
    );
    expect(lines.map((l) => l.title)).toEqual(['Cải cách hành chính; và dân vận', 'Vận động nông dân']);
    expect(problems.map((p) => p.line)).toEqual([4, 5, 6]);
    expect(problems[1]!.words.vi).toContain('thiếu tên báo cáo');
    expect(problems[2]!.words.en).toContain('no such unit');
  });

  it('ends every line in one of the two', () => {
    const line = fc.constantFrom(
      '',
      '  ',
      ';',
      'Bộ Nội vụ; A',
      'Lạng Sơn; B',
      'Sơn La',
      '|',
      '\t',
      'xyz ; c',
    );
    fc.assert(
      fc.property(fc.array(line), (list) => {
        const { lines, problems } = read(list.join('\n'));
        expect(lines.length + problems.length).toBe(list.filter((l) => l.trim() !== '').length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the launch', () => {
  const m2 = ['Ban cán sự đảng Bộ Nội vụ', 'Ban cán sự đảng Bộ Giáo dục và Đào tạo'].map((name) => ({
    templateCode: 'M2',
    unitId: organisationNamed(index, name, '2023-05-18')!.id,
    title: 'Chuyên đề',
  }));
  const input: LaunchInput = {
    planId: 'p',
    plan,
    index,
    assignments: m2,
    templates: ['M1', 'M2', 'M3'].map((code) => ({ code, versionId: code, name: code })),
    today,
  };
  const count = (launch: ReturnType<typeof draftLaunch>, code: string) =>
    launch.campaign.obligations.filter((o) => o.templateCode === code).length;

  it('makes M1 for the 67 committees, M2 for the list and M3 for the others', () => {
    const launch = draftLaunch(input);
    expect(launch.postponed).toEqual([]);
    expect(count(launch, 'M1')).toBe(67);
    expect(count(launch, 'M2')).toBe(2);
    expect(count(launch, 'M3')).toBeGreaterThan(20);
    expect(launch.visits).toHaveLength(13);
    expect(launch.campaign.synthesisDueOn).toBe('2023-10-31');
    expect(launch.campaign.name).toBe('Tổng kết Nghị quyết 25-NQ/TW, Kết luận 43-KL/TW');
    const drafts = launch.campaign.obligations.filter((o) => o.stages.some((s) => s.stage === 'draft'));
    expect(drafts).toHaveLength(13);
    expect(drafts[0]!.stages.map((s) => [s.stage, s.dueOn]).sort()).toEqual([
      ['draft', '2023-07-29'],
      ['official', '2023-08-29'],
    ]);
  });

  it('postpones M2, and M3 with it, while the list is empty', () => {
    const launch = draftLaunch({ ...input, assignments: [] });
    expect(launch.postponed).toEqual(['M2', 'M3']);
    expect(count(launch, 'M1')).toBe(67);
    expect(launch.campaign.obligations).toHaveLength(67);
  });

  it('follows an edited deadline', () => {
    const value = { ...plan.deadlines[official]!, when: counted };
    const edited = decidedPlan(plan, [decide(`/deadlines/${official}`, 'edited', value)]);
    const launch = draftLaunch({ ...input, plan: edited });
    const due = launch.campaign.obligations.flatMap((o) => o.stages.filter((s) => s.stage === 'official'));
    expect(new Set(due.map((s) => s.dueOn))).toEqual(new Set(['2023-08-30']));
  });

  it('says which place to visit is nobody, and a template that is not there', () => {
    const [first, ...rest] = plan.visits;
    const broken = { ...plan, visits: [{ ...first!, units: ['Lạng Xuyên', 'Hải Phòng'] }, ...rest] };
    const launch = draftLaunch({ ...input, plan: broken, templates: input.templates.slice(0, 2) });
    expect(launch.diagnostics.map((d) => d.code)).toEqual(expect.arrayContaining(['E210', 'E211']));
    expect(launch.diagnostics.find((d) => d.code === 'E211')!.message.vi).toContain('Lạng Xuyên');
    expect(launch.visits).toHaveLength(4);
  });

  it('stands on a line of dates, each once, with the days between', () => {
    const points = milestones(draftLaunch(input));
    expect(points.map((p) => p.on)).toEqual([
      '2023-05-18',
      '2023-07-29',
      '2023-08-29',
      '2023-09-01',
      '2023-10-31',
    ]);
    expect(points.map((p) => p.daysToNext)).toEqual([72, 31, 3, 60, null]);
    expect(points.at(-1)!.words.vi).toBe('hết khảo sát; hoàn thành tổng hợp');
  });

  it.each<[When | null, string | null, boolean | null]>([
    [{ ...counted, rel: 'before' }, '2023-08-30', false],
    [counted, '2023-08-30', true],
    [{ ...counted, rel: 'in', from: '2023-10-01', to: '2023-10-31' }, '2023-10-31', true],
    [{ ...counted, from: '2025-11-26T16:30', to: '2025-11-26T16:30' }, '2025-11-26', true],
    [{ ...counted, from: null, to: null }, null, null],
    [null, null, null],
  ])('counts %j as due', (when, printedOn, inclusive) => {
    const due = deadlineOf(when, '');
    expect([due?.printedOn ?? null, due?.inclusive ?? null]).toEqual([printedOn, inclusive]);
  });

  it('names a campaign without reviewed documents by its title', () => {
    expect(campaignName({ ...plan, subject: [], title: 'sơ kết 3 năm' })).toBe('sơ kết 3 năm');
  });
});
