// Where a report stands: every state and its border days, as a table.
import { describe, expect, test } from 'vitest';
import type { Decision, ObligationStage, Stage } from '#src/campaigns/rules.ts';
import type { SubmissionState } from '#src/reports/rules.ts';
import {
  decisionsAt,
  isIn,
  needsChasing,
  type ReportFacts,
  type StandingKind,
  standingInWords,
  standingOf,
} from './rules.ts';

const official: ObligationStage = {
  stage: 'official',
  printedOn: '2023-08-30',
  inclusive: false,
  dueOn: '2023-08-29',
  wording: '',
};
const draft: ObligationStage = { ...official, stage: 'draft', printedOn: '2023-07-30', dueOn: '2023-07-29' };
const opened: ReportFacts = { reportId: 'r', latest: null };
const sent = (stage: Stage, state: SubmissionState): ReportFacts => ({
  reportId: 'r',
  latest: { submissionId: 's', stage, state, submittedAt: new Date('2023-07-20T02:00:00Z'), decidedAt: null },
});
const decided = (kind: Decision['kind'], more: Partial<Decision> = {}): Decision => ({
  id: kind,
  kind,
  stage: null,
  dueOn: null,
  reason: 'x',
  decidedAt: new Date('2023-08-01T02:00:00Z'),
  decidedBy: 'x',
  withdrawnAt: null,
  ...more,
});
const extended = decided('extension', { dueOn: '2023-09-06' });

type Case = {
  name: string;
  stages?: ObligationStage[];
  decisions?: Decision[];
  facts?: ReportFacts | null;
  done?: number;
  on?: string;
  is: StandingKind;
  stage?: Stage;
  left?: number;
};

const oneReport: Case[] = [
  { name: 'not opened, early', facts: null, is: 'not-opened' },
  { name: 'not opened on the last day', facts: null, on: '2023-08-29', is: 'not-opened', left: 0 },
  { name: 'not opened the day after', facts: null, on: '2023-08-30', is: 'overdue', left: -1 },
  { name: 'opened and empty, 8 days left', done: 0, on: '2023-08-21', is: 'drafting', left: 8 },
  { name: 'opened and empty, 7 days left', done: 0, on: '2023-08-22', is: 'at-risk', left: 7 },
  { name: 'less than half, 7 days left', done: 5, on: '2023-08-22', is: 'at-risk' },
  { name: 'half, 7 days left', done: 6, on: '2023-08-22', is: 'drafting' },
  { name: 'all written but not sent, the day after', done: 12, on: '2023-08-30', is: 'overdue', left: -1 },
  { name: 'sent', facts: sent('official', 'submitted'), is: 'sent' },
  { name: 'sent, long after the date', facts: sent('official', 'submitted'), on: '2023-10-01', is: 'sent' },
  { name: 'returned', facts: sent('official', 'returned'), is: 'returned' },
  { name: 'accepted', facts: sent('official', 'accepted'), is: 'accepted' },
  { name: 'extended', decisions: [extended], done: 0, on: '2023-08-30', is: 'at-risk', left: 7 },
  { name: 'extended and past that too', decisions: [extended], on: '2023-09-07', is: 'overdue', left: -1 },
  { name: 'exempt', decisions: [decided('exemption')], facts: null, on: '2023-10-01', is: 'released' },
  {
    name: 'excluded though sent',
    decisions: [decided('exclusion')],
    facts: sent('official', 'submitted'),
    is: 'released',
  },
  {
    name: 'exemption withdrawn',
    decisions: [decided('exemption', { withdrawnAt: new Date() })],
    facts: null,
    is: 'not-opened',
  },
  {
    name: 'by the secret channel',
    decisions: [decided('secret-channel')],
    facts: null,
    on: '2023-10-01',
    is: 'secret-channel',
  },
];

const surveyed: Case[] = [
  { name: 'draft not sent in time', on: '2023-08-23', is: 'overdue', stage: 'draft', left: -25 },
  { name: 'draft due tomorrow', on: '2023-07-28', done: 1, is: 'at-risk', stage: 'draft', left: 1 },
  {
    name: 'draft sent: the official report counts',
    facts: sent('draft', 'submitted'),
    done: 12,
    is: 'drafting',
    stage: 'official',
  },
  {
    name: 'draft accepted, official late',
    facts: sent('draft', 'accepted'),
    on: '2023-08-30',
    is: 'overdue',
    stage: 'official',
  },
  { name: 'draft returned', facts: sent('draft', 'returned'), is: 'returned', stage: 'draft' },
  {
    name: 'official sent without a draft',
    facts: sent('official', 'submitted'),
    is: 'sent',
    stage: 'official',
  },
  { name: 'official returned', facts: sent('official', 'returned'), is: 'returned', stage: 'official' },
].map((c) => ({ ...c, stages: [draft, official] }) as Case);

describe.each([
  ['one report', oneReport],
  ['a surveyed body', surveyed],
])('%s', (_, cases) => {
  test.each(cases)(
    '$name: $is',
    ({
      stages = [official],
      decisions = [],
      facts = opened,
      done = 0,
      on = '2023-08-10',
      is,
      stage,
      left,
    }) => {
      const standing = standingOf({ stages, decisions }, facts, { done, required: 12 }, on);
      expect(standing.kind).toBe(is);
      if (stage) expect(standing.stage).toBe(stage);
      if (left !== undefined) expect(standing.daysLeft).toBe(left);
    },
  );
});

test('what is in, and whom to chase', () => {
  const at = (kind: StandingKind, daysLeft = 3) => ({
    kind,
    stage: 'official' as const,
    dueOn: '2023-08-29',
    daysLeft,
    extended: false,
  });
  expect(
    (['accepted', 'sent', 'secret-channel', 'returned', 'overdue', 'released'] as const).filter(isIn),
  ).toEqual(['accepted', 'sent', 'secret-channel']);
  expect(
    (['overdue', 'not-opened', 'at-risk', 'drafting', 'returned', 'sent'] as const).filter((k) =>
      needsChasing(at(k)),
    ),
  ).toEqual(['overdue', 'not-opened', 'at-risk']);
  expect(needsChasing(at('returned', -1))).toBe(true);
  expect(standingInWords(at('overdue', -25)).vi).toBe('Quá hạn 25 ngày');
  expect(standingInWords(at('overdue', -1)).en).toBe('Overdue by 1 day');
});

test('decisions as they stood at an instant', () => {
  const later = decided('exemption', {
    decidedAt: new Date('2023-08-20T00:00:00Z'),
    withdrawnAt: new Date('2023-08-22T00:00:00Z'),
  });
  const at = (day: string) => decisionsAt([later], new Date(`${day}T00:00:00Z`)).map((d) => d.withdrawnAt);
  expect([
    at('2023-08-19'),
    at('2023-08-21').map((d) => d === null),
    at('2023-08-23').map((d) => d === null),
  ]).toEqual([[], [true], [false]]);
});
