// What is open in the registry and what was wrong: successors told afterwards, acts withdrawn, through the whole app.
import { describe, expect, it } from 'vitest';
import { registryDesk } from './fixtures/desk.ts';

const { officer, reader, get, post, idOf, count } = await registryDesk();
const days = 'from=2025-06-30&to=2025-07-01';

describe('successors that the sources do not name', () => {
  it('are listed, with a way in for officers', async () => {
    const changes = (await get(reader, `/units/changes?${days}`)).text;
    for (const words of ['10.512', '87 đơn vị chưa ghi đủ nơi kế thừa', 'Tổng của cả nước không đổi'])
      expect(changes).toContain(words);
    const merges = (await get(reader, `/units/changes?${days}&event=split`)).text;
    expect(merges).toContain('(một phần)');
    const list = (await get(officer, `/units/unsettled?${days}`)).text;
    expect(list).toMatch(/chưa ghi tỷ lệ · 30<.*không ghi đơn vị kế thừa · 57</s);
    expect(list.match(/kind=succeed/g)).toHaveLength(87);
    expect((await get(reader, `/units/unsettled?${days}`)).text).not.toContain('kind=succeed');
  });

  it('are recorded with shares and a basis: the unit’s page and the list follow', async () => {
    const id = await idOf('Phường Trung Tự');
    expect((await get(reader, `/units/${id}`)).text).toContain('chưa ghi tỷ lệ');
    const address = `/units/${id}/events/new?kind=succeed`;
    const form = (await get(officer, address)).text;
    expect(form).toContain('value="Phường Kim Liên, Thành phố Hà Nội"');
    expect(form).toContain('name="on" value="2025-07-01"');
    const fields = {
      on: '2025-07-01',
      basis: 'Nghị quyết số 1656/NQ-UBTVQH15',
      piece0: 'Phường Kim Liên, Thành phố Hà Nội',
      share0: '70',
      piece1: 'Phường Văn Miếu - Quốc Tử Giám, Thành phố Hà Nội',
      share1: '30',
      shareBasis: 'dân số ngày 30/6/2025',
    };
    const unfounded = await post(officer, address, { ...fields, shareBasis: '', step: 'preview' });
    expect([unfounded.status, unfounded.text.includes('Cần ghi tỷ lệ lấy theo căn cứ nào')]).toEqual([
      422,
      true,
    ]);
    const preview = await post(officer, address, { ...fields, step: 'preview' });
    expect(preview.text).toContain(
      'Phường Kim Liên 70%, Phường Văn Miếu - Quốc Tử Giám 30%; đánh dấu là ước tính',
    );
    expect((await post(officer, address, { ...fields, step: 'record' })).status).toBe(303);
    expect((await get(reader, `/units/${id}`)).text).not.toContain('chưa ghi tỷ lệ');
    expect((await get(reader, `/units/changes?${days}`)).text).toContain('86 đơn vị chưa ghi đủ');
    expect((await post(officer, address, { ...fields, step: 'record' })).text).toContain(
      'đã được ghi ngày 01/7/2025',
    );
  });
});

describe('an act recorded by mistake', () => {
  it('is found in the list of acts, shown with what changes back, withdrawn with a reason, and stays to be read', async () => {
    const id = await idOf('Tỉnh Sơn La');
    const rename = { on: '2026-04-01', basis: 'Nghị quyết số 7', fullName: 'Tỉnh Tây Bắc', step: 'record' };
    expect((await post(officer, `/units/${id}/events/new?kind=rename`, rename)).status).toBe(303);
    const unit = (await get(officer, `/units/${id}`)).text;
    const address = /\/units\/acts\/[0-9a-f-]{36}\/withdrawal/.exec(unit)![0];
    expect((await get(officer, '/units/acts')).text).toContain(address);
    expect((await get(reader, `/units/${id}`)).text).not.toContain('withdrawal');
    const preview = (await get(officer, address)).text;
    expect(preview).toContain('Lại mang tên Tỉnh Sơn La từ ngày 01/4/2026');
    const names = await count('unit_names');
    const bare = await post(officer, address, { reason: '' });
    expect([bare.status, bare.text.includes('Cần ghi lý do rút lại')]).toEqual([422, true]);
    const long = await post(officer, address, { reason: 'x'.repeat(501) });
    expect([long.status, long.text.includes('x'.repeat(501))]).toEqual([422, true]);
    expect(await count('unit_names')).toBe(names);
    const done = await post(officer, address, { reason: 'Ghi nhầm tỉnh' });
    expect(done.location).toBe('/units/acts?withdrawn=1');
    expect((await get(officer, done.location!)).text).toMatch(/đã rút lại.*Ghi nhầm tỉnh/s);
    const after = (await get(reader, `/units/${id}?on=2026-05-01`)).text;
    expect(after).toContain('<h1 class="govuk-heading-l">Tỉnh Sơn La</h1>');
    expect(after).toContain('Đã rút lại: Ghi nhầm tỉnh');
    expect((await get(reader, '/units?q=tinh+tay+bac&on=2026-05-01')).text).not.toContain('Tỉnh Tây Bắc</a>');
    expect((await post(officer, address, { reason: 'x' })).text).toContain('Việc này đã được rút lại');
  });

  it('may be a whole file: all of its lines go back together', async () => {
    const csv = 'Mã,Tên,Loại,Cấp trên\n99001,Xã Thử Một,xã,Tỉnh Cao Bằng\n04,Tỉnh Cao Bằng Mới,tỉnh,\n';
    const file = { file: new File([csv], 'x.csv'), on: '2026-04-01', basis: 'QĐ 12' };
    const read = await post(officer, '/units/import', file);
    expect((await post(officer, read.location!, {})).status).toBe(303);
    const address = /\/units\/acts\/[0-9a-f-]{36}\/withdrawal/.exec(
      (await get(officer, read.location!)).text,
    )![0];
    const preview = (await get(officer, address)).text;
    for (const words of ['Không còn trong danh mục: Xã Thử Một', 'Lại mang tên Tỉnh Cao Bằng'])
      expect(preview).toContain(words);
    expect((await post(officer, address, { reason: 'Nhập nhầm tệp' })).status).toBe(303);
    expect((await get(officer, read.location!)).text).toContain('Đã rút lại: Nhập nhầm tệp');
    expect((await get(reader, '/units?q=xa+thu+mot&on=2026-05-01')).text).not.toContain('Xã Thử Một</a>');
    expect((await get(reader, '/units?q=99001&on=2026-05-01')).text).toContain('Không có đơn vị nào');
    const again = await post(officer, '/units/import', file);
    expect((await post(officer, again.location!, {})).status).toBe(303);
  });

  it('is not there for others, and an act that nobody recorded does not exist', async () => {
    expect((await get(reader, '/units/acts')).status).toBe(403);
    for (const id of ['00000000-0000-7000-8000-000000000000', 'x'])
      expect((await get(officer, `/units/acts/${id}/withdrawal`)).status).toBe(404);
  });
});
