// Every code that the final report's lints can give, and what each leaves alone. Coverage and figure addresses too.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LiveFigure } from '#src/annexes/rules/references.ts';
import { fromMarkdown } from '#src/documents/markdown.ts';
import { projectRoot } from '#src/platform/config.ts';
import type { Evidence } from '#src/synthesis/rules.ts';
import { templateSeeds } from '#src/templates/seed.ts';
import { coverageOf } from './coverage.ts';
import { figureAddress } from './figure-address.ts';
import { lintReport, neverCited } from './lints.ts';
import { regions } from './regions.ts';

const id = (n: number) => `0189f7ea-0000-7000-8000-00000000000${n}`;
const evidence = (n: number, change: Partial<Evidence> = {}): [string, Evidence] => [
  id(n),
  {
    id: id(n),
    unitId: `don-vi-${n}`,
    unitName: 'Tỉnh ủy Lạng Sơn',
    submissionId: 's',
    version: 2,
    templateCode: 'M1',
    sectionCode: 'III.3',
    blockId: 'b',
    quote: 'Một số xã trả lời ý kiến của dân sau đối thoại còn chậm, có nơi để quá ba tháng',
    stance: 'supports',
    quotable: true,
    state: 'accepted',
    pickedAt: new Date(0),
    ...change,
  },
];
const known = new Map([
  evidence(1),
  evidence(2, { state: 'returned' }),
  evidence(3, { quotable: false }),
  evidence(4, { stance: 'differs' }),
  evidence(5, { state: 'submitted' }),
]);
const figure = (ref: string, change: Partial<LiveFigure> = {}): [string, LiveFigure] => [
  ref,
  {
    ref,
    label: { vi: 'Cuộc đối thoại', en: 'Dialogues' },
    value: 62,
    text: '62',
    covered: 63,
    of: 63,
    submissionIds: [],
    ...change,
  },
];
const figures = new Map([
  figure('B3.08:2022'),
  figure('B3.08:2021', { text: '48', value: 48 }),
  figure('B3.09:2022', { covered: 61 }),
  figure('B3.01:2022', { value: null, text: '–' }),
]);
const frozen = new Map([['B3.08:2021', '50']]);
const codes = (markdown: string) => {
  let n = 0;
  return lintReport({
    body: fromMarkdown(markdown, [], () => `k${++n}`),
    evidence: known,
    figures,
    frozen,
  }).map((d) => d.code);
};
const cite = (n: number) => `[^e:${id(n)}]`;

describe('lints', () => {
  it.each<[string, string[]]>([
    ['Nhân dân các nơi đều đồng tình.', ['F01']],
    [`Nhân dân các nơi đều đồng tình.${cite(1)}`, []],
    [`Nhân dân các nơi đều đồng tình.${cite(5)}`, []],
    ['Kết quả cụ thể như sau:', []],
    ['# Đề mục không cần nguồn đâu', []],
    ['- Việc thứ nhất đã làm xong.\n- Việc hai.', ['F01']],
    ['Đã tổ chức {{B3.08:2022}} cuộc đối thoại.', []],
    ['Đã tổ chức {{B3.08:2021}} cuộc đối thoại.', ['F12']],
    ['Đã có {{B3.99:2022}} cuộc đối thoại.', ['F13']],
    ['Đã có {{B3.01:2022}} cuộc đối thoại.', ['F13']],
    ['Đã nêu {{B3.09:2022}} ý kiến ở các nơi.', ['F14']],
    ['| Năm | Cuộc |\n| 2022 | {{B3.99:2022}} |', ['F13']],
    [`Nhân dân các nơi đều đồng tình.${cite(9)}`, ['F15']],
    [`Nhân dân các nơi đều đồng tình.${cite(2)}`, ['F22']],
    [`Nhân dân các nơi đều đồng tình.${cite(4)}`, ['F30']],
    [`Có nơi xã trả lời ý kiến của dân sau đối thoại còn chậm.${cite(3)}`, ['F21']],
    [`Việc trả lời dân ở vài xã còn trễ.${cite(3)}`, []],
    [`Cả nước có 1.234 cuộc đối thoại.${cite(1)}`, ['F40']],
    [`Tỷ lệ đạt 5% so với trước.${cite(1)}`, ['F40']],
    [`Có 61/63 tỉnh đã làm việc này.${cite(1)}`, ['F40', 'F40']],
    [
      `Nghị quyết 25-NQ/TW, Kết luận số 43-KL/TW và Nghị định 30/2020/NĐ-CP đã được quán triệt.${cite(1)}`,
      [],
    ],
    [`Ngày 03/6/2013 và tháng 10/2023, năm 2019, giai đoạn 2019-2023, ngày 30/8.${cite(1)}`, []],
    [`Sau 10 năm thực hiện, theo Điều 12, khoản 15 và Nghị quyết 25.${cite(1)}`, []],
    [`Có 3 nhóm việc chính đã làm.${cite(1)}`, []],
  ])('%s → %j', (markdown, expected) => {
    expect(codes(markdown)).toEqual(expected);
  });

  it('say in which part and paragraph', () => {
    let n = 0;
    const body = fromMarkdown('# Một\nNhân dân các nơi đều đồng tình.', [], () => `k${++n}`);
    expect(lintReport({ body, evidence: known, figures, frozen })[0]!.where).toEqual({
      in: 'section',
      section: body[0]!.id,
      block: body[1]!.id,
    });
  });

  it('are each documented once', () => {
    const text = readFileSync(join(projectRoot, 'docs/diagnostics-final-report.md'), 'utf8');
    const source = readFileSync(join(projectRoot, 'src/finalreport/rules/lints.ts'), 'utf8');
    const given = [...new Set([...source.matchAll(/'(F\d\d)'/g)].map((m) => m[1]!))].sort();
    const documented = [...text.matchAll(/^\| (F\d\d) /gm)].map((m) => m[1]!);
    expect(documented).toEqual(given);
  });
});

describe('coverage', () => {
  const outlines = new Map(templateSeeds().map((t) => [t.code, t.outline]));
  const reported = [
    { unitId: 'lang-son', templateCode: 'M1', provinceCode: '20' },
    { unitId: 'cao-bang', templateCode: 'M1', provinceCode: '04' },
    { unitId: 'hau-giang', templateCode: 'M1', provinceCode: '93' },
    { unitId: 'ban-to-chuc', templateCode: 'M3', provinceCode: null },
  ];

  it('counts each body once a task, over those that reported on it', () => {
    const cited = [
      { unitId: 'lang-son', sectionCode: 'III.3' },
      { unitId: 'lang-son', sectionCode: 'III.3' },
      { unitId: 'lang-son', sectionCode: 'IV' },
    ];
    const { tasks, rows } = coverageOf({ outlines, reported, cited });
    expect(tasks.map((t) => t.code)).toEqual(['NV1', 'NV2', 'NV3', 'NV4', 'NV5', 'NV6', 'NV7']);
    const cell = (row: number, task: string) => rows[row]!.cells[tasks.findIndex((t) => t.code === task)]!;
    expect(cell(0, 'NV3')).toEqual({ cited: 1, reported: 2, share: 2 });
    expect(cell(0, 'NV4')).toEqual({ cited: 0, reported: 2, share: 0 });
    expect(cell(5, 'NV3')).toEqual({ cited: 0, reported: 1, share: 0 });
    expect(cell(3, 'NV3')).toEqual({ cited: 0, reported: 0, share: null });
    expect(cell(6, 'NV1').reported).toBe(1);
    expect(cell(6, 'NV7').share).toBeNull();
  });

  it('has every one of the 63 provinces in one region', () => {
    const all = regions.flatMap((r) => r.provinces);
    expect(all).toHaveLength(63);
    expect(new Set(all).size).toBe(63);
  });

  it('names those never cited', () => {
    const two = [
      { unitId: 'a', unitName: 'A' },
      { unitId: 'b', unitName: 'B' },
    ];
    expect(neverCited(two, [{ unitId: 'b' }])).toEqual([two[0]]);
  });
});

describe('figure addresses', () => {
  const tables = templateSeeds().find((t) => t.code === 'M1')!.annex.tables;
  const columns = tables.find((t) => t.code === 'B3')!.columns.map((c) => c.code);
  it.each([
    ['B3.08:2022', '/figures/B3/B3.08/2022'],
    [`B3.08:${columns[0]}-${columns.at(-1)}`, '/figures/B3/B3.08/total'],
    [`B3.08:${columns[0]}-${columns[1]}`, '/figures?table=B3&indicator=B3.08'],
    ['B3.08:2022:count', '/figures/B3/B3.08/2022'],
    ['reports:accepted', '/reports'],
    ['khong-co', '/figures'],
  ])('%s → %s', (ref, address) => {
    expect(figureAddress(ref, tables)).toBe(address);
  });
});
