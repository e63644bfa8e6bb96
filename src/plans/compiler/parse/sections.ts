// Sections of the body: the top level as printed, errors of numbering kept, and the items under each.
import { depthOf, type MarkKind } from '#src/documents/marks.ts';
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isCapitals } from '../layout/paragraphs.ts';
import { firstVerb } from '../lex/name-ends.ts';
import { isActorAt } from '../lex/organs.ts';
import { find, phrase } from '../text/planes.ts';
import type { Placed } from './regions.ts';

/** What a section is for, told by its title. */
export type Purpose = 'aims' | 'contents' | 'form' | 'visits' | 'duties' | 'other';

export type SectionNode = {
  numbering: string;
  title: Piece;
  purpose: Purpose;
  items: Item[];
  heading: Paragraph;
};
/** A paragraph of a section. `heading` is the nearest short heading above it ("2- Đối với cấp huyện"). */
export type Item = { p: Paragraph; heading: Paragraph | null; section: SectionNode | null };

const purposes: [Purpose, ReturnType<typeof phrase>][] = [
  [
    'duties',
    phrase(
      'tổ chức thực hiện|phân công|trách nhiệm|nhiệm vụ của|nhiệm vụ cụ thể|giao nhiệm vụ|tổ chức triển khai|^(?:triển khai )?thực hiện$|^nhiệm vụ$|nhiệm vụ (?:trong )?thời gian tới',
    ),
  ],
  [
    'visits',
    phrase(
      'khảo sát|kiểm tra|làm việc trực tiếp|đi cơ sở|nắm tình hình|chương trình làm việc|đoàn công tác|lịch (?:làm việc|giám sát)|đi thực tế|giám sát trực tiếp|<(?:thời gian|địa điểm|địa bàn)>.{0,40}<giám sát>',
    ),
  ],
  [
    'form',
    phrase(
      'hình thức|cách thức|phương thức|phương pháp|cách làm|thời gian|thời hạn|tiến độ|chế độ báo cáo|quy trình',
    ),
  ],
  ['aims', phrase('mục đích|yêu cầu|mục tiêu')],
  ['contents', phrase('nội dung')],
];

/** Sections in order, and all items of the body (those before the first section have none). */
export function readSections(placed: readonly Placed[]): { sections: SectionNode[]; items: Item[] } {
  const body = placed.filter((x) => x.region === 'body').map((x) => x.p);
  const top = topLevel(body);
  const sections: SectionNode[] = [];
  const items: Item[] = [];
  let heading: Paragraph | null = null;
  for (const p of body) {
    if (p.mark && top.includes(p.mark.kind) && isSectionHeading(p)) {
      const title = titleOf(p);
      sections.push({ numbering: p.mark.label, title, purpose: purposeOf(title), items: [], heading: p });
      heading = null;
      if (title.b < p.text.length - 3) addItem(p, null);
      continue;
    }
    addItem(p, heading);
    if (isHeading(p) || headsDuties(p, sections.at(-1)?.purpose)) heading = p;
    else if (heading?.mark && p.mark && depthOf(p.mark) <= depthOf(heading.mark)) heading = null;
  }
  function addItem(p: Paragraph, under: Paragraph | null): void {
    const section = sections.at(-1) ?? null;
    const nested = under?.mark && p.mark && depthOf(p.mark) <= depthOf(under.mark) ? null : under;
    const item = { p, heading: nested, section };
    items.push(item);
    section?.items.push(item);
  }
  return { sections, items };
}

/**
 * Roman numbers where there are any, else capital letters, else plain numbers that head short titles. Capital letters
 * that head roman numbers stand above them; where one was numbered as the other ("A", "II", "B"), both are the level.
 */
function topLevel(body: readonly Paragraph[]): readonly MarkKind[] {
  const of = (kind: MarkKind) => body.filter((p) => p.mark?.kind === kind);
  const [romans, capitals] = [of('roman'), of('capital')];
  if (capitals.length > 1 && (romans.length === 0 || capitals[0]!.index < romans[0]!.index)) {
    const begun = romans.filter((p) => p.mark?.label === 'I').length;
    const within = capitals.at(-1)!.index > (romans.at(-1)?.index ?? 0);
    if (romans.length === 0 || begun > 1 || (begun === 1 && within)) return ['capital'];
    if (begun === 0) return ['capital', 'roman'];
  }
  if (romans.length > 0) return ['roman'];
  const headings = of('number').filter((p) => isSectionHeading(p));
  return headings.length > 1 && headings.length * 2 > of('number').length ? ['number'] : [];
}

function isSectionHeading(p: Paragraph): boolean {
  if (p.mark?.kind !== 'number') return true;
  const title = titleOf(p);
  const sentence = title.b - title.a > 60 && /[.;]$/.test(p.text) && title.b >= p.text.length - 2;
  return title.b - title.a < 130 && !sentence;
}

/** Short, without an end: "1. Mục đích", "2- Đối với cấp huyện", "* Ban Tổ chức:". */
export function isHeading(p: Paragraph): boolean {
  return (
    p.text.length < 130 &&
    ((p.mark !== null && !/[.;,]$/.test(p.text)) || (/:$/.test(p.text) && p.text.length < 90))
  );
}

/** "Phòng Tài chính" alone on a line, its number lost: heads the duties of that body. */
export const headsDuties = (p: Paragraph, purpose: Purpose | undefined): boolean =>
  purpose === 'duties' &&
  p.mark === null &&
  p.text.length < 90 &&
  /^\p{Lu}.*\p{Ll}[^.;:,!?)/]*$/u.test(p.text) &&
  isActorAt(p, 0) &&
  firstVerb(p, 0, 0, p.text.length) === null;

/** The heading alone: to the colon of a run-in heading, or to the end of its capitals. */
function titleOf(p: Paragraph): Piece {
  const rest = p.text.slice(p.start);
  const capitals = /^[^\p{Ll}]+(?=\s+\p{Lu}?\p{Ll})/u.exec(rest);
  if (capitals && isCapitals(capitals[0]) && capitals[0].trim().length > 5)
    return tidy({ p, a: p.start, b: p.start + capitals[0].length });
  const runIn = /^[^:]{4,90}?(?=:\s+\S+\s+\S+\s+\S)/u.exec(rest);
  if (runIn) return tidy({ p, a: p.start, b: p.start + runIn[0].length });
  if (rest.length <= 110) return tidy({ p, a: p.start, b: p.text.length });
  const stop = /[:.](?=\s)/.exec(rest);
  return tidy({ p, a: p.start, b: p.start + (stop && stop.index < 160 ? stop.index : rest.length) });
}

function purposeOf(title: Piece): Purpose {
  const view = {
    plain: title.p.plain,
    marked: title.p.marked.slice(title.a, title.b),
    bare: title.p.bare.slice(title.a, title.b),
  };
  return purposes.find(([, look]) => find(look, view))?.[0] ?? 'other';
}
