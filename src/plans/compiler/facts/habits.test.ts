// Habits of plans, each in a line or two: who acts, by when, where to; and the former dates that bind nobody.
import { expect, test } from 'vitest';
import { compilePlan } from '../compile.ts';

const head =
  'UBND TỈNH BÌNH AN\nSố: 12/KH-UBND\nBình An, ngày 14 tháng 4 năm 2025\nKẾ HOẠCH\nTổng kết công tác hòa giải\nThực hiện chương trình công tác, UBND tỉnh ban hành Kế hoạch như sau:\n';
const read = (body: string) =>
  compilePlan({ text: `${head}${body}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nRơ Châm H’Yéo\n` }).plan;
const deadlines = (body: string) => read(body).deadlines.map((d) => `${d.who} ${d.when.rel} ${d.when.to}`);

test.each([
  [
    'II. CÁCH LÀM\na) Tự kiểm tra: Các sở, ngành tỉnh gửi báo cáo trước ngày 10/6/2025.',
    'Các sở, ngành tỉnh before 2025-06-10',
  ],
  [
    'II. THỜI HẠN\n1. Thời hạn gửi báo cáo: trước ngày 15/5/2025 đối với các sở, ban, ngành.',
    'các sở, ban, ngành before 2025-05-15',
  ],
  [
    'II. CÁCH LÀM\n1. Các sở, ngành tỉnh; UBND các huyện xây dựng kế hoạch trước ngày 25/4/2025.',
    'Các sở, ngành tỉnh; UBND các huyện before 2025-04-25',
  ],
  ['II. CÁCH LÀM\n1. Công an tỉnh cung cấp số liệu trước 28/5.', 'Công an tỉnh before 2025-05-28'],
  [
    'II. CÁCH LÀM\n1. Các sở gửi báo cáo, thời hạn lùi từ trước ngày 10/6/2025 thành trước ngày 30/6/2025.',
    'Các sở before 2025-06-30',
  ],
  [
    'II. CÁCH LÀM\n1. UBND các huyện giao phòng chuyên môn lập báo cáo, gửi Sở Tư pháp trước ngày 10/6/2025.',
    'UBND các huyện before 2025-06-10',
  ],
])('%s', (body, expected) => {
  expect(deadlines(body)).toEqual([expected]);
});

test('groups under a heading are visits, each in its own window', () => {
  const { visits } = read(
    'II. CÁCH LÀM\n1. Đoàn giám sát làm việc theo 02 nhóm:\na) Nhóm 1: Sở Nội vụ, Sở Y tế. Thời gian: ngày 06/5/2025; mỗi đơn vị 1/2 ngày.\nb) Nhóm 2: Sở Tư pháp; thời gian: ngày 08/5/2025, mỗi đơn vị 01 ngày.',
  );
  expect(visits.map((v) => [v.units, v.window?.from, v.duration])).toEqual([
    [['Sở Nội vụ', 'Sở Y tế'], '2025-05-06', 'mỗi đơn vị 1/2 ngày'],
    [['Sở Tư pháp'], '2025-05-08', 'mỗi đơn vị 01 ngày'],
  ]);
});

test('each class of bodies has its own duration', () => {
  const { visits } = read(
    'II. KHẢO SÁT\n1. Đoàn công tác khảo sát tại 05 đơn vị, trong đó có 02 huyện gồm: Tân An, Phú Lộc và 03 sở, gồm: Sở Nội vụ, Sở Tài chính, Sở Y tế trong tháng 7/2025.\nTại mỗi huyện, Đoàn làm việc 1,5 ngày.\nTại các sở, Đoàn làm việc với mỗi đơn vị 01 ngày.',
  );
  expect(visits.map((v) => v.duration)).toEqual([
    'Tại mỗi huyện, Đoàn làm việc 1,5 ngày',
    'Tại các sở, Đoàn làm việc với mỗi đơn vị 01 ngày',
  ]);
});

test('a calendar of visits is read from a table, whole or one cell a line', () => {
  const table =
    'II. TIẾN ĐỘ\n1. Lịch giám sát:\nSTT | Đơn vị | Thời gian | Địa điểm\n1 | UBND huyện Tân An | 8h00 ngày 03/6/2025 | Trụ sở\n2 | Sở Xây dựng | Ngày 05/6/2025 | Trụ sở\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng bố trí xe.';
  for (const body of [table, table.replaceAll(' | ', '\n')]) {
    const { visits, tasks } = read(body);
    expect(visits.map((v) => `${v.units} ${v.window?.from}`)).toEqual([
      'UBND huyện Tân An 2025-06-03T08:00',
      'Sở Xây dựng 2025-06-05',
    ]);
    expect(tasks.map((t) => t.lead)).toEqual(['Văn phòng']);
  }
});

test('the act of a bare label is the clause before it', () => {
  const { deadlines: found } = read(
    'II. CÁCH LÀM\n1. Sở Tư pháp chủ trì tổng hợp báo cáo và xin ý kiến UBND tỉnh. Thời gian hoàn thành: tháng 10/2025.',
  );
  expect(found.map((d) => d.what)).toEqual(['chủ trì tổng hợp báo cáo và xin ý kiến UBND tỉnh']);
});

test('a news page: what it says was issued, not what that rests on', () => {
  const { plan } = compilePlan({
    text: 'Thành ủy Bình An sơ kết nghị quyết về đô thị\nThực hiện Nghị quyết số 12-NQ/TU ngày 03/4/2020 của Tỉnh ủy, ngày 12/5/2025, Ban Thường vụ Thành ủy Bình An ban hành Kế hoạch số 45-KH/TU về sơ kết 05 năm thực hiện Nghị quyết.\nCác phường gửi báo cáo trước ngày 30/6/2025.',
  });
  expect(plan).toMatchObject({
    kind: 'Tin',
    symbol: '45-KH/TU',
    issuer: 'Ban Thường vụ Thành ủy Bình An',
    issuedOn: { from: '2025-05-12' },
  });
});
