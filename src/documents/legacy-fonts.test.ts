// Vietnamese in TCVN3 and VNI becomes Unicode; Unicode stays as it is.
import { describe, expect, it } from 'vitest';
import { decode, detectEncoding, encodingOfFont, repairText } from './legacy-fonts.ts';

describe('legacy fonts', () => {
  it.each([
    ['tcvn3', 'C«ng t¸c d©n vËn cña hÖ thèng chÝnh trÞ', 'Công tác dân vận của hệ thống chính trị'],
    [
      'tcvn3',
      '§¶ng Céng s¶n ViÖt Nam, n¨m 2023, tØnh Hµ Giang',
      'Đảng Cộng sản Việt Nam, năm 2023, tỉnh Hà Giang',
    ],
    ['tcvn3', 'Sè hé nghÌo, ng\u00ad\u00eci d©n', 'Số hộ nghèo, ngưỡi dân'],
    ['vni', 'Coâng taùc daân vaän cuûa heä thoáng chính trò', 'Công tác dân vận của hệ thống chính trị'],
    [
      'vni',
      'Ñaûng Coäng saûn Vieät Nam, ngöôøi daân tænh Haø Giang',
      'Đảng Cộng sản Việt Nam, người dân tỉnh Hà Giang',
    ],
    ['vni', 'KEÁT QUAÛ THÖÏC HIEÄN', 'KẾT QUẢ THỰC HIỆN'],
  ] as const)('%s: %s', (encoding, text, wanted) => {
    expect(decode(text, encoding)).toBe(wanted);
    expect(detectEncoding(text)).toBe(encoding);
  });

  it.each([
    'Công tác dân vận của hệ thống chính trị',
    'Việc có nên làm không',
    'Mô hình hay, có kết quả',
    'Plain English words',
    'Ôtô à, là gì, có ý; không!',
  ])('%s is not legacy', (text) => {
    expect(detectEncoding(text)).toBeNull();
    expect(repairText(text)).toBe(text);
  });

  it('believes a font name, and composes decomposed text', () => {
    expect(encodingOfFont('.VnTimeH')).toBe('tcvn3');
    expect(encodingOfFont('VNI-Times')).toBe('vni');
    expect(encodingOfFont('Times New Roman')).toBeNull();
    expect(repairText('kÕt qu¶', '.VnTimeH')).toBe('KẾT QUẢ');
    expect(repairText('có'.normalize('NFD'), 'Arial')).toBe('có');
    expect(repairText('có', null, 'tcvn3')).toBe('cú');
    expect(repairText('có', 'Arial', 'tcvn3')).toBe('có');
  });
});
