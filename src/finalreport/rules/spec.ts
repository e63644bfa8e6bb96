// The face of the final report: who issues it, its number, place, date, recipients and signature. Pure.

import type { FormatStandard } from '#src/documents/paper.ts';
import type { LocalDate } from '#src/kernel/dates.ts';

export type ReportSpec = {
  standard: FormatStandard;
  parentBody: string;
  issuer: string;
  number: string;
  symbol: string;
  place: string;
  date: LocalDate | null;
  kind: string;
  abstract: string;
  recipients: string[];
  authority: string;
  position: string;
  signatory: string;
};

type Known = { issuer: string; name: string; planSymbol: string };

/** What can be known from the campaign; the rest is left for the officer. "82-KH/BDVTW" gives "BC/BDVTW". */
export function firstSpec({ issuer, name, planSymbol }: Known): ReportSpec {
  const office = planSymbol.split('/')[1] ?? '';
  return {
    standard: 'party36',
    parentBody: '',
    issuer,
    number: '',
    symbol: office ? `BC/${office}` : 'BC',
    place: 'Hà Nội',
    date: null,
    kind: 'BÁO CÁO',
    abstract: name,
    recipients: ['Thường trực Ban Bí thư (để báo cáo)', 'Lãnh đạo Ban', `Lưu ${issuer}`],
    authority: 'K/T TRƯỞNG BAN',
    position: 'PHÓ TRƯỞNG BAN THƯỜNG TRỰC',
    signatory: '',
  };
}
