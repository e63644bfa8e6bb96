// The log of a running platform: one JSON line per event on standard output, readable lines on a terminal.
import pino, { type Logger } from 'pino';

const options = {
  level: process.env.LOG_LEVEL || 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label: string) => ({ level: label }) },
};

/** Never given personal data or what people typed; an error is logged once, where it is handled. */
export const log: Logger = process.stdout.isTTY ? pino(options, { write: writeReadable }) : pino(options);

function writeReadable(line: string) {
  process.stdout.write(readableLine(line));
}

/** "08:15:02 warn  worker did not stop  {…}", and the stack of an error below it. */
export function readableLine(json: string): string {
  const { time, level, msg, err, ...rest } = JSON.parse(json) as Record<string, unknown>;
  const details = Object.keys(rest).length > 0 ? `  ${JSON.stringify(rest)}` : '';
  const stack = (err as { stack?: string } | undefined)?.stack;
  const head = `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${msg ?? ''}${details}`;
  return `${head}\n${stack ? `${stack}\n` : ''}`;
}
