// The words the compiler knows: times and their meaning, symbols and citations, names of bodies, subjects of sentences.
import { describe, expect, test } from 'vitest';
import { makeParagraph, words } from '../layout/paragraph.ts';
import { mapOriginal } from '../text/mapped.ts';
import { stripMarks } from '../text/planes.ts';
import { partNames, partOrgans } from './organs.ts';
import { readStamp } from './stamps.ts';
import { readSubject } from './subjects.ts';
import { readCitations, readSymbols } from './symbols.ts';
import { readTemplate } from './templates.ts';
import { readTimes } from './whens.ts';

const paragraph = (text: string, plain = false) => makeParagraph(mapOriginal(text), 0, plain);
const whole = (text: string) => ({ p: paragraph(text), a: 0, b: text.length });

/** Written → relation, first and last day, precision; "?" when tentative. */
const times: [string, string][] = [
  ['gửi trước ngày 30/8/2023', 'before 2023-08-30 2023-08-30 day'],
  ['gửi trước ngày 25-02-2010', 'before 2010-02-25 2010-02-25 day'],
  ['xong Trước 30/3/2025', 'before 2025-03-30 2025-03-30 day'],
  ['chậm nhất là ngày 10-5-2022', 'by 2022-05-10 2022-05-10 day'],
  ['đến hết ngày 30/6/2024', 'by 2024-06-30 2024-06-30 day'],
  ['hạn chót: 30/9/2024', 'by 2024-09-30 2024-09-30 day'],
  ['ngày 01 tháng 12 năm 2010', 'on 2010-12-01 2010-12-01 day'],
  ['ngày 04/12', 'on 2024-12-04 2024-12-04 day'],
  ['dự kiến ngày 24/12/2025', 'on 2025-12-24 2025-12-24 day ?'],
  ['trước tháng 9.2020', 'before 2020-09-01 2020-09-30 month'],
  ['trong tháng 02-2022', 'in 2022-02-01 2022-02-28 month'],
  ['Thời gian dự kiến từ tháng 9 - 10/2023', 'between 2023-09-01 2023-10-31 month ?'],
  ['tháng 11/2024 đến tháng 02/2025', 'between 2024-11-01 2025-02-28 month'],
  ['Trong quý I/2026', 'in 2026-01-01 2026-03-31 quarter'],
  ['vào Quý III năm 2024', 'in 2024-07-01 2024-09-30 quarter'],
  ['từ quý II/2023', 'in 2023-04-01 2023-06-30 quarter'],
  ['Tuần cuối tháng 9/2025', 'in null null week'],
  ['trước 16h30’ ngày 26/11/2025', 'before 2025-11-26T16:30 2025-11-26T16:30 minute'],
  ['trước 14 giờ, ngày 05/12/2017', 'before 2017-12-05T14:00 2017-12-05T14:00 minute'],
  ['08 giờ 45” ngày 5/12/2017', 'on 2017-12-05T08:45 2017-12-05T08:45 minute'],
  ['từ ngày 15 đến ngày 26 tháng 4 năm 2024', 'between 2024-04-15 2024-04-26 day'],
  ['từ ngày 30/12/2024 đến ngày 03/01/2025', 'between 2024-12-30 2025-01-03 day'],
  ['trong hai ngày 02 và 03/12/2025', 'between 2025-12-02 2025-12-03 day'],
  ['trước ngày 23 hàng tháng', 'recurring null null day month:23'],
  ['định kỳ ngày 25 của tháng cuối quý', 'recurring null null day quarter:last-month:25'],
  ['thứ Sáu hằng tuần', 'recurring null null day week:5'],
  ['trước ngày 30/11 hằng năm', 'recurring null null day year:11-30'],
  ['vào ngày 05 của tháng đầu quý', 'recurring null null day quarter:first-month:5'],
  ['hằng quý, trước ngày 20 của tháng cuối', 'recurring null null day quarter:last-month:20'],
  ['Hạn cuối nhận báo cáo: 17h00 ngày 20/5/2025', 'by 2025-05-20T17:00 2025-05-20T17:00 minute'],
  ['chậm nhất sau 03 ngày làm việc, kể từ ngày ban hành', 'by null null day'],
  ['chậm nhất 10 ngày trước ngày Đoàn làm việc', 'by null null day'],
  ['trước khi Đoàn đến làm việc 05 ngày', 'before null null day'],
  ['gửi tài liệu trước Hội nghị 02 ngày', 'before null null day'],
  ['trước phiên họp của Ban Chỉ đạo 03 ngày làm việc', 'before null null day'],
  ['trong thời hạn 03 ngày làm việc, kể từ ngày được yêu cầu', 'by null null day'],
];

describe.each([false, true])('times, without diacritics: %s', (plain) => {
  test.each(times)('%s', (text, expected) => {
    const [t] = readTimes(paragraph(plain ? stripMarks(text) : text, plain), 2024);
    const { rel, from, to, precision, tentative, every } = t!.when;
    const said = [
      rel,
      String(from),
      String(to),
      precision,
      ...(every ? [every] : []),
      ...(tentative ? ['?'] : []),
    ];
    expect(said.join(' ')).toBe(expected);
  });
});

test('days named together come again each', () => {
  const every = (text: string) => readTimes(paragraph(text), 2024).map((t) => t.when.every);
  expect(every('trước ngày 15/6 và 15/12 hằng năm')).toEqual(['year:06-15', 'year:12-15']);
  expect(every('vào ngày 15 và ngày 30 hằng tháng')).toEqual(['month:15', 'month:30']);
  expect(every('trong 6 tháng đầu của nhiệm kỳ')).toEqual([]);
});

test.each([
  'Thường xuyên',
  'Theo yêu cầu của cơ quan có thẩm quyền',
  'ngày 31/2/2024',
  'ngày …/…/2024',
  'tỷ lệ 10/2 và 3.5',
  'Điều 5, khoản 3',
])('no time is invented in “%s”', (text) => {
  expect(readTimes(paragraph(text), null)).toEqual([]);
});

test.each([
  ['Số 82-KH/BDVTW', '82-KH/BDVTW'],
  ['Số 976 - KH/BDVTW', '976-KH/BDVTW'],
  ['Số: 2221 /UBND-TH', '2221/UBND-TH'],
  ['06/2024/QĐ-UBND', '06/2024/QĐ-UBND'],
  ['19/2008/NQLT/CP-UBTUMTTQVN', '19/2008/NQLT/CP-UBTUMTTQVN'],
  ['35-CTr/TU', '35-CTr/TU'],
  ['Luật số 46/2019/QH14', '46/2019/QH14'],
  ['Số -KH/ĐU', '-KH/ĐU'],
])('the symbol in “%s”', (text, symbol) => {
  expect(readSymbols(paragraph(text))[0]?.symbol).toBe(symbol);
});

test('words with dashes are no symbols', () => {
  expect(
    readSymbols(paragraph('giai đoạn 2017 - 2025, COVID-19, 1/2 ngày, các tổ chức chính trị - xã hội')),
  ).toEqual([]);
});

test('a citation has its kind, symbol, date and issuer', () => {
  const [c] = readCitations(
    paragraph('thực hiện Nghị quyết số 112-NQ/TU, ngày 28-12-2016 của Ban Chấp hành Đảng bộ tỉnh về kinh tế'),
  );
  expect(c).toMatchObject({ kind: 'Nghị quyết', symbol: '112-NQ/TU', number: '112', date: '2016-12-28' });
  expect(words(c!.issuer!)).toBe('Ban Chấp hành Đảng bộ tỉnh');
});

test('digital stamps', () => {
  expect(readStamp('08-09-2025 17:03:09 +07:00')?.iso).toBe('2025-09-08T17:03:09+07:00');
  expect(readStamp('ngày 08-09-2025')).toBeNull();
});

test.each([
  [
    'Văn phòng Tỉnh uỷ, Sở Tài nguyên và Môi trường, Hội Nông dân tỉnh',
    ['Văn phòng Tỉnh uỷ', 'Sở Tài nguyên và Môi trường', 'Hội Nông dân tỉnh'],
  ],
  ['các vụ, đơn vị có liên quan', ['các vụ, đơn vị có liên quan']],
  ['Vụ Kế hoạch, Tài chính và Văn phòng Bộ', ['Vụ Kế hoạch, Tài chính', 'Văn phòng Bộ']],
  ['Vụ Tổ chức cán bộ; Văn phòng Bộ', ['Vụ Tổ chức cán bộ', 'Văn phòng Bộ']],
])('bodies in “%s”', (text, expected) => {
  expect(partOrgans(whole(text)).map(words)).toEqual(expected);
});

test('bare names and names with "và" inside', () => {
  expect(partNames(whole('Yên Bái, Thái Bình và Thanh Hóa')).map(words)).toEqual([
    'Yên Bái',
    'Thái Bình',
    'Thanh Hóa',
  ]);
  expect(partNames(whole('Bộ Tài chính, Bộ Nông nghiệp và Môi trường')).map(words)).toEqual([
    'Bộ Tài chính',
    'Bộ Nông nghiệp và Môi trường',
  ]);
});

test.each([
  ['Sở Nội vụ chủ trì, phối hợp với Sở Tài chính', 'Sở Nội vụ'],
  ['Ban Tổ chức Tỉnh uỷ hướng dẫn bình xét', 'Ban Tổ chức Tỉnh uỷ'],
  ['Ban Dân vận giao Văn phòng phối hợp với các vụ', 'Văn phòng'],
  ['Căn cứ Kế hoạch này, đề nghị các địa phương hoàn thành báo cáo', 'các địa phương'],
  [
    'Đối với các Đảng đoàn, Ban cán sự đảng (trừ nơi đã gửi) căn cứ nhiệm vụ xây dựng báo cáo',
    'các Đảng đoàn, Ban cán sự đảng',
  ],
  ['Riêng các đơn vị được lựa chọn khảo sát, gửi dự thảo báo cáo', 'các đơn vị được lựa chọn khảo sát'],
  ['Đoàn giám sát ban hành kế hoạch', 'Đoàn giám sát'],
  ['Bộ Ngoại giao gửi báo cáo', 'Bộ Ngoại giao'],
  ['Các chi bộ ấp, Chi bộ Công an: không tổ chức hội nghị', 'Các chi bộ ấp, Chi bộ Công an'],
])('who acts in “%s”', (text, who) => {
  const p = paragraph(text);
  expect(words(readSubject(p, 0, text.length)!.who)).toBe(who);
});

test.each([
  ['báo cáo theo Mẫu số 02/SK, biểu 3', 'Mẫu số 02/SK'],
  ['theo đề cương, phụ lục gửi kèm mẫu M1', 'M1'],
  ['nội dung theo Đề cương mẫu 1', 'Đề cương mẫu 1'],
  ['theo đề cương tại Phụ lục III', 'Phụ lục III'],
  ['theo Đề cương và Phụ lục 1 gửi về', 'Đề cương'],
  ['theo Đề cương 1 và Biểu số 01/CTTM', 'Đề cương 1'],
  ['lập biểu mẫu 2A', 'Biểu mẫu 2A'],
  ['theo đề cương gửi kèm', 'Đề cương'],
])('the template in “%s”', (text, name) => {
  expect(readTemplate(paragraph(text), 0, text.length)?.value).toBe(name);
});

test.each(['nhiệm vụ được phân công tại Phụ lục I', 'theo mẫu của Bộ', 'gửi 02 bản, 05 trang'])(
  'no template in “%s”',
  (text) => {
    expect(readTemplate(paragraph(text), 0, text.length)).toBeNull();
  },
);

test.each([
  ['Các sở: Tài chính, Xây dựng báo cáo', 'Các sở: Tài chính, Xây dựng'],
  ['Tỉnh đoàn xây dựng kế hoạch', 'Tỉnh đoàn'],
  ['Đoàn giám sát làm việc', 'Đoàn giám sát'],
  ['Các đơn vị thực hiện nghiêm túc Kế hoạch', 'Các đơn vị'],
  ['Ngân hàng Chính sách xã hội hằng quý báo cáo', 'Ngân hàng Chính sách xã hội'],
  ['Đảng bộ cảng hàng không Nội Bài gửi báo cáo', 'Đảng bộ cảng hàng không Nội Bài'],
  ['Các xã có kho lưu trữ cũ bàn giao gửi thêm báo cáo', 'Các xã có kho lưu trữ cũ bàn giao'],
  ['Các cấp ủy, tổ chức đảng căn cứ Hướng dẫn', 'Các cấp ủy, tổ chức đảng'],
  ['Hiệp hội Du lịch tỉnh được mời gửi báo cáo', 'Hiệp hội Du lịch tỉnh'],
  ['Từng chi bộ tự đánh giá', 'Từng chi bộ'],
])('the name ends where the act begins: “%s”', (text, who) => {
  expect(words(readSubject(paragraph(text), 0, text.length)!.who)).toBe(who);
});
