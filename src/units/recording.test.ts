// Recording events and files of units through the whole app, by people with and without rights.
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { registryDesk } from './fixtures/desk.ts';

const { officer, reader, get, post, idOf, count } = await registryDesk();

describe('events', () => {
  const on = '2027-01-01';
  it('are offered to officers only', async () => {
    const id = await idOf('Tỉnh Lạng Sơn');
    expect((await get(officer, `/units/${id}`)).text).toContain('/events/new');
    expect((await get(reader, `/units/${id}`)).text).not.toContain('/events/new');
    expect((await get(reader, `/units/${id}/events/new`)).status).toBe(403);
    expect((await get(officer, `/units/${id}/events/new`)).text).toContain('Sáp nhập, hợp nhất');
    for (const kind of ['establish', 'rename', 'move', 'merge', 'split', 'abolish'])
      expect((await get(officer, `/units/${id}/events/new?kind=${kind}`)).status).toBe(200);
  });

  it('show what would change, then record it, and the next page tells it', async () => {
    const id = await idOf('Tỉnh Lạng Sơn');
    const address = `/units/${id}/events/new?kind=merge`;
    const fields = {
      on,
      basis: 'Nghị quyết số 5',
      others: 'tỉnh Cao Bằng',
      fullName: 'Tỉnh Đông Bắc',
      code: '20',
      scheme: 'gso',
    };
    const before = await count('unit_events');
    const preview = await post(officer, address, { ...fields, step: 'preview' });
    expect(preview.status).toBe(200);
    for (const words of [
      'Tỉnh Lạng Sơn kết thúc từ ngày 01/01/2027',
      'Tỉnh Đông Bắc thành lập',
      'đơn vị trực thuộc chuyển về Tỉnh Đông Bắc',
      'Mã 20: trước ngày 01/01/2027 là Tỉnh Lạng Sơn',
      'Tỉnh ủy Lạng Sơn',
    ])
      expect(preview.text).toContain(words);
    expect(await count('unit_events')).toBe(before);
    const edit = await post(officer, address, { ...fields, step: 'edit' });
    expect(edit.text).toContain('value="Tỉnh Đông Bắc"');
    const recorded = await post(officer, address, { ...fields, step: 'record' });
    expect([recorded.status, await count('unit_events')]).toEqual([303, before + 2]);
    const page = await get(officer, recorded.location!);
    for (const words of ['Đã ghi vào danh mục', 'Tỉnh Đông Bắc', 'Nghị quyết số 5'])
      expect(page.text).toContain(words);
    const old = await get(reader, `/units/${id}?on=${on}`);
    expect(old.text).toMatch(/Đơn vị kế thừa: <a[^>]*>Tỉnh Đông Bắc</);
  });

  it('keep every typed value and say why when refused', async () => {
    const gone = await idOf('Tỉnh Hậu Giang');
    const refused = await post(officer, `/units/${gone}/events/new?kind=rename`, {
      on,
      basis: 'NQ',
      fullName: 'Tỉnh Mới',
      step: 'preview',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('không còn từ ngày 01/7/2025');
    expect(refused.text).toContain('value="Tỉnh Mới"');
    const ambiguous = await post(officer, `/units/${gone}/events/new?kind=move`, {
      on: '2024-01-01',
      basis: 'NQ',
      parent: 'huyện Châu Thành',
      step: 'preview',
    });
    expect(ambiguous.text).toContain('có thể là: Huyện Châu Thành, Tỉnh');
    expect(
      (await post(officer, `/units/${gone}/events/new?kind=rename`, { on: '', basis: '', step: 'record' }))
        .status,
    ).toBe(422);
  });

  it('split with shares and with a place for every unit under it', async () => {
    const id = await idOf('Tỉnh Lai Châu');
    const address = `/units/${id}/events/new?kind=split`;
    const fields = {
      on,
      basis: 'NQ 6',
      continues: 'no',
      piece0: 'Tỉnh Lai Châu Đông',
      share0: '60',
      piece1: 'Tỉnh Lai Châu Tây',
      share1: '40',
      shareBasis: 'dân số 2025',
    };
    const preview = await post(officer, address, { ...fields, step: 'preview' });
    expect(preview.text).toContain('Tỉnh Lai Châu Đông 60%, Tỉnh Lai Châu Tây 40%');
    const child = /name="child-([0-9a-f-]{36})"/.exec(preview.text)![1]!;
    const recorded = await post(officer, address, { ...fields, [`child-${child}`]: '1', step: 'record' });
    expect(recorded.status).toBe(303);
    expect((await get(reader, `/units/${child}?on=${on}`)).text).toContain('Tỉnh Lai Châu Tây');
    const wrong = await post(officer, `/units/${await idOf('Tỉnh Sơn La')}/events/new?kind=split`, {
      ...fields,
      piece0: 'Tỉnh Một',
      share0: '60',
      piece1: 'Tỉnh Hai',
      share1: '30',
      step: 'preview',
    });
    expect(wrong.text).toContain('cộng lại đúng 100%');
  });
});

describe('files', () => {
  const upload = (name: string, body: BlobPart) => ({
    file: new File([body], name),
    on: '2026-04-01',
    basis: 'QĐ 12',
  });

  it('go out and come in unchanged, as Excel and as CSV', async () => {
    const out = await officer.get('/units/export.xlsx?on=2026-03-01&kind=ministry');
    const bytes = new Uint8Array(await out.arrayBuffer());
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    expect(sheet.getRow(3).getCell(3).value).toBe('Tên đầy đủ');
    expect(sheet.rowCount).toBeGreaterThan(20);
    const read = await post(officer, '/units/import', upload('bo.xlsx', bytes));
    expect(read.status).toBe(303);
    expect((await get(officer, read.location!)).text).toContain('Tệp không thay đổi gì');
    const csv = (await get(officer, '/units/export.csv?on=2026-03-01&kind=commune')).text;
    const again = await post(officer, '/units/import', upload('xa.csv', csv));
    expect((await get(officer, again.location!)).text).toContain('Tệp không thay đổi gì');
  });

  it('are imported all or not at all', async () => {
    const before = await count('units');
    const bad = await post(
      officer,
      '/units/import',
      upload(
        'a.csv',
        'Mã,Tên,Loại,Cấp trên\n99001,Xã Thử Một,xã,Tỉnh Sơn La\n99002,Xã Thử Hai,xã,Tỉnh Không Có\n',
      ),
    );
    const preview = await get(officer, bad.location!);
    for (const words of ['U206', 'ô D3', 'Chưa nhập được: 1 chỗ']) expect(preview.text).toContain(words);
    expect((await post(officer, bad.location!, {})).status).toBe(422);
    expect(await count('units')).toBe(before);
    const good = await post(
      officer,
      '/units/import',
      upload(
        'b.csv',
        'Mã,Tên,Loại,Cấp trên,Đầu mối,Thư điện tử\n99001,Xã Thử Một,xã,Tỉnh Sơn La,Lò Văn A,a@sonla.example\n14,Tỉnh Sơn La,tỉnh,,Lò Văn B,b@sonla.example\n',
      ),
    );
    expect((await get(officer, good.location!)).text).toContain('Nhập 2 dòng');
    expect((await post(officer, good.location!, {})).status).toBe(303);
    expect([await count('units'), await count('unit_contacts')]).toEqual([before + 1, 2]);
    expect((await get(officer, good.location!)).text).toContain('Đã nhập');
    expect((await post(officer, good.location!, {})).status).toBe(422);
    const found = await get(reader, '/units?q=xa+thu+mot&on=2026-04-02');
    expect(found.text).toContain('Xã Thử Một');
  });

  it('are refused in words when they are no lists', async () => {
    for (const [name, body, words] of [
      ['a.pdf', 'x', 'Excel (.xlsx) hoặc CSV'],
      ['a.csv', new Uint8Array([0xc3, 0x28]), 'không phải mã UTF-8'],
      ['a.csv', 'x,y\n1,2', 'Không tìm thấy dòng tiêu đề'],
      ['a.xlsx', 'not a zip', 'Tệp'],
    ] as const) {
      const refused = await post(officer, '/units/import', upload(name, body as BlobPart));
      expect([refused.status, refused.text.includes(words)]).toEqual([422, true]);
      expect(refused.text).toContain('value="QĐ 12"');
    }
    expect((await post(officer, '/units/import', { on: '2026-04-01', basis: 'x' })).status).toBe(422);
    expect((await get(reader, '/units/import')).status).toBe(403);
  });
});
