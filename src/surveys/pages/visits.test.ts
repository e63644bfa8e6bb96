// The visits' screen through the app: who sees what, dates and refusals, hosts, notices, the feed.
import { beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '#src/events/store.ts';
import { visitsOf } from '#src/surveys/store.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { unitId } from '#tests/support/people.ts';
import { putVisits } from '#tests/support/visits.ts';

let app: TestApp;
let campaign: { id: string; slug: string };
let base = '';

beforeAll(async () => {
  app = await testApp();
  campaign = await testCampaign(app.act('ha'));
  base = `/campaigns/${campaign.slug}/visits`;
  await putVisits(app.services.db, campaign.id, new Date('2023-05-20T02:00:00Z'));
});

const visitOf = async (name: string) => {
  const id = await unitId(app.services.db, name);
  return (await visitsOf(app.services.db, campaign.id)).find((v) => v.unitId === id)!;
};

describe('who sees the visits', () => {
  it('all at the centre, its own for a unit, nothing for outsiders, sign-in for strangers', async () => {
    const page = async (person: Parameters<TestApp['as']>[0]) => (await app.as(person)).get(base);
    for (const person of ['ha', 'bao', 'long'] as const) {
      const html = await (await page(person)).text();
      expect(html).toContain('Hậu Giang');
      expect(html).toContain('Thanh tra Chính phủ');
    }
    const own = await (await page('chau')).text();
    expect(own).toContain('Tỉnh ủy Lạng Sơn');
    expect(own).not.toContain('Hậu Giang');
    expect((await page('nam')).status).toBe(404);
    expect((await page('visitor')).status).toBe(303);
  });

  it('hides another unit’s visit, also behind its forms', async () => {
    const visit = await visitOf('Tỉnh ủy Hậu Giang');
    const chau = await app.as('chau');
    expect(await (await chau.get(`${base}?visit=${visit.id}`)).text()).not.toContain('Hậu Giang');
    const answer = await chau.post(`${base}/${visit.id}/sessions/1/host`, { 'choice-1': 'Huyện Long Mỹ' });
    expect(answer.status).toBe(404);
    expect((await chau.post(`${base}/khong-co/date`, { startsOn: '' })).status).toBe(404);
  });
});

describe('dates', () => {
  it('proposes a calendar for all, once, and leaves what was set', async () => {
    const ha = await app.as('ha');
    const visit = await visitOf('Tỉnh ủy Hưng Yên');
    const set = await ha.post(`${base}/${visit.id}/date`, { startsOn: '2023-09-14', delegation: 'Đoàn 1' });
    expect(set.status).toBe(303);
    expect((await ha.post(`${base}/proposal`, { delegations: '3' })).status).toBe(303);
    const visits = await visitsOf(app.services.db, campaign.id);
    expect(visits.every((v) => v.startsOn !== null && v.delegation !== null)).toBe(true);
    expect(visits.find((v) => v.id === visit.id)?.startsOn).toBe('2023-09-14');
    const events = await eventsOf(app.services.db, 'visit', visit.id);
    expect(events.map((e) => e.name)).toEqual(['visit.scheduled']);
  });

  it.each([
    ['outside the window', { startsOn: '2023-11-07', delegation: 'Đoàn 9' }, 'ngoài thời gian khảo sát'],
    ['on a holiday', { startsOn: '2023-09-04', delegation: 'Đoàn 9' }, 'là ngày nghỉ'],
    ['on a weekend', { startsOn: '2023-09-16', delegation: 'Đoàn 9' }, 'là ngày nghỉ'],
    ['in two places', { startsOn: '2023-09-14', delegation: 'Đoàn 1' }, 'hai chuyến trùng ngày'],
    ['that is no date', { startsOn: '31/12', delegation: 'Đoàn 9' }, 'Cần một ngày có thật'],
  ])('refuses a date %s and keeps what was typed', async (_what, typed, words) => {
    const visit = await visitOf('Tỉnh ủy Lạng Sơn');
    const answer = await (await app.as('ha')).post(`${base}/${visit.id}/date`, typed);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain(`value="${typed.delegation}"`);
    expect((await visitOf('Tỉnh ủy Lạng Sơn')).startsOn).toBe(visit.startsOn);
  });

  it('refuses those who only read', async () => {
    const visit = await visitOf('Tỉnh ủy Lạng Sơn');
    for (const person of ['bao', 'long', 'chau'] as const) {
      const answer = await (await app.as(person)).post(`${base}/${visit.id}/date`, {
        startsOn: '2023-09-20',
        delegation: '',
      });
      expect(answer.status).toBe(403);
    }
  });
});

describe('hosts and notices', () => {
  it('the unit proposes, the centre asks for another, then confirms; then the unit may not change it', async () => {
    const [ha, chau] = [await app.as('ha'), await app.as('chau')];
    const { id } = await visitOf('Tỉnh ủy Lạng Sơn');
    const host = `${base}/${id}/sessions/1/host`;
    const answer = `${base}/${id}/sessions/1/confirmation`;
    expect((await ha.post(answer, { answer: 'confirm' })).status).toBe(422);
    expect((await chau.post(host, { 'choice-1': ' ' })).status).toBe(422);
    expect((await chau.post(host, { 'choice-1': 'Huyện Cao Lộc' })).status).toBe(303);
    expect((await chau.post(answer, { answer: 'confirm' })).status).toBe(403);
    expect((await ha.post(answer, { answer: 'change', 'reason-1': '' })).status).toBe(422);
    await ha.post(answer, { answer: 'change', 'reason-1': 'Đã khảo sát năm 2021' });
    expect(await (await chau.get(base)).text()).toContain('Đã khảo sát năm 2021');
    await chau.post(host, { 'choice-1': 'Huyện <b>Lộc Bình</b>' });
    expect((await ha.post(answer, { answer: 'confirm' })).status).toBe(303);
    expect((await chau.post(host, { 'choice-1': 'Huyện khác' })).status).toBe(403);
    const html = await (await chau.get(base)).text();
    expect(html).toContain('Huyện &lt;b&gt;Lộc Bình&lt;/b&gt;');
    expect(html).toContain('Đã xác nhận');
    const names = (await eventsOf(app.services.db, 'visit', id)).map((e) => e.name);
    expect(names).toEqual(
      expect.arrayContaining(['visit.host-chosen', 'visit.host-returned', 'visit.host-confirmed']),
    );
  });

  it('a session without a host, or that is not there, takes none', async () => {
    const { id } = await visitOf('Tỉnh ủy Lạng Sơn');
    for (const session of ['3', '9', 'x'])
      expect(
        (
          await (
            await app.as('chau')
          ).post(`${base}/${id}/sessions/${session}/host`, { [`choice-${session}`]: 'A' })
        ).status,
      ).toBe(404);
  });

  it('raises the notice that must leave next, records it once, and asks again after a move', async () => {
    app.setNow('2023-08-30T09:00:00+07:00');
    const ha = await app.as('ha');
    const { id } = await visitOf('Tỉnh ủy Hưng Yên');
    expect(await (await ha.get(`${base}?visit=${id}`)).text()).toContain('ngày mai, 31/8');
    expect((await ha.post(`${base}/${id}/notice`, { note: 'Thông báo số 12' })).status).toBe(303);
    expect((await ha.post(`${base}/${id}/notice`, { note: '' })).status).toBe(422);
    expect(await (await ha.get(base)).text()).toContain('đã báo 30/8');
    expect(
      (await ha.post(`${base}/${id}/date`, { startsOn: '2023-10-24', delegation: 'Đoàn 8' })).status,
    ).toBe(303);
    expect(await (await ha.get(`${base}?visit=${id}`)).text()).toContain('V105');
    expect((await ha.post(`${base}/${id}/notice`, { note: '' })).status).toBe(303);
  });
});

describe('the calendar feed', () => {
  it('has one all-day event per visit, the same UIDs each time, and the programme', async () => {
    const ha = await app.as('ha');
    const answer = await ha.get(`${base}.ics`);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const feed = (await answer.text()).replace(/\r\n[ \t]/g, '');
    const uids = [...feed.matchAll(/^UID:(.+)\r$/gm)].map((m) => m[1]);
    expect(new Set(uids).size).toBe(13);
    expect(feed).toContain('DTSTART;VALUE=DATE:20231024\r\nDTEND;VALUE=DATE:20231026');
    expect(feed).toContain('Buổi 1\\, sáng 24/10/2023');
    const again = (await (await ha.get(`${base}.ics`)).text()).replace(/\r\n[ \t]/g, '');
    expect([...again.matchAll(/^UID:(.+)\r$/gm)].map((m) => m[1])).toEqual(uids);
  });

  it('gives a unit its own visit only', async () => {
    const feed = await (await (await app.as('chau')).get(`${base}.ics`)).text();
    expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});
