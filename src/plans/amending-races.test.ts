// An amendment at the very moment when someone else acts: another officer, a clerk who saves or sends, a unit that begins.
import { beforeAll, describe, expect, it } from 'vitest';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { openReport, submitReport } from '#src/reports/actions/sending.ts';
import { movesOf } from '#src/reports/store/moves.ts';
import { sectionOf } from '#src/reports/store/sections.ts';
import { submissionsOf } from '#src/reports/store/submissions.ts';
import { versionByCode } from '#src/templates/store.ts';
import { type HalfWritten, halfWritten, toVersion2 } from '#tests/support/half-written.ts';

let w: HalfWritten;

beforeAll(async () => {
  w = await halfWritten();
}, 120_000);

describe('at one moment', () => {
  it('two officers issue: the second is shown the first, and nothing is done twice', async () => {
    const issue = (day: string) =>
      w.ha.post(`/campaigns/${w.campaign.slug}/amendments`, {
        ...{ kind: 'deadline', printedOn: day, counted: 'yes', reason: 'Mưa lũ.', after: '0' },
      });
    const answers = await Promise.all([issue('20/9/2023'), issue('21/9/2023')]);
    expect(answers.map((a) => a.status).sort()).toEqual([303, 409]);
    const page = await answers.find((a) => a.status === 409)!.text();
    expect(page).toContain('vừa ban hành một điều chỉnh khác');
    expect(page).toContain('name="after" value="1"');
  });

  it('a clerk saves while the report moves: the words are in their section', async () => {
    for (let round = 0; round < 4; round++) {
      const { moves, version } = {
        moves: (await movesOf(w.db, w.reportId)).length,
        version: (await sectionOf(w.db, w.reportId, place(round)))?.version ?? 0,
      };
      const what = round % 2 === 0 ? toVersion2 : { kind: 'undo' as const, number: 1 + round };
      const [saved] = await Promise.all([
        w.save(place(round), `Lượt ${round}.`, version, moves),
        w.amend(what),
      ]);
      expect(saved).toBeGreaterThan(0);
      expect(await w.text(place(round + 1))).toBe(`Lượt ${round}.`);
    }
  });
  const place = (round: number) => (round % 2 === 0 ? w.codes[1]! : `${w.codes[1]}.moi`);

  it('a clerk sends while the report moves: the copy bears the version that it was written on', async () => {
    const send = () => submitReport(w.test.act('chau'), w.reportId, { stage: 'draft', confirmed: true });
    const [sent] = await Promise.allSettled([send(), w.amend(toVersion2)]);
    expect(sent.status).toBe('fulfilled');
    const [latest] = await submissionsOf(w.db, w.reportId);
    const latestVersion = (await versionByCode(w.db, 'M1'))!.id;
    expect([w.first.id, latestVersion]).toContain(latest!.templateVersionId);
    expect((await w.chau.get(`/submissions/${latest!.id}`)).status).toBe(200);
  });

  it('a unit begins while the version changes: its report asks what its obligation asks', async () => {
    const unit = w.test.people.ngan.memberships[0]!.unitId!;
    const owed = (await obligationsOf(w.db, w.campaign.id)).find((o) => o.unitId === unit)!;
    await w.newVersion((sections) => sections);
    await Promise.all([openReport(w.test.act('ngan'), owed.id), w.amend(toVersion2)]);
    const report = await w.db
      .selectFrom('reports')
      .select('template_version_id')
      .where('obligation_id', '=', owed.id)
      .executeTakeFirstOrThrow();
    const now = (await obligationsOf(w.db, w.campaign.id)).find((o) => o.unitId === unit)!;
    expect(report.template_version_id).toBe(now.templateVersionId);
    expect(now.templateVersionId).toBe((await versionByCode(w.db, 'M1'))!.id);
  });
});
