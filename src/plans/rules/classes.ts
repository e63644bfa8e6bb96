// From the words of a class ("các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương") to kinds of units. Pure.
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { UnitKind } from '#src/units/rules.ts';

/** A way of naming a class, without diacritics, and the kinds it means. One line per way. */
const ways: [RegExp, UnitKind[]][] = [
  [/\b(tinh uy|thanh uy)\b/, ['provincial-party-committee']],
  [/\bdang uy (khoi|truc thuoc (trung uong|tw))/, ['central-party-committee']],
  [/\bdang doan\b/, ['party-caucus']],
  [/\bban can su( dang)?\b/, ['civil-affairs-committee']],
  [/\bban dang\b|\bcac ban (cua )?(dang|trung uong)\b|\bban (dang )?trung uong\b/, ['central-commission']],
  [/\bcap uy (truc thuoc trung uong|tinh)\b/, ['provincial-party-committee', 'central-party-committee']],
  [/\b(cac )?tinh, thanh pho\b|\bubnd (cac )?tinh\b/, ['province']],
  [/\bcac bo\b|\bco quan (ngang bo|thuoc chinh phu)\b/, ['ministry']],
  [
    /\b(hoi|hiep hoi|doan the|to chuc chinh tri - xa hoi)\b.*\b(trung uong|tw)\b|\bcac to chuc chinh tri - xa hoi$/,
    ['mass-organisation'],
  ],
];

/** Bodies named one by one by the officer rather than by kind: "đơn vị được phân công báo cáo chuyên đề". */
const byList = /\b(duoc phan cong|duoc giao|chuyen de)\b/;

export type UnitClass = { kinds: UnitKind[]; byList: boolean };

/** What the words mean; no kinds and no list when they name nothing the registry knows. */
export function classOf(words: string): UnitClass {
  const folded = foldVietnamese(words).replace(/\s+/g, ' ');
  if (byList.test(folded)) return { kinds: [], byList: true };
  const kinds = ways.flatMap(([way, means]) => (way.test(folded) ? means : []));
  return { kinds: [...new Set(kinds)], byList: false };
}

/** "trừ các tổ chức, đơn vị đã báo cáo chuyên đề": those with a template of their own are left out. */
export function exceptsAssigned(words: string | null): boolean {
  return words !== null && byList.test(foldVietnamese(words));
}
