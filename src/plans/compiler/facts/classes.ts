// Which bodies a statement speaks of: everyone, those named above, many of a kind, or some set apart.
import { find, phrase, view } from '../text/planes.ts';
import type { Statement } from './statements.ts';

/** Everyone at once: such a line binds the classes named above it. */
export const isGeneral = (s: Statement) =>
  s.who !== null && find(everyone, view(s.p, s.who.a, s.who.b)) !== null;
const everyone = phrase(
  '^(?:(?:các|những) )?(?:(?:cơ quan|đơn vị|địa phương|tổ chức|ban|bộ|ngành|cấp|tổ chức liên quan),? ?(?:và )?){1,4}(?: ?(?:trên|nêu trên|có liên quan|liên quan|trực thuộc|hoàn thành|tổng kết))*$|^(?:các )?báo cáo$',
);

/** "Các đơn vị nêu tại điểm 2, 3": those already named. */
export const refers = (s: Statement) =>
  s.who !== null && find(namedAbove, view(s.p, s.who.a, s.who.b)) !== null;
const namedAbove = phrase(
  '^(?:các|những) (?:cơ quan|đơn vị|địa phương|tổ chức|chủ thể|đối tượng|ngành).{0,40}<(?:nêu|quy định|nói|có tên) (?:tại|trên|ở)>',
);

/** Many bodies of one kind, or a list of them. */
export const isMany = (s: Statement) =>
  s.who !== null && find(manyBodies, view(s.p, s.who.a, s.who.b)) !== null;
const manyBodies = phrase(
  '^(?:(?:[\\p{L}-]+ ){0,7}các(?! phòng| ban| vụ| bộ phận)|đảng ủy, |cấp ủy)>|;|, (?:các )?(?:sở|ban|đảng ủy|huyện ủy|ủy ban)',
);

/** Those who go and see, or draft: what they hand in is their task. */
export const isTeam = (s: Statement) => s.who !== null && find(team, view(s.p, s.who.a, s.who.b)) !== null;
const team = phrase(
  '^(?:(?:các|mỗi|từng) )?(?:thành viên |trưởng )?(?:đoàn (?:kiểm tra|giám sát|khảo sát|công tác|làm việc|thẩm tra|đánh giá)|(?:đoàn|tổ|nhóm) (?:số )?\\d|tổ (?:công tác|giúp việc|biên tập|soạn thảo|thư ký|khảo sát|kiểm tra|giám sát|nắm tình hình|thẩm định)|nhóm (?:công tác|khảo sát|chuyên gia|biên tập|nghiên cứu))>',
);

/** "Riêng …": set apart from a class. */
export const isApart = (s: Statement) => /^(?:riêng|trừ)/u.test(s.introduced ?? '');
