// What stands before the name of a unit: its type, the committee or the office that speaks for it, and their short forms.
import { glue } from '../naming.ts';
import type { UnitKind } from '../rules.ts';

/**
 * A prefix, glued, and the kinds of unit it can stand before. `type`: of several with the name, the ones of this type are
 * meant. `city`: a province or its committee is meant only where it is a city, so "Thành ủy Nam Định" is that of the
 * district city.
 */
export type Prefix = { key: string; kinds: readonly UnitKind[]; type: string | null; city: boolean };

type Said = { text: string; kinds: readonly UnitKind[]; type?: string };

const committee: readonly UnitKind[] = ['provincial-party-committee'];
const province: readonly UnitKind[] = ['province'];
const district: readonly UnitKind[] = ['district'];
const commune: readonly UnitKind[] = ['commune'];
const town = 'Thành phố';

const territories: Said[] = [
  { text: 'tinh', kinds: province },
  { text: 'thu do', kinds: province },
  { text: 'thanh pho truc thuoc trung uong', kinds: province, type: town },
  { text: 'thanh pho thuoc tinh', kinds: district, type: town },
  { text: 'thanh pho', kinds: [...province, ...district], type: town },
  { text: 'huyen', kinds: district, type: 'Huyện' },
  { text: 'huyen dao', kinds: district, type: 'Huyện' },
  { text: 'quan', kinds: district, type: 'Quận' },
  { text: 'thi xa', kinds: district, type: 'Thị xã' },
  { text: 'xa', kinds: commune, type: 'Xã' },
  { text: 'xa dao', kinds: commune, type: 'Xã' },
  { text: 'phuong', kinds: commune, type: 'Phường' },
  { text: 'thi tran', kinds: commune, type: 'Thị trấn' },
  { text: 'dac khu', kinds: commune, type: 'Đặc khu' },
];

/** A committee of a province is a unit of its own; that of a district or commune stands for the territory. */
const led = (kinds: readonly UnitKind[]): UnitKind[] =>
  kinds.flatMap((kind) => (kind === 'province' ? committee : [kind]));

const committees: Said[] = [
  { text: 'tinh uy', kinds: committee },
  { text: 'tinh thanh uy', kinds: committee },
  { text: 'thanh uy', kinds: [...committee, ...district], type: town },
  { text: 'huyen uy', kinds: district, type: 'Huyện' },
  { text: 'quan uy', kinds: district, type: 'Quận' },
  { text: 'thi uy', kinds: district, type: 'Thị xã' },
];

const bodies: Said[] = [
  { text: 'dang uy', kinds: ['central-party-committee', ...commune] },
  { text: 'dang bo', kinds: ['central-party-committee', ...commune] },
  { text: 'ban can su dang', kinds: ['civil-affairs-committee'] },
  { text: 'ban can su', kinds: ['civil-affairs-committee'] },
  { text: 'dang doan', kinds: ['party-caucus'] },
  { text: 'dang doan trung uong', kinds: ['party-caucus'] },
  { text: 'trung uong', kinds: ['party-caucus', 'mass-organisation'] },
];

const spelled: Said[] = [
  ...territories,
  ...committees,
  ...committees.map((said) => ({ ...said, text: `van phong ${said.text}` })),
  // "Tỉnh ủy tỉnh …", "Huyện ủy huyện …".
  ...committees.map((said) => ({ ...said, text: `${said.text} ${territoryOf(said.text)}` })),
  ...['dang bo', 'dang uy'].flatMap((of) =>
    territories.map((said) => ({ ...said, text: `${of} ${said.text}`, kinds: led(said.kinds) })),
  ),
  ...bodies,
];

function territoryOf(committeeText: string): string {
  if (committeeText === 'thanh uy') return 'thanh pho';
  return committeeText === 'thi uy' ? 'thi xa' : committeeText.split(' ')[0]!;
}

const glued = (text: string): string => glue(text.split(' '));
const longestFirst = (a: { key: string }, b: { key: string }): number => b.key.length - a.key.length;
const prefixOf = ({ text, kinds, type }: Said): Prefix => ({
  key: glued(text),
  kinds,
  type: type ?? null,
  city: type === town,
});

/** By their first letter; longest first, so that "tỉnh ủy" is not taken for "tỉnh". */
const prefixes = Map.groupBy(spelled.map(prefixOf).sort(longestFirst), (prefix) => prefix.key.charAt(0));

/** The prefixes that a glued text bears from a place on, longest first. */
export function prefixesAt(text: string, start: number): Prefix[] {
  const list = prefixes.get(text.charAt(start)) ?? [];
  return list.filter((p) => text.startsWith(p.key, start));
}

/** Letters that stand for a prefix, as a word of their own: "Q. 1", "TTr. Nam Đàn", "HU Châu Thành". */
export const letterPrefixes: ReadonlyMap<string, Prefix> = new Map(
  Object.entries({
    t: 'tinh',
    h: 'huyen',
    q: 'quan',
    x: 'xa',
    p: 'phuong',
    ph: 'phuong',
    tt: 'thi tran',
    ttr: 'thi tran',
    dk: 'dac khu',
    tu: 'tinh thanh uy',
    hu: 'huyen uy',
    qu: 'quan uy',
    du: 'dang uy',
  }).map(([letters, text]) => [letters, prefixOf(spelled.find((said) => said.text === text)!)]),
);

/** Offices of a unit, glued; they stand before its name, one after another, and do not change whom it means. */
export const offices: readonly string[] = [
  'ban thuong vu',
  'ban chap hanh',
  'thuong truc',
  'uy ban nhan dan',
  'hoi dong nhan dan',
  'bao cao cua',
].map(glued);

/** True when the words are only a prefix or an office: "UBND", "Tỉnh ủy". */
export function isOnlyPrefix(words: readonly string[]): boolean {
  const key = glue(words);
  return offices.includes(key) || prefixesAt(key, 0)[0]?.key === key;
}
