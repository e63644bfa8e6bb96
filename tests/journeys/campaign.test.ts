// One campaign, from the pasted plan to the downloaded final report, as people do it in a browser; once more without JavaScript.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { beforeAll, expect, it } from 'vitest';
import { projectRoot } from '#src/platform/config.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { filledOutline } from './filled-outline.ts';
import { journey } from './journey.ts';
import type { Traveller } from './traveller.ts';

const plan = readFileSync(join(projectRoot, 'seed/demo/plan.txt'), 'utf8');
const slug = '82-kh-bdvtw-2023';
const base = `/campaigns/${slug}`;

journey('a campaign', (setOut) => {
  let officer: Traveller;
  let province: Traveller;
  let visitor: Traveller;

  beforeAll(async () => {
    const start = await setOut('2023-07-18T09:00:00+07:00');
    await installTemplates(start.app.services.db, start.app.services.clock());
    officer = await start.traveller();
    province = await start.traveller();
    visitor = await start.traveller();
    await officer.signIn('ha');
    await province.signIn('chau');
  });

  it('begins with a plan that is read, confirmed and made into obligations in one act', async () => {
    await officer.open('/plans/new');
    await officer.fill('text', plan);
    await officer.press('Đọc kế hoạch');
    expect(await officer.text('h1')).toContain('82-KH/BDVTW');
    await officer.press(/^Xác nhận cả \d+ dữ kiện/);
    await officer.fill(
      'list',
      'Đảng đoàn Hội Nông dân Việt Nam; Nông dân tham gia xây dựng nông thôn mới\nBan cán sự đảng Bộ Nội vụ; Cải cách hành chính gần dân',
    );
    await officer.press('Lưu danh sách');
    await officer.press('Tạo đợt tổng kết');
    expect(officer.path()).toBe(base);
    expect(await officer.text('main')).toContain('báo cáo đã về');
  });

  it('is public as soon as the officer says so, and a visitor writes to the office', async () => {
    await officer.open(`${base}/plan`);
    await officer.press('Đăng kế hoạch');
    const address = officer.path();
    await visitor.open('/public');
    await visitor.open(address);
    expect(await visitor.text('h1')).toContain('82-KH/BDVTW');
    await visitor.fill('body', 'Đề nghị đăng cả bản tổng hợp kết quả khi có.');
    await visitor.press('Gửi phản hồi');
    expect(await visitor.text('main')).toMatch(/mã/i);
  });

  it('reaches the province, which writes, fills figures, hands in Word, and sends the draft', async () => {
    await province.open(`${base}/tasks`);
    expect(await province.text('main')).toContain('M1');
    const home = province.path();
    await province.follow(/^I\. Đặc điểm tình hình|^I\. /);
    await province.fill(
      'text',
      'Tỉnh có 11 huyện, thành phố; 200 xã, phường, thị trấn. Đồng bào dân tộc thiểu số chiếm phần lớn dân số.\n\nĐịa bàn biên giới rộng, giao thông các xã vùng cao còn khó khăn.',
    );
    await province.press('Lưu');
    await province.open(home);
    const outline = await province.download(/Đề cương M1/);
    await province.attach('file', 'bao-cao-lang-son.docx', await filledOutline(await readFile(outline)));
    await province.press('Tải lên và xem trước');
    expect(await province.text('main')).toContain('bao-cao-lang-son.docx');
    await province.press('Nhận các phần đã chọn vào báo cáo');
    await province.open(home);
    for (const table of ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7']) {
      await province.follow(new RegExp(`^${table}\\.`));
      if (table === 'B3') {
        await province.fill('cell.B3.08.2022', '1.048');
        await province.fill('cell.B3.09.2022', 'k');
      }
      await province.press('Ô trống còn lại: không phát sinh');
      await province.open(home);
    }
    await province.send('Gửi dự thảo');
    expect(await province.text('main')).toMatch(/SHA-256/);
  });

  it('comes back with a reason, is mended, accepted, and its figures count', async () => {
    await officer.open(`${base}/reports`);
    await officer.follow('Tỉnh ủy Lạng Sơn');
    await officer.openSubmission();
    await officer.fill('reason', 'Đề nghị bổ sung kết quả đối thoại năm 2022 ở mục III.3.');
    await officer.press('Trả lại');
    await province.open(`${base}/tasks`);
    expect(await province.text('main')).toContain('Đề nghị bổ sung kết quả đối thoại năm 2022');
    await province.send('Gửi dự thảo');
    await province.open(`${base}/tasks`);
    await province.send('Gửi báo cáo chính thức');
    await officer.open(`${base}/reports`);
    await officer.follow('Tỉnh ủy Lạng Sơn');
    await officer.openSubmission();
    await officer.press('Chấp nhận báo cáo');
    await officer.open(`${base}/figures?table=B3`);
    expect(await officer.text('main')).toContain('1.048');
  });

  it('sends delegations out on days that keep the notice', async () => {
    await officer.open(`${base}/visits`);
    await officer.press('Đề xuất lịch');
    expect(await officer.text('main')).toContain('Hưng Yên');
    expect(await readFile(await officer.download(/ICS/), 'utf8')).toContain('BEGIN:VEVENT');
    await province.open(`${base}/visits`);
    expect(await province.text('main')).not.toContain('Hưng Yên');
  });

  it('ends in a report in which every sentence opens down to its source', async () => {
    await officer.open(`${base}/synthesis`);
    await officer.followHref(/\/synthesis\/I(\?|$)/);
    await officer.openDetails('Chọn làm dẫn chứng');
    await officer.press('Chọn');
    await officer.open(`${base}/final-report`);
    await officer.press('Bắt đầu báo cáo');
    await officer.followHref(/final-report\/parts\//);
    await officer.fill(
      'text',
      'Địa bàn biên giới rộng, giao thông còn khó khăn.\n\nCác tỉnh đã tổ chức nhiều cuộc đối thoại trong năm 2022.',
    );
    await officer.press('Lưu');
    await officer.followHref(/final-report\?p=/);
    await officer.followHref(/final-report\/sources/);
    await officer.press(/^Dẫn nguồn này/);
    await officer.followHref(/final-report\?p=/, -1);
    await officer.followHref(/final-report\/figures/);
    await officer.choose('ref', /B3\.08.*2022|đối thoại.*2022/);
    await officer.press('Chèn');
    await officer.press(/^Chốt thành dự thảo/);
    const word = await mammoth.extractRawText({ buffer: await readFile(await officer.download('Word')) });
    expect(word.value).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(word.value).toContain('Địa bàn biên giới rộng, giao thông còn khó khăn.');
    expect(word.value).toContain('1.048');
    expect(word.value).toContain('Tỉnh ủy Lạng Sơn, mục I, bản 3');
    const { extractText, getDocumentProxy } = await import('unpdf');
    const pdf = await getDocumentProxy(new Uint8Array(await readFile(await officer.download('PDF'))));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text.normalize('NFC')).toContain('Địa bàn biên giới rộng');
  });

  it('met no page that axe objects to, and no error of the browser', () => {
    expect([...officer.findings(), ...province.findings(), ...visitor.findings()]).toEqual([]);
  });
});
