// Sample texts out of sentences: one of each group is taken, names and figures are put in their places. Pure.
import type { Chance } from './chance.ts';

/** A section's paragraphs: each a list of groups, of which one alternative is written. */
export type Sentences = Map<string, Alternative[][][]>;
export type Alternative = { mark: string | null; words: string };

/** Reads the form described at the head of seed/demo/M1.txt. */
export function readSentences(source: string): Sentences {
  const sections: Sentences = new Map();
  let paragraphs: Alternative[][][] = [];
  let group: Alternative[] = [];
  const close = () => {
    if (group.length > 0) paragraphs.at(-1)!.push(group);
    group = [];
  };
  for (const line of source.split('\n')) {
    const heading = /^# ([\w.]+)$/.exec(line);
    if (heading) {
      close();
      paragraphs = [[]];
      sections.set(heading[1]!, paragraphs);
    } else if (line === '~') {
      close();
      paragraphs.push([]);
    } else if (line.trim() === '') close();
    else if (!line.startsWith('#')) group.push(alternative(line));
  }
  close();
  return sections;
}

function alternative(line: string): Alternative {
  const marked = /^@(\w+) (.*)$/.exec(line);
  return marked ? { mark: marked[1]!, words: marked[2]! } : { mark: null, words: line };
}

/** What fills a place in braces: a name, "n 3-9" a drawn number, anything else by `figure` ("B3.08 +"). */
export type Filling = {
  names: Readonly<Record<string, string>>;
  figure: (reference: string) => string | null;
  marks: readonly string[];
};

/** The paragraphs of a section, each one string; a group whose alternatives all lack a figure is left out. */
export function writeParagraphs(paragraphs: Alternative[][][], filling: Filling, luck: Chance): string[] {
  return paragraphs
    .map((groups) => groups.flatMap((group) => sentence(group, filling, luck) ?? []).join(' '))
    .filter((paragraph) => paragraph !== '');
}

function sentence(group: Alternative[], filling: Filling, luck: Chance): string | null {
  const marked = group.filter((a) => a.mark !== null && filling.marks.includes(a.mark));
  const plain = group.filter((a) => a.mark === null);
  const order = [...luck.shuffled(marked), ...luck.shuffled(plain)];
  // What is particular to a place is said three times out of four.
  const wanted = marked.length > 0 && plain.length > 0 && luck.next() < 0.25 ? luck.shuffled(plain) : order;
  for (const { words } of wanted) {
    const written = fill(words, filling, luck);
    if (written !== null) return written;
  }
  return null;
}

/** The words with every brace filled, first letter in capital; null when a figure is missing. */
export function fill(words: string, filling: Filling, luck: Chance): string | null {
  let isMissing = false;
  const written = words.replace(/\{([^}]+)\}/g, (_, key: string) => {
    const range = /^n (\d+)-(\d+)$/.exec(key);
    if (range) return dotted(luck.whole(Number(range[1]), Number(range[2])));
    const value = filling.names[key] ?? filling.figure(key);
    if (value === null) isMissing = true;
    return value ?? '';
  });
  return isMissing ? null : written.charAt(0).toUpperCase() + written.slice(1);
}

const dotted = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
