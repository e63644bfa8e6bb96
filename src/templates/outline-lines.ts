// An outline as lines of text and back: a numbered line is a section, what stands under it is its guidance. Pure.

import { depthOf, type Mark, readMark } from '#src/documents/marks.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { ListKind, Outline, OutlineSection } from './rules.ts';

/** The outline as lines to edit: a numbered line is a section, the lines under it are its guidance. */
export function linesOfOutline(outline: Outline): string {
  return outline.sections
    .map((s) =>
      [
        `${s.numbering} ${s.title}`,
        ...s.guidance
          .split('\n')
          .filter(Boolean)
          .map((line) => `- ${line}`),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The edited lines as an outline again; no sections when no line is numbered. */
export function outlineFromLines(title: string, lines: string): Outline {
  return { title, sections: sectionsFrom(lines.split('\n')) };
}

const partHead = /^(phần thứ [\p{L}]+|phần [IVX\d]+)[.:\s-]*/iu;
type Head = { numbering: string; title: string; depth: number };

function headOf(text: string): Head | null {
  const part = partHead.exec(text);
  if (part) return { numbering: part[1]!, title: text.slice(part[0].length).trim(), depth: 0 };
  const mark = readMark(text);
  if (!mark || mark.kind === 'dash' || mark.kind === 'plus') return null;
  return { numbering: printed(mark, text), title: text.slice(mark.length).trim(), depth: 1 + depthOf(mark) };
}

const printed = (mark: Mark, text: string) => text.slice(0, mark.length).trim();

/**
 * The outline after its lines were edited. A section that keeps its title and level keeps its code, lists, tables and
 * length hints, wherever it stands now, so that what was written for it is found again; a new one gets a code of its own.
 */
export function outlineEdited(old: Outline, title: string, lines: string): Outline {
  const rest = [...old.sections];
  const key = (s: OutlineSection) =>
    `${s.level} ${foldVietnamese(s.title)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()}`;
  const edited = sectionsFrom(lines.split('\n')).map((section) => {
    const at = rest.findIndex((o) => key(o) === key(section));
    const [kept] = at < 0 ? [] : rest.splice(at, 1);
    return { section, kept };
  });
  const taken = new Set(edited.flatMap(({ kept }) => (kept ? [kept.code] : [])));
  const sections = edited.map(({ section, kept }): OutlineSection => {
    const { numbering, title: words, guidance, level } = section;
    if (kept)
      return {
        ...kept,
        numbering,
        title: words,
        guidance,
        level,
        writable: section.writable && kept.writable,
      };
    const code = freeCode(section.code, taken);
    taken.add(code);
    return { ...section, code };
  });
  return { title, sections };
}

function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const code = n === 1 ? wanted : `${wanted.slice(0, 9)}.${n}`;
    if (!taken.has(code)) return code;
  }
}

/** Numbered lines as sections of at most three levels; what stands under one is its guidance. */
export function sectionsFrom(typed: readonly string[]): OutlineSection[] {
  const lines = typed.map((line) => line.trim()).filter((line) => line !== '');
  const heads = lines.map(headOf);
  const depths = [...new Set(heads.flatMap((h) => (h ? [h.depth] : [])))].sort((a, b) => a - b).slice(0, 3);
  const hasParts = depths[0] === 0;
  const sections: OutlineSection[] = [];
  for (const [i, line] of lines.entries()) {
    const head = heads[i];
    const last = sections.at(-1);
    const level = head ? depths.indexOf(head.depth) : -1;
    if (head && level >= 0 && (head.title !== '' || head.depth === 0) && sections.length < mostSections)
      sections.push(section(head, Math.min(3, level + (hasParts ? 1 : 2)) as 1 | 2 | 3));
    else if (last && last.title === '') last.title = clipped(line);
    else if (last) last.guidance = `${last.guidance}\n${line.replace(/^-\s+/, '')}`.trim().slice(0, 4000);
  }
  return withCodes(grouping(sections.map((s) => ({ ...s, title: s.title || s.numbering }))));
}

const mostSections = 200;
const clipped = (title: string) => title.slice(0, 500);

/** A numbered line that goes on after its first sentence is a title with guidance. */
function section({ numbering, title }: Head, level: 1 | 2 | 3): OutlineSection {
  const stop = /[:.]\s+(?=\S)/u.exec(title);
  const isRunIn = stop !== null && stop.index > 3 && stop.index < 160;
  const words = (isRunIn ? title.slice(0, stop.index) : title).replace(/[.:;,]$/u, '');
  return {
    code: '',
    numbering,
    title: clipped(words),
    level,
    guidance: isRunIn ? title.slice(stop.index + stop[0].length) : '',
    writable: true,
    required: true,
    minWords: null,
    maxWords: null,
    answers: [],
    lists: listsIn(words),
    tables: [],
  };
}

const listWords: [RegExp, ListKind][] = [
  [/\b(han che|khuyet diem|ton tai|bat cap|vuong mac|kho khan)\b/, 'shortcomings'],
  [/\bnguyen nhan\b/, 'causes'],
  [/\bbai hoc\b/, 'lessons'],
  [/\b(kien nghi|de xuat)\b/, 'recommendations'],
  [/\bmo hinh\b/, 'models'],
];

function listsIn(title: string): ListKind[] {
  const folded = foldVietnamese(title);
  return listWords.flatMap(([way, list]) => (way.test(folded) ? [list] : []));
}

/** A section with sections under it only groups them. */
function grouping(sections: OutlineSection[]): OutlineSection[] {
  return sections.map((s, i) => {
    const groups = (sections[i + 1]?.level ?? 0) > s.level;
    return groups ? { ...s, writable: false, required: false, lists: [] } : s;
  });
}

/** "I", "I.2", "P1": from the printed number and what stands above; of two alike the second tells its place. */
function withCodes(sections: OutlineSection[]): OutlineSection[] {
  const taken = new Set<string>();
  const above: string[] = [];
  let parts = 0;
  return sections.map((s, i) => {
    const number = foldVietnamese(s.numbering)
      .replace(/[^a-z0-9.]/gi, '')
      .replace(/^\.+|\.+$/g, '');
    const own = s.level === 1 && partHead.test(s.numbering) ? `P${++parts}` : upper(number);
    const parent = s.level === 3 ? above[2] : undefined;
    const wanted = [
      parent && !own.startsWith(`${parent}.`) ? `${parent}.${own}` : own,
      `${above[1] ?? 'X'}.${own}`,
      `S${i + 1}`,
    ];
    const code = wanted.find((c) => /^[A-Za-z0-9.]{1,12}$/.test(c) && !taken.has(c)) ?? `S${i + 1}`;
    taken.add(code);
    above[s.level] = code;
    return { ...s, code };
  });
}

const upper = (number: string) => (/^[ivxl]+$/.test(number) ? number.toUpperCase() : number);
