// The workflow walked at random on a real PostgreSQL by the real acts: no path loses a text or changes what was sent.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { fromMarkdown } from '#src/documents/markdown.ts';
import { plainText } from '#src/documents/model.ts';
import { Refusal } from '#src/kernel/refusal.ts';
import type { Act } from '#src/platform/database/connect.ts';
import { templateVersion } from '#src/templates/store.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { acceptSubmission, returnSubmission, withdrawAcceptance } from './actions/deciding.ts';
import { openReport, submitReport } from './actions/sending.ts';
import { saveSection } from './actions/writing.ts';
import { sealOf } from './seal.ts';
import { sectionOf, sectionVersions } from './store/sections.ts';
import { submissionContent, submissionsOf } from './store/submissions.ts';

let test: TestApp;
let owed: ObligationRow[];

beforeAll(async () => {
  test = await testApp();
  const { id } = await testCampaign(test.act('ha'));
  owed = (await obligationsOf(test.services.db, id)).filter((o) => o.templateCode === 'M3');
}, 120_000);

type Step =
  | { kind: 'write'; isStale: boolean }
  | { kind: 'send'; stage: 'draft' | 'official' }
  | { kind: 'return' | 'accept' | 'withdraw' };

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ kind: fc.constant('write' as const), isStale: fc.boolean() }),
    fc.record({
      kind: fc.constant('send' as const),
      stage: fc.constantFrom('draft' as const, 'official' as const),
    }),
    fc.record({ kind: fc.constantFrom('return' as const, 'accept' as const, 'withdraw' as const) }),
  ),
  { minLength: 10, maxLength: 30 },
);

/** A complete report of a body that nobody has touched yet. */
async function begin(): Promise<{ act: Act; reportId: string }> {
  const obligation = owed.pop()!;
  const memberships = [{ role: 'unit-officer' as const, unitId: obligation.unitId }];
  const act = { ...test.act('chau'), actor: { ...test.people.chau, memberships } };
  const reportId = await openReport(act, obligation.id);
  const template = (await templateVersion(act.db, obligation.templateVersionId))!;
  for (const { code, writable } of template.outline.sections)
    if (writable)
      await saveSection(act, reportId, { code, version: 0, body: fromMarkdown(`Mục ${code}`), items: [] });
  return { act, reportId };
}

async function take(step: Step, act: Act, reportId: string, text: string): Promise<void> {
  const central = test.act('ha');
  const latest = (await submissionsOf(act.db, reportId))[0];
  if (step.kind === 'write') {
    const version = (await sectionOf(act.db, reportId, 'I'))!.version - (step.isStale ? 1 : 0);
    await saveSection(act, reportId, { code: 'I', version, body: fromMarkdown(text), items: [] });
  } else if (step.kind === 'send') await submitReport(act, reportId, { stage: step.stage, confirmed: false });
  else if (!latest) return;
  else if (step.kind === 'return') await returnSubmission(central, latest.id, { reason: 'Sửa', marks: [] });
  else if (step.kind === 'accept') await acceptSubmission(central, latest.id);
  else await withdrawAcceptance(central, latest.id, 'Bấm nhầm');
}

it('keeps every text that was typed and every version that was sent, on every path', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (path) => {
      const { act, reportId } = await begin();
      const typed: string[] = [];
      const sent = new Map<string, string>();
      for (const [i, step] of path.entries()) {
        const text = `Câu thứ ${i}`;
        const refusal = await take(step, act, reportId, text).then(
          () => null,
          (error: unknown) => {
            if (error instanceof Refusal) return error;
            throw error;
          },
        );
        if (step.kind === 'write' && (!refusal || refusal.kind === 'conflict')) typed.push(text);
        for (const s of await submissionsOf(act.db, reportId)) {
          expect(sent.get(s.id) ?? s.sha256).toBe(s.sha256);
          sent.set(s.id, s.sha256);
        }
      }
      const kept = (await sectionVersions(act.db, reportId, 'I')).map((v) => plainText(v.body));
      expect(kept).toEqual(expect.arrayContaining(typed));
      expect((await submissionsOf(act.db, reportId)).length).toBe(sent.size);
      for (const [id, sha256] of sent) expect(sealOf(await submissionContent(act.db, id))).toBe(sha256);
    }),
    { numRuns: 12 },
  );
}, 120_000);
