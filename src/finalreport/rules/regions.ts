// The six socio-economic regions of the 63 provinces (Resolution 81/2023/QH15, the national master plan), by the codes of
// the General Statistics Office as they were before July 2025. Pure data.
import type { Words } from '#src/kernel/language.ts';

export type Region = { name: Words; provinces: readonly string[] };

export const regions: readonly Region[] = [
  {
    name: { vi: 'Trung du, miền núi phía Bắc', en: 'Northern midlands and mountains' },
    provinces: ['02', '04', '06', '08', '10', '11', '12', '14', '15', '17', '19', '20', '24', '25'],
  },
  {
    name: { vi: 'Đồng bằng sông Hồng', en: 'Red River delta' },
    provinces: ['01', '22', '26', '27', '30', '31', '33', '34', '35', '36', '37'],
  },
  {
    name: { vi: 'Bắc Trung Bộ, duyên hải miền Trung', en: 'North central and central coast' },
    provinces: ['38', '40', '42', '44', '45', '46', '48', '49', '51', '52', '54', '56', '58', '60'],
  },
  {
    name: { vi: 'Tây Nguyên', en: 'Central highlands' },
    provinces: ['62', '64', '66', '67', '68'],
  },
  {
    name: { vi: 'Đông Nam Bộ', en: 'Southeast' },
    provinces: ['70', '72', '74', '75', '77', '79'],
  },
  {
    name: { vi: 'Đồng bằng sông Cửu Long', en: 'Mekong delta' },
    provinces: ['80', '82', '83', '84', '86', '87', '89', '91', '92', '93', '94', '95', '96'],
  },
];

/** Where bodies of no province stand: the central ones. */
export const central: Words = { vi: 'Các cơ quan Trung ương', en: 'Central bodies' };
