// An official paper: what it says (PaperSpec), and the same laid out once for Word and PDF alike (Paper). Pure.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Document } from './model.ts';
import type { PlacedCell } from './table-grid.ts';

export type FormatStandard = 'party36' | 'state30';

/** Everything that a paper says and who says it. Strings are plain words; capitals are as the writer gives them. */
export type PaperSpec = {
  standard: FormatStandard;
  parentBody?: string;
  issuer: string;
  /** Without a number (a draft), blank space is left for it. */
  number: string;
  /** Without the number: "KH/BDVTW", "QĐ-BNV". */
  symbol: string;
  place: string;
  /** Without a date, blank space is left for day and month of this year or another. */
  date: LocalDate | null;
  /** "KẾ HOẠCH"; empty for an official letter (công văn), whose abstract stands under the number. */
  kind: string;
  abstract: string;
  /** Kính gửi. */
  addressees?: readonly string[];
  body: Document;
  /** What the list of sources says of a cited evidence: unit, section, version. */
  resolveCitation: (evidenceId: string) => { label: string };
  /** The words that stand for a live figure, already written the Vietnamese way. */
  resolveFigure: (ref: string) => string;
  recipients: readonly string[];
  /** `authority` is the first line of the capacity: "T/M BAN THƯỜNG VỤ", "K/T TRƯỞNG BAN". */
  signature: { authority?: string; position: string; name: string };
  /** "Dự thảo lần 2". */
  draft?: string;
  appendices: readonly { title: string; body: Document; isLandscape?: boolean }[];
  margins?: Margins;
  author?: string;
};

/** Millimetres. */
export type Margins = { top: number; bottom: number; left: number; right: number };

/** Guidance 36-HD/VPTW as read today: 20/20/30/15; an issuer may still use the older 25/25/35/15. */
export const defaultMargins: Margins = { top: 20, bottom: 20, left: 30, right: 15 };

/** A line of the letterhead or the title. Size in points; `rule` draws a line below, as a share of the words' width. */
export type Line = {
  text: string;
  size: number;
  bold?: true;
  italic?: true;
  rule?: number;
  gapBefore?: number;
};

export type Letterhead = {
  /** How much of the width the left column takes. */
  leftShare: number;
  left: Line[];
  right: Line[];
  /** The second row: number and symbol | place and date. */
  leftFoot: Line[];
  rightFoot: Line[];
  title: Line[];
  addressees: { label: string; size: number };
  recipients: {
    label: string;
    labelSize: number;
    labelStyle: 'underline' | 'bold-italic';
    size: number;
    end: string;
  };
  restartsAppendixPages: boolean;
};

export type Run =
  | { kind: 'text'; text: string; bold?: true; italic?: true; href?: string }
  | { kind: 'note'; text: string }
  | { kind: 'cite'; ordinal: number };

export type PaperBlock =
  | { kind: 'paragraph'; runs: Run[]; align: 'left' | 'center' | 'right' | null }
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; runs: Run[]; isCentred: boolean }
  | { kind: 'list'; ordered: boolean; items: Run[][] }
  | PaperTable;

export type CellContent = { runs: Run[]; header: boolean; align: 'left' | 'center' | 'right' };
export type PaperCell = PlacedCell<CellContent>;

export type PaperTable = {
  kind: 'table';
  caption: string;
  rows: PaperCell[][];
  headerRows: number;
  /** Shares of the width, one per grid column; they sum to 1. */
  shares: number[];
  /** Points: smaller when there are many columns. */
  size: number;
};

export type Paper = {
  letterhead: Letterhead;
  margins: Margins;
  addressees: string[];
  body: PaperBlock[];
  recipients: string[];
  signature: { authority: string; position: string; name: string };
  appendices: { title: string; body: PaperBlock[]; isLandscape: boolean }[];
  /** In order of first citation; empty when nothing is cited. */
  sources: { title: string; items: string[] };
  metadata: { title: string; author: string };
};
