// The notice of an amendment as a Party paper: "Thông báo về việc điều chỉnh …", for the centre to number and sign. Pure.
import { changeNames } from '#src/campaigns/amendments.ts';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import type { AmendmentRow } from '#src/campaigns/store/amendments.ts';
import { type Block, text } from '#src/documents/model.ts';
import type { PaperSpec } from '#src/documents/paper.ts';
import { formatDate } from '#src/kernel/dates.ts';

/** Above so many units the table goes into an appendix. */
const fewUnits = 12;

/** Number, date and signature are left blank, as on every paper before it is issued. */
export function changeNotice(campaign: CampaignRow, amendment: AmendmentRow): PaperSpec {
  const table = differenceTable(amendment);
  const isShort = amendment.touched.length <= fewUnits;
  const dated = campaign.issuedOn ? ` ngày ${formatDate(campaign.issuedOn)}` : '';
  const where = isShort ? 'như sau:' : 'như danh sách kèm theo.';
  const paragraphs = [
    `${campaign.issuer} đã ban hành Kế hoạch số ${campaign.planSymbol}${dated}. ${sentence(amendment.reason)}`,
    `Nay điều chỉnh (${changeNames[amendment.change.kind].vi.toLocaleLowerCase('vi')}) đối với ${amendment.touched.length} đơn vị, ${where}`,
  ];
  const after =
    'Những nội dung khác của Kế hoạch giữ nguyên. Phần báo cáo các đơn vị đã soạn vẫn được giữ và dùng tiếp.';
  const body: Block[] = [
    ...paragraphs.map((words, i) => paragraph(`d${i}`, words)),
    ...(isShort ? [table] : []),
    paragraph('cuoi', after),
  ];
  return {
    standard: 'party36',
    issuer: campaign.issuer,
    number: '',
    symbol: `TB/${campaign.planSymbol.split('/')[1] ?? ''}`,
    place: 'Hà Nội',
    date: null,
    kind: 'Thông báo',
    abstract: `về việc điều chỉnh Kế hoạch số ${campaign.planSymbol}`,
    body,
    resolveCitation: () => ({ label: '' }),
    resolveFigure: () => '',
    recipients: ['Các đơn vị có tên trong thông báo', `Lưu ${campaign.receivingOffice ?? 'Văn phòng'}`],
    signature: { position: '', name: '' },
    appendices: isShort ? [] : [{ title: 'Danh sách điều chỉnh', body: [table] }],
  };
}

const paragraph = (id: string, words: string): Block => ({ id, kind: 'paragraph', inlines: [text(words)] });

const sentence = (words: string) => (/[.;!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

function differenceTable({ touched }: AmendmentRow): Block {
  const head = ['TT', 'Đơn vị', 'Đã giao', 'Điều chỉnh'].map((words) => ({
    inlines: [text(words)],
    header: true as const,
  }));
  const rows = touched.map((t, i) => [
    { inlines: [text(String(i + 1))], align: 'center' as const },
    ...[t.unitName, t.was.vi, t.becomes.vi].map((words) => ({ inlines: [text(words)] })),
  ]);
  return { id: 'dieu-chinh', kind: 'table', rows: [head, ...rows] };
}
