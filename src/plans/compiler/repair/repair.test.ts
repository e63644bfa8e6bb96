// Each repair alone: what it mends, what it leaves, and where each character came from.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#src/kernel/refusal.ts';
import { decodePlanBytes } from '../decode.ts';
import { type Mapped, mapOriginal, rewrite, spanOf } from '../text/mapped.ts';
import { removeFootnotes } from './footnotes.ts';
import { htmlToText, looksLikeHtml } from './html.ts';
import { repairLegacyFonts } from './legacy.ts';
import { composeLetters, repairSpacesAndLineEnds } from './letters.ts';
import { closeLetterSpacing } from './letterspacing.ts';
import { refusalToRead } from './refuse.ts';
import { repair } from './repair.ts';
import { restoreLostSpaces } from './spaces.ts';

const after = (step: (m: Mapped) => Mapped, text: string) => step(mapOriginal(text)).text;

test.each([
  ['chủtrì thực hiện', 'chủ trì thực hiện'],
  ['Ban Thường vụTỉnh uỷxây dựng', 'Ban Thường vụ Tỉnh uỷ xây dựng'],
  ['vềtổng kết đềxuất', 'về tổng kết đề xuất'],
  ['Căn cứKế hoạch số61-KH/TU', 'Căn cứ Kế hoạch số 61-KH/TU'],
  ['thống nhất, Êđê, Đắk Lắk, Krông Nô, Pleiku', 'thống nhất, Êđê, Đắk Lắk, Krông Nô, Pleiku'],
  ['nghiêm chỉnh, tựu trung, hoàn thuế', 'nghiêm chỉnh, tựu trung, hoàn thuế'],
])('spaces lost by PDF: %s', (harmed, mended) => {
  expect(after(restoreLostSpaces, harmed)).toBe(mended);
});

test.each([
  ['I I .   N Ộ I   D U N G', 'II. NỘI DUNG'],
  ['I I .\nĐ Á N H\nG I Á', 'II. ĐÁNH GIÁ'],
  ['M Ụ C Đ Í C H', 'MỤC ĐÍCH'],
  ['T ổ n g  k ế t  0 5  n ă m', 'Tổng kết 05 năm'],
  ['A .\nM Ụ C\nĐ Í C H ,\nY Ê U\nC Ầ U', 'A. MỤC ĐÍCH, YÊU CẦU'],
  ['B. T Ổ  C H Ứ C', 'B. TỔ CHỨC'],
  ['M ẫ u  0 2 A', 'Mẫu 02A'],
  ['a b c', 'a b c'],
  ['A, B, C là ba điểm', 'A, B, C là ba điểm'],
])('letter-spaced headings: %j', (harmed, mended) => {
  expect(after(closeLetterSpacing, harmed)).toBe(mended);
});

test.each([
  [
    'TCVN3',
    'KÕ ho¹ch tæng kÕt cña §¶ng bé tØnh vÒ thùc hiÖn',
    'Kế hoạch tổng kết của Đảng bộ tỉnh về thực hiện',
  ],
  [
    'TCVN3 capitals',
    'MôC §ÝCH, Y£U CÇU\nthùc hiÖn nghÞ quyÕt tæng kÕt',
    'MỤC ĐÍCH, YÊU CẦU\nthực hiện nghị quyết tổng kết',
  ],
  [
    'VNI',
    'Keá hoaïch toång keát cuûa Ñaûng boä tænh veà thöïc hieän',
    'Kế hoạch tổng kết của Đảng bộ tỉnh về thực hiện',
  ],
  [
    'Unicode',
    'Kế hoạch số 5 của Đảng uỷ xã Hoà Bình về dân vận',
    'Kế hoạch số 5 của Đảng uỷ xã Hoà Bình về dân vận',
  ],
  [
    'French',
    'Évaluer les résultats déjà réalisés à Orléans, côté élèves',
    'Évaluer les résultats déjà réalisés à Orléans, côté élèves',
  ],
])('legacy fonts: %s', (_, harmed, mended) => {
  expect(after(repairLegacyFonts, harmed)).toBe(mended);
});

test('footnotes leave the running text, their marks too; symbols keep their digits', () => {
  const text = 'Thành ủy Bắc Giang1. Mẫu M1, khóa QH15\n1 Riêng nơi này\nlàm sau.\nlịch báo trước';
  expect(after(removeFootnotes, text)).toBe('Thành ủy Bắc Giang. Mẫu M1, khóa QH15\n\nlịch báo trước');
});

test('odd spaces, line ends and combining marks', () => {
  expect(after(repairSpacesAndLineEnds, '\ufeffcó\u00a0tên\r\nnăm\u200b')).toBe('có tên\nnăm');
  expect(after(composeLetters, 'Tỉnh uỷ'.normalize('NFD'))).toBe('Tỉnh uỷ');
});

test('HTML: entities, cells, comments, scripts; a stray < stays', () => {
  const page =
    '<p>Ng&agrave;y 5 &lt; 6 &#272;&#x1EA3;ng</p><!-- x --><script>p("<p>")</script><table><tr><td>a</td><td>b</td></tr></table>';
  expect(looksLikeHtml(page)).toBe(true);
  expect(
    after(htmlToText, page)
      .replace(/\s*\n\s*/g, '\n')
      .trim(),
  ).toBe('Ngày 5 < 6 Đảng\na | b');
  expect(after(htmlToText, '1 < 2')).toBe('1 < 2');
});

test('text beyond repair is refused with a reason', () => {
  expect(refusalToRead('K? ho?ch t?ng k?t c?a ??ng b? t?nh v? th?c hi?n ngh? quy?t '.repeat(6))?.code).toBe(
    'plan-letters-lost',
  );
  expect(refusalToRead(' \n ')?.code).toBe('plan-empty');
  expect(refusalToRead('Kế hoạch số 5')).toBeNull();
});

describe('letters mapped wrongly are refused, what only looks odd is not:', () => {
  const clean = readFileSync(new URL('../fixtures/developed/ubnd-xa-hai-cap.txt', import.meta.url), 'utf8');
  /** Every n-th word written with letters of Vietnamese is harmed. */
  const harm = (n: number, by: (word: string) => string) => {
    let i = 0;
    return clean.replace(/\p{L}*[ăđơưạ-ỹ]\p{L}*/giu, (w) => (i++ % n === 0 ? by(w) : w));
  };
  const code = (text: string) => {
    const read = repair({ text });
    return 'refusal' in read ? read.refusal.code : null;
  };
  test.each<[string, string]>([
    ['tones doubled, as a page does on purpose', 'KẾT LỦẬN VẾỀ CỦÀẢ ĐẢẠNG BỌÔỘ TỈÌNH '.repeat(12)],
    ['a mark printed as a sign inside the word', harm(4, (w) => `${w.slice(0, -1)}#${w.slice(-1)}`)],
    ['one word in seven with a tone too many', harm(7, (w) => w.replace(/[ạ-ỹ]/u, '$&\u0309'))],
    ['letters exchanged', harm(5, (w) => w.replace(/\p{L}$/u, (c) => (c === 'n' ? 'r' : 'ộ')))],
    ['letters of a private font', harm(3, (w) => w.replace(/[ạ-ỹ]/u, '\ue0a1'))],
    ['glyph numbers', harm(4, (w) => w.replace(/[ạ-ỹ]/u, '(cid:231)'))],
  ])('%s', (_, text) => {
    expect(code(text)).toBe('plan-letters-scrambled');
  });
  test.each<[string, string]>([
    ['a plan', clean],
    [
      'names of the highlands',
      'Y Brăm Niê Kđăm, Rơ Châm H’Yéo, Đắk Lắk, Krông Nô, Ea Kiết gửi báo cáo. '.repeat(40),
    ],
    ['abbreviations', 'QĐ-UBND, HĐND, LĐLĐ, TLĐ, BCĐ, ĐGS, CQĐP gửi báo cáo đúng hạn. '.repeat(40)],
    ['glued words', `${clean}\nBanChấphànhĐảngbộtỉnh xâydựngkếhoạch tổchứctriểnkhaithựchiện`],
    ['French', 'Évaluer les résultats déjà réalisés à Orléans, côté élèves. '.repeat(40)],
    ['money and mail', 'Kinh phí 5$/người, 10% tổng số; thư dt#an@vidu.vn, mục #3. '.repeat(10)],
  ])('%s is read', (_, text) => {
    expect(code(text)).toBeNull();
  });
});

describe('bytes', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  test('UTF-8, UTF-16 with and without a mark, single bytes', () => {
    const text = 'Kế hoạch số 5 về tổng kết';
    expect(decodePlanBytes(new TextEncoder().encode(text), 'a.txt')).toEqual({ text });
    const le = Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
    expect(decodePlanBytes(bytes(0xff, 0xfe, ...le), 'a.txt')).toEqual({ text });
    expect(decodePlanBytes(bytes(0x4b, 0xd5, 0x20, 0x68, 0x6f, 0xb9, 0x63, 0x68), 'a.html')).toEqual({
      text: 'KÕ ho¹ch',
      flavour: 'html',
    });
  });
  test('what is not text is refused', () => {
    expect(decodePlanBytes(bytes(0x89, 0x50, 0, 0, 0, 1, 2, 3, 0xff, 0xfe), 'a.txt')).toBeInstanceOf(Refusal);
  });
});

test('after any edits, a kept character still points at itself', () => {
  const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(4), fc.constantFrom('', ' ', 'xy')), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), cuts, (text, raw) => {
      let done = 0;
      const edits = raw
        .sort((a, b) => a[0] - b[0])
        .flatMap(([at, length, by]) => {
          const start = Math.max(at, done);
          const end = Math.min(text.length, start + length);
          if (start > text.length || end < start) return [];
          done = end;
          return [{ start, end, text: by }];
        });
      const m = rewrite(mapOriginal(text), edits);
      for (let i = 0; i < m.text.length; i++) {
        const [from, to] = spanOf(m, i, i + 1);
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(text.length);
      }
      if (edits.length === 0) expect(spanOf(m, 0, text.length)).toEqual([0, text.length]);
    }),
  );
});
