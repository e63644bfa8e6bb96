// Counts: what a sentence says there are, against what it names.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { FoundVisit } from '../facts/visit.ts';
import type { Piece } from '../layout/paragraph.ts';
import type { Resolved } from '../resolve.ts';
import { find, findAll, phrase } from '../text/planes.ts';
import { diagnostic } from './say.ts';

const total = phrase(
  '<(?<n>\\d{1,3}) (?:địa phương|đơn vị|tỉnh|thành phố|huyện|xã|phường|cơ quan|chi bộ|nơi|điểm)(?:,? (?:địa phương|đơn vị|thành phố|cơ quan))*>',
);
const inAll = phrase('<(?:tổng số|tổng cộng|cả thảy)(?: là)? (?<n>\\d{1,3}) ');

/** Each list against its own count; groups of one sentence, and of a section, against their total. */
export function diagnoseCounts(r: Resolved): Diagnostic[] {
  const out = r.visits.flatMap(ownCount);
  for (const group of bySentence(r.visits)) out.push(...sentenceTotal(group));
  out.push(...sectionTotal(r));
  return out;
}

function ownCount(v: FoundVisit): Diagnostic[] {
  if (!v.count || v.count.value === v.units.length) return [];
  return [
    diagnostic(
      'E101',
      v.count.piece,
      {
        vi: `Ghi ${v.count.value} nhưng nêu tên ${v.units.length}`,
        en: `${v.count.value} are stated, ${v.units.length} are named`,
      },
      { vi: 'Sửa số lượng hoặc bổ sung, bớt tên đơn vị.', en: 'Correct the count, or add or remove names.' },
    ),
  ];
}

function bySentence(visits: readonly FoundVisit[]): FoundVisit[][] {
  const out: FoundVisit[][] = [];
  for (const v of visits) {
    const last = out.at(-1);
    if (last && last[0]!.at.p === v.at.p && last[0]!.at.a === v.at.a) last.push(v);
    else out.push([v]);
  }
  return out;
}

function sentenceTotal(group: readonly FoundVisit[]): Diagnostic[] {
  const first = group[0]!;
  const counts = group.map((v) => v.count?.value ?? v.units.length);
  if (group.length < 2) return [];
  const { p, a } = first.at;
  const stated = findAll(total, p, a, first.count?.piece.a ?? first.units[0]!.a)[0];
  if (!stated?.groups?.n) return [];
  return [
    verdict(Number(stated.groups.n), counts, { p, a: stated.index, b: stated.index + stated[0].length }),
  ];
}

function verdict(stated: number, counts: readonly number[], at: Piece): Diagnostic {
  const sum = counts.reduce((x, y) => x + y, 0);
  const terms = counts.join(' + ');
  if (sum === stated)
    return diagnostic('I120', at, {
      vi: `Số lượng khớp: ${stated} = ${terms}`,
      en: `Counts add up: ${stated} = ${terms}`,
    });
  return diagnostic(
    'E102',
    at,
    {
      vi: `Số lượng không khớp: ${stated} ≠ ${terms} (= ${sum})`,
      en: `Counts do not add up: ${stated} ≠ ${terms} (= ${sum})`,
    },
    { vi: 'Đối chiếu lại danh sách đơn vị.', en: 'Check the list of bodies.' },
  );
}

/** "Tổng số 06 tỉnh" against all lists of the same class in the section. */
function sectionTotal(r: Resolved): Diagnostic[] {
  for (const { p, section } of r.items) {
    const m = find(inAll, p);
    if (!m?.groups?.n || !section) continue;
    const here = r.visits.filter(
      (v) =>
        section.items.some((i) => i.p === v.at.p) &&
        !v.units.some((u) => /^(?:Bộ|Ban|Sở|Tòa|Thanh tra) /u.test(u.p.text.slice(u.a, u.b))),
    );
    if (here.length > 0)
      return [
        verdict(
          Number(m.groups.n),
          here.map((v) => v.units.length),
          { p, a: m.index, b: m.index + m[0].trimEnd().length },
        ),
      ];
  }
  return [];
}
