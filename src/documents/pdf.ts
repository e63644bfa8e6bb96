// An official paper as a PDF: the same layout as the Word file, by Typst; PDF/A-2a, tagged, fonts inside.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { layOut } from './layout.ts';
import type { Paper, PaperSpec } from './paper.ts';

const resolve = createRequire(import.meta.url).resolve;
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8');

/** Made at first use: reading the fonts takes a moment. */
let compiler: NodeCompiler | null = null;

function typst(): NodeCompiler {
  const fontBlobs = faces.map((face) =>
    readFileSync(resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)),
  );
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: import.meta.dirname });
  return compiler;
}

/**
 * The bytes of the PDF. All words reach Typst as JSON data, never as source, so nothing in them can run.
 * Throws an Error with Typst's own words when it cannot be set; that is a bug of the template.
 */
export async function partyPdf(spec: PaperSpec): Promise<Uint8Array> {
  return paperPdf(layOut(spec));
}

/** The same for a paper that is laid out already, with a letterhead of its own or none. */
export async function paperPdf(paper: Paper): Promise<Uint8Array> {
  const inputs = { paper: JSON.stringify(paper) };
  const compiled = typst().compile({ mainFileContent: template, inputs });
  if (!compiled.result) {
    const error = compiled.takeDiagnostics();
    throw new Error(`Typst: ${JSON.stringify(error?.shortDiagnostics ?? 'no document')}`);
  }
  const pdf = typst().pdf(compiled.result, { pdfStandard: 'a-2a' });
  typst().evictCache(10);
  return new Uint8Array(pdf);
}
