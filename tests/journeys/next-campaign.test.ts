// From a campaign of 2023 to one issued in 2026, after the provinces became 34: as an officer does it in a browser, with and without JavaScript.
import { beforeAll, expect, it } from 'vitest';
import { campaignBySlug } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { installTemplates } from '#src/templates/actions.ts';
import type { TestApp } from '#tests/support/app.ts';
import { demoPlanText } from '#tests/support/plan.ts';
import { journey } from './journey.ts';
import type { Traveller } from './traveller.ts';

journey('the next campaign', (setOut) => {
  let app: TestApp;
  let officer: Traveller;

  beforeAll(async () => {
    const start = await setOut('2023-05-18T09:00:00+07:00');
    app = start.app;
    await installTemplates(app.services.db, app.services.clock());
    officer = await start.traveller();
    await officer.signIn('ha');
    await officer.open('/plans/new');
    await officer.fill('text', demoPlanText);
    await officer.press('Đọc kế hoạch');
    await officer.fill(
      'list',
      'Ban cán sự đảng Bộ Nội vụ; Cải cách hành chính gần dân\nHọc viện Chính trị quốc gia Hồ Chí Minh; Dạy và học kỹ năng dân vận',
    );
    await officer.press('Lưu danh sách');
    await officer.press('Tạo đợt tổng kết');
    app.setNow('2026-05-10T09:00:00+07:00');
    await officer.signIn('ha').catch(() => {});
  });

  it('is found where a plan is entered, and asks for its head and its rule', async () => {
    await officer.open('/plans/new');
    await officer.follow(/^Tổng kết Nghị quyết 25-NQ/);
    expect(await officer.text('h1')).toContain('82-KH/BDVTW');
    expect(await officer.text('main')).toContain('Kế thừa Ban Dân vận Trung ương');
    await officer.fill('symbol', '15-KH/BTGDVTW');
    await officer.fill('issuedOn', '18/5/2026');
    await officer.press('Xem ngày và đơn vị');
  });

  it('shows every date moved and every unit found again, and one date is written over', async () => {
    const page = await officer.text('main');
    for (const words of ['hết Thứ Bảy, 29/8/2026', 'ngày cuối là ngày nghỉ', 'trong tháng 10/2026'])
      expect(page).toContain(words);
    expect(page).toContain('Tỉnh ủy Hòa Bình, Tỉnh ủy Phú Thọ, Tỉnh ủy Vĩnh Phúc');
    expect(page).toContain('nay là Đảng ủy Chính phủ, đã báo cáo theo mẫu M1');
    await officer.fill('before.2023-08-30.2023-08-30.from', '01/9/2026');
    await officer.press('Tính lại');
    expect(await officer.text('main')).toContain('hết Thứ Hai, 31/8/2026');
    await officer.press('Bắt đầu kế hoạch mới');
  });

  it('is shown beside the earlier text, confirmed, and made with the 34 provinces', async () => {
    expect(await officer.text('h1')).toContain('15-KH/BTGDVTW');
    expect(await officer.text('main')).toContain('Bắt đầu từ đợt 82-KH/BDVTW');
    await officer.press(/^Xác nhận cả \d+ dữ kiện/);
    await officer.press('Tạo đợt tổng kết');
    expect(officer.path()).toBe('/campaigns/15-kh-btgdvtw-2026');
    const { db } = app.services;
    const owed = await obligationsOf(db, (await campaignBySlug(db, '15-kh-btgdvtw-2026'))!.id);
    expect(owed.filter((o) => o.unitKind === 'provincial-party-committee')).toHaveLength(34);
    expect(owed.find((o) => o.unitName === 'Tỉnh ủy Phú Thọ')!.stages).toMatchObject([
      { stage: 'official', printedOn: '2026-09-01', wording: 'trước ngày 01/9/2026' },
    ]);
    await officer.open('/campaigns/15-kh-btgdvtw-2026/plan');
    expect(await officer.text('main')).toContain('Đợt này bắt đầu từ kế hoạch 82-KH/BDVTW');
    expect(officer.findings()).toEqual([]);
  });
});
