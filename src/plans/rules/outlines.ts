// The template that a plan itself carries: its annexed outline, or its review contents, or the usual order. Pure.

import { depthOf, readMark } from '#src/documents/marks.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { CompiledPlan, PlanFacts, ReadParagraph } from '#src/plans/compiler/model.ts';
import { sectionsFrom } from '#src/templates/outline-lines.ts';
import type { Outline, OutlineSection } from '#src/templates/rules.ts';

/** `from`: where the sections come from, so that the officer is told. */
export type PlanOutline = { from: 'annex' | 'contents' | 'usual'; outline: Outline };

/** What reports on this template are asked, as far as the plan says it. `name`: the template as the plan calls it. */
export function outlineOf(
  { plan, paragraphs }: Pick<CompiledPlan, 'plan' | 'paragraphs'>,
  name: string | null,
): PlanOutline {
  const title = plan.title ? `Báo cáo ${plan.title}` : 'Báo cáo tổng kết';
  const annex = sectionsFrom(textsOf(annexFor(paragraphs, name)));
  if (annex.length > 1) return { from: 'annex', outline: { title, sections: annex } };
  const contents = textsOf(contentsIn(paragraphs));
  if (sectionsFrom(contents).length > 1)
    return { from: 'contents', outline: { title, sections: withClosing(contents) } };
  return { from: 'usual', outline: { title, sections: sectionsFrom(usual) } };
}

const textsOf = (paragraphs: readonly ReadParagraph[]) => paragraphs.map((p) => p.text);

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

/** What every review ends with, where the contents do not; numbered on from the last. */
function withClosing(contents: readonly string[]): OutlineSection[] {
  const sections = sectionsFrom(contents);
  if (sections.some((s) => s.lists.includes('recommendations'))) return sections;
  const last = sections.findLast((s) => s.level === 2)?.numbering ?? '';
  const next = String(sections.filter((s) => s.level === 2).length + 1);
  const numbering = /^\d/.test(last) ? last.replace(/^\d+/, next) : `${next}.`;
  return sectionsFrom([...contents, `${numbering} Kiến nghị, đề xuất`]);
}

const usual = [
  'I. Đặc điểm tình hình',
  'II. Công tác lãnh đạo, chỉ đạo, tổ chức thực hiện',
  'III. Kết quả thực hiện',
  'IV. Hạn chế, khuyết điểm và nguyên nhân',
  'V. Bài học kinh nghiệm',
  'VI. Kiến nghị, đề xuất',
];
