// Dates and decisions: what counts, what is refused, and how it is said.
import { describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '#src/kernel/actor.ts';
import { freeSlug, slugFor } from './creation.ts';
import {
  type Decision,
  type DecisionDraft,
  dueInWords,
  dueOn,
  lastDay,
  type ObligationStage,
  refusalToDecide,
  releaseOf,
} from './rules.ts';

const official: ObligationStage = {
  stage: 'official',
  printedOn: '2023-08-30',
  inclusive: false,
  dueOn: '2023-08-29',
  wording: 'trước ngày 30/8/2023',
};
const draft: ObligationStage = { ...official, stage: 'draft', printedOn: '2023-07-30', dueOn: '2023-07-29' };
const decided = (more: Partial<Decision>): Decision => ({
  id: more.kind ?? 'extension',
  kind: 'extension',
  stage: 'official',
  dueOn: '2023-09-06',
  reason: 'Bão lũ.',
  decidedAt: new Date('2023-08-20T02:00:00Z'),
  decidedBy: 'x',
  withdrawnAt: null,
  ...more,
});

test.each([
  ['before excludes the day', { printedOn: '2023-08-30', inclusive: false }, '2023-08-29'],
  ['by includes it', { printedOn: '2023-08-30', inclusive: true }, '2023-08-30'],
  ['before the first of a month', { printedOn: '2024-03-01', inclusive: false }, '2024-02-29'],
])('%s', (_, deadline, day) => expect(lastDay(deadline)).toBe(day));

describe('the due date', () => {
  const later = new Date('2023-08-21T02:00:00Z');
  const cases: [string, ObligationStage, Decision[], string][] = [
    ['is the plan’s', official, [], '2023-08-29'],
    ['moves with an extension', official, [decided({})], '2023-09-06'],
    ['of the other stage stays', draft, [decided({})], '2023-07-29'],
    ['moves for every stage', draft, [decided({ stage: null })], '2023-09-06'],
    [
      'is the last one given',
      official,
      [decided({ dueOn: '2023-09-10', decidedAt: later }), decided({})],
      '2023-09-10',
    ],
    ['returns when it is withdrawn', official, [decided({ withdrawnAt: later })], '2023-08-29'],
  ];
  test.each(cases)('%s', (_, stage, decisions, day) => expect(dueOn(stage, decisions)).toBe(day));

  test('is said in words', () => {
    expect(dueInWords(official, []).vi).toBe('trước ngày 30/8/2023, tức hết 29/8/2023');
    expect(dueInWords({ ...official, inclusive: true, dueOn: '2023-08-30' }, []).vi).toBe(
      'chậm nhất hết ngày 30/8/2023',
    );
    expect(dueInWords(official, [decided({})]).vi).toBe('gia hạn đến hết 06/9/2023');
  });
});

test('an exemption releases until it is withdrawn', () => {
  expect(releaseOf([decided({ kind: 'exemption' })])?.kind).toBe('exemption');
  expect(releaseOf([decided({ kind: 'exemption', withdrawnAt: new Date() })])).toBeNull();
  expect(releaseOf([decided({})])).toBeNull();
});

describe('a decision', () => {
  const obligation = { stages: [official], decisions: [] as Decision[] };
  const extend: DecisionDraft = {
    kind: 'extension',
    stage: 'official',
    dueOn: '2023-09-06',
    reason: 'Bão lũ.',
  };
  const reader: Actor = { ...systemActor, memberships: [{ role: 'leader', unitId: null }] };
  const fieldsOf = (change: Partial<DecisionDraft>, decisions = obligation.decisions) =>
    Object.keys(
      refusalToDecide(systemActor, { ...obligation, decisions }, { ...extend, ...change })?.fields ?? {},
    );

  test.each<[string, Partial<DecisionDraft>, Decision[], string[]]>([
    ['is taken', {}, [], []],
    ['needs a reason', { reason: ' ' }, [], ['reason']],
    ['needs a day', { dueOn: null }, [], ['dueOn']],
    ['needs a later day', { dueOn: '2023-08-29' }, [], ['dueOn']],
    ['needs a day after the last extension', { dueOn: '2023-09-06' }, [decided({})], ['dueOn']],
    ['needs a stage that is owed', { stage: 'draft' }, [], ['stage']],
    ['to exempt needs only a reason', { kind: 'exemption', dueOn: null }, [], []],
    ['comes once', { kind: 'exclusion' }, [decided({ kind: 'exemption' })], ['kind']],
  ])('%s', (_, change, decisions, fields) => expect(fieldsOf(change, decisions)).toEqual(fields));

  test('is for officers', () => expect(refusalToDecide(reader, obligation, extend)?.kind).toBe('forbidden'));
});

test('the name in addresses', () => {
  const plan = { planSymbol: '82-KH/BDVTW', name: 'Tổng kết', issuedOn: '2023-05-18' };
  expect(slugFor(plan)).toBe('82-kh-bdvtw-2023');
  expect(slugFor({ ...plan, planSymbol: '' })).toBe('tong-ket-2023');
  expect(freeSlug('a-2023', ['a-2023', 'a-2023-2'])).toBe('a-2023-3');
});
