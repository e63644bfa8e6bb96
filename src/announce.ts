// What `npm start` prints when the platform is ready: the address, and who can sign in.

import { demoPassword, isDemoPerson } from '#src/accounts/demo-people.ts';
import { listPeople } from '#src/accounts/store.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Services } from '#src/web/env.ts';

export async function announce({ config, db, demo, clock }: Services): Promise<void> {
  const lines = [
    '',
    `  Tổng Kết đang chạy tại ${config.baseUrl}`,
    `  Hệ thống đứng ở ${formatInstant(clock())}`,
  ];
  if (demo) {
    lines.push('', `  Đăng nhập thử (mật khẩu chung: ${demoPassword}):`);
    for (const p of (await listPeople(db)).filter(isDemoPerson))
      lines.push(`    ${p.email.padEnd(34)} ${p.name}, ${p.job_title ?? ''}`);
  }
  lines.push('', '  Ctrl-C để dừng.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
