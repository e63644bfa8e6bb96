// Documents under review and grounds, as titles and openings cite them: with and without days, several in one, by their programme.
import { expect, test } from 'vitest';
import { compilePlan } from '../compile.ts';

const read = (title: string, opening: string) => {
  const { plan } = compilePlan({
    text: `UBND TỈNH BÌNH AN\nSố: 12/KH-UBND\nBình An, ngày 14 tháng 4 năm 2025\nKẾ HOẠCH\n${title}\n\n${opening}\nI. MỤC ĐÍCH\n1. Đánh giá.\nII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHoàng Thị Mây\n`,
  });
  const list = (found: { symbol: string | null; date: string | null }[]) =>
    found.filter((x) => x.symbol).map((x) => `${x.symbol} ${x.date}`);
  return { subject: list(plan.subject), bases: list(plan.bases) };
};

test.each<[title: string, opening: string, subject: string[], bases: string[]]>([
  [
    'Tổng kết 10 năm thực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của BCH TW và 05 năm thực hiện Kết luận số 43-KL/TW, ngày 07/01/2019',
    'Thực hiện Kế hoạch công tác năm 2025, Ban ban hành kế hoạch như sau:',
    ['25-NQ/TW 2013-06-03', '43-KL/TW 2019-01-07'],
    [],
  ],
  [
    'Tổng kết 15 năm thi hành Luật Người khuyết tật',
    'Thực hiện Luật Người khuyết tật số 51/2010/QH12 ngày 17 tháng 6 năm 2010; Công văn số 123/BNV-BTXH ngày 02/3/2025 của Bộ Nội vụ, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:',
    ['51/2010/QH12 2010-06-17'],
    ['51/2010/QH12 2010-06-17', '123/BNV-BTXH 2025-03-02'],
  ],
  [
    'Tổng kết 10 năm thực hiện Chỉ thị 40-CT/TW của Ban Bí thư về tín dụng chính sách',
    'Thực hiện Công văn 1234-CV/BKTTW, ngày 03/4/2024 của Ban Kinh tế Trung ương về tổng kết 10 năm thực hiện Chỉ thị số 40-CT/TW, ngày 22/11/2014 của Ban Bí thư, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:',
    ['40-CT/TW 2014-11-22'],
    ['1234-CV/BKTTW 2024-04-03'],
  ],
  [
    'Sơ kết Nghị quyết số 28-NQ/TW (ngày 23/5/2018) và Nghị quyết số 21-NQ/TW (ngày 22/11/2012) về bảo hiểm xã hội',
    'Căn cứ Hướng dẫn số 02-HD/BTGTW (ngày 03/01/2023) của Ban Tuyên giáo Trung ương, Đảng ủy xây dựng kế hoạch:',
    ['28-NQ/TW 2018-05-23', '21-NQ/TW 2012-11-22'],
    ['02-HD/BTGTW 2023-01-03'],
  ],
  [
    'Tổng kết Chiến lược quốc gia về thanh niên',
    'Căn cứ Quyết định số 70/2003/QĐ-TTg ngày 29 tháng 4 năm 2003 của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia về thanh niên; theo đề nghị của Sở Nội vụ tại Tờ trình số 87/TTr-SNV ngày 02/5/2024, Uỷ ban nhân dân tỉnh ban hành Kế hoạch như sau:',
    ['70/2003/QĐ-TTg 2003-04-29'],
    ['70/2003/QĐ-TTg 2003-04-29', '87/TTr-SNV 2024-05-02'],
  ],
  [
    'Khẩn trương đánh giá 01 năm thực hiện Chỉ thị số 19/CT-UBND',
    'Thực hiện Công điện số 221/CĐ-TTg ngày 20 tháng 11 năm 2025 của Thủ tướng Chính phủ; để đánh giá kết quả 01 năm thực hiện Chỉ thị số 19/CT-UBND ngày 03/10/2024, Ủy ban nhân dân tỉnh yêu cầu:',
    ['19/CT-UBND 2024-10-03'],
    ['221/CĐ-TTg 2025-11-20'],
  ],
  [
    'Tổng kết 10 năm thực hiện Chương trình bố trí dân cư các xã biên giới',
    'Tại cuộc họp nghe báo cáo tổng kết 10 năm thực hiện Chương trình bố trí dân cư các xã biên giới theo Quyết định số 1776/QĐ-TTg ngày 21/11/2012 và Kế hoạch số 132/KH-UBND ngày 10/6/2022, đồng chí Chủ tịch kết luận như sau:',
    ['1776/QĐ-TTg 2012-11-21'],
    ['1776/QĐ-TTg 2012-11-21', '132/KH-UBND 2022-06-10'],
  ],
  [
    'Sơ kết 02 năm thực hiện Đề án 1380 tại các xã',
    'Căn cứ Quyết định số 1380/QĐ-UBND ngày 24 tháng 5 năm 2022 của Ủy ban nhân dân tỉnh phê duyệt Đề án Bộ phận Tiếp nhận và Trả kết quả (Đề án 1380); Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:',
    ['1380/QĐ-UBND 2022-05-24'],
    ['1380/QĐ-UBND 2022-05-24'],
  ],
])('%s', (title, opening, subject, bases) => {
  expect(read(title, opening)).toEqual({ subject, bases });
});
