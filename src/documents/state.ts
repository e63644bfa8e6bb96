// The letterhead of a State paper: Decree 30/2020/NĐ-CP, Annex I (sizes in points). Pure.
import { cleanText } from './canonical.ts';
import type { Letterhead, Line, PaperSpec } from './paper.ts';
import { placeAndDate } from './party.ts';

/** "Số: 05/QĐ-BNV": a colon, a slash, and a 0 before a number below 10. */
function numberLine(spec: PaperSpec): Line {
  const number = cleanText(spec.number).trim();
  const padded = /^\d$/.test(number) ? `0${number}` : number || '       ';
  return { text: `Số: ${padded}/${cleanText(spec.symbol)}`, size: 13 };
}

/** The same parts as a Party paper, with the national title and motto at the right. */
export function stateLetterhead(spec: PaperSpec): Letterhead {
  const isLetter = spec.kind.trim() === '';
  const upper = (words: string) => cleanText(words).toLocaleUpperCase('vi');
  return {
    leftShare: 0.4,
    left: [
      ...(spec.parentBody ? [{ text: upper(spec.parentBody), size: 13 }] : []),
      { text: upper(spec.issuer), size: 13, bold: true, rule: 0.4 },
    ],
    right: [
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12.5, bold: true },
      { text: 'Độc lập - Tự do - Hạnh phúc', size: 13.5, bold: true, rule: 1 },
    ],
    leftFoot: [
      numberLine(spec),
      ...(isLetter && spec.abstract
        ? [{ text: `V/v ${cleanText(spec.abstract)}`, size: 12, gapBefore: 6 }]
        : []),
      ...(spec.draft ? [{ text: upper(spec.draft), size: 13, bold: true as const, gapBefore: 4 }] : []),
    ],
    rightFoot: [{ text: placeAndDate(spec.place, spec.date), size: 14, italic: true }],
    title: isLetter
      ? []
      : [
          { text: upper(spec.kind), size: 14, bold: true },
          { text: cleanText(spec.abstract), size: 14, bold: true, rule: 0.4 },
        ],
    addressees: { label: 'Kính gửi:', size: 14 },
    recipients: { label: 'Nơi nhận:', labelSize: 12, labelStyle: 'bold-italic', size: 11, end: ';' },
    restartsAppendixPages: true,
  };
}
