import { expect, it } from 'vitest';
import { fileHeaders } from './download.ts';

const disposition = (name: string) => fileHeaders(name, 'application/x')['content-disposition'];

it('names files in any letters, and shows none in place', () => {
  expect(disposition('Kế hoạch số 82.docx')).toBe(
    `attachment; filename="Ke hoach so 82.docx"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%2082.docx`,
  );
  expect(disposition('a"\r\nSet-Cookie: x.txt')).not.toMatch(/[\r\n]|""/);
  expect(disposition('de-cuong-m2.docx')).toBe('attachment; filename="de-cuong-m2.docx"');
});
