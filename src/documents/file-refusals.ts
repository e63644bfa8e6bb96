// Why a file is not taken in, and what to do about it. Documented in docs/diagnostics-files.md. Pure.
import type { Words } from '#src/kernel/language.ts';
import { Refusal, type RefusalKind } from '#src/kernel/refusal.ts';

const sayings = {
  'file-empty': [
    'invalid',
    'Tệp rỗng, không có nội dung. Đề nghị kiểm tra lại tệp và tải lên lần nữa.',
    'The file is empty. Check it and upload again.',
  ],
  'file-too-large': [
    'too-large',
    'Tệp lớn hơn 50 MB. Đề nghị giảm dung lượng hình ảnh hoặc bỏ nội dung không cần thiết rồi tải lên lại.',
    'The file is larger than 50 MB. Make its pictures smaller, or remove what is not needed, and upload again.',
  ],
  'file-wrong-extension': [
    'invalid',
    'Phần mở rộng của tên tệp không phù hợp. Đề nghị dùng tệp {kinds}.',
    'The file name does not end as it should. Use a {kinds} file.',
  ],
  'file-wrong-kind': [
    'invalid',
    'Nội dung tệp không đúng loại {kinds} dù tên tệp như vậy. Đề nghị mở tệp bằng phần mềm đã tạo ra nó và lưu lại đúng loại.',
    'The content is not {kinds}, whatever the name says. Open it in the program that made it and save it as the right kind.',
  ],
  'file-old-format': [
    'invalid',
    'Tệp ở định dạng cũ (.doc hoặc .xls). Đề nghị mở bằng Word hoặc Excel, chọn «Lưu thành» và lưu lại dạng .docx hoặc .xlsx.',
    'The file is in the old format (.doc or .xls). Open it in Word or Excel and save it as .docx or .xlsx.',
  ],
  'file-encrypted': [
    'invalid',
    'Tệp được đặt mật khẩu. Đề nghị bỏ mật khẩu rồi lưu và tải lên lại; không gửi nội dung mật qua hệ thống này.',
    'The file has a password. Remove it, save, and upload again; nothing secret may be sent through this system.',
  ],
  'file-macro': [
    'invalid',
    'Tệp có macro; hãy lưu lại dạng .docx/.xlsx.',
    'The file has macros; save it again as .docx/.xlsx.',
  ],
  'file-nested': [
    'invalid',
    'Trong tệp có tệp nén hoặc chương trình đi kèm. Đề nghị bỏ phần đính kèm rồi lưu lại.',
    'The file carries an archive or a program. Remove the attachment and save it again.',
  ],
  'file-bomb': [
    'too-large',
    'Nội dung tệp sau khi giải nén quá lớn (trên 100 MB) hoặc nén bất thường. Đề nghị mở tệp, bỏ vùng trống và hình ảnh thừa, rồi lưu lại.',
    'Unpacked, the file is too large (over 100 MB) or oddly packed. Open it, remove empty areas and extra pictures, and save it again.',
  ],
  'file-dtd': [
    'invalid',
    'Tệp có khai báo XML ngoài quy định nên không được nhận. Đề nghị mở bằng Word hoặc Excel và lưu lại.',
    'The file has XML declarations that are not allowed. Open it in Word or Excel and save it again.',
  ],
  'file-broken': [
    'invalid',
    'Tệp bị hỏng, không mở được. Đề nghị mở lại bằng phần mềm đã tạo ra tệp, lưu lại và tải lên lần nữa.',
    'The file is damaged and cannot be opened. Open it in the program that made it, save it, and upload again.',
  ],
  'file-too-slow': [
    'too-large',
    'Tệp quá phức tạp, không xử lý xong trong thời gian cho phép. Đề nghị chia nhỏ tệp hoặc bỏ định dạng thừa.',
    'The file is too complex to be read in the time allowed. Split it, or remove needless formatting.',
  ],
  'file-too-complex': [
    'too-large',
    'Tệp quá phức tạp, vượt quá bộ nhớ cho phép. Đề nghị chia nhỏ tệp hoặc bỏ định dạng thừa.',
    'The file is too complex for the memory allowed. Split it, or remove needless formatting.',
  ],
  'file-too-many-headings': [
    'too-large',
    'Tệp có quá nhiều đề mục (trên {count}). Đề nghị kiểm tra lại kiểu đề mục trong Word: chỉ tên đề mục dùng kiểu «Heading».',
    'The file has too many headings (over {count}). Check the styles in Word: only titles of sections take a Heading style.',
  ],
  'file-too-many-blocks': [
    'too-large',
    'Tệp có quá nhiều đoạn văn hoặc ô (trên {count}). Đề nghị chia nhỏ tệp.',
    'The file has too many paragraphs or cells (over {count}). Split it.',
  ],
  'file-no-text': [
    'invalid',
    'Tệp không có phần chữ (có thể là bản quét). Đề nghị dùng tệp Word, hoặc PDF xuất từ Word, hoặc dán nội dung bằng chữ.',
    'The file has no text (it may be a scan). Use the Word file, a PDF exported from Word, or paste the text.',
  ],
  'file-busy': [
    'conflict',
    'Hệ thống đang xử lý nhiều tệp. Đề nghị tải lên lại sau ít phút.',
    'Many files are being read. Upload again in a few minutes.',
  ],
} satisfies Record<string, [RefusalKind, string, string]>;

export type FileRefusalCode = keyof typeof sayings;

/** The refusal of a code; `fill` puts kinds of file or counts into its words. */
export function fileRefusal(code: FileRefusalCode, fill: Record<string, string> = {}): Refusal {
  const [kind, vi, en] = sayings[code];
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '');
  const words: Words = { vi: put(vi), en: put(en) };
  return new Refusal(kind, code, words);
}

export const fileRefusalCodes = Object.keys(sayings) as FileRefusalCode[];
