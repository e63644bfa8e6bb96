// A derived row as an Excel formula.
import { expect, it } from 'vitest';
import { excelFormula } from './xlsx-formula.ts';

it('arithmetic that is not arithmetic gives no formula', () => {
  expect(excelFormula('{a}+SUM({b})', (c) => c)).toBeNull();
  expect(excelFormula('{a}+{c}', (c) => (c === 'a' ? 'D5' : undefined))).toBeNull();
  expect(excelFormula('({a} + {b}) / 2.5', (c) => c.toUpperCase())).toBe('IFERROR((N(A)+N(B))/2.5,"")');
});
