// Two people, one moment: of two acts that exclude each other one is done, the other is told so, and nothing stands twice.
import { beforeAll, describe, expect, it } from 'vitest';
import { pastePlan } from '#src/plans/actions/compile.ts';
import type { Asker } from '#tests/support/app.ts';
import type { Fields } from '#tests/support/doors.ts';
import { sendReport } from '#tests/support/synthesis.ts';
import { demoPlan, type World, world } from '#tests/support/world.ts';

let w: World;
let ha: Asker;
let chau: Asker;

beforeAll(async () => {
  w = await world();
  ha = await w.app.as('ha');
  chau = await w.app.as('chau');
});

type Act = { who: Asker; path: string; fields?: Fields };

/** Sends all at once; returns the sorted statuses and the pages of those that were refused. */
async function atOnce(...all: Act[]) {
  const answers = await Promise.all(all.map((a) => a.who.post(a.path, a.fields ?? {})));
  const statuses = answers.map((a) => a.status).sort();
  const refused = await Promise.all(answers.filter((a) => a.status !== 303).map((a) => a.text()));
  return { statuses, refused };
}

/** How many rows of a table there are for one parent. */
async function rowsOf(table: 'submission_acceptances' | 'submission_returns', submissionId: string) {
  const rows = await w.app.services.db
    .selectFrom(table)
    .select('id')
    .where('submission_id', '=', submissionId)
    .execute();
  return rows.length;
}

const waiting = async (unit: string) => (await sendReport(w.app, w.campaignId, unit, {})).submissionId;

describe('deciding on a report', () => {
  it('two acceptances: one stands, its figures count once', async () => {
    const id = await waiting('Tỉnh ủy Lâm Đồng');
    const accept = { who: ha, path: `/submissions/${id}/acceptance` };
    const { statuses, refused } = await atOnce(accept, accept, accept);
    expect(statuses).toEqual([303, 403, 403]);
    for (const html of refused) expect(html).toContain('đã được chấp nhận');
    expect(await rowsOf('submission_acceptances', id)).toBe(1);
    const figures = await w.app.services.db
      .selectFrom('accepted_figures')
      .selectAll()
      .where('submission_id', '=', id)
      .execute();
    const keys = figures.map((f) => JSON.stringify({ ...f, id: null }));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('two returns: one stands', async () => {
    const id = await waiting('Tỉnh ủy Khánh Hòa');
    const back = { who: ha, path: `/submissions/${id}/return`, fields: { reason: 'Thiếu số liệu.' } };
    const { statuses, refused } = await atOnce(back, back);
    expect(statuses).toEqual([303, 403]);
    expect(refused[0]).toContain('đã được trả lại');
    expect(await rowsOf('submission_returns', id)).toBe(1);
  });

  it('accepted and returned at once: only one of them', async () => {
    const id = await waiting('Tỉnh ủy Phú Yên');
    const { statuses } = await atOnce(
      { who: ha, path: `/submissions/${id}/acceptance` },
      { who: ha, path: `/submissions/${id}/return`, fields: { reason: 'Thiếu số liệu.' } },
    );
    expect(statuses).toEqual([303, 403]);
    const both = (await rowsOf('submission_acceptances', id)) + (await rowsOf('submission_returns', id));
    expect(both).toBe(1);
  });

  it('an acceptance withdrawn twice is withdrawn once', async () => {
    const slip = {
      who: ha,
      path: `/submissions/${w.accepted}/acceptance/withdrawal`,
      fields: { reason: 'Nhầm.' },
    };
    expect((await atOnce(slip, slip)).statuses).toEqual([303, 403]);
  });
});

describe('writing a report', () => {
  it('two saves of a section from one version: one stands, the other is kept and shown', async () => {
    const path = `/reports/${w.reportId}/sections/${w.sections[1]}`;
    const save = (text: string) => ({ who: chau, path, fields: { version: '1', text } });
    const { statuses, refused } = await atOnce(
      save('Bản của người thứ nhất.'),
      save('Bản của người thứ hai.'),
    );
    expect(statuses).toEqual([303, 409]);
    expect(refused[0]).toContain('Bản của người thứ nhất.');
    expect(refused[0]).toContain('Bản của người thứ hai.');
    const versions = await w.app.services.db
      .selectFrom('report_section_versions')
      .select(['version'])
      .where('report_id', '=', w.reportId)
      .where('section_code', '=', w.sections[1]!)
      .execute();
    expect(versions.map((v) => v.version).sort()).toEqual([1, 2, 3]);
  });

  it('two saves of a table from one version: one stands, the other is kept', async () => {
    const path = `/reports/${w.reportId}/annexes/${w.table}`;
    const save = (n: string) => ({
      who: chau,
      path,
      fields: { version: '1', [`cell.${w.indicator}.${w.column}`]: n },
    });
    expect((await atOnce(save('11'), save('12'))).statuses).toEqual([303, 409]);
  });

  it('two sendings: one receipt', async () => {
    const before = await w.app.services.db.selectFrom('submissions').select('receipt_number').execute();
    const send = {
      who: chau,
      path: `/reports/${w.reportId}/submission`,
      fields: { stage: 'official', confirmed: 'yes' },
    };
    const { statuses, refused } = await atOnce(send, send, send);
    expect(statuses).toEqual([303, 403, 403]);
    expect(refused[0]).toMatch(/đã gửi/);
    const after = await w.app.services.db.selectFrom('submissions').select('receipt_number').execute();
    expect(after.length).toBe(before.length + 1);
  });

  it('sending and saving at once: what was sent is what the seal covers', async () => {
    const { statuses } = await atOnce({
      who: ha,
      path: `/submissions/${await latest()}/return`,
      fields: { reason: 'Thiếu.' },
    });
    expect(statuses).toEqual([303]);
    const { statuses: both } = await atOnce(
      {
        who: chau,
        path: `/reports/${w.reportId}/submission`,
        fields: { stage: 'official', confirmed: 'yes' },
      },
      {
        who: chau,
        path: `/reports/${w.reportId}/sections/${w.sections[2]}`,
        fields: { version: '1', text: 'Viết thêm.' },
      },
    );
    expect(both.filter((s) => s === 303).length).toBeGreaterThan(0);
    for (const status of both) expect([303, 403, 422]).toContain(status);
  });

  it('two first looks at a task open one report', async () => {
    const ngan = await w.app.as('ngan');
    const looks = await Promise.all([1, 2, 3].map(() => ngan.get(`/campaigns/${w.slug}/tasks`)));
    expect(new Set(looks.map((a) => a.headers.get('location'))).size).toBe(1);
    expect(looks.map((a) => a.status)).toEqual([303, 303, 303]);
  });

  async function latest(): Promise<string> {
    const row = await w.app.services.db
      .selectFrom('submissions')
      .select('id')
      .where('report_id', '=', w.reportId)
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    return row.id;
  }
});

describe('the centre’s own work', () => {
  it('a plan launched twice makes one campaign', async () => {
    const id = await pastePlan(w.app.act('ha'), demoPlan);
    const launch = { who: ha, path: `/plans/${id}/campaign` };
    const { statuses, refused } = await atOnce(launch, launch, launch);
    expect(statuses).toEqual([303, 409, 409]);
    expect(refused[0]).toMatch(/đã tạo/);
    const made = await w.app.services.db
      .selectFrom('campaigns')
      .select('id')
      .where('plan_id', '=', id)
      .execute();
    expect(made.length).toBe(1);
  });

  it('a plan published twice has one page', async () => {
    const publish = { who: ha, path: `/campaigns/${w.freshSlug}/publication` };
    expect((await atOnce(publish, publish)).statuses).toEqual([303, 409]);
  });

  it('a report frozen twice has one more version', async () => {
    const freeze = { who: ha, path: `/campaigns/${w.slug}/final-report/freezes` };
    const count = async () =>
      (await w.app.services.db.selectFrom('final_report_freezes').select('id').execute()).length;
    const before = await count();
    const { statuses, refused } = await atOnce(freeze, freeze);
    expect(statuses).toEqual([303, 409]);
    expect(refused[0]).toContain('vừa được sửa hoặc chốt');
    expect(await count()).toBe(before + 1);
  });

  it('a report begun twice is begun once', async () => {
    const begin = { who: ha, path: `/campaigns/${w.freshSlug}/final-report` };
    expect((await atOnce(begin, begin)).statuses).toEqual([303, 303]);
  });

  it('two saves of one part: one stands, both are shown', async () => {
    const path = `/campaigns/${w.slug}/final-report/parts/${w.part}`;
    const save = (text: string) => ({ who: ha, path, fields: { version: '2', text } });
    const { statuses, refused } = await atOnce(
      save('Câu của người thứ nhất.'),
      save('Câu của người thứ hai.'),
    );
    expect(statuses).toEqual([303, 409]);
    expect(refused[0]).toContain('Câu của người thứ nhất.');
    expect(refused[0]).toContain('Câu của người thứ hai.');
  });

  it('an answer to feedback is given once', async () => {
    const path = `/campaigns/${w.slug}/feedback/${w.feedbackId}/answer`;
    const answer = { who: ha, path, fields: { answer: 'Cảm ơn ông/bà.', outcome: 'answered' } };
    expect((await atOnce(answer, answer)).statuses).toEqual([303, 422]);
  });

  it('a notice is recorded once', async () => {
    const path = `/campaigns/${w.slug}/visits/${w.visitId}`;
    await ha.post(`${path}/date`, { startsOn: '2023-10-10', delegation: 'Đoàn 9' });
    const notice = { who: ha, path: `${path}/notice`, fields: { note: '' } };
    expect((await atOnce(notice, notice)).statuses).toEqual([303, 422]);
  });

  it('two bodies released twice are released once', async () => {
    const path = `/campaigns/${w.slug}/obligations/${w.obligationId}/decisions`;
    const exempt = { who: ha, path, fields: { kind: 'exemption', reason: 'Sáp nhập.' } };
    expect((await atOnce(exempt, exempt)).statuses).toEqual([303, 422]);
    const undo = { who: ha, path: `${path}/${w.decisionId}/withdrawal` };
    const { statuses } = await atOnce(undo, undo);
    expect(statuses[0]).toBe(303);
    expect([403, 404, 422]).toContain(statuses[1]);
  });
});
