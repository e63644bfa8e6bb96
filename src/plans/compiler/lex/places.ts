// Names of places: the classes that stand before them.

/** Classes of places and of units within them, as alternatives of a pattern. */
export const placeClasses =
  'tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|ấp|thôn|bản|buôn|làng|khóm|khu phố|tổ dân phố|khu vực|khu chung cư|khu dân cư|khu công nghiệp|chợ|vùng';

const bare = placeClasses.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const classed = new RegExp(`^(?:${placeClasses}|${bare}) \\p{Lu}`, 'u');

/** True where a name begins: a capital, or the class of a place and a capital. */
export function beginsName(text: string): boolean {
  return /^\p{Lu}/u.test(text) || classed.test(text.slice(0, 24));
}
