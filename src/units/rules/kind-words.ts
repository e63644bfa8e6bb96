// Kinds of unit as tables write them, and read back whatever way they are written.
import type { Language } from '#src/kernel/language.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import { kindNames, type UnitKind, unitKinds } from '../rules.ts';

/** The one word for a kind in a table. */
export function kindWord(kind: UnitKind, language: Language): string {
  return kindNames[kind][language];
}

const written: [UnitKind, string][] = [
  ['province', 'tinh'],
  ['province', 'thanh pho truc thuoc trung uong'],
  ['province', 'cap tinh'],
  ['district', 'huyen'],
  ['district', 'quan'],
  ['district', 'thi xa'],
  ['district', 'thanh pho thuoc tinh'],
  ['district', 'cap huyen'],
  ['commune', 'xa'],
  ['commune', 'phuong'],
  ['commune', 'thi tran'],
  ['commune', 'dac khu'],
  ['commune', 'cap xa'],
  ['provincial-party-committee', 'tinh uy'],
  ['provincial-party-committee', 'thanh uy'],
  ['central-party-committee', 'dang uy'],
  ['central-commission', 'ban dang'],
  ['central-commission', 'ban dang tw'],
  ['civil-affairs-committee', 'bcsd'],
  ['ministry', 'bo'],
  ['ministry', 'bo, nganh'],
  ['mass-organisation', 'doan the'],
  ['mass-organisation', 'hoi'],
];

const known = new Map<string, UnitKind>([
  ...written.map(([kind, text]): [string, UnitKind] => [text, kind]),
  ...unitKinds.flatMap((kind): [string, UnitKind][] => [
    [kind, kind],
    [foldVietnamese(kindNames[kind].vi), kind],
    [foldVietnamese(kindNames[kind].en), kind],
  ]),
]);

/** The kind that a cell names, or null. */
export function kindFrom(text: string): UnitKind | null {
  return known.get(foldVietnamese(text).replace(/\s+/g, ' ').trim()) ?? null;
}

const opening: [RegExp, UnitKind][] = [
  [/^(tinh uy|thanh uy) /, 'provincial-party-committee'],
  [/^tinh /, 'province'],
  [/^(quan|huyen|thi xa) /, 'district'],
  [/^(xa|phuong|thi tran|dac khu) /, 'commune'],
  [/^ban can su dang /, 'civil-affairs-committee'],
  [/^dang doan /, 'party-caucus'],
  [/^bo /, 'ministry'],
];

/** The kind that a full name begins with, or null: "Thành phố" alone may be two. */
export function kindOfName(fullName: string): UnitKind | null {
  const folded = foldVietnamese(fullName).replace(/\s+/g, ' ').trim();
  return opening.find(([start]) => start.test(folded))?.[1] ?? null;
}
