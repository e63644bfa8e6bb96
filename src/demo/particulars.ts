// What only one sample report says: slogans, "không có", and the voices that differ from the others. Pure.

/** `added` stands after the other paragraphs; `whole` is all that the section says. */
export type Particular = { kind: 'added' | 'whole'; words: string };

const slogan =
  'Trong thời gian tới, tiếp tục tăng cường sự lãnh đạo của cấp ủy; đẩy mạnh, nâng cao chất lượng công tác dân vận; chú trọng phát huy sức mạnh của cả hệ thống chính trị, từng bước tạo chuyển biến mạnh mẽ, góp phần củng cố vững chắc lòng tin của Nhân dân.';

const otherSlogan =
  'Cấp ủy luôn quan tâm, chú trọng, không ngừng nâng cao nhận thức; tăng cường đổi mới, phát huy dân chủ, góp phần xây dựng Đảng bộ trong sạch, vững mạnh.';

const merging =
  'Ý kiến của {U}: nên tách hai chức danh trưởng ban dân vận và chủ tịch Mặt trận ở cấp huyện. Từ khi một người kiêm cả hai, {n 5-8} huyện chậm tham mưu, số văn bản cấp ủy về dân vận ở cấp huyện giảm gần một nửa; việc kiêm nhiệm làm bộ máy gọn nhưng yếu.';

const dialogue =
  'Số cuộc đối thoại tăng chưa chắc là kết quả tốt: qua kiểm tra {n 18-30} cuộc ở {H1} và {H2}, quá nửa không có kết luận bằng văn bản và người dân không biết việc mình hỏi đã giao cho ai.';

const particulars: Record<string, Record<string, Particular>> = {
  'Bình Dương': { 'III.6': { kind: 'added', words: merging } },
  'Long An': { 'III.3': { kind: 'added', words: dialogue } },
  'Thái Bình': { P2: { kind: 'added', words: slogan }, P3: { kind: 'whole', words: 'Không có.' } },
  'Vĩnh Long': { 'III.7': { kind: 'added', words: otherSlogan }, P2: { kind: 'added', words: slogan } },
  'Bến Tre': { 'III.2': { kind: 'added', words: otherSlogan } },
  'Ninh Bình': { P3: { kind: 'whole', words: 'Không có' } },
  'Bộ Xây dựng': { 'III.4': { kind: 'added', words: otherSlogan } },
};

/** `key` is the short name of the body. */
export function particularOf(key: string, section: string): Particular | null {
  return particulars[key]?.[section] ?? null;
}

/** Who copied whose words, and in which sections. */
export const copyists: Record<string, { from: string; sections: readonly string[] }> = {
  'Quảng Trị': { from: 'Quảng Bình', sections: ['III.2', 'III.7'] },
  'Sóc Trăng': { from: 'Trà Vinh', sections: ['III.5'] },
};
