// Lays an official paper out: references resolved, sources numbered, tables on a full grid. Pure.
import { parseNumber } from '#src/kernel/vietnamese.ts';
import { canonical, cleanText } from './canonical.ts';
import type { Cell, Document, Inline } from './model.ts';
import { plainInlines } from './model.ts';
import type { CellContent, Paper, PaperBlock, PaperCell, PaperSpec, Run } from './paper.ts';
import { defaultMargins } from './paper.ts';
import { partyLetterhead } from './party.ts';
import { stateLetterhead } from './state.ts';
import { columnShares, gridOf } from './table-grid.ts';

/** A4 less the side margins of 45 mm, in points. */
const portraitPoints = 467;

/** The paper with every citation numbered from 1 in order of first use, every figure in words, every table on a full grid. */
export function layOut(spec: PaperSpec): Paper {
  const sources = new Map<string, number>();
  const blocks = (document: Document) =>
    canonical(document).map((block) => layOutBlock(block, spec, sources));
  const body = blocks(spec.body);
  const appendices = spec.appendices.map((a) => ({
    title: cleanText(a.title),
    body: blocks(a.body),
    isLandscape: a.isLandscape ?? false,
  }));
  const letterhead = spec.standard === 'party36' ? partyLetterhead(spec) : stateLetterhead(spec);
  const { authority = '', position, name } = spec.signature;
  return {
    letterhead,
    margins: spec.margins ?? defaultMargins,
    addressees: (spec.addressees ?? []).map(cleanText),
    body,
    recipients: spec.recipients.map((r) => cleanText(r).replace(/^\s*-\s*|[\s,;.]+$/g, '')),
    signature: { authority: cleanText(authority), position: cleanText(position), name: cleanText(name) },
    appendices,
    sources: {
      title: 'NGUỒN TRÍCH DẪN',
      items: [...sources.keys()].map((id) => cleanText(spec.resolveCitation(id).label)),
    },
    metadata: {
      title: cleanText([spec.kind, spec.abstract].filter(Boolean).join(' ')),
      author: cleanText(spec.author ?? spec.issuer),
    },
  };
}

function layOutBlock(block: Document[number], spec: PaperSpec, sources: Map<string, number>): PaperBlock {
  const runs = (inlines: readonly Inline[]) => inlines.map((inline) => layOutInline(inline, spec, sources));
  if (block.kind === 'paragraph')
    return { kind: 'paragraph', runs: runs(block.inlines), align: block.align ?? null };
  if (block.kind === 'list') return { kind: 'list', ordered: block.ordered, items: block.items.map(runs) };
  if (block.kind === 'heading') {
    const isCentred = /^(phần|chương)\s/i.test(plainInlines(block.inlines));
    return { kind: 'heading', level: block.level, runs: runs(block.inlines), isCentred };
  }
  const cells = block.rows.map((row) => row.map((cell) => layOutCell(cell, runs(cell.inlines))));
  const grid = gridOf<CellContent>(cells, { runs: [], header: false, align: 'left' });
  const textOf = (cell: PaperCell) => cell.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
  const size = grid.columns <= 7 ? 12 : grid.columns <= 10 ? 11 : 9;
  const shares = columnShares(grid.rows, grid.columns, portraitPoints / size, textOf);
  return {
    kind: 'table',
    caption: block.caption ?? '',
    rows: grid.rows,
    headerRows: grid.headerRows,
    shares,
    size,
  };
}

/** A header is centred; a number stands at the right of its column, unless the writer said otherwise. */
function layOutCell(cell: Cell, runs: Run[]): CellContent & Pick<Cell, 'colspan' | 'rowspan'> {
  const words = runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
  const natural = cell.header ? 'center' : parseNumber(words) === null ? 'left' : 'right';
  const { colspan = 1, rowspan = 1 } = cell;
  return { runs, header: cell.header ?? false, align: cell.align ?? natural, colspan, rowspan };
}

function layOutInline(inline: Inline, spec: PaperSpec, sources: Map<string, number>): Run {
  if (inline.kind === 'text') return inline;
  if (inline.kind === 'footnote') return { kind: 'note', text: inline.text };
  if (inline.kind === 'figure') return { kind: 'text', text: cleanText(spec.resolveFigure(inline.ref)) };
  const ordinal = sources.get(inline.evidenceId) ?? sources.size + 1;
  sources.set(inline.evidenceId, ordinal);
  return { kind: 'cite', ordinal };
}
