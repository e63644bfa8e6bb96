// What keeps the final report from being traceable, as diagnostics: no source, changed figure, returned report, typed number. Pure.

import type { Document } from '#src/documents/model.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { normalizeVietnamese } from '#src/kernel/vietnamese.ts';
import type { Evidence } from '#src/synthesis/rules.ts';
import { partsOf } from './parts.ts';
import { isSourced, needsSource, type Sentence, sentencesIn, usedFigures } from './sentences.ts';

/** A live figure as it reads now. */
export type Figure = {
  ref: string;
  label: string;
  value: number | null;
  text: string;
  covered: number;
  of: number;
  submissionIds: string[];
};

export type LintInput = {
  body: Document;
  evidence: ReadonlyMap<string, Evidence>;
  figures: ReadonlyMap<string, Figure>;
  /** The figures as they stood at the last freeze; empty before the first. */
  frozen: ReadonlyMap<string, string>;
};

/** Every finding with the part and block it stands in; the codes are documented in docs/diagnostics-final-report.md. */
export function lintReport(input: LintInput): Diagnostic[] {
  return partsOf(input.body).flatMap((part) =>
    part.blocks.flatMap((block) => {
      const where = { in: 'section' as const, section: part.id, block: block.id };
      const found =
        block.kind === 'table'
          ? usedFigures([block]).flatMap((ref) => lintFigure(ref, input))
          : sentencesIn(block).flatMap((s) => lintSentence(s, input));
      return found.map((d) => ({ ...d, where }));
    }),
  );
}

type Finding = Omit<Diagnostic, 'where'>;

function lintSentence(s: Sentence, input: LintInput): Finding[] {
  return [
    ...withoutSource(s),
    ...s.figures.flatMap((ref) => lintFigure(ref, input)),
    ...s.citations.flatMap((id) => lintCitation(id, s, input)),
    ...typedNumbers(s),
  ];
}

const short = (text: string) => (text.trim().length > 80 ? `${text.trim().slice(0, 77)}…` : text.trim());

function withoutSource(s: Sentence): Finding[] {
  if (isSourced(s) || !needsSource(s)) return [];
  const text = s.text;
  return [
    {
      code: 'F01',
      severity: 'error',
      message: {
        vi: `Nhận định không có nguồn: “${short(text)}”`,
        en: `A claim without a source: “${short(text)}”`,
      },
      hint: { vi: 'Thêm nguồn cho câu này, hoặc bỏ câu.', en: 'Add a source, or take the sentence out.' },
    },
  ];
}

function lintFigure(ref: string, { figures, frozen }: LintInput): Finding[] {
  const figure = figures.get(ref);
  if (!figure || figure.value === null)
    return [
      {
        code: 'F13',
        severity: 'error',
        message: {
          vi: `Không có số liệu “${ref}” trong các báo cáo đã chấp nhận.`,
          en: `No accepted report gives the figure “${ref}”.`,
        },
        hint: {
          vi: 'Kiểm tra mã chỉ tiêu và năm, hoặc bỏ số này.',
          en: 'Check the indicator and the year, or take the figure out.',
        },
      },
    ];
  const before = frozen.get(ref);
  const changed: Finding[] =
    before !== undefined && before !== figure.text
      ? [
          {
            code: 'F12',
            severity: 'warning',
            message: {
              vi: `Số đã đổi sau lần chốt: ${before} lúc chốt, nay ${figure.text} (${figure.label}).`,
              en: `A figure changed since it was frozen: ${before} then, ${figure.text} now (${figure.label}).`,
            },
            hint: {
              vi: 'Đọc lại câu có số này, rồi chốt lần nữa.',
              en: 'Read the sentence again, then freeze anew.',
            },
          },
        ]
      : [];
  const partial: Finding[] =
    figure.covered < figure.of
      ? [
          {
            code: 'F14',
            severity: 'note',
            message: {
              vi: `${figure.label}: mới cộng từ ${figure.covered}/${figure.of} đơn vị.`,
              en: `${figure.label}: summed from ${figure.covered} of ${figure.of} units so far.`,
            },
            hint: {
              vi: 'Ghi độ phủ trong câu, hoặc đợi đủ báo cáo.',
              en: 'Say the coverage in the sentence, or wait for all reports.',
            },
          },
        ]
      : [];
  return [...changed, ...partial];
}

function lintCitation(id: string, s: Sentence, { evidence }: LintInput): Finding[] {
  const e = evidence.get(id);
  if (!e)
    return [
      {
        code: 'F15',
        severity: 'error',
        message: {
          vi: 'Dẫn một nguồn không còn trong danh sách dẫn chứng.',
          en: 'A cited source is not among the evidence.',
        },
        hint: { vi: 'Bỏ dẫn này và chọn nguồn khác.', en: 'Remove it and choose another source.' },
      },
    ];
  const findings: Finding[] = [];
  if (e.state === 'returned')
    findings.push({
      code: 'F22',
      severity: 'error',
      message: {
        vi: `Dẫn báo cáo đã bị trả lại: ${e.unitName}, bản ${e.version}.`,
        en: `Cites a returned report: ${e.unitName}, version ${e.version}.`,
      },
      hint: { vi: 'Đợi bản gửi lại rồi chọn dẫn chứng mới.', en: 'Wait for the new version and pick again.' },
    });
  if (!e.quotable && quotes(s.text, e.quote))
    findings.push({
      code: 'F21',
      severity: 'warning',
      message: {
        vi: `Nguồn không được trích nguyên văn: ${e.unitName}.`,
        en: `The source may not be quoted word for word: ${e.unitName}.`,
      },
      hint: { vi: 'Viết lại thành lời của báo cáo.', en: 'Say it in the report’s own words.' },
    });
  if (e.stance === 'differs')
    findings.push({
      code: 'F30',
      severity: 'warning',
      message: { vi: `Có nguồn nói khác: ${e.unitName}.`, en: `A source says otherwise: ${e.unitName}.` },
      hint: {
        vi: 'Ghi một câu về ý khác, hoặc nêu lý do bỏ.',
        en: 'Write a sentence on it, or say why it is left out.',
      },
    });
  return findings;
}

/** At least eight words in a row that also stand in the source, or all of a shorter one: then the words are its own. */
function quotes(sentence: string, quote: string): boolean {
  const words = (text: string) => normalizeVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const [said, theirs] = [` ${words(sentence).join(' ')} `, words(quote)];
  const run = Math.min(8, theirs.length);
  if (run === 0) return false;
  for (let i = 0; i + run <= theirs.length; i++)
    if (said.includes(` ${theirs.slice(i, i + run).join(' ')} `)) return true;
  return false;
}

/** What is written with digits but counts nothing: symbols of documents, dates, years, ordinals, numbered places. */
const notCounts = [
  /\d+(?:[-/](?:\d{4}[-/])?\p{Lu}[\p{L}]*)(?:[-/][\p{L}\d-]+)*/gu,
  /(?<![\d.,])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/g,
  /(?<![\d.,])\d{1,2}[/-](?:19|20)\d{2}(?!\d)/g,
  /(?<![\p{L}\p{N}])(?:ngày|sáng|chiều) \d{1,2}(?:[/-]\d{1,2})?/giu,
  /(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d)/g,
  /(?<![\p{L}\p{N}])(?:năm|tháng|ngày|quý|khóa|khoá|thứ|số|điều|khoản|điểm|mục|phần|biểu|lần|nghị quyết|kết luận|chỉ thị|quyết định)\s+(?:số\s+)?\d+(?![\d.,]*\d)/giu,
  /(?<![\p{L}\d.,])\d{1,2} (?:năm|tháng)(?!\p{L})/giu,
];

/** Any number that is none of these should be read from the annexes. One digit alone ("3 nhóm") is left to the writer. */
function typedNumbers(s: Sentence): Finding[] {
  const text = notCounts.reduce((rest, pattern) => rest.replace(pattern, ' '), s.text);
  const numbers = [...text.matchAll(/\d[\d.,]*\d%?|\d%?/g)]
    .map((m) => m[0])
    .filter((n) => n.endsWith('%') || n.replace(/\D/g, '').length >= 2);
  return numbers.map((n) => ({
    code: 'F40',
    severity: 'warning',
    message: {
      vi: `Số gõ tay: ${n}. Số này không đổi theo báo cáo của đơn vị.`,
      en: `A typed number: ${n}. It does not follow the units’ reports.`,
    },
    hint: {
      vi: 'Chèn số liệu thay cho số gõ tay nếu có chỉ tiêu.',
      en: 'Insert the live figure instead where there is an indicator.',
    },
  }));
}

/** Units that have an accepted report and are cited nowhere. */
export function neverCited(
  accepted: readonly { unitId: string; unitName: string }[],
  cited: readonly Pick<Evidence, 'unitId'>[],
): { unitId: string; unitName: string }[] {
  const units = new Set(cited.map((e) => e.unitId));
  return accepted.filter((u) => !units.has(u.unitId));
}
