// Names of persons: how they look, where they begin in a line of capitalised words, the ranks before them.

/** Family names, the commonest first; also those of the highlands. A name outside the list is known by its place under a rank. */
const families = new Set(
  `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh trương lâm mai đào cao hà lương lưu
  phùng tô tạ thái quách vương chu châu kiều nông hứa thạch kim danh triệu giàng sùng vàng lò quàng cà tòng ma bế đàm đồng khổng
  nghiêm ninh tôn tống từ ung văn giáp thân cù diệp doãn đường đậu hàn lã lục mạc nhâm ông quản tăng tiêu trà trầm thiều ngọ rơ y
  điểu siu ksor rah rmah kpă nay đàng phù vừ thào hầu lầu mùa chẩu vi lộc lữ bàn đèo hạng trang quang la sầm liêu hồng`.split(
    /\s+/,
  ),
);

/** Learning, arms, robes, offices of courts and forms of address, which are no part of a name. */
const title = [
  'GS|PGS|TSKH|TS|ThS|Th\\.S|BS|BSCK ?I{1,2}|CK ?I{1,2}|DS|CN|KS|KTS|LS|NGƯT|NGND|TTƯT|TTND|NSƯT|NSND|QNCN',
  'Phó Giáo sư|Giáo sư|Tiến s[ĩỹ]|Thạc s[ĩỹ]|Bác s[ĩỹ]|Dược s[ĩỹ]|Kỹ sư|Cử nhân|Luật sư|Thẩm phán|Kiểm sát viên',
  '(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|(?:Chuẩn |Phó )?Đô đốc|Hòa thượng|Hoà thượng|Thượng tọa|Thượng toạ|Đại đức|Linh mục',
  'Đồng chí|Đ/c|(?:Ông|Bà)(?= ?:)|Đã ký(?= ?:)',
].join('|');
const titles = new RegExp(`^(?:(?:${title})(?:[.,:–-]|\\s)+)+`, 'iu');
const signedAfter = /\s*\((?:đã )?ký\)$/iu;
const looksLikeName =
  /^\p{Lu}(?:['’]\p{Lu}?)?\p{Ll}{0,11}(?:[ -]\p{Lu}['’]?(?:\p{Lu}\p{Ll}|\p{Ll}){0,11}){1,5}$/u;
const notNames =
  /^(?:Ban|Bộ|Sở|Văn phòng|Văn Phòng|Các|Hội|Tỉnh|Uỷ|Ủy|Thường|Lưu:|Như|Phòng|Đảng|Huyện|Xã|Phường|Quận|Chi|Trường|Trung|Viện|Đài|Báo|Đoàn (?:Thanh|TN)|Liên|Tổ|Kho|Cục|Vụ|Tòa|Toà|Công (?:ty|an|đoàn)|Thành (?:phố|ủy|uỷ|đoàn)|Thị (?:xã|trấn|ủy|uỷ|đoàn)|Khu|Ngân|Hợp|Cụm|Nhóm|Ngày|Thời|Địa|Đơn|Nơi) ?/u;

/** The name in a line of a signature: without the titles before it and "(đã ký)" after it. */
export function bareName(text: string): string {
  return text.replace(titles, '').replace(signedAfter, '');
}

/** "Phạm Tất Thắng", with an academic or military rank before it. */
export function isPerson(text: string): boolean {
  const bare = bareName(text);
  return looksLikeName.test(bare) && !notNames.test(bare);
}

/** "PHẠM TẤT THẮNG": two to five words in capitals, the first a family name. */
export function isPersonInCapitals(text: string): boolean {
  const parts = bareName(text).split(' ');
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    parts.every((w) => /^\p{Lu}{1,8}$/u.test(w)) &&
    families.has(parts[0]!.toLowerCase())
  );
}

/** Where the name of a person stands in words that may hold a rank before it ("Phó Chủ tịch UBND tỉnh Hồ Thị Hoa"); null where none does. */
export function findPerson(text: string): { a: number; b: number } | null {
  for (const run of text.matchAll(/\p{Lu}['’]?\p{Ll}*(?: \p{Lu}['’]?\p{Ll}+)+/gu)) {
    const parts = [...run[0].matchAll(/\S+/g)];
    const starts = parts.filter((w, i) => families.has(w[0].toLowerCase()) && parts.length - i >= 2);
    const start = starts.find((w) => parts.length - parts.indexOf(w) <= 4) ?? starts.at(-1);
    if (!start) continue;
    const a = run.index + start.index;
    const b = run.index + run[0].length;
    if (isPerson(text.slice(a, b))) return { a, b };
  }
  return null;
}
