// A made-up paper with one of everything, for the tests of Word and PDF files.
import { fromMarkdown } from './markdown.ts';
import type { PaperSpec } from './paper.ts';

const body = `
# I- KẾT QUẢ THỰC HIỆN

## 1. Công tác lãnh đạo, chỉ đạo

Các cấp ủy đã tổ chức **quán triệt nghiêm túc** Nghị quyết tới *toàn thể đảng viên*; tỷ lệ học tập đạt {{B2.03@2023}}%[^e:e1], cao hơn giai đoạn trước^[So với số liệu sơ kết năm 2018; số liệu minh họa.].

- Tổ chức hội nghị quán triệt ở ba cấp, kịp thời cụ thể hóa bằng chương trình hành động và kế hoạch hằng năm của từng địa phương, đơn vị;
- Kiểm tra, giám sát định kỳ[^e:e2].

1. Thực hiện dân chủ ở cơ sở.
2. Tiếp công dân, đối thoại với Nhân dân[^e:e1].

| Chỉ tiêu | {2x1} Năm | {1x2} Đơn vị tính |
| {h} Tên | 2022 | 2023 |
|---|---:|---:|---|
| Cuộc đối thoại của người đứng đầu cấp ủy, chính quyền với Nhân dân | 1.234 | 1.310 | cuộc |
| Tỷ lệ giải quyết | 95,5 | 97,2 | % |
: Biểu 1. Đối thoại với Nhân dân (số liệu minh họa)

# II- PHƯƠNG HƯỚNG, NHIỆM VỤ

## 1. Nhiệm vụ chung

Đoạn này dài để sang trang thứ hai.
`;

const filler = Array.from(
  { length: 14 },
  (_, i) =>
    `Đoạn ${i + 1}: tiếp tục đổi mới phương thức lãnh đạo, phát huy quyền làm chủ của Nhân dân, củng cố niềm tin của ` +
    'Nhân dân đối với Đảng, tăng cường khối đại đoàn kết toàn dân tộc và mối quan hệ mật thiết giữa Đảng với Nhân dân; ' +
    'thường xuyên đánh giá, rút kinh nghiệm.',
).join('\n\n');

export const samplePaper: PaperSpec = {
  standard: 'party36',
  parentBody: 'Ban Chấp hành Trung ương',
  issuer: 'Ban Dân vận',
  number: '105',
  symbol: 'BC/BDVTW',
  place: 'Hà Nội',
  date: '2023-10-05',
  kind: 'Báo cáo',
  abstract: 'tổng kết 10 năm thực hiện nghị quyết về công tác dân vận (bản minh họa)',
  addressees: ['Ban Bí thư Trung ương Đảng'],
  body: fromMarkdown(`${body}\n\n${filler}`),
  resolveCitation: (id) => ({
    label: `Tỉnh ủy ${id === 'e1' ? 'Lạng Sơn' : 'Thanh Hóa'}, mục II.1, báo cáo phiên bản 2`,
  }),
  resolveFigure: () => '98,6',
  recipients: ['Ban Bí thư Trung ương Đảng', 'Các tỉnh ủy, thành ủy', 'Lưu Văn phòng'],
  signature: { authority: 'K/T TRƯỞNG BAN', position: 'PHÓ TRƯỞNG BAN THƯỜNG TRỰC', name: 'Nguyễn Văn Mẫu' },
  draft: 'Dự thảo lần 2',
  appendices: [
    {
      title: 'PHỤ LỤC: BIỂU SỐ LIỆU',
      body: fromMarkdown(
        '| TT | Đơn vị | 2013 | 2014 | 2015 | 2016 | 2017 | 2018 |\n|---|---|---|---|---|---|---|---|\n' +
          Array.from(
            { length: 40 },
            (_, i) => `| ${i + 1} | Tỉnh minh họa số ${i + 1} | 1.${100 + i} | 12 | 15 | 18,5 | 20 | 23 |`,
          ).join('\n'),
      ),
    },
  ],
};
