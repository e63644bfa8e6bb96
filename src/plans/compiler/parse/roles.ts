// What a line of a document is by its looks: motto, number, place and date, name of a kind, signing capacity, rank, person, annex heading, furniture of a page.

import type { Paragraph } from '../layout/paragraph.ts';
import { isCapitals } from '../layout/paragraphs.ts';
import { isOrganAt } from '../lex/organs.ts';
import { isPerson } from '../lex/persons.ts';
import { find, type Phrase, phrase } from '../text/planes.ts';

export type Role =
  | 'motto'
  | 'rule'
  | 'number'
  | 'place-date'
  | 'kind'
  | 'capacity'
  | 'rank'
  | 'person'
  | 'recipients'
  | 'annex'
  | 'furniture'
  | 'aside'
  | 'stamp'
  | 'page-date'
  | 'organ'
  | 'about'
  | 'addressee'
  | 'signed'
  | 'issued-with'
  | 'files';

const looks: [Role, Phrase, number][] = [
  [
    'motto',
    phrase(
      '^(?:đảng cộng sản việt nam|đoàn tncs hồ chí minh|đoàn thanh niên cộng sản hồ chí minh|cộng hòa xã hội chủ nghĩa việt nam|độc lập ?[-–] ?tự do ?[-–] ?hạnh phúc)[ *.\\-–_]*$',
    ),
    80,
  ],
  ['rule', phrase('^[-–_=*. ~]{1,}$|^(?:hỏa tốc(?: hẹn giờ)?|thượng khẩn|khẩn|tối mật|tuyệt mật|mật)$'), 90],
  ['number', phrase('^số ?:? ?(?:\\d|[-–/.…_]|$)'), 60],
  [
    'place-date',
    phrase(
      '^(?:\\* )?(?:[\\p{L}. \\-–]{2,45}, ?)?ngày ?(?:\\d{1,2}|[.…_ ]*)? ?tháng ?(?:\\d{1,2}|[.…_ ]*)? ?năm ?(?:\\d{4}|[.…_ \\d]*)$|^[\\p{L}. \\-–]{2,45}, ?ngày ?\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{4}$',
    ),
    90,
  ],
  [
    'kind',
    phrase(
      '^(?:kế hoạch|hướng dẫn|thông báo|công văn|chương trình|quyết định|chỉ thị|công điện|đề án|thông tri|kế hoạch liên tịch|hướng dẫn liên ngành|báo cáo|tờ trình)$',
    ),
    40,
  ],
  [
    'kind',
    phrase(
      '^(?:kế hoạch|hướng dẫn|thông báo|chương trình|đề án) (?:liên ngành |liên tịch )?(?:tổng kết|sơ kết|giám sát|kiểm tra|khảo sát|tổ chức|triển khai|thực hiện|đánh giá|phối hợp|điều chỉnh|sửa đổi|về)>[^.;:]*$',
    ),
    400,
  ],
  [
    'capacity',
    phrase(
      '^(?:t/m|t\\.m|tm[./]|k/t|k\\.t|kt[./]|t/l|t\\.l|tl[./]|t/uq|tuq[./]|q\\.|thừa lệnh|thừa ủy quyền|thay mặt|ký thay)[. ]*\\p{L}',
    ),
    160,
  ],
  [
    'rank',
    phrase(
      '^(?:phó |quyền |ủy viên )?(?:tổng )?(?:trưởng ban|bí thư|chủ tịch|giám đốc|bộ trưởng|thứ trưởng|chánh văn phòng|chánh thanh tra|trưởng đoàn|cục trưởng|vụ trưởng|chánh án|viện trưởng|hiệu trưởng|trưởng phòng|tổng giám đốc|chủ nhiệm|tổng thư ký|thủ tướng|cục trưởng|chi cục trưởng|tư lệnh|chính ủy|hội trưởng|tổng biên tập)>',
    ),
    80,
  ],
  ['recipients', phrase('^(?:nơi nhận|kính gửi như trên)'), 4000],
  ['stamp', phrase('^(?:ký bởi|người ký|thời gian ký|.{0,80}\\d{2}:\\d{2}:\\d{2})'), 140],
  [
    'page-date',
    phrase(
      '^(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\\d)|chủ nhật) ?, ?(?:ngày )?\\d{1,2}[/-]\\d|(?:ngày đăng|đăng ngày|cập nhật|đăng lúc|ngày cập nhật|cập nhật lúc)>|\\d{1,2}:\\d{2} ?[|,\\- ] ?\\d{1,2}/\\d)',
    ),
    2000,
  ],
  [
    'furniture',
    phrase(
      '^(?:gửi cho bạn bè|phản hồi|thông tin người gửi phản hồi|các tin khác|tin khác|xem nhiều nhất|tin liên quan|bài viết liên quan|in trang|in bài viết|chia sẻ|bình luận|trang chủ|giới thiệu|liên hệ|sơ đồ|đăng nhập|tìm kiếm|về đầu trang|tin mới nhất|tin đọc nhiều|tin nóng|đọc nhiều|tham khảo thêm|bài viết khác|tin cùng chuyên mục|quay lại|bản quyền|email|ý kiến bạn đọc|lượt xem|số lượt truy cập|thư điện tử|từ khóa|tags?)(?: |$|:|›|>)',
    ),
    90,
  ],
  [
    'aside',
    phrase(
      '^(?:(?:cỡ chữ|cỡ chữ:) ?)?a ?[-–] ?a(?: a ?\\+?| ?\\+)?$|^(?:cỡ chữ|xem thêm|đọc thêm|tin, ảnh|\\(? ?ảnh(?: minh họa)?|nguồn ảnh|clip|video|theo dõi chúng tôi)(?: ?:|$)',
    ),
    300,
  ],
  ['about', phrase('^(?:v/v|về việc) ?:?'), 400],
  ['addressee', phrase('^kính (?:gửi|trình)'), 600],
  ['signed', phrase('^\\(? ?đã ký ?\\)?$'), 20],
  ['issued-with', phrase('^\\( ?(?:ban hành )?kèm theo'), 300],
  [
    'files',
    phrase(
      '^(?:file|tệp|tệp tin|tài liệu|tệp đính kèm|file đính kèm|tài liệu đính kèm|văn bản đính kèm|đính kèm|gửi kèm|kèm theo|hồ sơ kèm theo|phụ lục kèm theo|tài liệu gửi kèm) ?(?:đính kèm |kèm theo )?:',
    ),
    900,
  ],
];

/** Only capitals hold a kind and its title on one line; "Kế hoạch tổng kết …" in small letters is a headline. */
const besideTitle = phrase('^(?:kế hoạch|hướng dẫn|thông báo|chương trình|đề án) (?!liên)\\p{L}');

const annexHeading = phrase(
  '^(?:phụ lục|đề cương|lịch|mẫu(?: số)?|biểu(?: mẫu| số)?|danh mục|danh sách|phụ biểu)>(?! (?:này|trên|nêu))',
);

/** The role of a paragraph by its own words; null for running text. */
export function roleOf(p: Paragraph): Role | null {
  if (p.text.length > 4000) return null;
  for (const [role, look, longest] of looks) {
    if (p.text.length > longest) continue;
    if (!find(look, p)) continue;
    if (role === 'rank' && !isCapitals(p.text) && p.text.length > 60) continue;
    if ((role === 'kind' || role === 'capacity') && !/^\p{Lu}/u.test(p.text)) continue;
    if (role === 'kind' && find(besideTitle, p) && !isCapitals(p.text)) continue;
    if (role === 'capacity' && !/[./]/.test(p.text.slice(0, 4)) && !isCapitals(p.text)) continue;
    return role;
  }
  if (p.mark) return null;
  if (isAnnexHeading(p)) return 'annex';
  if (isPerson(p.text)) return 'person';
  if (isCapitals(p.text) && p.text.length < 120 && isOrganAt(p, 0)) return 'organ';
  return null;
}

function isAnnexHeading(p: Paragraph): boolean {
  if (!find(annexHeading, p) || p.text.length > 160 || /[.;]$/.test(p.text)) return false;
  return (
    isCapitals(p.text.replace(/\d+[a-zđ]?\b|\([^)]*\)/gu, '')) ||
    /^\p{L}+(?: \p{Ll}+)*(?: \p{L}{2,7}){0,2} (?:\d{1,2}[A-Za-z]?|[IVX]{1,4})$/u.test(p.text)
  );
}
