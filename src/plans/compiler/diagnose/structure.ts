// The plan's own order: sections numbered twice or out of turn, a text without sections or without a symbol.

import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { fromRoman } from '#src/kernel/roman.ts';
import type { Resolved } from '../resolve.ts';
import { diagnostic } from './say.ts';

export function diagnoseStructure(r: Resolved): Diagnostic[] {
  const out: Diagnostic[] = [];
  const seen = new Set<string>();
  let last = 0;
  for (const s of r.sections) {
    const value = fromRoman(s.numbering) ?? Number(s.numbering);
    if (seen.has(s.numbering))
      out.push(
        diagnostic(
          'W301',
          s.title,
          { vi: `Hai mục cùng đánh số ${s.numbering}`, en: `Two sections are numbered ${s.numbering}` },
          {
            vi: 'Giữ nguyên như văn bản; khi trích dẫn nên ghi cả tên mục.',
            en: 'Kept as printed; cite such a section with its title.',
          },
        ),
      );
    else if (Number.isFinite(value) && last > 0 && value > last + 1)
      out.push(
        diagnostic(
          'W302',
          s.title,
          { vi: `Đánh số nhảy đến mục ${s.numbering}`, en: `The numbering jumps to section ${s.numbering}` },
          { vi: 'Kiểm tra có thiếu mục hay không.', en: 'Check whether a section is missing.' },
        ),
      );
    seen.add(s.numbering);
    if (Number.isFinite(value)) last = value;
  }
  if (!r.head.symbol)
    out.push(
      diagnostic(
        'W114',
        null,
        { vi: 'Không thấy số và ký hiệu văn bản', en: 'No number and symbol were found' },
        { vi: 'Nhập số và ký hiệu bằng tay.', en: 'Enter the number and symbol by hand.' },
      ),
    );
  if (r.targets.length === 0)
    out.push(
      diagnostic(
        'W307',
        null,
        {
          vi: 'Không thấy nhóm đơn vị nào phải gửi báo cáo',
          en: 'No class of bodies was found that must report',
        },
        {
          vi: 'Thêm nhóm đơn vị bằng tay, hoặc kiểm tra lại văn bản.',
          en: 'Add classes by hand, or check the text.',
        },
      ),
    );
  return out;
}
