// Sample report sections: paragraphs and list lines written for one body, with its own names and figures. Pure.
import type { Document } from '#src/documents/model.ts';
import { text } from '#src/documents/model.ts';
import type { ListItem, SectionContent } from '#src/reports/rules.ts';
import type { ListKind, OutlineSection } from '#src/templates/rules.ts';
import { type Chance, chance } from './chance.ts';
import { particularOf } from './particulars.ts';
import { type Filling, fill, type Sentences, writeParagraphs } from './sentences.ts';

/** Who writes: `key` tells one writer's chance from another's; `copies` is the body whose words are copied in some sections. */
export type Author = {
  key: string;
  filling: Filling;
  sentences: Sentences;
  lines: ListLines;
  copies?: { author: Author; sections: readonly string[] };
};

/** What a structured list chooses from, by kind of item. */
export type ListLines = Map<ListItem['kind'], string[]>;

/** Reads seed/demo/lists.txt. */
export function readListLines(source: string): ListLines {
  const lists: ListLines = new Map();
  let lines: string[] = [];
  for (const line of source.split('\n')) {
    const heading = /^# (shortcoming|cause|lesson|model|recommendation)$/.exec(line);
    if (heading) {
      lines = [];
      lists.set(heading[1] as ListItem['kind'], lines);
    } else if (line.trim() !== '' && !line.startsWith('#')) lines.push(line);
  }
  return lists;
}

const kindOfList: Record<ListKind, { kind: ListItem['kind']; least: number; most: number }> = {
  shortcomings: { kind: 'shortcoming', least: 3, most: 5 },
  causes: { kind: 'cause', least: 3, most: 4 },
  lessons: { kind: 'lesson', least: 2, most: 4 },
  models: { kind: 'model', least: 1, most: 3 },
  recommendations: { kind: 'recommendation', least: 3, most: 5 },
};

/** The text of a section and its list lines; the same author and section always give the same, ids included. */
export function writeSection(author: Author, section: OutlineSection): SectionContent {
  const { copies } = author;
  if (copies?.sections.includes(section.code))
    return { ...writeSection(copies.author, section), ...idsFor(author, section, copies.author) };
  const luck = chance(`${author.key} ${section.code}`);
  const particular = particularOf(author.key, section.code);
  const nameOf = namer(luck);
  if (particular?.kind === 'whole') return { body: paragraphs([particular.words], nameOf), items: [] };
  const written = writeParagraphs(author.sentences.get(section.code) ?? [], author.filling, luck);
  const words = particular ? [...written, fill(particular.words, author.filling, luck) ?? ''] : written;
  return {
    body: paragraphs(words, nameOf),
    items: section.lists.flatMap((list) => writeList(author, list, luck, nameOf)),
  };
}

/** A copied section keeps the words; its blocks are blocks of their own. */
function idsFor(author: Author, section: OutlineSection, from: Author): SectionContent {
  const nameOf = namer(chance(`${author.key} ${section.code}`));
  const { body, items } = writeSection(from, section);
  return {
    body: body.map((block) => ({ ...block, id: nameOf() })),
    items: items.map((item) => ({ ...item, id: nameOf() })),
  };
}

/** Ids in the form of ours, drawn from the chance of the section. */
function namer(luck: Chance): () => string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => luck.whole(0, 15).toString(16)).join('');
  return () => `${digits(8)}-${digits(4)}-7${digits(3)}-a${digits(3)}-${digits(12)}`;
}

function paragraphs(words: readonly string[], nameOf: () => string): Document {
  return words.map((line) => ({ id: nameOf(), kind: 'paragraph', inlines: [text(line)] }));
}

function writeList(author: Author, list: ListKind, luck: Chance, nameOf: () => string): ListItem[] {
  const { kind, least, most } = kindOfList[list];
  const lines = author.lines.get(kind) ?? [];
  return luck
    .shuffled(lines)
    .flatMap((line) => itemOf(kind, line, author.filling, luck, nameOf) ?? [])
    .slice(0, luck.whole(least, most));
}

function itemOf(
  kind: ListItem['kind'],
  line: string,
  filling: Filling,
  luck: Chance,
  nameOf: () => string,
): ListItem | null {
  const [head = '', tail] = line.split(' | ');
  const words = fill(tail ?? head, filling, luck);
  if (words === null) return null;
  const item: ListItem = { id: nameOf(), kind, text: words };
  if (kind === 'cause') return { ...item, cause: head === 'objective' ? 'objective' : 'subjective' };
  return kind === 'recommendation' ? { ...item, addressee: head } : item;
}
