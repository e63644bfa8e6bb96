// Who leads, who helps, by when, however a plan shares out its work: one habit a line.
import { expect, test } from 'vitest';
import { planWith, said } from '../planwith.ts';

const tasks = (body: string) =>
  planWith(`II. TỔ CHỨC THỰC HIỆN\n${body}`).tasks.map((t) =>
    [t.lead, t.supporting.join(' + '), said(t.due)].filter((x) => x).join(' | '),
  );

test.each<[string, string[]]>([
  ['1. Sở Tư pháp định kỳ 6 tháng, năm tổng hợp báo cáo UBND tỉnh.', ['Sở Tư pháp']],
  [
    '1. Sở Tư pháp báo cáo UBND tỉnh định kỳ trước ngày 15/6 và 15/12 hằng năm.',
    ['Sở Tư pháp | recurring year:12-15'],
  ],
  [
    '1. Giao Sở Tư pháp là cơ quan đầu mối, chủ trì phối hợp với Công an tỉnh, Sở Nội vụ theo dõi, hoàn thành trong quý III/2025.',
    ['Sở Tư pháp | Công an tỉnh + Sở Nội vụ | in 2025-07-01…2025-09-30'],
  ],
  [
    '1. Sở Tài chính chủ trì, Sở Tư pháp và Sở Nội vụ phối hợp thẩm định dự toán; thời gian: trước ngày 30/6/2025.',
    ['Sở Tài chính | Sở Tư pháp + Sở Nội vụ | before 2025-06-30'],
  ],
  [
    '1. Ban Pháp chế chủ trì; Văn phòng, Ban Dân tộc phối hợp hoàn thành dự thảo trước ngày 30/6/2025.',
    ['Ban Pháp chế | Văn phòng + Ban Dân tộc | before 2025-06-30'],
  ],
  [
    '1. Xây dựng dự thảo (Sở Tư pháp chủ trì; Sở Nội vụ, Văn phòng UBND tỉnh phối hợp), hoàn thành trước ngày 30/7/2025.',
    ['Sở Tư pháp | Sở Nội vụ + Văn phòng UBND tỉnh | before 2025-07-30'],
  ],
  [
    '1. Rà soát văn bản (chủ trì: Sở Tư pháp; phối hợp: Sở Nội vụ; thời gian: trước 30/6/2025).',
    ['Sở Tư pháp | Sở Nội vụ | before 2025-06-30'],
  ],
  [
    '1. Xây dựng báo cáo\n- Đơn vị chủ trì: Sở Tư pháp.\n- Đơn vị phối hợp: Sở Nội vụ; Công an tỉnh.\n- Thời gian hoàn thành: Tháng 6/2025.',
    ['Sở Tư pháp | Sở Nội vụ + Công an tỉnh | in 2025-06-01…2025-06-30'],
  ],
  ['1. Rà soát văn bản: Sở Tư pháp chủ trì, hoàn thành trước 30/6/2025.', ['Sở Tư pháp | before 2025-06-30']],
  [
    '1. Công tác tuyên truyền: Giao Sở Văn hóa chủ trì, phối hợp Báo Bình An thực hiện xong trong quý II/2025.',
    ['Sở Văn hóa | Báo Bình An | in 2025-04-01…2025-06-30'],
  ],
  [
    'TT | Nội dung | Thời gian hoàn thành | Đơn vị thực hiện | Đơn vị phối hợp\n1 | Hội thảo | Tháng 6/2025 | Sở Tư pháp | Sở Nội vụ, Công an tỉnh',
    ['Sở Tư pháp | Sở Nội vụ + Công an tỉnh | in 2025-06-01…2025-06-30'],
  ],
  [
    '1. Sở Tư pháp có trách nhiệm:\n- Hướng dẫn các địa phương;\n- Tổng hợp báo cáo trình UBND tỉnh trước ngày 30/7/2025.',
    ['Sở Tư pháp', 'Sở Tư pháp | before 2025-07-30'],
  ],
  ['1. Sở Tư pháp\nChủ trì, phối hợp với các sở theo dõi, đôn đốc.', ['Sở Tư pháp | các sở']],
  [
    '1. Các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn chỉ đạo tổng kết.',
    ['Các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn'],
  ],
  ['1. Bưu điện tỉnh, VNPT Bình An hỗ trợ đường truyền.', ['Bưu điện tỉnh, VNPT Bình An']],
  [
    '1. Giám đốc các sở, Chủ tịch UBND các huyện chịu trách nhiệm thực hiện Kế hoạch này.',
    ['Giám đốc các sở, Chủ tịch UBND các huyện'],
  ],
  ['1. Phòng Tổng hợp cùng Phòng Nội chính viết tham luận.', ['Phòng Tổng hợp | Phòng Nội chính']],
  [
    '1. Sở Tư pháp có văn bản hướng dẫn trước ngày 25/4/2025 và trình UBND tỉnh ngày 15/8/2025.',
    ['Sở Tư pháp | on 2025-08-15'],
  ],
  [
    '1. Ban cán sự đảng UBND tỉnh chỉ đạo Sở Nội vụ hướng dẫn khen thưởng trước ngày 10/7/2025.',
    ['Sở Nội vụ | before 2025-07-10'],
  ],
  [
    '1. Tổ giúp việc hoàn thành dự thảo lần 1 trước ngày 10/6/2025, trình Ban Chỉ đạo trước ngày 30/6/2025.',
    ['Tổ giúp việc | before 2025-06-30'],
  ],
  ['1. Đề nghị Viện KSND, TAND hai cấp phối hợp thực hiện.', ['Viện KSND, TAND hai cấp']],
  [
    '1. Các thành viên Tổ biên tập theo nhiệm vụ được phân công hoàn thành phần việc trước ngày 30/6/2025.',
    ['Các thành viên Tổ biên tập | before 2025-06-30'],
  ],
  [
    '1. Sở Tư pháp là cơ quan đầu mối; định kỳ hằng quý (trước ngày 25 tháng cuối quý) báo cáo UBND tỉnh.',
    ['Sở Tư pháp | recurring quarter:last-month:25'],
  ],
  [
    '1. Phòng Kinh tế chủ trì phối hợp cùng với Công an xã và các đơn vị có liên quan tham mưu UBND xã.',
    ['Phòng Kinh tế | Công an xã + các đơn vị có liên quan'],
  ],
  [
    '1. Hội Khuyến học, Hội Cựu giáo chức tỉnh tích cực tham gia.',
    ['Hội Khuyến học, Hội Cựu giáo chức tỉnh'],
  ],
  [
    '1. Sở Công Thương thống kê, phối hợp với Cục Thống kê đối chiếu số liệu trước ngày 20/5/2025.',
    ['Sở Công Thương | Cục Thống kê | before 2025-05-20'],
  ],
  [
    '1. Giao Công an tỉnh gửi báo cáo chuyên đề về Sở Nội vụ trong tháng 9/2025. Quá thời hạn trên, Chủ tịch UBND huyện chịu trách nhiệm.',
    ['Công an tỉnh | in 2025-09-01…2025-09-30'],
  ],
  // teams hand in what they found
  ...[
    'Các Đoàn kiểm tra',
    'Các tổ công tác',
    'Tổ giúp việc',
    'Mỗi đoàn khảo sát',
    'Trưởng đoàn giám sát',
  ].map((team): [string, string[]] => [
    `1. ${team} có báo cáo kết quả gửi Sở Tư pháp trước ngày 20/5/2025.`,
    [`${team} | before 2025-05-20`],
  ]),
  // those who hold an office
  ...[
    'Ủy viên Ban Thường vụ',
    'Thành viên Ban Chỉ đạo',
    'Phó Bí thư Thường trực Đảng ủy',
    'Tổ trưởng các tổ dân phố',
  ].map((who): [string, string[]] => [`1. ${who} theo dõi, giúp đỡ các địa bàn.`, [who]]),
  // bodies whose number was lost head their duties
  [
    'Sở Tư pháp\nTham mưu ban hành mẫu trước ngày 10/5/2025. Chủ trì, phối hợp với Sở Nội vụ tổng hợp xong trước ngày 05/6/2025.\nVăn phòng UBND tỉnh\nBố trí kinh phí.\nTrên đây là Kế hoạch tổng kết.',
    ['Sở Tư pháp | before 2025-05-10', 'Sở Tư pháp | Sở Nội vụ | before 2025-06-05', 'Văn phòng UBND tỉnh'],
  ],
  [
    '1. Văn phòng HĐND tỉnh phối hợp với Văn phòng HĐND và UBND các địa phương bảo đảm điều kiện.',
    ['Văn phòng HĐND tỉnh | Văn phòng HĐND và UBND các địa phương'],
  ],
  [
    '1. Ban Pháp chế dự thảo báo cáo, lấy ý kiến thành viên trước ngày 10/5/2025.',
    ['Ban Pháp chế | before 2025-05-10'],
  ],
  // whose act it is, after "do"
  ...['Số liệu về cán bộ do', 'Dự thảo báo cáo do', 'Mỗi huyện được kiểm tra ít nhất 6 xã, do'].map(
    (thing): [string, string[]] => [
      `1. ${thing} Sở Nội vụ tổng hợp, hoàn thành trước ngày 20/5/2025.`,
      ['Sở Nội vụ | before 2025-05-20'],
    ],
  ),
  // in the chapter of duties, yet nobody's duty
  ['1. Sở Tài chính bố trí kinh phí; các địa phương tự bảo đảm kinh phí.', ['Sở Tài chính']],
  ['1. Khảo sát\nUBND tỉnh tổ chức 03 đoàn khảo sát tại các huyện.\n2. Sở Y tế bố trí xe.', ['Sở Y tế']],
  [
    '1. Sở Nội vụ tham mưu khen thưởng; các huyện gửi hồ sơ khen thưởng trước ngày 20/5/2025.',
    ['Sở Nội vụ | before 2025-05-20'],
  ],
  [
    '1. Văn phòng phối hợp với Sở Y tế chuẩn bị; gửi tài liệu trước Hội nghị 02 ngày.',
    ['Văn phòng | Sở Y tế | before trước Hội nghị 02 ngày'],
  ],
  [
    '1. Đài Truyền thanh phường phát tin, bài đến hết ngày 20/5/2025.',
    ['Đài Truyền thanh phường | by 2025-05-20'],
  ],
  ['1. Phòng Hậu cần phối hợp với Ban Tài chính bảo đảm kinh phí.', ['Phòng Hậu cần | Ban Tài chính']],
  // acts that no list of verbs holds
  ...[
    ['Báo Bình An', 'dành chuyên trang cho công tác này'],
    ['Đài Truyền thanh phường', 'tiếp âm chương trình'],
    ['Kho bạc Nhà nước tỉnh', 'nhận chứng từ'],
    ['Bảo hiểm xã hội huyện', 'chi trả đúng hạn'],
    ['Ban Quản lý dự án huyện Kim Sơn', 'chấm dứt hợp đồng'],
    ['Hội Nông dân thành phố', 'chúc mừng các điển hình'],
  ].map(([who, act]): [string, string[]] => [`1. ${who} ${act}.`, [who!]]),
  // the right to change the plan is no duty
  ...[
    'Căn cứ tình hình thực tế, Trưởng Ban Chỉ đạo quyết định điều chỉnh thời gian.',
    'Trường hợp cần thiết, Trưởng đoàn có thể thay đổi lịch làm việc.',
    'Chủ tịch UBND tỉnh xem xét điều chỉnh kế hoạch khi cần.',
  ].map((line): [string, string[]] => [`1. Sở Y tế bố trí xe.\n${line}`, ['Sở Y tế']]),
  ['1. Kinh phí: do ngân sách bảo đảm.', []],
  ['1. Sở Y tế bố trí xe.\nĐề nghị các cơ quan, đơn vị quan tâm phối hợp thực hiện./.', ['Sở Y tế']],
])('%s', (body, expected) => {
  expect(tasks(body)).toEqual(expected);
});
