// Text that no repair can read is refused, with the reason and what to do.
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { isSyllable } from '../text/syllable.ts';

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
  vi: 'Chữ và dấu đã bị đảo lộn, nhiều từ không phải tiếng Việt (phông chữ của tệp PDF sai, hoặc trang mạng cố ý xáo chữ). Đề nghị dùng tệp Word gốc, hoặc quét nhận dạng chữ lại từ bản in.',
  en: 'Letters and diacritics are scrambled: many words are not Vietnamese (a PDF with a wrong font, or a page that scrambles them on purpose). Please use the original Word file, or recognise the text anew from a print.',
});

/** "K? ho?ch", "K?? ho??ch", "K\ufffd ho\ufffdch": marks of loss inside or at the end of many words. */
function lostLetters(text: string): boolean {
  const sample = text.slice(0, 60_000);
  if (!/[?\ufffd]/.test(sample)) return false;
  const broken = sample.match(/\p{L}[?\ufffd]+(?=\p{L})/gu)?.length ?? 0;
  return broken > 8 && broken > (sample.match(/\p{L}+/gu)?.length ?? 0) * 0.05;
}

/** More words than this that no Vietnamese can be, and in this share of all: the letters are mapped wrongly. */
const impossible = { words: 12, share: 0.03 };

/**
 * "KẾT LỦẬN … CỦÀ", "củ#a", letters of private fonts, two tones on one letter: words that cannot be Vietnamese
 * syllables. Names of persons and places of other tongues (Đắk Lắk, Niê), abbreviations (QĐ, HĐND) and words glued
 * together are no sign of it.
 */
function scrambled(text: string): boolean {
  const sample = text.slice(0, 30_000);
  const words = sample.match(/\p{L}{2,}/gu) ?? [];
  const strange = words.filter((w) => w.length < 8 && !isSyllable(w) && isVietnamese(w)).length;
  const odd = sample.match(oddLetters)?.length ?? 0;
  return [strange, odd].some((n) => n >= impossible.words && n > words.length * impossible.share);
}
const oddLetters = /\p{L}[#$%^~{}¤§¶]+(?=\p{L})|\p{L}\p{M}|[\ue000-\uf8ff]|\(cid:\d+\)/gu;
const isVietnamese = (word: string): boolean =>
  /[ăđơưạ-ỹ]/iu.test(word) && !/^\p{Lu}\p{Ll}/u.test(word) && !/^[A-ZĐ]+$/.test(word);
