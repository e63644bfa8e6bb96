// Whoever an amendment touches is told once, by letter and above its tasks, and the centre sees who has read it.
import { beforeAll, describe, expect, it } from 'vitest';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { eventsOf } from '#src/events/store.ts';
import { sendMail } from '#src/notices/actions.ts';
import { handOverContact } from '#src/units/directory-actions.ts';
import { type HalfWritten, halfWritten } from '#tests/support/half-written.ts';

let w: HalfWritten;

const mails = () => w.db.selectFrom('mails').selectAll().orderBy('recipient').execute();
const issue = (fields: Record<string, string>) =>
  w.ha.post(w.address, {
    kind: 'deadline',
    templateCode: 'M1',
    counted: 'yes',
    reason: 'Mưa lũ.',
    ...fields,
  });

beforeAll(async () => {
  w = await halfWritten();
}, 120_000);

describe('an amendment that is issued', () => {
  it('is refused without a letter, and sends one to each address once it is made', async () => {
    expect((await issue({ printedOn: '20/9/2023', reason: '' })).status).toBe(422);
    expect(await mails()).toEqual([]);
    expect((await issue({ printedOn: '20/9/2023' })).status).toBe(303);
    const letters = await mails();
    expect(letters.map((m) => m.recipient)).toEqual(['chau@test.example', 'ngan@test.example']);
    const [own] = letters;
    expect(own!.subject).toContain('Điều chỉnh Kế hoạch số');
    for (const words of [
      'Kính gửi: Tỉnh ủy Lạng Sơn',
      'Lý do: Mưa lũ.',
      'hết ngày 20/9/2023',
      '/amendments#lan-1',
    ])
      expect(own!.body).toContain(words);
    expect(own!.body).not.toContain('Hậu Giang');
    const told = await w.db.selectFrom('campaign_amendment_notices').selectAll().execute();
    const owing = (await obligationsOf(w.db, w.campaign.id)).filter((o) => o.templateCode === 'M1');
    expect(told).toHaveLength(owing.length);
  });

  it('stands above the tasks of the unit with old, new and the notice, until it is read', async () => {
    const page = await (await w.chau.get(`/reports/${w.reportId}`)).text();
    for (const words of [
      'Kế hoạch đã điều chỉnh, lần 1',
      'hết ngày 20/9/2023',
      'Mưa lũ.',
      `${w.address}/1/notice.docx`,
    ])
      expect(page).toContain(words);
    expect(page).toContain('chậm nhất hết ngày 20/9/2023');
    expect((await w.chau.post(`${w.address}/1/reading`, {})).status).toBe(303);
    expect((await w.chau.post(`${w.address}/1/reading`, {})).status).toBe(303);
    expect(await (await w.chau.get(`/reports/${w.reportId}`)).text()).not.toContain('Kế hoạch đã điều chỉnh');
    const events = await eventsOf(w.db, 'campaign', w.campaign.id);
    expect(events.filter((e) => e.name === 'amendment.read')).toHaveLength(1);
    expect((await w.chau.post(`${w.address}/9/reading`, {})).status).toBe(404);
    expect((await w.ha.post(`${w.address}/1/reading`, {})).status).toBe(404);
  });

  it('shows the officer who has been told and who has read it', async () => {
    const page = async () => (await w.ha.get(w.address)).text();
    expect(await page()).toMatch(/Đã báo \d+ đơn vị: 1 đã đọc, \d+ chưa có địa chỉ thư\./);
    expect(await page()).toMatch(/đã đọc [^<]*Hoàng Minh Châu/);
    expect(await page()).toContain('thư đang chờ gửi; chưa đọc');
    const letter = (await mails()).find((m) => m.recipient === 'ngan@test.example')!;
    await sendMail(w.db, w.test.services.config, letter.id, w.test.act('ha').now);
    expect(await page()).toContain('đã gửi thư; chưa đọc');
  });

  it('reaches the contact of a unit too, each address once', async () => {
    const unitId = w.test.people.ngan.memberships[0]!.unitId!;
    const contact = { name: 'Lê Văn Tâm', position: null, phone: null, email: 'TAM@test.example' };
    await handOverContact(w.test.act('ha'), unitId, { ...contact, fromOn: '2023-08-01', reason: null });
    await issue({ printedOn: '22/9/2023' });
    const second = (await mails()).filter((m) => m.body.includes('#lan-2')).map((m) => m.recipient);
    expect(second).toEqual(['chau@test.example', 'ngan@test.example', 'tam@test.example']);
  });
});
