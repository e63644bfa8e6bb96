// The command line: one line per command, each leading to the same action as the screen.

import { checkPlan } from '#src/plans/command.ts';
import { createFromPlan } from '#src/plans/create-command.ts';
import { configFrom } from '#src/platform/config.ts';
import { joinDatabase } from '#src/platform/database/open.ts';
import { openServices } from '#src/services.ts';

const usage = `Cách dùng:
  tongket plan check TỆP [--json] [--lang en]   đọc một kế hoạch, chỉ ra dữ kiện và chỗ vướng
                                                mã thoát: 0 không có lỗi, 1 có lỗi, 2 không đọc được tệp
  tongket plan create TỆP --as THƯ [--lang en]  nhập kế hoạch và tạo đợt tổng kết, nhân danh người có địa chỉ thư ấy
                                                mã thoát: 0 đã tạo, 1 còn chỗ phải quyết định trên màn hình, 2 không nhận
`;

/** The platform on this machine, running or not, as a command needs it. */
async function platform() {
  const { services, close } = await openServices(configFrom(process.env), joinDatabase);
  return { ...services, now: services.clock(), close };
}

type Command = (args: string[]) => Promise<number>;
const commands: Record<string, Command> = {
  'plan check': checkPlan,
  'plan create': (args) => createFromPlan(args, platform),
};

const [area = '', verb = '', ...args] = process.argv.slice(2);
const command = commands[`${area} ${verb}`];
if (!command) {
  const isAsked = area === '' || area === 'help' || area === '--help';
  (isAsked ? process.stdout : process.stderr).write(usage);
  process.exitCode = isAsked ? 0 : 2;
} else process.exitCode = await command(args);
