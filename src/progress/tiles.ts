// Where each province stands on the board: one tile a report, roughly as on a map, north at the top. Pure.

/** Codes of the General Statistics Office, seven columns; HS and TS are the two archipelagos, which are always drawn. */
const grid = [
  '-- -- -- 02 04 -- --',
  '12 10 15 08 06 20 --',
  '11 14 25 26 19 24 22',
  '-- -- 17 01 27 30 31',
  '-- -- -- 35 33 34 --',
  '-- -- 38 37 36 -- --',
  '-- -- 40 -- -- -- --',
  '-- -- -- 42 -- -- --',
  '-- -- -- 44 -- -- --',
  '-- -- -- -- 45 -- --',
  '-- -- -- -- 46 -- --',
  '-- -- -- -- 49 48 HS',
  '-- -- -- -- 62 51 --',
  '-- -- -- -- 64 52 --',
  '-- -- -- -- 66 54 --',
  '-- -- 70 67 68 56 TS',
  '-- 72 74 75 60 58 --',
  '89 87 80 79 77 -- --',
  '91 92 86 82 -- -- --',
  '-- 93 84 83 -- -- --',
  '96 95 94 -- -- -- --',
];

export type TilePlace = { row: number; column: number };

/** Row and column from 1, by code. */
export const tilePlaces: ReadonlyMap<string, TilePlace> = new Map(
  grid.flatMap((line, r) =>
    line
      .split(' ')
      .flatMap((code, c) => (code === '--' ? [] : [[code, { row: r + 1, column: c + 1 }] as const])),
  ),
);

/** Names that do not fit on a tile. */
const shortNames: ReadonlyMap<string, string> = new Map([
  ['Thừa Thiên Huế', 'TT Huế'],
  ['Thừa Thiên - Huế', 'TT Huế'],
  ['Hồ Chí Minh', 'TP HCM'],
  ['Thành phố Hồ Chí Minh', 'TP HCM'],
  ['Bà Rịa - Vũng Tàu', 'BR-VT'],
]);

export function tileName(name: string): string {
  return shortNames.get(name) ?? name;
}

export const archipelagos = [
  { name: 'Hoàng Sa', place: tilePlaces.get('HS')! },
  { name: 'Trường Sa', place: tilePlaces.get('TS')! },
] as const;
