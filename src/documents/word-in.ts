// Word files in: headings, lists, tables, footnotes and marks as our document model. Runs inside the parsing worker.
import mammoth from 'mammoth';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { newId } from '#src/kernel/ids.ts';
import { canonical, cleanText } from './canonical.ts';
import { writeNumbers } from './docx-numbering.ts';
import { detectEncoding, encodingOfFont } from './legacy-fonts.ts';
import type { Document } from './model.ts';
import { readStamp, type Stamp } from './outline.ts';
import { type Parts, packParts, partText } from './unpack.ts';
import { droppedFrom, runsOf, type WordNode } from './word-ast.ts';
import { blocksOf } from './word-blocks.ts';

export type WordFile = { document: Document; stamp: Stamp | null; diagnostics: Diagnostic[] };

/**
 * The document of a checked .docx (see `unpack`), with automatic numbers written out, text in legacy fonts repaired,
 * everything in NFC. Page headers and footers are not part of it. What could not be taken is a diagnostic.
 */
export async function readWord(parts: Parts, name: string): Promise<WordFile> {
  const root = await wordTree(parts);
  const words = runsOf(root).filter((run) => !encodingOfFont(run.font));
  const encoding = detectEncoding(
    words
      .map((run) => run.text)
      .join('\n')
      .slice(0, 200_000),
  );
  const document = canonical(blocksOf(root, encoding, newId));
  return { document, stamp: wordStamp(parts, document), diagnostics: dropped(root, parts, name) };
}

async function wordTree(parts: Parts): Promise<WordNode> {
  const numbered = new Map(parts);
  const document = partText(parts, 'word/document.xml');
  const written = writeNumbers({
    // mammoth takes the element for the value: a row that says it is no header would be one.
    document: document.replace(/<w:tblHeader w:val="(?:0|false|off)"\s*\/>/g, ''),
    numbering: partText(parts, 'word/numbering.xml'),
    styles: partText(parts, 'word/styles.xml'),
  });
  if (written !== document) numbered.set('word/document.xml', new TextEncoder().encode(written));
  let root: WordNode | null = null;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(packParts(numbered)) },
    {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      // The tree is all that is wanted: an empty document leaves nothing to write as HTML.
      transformDocument: (tree: WordNode) => {
        root = tree;
        return { ...tree, children: [] };
      },
    },
  );
  if (!root) throw new Error('mammoth gave no document');
  return root;
}

const unescapeXml = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** The words of page headers or footers, one line per paragraph. */
export function marginText(parts: Parts, kind: 'header' | 'footer'): string {
  const names = [...parts.keys()].filter((name) => new RegExp(`^word/${kind}\\d*\\.xml$`).test(name));
  const lines = names.flatMap((name) =>
    partText(parts, name)
      .split('</w:p>')
      .map((p) => [...p.matchAll(/<w:t(?: [^<>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('')),
  );
  return [...new Set(lines.map((line) => cleanText(unescapeXml(line)).normalize('NFC').trim()))]
    .filter(Boolean)
    .join('\n');
}

function wordStamp(parts: Parts, document: Document): Stamp | null {
  const custom = partText(parts, 'docProps/custom.xml');
  const found = custom.matchAll(/<property [^<>]*\bname="([^"]*)"[^<>]*>\s*<vt:\w+>([^<]*)<\/vt:\w+>/g);
  const properties = new Map([...found].map((m) => [unescapeXml(m[1]!), unescapeXml(m[2]!)]));
  const top = document.slice(0, 5).flatMap((b) => ('inlines' in b ? b.inlines : []));
  const visible = top.map((inline) => ('text' in inline ? inline.text : '')).join('\n');
  return readStamp(properties, `${marginText(parts, 'footer')}\n${visible}`);
}

/** What stood in the file and is not kept, kind by kind. */
function dropped(root: WordNode, parts: Parts, name: string): Diagnostic[] {
  const { images, comments } = droppedFrom(root);
  const objects = [...parts.keys()].filter((part) => part.startsWith('word/embeddings/')).length;
  const kinds = [
    { code: 'word-images-dropped', count: images, vi: 'hình ảnh trong tệp', en: 'pictures' },
    { code: 'word-objects-dropped', count: objects, vi: 'đối tượng nhúng', en: 'embedded objects' },
    { code: 'word-comments-dropped', count: comments, vi: 'nhận xét bên lề', en: 'comments' },
  ];
  return kinds
    .filter(({ count }) => count > 0)
    .map(({ code, count, vi, en }) => ({
      code,
      severity: 'note',
      message: { vi: `${count} ${vi} không được nhận.`, en: `${count} ${en} were not taken.` },
      where: { in: 'file', name },
      hint: {
        vi: 'Nếu cần, đề nghị gửi kèm tệp PDF hoặc viết lại nội dung bằng chữ.',
        en: 'If they matter, attach a PDF or put their content in words.',
      },
    }));
}
