// How wide words are in Times New Roman, for lines that are as long as the words above them. Pure.

const regular =
  'A722B667C667D722E611F556G722H722I333J389K722L611M889N722O722P556Q722R667S556T611U722V722W944X722Y722Z611' +
  'a444b500c444d500e444f333g500h500i278j278k500l278m778n500o500p500q500r333s389t278u500v500w722x500y500z444';
const bold =
  'A722B667C722D722E667F611G778H778I389J500K778L667M944N722O778P611Q778R722S556T667U722V722W1000X722Y722Z667' +
  'a500b556c444d556e444f333g500h556i278j333k556l278m833n556o500p556q556r444s389t333u556v500w722x500y500z444';

const toMap = (widths: string) =>
  new Map([...widths.matchAll(/([A-Za-z])(\d+)/g)].map(([, letter, width]) => [letter!, Number(width)]));
const tables = { regular: toMap(regular), bold: toMap(bold) };
const narrow = new Map(
  Object.entries({
    ' ': 250,
    '.': 250,
    ',': 250,
    '-': 333,
    '/': 278,
    ':': 278,
    ';': 278,
    '(': 333,
    ')': 333,
  }),
);

/** In em (multiply by the size in points). A letter with marks is as wide as the letter; digits are half an em. */
export function timesWidth(text: string, isBold = false): number {
  const widths = isBold ? tables.bold : tables.regular;
  let sum = 0;
  for (const char of text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd'))
    sum += widths.get(char) ?? narrow.get(char) ?? 500;
  return sum / 1000;
}
