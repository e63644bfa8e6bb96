// Files of units: what is exported comes back as "the same"; every line says what it would do, by cell.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#src/kernel/ids.ts';
import { buildNameIndex } from '../matching.ts';
import { nameOn, unitByCodeOn, unitsOfKind } from '../rules.ts';
import { packagedRegistry } from '../sources/registry.ts';
import type { PresentContact } from './contacts.ts';
import { parseCsv, writeCsv } from './csv.ts';
import { dateFrom, readLines } from './import-lines.ts';
import { judgeImport } from './importing.ts';
import { columnNames, columns, listedUnits, rowsOf } from './listing.ts';

const registry = packagedRegistry();
const index = buildNameIndex(registry);
const on = '2026-03-01';
const langSon = unitsOfKind(registry, 'province', on).find((u) => u.name === 'Lạng Sơn')!;

function judge(csv: string, contacts: ReadonlyMap<string, PresentContact> = new Map()) {
  const { file, diagnostics } = readLines(parseCsv(csv));
  const judgement = judgeImport({ index, file, contacts, on, basis: 'NQ 1', newId: () => newId() });
  return { ...judgement, diagnostics: [...diagnostics, ...judgement.diagnostics] };
}

const header = columns.map((c) => columnNames[c].vi);
const exported = (units: Parameters<typeof rowsOf>[1], day = on) => [
  header,
  ...rowsOf(registry, units, day, 'vi', new Map()),
];

describe('what was exported', () => {
  it.each(['province', 'provincial-party-committee', 'ministry', 'central-commission'] as const)(
    '%s: comes back as the same',
    (kind) => {
      const { lines, diagnostics, changes } = judge(writeCsv(exported(listedUnits(registry, on, { kind }))));
      expect(lines.length).toBe(unitsOfKind(registry, kind, on).length);
      expect(lines.filter((l) => l.status !== 'same')).toEqual([]);
      expect([diagnostics, changes]).toEqual([[], []]);
    },
  );

  it('the 3,321 communes: the same, in seconds', () => {
    const csv = writeCsv(exported(listedUnits(registry, on, { kind: 'commune' })));
    const start = performance.now();
    const { lines } = judge(csv);
    console.log(`units: ${lines.length} lines judged in ${(performance.now() - start).toFixed(0)} ms`);
    expect(lines.filter((l) => l.status !== 'same')).toEqual([]);
    expect(lines.length).toBe(3321);
  });
});

describe('a file that changes something', () => {
  const rows = (text: string) =>
    judge(`Mã,Tên đầy đủ,Loại,Cấp trên,Từ ngày,Mã định danh điện tử,Đầu mối,Điện thoại,Thư điện tử\n${text}`);
  const codes = (text: string) =>
    rows(text)
      .diagnostics.filter((d) => d.severity === 'error')
      .map((d) => `${d.code} ${d.where?.in === 'cell' ? d.where.address : ''}`);

  it('founds new units, and those under them, whatever the order of the lines', () => {
    const { lines, changes } = rows(
      '99001,Xã Thử Một,xã,Tỉnh Thử,02/4/2026,,,,\n990,Tỉnh Thử,tỉnh,Nước Cộng hòa xã hội chủ nghĩa Việt Nam,01/4/2026,,,,',
    );
    expect(lines.map((l) => [l.row, l.status])).toEqual([
      [2, 'new'],
      [3, 'new'],
    ]);
    expect(changes.map((c) => c.on)).toEqual(['2026-04-01', '2026-04-02']);
  });

  it('renames by code, moves, gives codes and a contact', () => {
    const { lines } = rows(
      '20,Tỉnh Lạng Sơn Mới,tỉnh,,,000.00.00.H37,Lê Thị An,0912345678,an@langson.example',
    );
    expect(lines[0]).toMatchObject({ status: 'changed', unitId: langSon.id });
    expect(lines[0]!.changes.map((w) => w.vi)).toEqual([
      'tên cũ Tỉnh Lạng Sơn',
      'mã 000.00.00.H37',
      'đầu mối Lê Thị An',
    ]);
  });

  it('says at its cell that a contact cannot be handed over: too early, or nobody to reach', () => {
    const known = { name: 'Lê Thị An', position: null, phone: '0912345678', email: null };
    const judged = (csv: string, fromOn: string) => {
      const { diagnostics, contacts } = judge(csv, new Map([[langSon.id, { ...known, fromOn }]]));
      const places = diagnostics.map((d) => `${d.code} ${d.where?.in === 'cell' ? d.where.address : ''}`);
      return [places.filter((p) => !p.startsWith('U211')), contacts.length];
    };
    const line = (person: string) => `Mã,Tên,Loại,Đầu mối,Điện thoại\n20,Tỉnh Lạng Sơn,tỉnh,${person}\n`;
    expect(judged(line('Lê Thị Bình,0912345679'), '2026-02-01')).toEqual([[], 1]);
    expect(judged(line('Lê Thị Bình,0912345679'), on)).toEqual([['U216 D2'], 0]);
    expect(judged(line('Lê Thị Bình,'), '2026-02-01')).toEqual([['U216 E2'], 0]);
    expect(judged(line('Lê Thị An,0912345678'), on)).toEqual([[], 0]);
  });

  it.each([
    ['unknown kind', '990,Tỉnh Thử,vương quốc,,,,,,', ['U204 C2']],
    ['no kind to be seen', '990,Vùng Thử,,,,,,,', ['U205 C2']],
    ['unknown parent', '990,Xã Thử,xã,Tỉnh Không Có,,,,,', ['U206 D2']],
    ['parent missing', '990,Xã Thử,xã,,,,,,', ['U206 D2']],
    ['ambiguous parent', '990,Xã Thử,xã,Xã Tân Thành,,,,,', ['U207 D2']],
    ['bad date', '990,Tỉnh Thử,tỉnh,,31/02/2026,,,,', ['U208 E2']],
    ['nothing to go by', ',,tỉnh,,,,,,', ['U209 B2']],
    ['twice the same unit', '20,Tỉnh Lạng Sơn,tỉnh,,,,,,\n20,Tỉnh Lạng Sơn,tỉnh,,,,,,', ['U210 B3']],
    ['code and name of two units', '20,Tỉnh Cao Bằng,tỉnh,,,,,,', ['U215 A2']],
    ['several bear the name', ',Xã Tân Thành,xã,,,,,,', ['U215 B2']],
    ['a name that differs in its marks only', ',Tỉnh Lạng Sôn,tỉnh,,,,,,', ['U215 B2']],
    ['unknown code without a name', '991,,tỉnh,,,,,,', ['U215 A2']],
    ['bad e-mail', '20,Tỉnh Lạng Sơn,tỉnh,,,,Lê An,,không phải thư', ['U214 I2']],
    ['a founding before the parent', '990,Xã Thử,xã,Tỉnh Tuyên Quang,01/01/2025,,,,', ['U212 D2']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('lists what vanished, and leaves it', () => {
    const { vanished, changes } = rows('20,Tỉnh Lạng Sơn,tỉnh,,,,,,\n04,Tỉnh Cao Bằng,tỉnh,,,,,,');
    expect([vanished.length, changes.length]).toEqual([32, 0]);
  });

  it('understands 80 as what it means on the day of the import', () => {
    const { lines } = rows('80,Tỉnh Tây Ninh,tỉnh,,,,,,');
    expect(lines[0]).toMatchObject({ status: 'same', unitId: unitByCodeOn(registry, 'gso', '80', on)!.id });
    expect(codes('80,Tỉnh Long An,tỉnh,,,,,,')).toEqual([]);
    expect(rows('80,Tỉnh Long An,tỉnh,,,,,,').lines[0]!.changes[0]?.vi).toBe('tên cũ Tỉnh Tây Ninh');
  });

  it('says that there is no header', () => {
    expect(judge('a,b\n1,2').diagnostics.map((d) => d.code)).toEqual(['U201']);
  });
});

it('reads days as people write them, and only days', () => {
  expect(
    ['01/7/2025', '1-7-2025', '1.7.2025', '2025-07-01', '31/02/2025', '7/2025', 'x'].map(dateFrom),
  ).toEqual(['2025-07-01', '2025-07-01', '2025-07-01', '2025-07-01', null, null, null]);
});

it('never throws, whatever the cells', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '20',
      'Tỉnh Lạng Sơn',
      'xã',
      '01/7/2025',
      'Xã Tân Thành',
      nameOn(registry, langSon, on).fullName,
      '=1',
      '',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 13, maxLength: 13 }), { maxLength: 4 }), (grid) => {
      expect(judge(writeCsv([header, ...grid])).lines.length).toBeLessThanOrEqual(grid.length);
    }),
    { numRuns: 15 },
  );
}, 60_000);
