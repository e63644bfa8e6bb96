// Log lines as a person reads them on a terminal.
import { expect, it } from 'vitest';
import { readableLine } from './log.ts';

it('keeps time, level, message and details in one line', () => {
  const line = JSON.stringify({ level: 'warn', time: '2023-08-25T01:02:03.000Z', job: 'mail', msg: 'chậm' });
  expect(readableLine(line)).toBe('01:02:03 warn  chậm  {"job":"mail"}\n');
});

it('puts the stack of an error below', () => {
  const line = JSON.stringify({
    level: 'error',
    time: '2023-08-25T01:02:03.000Z',
    msg: 'x',
    err: { stack: 'Error: y' },
  });
  expect(readableLine(line)).toBe('01:02:03 error x\nError: y\n');
});
