// A plan that nobody has seen, from a Word file to the campaign it makes, in a browser; once more without JavaScript.
import { Packer, Paragraph, Document as WordDocument } from 'docx';
import { beforeAll, expect, it } from 'vitest';
import { localPlanText } from '#tests/support/local-plan.ts';
import { journey } from './journey.ts';
import type { Traveller } from './traveller.ts';

async function wordFile(): Promise<Uint8Array> {
  const children = localPlanText.split('\n').map((text) => new Paragraph(text));
  return new Uint8Array(await Packer.toBuffer(new WordDocument({ sections: [{ children }] })));
}

journey('an unknown plan', (setOut) => {
  let officer: Traveller;
  let plan: string;

  beforeAll(async () => {
    const start = await setOut('2026-03-10T09:00:00+07:00');
    officer = await start.traveller();
    await officer.signIn('ha');
  });

  it('is read out of a Word file', async () => {
    await officer.open('/plans/new');
    await officer.attach('file', 'ke-hoach-57.docx', await wordFile());
    await officer.press('Đọc kế hoạch');
    plan = officer.path();
    expect(await officer.text('h1')).toContain('57/KH-UBND');
    expect(await officer.text('#ai-bao-cao + table')).toContain('chưa có');
  });

  it('is corrected: a day is counted, a place is matched, a fact is dropped and taken back', async () => {
    await officer.press('Tính cả 10/5');
    await officer.press('Ghi đơn vị này');
    expect(await officer.text('.tk-compile__facts')).toMatch(/Phan Ngọc Hiển/);
    await officer.press(/^Bỏ/);
    await officer.press(/^Mở lại/);
    expect(await officer.text('h1')).toContain('57/KH-UBND');
  });

  it('gives its communes the annexed outline as their template', async () => {
    await officer.open(`${plan}/classes/1`);
    expect(await officer.text('legend')).toContain('Đơn vị: 64');
    await officer.press('Lưu lớp này');
    expect(officer.path()).toBe(plan);
    expect(await officer.text('#ai-bao-cao + table')).toContain('01.57');
  });

  it('founds the departments that the registry does not have', async () => {
    await officer.open(`${plan}/classes/2`);
    await officer.press('Lưu lớp này');
    expect(await officer.text('.govuk-error-summary')).toContain('Lập trong sổ');
    await officer.tick('found');
    await officer.press('Lưu lớp này');
    expect(await officer.text('#ai-bao-cao + table')).toContain('02.57');
  });

  it('shows what will be created, and creates it', async () => {
    await officer.open(plan);
    await officer.press(/^Xác nhận cả \d+ dữ kiện/);
    const preview = await officer.text('section[aria-labelledby="se-tao"]');
    expect(preview).toMatch(/01\.57\s*64/);
    expect(preview).toMatch(/02\.57\s*2/);
    expect(await officer.text('section[aria-labelledby="moc"]')).toContain('14/4/2026');
    await officer.press('Tạo đợt tổng kết');
    expect(officer.path()).toBe('/campaigns/57-kh-ubnd-2026');
    expect(await officer.text('main')).toContain('/66');
  });

  it('left no page with an error or a barrier', () => {
    expect(officer.findings()).toEqual([]);
  });
});
