// Text that no repair can read is refused, with the reason and what to do.
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { syllableShare } from './legacy.ts';

const maxLength = 4_000_000;

/** Why this text cannot be read as a plan, or null. `repaired` is the text after all repairs of letters. */
export function refusalToRead(repaired: string): Refusal | null {
  if (repaired.length > maxLength) return tooLong;
  if (!/[\p{L}\p{N}]/u.test(repaired)) return empty;
  if (lostLetters(repaired)) return lost;
  if (scrambled(repaired)) return scrambledLetters;
  return null;
}

const tooLong = invalid('plan-too-long', {
  vi: 'Văn bản dài quá 4 triệu ký tự. Đề nghị chỉ dán phần kế hoạch và phụ lục.',
  en: 'The text is longer than 4 million characters. Please give only the plan and its annexes.',
});
const empty = invalid('plan-empty', {
  vi: 'Văn bản không có chữ nào. Nếu là bản chụp, đề nghị dùng tệp Word gốc hoặc bản đã nhận dạng chữ.',
  en: 'The text holds no words. If it is a scan, please use the original Word file or a copy with recognised text.',
});
const lost = invalid('plan-letters-lost', {
  vi: 'Các chữ có dấu đã mất (thay bằng dấu hỏi), không khôi phục được. Đề nghị mở tệp gốc bằng Word, lưu lại dạng .docx rồi tải lên.',
  en: 'The accented letters are lost (replaced by question marks) and cannot be restored. Please open the original in Word, save it as .docx and send that.',
});
const scrambledLetters = invalid('plan-letters-scrambled', {
  vi: 'Dấu của các chữ đã bị đảo lộn, nhiều từ không phải tiếng Việt. Đề nghị dùng văn bản gốc thay cho bản chép từ trang này.',
  en: 'The diacritics are scrambled: many words are not Vietnamese. Please use the original text instead of a copy of this page.',
});

/** "K? ho?ch", "K?? ho??ch", "K\ufffd ho\ufffdch": marks of loss inside or at the end of many words. */
function lostLetters(text: string): boolean {
  const sample = text.slice(0, 60_000);
  const broken = sample.match(/\p{L}[?\ufffd]+(?=\p{L})/gu)?.length ?? 0;
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  return broken > 8 && broken > words * 0.05;
}

function scrambled(text: string): boolean {
  const share = syllableShare(text);
  const accented = text.slice(0, 30_000).match(/[\u1ea0-\u1ef9]/gu)?.length ?? 0;
  return share !== null && share < 0.6 && accented > 40;
}
