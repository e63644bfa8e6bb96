// A corrected template reaches reports half written: texts and figures go along, nothing is lost, and the act can be undone.
import { beforeAll, describe, expect, it } from 'vitest';
import { cellField } from '#src/annexes/rules/typed.ts';
import { tableDraft } from '#src/annexes/store.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { eventsOf } from '#src/events/store.ts';
import { keptPartsOf, movesOf, openReviews } from '#src/reports/store/moves.ts';
import { sectionOf, sectionVersions } from '#src/reports/store/sections.ts';
import { submissionsOf } from '#src/reports/store/submissions.ts';
import { type HalfWritten, halfWritten, toVersion2 } from '#tests/support/half-written.ts';
import { previewAmendment } from './actions/amend.ts';

let w: HalfWritten;

beforeAll(async () => {
  w = await halfWritten();
}, 120_000);

describe('before it is issued', () => {
  it('the preview counts those that move and names those whose report was sent', async () => {
    const { touched, staying } = await previewAmendment(w.test.act('ha'), w.campaign, toVersion2);
    expect(staying.map((o) => o.unitName)).toEqual(['Tỉnh ủy Thanh Hóa']);
    const own = touched.find((t) => t.obligationId === w.obligationId)!;
    expect(own.was.vi).toBe('mẫu M1, phiên bản 1');
    expect(own.becomes.vi).toBe('mẫu M1, phiên bản 2; 2 phần đã soạn không còn yêu cầu, được giữ bên cạnh');
    const page = await (
      await w.ha.get(`/campaigns/${w.campaign.slug}/amendments/new?kind=template&templateCode=M1&look=yes`)
    ).text();
    expect(page).toContain('Giữ phiên bản cũ vì đã gửi: 1 báo cáo');
    expect(await movesOf(w.db, w.reportId)).toEqual([]);
  });
});

describe('once it is issued', () => {
  beforeAll(async () => {
    await w.amend(toVersion2);
  });

  it('texts stand where they are asked now, the rest beside, and every version stays', async () => {
    expect(await w.text(`${w.codes[1]}.moi`)).toBe(`Nội dung mục ${w.codes[1]}.`);
    expect(await w.text(w.codes[1]!)).toBe('');
    expect(await w.text(w.codes[2]!)).toBe(`Nội dung mục ${w.codes[2]}.`);
    expect((await sectionVersions(w.db, w.reportId, w.codes[1]!)).map((v) => v.origin)).toEqual([
      'moved:1',
      'typed',
    ]);
    const kept = await keptPartsOf(w.db, w.reportId);
    expect(kept.map((k) => [k.kind, k.code])).toEqual([
      ['section', w.codes[0]],
      ['table', w.table],
    ]);
    const { cells } = await tableDraft(w.db, w.reportId, w.table);
    expect(Object.keys(cells[w.indicator]!)).toEqual(w.columns.slice(1));
    const row = await sectionOf(w.db, w.reportId, `${w.codes[1]}.moi`);
    expect(row!.savedBy).toBe(w.test.people.chau.id);
    const moved = (await eventsOf(w.db, 'report', w.reportId)).find((e) => e.name === 'report.moved');
    expect(moved).toMatchObject({ data: { from: 1, to: 2, kept: [w.codes[0], w.table] } });
  });

  it('a report that was sent keeps its version, and its copy its own', async () => {
    const other = (await obligationsOf(w.db, w.campaign.id)).find((o) => o.unitName === 'Tỉnh ủy Thanh Hóa')!;
    expect(other.templateVersionId).toBe(w.first.id);
    const report = await w.db
      .selectFrom('reports')
      .select('id')
      .where('obligation_id', '=', other.id)
      .executeTakeFirstOrThrow();
    const [sent] = await submissionsOf(w.db, report.id);
    expect(sent!.templateVersionId).toBe(w.first.id);
    expect((await w.ha.get(`/submissions/${sent!.id}`)).status).toBe(200);
  });

  it('what is asked differently waits to be looked at, until it is', async () => {
    expect((await openReviews(w.db, w.reportId)).map((r) => r.code)).toEqual(
      expect.arrayContaining([w.codes[2]]),
    );
    const list = await (await w.chau.get(`/reports/${w.reportId}`)).text();
    expect(list).toContain('Yêu cầu đã đổi: xem lại');
    const page = await (await w.chau.get(`/reports/${w.reportId}/sections/${w.codes[2]}`)).text();
    expect(page).toContain('Hướng dẫn trước là');
    const answer = await w.chau.post(`/reports/${w.reportId}/reviews`, { code: w.codes[2]! });
    expect(answer.status).toBe(303);
    expect((await openReviews(w.db, w.reportId)).map((r) => r.code)).not.toContain(w.codes[2]);
    expect((await w.chau.post(`/reports/${w.reportId}/reviews`, { code: w.codes[2]! })).status).toBe(404);
  });

  it('what is kept can be read and copied into a section, once', async () => {
    const [part] = await keptPartsOf(w.db, w.reportId);
    const page = await (await w.chau.get(`/reports/${w.reportId}/kept`)).text();
    expect(page).toContain(`Nội dung mục ${w.codes[0]}.`);
    const copy = () =>
      w.chau.post(`/reports/${w.reportId}/kept/${part!.id}/copies`, { section: w.codes[3]! });
    expect((await copy()).status).toBe(303);
    expect(await w.text(w.codes[3]!)).toBe(`Nội dung mục ${w.codes[3]}.\n\nNội dung mục ${w.codes[0]}.`);
    const again = await copy();
    expect(again.status).toBe(422);
    expect(await again.text()).toContain(`đã chép vào mục ${w.codes[3]}`);
    expect((await keptPartsOf(w.db, w.reportId))[0]!.copies).toEqual([w.codes[3]]);
    expect((await (await w.test.as('ngan')).get(`/reports/${w.reportId}/kept`)).status).toBe(404);
  });
});

describe('an editor that was open', () => {
  it('is led to where its section went, and the words are saved there', async () => {
    const answer = await w.chau.post(`/reports/${w.reportId}/sections/${w.codes[1]}`, {
      ...{ version: '1', move: '0', text: 'Gõ khi chưa biết điều chỉnh.' },
    });
    expect(answer.status).toBe(303);
    const to = answer.headers.get('location')!;
    expect(to).toContain(`/sections/${w.codes[1]}.moi?saved=${w.codes[1]}&moved=${w.codes[1]}`);
    expect(await w.text(`${w.codes[1]}.moi`)).toBe('Gõ khi chưa biết điều chỉnh.');
    expect(await (await w.chau.get(to)).text()).toContain('Nội dung vừa gõ đã lưu ở mục này');
  });

  it('of a section that is no longer asked leaves its words beside the report', async () => {
    const late = { version: '1', move: '0', text: 'Chữ gõ muộn.' };
    const answer = await w.chau.post(`/reports/${w.reportId}/sections/${w.codes[0]}`, late);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/reports/${w.reportId}/kept?late=yes`,
    ]);
    const page = await (await w.chau.get(`/reports/${w.reportId}/kept?late=yes`)).text();
    for (const words of ['Chữ gõ muộn.', `Nội dung mục ${w.codes[0]}.`]) expect(page).toContain(words);
    await w.chau.post(`/reports/${w.reportId}/sections/${w.codes[0]}`, late);
    expect((await keptPartsOf(w.db, w.reportId)).filter((k) => k.code === w.codes[0])).toHaveLength(2);
    const gone = { ...late, move: '1' };
    expect((await w.chau.post(`/reports/${w.reportId}/sections/${w.codes[0]}`, gone)).status).toBe(404);
  });

  it('of a grid has its figures carried, and those without a place kept', async () => {
    const fields = Object.fromEntries(w.columns.map((c) => [cellField(w.indicator, c), '77']));
    const grid = { version: '1', move: '0', ...fields };
    const answer = await w.chau.post(`/reports/${w.reportId}/annexes/${w.table}`, grid);
    expect(answer.status).toBe(303);
    const { cells } = await tableDraft(w.db, w.reportId, w.table);
    expect(Object.values(cells[w.indicator]!).map((c) => 'value' in c && c.value)).toEqual(
      w.columns.slice(1).map(() => 77),
    );
    const kept = (await keptPartsOf(w.db, w.reportId)).filter((k) => k.kind === 'table');
    expect(JSON.stringify(kept.map((k) => k.content))).toMatch(/"value":77/);
  });

  it('with a text that someone else saved since has both kept', async () => {
    const answer = await w.chau.post(`/reports/${w.reportId}/sections/${w.codes[1]}`, {
      ...{ version: '1', move: '0', text: 'Một bản khác nữa.' },
    });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    for (const words of ['Một bản khác nữa.', 'Gõ khi chưa biết điều chỉnh.']) expect(page).toContain(words);
  });
});

describe('undone', () => {
  it('the report goes back, what was kept returns to its place, and both acts stay on record', async () => {
    const page = await (await w.ha.get(`/campaigns/${w.campaign.slug}/amendments`)).text();
    const link = /amendments\/new\?kind=undo&amp;number=1&amp;look=yes/
      .exec(page)![0]
      .replaceAll('&amp;', '&');
    const look = await (await w.ha.get(`/campaigns/${w.campaign.slug}/${link}`)).text();
    expect(look).toContain('Hoàn tác điều chỉnh lần 1 do ban hành nhầm.');
    expect(look).toContain('mẫu M1, phiên bản 1');
    const issue = { kind: 'undo', number: '1', after: '1', reason: 'Ban hành nhầm.' };
    expect((await w.ha.post(`/campaigns/${w.campaign.slug}/amendments`, issue)).status).toBe(303);
    const back = (await obligationsOf(w.db, w.campaign.id)).find((o) => o.id === w.obligationId)!;
    expect(back.templateVersionId).toBe(w.first.id);
    expect(await w.text(w.codes[1]!)).toBe('Gõ khi chưa biết điều chỉnh.');
    expect(await w.text(w.codes[0]!)).not.toBe('');
    const { cells } = await tableDraft(w.db, w.reportId, w.table);
    expect(Object.keys(cells[w.indicator]!)).toHaveLength(w.columns.length);
    expect((await movesOf(w.db, w.reportId)).map((m) => m.number)).toEqual([1, 2]);
    const again = await w.ha.post(`/campaigns/${w.campaign.slug}/amendments`, issue);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('không thay đổi gì');
  });
});
