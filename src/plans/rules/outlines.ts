// The template that a plan itself carries: its annexed outline, or its review contents, or the usual order. Pure.

import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import { depthOf, type Mark, readMark } from '#src/plans/compiler/layout/marks.ts';
import type { CompiledPlan, PlanFacts, ReadParagraph } from '#src/plans/compiler/model.ts';
import type { ListKind, Outline, OutlineSection } from '#src/templates/rules.ts';

/** `from`: where the sections come from, so that the officer is told. */
export type PlanOutline = { from: 'annex' | 'contents' | 'usual'; outline: Outline };

/** What reports on this template are asked, as far as the plan says it. `name`: the template as the plan calls it. */
export function outlineOf(
  { plan, paragraphs }: Pick<CompiledPlan, 'plan' | 'paragraphs'>,
  name: string | null,
): PlanOutline {
  const title = plan.title ? `Báo cáo ${plan.title}` : 'Báo cáo tổng kết';
  const annex = sectionsOf(annexFor(paragraphs, name));
  if (annex.length > 1) return { from: 'annex', outline: { title, sections: annex } };
  const contents = sectionsOf(contentsIn(paragraphs));
  if (contents.length > 1)
    return { from: 'contents', outline: { title, sections: [...contents, ...closing(contents)] } };
  return { from: 'usual', outline: { title, sections: usual } };
}

/** The outline as lines to edit: a numbered line is a section, the lines under it are its guidance. */
export function linesOfOutline(outline: Outline): string {
  return outline.sections
    .map((s) =>
      [
        `${s.numbering} ${s.title}`,
        ...s.guidance
          .split('\n')
          .filter(Boolean)
          .map((line) => `- ${line}`),
      ].join('\n'),
    )
    .join('\n');
}

/** The edited lines as an outline again; no sections when no line is numbered. */
export function outlineFromLines(title: string, lines: string): Outline {
  const paragraphs = lines.split('\n').filter((line) => line.trim() !== '');
  return { title, sections: sectionsOf(paragraphs.map((text) => ({ text }))) };
}

/** "Mẫu số 01" of plan 176 → "01.176"; an outline without a name → "DC.176". Letters, digits and dots, at most 12. */
export function templateCodeFor(name: string | null, plan: Pick<PlanFacts, 'number' | 'issuedOn'>): string {
  const own = foldVietnamese(name ?? '')
    .replace(/^(mau|bieu|phu luc|de cuong)( (bao cao|mau|so))*/, '')
    .replace(/[^a-z0-9]/g, '')
    .toUpperCase();
  const of = plan.number?.replace(/\D/g, '') || plan.issuedOn?.from?.slice(0, 4) || '1';
  return `${own.slice(0, 6) || 'DC'}.${of.slice(-5)}`;
}

const startsAnnex = /^(mau|bieu|phu luc|de cuong)\b/;
const isShort = (text: string) => text.length < 120;

/** The annexes fall apart at "Mẫu số 01", "PHỤ LỤC II", "ĐỀ CƯƠNG"; the one that bears the template's name, else the first. */
function annexFor(paragraphs: readonly ReadParagraph[], name: string | null): ReadParagraph[] {
  const annexes: ReadParagraph[][] = [];
  for (const p of paragraphs.filter((x) => x.region === 'annex')) {
    const heads = isShort(p.text) && startsAnnex.test(foldVietnamese(p.text.trim()));
    const current = annexes.at(-1);
    if (!current || (heads && current.some((x) => readMark(x.text.trim())))) annexes.push([p]);
    else current.push(p);
  }
  const called = (annex: ReadParagraph[]) =>
    foldVietnamese(
      annex
        .slice(0, 4)
        .map((p) => p.text)
        .join(' '),
    );
  const wanted = foldVietnamese(name ?? '').trim();
  return annexes.find((a) => wanted !== '' && called(a).includes(wanted)) ?? annexes[0] ?? [];
}

/** What stands under the heading "Nội dung …" in the body, up to the next heading of its depth. */
function contentsIn(paragraphs: readonly ReadParagraph[]): ReadParagraph[] {
  const body = paragraphs.filter((p) => p.region === 'body');
  const isContents = (p: ReadParagraph) => isShort(p.text) && /\bnoi dung\b/.test(foldVietnamese(p.text));
  const at = body.findIndex((p) => readMark(p.text.trim()) !== null && isContents(p));
  if (at < 0) return [];
  const depth = depthOf(readMark(body[at]!.text.trim()));
  const end = body.findIndex(
    (p, i) => i > at && readMark(p.text.trim()) !== null && depthOf(readMark(p.text.trim())) <= depth,
  );
  return body.slice(at + 1, end < 0 ? undefined : end);
}

const partHead = /^(phần thứ [\p{L}]+|phần [IVX\d]+)[.:\s-]*/iu;
type Head = { numbering: string; title: string; depth: number };

function headOf(text: string): Head | null {
  const part = partHead.exec(text);
  if (part) return { numbering: part[1]!, title: text.slice(part[0].length).trim(), depth: 0 };
  const mark = readMark(text);
  if (!mark || mark.kind === 'dash' || mark.kind === 'plus') return null;
  return { numbering: printed(mark, text), title: text.slice(mark.length).trim(), depth: 1 + depthOf(mark) };
}

const printed = (mark: Mark, text: string) => text.slice(0, mark.length).trim();

/** Numbered lines as sections of at most three levels; what stands under one is its guidance. */
function sectionsOf(paragraphs: readonly Pick<ReadParagraph, 'text'>[]): OutlineSection[] {
  const heads = paragraphs.map((p) => headOf(p.text.trim()));
  const depths = [...new Set(heads.flatMap((h) => (h ? [h.depth] : [])))].sort((a, b) => a - b).slice(0, 3);
  const hasParts = depths[0] === 0;
  const sections: OutlineSection[] = [];
  for (const [i, p] of paragraphs.entries()) {
    const head = heads[i];
    const last = sections.at(-1);
    const level = head ? depths.indexOf(head.depth) : -1;
    if (head && level >= 0 && (head.title !== '' || head.depth === 0) && sections.length < mostSections)
      sections.push(section(head, Math.min(3, level + (hasParts ? 1 : 2)) as 1 | 2 | 3));
    else if (last && last.title === '') last.title = clipped(p.text.trim());
    else if (last)
      last.guidance = `${last.guidance}\n${p.text.trim().replace(/^-\s+/, '')}`.trim().slice(0, 4000);
  }
  return withCodes(grouping(sections.map((s) => ({ ...s, title: s.title || s.numbering }))));
}

const mostSections = 200;
const clipped = (title: string) => title.slice(0, 500);

/** A numbered line that goes on after its first sentence is a title with guidance. */
function section({ numbering, title }: Head, level: 1 | 2 | 3): OutlineSection {
  const stop = /[:.]\s+(?=\S)/u.exec(title);
  const isRunIn = stop !== null && stop.index > 3 && stop.index < 160;
  const words = (isRunIn ? title.slice(0, stop.index) : title).replace(/[.:;,]$/u, '');
  return {
    code: '',
    numbering,
    title: clipped(words),
    level,
    guidance: isRunIn ? title.slice(stop.index + stop[0].length) : '',
    writable: true,
    required: true,
    minWords: null,
    maxWords: null,
    answers: [],
    lists: listsIn(words),
    tables: [],
  };
}

const listWords: [RegExp, ListKind][] = [
  [/\b(han che|khuyet diem|ton tai|bat cap|vuong mac|kho khan)\b/, 'shortcomings'],
  [/\bnguyen nhan\b/, 'causes'],
  [/\bbai hoc\b/, 'lessons'],
  [/\b(kien nghi|de xuat)\b/, 'recommendations'],
  [/\bmo hinh\b/, 'models'],
];

function listsIn(title: string): ListKind[] {
  const folded = foldVietnamese(title);
  return listWords.flatMap(([way, list]) => (way.test(folded) ? [list] : []));
}

/** A section with sections under it only groups them. */
function grouping(sections: OutlineSection[]): OutlineSection[] {
  return sections.map((s, i) => {
    const groups = (sections[i + 1]?.level ?? 0) > s.level;
    return groups ? { ...s, writable: false, required: false, lists: [] } : s;
  });
}

/** "I", "I.2", "P1": from the printed number and what stands above; of two alike the second tells its place. */
function withCodes(sections: OutlineSection[]): OutlineSection[] {
  const taken = new Set<string>();
  const above: string[] = [];
  let parts = 0;
  return sections.map((s, i) => {
    const number = foldVietnamese(s.numbering)
      .replace(/[^a-z0-9.]/gi, '')
      .replace(/^\.+|\.+$/g, '');
    const own = s.level === 1 && partHead.test(s.numbering) ? `P${++parts}` : upper(number);
    const parent = s.level === 3 ? above[2] : undefined;
    const wanted = [
      parent && !own.startsWith(`${parent}.`) ? `${parent}.${own}` : own,
      `${above[1] ?? 'X'}.${own}`,
      `S${i + 1}`,
    ];
    const code = wanted.find((c) => /^[A-Za-z0-9.]{1,12}$/.test(c) && !taken.has(c)) ?? `S${i + 1}`;
    taken.add(code);
    above[s.level] = code;
    return { ...s, code };
  });
}

const upper = (number: string) => (/^[ivxl]+$/.test(number) ? number.toUpperCase() : number);

/** What every review ends with, where the contents do not; numbered on from the last. */
function closing(sections: readonly OutlineSection[]): OutlineSection[] {
  if (sections.some((s) => s.lists.includes('recommendations'))) return [];
  const top = sections.filter((s) => s.level === 2);
  const next = String(top.length + 1);
  const numbering = /^\d+\D*$/.test(top.at(-1)!.numbering)
    ? top.at(-1)!.numbering.replace(/^\d+/, next)
    : `${next}.`;
  const taken = new Set(sections.map((s) => s.code));
  const [last] = withCodes([section({ numbering, title: 'Kiến nghị, đề xuất', depth: 1 }, 2)]);
  return taken.has(last!.code) ? [{ ...last!, code: 'KN' }] : [last!];
}

const usual = withCodes(
  [
    'Đặc điểm tình hình',
    'Công tác lãnh đạo, chỉ đạo, tổ chức thực hiện',
    'Kết quả thực hiện',
    'Hạn chế, khuyết điểm và nguyên nhân',
    'Bài học kinh nghiệm',
    'Kiến nghị, đề xuất',
  ].map((title, i) =>
    section({ numbering: `${['I', 'II', 'III', 'IV', 'V', 'VI'][i]}.`, title, depth: 1 }, 2),
  ),
);
