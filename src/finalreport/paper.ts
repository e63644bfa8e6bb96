// The final report as an official paper: citations name unit, section and version; figures carry their table.
import { type Document, text } from '#src/documents/model.ts';
import type { PaperSpec } from '#src/documents/paper.ts';
import type { ReportSpec } from './rules/spec.ts';
import type { FrozenCitation, FrozenFigure } from './store.ts';

export type Resolved = {
  spec: ReportSpec;
  body: Document;
  figures: Record<string, FrozenFigure>;
  citations: Record<string, FrozenCitation>;
  /** "Dự thảo 3", or null for the issued version. */
  draft: string | null;
};

/** What Word and PDF are written from. The sources stand at the end in the order of first citation. */
export function finalPaper({ spec, body, figures, citations, draft }: Resolved): PaperSpec {
  return {
    standard: spec.standard,
    ...(spec.parentBody ? { parentBody: spec.parentBody } : {}),
    issuer: spec.issuer,
    number: spec.number,
    symbol: spec.symbol,
    place: spec.place,
    date: spec.date,
    kind: spec.kind,
    abstract: spec.abstract,
    body,
    resolveCitation: (id) => ({ label: citations[id]?.label ?? '' }),
    resolveFigure: (ref) => figures[ref]?.text ?? '',
    recipients: spec.recipients,
    signature: {
      ...(spec.authority ? { authority: spec.authority } : {}),
      position: spec.position,
      name: spec.signatory,
    },
    ...(draft ? { draft } : {}),
    appendices:
      Object.keys(figures).length > 0
        ? [{ title: 'Số liệu dùng trong báo cáo', body: [figuresTable(figures)] }]
        : [],
  };
}

function figuresTable(figures: Record<string, FrozenFigure>): Document[number] {
  const head = ['TT', 'Chỉ tiêu', 'Số liệu', 'Đơn vị có số / đơn vị báo cáo'].map((words) => ({
    inlines: [text(words)],
    header: true as const,
  }));
  const rows = Object.values(figures).map((f, i) => [
    { inlines: [text(String(i + 1))], align: 'center' as const },
    { inlines: [text(f.label)] },
    { inlines: [text(f.text)], align: 'right' as const },
    { inlines: [text(`${f.covered}/${f.of}`)], align: 'center' as const },
  ]);
  return { id: 'so-lieu', kind: 'table', rows: [head, ...rows] };
}

type Cited = { unitName: string; sectionCode: string | null; version: number | null };

/** "Tỉnh ủy Lạng Sơn, mục III.3, bản 2": how a source is named in the document. */
export function citationLabel(e: Cited): string {
  return [e.unitName, e.sectionCode && `mục ${e.sectionCode}`, e.version !== null && `bản ${e.version}`]
    .filter(Boolean)
    .join(', ');
}
