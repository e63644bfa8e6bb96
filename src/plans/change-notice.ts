// The notice of an amendment as an official paper: "Thông báo về việc điều chỉnh …", for the centre to number and sign. Pure.
import type { Change, Told } from '#src/campaigns/amendments.ts';
import { type CampaignRow, lastDay } from '#src/campaigns/rules.ts';
import type { AmendmentRow } from '#src/campaigns/store/amendments.ts';
import { type Block, text } from '#src/documents/model.ts';
import type { PaperSpec } from '#src/documents/paper.ts';
import { formatDate } from '#src/kernel/dates.ts';
import type { CompiledPlan } from '#src/plans/compiler/model.ts';
import { isOfState } from '#src/plans/rules/scope.ts';

/** Above so many units the table goes into an appendix. */
const fewUnits = 12;

type Campaign = Pick<CampaignRow, 'issuer' | 'planSymbol' | 'issuedOn' | 'receivingOffice'>;
type Amendment = Pick<AmendmentRow, 'change' | 'reason' | 'touched'>;

/** What the paper takes over from the plan that it amends: its letterhead and the capacity of whoever signed it. */
export type NoticeHead = { parentBody: string | null; place: string; authority: string; position: string };

export function noticeHead({ plan, paragraphs }: Pick<CompiledPlan, 'plan' | 'paragraphs'>): NoticeHead {
  const dated = /^\s*(\p{Lu}[\p{L} .-]{1,40}?)\s*,\s*ngày/u;
  const head = paragraphs.flatMap((p) => p.text.split(/\t|\s{2,}|\|/)).map((line) => dated.exec(line)?.[1]);
  return {
    parentBody: plan.parentBody,
    place: head.find(Boolean) ?? 'Hà Nội',
    authority: plan.signatory?.authority ?? '',
    position: plan.signatory?.position ?? '',
  };
}

/**
 * In the form of the plan itself: a Party paper, or a State one when the plan's symbol is the State's. Number, date and
 * name are left blank, as on every paper before it is issued. `touched`: those shown; a unit sees only itself.
 */
export function changeNotice(
  campaign: Campaign,
  amendment: Amendment,
  { touched, head }: { touched: readonly Told[]; head: NoticeHead },
): PaperSpec {
  const table = differenceTable(touched);
  const isShort = touched.length <= fewUnits;
  const ofState = isOfState(campaign.planSymbol);
  const dated = campaign.issuedOn ? `, ngày ${formatDate(campaign.issuedOn)}` : '';
  const plan = `Kế hoạch số ${campaign.planSymbol}${dated}`;
  const count = amendment.touched.length;
  const among = touched.length < count ? `, trong đó ${touched.map((t) => t.unitName).join(', ')}` : '';
  const where = isShort ? 'như sau:' : 'theo danh sách kèm theo.';
  const because = becauseOf(amendment.reason);
  const body: Block[] = [
    paragraph(
      'd1',
      `Thực hiện ${plan}${because ? `; ${because}` : ''}, ${campaign.issuer} thông báo ${whatOf(amendment.change)} đối với ${count} đơn vị${among}, ${where}`,
    ),
    ...(isShort ? [table] : alikeOf(touched)),
    ...(because ? [] : [paragraph('d2', `Lý do điều chỉnh: ${reasonOf(amendment.reason)}.`)]),
    paragraph(
      'd3',
      'Những nội dung khác của Kế hoạch giữ nguyên. Nội dung báo cáo các đơn vị đã soạn, đã gửi vẫn được giữ và dùng tiếp.',
    ),
    paragraph('d4', 'Đề nghị các đơn vị thực hiện theo Thông báo này.'),
  ];
  const office = campaign.receivingOffice ?? 'Văn phòng';
  const organ = organOf(campaign.planSymbol);
  return {
    standard: ofState ? 'state30' : 'party36',
    ...(head.parentBody ? { parentBody: head.parentBody } : {}),
    issuer: campaign.issuer,
    number: '',
    symbol: ofState ? `TB-${organ}` : `TB/${organ}`,
    place: head.place,
    date: null,
    kind: 'Thông báo',
    abstract: `về việc điều chỉnh ${plan}`,
    body,
    resolveCitation: () => ({ label: '' }),
    resolveFigure: () => '',
    recipients: [
      isShort ? 'Các đơn vị có tên trong bảng' : 'Các đơn vị có tên trong danh sách',
      ofState ? 'Lưu: VT' : `Lưu ${office}`,
    ],
    signature: { authority: head.authority, position: head.position.toLocaleUpperCase('vi'), name: '' },
    appendices: isShort ? [] : [{ title: `Danh sách đơn vị và nội dung điều chỉnh ${plan}`, body: [table] }],
  };
}

/** "82-KH/BDVTW" is of BDVTW, "148/KH-UBND" of UBND. */
function organOf(symbol: string): string {
  return isOfState(symbol) ? symbol.slice(symbol.indexOf('-') + 1) : (symbol.split('/')[1] ?? '');
}

function whatOf(change: Change): string {
  switch (change.kind) {
    case 'deadline':
      return `điều chỉnh thời hạn gửi ${change.stage === 'draft' ? 'dự thảo báo cáo' : 'báo cáo chính thức'} đến hết ngày ${formatDate(lastDay(change))}`;
    case 'title':
      return 'điều chỉnh tên báo cáo';
    case 'add':
      return 'bổ sung đơn vị báo cáo';
    case 'remove':
      return 'thôi giao báo cáo';
    case 'template':
      return `thay mẫu ${change.templateCode} bằng phiên bản mới`;
    case 'undo':
      return `hoàn tác điều chỉnh lần ${change.number}`;
  }
}

const reasonOf = (words: string) => words.trim().replace(/[.;]$/, '');

/** "do mưa lũ" reads on in the sentence; any other reason stands in one of its own. */
function becauseOf(words: string): string | null {
  const reason = reasonOf(words);
  if (!/^(do|vì|theo|căn cứ|để|xét)\s[^.]*$/iu.test(reason)) return null;
  return reason.charAt(0).toLocaleLowerCase('vi') + reason.slice(1);
}

/** One sentence for all, when the list would say the same of everyone. */
function alikeOf(touched: readonly Told[]): Block[] {
  const [first] = touched;
  const isAlike =
    first && touched.every((t) => t.was.vi === first.was.vi && t.becomes.vi === first.becomes.vi);
  return isAlike
    ? [paragraph('chung', `Đã giao: ${first.was.vi}. Nay điều chỉnh: ${first.becomes.vi}.`)]
    : [];
}

const paragraph = (id: string, words: string): Block => ({ id, kind: 'paragraph', inlines: [text(words)] });

function differenceTable(touched: readonly Told[]): Block {
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
