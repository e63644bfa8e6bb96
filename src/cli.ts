// The command line: one line per command, each leading to the same action as the screen.
import { checkPlan } from '#src/plans/command.ts';

const usage = `Cách dùng:
  tongket plan check TỆP [--json] [--lang en]   đọc một kế hoạch, chỉ ra dữ kiện và chỗ vướng
                                                mã thoát: 0 không có lỗi, 1 có lỗi, 2 không đọc được tệp
`;

type Command = (args: string[]) => Promise<number>;
const commands: Record<string, Command> = {
  'plan check': checkPlan,
};

const [area = '', verb = '', ...args] = process.argv.slice(2);
const command = commands[`${area} ${verb}`];
if (!command) {
  const isAsked = area === '' || area === 'help' || area === '--help';
  (isAsked ? process.stdout : process.stderr).write(usage);
  process.exitCode = isAsked ? 0 : 2;
} else process.exitCode = await command(args);
