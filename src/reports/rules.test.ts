// The life of a report as tables of cases, and the workflow walked at random: no path loses a version.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Membership } from '#src/kernel/actor.ts';
import type { Missing } from './rules/missing.ts';
import {
  nextStage,
  type ReportStanding,
  refusalToAccept,
  refusalToEdit,
  refusalToRead,
  refusalToReturn,
  refusalToSend,
  refusalToWithdrawAcceptance,
  reportState,
  type Stage,
  type SubmissionState,
  sendableStages,
} from './rules.ts';

const unitId = 'lang-son';

function person(...memberships: Membership[]): Actor {
  return { id: 'x', name: 'Hoàng Minh Châu', language: 'vi', memberships };
}

const chau = person({ role: 'unit-officer', unitId });
const ngan = person({ role: 'unit-officer', unitId: 'hau-giang' });
const ha = person({ role: 'central-officer', unitId: null });
const bao = person({ role: 'central-reader', unitId: null });
const long = person({ role: 'leader', unitId: null });
const nam = person();

const surveyed: Stage[] = ['draft', 'official'];
const nothing: Missing = { sections: [], tables: [], short: [], isEmpty: false };
const gaps: Missing = {
  ...nothing,
  tables: [{ code: 'B1', title: 'Bối cảnh', filled: 1, cells: 5, errors: 0 }],
};

function standing(latest: ReportStanding['latest'], stages: Stage[] = surveyed): ReportStanding {
  return { unitId, opened: true, stages, latest };
}

describe('what comes next', () => {
  it.each<[string, ReportStanding['latest'], Stage[], Stage | null, Stage[]]>([
    ['surveyed, nothing sent', null, surveyed, 'draft', ['draft', 'official']],
    ['not surveyed, nothing sent', null, ['official'], 'official', ['official']],
    ['draft being read', { stage: 'draft', state: 'submitted' }, surveyed, 'official', ['official']],
    ['draft accepted', { stage: 'draft', state: 'accepted' }, surveyed, 'official', ['official']],
    ['draft returned', { stage: 'draft', state: 'returned' }, surveyed, 'draft', ['draft', 'official']],
    ['official being read', { stage: 'official', state: 'submitted' }, surveyed, null, []],
    ['official returned', { stage: 'official', state: 'returned' }, surveyed, 'official', ['official']],
    ['official accepted', { stage: 'official', state: 'accepted' }, surveyed, null, []],
  ])('%s', (_, latest, stages, next, sendable) => {
    expect(nextStage(standing(latest, stages))).toBe(next);
    expect(sendableStages(standing(latest, stages))).toEqual(sendable);
  });

  it('is named by the latest submission', () => {
    expect(reportState({ opened: false, latest: null })).toBe('not-opened');
    expect(reportState({ opened: true, latest: null })).toBe('drafting');
    expect(reportState({ opened: true, latest: { stage: 'draft', state: 'returned' } })).toBe('returned');
  });
});

describe('who may write and send', () => {
  it.each([
    ['own unit', chau, null],
    ['another unit', ngan, 'not-found'],
    ['central officer', ha, 'not-found'],
    ['outsider', nam, 'not-found'],
  ])('%s', (_, actor, code) => {
    expect(refusalToEdit(standing(null), actor)?.code ?? null).toBe(code);
    expect(refusalToSend(standing(null), actor, 'draft', nothing, false)?.code ?? null).toBe(code);
  });

  it.each<[string, Stage, Missing, boolean, string | null]>([
    ['complete draft', 'draft', nothing, false, null],
    ['draft with gaps, unconfirmed', 'draft', gaps, false, 'report-incomplete'],
    ['draft with gaps, confirmed', 'draft', gaps, true, null],
    ['official with gaps, confirmed', 'official', gaps, true, 'report-incomplete'],
    ['official complete', 'official', nothing, false, null],
    ['empty draft, confirmed', 'draft', { ...gaps, isEmpty: true }, true, 'report-empty'],
  ])('%s', (_, stage, missing, confirmed, code) => {
    expect(refusalToSend(standing(null), chau, stage, missing, confirmed)?.code ?? null).toBe(code);
  });

  it('says how much is missing', () => {
    const refusal = refusalToSend(standing(null), chau, 'official', gaps, false);
    expect(refusal?.words.vi).toBe('Chưa gửi được: còn 1 biểu chưa xong.');
  });

  it('locks an official report until it is returned or its acceptance withdrawn', () => {
    const locked = standing({ stage: 'official', state: 'accepted' });
    expect(refusalToEdit(locked, chau)?.code).toBe('report-locked');
    expect(refusalToEdit(standing({ stage: 'official', state: 'submitted' }), chau)?.code).toBe(
      'report-being-read',
    );
    expect(refusalToEdit(standing({ stage: 'official', state: 'returned' }), chau)).toBeNull();
    expect(refusalToEdit(standing({ stage: 'draft', state: 'accepted' }), chau)).toBeNull();
  });
});

describe('who may decide', () => {
  const sent = { unitId, stage: 'official' as Stage, isLatest: true };
  const decisions = [refusalToReturn, refusalToAccept, refusalToWithdrawAcceptance];

  it.each<[SubmissionState, (string | null)[]]>([
    ['submitted', [null, null, 'not-accepted']],
    ['returned', ['already-returned', 'already-returned', 'not-accepted']],
    ['accepted', ['return-accepted', 'already-accepted', null]],
  ])('a central officer on a %s one', (state, codes) => {
    expect(decisions.map((rule) => rule({ ...sent, state }, ha)?.code ?? null)).toEqual(codes);
  });

  it.each([
    ['reader', bao, 'not-central-officer'],
    ['leader', long, 'not-central-officer'],
    ['own unit', chau, 'not-central-officer'],
    ['another unit', ngan, 'not-found'],
    ['outsider', nam, 'not-found'],
  ])('never %s', (_, actor, code) => {
    for (const rule of decisions) expect(rule({ ...sent, state: 'submitted' }, actor)?.code).toBe(code);
  });

  it('only on the latest version', () => {
    expect(refusalToAccept({ ...sent, state: 'submitted', isLatest: false }, ha)?.code).toBe(
      'submission-not-latest',
    );
  });

  it('what was sent is read by its unit and the centre', () => {
    for (const actor of [chau, ha, bao, long]) expect(refusalToRead({ unitId }, actor)).toBeNull();
    for (const actor of [ngan, nam]) expect(refusalToRead({ unitId }, actor)?.kind).toBe('not-found');
  });
});

/** The workflow as rows: what the tables would hold after each act that the rules let through. */
type Sent = { stage: Stage; text: string; state: SubmissionState };
type World = { text: string; sent: Sent[] };
type Step = { kind: 'write' | 'send' | 'return' | 'accept' | 'withdraw'; stage: Stage; text: string };

function walk(world: World, step: Step): World {
  const last = world.sent.at(-1);
  const report = standing(last ? { stage: last.stage, state: last.state } : null);
  if (step.kind === 'write') return refusalToEdit(report, chau) ? world : { ...world, text: step.text };
  if (step.kind === 'send') {
    if (refusalToSend(report, chau, step.stage, nothing, true)) return world;
    return { ...world, sent: [...world.sent, { stage: step.stage, text: world.text, state: 'submitted' }] };
  }
  if (!last) return world;
  const rule = { return: refusalToReturn, accept: refusalToAccept, withdraw: refusalToWithdrawAcceptance }[
    step.kind
  ];
  const becomes = { return: 'returned', accept: 'accepted', withdraw: 'submitted' } as const;
  if (rule({ unitId, stage: last.stage, state: last.state, isLatest: true }, ha)) return world;
  return { ...world, sent: [...world.sent.slice(0, -1), { ...last, state: becomes[step.kind] }] };
}

describe('the workflow', () => {
  const steps = fc.array(
    fc.record<Step>({
      kind: fc.constantFrom('write', 'send', 'return', 'accept', 'withdraw'),
      stage: fc.constantFrom('draft', 'official'),
      text: fc.string({ maxLength: 8 }),
    }),
    { maxLength: 40 },
  );

  it('never loses or changes a version, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(steps, (path) => {
        let world: World = { text: '', sent: [] };
        for (const step of path) {
          const before = world;
          world = walk(world, step);
          expect(world.sent.length).toBeGreaterThanOrEqual(before.sent.length);
          expect(world.sent.slice(0, before.sent.length).map((s) => s.text)).toEqual(
            before.sent.map((s) => s.text),
          );
        }
      }),
    );
  });

  it('holds at most one accepted official report, and nothing is written while it is', () => {
    fc.assert(
      fc.property(steps, (path) => {
        let world: World = { text: '', sent: [] };
        for (const step of path) {
          const isLocked = world.sent.some((s) => s.stage === 'official' && s.state === 'accepted');
          const before = world;
          world = walk(world, step);
          if (isLocked) expect(world.text).toBe(before.text);
          expect(
            world.sent.filter((s) => s.stage === 'official' && s.state === 'accepted').length,
          ).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('never traps: from anywhere a report can still come to be accepted', () => {
    fc.assert(
      fc.property(steps, (path) => {
        let world = path.reduce(walk, { text: '', sent: [] } as World);
        const rest: Step[] = [
          { kind: 'withdraw', stage: 'official', text: '' },
          { kind: 'return', stage: 'official', text: '' },
          { kind: 'write', stage: 'official', text: 'sửa' },
          { kind: 'send', stage: 'official', text: '' },
          { kind: 'accept', stage: 'official', text: '' },
        ];
        world = rest.reduce(walk, world);
        expect(world.sent.at(-1)).toEqual({ stage: 'official', text: 'sửa', state: 'accepted' });
      }),
    );
  });
});
