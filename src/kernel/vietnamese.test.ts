// One spelling to compare by: the tone mark stands where both schools agree, and after q never on the u.
import { describe, expect, it } from 'vitest';
import { normalizeVietnamese } from './vietnamese.ts';

describe('normalizeVietnamese', () => {
  it.each([
    ['Hoà  Bình', 'hòa bình'],
    ['Tỉnh uỷ', 'tỉnh ủy'],
    ['Phú Quý', 'phú quý'],
    ['Trâu Qùy', 'trâu quỳ'],
    ['Hoàn Kiếm', 'hoàn kiếm'],
    ['Thuỷ Nguyên', 'thủy nguyên'],
    ['Quỳnh Phụ', 'quỳnh phụ'],
  ])('writes %s as %s', (typed, even) => {
    expect(normalizeVietnamese(typed)).toBe(even);
    expect(normalizeVietnamese(typed.normalize('NFD'))).toBe(even);
  });
});
