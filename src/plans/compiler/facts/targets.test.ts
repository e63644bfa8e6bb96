// Who must report, by which template and when, however a plan says it: one habit a line.
import { expect, test } from 'vitest';
import { planWith, said } from '../planwith.ts';

const targets = (body: string) =>
  planWith(`II. HÌNH THỨC, THỜI GIAN\n${body}`).reportTargets.map((t) =>
    [t.who, t.template, said(t.due)].filter((x) => x).join(' | '),
  );

test.each<[string, string[]]>([
  [
    '1. Các sở gửi báo cáo về Sở Tư pháp (qua Phòng Phổ biến) trước ngày 30/5/2025, đồng thời gửi bản mềm.',
    ['Các sở | before 2025-05-30'],
  ],
  [
    '1. UBND các huyện báo cáo theo Mẫu số 02/HG. Thời hạn gửi báo cáo: trước ngày 15/5/2025.',
    ['UBND các huyện | Mẫu số 02/HG | before 2025-05-15'],
  ],
  [
    '1. Các sở, ngành lập báo cáo theo Biểu số 3.\n2. Hạn cuối nhận báo cáo: 17h00 ngày 20/5/2025.',
    ['Các sở, ngành | Biểu số 3 | by 2025-05-20T17:00'],
  ],
  ['1. Các huyện ủy gửi báo cáo chậm nhất vào ngày 20/5/2025.', ['Các huyện ủy | by 2025-05-20']],
  [
    '1. Các đơn vị nêu tại điểm 1, 2 mục III gửi báo cáo trước ngày 20/5/2025; các đối tượng còn lại gửi báo cáo trước ngày 30/5/2025.',
    ['Các đơn vị nêu tại điểm 1, 2 mục III | before 2025-05-20', 'các đối tượng còn lại | before 2025-05-30'],
  ],
  [
    '1. UBND các xã gửi báo cáo theo Mẫu 1 trước ngày 20/5/2025. Riêng xã Tân Lập, xã Phú Hòa gửi trước ngày 10/5/2025.',
    ['UBND các xã | Mẫu 1 | before 2025-05-20', 'xã Tân Lập, xã Phú Hòa | before 2025-05-10'],
  ],
  [
    '1. TAND tỉnh, VKSND tỉnh gửi báo cáo kết quả xét xử trước 20/5.',
    ['TAND tỉnh, VKSND tỉnh | before 2025-05-20'],
  ],
  [
    '1. Các sở: Nội vụ, Tài chính, Xây dựng xây dựng báo cáo theo Phụ lục II gửi Sở Tư pháp trước ngày 20/5/2025.',
    ['Các sở: Nội vụ, Tài chính, Xây dựng | Phụ lục II | before 2025-05-20'],
  ],
  [
    '1. Các sở: Xây dựng báo cáo theo Phụ lục II, gửi Sở Tư pháp trước ngày 20/5/2025.',
    ['Các sở | Phụ lục II | before 2025-05-20'],
  ],
  [
    '1. Các đơn vị gồm: Sở Nội vụ, Sở Tài chính và Công an tỉnh báo cáo theo Đề cương số 2, thời hạn 20/5/2025.',
    ['Các đơn vị gồm: Sở Nội vụ, Sở Tài chính và Công an tỉnh | Đề cương số 2 | by 2025-05-20'],
  ],
  [
    '1. Các đơn vị được giao xây dựng báo cáo chuyên đề gửi báo cáo trước ngày 20/5/2025.',
    ['Các đơn vị được giao xây dựng báo cáo chuyên đề | before 2025-05-20'],
  ],
  [
    '1. Công an tỉnh được giao xây dựng báo cáo chuyên đề, gửi Sở Tư pháp trước ngày 20/5/2025.',
    ['Công an tỉnh | before 2025-05-20'],
  ],
  [
    '1. Các địa phương bị ảnh hưởng của bão số 3 được gia hạn nộp báo cáo đến hết ngày 30/6/2025.',
    ['Các địa phương bị ảnh hưởng của bão số 3 | by 2025-06-30'],
  ],
  [
    '1. Thời gian nhận báo cáo của UBND các huyện: đến hết ngày 20/5/2025.',
    ['UBND các huyện | by 2025-05-20'],
  ],
  [
    '1. Thời gian gửi báo cáo: cấp xã trước ngày 30/5/2025; cấp huyện trước ngày 30/6/2025; các sở, ngành trước ngày 15/7/2025.',
    ['cấp xã | before 2025-05-30', 'cấp huyện | before 2025-06-30', 'các sở, ngành | before 2025-07-15'],
  ],
  [
    '1. Các chi bộ gửi báo cáo cho đảng ủy cơ sở trước ngày 15/5/2025, đảng ủy cơ sở tổng hợp gửi huyện ủy trước ngày 30/5/2025.',
    ['Các chi bộ | before 2025-05-15', 'đảng ủy cơ sở | before 2025-05-30'],
  ],
  [
    '1. Các tỉnh ủy, thành ủy tổng kết, xây dựng báo cáo theo đề cương, phụ lục gửi kèm (mẫu M1).\n2. Các ban Đảng Trung ương xây dựng báo cáo theo mẫu M3.\n3. Báo cáo của các cơ quan nêu tại điểm 1, 2 gửi về Văn phòng trước ngày 30/8/2025.',
    ['Các tỉnh ủy, thành ủy | M1 | before 2025-08-30', 'Các ban Đảng Trung ương | M3 | before 2025-08-30'],
  ],
  [
    '1. Khối Đảng: các ban xây dựng Đảng, Văn phòng Tỉnh ủy gửi báo cáo trước ngày 10/6/2025. Khối chính quyền: các sở, ngành gửi báo cáo trước ngày 15/6/2025.',
    ['các ban xây dựng Đảng, Văn phòng Tỉnh ủy | before 2025-06-10', 'các sở, ngành | before 2025-06-15'],
  ],
  [
    '1. Các đơn vị tham mưu, đơn vị sự nghiệp công lập (trừ Báo Bình An) lập báo cáo theo Mẫu 02/TK, gửi trước ngày 15.5.2025.',
    ['Các đơn vị tham mưu, đơn vị sự nghiệp công lập | Mẫu 02/TK | before 2025-05-15'],
  ],
  [
    '1. Các đơn vị không có vụ việc phát sinh vẫn phải gửi báo cáo trước ngày 10/6/2025.',
    ['Các đơn vị không có vụ việc phát sinh | before 2025-06-10'],
  ],
  [
    '1. Báo cáo của các cơ quan, đơn vị gửi về Sở Nội vụ trước ngày 30/5/2025. Riêng UBND thành phố Bình An báo cáo bổ sung trước ngày 05/6/2025. Quá thời hạn nêu trên, đơn vị không gửi báo cáo phải chịu trách nhiệm.',
    ['UBND thành phố Bình An | before 2025-06-05', 'các cơ quan, đơn vị | before 2025-05-30'],
  ],
  [
    '- Tháng 5/2025: UBND các xã hoàn thành báo cáo, gửi UBND huyện.\n- Tháng 6/2025: UBND các huyện hoàn thành báo cáo, gửi UBND tỉnh.',
    ['UBND các xã | in 2025-05-01…2025-05-31', 'UBND các huyện | in 2025-06-01…2025-06-30'],
  ],
  [
    '1. Các cơ quan, đơn vị gửi báo cáo về Sở Tư pháp trước ngày 20/5/2025, cụ thể:\na) Các sở lập báo cáo theo Mẫu 1.\nb) UBND các huyện lập báo cáo theo Mẫu 2.',
    ['Các sở | Mẫu 1 | before 2025-05-20', 'UBND các huyện | Mẫu 2 | before 2025-05-20'],
  ],
  [
    '1. Các huyện đoàn gửi báo cáo theo Mẫu 02 trước ngày 25/5/2025. Các đoàn khối chỉ báo cáo phần việc riêng theo Mẫu 02B, cùng thời hạn trên.',
    ['Các huyện đoàn | Mẫu 02 | before 2025-05-25', 'Các đoàn khối | Mẫu 02B | before 2025-05-25'],
  ],
  [
    '1. UBND các phường, xã: Hiệp Thành, Phú Lợi, Tân An gửi báo cáo bổ sung trước 30/5/2025.',
    ['UBND các phường, xã: Hiệp Thành, Phú Lợi, Tân An | before 2025-05-30'],
  ],
  [
    '1. Các huyện ủy, thành ủy tổng kết trong quý II/2025, báo cáo Ban Thường vụ Tỉnh ủy trước ngày 15/7/2025.',
    ['Các huyện ủy, thành ủy | before 2025-07-15'],
  ],
  [
    '1. Sở Y tế, Sở Văn hóa, Thể thao và Du lịch có báo cáo chuyên đề gửi trước ngày 30/5/2025.',
    ['Sở Y tế, Sở Văn hóa, Thể thao và Du lịch | before 2025-05-30'],
  ],
  [
    '1. Giao Công an tỉnh đánh giá kết quả, gửi báo cáo chuyên đề về Sở Nội vụ trong tháng 9/2025.',
    ['Công an tỉnh | in 2025-09-01…2025-09-30'],
  ],
  [
    '1. Các sở xây dựng báo cáo theo Đề cương 2, không gửi báo cáo thay bằng bảng số liệu, trước ngày 20/5/2025.',
    ['Các sở | Đề cương 2 | before 2025-05-20'],
  ],
  // the time of another class
  ...[
    'gửi cùng thời hạn và nơi nhận với điểm a',
    'thời hạn và nơi nhận như điểm a',
    'thời hạn gửi như điểm a',
    'thời gian gửi báo cáo như tại điểm a',
    'gửi trong thời hạn nêu tại điểm a',
    'cùng thời hạn với điểm a',
    'thời gian như đối với điểm a',
    'theo thời hạn quy định tại điểm a',
  ].map((same): [string, string[]] => [
    `a) Các sở báo cáo theo Mẫu 1, gửi Sở Tư pháp trước ngày 20/5/2025.\nb) UBND các huyện báo cáo theo Mẫu 3, gửi trước ngày 10/5/2025.\nc) Các hội báo cáo theo Mẫu 2, ${same}.`,
    [
      'Các sở | Mẫu 1 | before 2025-05-20',
      'UBND các huyện | Mẫu 3 | before 2025-05-10',
      'Các hội | Mẫu 2 | before 2025-05-20',
    ],
  ]),
  [
    '1. Các sở lập báo cáo theo Mẫu 1; UBND các xã lập báo cáo theo Mẫu 2, gửi Sở Tư pháp trước ngày 20/5/2025.',
    ['Các sở | Mẫu 1 | before 2025-05-20', 'UBND các xã | Mẫu 2 | before 2025-05-20'],
  ],
  [
    '1. Các sở gửi báo cáo trước ngày 20/5/2025. Riêng Ban Quản lý dự án gửi thêm danh mục công trình trước ngày 25/5/2025.',
    ['Các sở | before 2025-05-20'],
  ],
  ['1. UBND các xã gửi danh sách khen thưởng về Sở Nội vụ trước ngày 20/5/2025.', []],
  ['1. Các phòng nộp hồ sơ, hình ảnh về Văn phòng trước ngày 20/5/2025.', []],
  // levels
  [
    'a) Cấp xã: Tổng kết bằng báo cáo, gửi UBND cấp huyện trước ngày 20/5/2025.',
    ['Cấp xã | before 2025-05-20'],
  ],
  [
    'b) Cấp huyện: Căn cứ tình hình thực tế, UBND các huyện quyết định tổng kết bằng hội nghị; báo cáo theo Mẫu 2 gửi UBND tỉnh trước ngày 20/5/2025.',
    ['UBND các huyện | Mẫu 2 | before 2025-05-20'],
  ],
  [
    '- Cấp cơ sở: gửi báo cáo về huyện ủy trước ngày 20/5/2025.\n- Cấp huyện: gửi báo cáo về tỉnh ủy trước ngày 30/5/2025.',
    ['Cấp cơ sở | before 2025-05-20', 'Cấp huyện | before 2025-05-30'],
  ],
  // set apart in a bracket, with a time of its own
  ...['trừ Sở Y tế thực hiện sau, gửi', 'riêng Sở Y tế gửi', 'riêng đối với Sở Y tế:'].map(
    (apart): [string, string[]] => [
      `1. Các sở báo cáo theo Mẫu 2, gửi Sở Tư pháp trước ngày 20/5/2025 (${apart} trước ngày 30/5/2025).`,
      ['Các sở | Mẫu 2 | before 2025-05-20', 'Sở Y tế | before 2025-05-30'],
    ],
  ),
  [
    '1. Các sở (trừ Sở Y tế đã báo cáo trong tháng 3/2025) báo cáo theo Mẫu 2 trước ngày 20/5/2025.',
    ['Các sở | Mẫu 2 | before 2025-05-20'],
  ],
  [
    '1. Các đảng ủy (trừ các đảng ủy nêu trên), các chi bộ trực thuộc báo cáo theo Mẫu 2 trước ngày 20/5/2025.',
    ['Các đảng ủy (trừ các đảng ủy nêu trên), các chi bộ trực thuộc | Mẫu 2 | before 2025-05-20'],
  ],
  // a time that another sets, or that comes again
  [
    '1. UBND các xã gửi báo cáo về UBND huyện theo thời hạn do UBND huyện quy định.\n2. Các sở gửi báo cáo về UBND tỉnh trước ngày 20/5/2025.',
    ['UBND các xã', 'Các sở | before 2025-05-20'],
  ],
  [
    '1. Các đơn vị cập nhật kết quả gửi Sở Tư pháp định kỳ ngày 20 hằng tháng.',
    ['Các đơn vị | recurring month:20'],
  ],
  [
    '1. UBND các huyện báo cáo kết quả giải quyết hồ sơ quá hạn định kỳ ngày 20 hằng tháng.',
    ['UBND các huyện | recurring month:20'],
  ],
  [
    '1. Các huyện ủy báo cáo theo đề cương (gửi kèm) và biểu mẫu 02 trước ngày 20/5/2025.',
    ['Các huyện ủy | Biểu mẫu 02 | before 2025-05-20'],
  ],
  // papers that are no reports, parts of another's report
  [
    '1. Tham luận: Công an tỉnh, Sở Y tế, Sở Nội vụ chuẩn bị 01 tham luận, gửi Sở Tư pháp trước ngày 20/5/2025.',
    [],
  ],
  ['1. Số liệu về cán bộ do Sở Nội vụ tổng hợp theo Phụ lục 3, gửi trước ngày 20/5/2025.', []],
  // which bodies, told by a number, a bracket or what they may do
  [
    '1. 12 trường làm điểm (danh sách tại Phụ lục 2) xây dựng báo cáo chuyên đề, gửi trước ngày 20/5/2025.',
    ['12 trường làm điểm | before 2025-05-20'],
  ],
  [
    '3. 05 bệnh viện thực hiện thí điểm (có danh sách kèm theo) gửi báo cáo trước ngày 20/5/2025.',
    ['05 bệnh viện thực hiện thí điểm | before 2025-05-20'],
  ],
  [
    '1. Đối với các xã biên giới có thể gửi báo cáo chậm hơn nhưng phải xong trước ngày 20/5/2025.',
    ['các xã biên giới | before 2025-05-20'],
  ],
  [
    '1. Phòng Văn hóa - Xã hội các xã tham mưu UBND xã báo cáo theo Phụ lục 1, gửi Sở Tư pháp trước ngày 20/5/2025.',
    ['Phòng Văn hóa - Xã hội các xã | Phụ lục 1 | before 2025-05-20'],
  ],
  [
    '1. Trong thời gian khắc phục, các cơ quan được kiểm tra báo cáo tiến độ về Sở Tư pháp trước ngày 23 hàng tháng.',
    ['các cơ quan được kiểm tra | recurring month:23'],
  ],
  ['1. Trường hợp đơn vị gửi chậm sau ngày 30/6/2025 thì không tổng hợp.', []],
])('%s', (body, expected) => {
  expect(targets(body)).toEqual(expected);
});

test('to whom, through whom and except whom', () => {
  const [target] = planWith(
    'II. HÌNH THỨC\n1. Các sở (trừ Sở Y tế) báo cáo kết quả về chính sách mới, gửi báo cáo (bản giấy) về Sở Tư pháp (qua Phòng Phổ biến) trước ngày 30/5/2025.',
  ).reportTargets;
  expect(target).toMatchObject({ sendTo: 'Sở Tư pháp', via: 'Phòng Phổ biến', except: 'Sở Y tế' });
});
