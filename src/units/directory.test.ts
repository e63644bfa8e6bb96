// Groups by rule, contacts with hand-over and the registry through time, through the whole app.
import { describe, expect, it } from 'vitest';
import { registryDesk } from './fixtures/desk.ts';
import { parseCsv } from './rules/csv.ts';

const { officer, reader, langSon, other, get, post, idOf } = await registryDesk();

describe('groups', () => {
  it('hold every civil-affairs committee except three, previewed, saved, downloaded', async () => {
    const fields = {
      name: 'BCSĐ trừ M2',
      'kinds[]': ['civil-affairs-committee'],
      moreExcept: 'Ban cán sự đảng Bộ Ngoại giao\nBCSĐ Thanh tra Chính phủ\nBCSĐ TANDTC',
      version: '0',
    };
    const preview = await post(officer, '/units/groups/new?on=2023-08-30', { ...fields, step: 'preview' });
    expect(preview.text).toMatch(/Đơn vị trong nhóm ngày 30\/8\/2023 · 28/);
    expect(preview.text).not.toMatch(/<li><span><a[^>]*>Ban cán sự đảng Bộ Ngoại giao/);
    const saved = await post(officer, '/units/groups/new?on=2023-08-30', { ...fields, step: 'save' });
    expect(saved.status).toBe(303);
    const id = /groups\/([0-9a-f-]+)/.exec(saved.location!)![1]!;
    expect((await get(reader, `/units/groups/${id}?on=2026-01-01`)).text).toContain(
      'Ngày này nhóm không có đơn vị nào',
    );
    expect((await get(reader, '/units/groups?on=2023-08-30')).text).toContain(
      'trừ Ban cán sự đảng Bộ Ngoại giao',
    );
    const csv = parseCsv((await get(reader, `/units/export.csv?on=2023-08-30&group=${id}`)).text);
    expect(csv.length).toBe(29);
    const stale = await post(officer, `/units/groups/${id}/edit`, {
      name: 'Khác',
      'kinds[]': ['party-caucus'],
      version: '7',
      step: 'save',
    });
    expect([stale.status, stale.text.includes('value="Khác"')]).toEqual([409, true]);
    expect((await post(officer, '/units/groups/new', { ...fields, step: 'save' })).text).toContain(
      'Đã có nhóm mang tên này',
    );
    expect(
      (
        await post(officer, '/units/groups/new', {
          ...fields,
          name: 'Y',
          moreExcept: 'Bộ Không Có',
          step: 'save',
        })
      ).status,
    ).toBe(422);
    expect((await post(reader, '/units/groups/new', { ...fields, step: 'save' })).status).toBe(403);
    expect((await post(officer, `/units/groups/${id}/end`, {})).status).toBe(303);
    expect((await get(reader, `/units/groups/${id}`)).status).toBe(404);
  });
});

describe('contacts', () => {
  it('are seen by the centre and the unit, handed over with history, and by nobody else', async () => {
    const id = await idOf('Tỉnh ủy Lạng Sơn');
    const first = {
      contactName: 'Hoàng Văn A',
      position: 'Chánh Văn phòng',
      phone: '0912 345 678',
      email: '',
      fromOn: '2026-01-05',
      reason: '',
    };
    expect((await post(langSon, `/units/${id}/contacts/new`, first)).status).toBe(303);
    const early = await post(officer, `/units/${id}/contacts/new`, {
      ...first,
      contactName: 'Nông Thị B',
      fromOn: '2026-01-05',
    });
    expect([
      early.status,
      early.text.includes('ngày bàn giao phải sau đó'),
      early.text.includes('Nông Thị B'),
    ]).toEqual([422, true, true]);
    expect(
      (
        await post(officer, `/units/${id}/contacts/new`, {
          ...first,
          contactName: 'Nông Thị B',
          fromOn: '2026-02-01',
        })
      ).status,
    ).toBe(303);
    for (const who of [officer, reader, langSon]) {
      const page = (await get(who, `/units/${id}`)).text;
      for (const words of ['Nông Thị B', 'Hoàng Văn A', '0912 345 678']) expect(page).toContain(words);
    }
    expect((await get(other, `/units/${id}`)).text).not.toContain('Nông Thị B');
    for (const who of [reader, other]) expect((await get(who, `/units/${id}/contacts/new`)).status).toBe(403);
    const hauGiang = await idOf('Tỉnh ủy Hậu Giang');
    expect((await post(langSon, `/units/${hauGiang}/contacts/new`, first)).status).toBe(403);
    expect((await get(other, '/units/export.csv?kind=provincial-party-committee')).text).not.toContain(
      'Nông Thị B',
    );
    expect((await get(reader, '/units/export.csv?kind=provincial-party-committee')).text).toContain(
      'Nông Thị B',
    );
    expect(
      (await post(officer, `/units/${id}/contacts/new`, { ...first, phone: '', fromOn: '2026-02-20' }))
        .status,
    ).toBe(422);
  });
});

describe('time', () => {
  it('tells the two bearers of code 80', async () => {
    const { text } = await get(reader, '/units?q=80&on=2026-03-01');
    expect(text).toMatch(/Tỉnh Long An<\/a><\/th><td[^>]*>đến hết 30\/6\/2025/);
    expect(text).toMatch(
      /Tỉnh Tây Ninh<\/a><\/th><td[^>]*>từ 01\/7\/2025<span[^>]*>là đơn vị này ngày 01\/3\/2026/,
    );
  });

  it('shows what changed on 1 July 2025', async () => {
    const { text } = await get(reader, '/units/changes?from=2025-06-30&to=2025-07-01');
    for (const words of [
      '10.599',
      '3.321',
      'Thành phố Cần Thơ',
      'Tỉnh Hậu Giang',
      '202/2025/QH15',
      'Trang 1/',
    ])
      expect(text).toContain(words);
    const only = await get(reader, '/units/changes?from=2024-12-31&to=2025-01-01');
    expect(only.text).toContain('Tỉnh Thừa Thiên Huế</a> thành ');
    expect((await get(reader, '/units/changes?from=x&to=1&page=999&kind=y')).status).toBe(200);
  });

  it('draws a unit as one line', async () => {
    const hue = await get(reader, `/units/${await idOf('Tỉnh Thừa Thiên Huế')}`);
    expect(hue.text).toMatch(
      /<b>Tỉnh Thừa Thiên Huế<\/b><span class="tk-small">đến hết 31\/12\/2024<\/span><\/li><li aria-current="date"><b>Thành phố Huế<\/b>/,
    );
  });
});
