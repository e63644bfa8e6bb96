// What the centre writes when it returns a sample report: a polite reason and the places to mend. Pure.
import type { Mark } from '#src/reports/rules.ts';
import { chance } from './chance.ts';

type Returning = { reason: string; marks: Mark[] };

const provincial: Returning[] = [
  {
    reason:
      'Báo cáo viết rõ, đủ các phần. Đề nghị bổ sung kết quả giải quyết kiến nghị sau đối thoại và nêu thêm việc cụ thể ở hai mục đã đánh dấu.',
    marks: [
      { section: 'III.3', note: 'Mới có số cuộc đối thoại, chưa có số kiến nghị đã giải quyết xong.' },
      { section: 'III.5', note: 'Đề nghị nêu một việc có địa chỉ, có kết quả.' },
    ],
  },
  {
    reason:
      'Phần hạn chế còn chung. Đề nghị tách từng hạn chế thành một dòng, ghi rõ nguyên nhân chủ quan và đơn vị chịu trách nhiệm.',
    marks: [{ section: 'IV', note: 'Các dòng hạn chế nên có nơi xảy ra và thời gian.' }],
  },
  {
    reason:
      'Số liệu trong bài và trong biểu cần thống nhất. Đề nghị rà lại biểu B4 cùng mục về Mặt trận, đoàn thể rồi gửi lại trước ngày 29/8/2023.',
    marks: [
      { section: 'III.4', note: 'Số hội viên trong bài lấy năm nào, đề nghị ghi rõ.' },
      { section: 'B4', note: 'Đề nghị kiểm tra số cuộc giám sát năm 2021.' },
    ],
  },
  {
    reason:
      'Đề nghị bổ sung đánh giá so với trước năm 2013 và trước năm 2019 theo hướng dẫn; các phần khác đạt yêu cầu.',
    marks: [
      { section: 'III.1', note: 'Chưa có so sánh trước và sau.' },
      { section: 'III.6', note: 'Nêu rõ việc kiêm nhiệm được và chưa được ở điểm nào.' },
    ],
  },
  {
    reason:
      'Một số đoạn ở phần phương hướng chưa có việc, thời gian và nơi chịu trách nhiệm. Đề nghị viết lại mục đã đánh dấu.',
    marks: [{ section: 'P2', note: 'Mỗi nhiệm vụ đề nghị ghi ai làm, bao giờ xong.' }],
  },
];

const draft: Returning = {
  reason:
    'Dự thảo gửi đúng hạn, số liệu đầy đủ. Để đoàn khảo sát có căn cứ làm việc, đề nghị bổ sung kết quả sau đối thoại và giải thích số đơn năm 2022, gửi lại trước khi có lịch đoàn.',
  marks: [
    { section: 'III.3', note: 'Đề nghị thêm số kiến nghị sau đối thoại đã giải quyết.' },
    { section: 'B3', note: 'Số đơn năm 2022 và nửa đầu 2023: đề nghị ghi nguồn.' },
  ],
};

const central: Returning = {
  reason:
    'Báo cáo gửi sớm, đáng trân trọng. Đề nghị bổ sung số liệu tiếp công dân, giải quyết đơn và nêu rõ kiến nghị theo từng nơi nhận.',
  marks: [{ section: 'III', note: 'Đề nghị có số liệu năm 2022 để so sánh.' }],
};

/** The reason and marks for a returned report. `turn` deals the provincial ones out so that none is said twice. */
export function returningOf(kind: 'province' | 'draft' | 'central', turn: number): Returning {
  if (kind === 'draft') return draft;
  if (kind === 'central') return central;
  return provincial[turn % provincial.length]!;
}

/** What a unit adds to a marked section before it sends again. */
export function mendingOf(unitName: string, section: string): string {
  return chance(`mending ${unitName} ${section}`).pick([
    'Bổ sung theo góp ý: đến hết tháng 6/2023, các kiến nghị nêu tại đối thoại được phân công đến từng cơ quan, có ngày hẹn trả lời và niêm yết ở trụ sở xã; việc chậm được nêu tên trong họp giao ban.',
    'Bổ sung theo góp ý: so với trước năm 2019, thời gian trả lời kiến nghị rút ngắn khoảng một phần ba; những việc còn treo chủ yếu về đất đai và đã có danh mục theo dõi riêng.',
    'Bổ sung theo góp ý: cơ quan soạn thảo đã đối chiếu lại số liệu với biểu kèm theo, ghi rõ năm và nguồn; chỗ nào số ước được chú thích.',
  ]);
}
