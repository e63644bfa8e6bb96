// Vietnamese text: one spelling to compare by, one order to sort by, one way to write numbers.

/** Where the tone mark stands in open syllables differs between schools (hoà/hòa, uỷ/ủy); compare by the new one. */
const moved = new Map(
  'oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy'
    .match(/\S+ \S+/gu)!
    .map((pair) => pair.split(' ') as [string, string]),
);
const movedBack = new Map([...moved].map(([old, now]) => [now, old]));
const misplaced = /o[àáảãạèéẻẽẹ](?!\p{L})|(?<!q)u[ỳýỷỹỵ](?!\p{L})/gu;
/** After q the u belongs to the consonant: both schools write "quý", and "qúy" is a slip. */
const misplacedAfterQ = /(?<=q)[ùúủũụ]y(?!\p{L})/gu;

/** Lower case, NFC, new tone placement, one space between words; diacritics kept. */
export function normalizeVietnamese(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(misplaced, (pair) => moved.get(pair)!)
    .replace(misplacedAfterQ, (pair) => movedBack.get(pair)!)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Without any diacritics, lower case, đ as d: "Đắk Lắk" and "Đăk Lăk" both give "dak lak". Keeps the length of NFC text. */
export function foldVietnamese(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** A stable ASCII name for addresses and files: "Kế hoạch 82" → "ke-hoach-82". */
export function slugify(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

const collator = new Intl.Collator('vi', { numeric: true });

export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/** One formatter per number of decimals: making one costs a thousand times what using it does. */
const formatters = new Map<number | undefined, Intl.NumberFormat>();

/** As Vietnamese papers write numbers: 1.234,5. `digits` fixes the number of decimals; without it at most four. */
export function formatNumber(value: number, digits?: number): string {
  let formatter = formatters.get(digits);
  if (!formatter) {
    const decimals =
      digits === undefined
        ? { maximumFractionDigits: 4 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    formatter = new Intl.NumberFormat('vi-VN', decimals);
    formatters.set(digits, formatter);
  }
  return formatter.format(value);
}

/**
 * Reads a number as typed in Vietnam ("1.234,5", "1 234", "12,5%"), or null when it is not one.
 * "1.234" is one thousand two hundred and thirty-four; "1.5" (a lone group that is not three digits) is a decimal.
 */
export function parseNumber(text: string): number | null {
  const t = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/%$/, '')
    .replace(/^[+]/, '')
    .replace('−', '-');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(t)) return Number(t.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(t)) return Number(t.replaceAll(',', ''));
  if (/^-?\d+(,\d+)?$/.test(t)) return Number(t.replace(',', '.'));
  if (/^-?\d+\.\d+$/.test(t)) return Number(t);
  return null;
}
