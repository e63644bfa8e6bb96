// Roman numerals, which number the parts of every official paper.

const digits: [string, number][] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

export function toRoman(value: number): string {
  let rest = value;
  let out = '';
  for (const [letters, n] of digits) while (rest >= n) [out, rest] = [out + letters, rest - n];
  return out;
}

/** The value, or null when the letters are not a well-formed numeral. */
export function fromRoman(text: string): number | null {
  let rest = text.toUpperCase();
  let value = 0;
  for (const [letters, n] of digits)
    while (rest.startsWith(letters)) [rest, value] = [rest.slice(letters.length), value + n];
  return rest === '' && toRoman(value) === text.toUpperCase() && value > 0 ? value : null;
}
