// The letter that tells a unit of an amendment: what it owed, what it owes now, and where to say that it was read. Pure.
import { amendmentName, type Change, type Touched } from '#src/campaigns/amendments.ts';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Letter } from '#src/notices/rules.ts';

export type Told = {
  number: number;
  decidedOn: LocalDate;
  change: Change;
  reason: string;
  touched: Pick<Touched, 'unitName' | 'was' | 'becomes'>;
};

/** `address`: the page of the amendment, where the unit says that it was read. */
export function amendmentLetter(
  campaign: Pick<CampaignRow, 'issuer' | 'planSymbol'>,
  { number, decidedOn, change, reason, touched }: Told,
  { recipient, address }: { recipient: string; address: string },
): Letter {
  const what = amendmentName(change).vi;
  const body = [
    `Kính gửi: ${touched.unitName}`,
    '',
    `${campaign.issuer} điều chỉnh Kế hoạch số ${campaign.planSymbol}, lần ${number}, ngày ${formatDate(decidedOn)}: ${what.toLocaleLowerCase('vi')}.`,
    `Lý do: ${reason}`,
    '',
    `Đã giao: ${touched.was.vi}`,
    `Nay điều chỉnh: ${touched.becomes.vi}`,
    '',
    'Nội dung đơn vị đã soạn, đã gửi vẫn được giữ.',
    `Đề nghị xem và xác nhận đã đọc tại: ${address}`,
  ].join('\n');
  return { recipient, subject: `Điều chỉnh Kế hoạch số ${campaign.planSymbol}: ${what}`, body };
}
