// Each diagnostic is given where it should be, and not where it should not.
import { expect, test } from 'vitest';
import { compilePlan } from '../compile.ts';
import type { UnitLookup } from '../model.ts';

const head =
  'TỈNH ỦY AN BÌNH\n*\nSố 12-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nAn Bình, ngày 08 tháng 5 năm 2023\nKẾ HOẠCH\ntổng kết công tác dân vận\n-----\nThực hiện chương trình công tác, Ban Thường vụ ban hành Kế hoạch như sau:\n';
const plan = (body: string) => `${head}${body}\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nNguyễn Văn Tám\n`;
const report = 'II. HÌNH THỨC\n1. Các huyện ủy gửi báo cáo theo Mẫu 1 về Tỉnh ủy trước ngày 15/6/2023.';

function codes(body: string, context = {}): string[] {
  return compilePlan({ text: plan(body) }, context).diagnostics.map((d) => d.code);
}

test.each([
  ['W104', report],
  ['W207', report],
  ['W130', 'II. HÌNH THỨC\n1. Các huyện ủy gửi báo cáo theo Mẫu 1 chậm nhất ngày 02/9/2023.'],
  ['E204', 'II. HÌNH THỨC\n1. Các huyện ủy gửi báo cáo theo Mẫu 1 trước ngày 15/6/2022.'],
  [
    'W301',
    'II. NỘI DUNG\n1. Kết quả.\nII. HÌNH THỨC\n1. Các huyện ủy gửi báo cáo theo Mẫu 1 trước ngày 15/6/2023.',
  ],
  ['W302', 'II. NỘI DUNG\n1. Kết quả.\nIV. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi.'],
  ['W209', `${report}\n2. Các sở, ngành gửi báo cáo về Tỉnh ủy trước ngày 20/6/2023.`],
  ['W306', 'II. HÌNH THỨC\n1. Các huyện ủy gửi báo cáo theo Mẫu 1 về Tỉnh ủy.'],
  ['E206', `${report}\n2. Các huyện ủy gửi báo cáo theo Mẫu 2 về Tỉnh ủy trước ngày 20/6/2023.`],
  [
    'E203',
    'II. HÌNH THỨC\n1. Các đơn vị được phân công xây dựng báo cáo chuyên đề (có tên và tiêu đề báo cáo gửi kèm theo mẫu M2).',
  ],
  [
    'E101',
    'II. KHẢO SÁT\nTổ công tác khảo sát tại 04 huyện gồm: Tân An, Phú Lộc, Hòa Thành trong tháng 7/2023.',
  ],
  [
    'I120',
    'II. KHẢO SÁT\nTổ công tác khảo sát tại 05 đơn vị, trong đó có 02 huyện gồm: Tân An, Phú Lộc và 03 sở gồm: Sở Nội vụ, Sở Tài chính, Sở Y tế trong tháng 7/2023.',
  ],
  [
    'E102',
    'II. KHẢO SÁT\nTổ công tác khảo sát tại 06 đơn vị, trong đó có 02 huyện gồm: Tân An, Phú Lộc và 03 sở gồm: Sở Nội vụ, Sở Tài chính, Sở Y tế trong tháng 7/2023.',
  ],
  [
    'E205',
    'II. KHẢO SÁT\nTổ công tác khảo sát tại các huyện Tân An, Phú Lộc từ ngày 10/5/2023 đến ngày 12/5/2023; báo trước 05 ngày.',
  ],
  [
    'W311',
    'II. KHẢO SÁT\nTổ công tác khảo sát tại các huyện Tân An, Phú Lộc trong tháng 7/2023.\nIII. TỔ CHỨC THỰC HIỆN\n1. Ban Dân vận chủ trì tổng hợp báo cáo, hoàn thành trong tháng 7/2023.',
  ],
  ['W312', 'II. KHẢO SÁT\nTổ công tác khảo sát tại các huyện Tân An, Phú Lộc.'],
  ['W307', 'II. NỘI DUNG\n1. Kết quả.'],
  ['I131', 'II. HÌNH THỨC\n1. Hội nghị tổng kết tổ chức tuần đầu tháng 7/2023.'],
])('%s', (code, body) => {
  expect(codes(body)).toContain(code);
});

test('a plan in order gives no error', () => {
  const body =
    'I. NỘI DUNG\n1. Kết quả.\nII. HÌNH THỨC\n1. Các huyện ủy gửi báo cáo về Tỉnh ủy chậm nhất ngày 15/6/2023.';
  expect(codes(body)).toEqual([]);
});

test('the page’s date is not the date of issue', () => {
  const text = `Thứ Hai, 03/6/2024\nKế hoạch số 12-KH/TU ngày 08/5/2023 của Tỉnh ủy An Bình về tổng kết công tác dân vận\nThực hiện chương trình công tác năm, Ban Thường vụ ban hành Kế hoạch như sau:\n${report}`;
  const { plan: facts, diagnostics } = compilePlan({ text });
  expect(facts).toMatchObject({ pageDate: '2024-06-03', issuedOn: { from: '2023-05-08' } });
  expect(diagnostics.map((d) => d.code)).toContain('W118');
});

test('names are looked up at the date of the plan and today', () => {
  const lookup: UnitLookup = {
    find: (name, on) => {
      if (name === 'Tân An')
        return on < '2025-07-01'
          ? { status: 'found', name: 'Tân An' }
          : { status: 'abolished', successor: 'Phú Lộc' };
      if (name === 'Phu Lộc') return { status: 'found', name: 'Phú Lộc' };
      return { status: name === 'Hòa Thành' ? 'ambiguous' : 'unknown' };
    },
  };
  const body =
    'II. KHẢO SÁT\nTổ công tác khảo sát tại các huyện Tân An, Phu Lộc, Hòa Thành, Mỹ Lâm trong tháng 7/2023.';
  expect(codes(body, { lookup, today: '2026-01-01' }).filter((c) => /^[WI]40/.test(c))).toEqual([
    'W405',
    'I402',
    'W404',
    'W401',
  ]);
  expect(codes(body).filter((c) => /^[WI]40/.test(c))).toEqual([]);
});

test('a bare name at the end of the registry’s own is no loose match; one body that has a task is looked up, a class is not', () => {
  const asked: string[] = [];
  const lookup: UnitLookup = {
    find: (name) => {
      asked.push(name);
      return name === 'Bộ Cổ tích' ? { status: 'unknown' } : { status: 'found', name: `Tỉnh ủy ${name}` };
    },
  };
  const body =
    'II. KHẢO SÁT\nTổ công tác khảo sát tại các tỉnh Tân An, Phú Lộc trong tháng 7/2023.\nIII. TỔ CHỨC THỰC HIỆN\n1. Bộ Cổ tích chủ trì, phối hợp với các sở, ngành tổng hợp báo cáo.';
  expect(codes(body, { lookup }).filter((c) => /^[WI]40/.test(c))).toEqual(['W401']);
  expect(asked).toEqual(['Tân An', 'Phú Lộc', 'Bộ Cổ tích']);
});
