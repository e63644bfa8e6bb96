// A document as HTML elements: citations, figures and what stands beside a block are given by the page.
import type { Child } from 'hono/jsx';
import type { Block, Cell, Document, Inline } from './model.ts';

export type HtmlHooks = {
  /** What stands for a citation; by default its ordinal in brackets. */
  citation?: (evidenceId: string, ordinal: number) => Child;
  /** What stands for a live figure; by default its reference in braces. */
  figure?: (ref: string) => Child;
  /** What stands for the words of a run, e.g. with symbols kept on one line; by default the words themselves. */
  words?: (text: string) => Child;
  /** What follows a block inside its wrapper, e.g. a form that picks it as evidence. */
  afterBlock?: (block: Block) => Child;
  /** Words read out before the number of a footnote; the reader's language. */
  footnoteLabel?: string;
};

type Rendering = {
  hooks: HtmlHooks;
  idPrefix: string;
  headingOffset: number;
  citations: Map<string, number>;
  notes: string[];
};

/**
 * `<div class="document">` with one wrapper per block: `id="{idPrefix}{block id}"`, so that a link can point at it.
 * A heading of level 1 becomes `<h{1 + headingOffset}>`. Footnotes stand at the end with links both ways.
 * Only http, https, mailto and relative addresses become links. Classes: doc-left, doc-center, doc-right, doc-number.
 */
export function DocumentHtml(props: {
  document: Document;
  hooks?: HtmlHooks;
  idPrefix?: string;
  headingOffset?: number;
}) {
  const rendering: Rendering = {
    hooks: props.hooks ?? {},
    idPrefix: props.idPrefix ?? 'b-',
    headingOffset: props.headingOffset ?? 1,
    citations: new Map(),
    notes: [],
  };
  const blocks = props.document.map((block) => (
    <div class="document__block" id={`${rendering.idPrefix}${block.id}`}>
      {renderBlock(block, rendering)}
      {rendering.hooks.afterBlock?.(block)}
    </div>
  ));
  return (
    <div class="document">
      {blocks}
      {renderNotes(rendering)}
    </div>
  );
}

function renderBlock(block: Block, rendering: Rendering): Child {
  if (block.kind === 'table') return renderTable(block, rendering);
  if (block.kind === 'list') {
    const items = block.items.map((item) => <li>{renderInlines(item, rendering)}</li>);
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  const words = renderInlines(block.inlines, rendering);
  if (block.kind === 'paragraph') return <p class={alignClass(block.align)}>{words}</p>;
  const Heading = `h${Math.min(6, block.level + rendering.headingOffset)}` as 'h2';
  return <Heading>{words}</Heading>;
}

const alignClass = (align: Cell['align']) => (align ? `doc-${align}` : undefined);

function renderTable(table: Extract<Block, { kind: 'table' }>, rendering: Rendering): Child {
  const firstBody = table.rows.findIndex((row) => row.some((cell) => !cell.header));
  const headers = firstBody < 0 ? table.rows.length : firstBody;
  const row = (cells: Cell[], scope: 'col' | 'row') => (
    <tr>{cells.map((cell) => renderCell(cell, scope, rendering))}</tr>
  );
  return (
    <table>
      {table.caption && <caption>{table.caption}</caption>}
      {headers > 0 && <thead>{table.rows.slice(0, headers).map((cells) => row(cells, 'col'))}</thead>}
      <tbody>{table.rows.slice(headers).map((cells) => row(cells, 'row'))}</tbody>
    </table>
  );
}

function renderCell(cell: Cell, scope: 'col' | 'row', rendering: Rendering): Child {
  const words = renderInlines(cell.inlines, rendering);
  const common = { colspan: cell.colspan, rowspan: cell.rowspan, class: cellClass(cell) };
  if (!cell.header) return <td {...common}>{words}</td>;
  const isGroup = scope === 'col' ? (cell.colspan ?? 1) > 1 : (cell.rowspan ?? 1) > 1;
  return (
    <th scope={`${scope}${isGroup ? 'group' : ''}`} {...common}>
      {words}
    </th>
  );
}

function cellClass(cell: Cell): string | undefined {
  return cell.align === 'right' ? 'doc-right doc-number' : alignClass(cell.align);
}

function renderInlines(inlines: readonly Inline[], rendering: Rendering): Child[] {
  return inlines.map((inline) => {
    if (inline.kind === 'text') return renderRun(inline, rendering.hooks.words);
    if (inline.kind === 'figure') return rendering.hooks.figure?.(inline.ref) ?? `{${inline.ref}}`;
    if (inline.kind === 'footnote') return renderNoteMark(inline.text, rendering);
    const ordinal = rendering.citations.get(inline.evidenceId) ?? rendering.citations.size + 1;
    rendering.citations.set(inline.evidenceId, ordinal);
    return rendering.hooks.citation?.(inline.evidenceId, ordinal) ?? <sup>[{ordinal}]</sup>;
  });
}

function renderRun(run: Extract<Inline, { kind: 'text' }>, say: HtmlHooks['words']): Child {
  const lines = run.text.split('\n').map((line) => say?.(line) ?? line);
  let words: Child =
    lines.length === 1
      ? lines[0]!
      : lines.map((line, i) =>
          i ? (
            <>
              <br />
              {line}
            </>
          ) : (
            line
          ),
        );
  if (run.italic) words = <em>{words}</em>;
  if (run.bold) words = <strong>{words}</strong>;
  return run.href && isSafeAddress(run.href) ? <a href={run.href}>{words}</a> : words;
}

/** An address that runs no script: http, https, mailto, or relative without a scheme. */
function isSafeAddress(href: string): boolean {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  const isClean = [...href].every((char) => char > ' ');
  return isClean && (scheme === undefined || ['http', 'https', 'mailto'].includes(scheme));
}

function renderNoteMark(text: string, rendering: Rendering): Child {
  rendering.notes.push(text);
  const n = rendering.notes.length;
  const label = `${rendering.hooks.footnoteLabel ?? 'Chú thích'} ${n}`;
  return (
    <sup id={`${rendering.idPrefix}ref-${n}`}>
      <a href={`#${rendering.idPrefix}note-${n}`} aria-label={label}>
        {n}
      </a>
    </sup>
  );
}

function renderNotes(rendering: Rendering): Child {
  if (rendering.notes.length === 0) return null;
  return (
    <ol class="document__notes">
      {rendering.notes.map((text, i) => (
        <li id={`${rendering.idPrefix}note-${i + 1}`}>
          {text} <a href={`#${rendering.idPrefix}ref-${i + 1}`}>↑</a>
        </li>
      ))}
    </ol>
  );
}
