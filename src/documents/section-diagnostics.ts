// The words of what can be wrong with a Word report's sections. Documented in docs/diagnostics-files.md. Pure.
import type { Diagnostic, Severity } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import type { OutlinePart } from './outline.ts';

type Saying = { severity: Severity; message: (part: string, words: string) => Words; hint: Words };

const sayings = {
  'word-section-missing': {
    severity: 'warning',
    message: (part) => ({
      vi: `Không tìm thấy mục «${part}» trong tệp.`,
      en: `The section "${part}" was not found in the file.`,
    }),
    hint: {
      vi: 'Đề nghị giữ tên mục như đề cương, hoặc chọn đoạn tương ứng ở phần chưa xếp.',
      en: 'Keep the titles of the outline, or place the text from what was left over.',
    },
  },
  'word-section-order': {
    severity: 'note',
    message: (part, words) => ({
      vi: `Mục «${words}» đứng khác thứ tự của đề cương; đã nhận là «${part}».`,
      en: `"${words}" stands out of the outline's order; it was taken as "${part}".`,
    }),
    hint: { vi: 'Đề nghị kiểm tra lại vị trí của mục này.', en: 'Please check where this section belongs.' },
  },
  'word-section-number': {
    severity: 'note',
    message: (part, words) => ({
      vi: `Số thứ tự của «${words}» khác đề cương; đã nhận theo tên là «${part}».`,
      en: `The number of "${words}" differs from the outline; it was taken by its title as "${part}".`,
    }),
    hint: { vi: 'Không cần sửa nếu tên mục đúng.', en: 'Nothing to do if the title is right.' },
  },
  'word-section-repeated': {
    severity: 'warning',
    message: (_, words) => ({
      vi: `Đề mục «${words}» xuất hiện hơn một lần; lần sau được giữ trong mục đứng trước nó.`,
      en: `The heading "${words}" appears more than once; the later one was kept inside the section before it.`,
    }),
    hint: {
      vi: 'Đề nghị xếp lại nếu đây là một mục riêng.',
      en: 'Place it again if it is a section of its own.',
    },
  },
  'word-no-sections': {
    severity: 'error',
    message: () => ({
      vi: 'Không nhận ra mục nào của đề cương trong tệp.',
      en: 'No section of the outline was recognised in the file.',
    }),
    hint: {
      vi: 'Đề nghị dùng tệp đề cương tải từ hệ thống, hoặc ghi tên các mục như đề cương.',
      en: 'Use the outline downloaded from here, or write the titles as in the outline.',
    },
  },
  'word-leftovers': {
    severity: 'note',
    message: (_, words) => ({
      vi: `${words} đoạn chưa xếp vào mục nào; nội dung vẫn được giữ để xếp bằng tay.`,
      en: `${words} pieces belong to no section yet; they are kept to be placed by hand.`,
    }),
    hint: { vi: 'Đề nghị xem phần chưa xếp.', en: 'See what was left over.' },
  },
} satisfies Record<string, Saying>;

/** `part` is the section concerned, `words` what the file says there. */
export function sectionDiagnostic(
  code: keyof typeof sayings,
  part: OutlinePart | null,
  words = '',
): Diagnostic {
  const { severity, message, hint }: Saying = sayings[code];
  const label = part ? [part.numbering, part.title].filter(Boolean).join(' ') : '';
  return {
    code,
    severity,
    message: message(label, words),
    where: part ? { in: 'section', section: part.code } : null,
    hint,
  };
}
