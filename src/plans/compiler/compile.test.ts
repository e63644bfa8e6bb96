// The compiler as a whole: our own plans against their truths, harmed in every way, with every fact at its place.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compilePlan } from './compile.ts';
import { damages, withoutMarks } from './damage.ts';
import type { CompiledPlan, PlanFacts } from './model.ts';
import { fold, likeness, ratios, score } from './score.ts';

const folder = new URL('./fixtures/', import.meta.url);
const load = (group: string) =>
  readdirSync(new URL(`${group}/`, folder))
    .filter((f) => f.endsWith('.txt'))
    .map((f) => ({
      name: f.replace('.txt', ''),
      text: readFileSync(new URL(`${group}/${f}`, folder), 'utf8'),
      truth: JSON.parse(
        readFileSync(new URL(`${group}/${f.replace('.txt', '.json')}`, folder), 'utf8'),
      ) as PlanFacts,
    }));
const developed = load('developed');
const measured = load('measured');

/** The first six, by the compiler's author: read to the last fact, and in every harmed form. */
const first = [
  'cong-van-ubnd-tinh',
  'huong-dan-ban-to-chuc',
  'huyen-uy-docx',
  'lien-doan-lao-dong',
  'so-bang-viec',
  'ubnd-xa-hai-cap',
];
const byHeart = developed.filter((x) => first.includes(x.name));

const f1 = (truth: PlanFacts, compiled: CompiledPlan) =>
  ratios(Object.values(score(truth, compiled.plan).by)).f1;

test.each(byHeart)('reads $name as its truth says', ({ text, truth }) => {
  const { missed, extra } = score(truth, compilePlan({ text }).plan);
  expect({ missed, extra }).toEqual({ missed: [], extra: [] });
});

/** F1, precision and recall of all facts of the plans together. */
const together = (plans: typeof measured) =>
  ratios(plans.flatMap(({ text, truth }) => Object.values(score(truth, compilePlan({ text }).plan).by)));

test('plans by five authors, which the rules were developed on, stay above 0.97 together', () => {
  const { precision, recall } = together(developed);
  expect(Math.min(precision, recall)).toBeGreaterThan(0.97);
});

test('plans that the rules were not written on stay above 0.9 together', () => {
  const { precision, recall } = together(measured);
  expect(Math.min(precision, recall)).toBeGreaterThan(0.9);
});

describe.each(damages)('harmed by $name', ({ harm, read, flavour }) => {
  test.each(byHeart)('$name reads nearly the same, and every fact lies at its words', ({ text, truth }) => {
    const compiled = compilePlan({ text: harm(text), ...(flavour ? { flavour } : {}) });
    expect(f1(truth, compiled)).toBeGreaterThan(0.85);
    expect(strays(compiled, read)).toEqual([]);
  });
});

test('the signing lines light up: capacity, rank and name', () => {
  const { text, spans, plan } = compilePlan({
    text: developed.find((x) => x.name === 'huyen-uy-docx')!.text,
  });
  const at = (pointer: string) => text.slice(...spans[pointer]!);
  expect(at('/signatory')).toBe(plan.signatory?.name);
  expect(at('/signatory/authority').replace(/\s+/g, ' ')).toBe(plan.signatory?.authority);
  expect(at('/signatory/position').toLowerCase()).toBe(plan.signatory?.position?.toLowerCase());
});

test.each(byHeart)('$name without diacritics keeps its dates and symbols', ({ text, truth }) => {
  const { plan } = compilePlan({ text: withoutMarks(text) });
  expect(plan.symbol).toBe(truth.symbol && withoutMarks(truth.symbol));
  expect(plan.issuedOn).toEqual(truth.issuedOn);
  const dates = (d: PlanFacts) => d.deadlines.map((x) => `${x.when.rel} ${x.when.from}`).sort();
  expect(dates(plan)).toEqual(dates(truth));
});

test.each([...developed, ...measured])('every span of $name holds the words of its fact', ({ text }) => {
  expect(strays(compilePlan({ text }), (part) => part)).toEqual([]);
});

/** Facts whose span in the original does not hold their words. */
function strays(compiled: CompiledPlan, read: (part: string) => string): string[] {
  return Object.entries(compiled.spans).flatMap(([pointer, [start, end]]) => {
    const value = wordsAt(compiled.plan, pointer);
    if (value === null) return [];
    const source = fold(read(compiled.text.slice(start, end)));
    const wanted = fold(value);
    const alike = source.includes(wanted) || wanted.includes(source) || likeness(source, wanted) >= 0.6;
    return alike && source !== '' ? [] : [`${pointer}: “${compiled.text.slice(start, end)}” for “${value}”`];
  });
}

/** The words that a fact says it was read from; null for dates and the like, which are written otherwise than they are read. */
function wordsAt(plan: PlanFacts, pointer: string): string | null {
  let value: unknown = plan;
  for (const key of pointer.split('/').slice(1)) value = (value as Record<string, unknown>)[key];
  if (typeof value === 'string') return /\d{4}-\d{2}-\d{2}/.test(value) ? null : value;
  const fact = value as Partial<Record<'text' | 'who' | 'lead' | 'title' | 'what', string>> & {
    units?: string[];
    symbol?: string;
    name?: string;
  };
  if (pointer.startsWith('/reportTargets')) return fact.who ?? null;
  return (
    fact.text ??
    fact.lead ??
    fact.title ??
    fact.units?.join(', ') ??
    fact.symbol ??
    fact.name ??
    fact.what ??
    null
  );
}

test.each([
  ['Số 15-KH/TU Huế, ngày 02 tháng 3 năm 2026', '2026-03-02'],
  ['Số: 208/KH-UBND Đồng Tháp, ngày 18 tháng 5 năm 2026', '2026-05-18'],
])('reads the date beside the number, as a PDF joins the two columns: %s', (line, day) => {
  const { plan } = compilePlan({
    text: `ĐẢNG CỘNG SẢN VIỆT NAM\n${line}\nKẾ HOẠCH\ntổng kết một nghị quyết\n\nI. MỤC ĐÍCH\n1. Đánh giá kết quả thực hiện.\nII. TỔ CHỨC THỰC HIỆN\n1. Gửi báo cáo trước ngày 30/8/2026.`,
  });
  expect(plan.issuedOn?.from).toBe(day);
});

test.each([';', ', ;', '(;)', '-', '…'])(
  'a row of a calendar whose place is “%s” is passed over',
  (place) => {
    const { plan } = compilePlan({
      text: `ỦY BAN NHÂN DÂN\nHUYỆN A\nSố: 12/KH-UBND\nA, ngày 02 tháng 3 năm 2023\nKẾ HOẠCH\nkhảo sát một việc\nI. MỤC ĐÍCH\n1. Đánh giá.\nII. LỊCH KHẢO SÁT\nTT | Đơn vị | Thời gian\n1 | xã Bình Minh | 12/9/2023\n2 | ${place} | 13/9/2023\n3 | xã Hòa An | 14/9/2023\nIII. TỔ CHỨC THỰC HIỆN\n1. Gửi báo cáo trước ngày 30/8/2023.`,
    });
    expect(plan.visits.map((v) => v.units)).toEqual([['xã Bình Minh'], ['xã Hòa An']]);
  },
);
