// The letterhead of a Party paper: Guidance 36-HD/VPTW of 03/4/2018 (sizes in points as in its Annex 3). Pure.
import { cleanText } from './canonical.ts';
import type { Letterhead, Line, PaperSpec } from './paper.ts';

/** "Hà Nội, ngày 03 tháng 4 năm 2018": a day below 10 and the months 1 and 2 take a 0. Without a date, room to write it. */
export function placeAndDate(place: string, date: string | null): string {
  if (!date) return `${cleanText(place)}, ngày      tháng      năm        `;
  const [year, month, day] = date.split('-') as [string, string, string];
  return `${cleanText(place)}, ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** "Số 82-KH/BDVTW": no colon, a hyphen between number and symbol. */
function numberLine(spec: PaperSpec): Line {
  const number = cleanText(spec.number).trim() || '       ';
  return { text: `Số ${number}-${cleanText(spec.symbol)}`, size: 14 };
}

/** A letter (công văn) has no kind: its abstract stands under the number, italic 12. */
export function partyLetterhead(spec: PaperSpec): Letterhead {
  const isLetter = spec.kind.trim() === '';
  const upper = (words: string) => cleanText(words).toLocaleUpperCase('vi');
  return {
    leftShare: 0.47,
    left: [
      ...(spec.parentBody ? [{ text: upper(spec.parentBody), size: 14 }] : []),
      { text: upper(spec.issuer), size: 14, bold: true },
      { text: '*', size: 14 },
    ],
    right: [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', size: 15, bold: true, rule: 1 }],
    leftFoot: [
      numberLine(spec),
      ...(isLetter && spec.abstract
        ? [{ text: cleanText(spec.abstract), size: 12, italic: true as const }]
        : []),
      ...(spec.draft ? [{ text: upper(spec.draft), size: 14, bold: true as const, gapBefore: 4 }] : []),
    ],
    rightFoot: [{ text: placeAndDate(spec.place, spec.date), size: 14, italic: true }],
    title: isLetter
      ? []
      : [
          { text: upper(spec.kind), size: 16, bold: true },
          { text: cleanText(spec.abstract), size: 14, bold: true },
        ],
    addressees: { label: 'Kính gửi:', size: 14 },
    recipients: { label: 'Nơi nhận:', labelSize: 14, labelStyle: 'underline', size: 12, end: ',' },
    restartsAppendixPages: false,
  };
}
