// Letterheads of every kind of issuer: whose the plan is, its number, day, kind and title; and who signs.
import { describe, expect, test } from 'vitest';
import { compilePlan } from '../compile.ts';

const body =
  'Thực hiện Chương trình công tác năm 2025, cơ quan ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Đánh giá kết quả.\nII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi, đôn đốc.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n';
const signed = 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHoàng Thị Mây\n';
const party = 'ĐẢNG CỘNG SẢN VIỆT NAM\n';
const state = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n';
const day = 'ngày 02 tháng 3 năm 2025\nKẾ HOẠCH\nTổng kết công tác\n';

test.each<[head: string, issuer: string, parent: string | null]>([
  [
    `ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n${state}Số: 12 /KH-UBND\nCà Mau, ${day}`,
    'Ủy ban nhân dân tỉnh Cà Mau',
    null,
  ],
  [
    `HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\nBAN VĂN HÓA - XÃ HỘI\nSố: 12/KH-BVHXH\nLào Cai, ${day}`,
    'Ban Văn hóa - Xã hội',
    'Hội đồng nhân dân tỉnh Lào Cai',
  ],
  [
    `ĐẢNG BỘ THÀNH PHỐ HUẾ\nĐẢNG ỦY\nPHƯỜNG THUẬN HÓA\n*\nSố 12-KH/ĐU\n${party}Thuận Hóa, ${day}`,
    'Đảng ủy phường Thuận Hóa',
    'Đảng bộ thành phố Huế',
  ],
  [
    `BỘ CÔNG AN\nCÔNG AN TỈNH GIA LAI\nSố: 312/KH-CAT-PX03\n${state}Gia Lai, ${day}`,
    'Công an tỉnh Gia Lai',
    'Bộ Công an',
  ],
  [
    `TỈNH ĐOÀN NGHỆ AN\n***\nSố: 45-KH/TĐTN\nĐOÀN TNCS HỒ CHÍ MINH\nNghệ An, ${day}`,
    'Tỉnh đoàn Nghệ An',
    null,
  ],
  [
    `VĂN PHÒNG CHÍNH PHỦ      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-------      Độc lập - Tự do - Hạnh phúc\nSố: 1234/VPCP-TH      Hà Nội, ${day}`,
    'Văn phòng Chính phủ',
    null,
  ],
  [
    `TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG\nTỈNH ĐIỆN BIÊN\nSố: 45/KH-LĐLĐ\n${state}Điện Biên, ${day}`,
    'Liên đoàn Lao động tỉnh Điện Biên',
    'Tổng Liên đoàn Lao động Việt Nam',
  ],
  [
    `VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO\nVIỆN KIỂM SÁT NHÂN DÂN\nTỈNH AN GIANG\nSố: 45/KH-VKS\n${state}An Giang, ${day}`,
    'Viện Kiểm sát nhân dân tỉnh An Giang',
    'Viện Kiểm sát nhân dân tối cao',
  ],
  [`TỈNH ỦY HÒA BÌNH\nBAN DÂN VẬN\n*\nSố 45-KH/BDVTU\nHòa Bình, ${day}`, 'Ban Dân vận', 'Tỉnh ủy Hòa Bình'],
  [`THÀNH ỦY\nTP. HỒ CHÍ MINH\n*\nSố 45-KH/TU\nTP. Hồ Chí Minh, ${day}`, 'Thành ủy TP. Hồ Chí Minh', null],
  [
    `BAN CHỈ ĐẠO TỔNG KẾT\nNGHỊ QUYẾT SỐ 25\n*\nSố 05-KH/BCĐ\n${party}Hà Nội, ${day}`,
    'Ban Chỉ đạo Tổng kết Nghị quyết số 25',
    null,
  ],
  [
    `UBND TỈNH BÌNH AN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ TƯ PHÁP Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-STP Bình An, ${day}`,
    'Sở Tư pháp',
    'UBND tỉnh Bình An',
  ],
  [
    `UBND TỈNH BÌNH AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ TƯ PHÁP\tĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-STP\tBình An, ${day}`,
    'Sở Tư pháp',
    'UBND tỉnh Bình An',
  ],
  [
    `UBND TỈNH BÌNH AN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ TƯ PHÁP | Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-STP | Bình An, ${day}`,
    'Sở Tư pháp',
    'UBND tỉnh Bình An',
  ],
  [
    `UBND TỈNH BÌNH AN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ TƯ PHÁP        Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-STP        Bình An, ${day}`,
    'Sở Tư pháp',
    'UBND tỉnh Bình An',
  ],
  [
    `TỈNH ỦY BÌNH AN ĐẢNG CỘNG SẢN VIỆT NAM\nBAN NỘI CHÍNH\n* Bình An, ${day}`,
    'Ban Nội chính',
    'Tỉnh ủy Bình An',
  ],
])('%s', (head, issuer, parent) => {
  const { plan } = compilePlan({ text: `${head}\n${body}${signed}` });
  expect([plan.issuer, plan.parentBody].map((x) => x?.toLowerCase())).toEqual(
    [issuer, parent ?? undefined].map((x) => x?.toLowerCase()),
  );
  expect(plan.issuedOn?.from).toBe('2025-03-02');
  expect(plan.title).toBe('Tổng kết công tác');
});

test.each<[lines: string, kind: string, title: string, from: string | undefined]>([
  [
    'Huế, ngày 02/3/2025\nKẾ HOẠCH GIÁM SÁT\nViệc thực hiện chính sách giảm nghèo',
    'Kế hoạch',
    'GIÁM SÁT Việc thực hiện chính sách giảm nghèo',
    '2025-03-02',
  ],
  [
    'Huế, ngày 02 tháng 3 năm 2025\nKẾ HOẠCH TỔNG KẾT 10 NĂM THỰC HIỆN\nCHỈ THỊ VỀ DÂN CHỦ',
    'Kế hoạch',
    'TỔNG KẾT 10 NĂM THỰC HIỆN CHỈ THỊ VỀ DÂN CHỦ',
    '2025-03-02',
  ],
  [
    'Huế, ngày     tháng 3 năm 2025\nHƯỚNG DẪN\nSơ kết công tác',
    'Hướng dẫn',
    'Sơ kết công tác',
    '2025-03-01',
  ],
])('kind, title and day: %s', (lines, kind, title, from) => {
  const { plan } = compilePlan({ text: `UBND TỈNH BÌNH AN\nSố: 12/KH-UBND\n${lines}\n\n${body}${signed}` });
  expect([plan.kind, plan.title, plan.issuedOn?.from]).toEqual([kind, title, from]);
});

describe('who signs', () => {
  const signatory = (lines: string) => {
    const { plan } = compilePlan({
      text: `UBND TỈNH BÌNH AN\nSố: 12/KH-UBND\nBình An, ${day}\n${body}${lines}\n`,
    });
    return [plan.signatory?.authority, plan.signatory?.position, plan.signatory?.name];
  };
  test.each<[string, (string | null)[]]>([
    [
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa',
      ['TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', 'Phó Chủ tịch', 'Lê Thị Hoa'],
    ],
    [
      'T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\n(Đã ký)\nHà Công Đoạt',
      ['T/M BAN THƯỜNG VỤ', 'Phó Bí thư Thường trực', 'Hà Công Đoạt'],
    ],
    [
      'TL. BỘ TRƯỞNG\nCHÁNH VĂN PHÒNG\nĐoàn Trọng Nghĩa',
      ['TL. BỘ TRƯỞNG', 'Chánh văn phòng', 'Đoàn Trọng Nghĩa'],
    ],
    [
      'TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nVăn Tiến Lộc',
      ['TUQ. CHỦ TỊCH', 'Giám đốc sở nội vụ', 'Văn Tiến Lộc'],
    ],
    [
      'TM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nĐại tá Lò Văn Hùng',
      ['TM. BAN THƯỜNG VỤ', 'Phó Bí thư', 'Lò Văn Hùng'],
    ],
    [
      'KT. TƯ LỆNH\nPHÓ TƯ LỆNH\n(Đã ký)\nThiếu tướng, PGS. TS. Trần Văn Bình',
      ['KT. TƯ LỆNH', 'Phó Tư lệnh', 'Trần Văn Bình'],
    ],
    ['HIỆU TRƯỞNG\n(đã ký)\nGS.TSKH Đặng Minh Vận', [null, 'Hiệu trưởng', 'Đặng Minh Vận']],
    ['GIÁM ĐỐC\n\nBác sĩ CKII Nguyễn Minh Tuấn', [null, 'Giám đốc', 'Nguyễn Minh Tuấn']],
    ['TM. CẤP ỦY\nBÍ THƯ\nThs. Lê Thị Hòa', ['TM. CẤP ỦY', 'Bí thư', 'Lê Thị Hòa']],
    [
      'KT. CHÁNH ÁN\nPHÓ CHÁNH ÁN\nThẩm phán Phạm Thị Bình',
      ['KT. CHÁNH ÁN', 'Phó Chánh án', 'Phạm Thị Bình'],
    ],
    ['CHỦ TỊCH\nH’Lan Niê Kdăm (đã ký)', [null, 'Chủ tịch', 'H’Lan Niê Kdăm']],
    ['CHỦ TỊCH\nĐã ký: Võ Thị Thúy', [null, 'Chủ tịch', 'Võ Thị Thúy']],
    [
      '- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN\n\tCHỦ TỊCH\n\tLê Thị Hoa',
      ['TM. ỦY BAN NHÂN DÂN', 'Chủ tịch', 'Lê Thị Hoa'],
    ],
    ['TỔNG KIỂM TOÁN NHÀ NƯỚC\n\nĐỗ Quốc Thắng', [null, 'Tổng kiểm toán nhà nước', 'Đỗ Quốc Thắng']],
    ['THỐNG ĐỐC\n(đã ký)\nNGUYỄN THỊ HỒNG', [null, 'Thống đốc', 'NGUYỄN THỊ HỒNG']],
  ])('%s', (lines, expected) => {
    expect(signatory(lines)).toEqual(expected);
  });

  test('a page says it in a sentence', () => {
    const { plan } = compilePlan({
      text: 'Cà Mau sơ kết nghị quyết về kinh tế biển trong năm 2025\nỦy ban nhân dân tỉnh Cà Mau vừa ban hành Kế hoạch số 45/KH-UBND ngày 12/5/2025 về sơ kết nghị quyết. Kế hoạch do Phó Chủ tịch UBND tỉnh Hồ Thị Kim Thoa ký ban hành.\nCác xã gửi báo cáo trước ngày 30/6/2025.',
    });
    expect(plan.signatory).toEqual({
      name: 'Hồ Thị Kim Thoa',
      position: 'Phó Chủ tịch UBND tỉnh',
      authority: null,
    });
  });
});

test.each<[string, string[]]>([
  [
    'A. MỤC ĐÍCH\n1. Một.\nB. NỘI DUNG\nI. Nội dung\n1. Hai.\nII. Phạm vi\n1. Ba.\nC. CÁCH LÀM\nI. Báo cáo\n1. Bốn.',
    ['A', 'B', 'C'],
  ],
  ['A. MỤC ĐÍCH\n1. Một.\nII. NỘI DUNG\n1. Hai.\nB. CÁCH LÀM\n1. Ba.', ['A', 'II', 'B']],
  ['I. MỤC ĐÍCH\n1. Một.\nII. NỘI DUNG\nA. Phần một\n1. Hai.\nB. Phần hai\n1. Ba.', ['I', 'II']],
])('top level of sections: %s', (sections, expected) => {
  const { plan } = compilePlan({
    text: `UBND TỈNH BÌNH AN\nSố: 12/KH-UBND\nBình An, ${day}\nThực hiện chương trình công tác, UBND tỉnh ban hành Kế hoạch như sau:\n${sections}\n${signed}`,
  });
  expect(plan.sections.map((s) => s.numbering)).toEqual(expected);
});

test.each<[sentence: string, symbol: string, issuer: string, day: string | undefined, title: string]>([
  [
    'Ngày 12/5/2025, Chủ tịch UBND tỉnh Cà Mau Lâm Văn Bi đã ký ban hành Kế hoạch số 45/KH-UBND về sơ kết đề án xã hội học tập.',
    '45/KH-UBND',
    'UBND tỉnh Cà Mau',
    '2025-05-12',
    'sơ kết đề án xã hội học tập',
  ],
  [
    '(BCM) - Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 88-KH/TU ngày 01/9/2025 sơ kết việc làm theo Bác.',
    '88-KH/TU',
    'Ban Thường vụ Tỉnh ủy',
    '2025-09-01',
    'sơ kết việc làm theo Bác',
  ],
  [
    'Bộ Nội vụ vừa có Công văn số 1234/BNV-TCBC ngày 02/3/2025 đề nghị các bộ tổng kết nghị định về biên chế.',
    '1234/BNV-TCBC',
    'Bộ Nội vụ',
    '2025-03-02',
    'Tổng kết công tác năm 2025: bảo đảm thiết thực',
  ],
  [
    'Tại Kế hoạch số 45/KH-UBND ngày 12/5/2025, UBND tỉnh Cà Mau yêu cầu các sở tổng kết 10 năm thi hành luật.',
    '45/KH-UBND',
    'UBND tỉnh Cà Mau',
    '2025-05-12',
    'Tổng kết công tác năm 2025: bảo đảm thiết thực',
  ],
  [
    'Theo Kế hoạch số 45/KH-UBND ngày 12/5/2025 của UBND TP. Hà Nội về tổng kết thi hành luật, các xã tổng kết bằng báo cáo.',
    '45/KH-UBND',
    'UBND TP. Hà Nội',
    '2025-05-12',
    'tổng kết thi hành luật',
  ],
  [
    'Thủ tướng Chính phủ đã ký Quyết định số 427/QĐ-TTg ngày 10/3/2026 phê duyệt Kế hoạch tổng kết việc thi hành Luật Du lịch.',
    '427/QĐ-TTg',
    'Thủ tướng Chính phủ',
    '2026-03-10',
    'tổng kết việc thi hành Luật Du lịch',
  ],
])('a page of news: %s', (sentence, symbol, issuer, from, title) => {
  const { plan } = compilePlan({
    text: `Trang chủ > Tin tức\nThứ Hai, 19/05/2025 | 14:22\nTổng kết công tác năm 2025: bảo đảm thiết thực\n${sentence}\n\nTheo đó, các xã, phường gửi báo cáo về Sở Nội vụ trước ngày 30/6/2025.\n\nMinh Anh\nTin liên quan\n- Kế hoạch số 9/KH-UBND (01/02/2025)\n`,
  });
  expect([plan.kind, plan.symbol, plan.issuer, plan.issuedOn?.from, plan.title]).toEqual([
    'Tin',
    symbol,
    issuer,
    from,
    title,
  ]);
  expect([plan.pageDate, plan.bases.map((b) => b.symbol).includes(symbol)]).toEqual(['2025-05-19', false]);
});
