// What the schemes of codes are called.
import type { Words } from '#src/kernel/language.ts';

export const schemeNames: Record<string, Words> = {
  gso: { vi: 'Mã Tổng cục Thống kê', en: 'General Statistics Office code' },
  tongket: { vi: 'Mã trong hệ thống', en: 'Code in this platform' },
  edoc: { vi: 'Mã định danh điện tử (QCVN 102)', en: 'E-identifier (QCVN 102)' },
  iso3166: { vi: 'ISO 3166', en: 'ISO 3166' },
};
