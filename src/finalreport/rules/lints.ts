// What keeps the final report from being traceable, as diagnostics: no source, changed figure, returned report, typed number. Pure.

import type { LiveFigure } from '#src/annexes/rules/references.ts';
import type { Document } from '#src/documents/model.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { normalizeVietnamese } from '#src/kernel/vietnamese.ts';
import type { Evidence } from '#src/synthesis/rules.ts';
import { partsOf } from './parts.ts';
import { isSourced, needsSource, type Sentence, sentencesIn, usedFigures } from './sentences.ts';
import { typedNumbers } from './typed-numbers.ts';

export type LintInput = {
  body: Document;
  evidence: ReadonlyMap<string, Evidence>;
  figures: ReadonlyMap<string, LiveFigure>;
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
    ...typedNumbers(s.text).map(typedNumber),
  ];
}

const short = (text: string) => (text.trim().length > 80 ? `${text.trim().slice(0, 77)}…` : text.trim());

function withoutSource(s: Sentence): Finding[] {
  if (isSourced(s) || !needsSource(s)) return [];
  return [
    {
      code: 'F01',
      severity: 'error',
      message: {
        vi: `Nhận định không có nguồn: “${short(s.text)}”`,
        en: `A claim without a source: “${short(s.text)}”`,
      },
      hint: { vi: 'Thêm nguồn cho câu này, hoặc bỏ câu.', en: 'Add a source, or take the sentence out.' },
    },
  ];
}

function lintFigure(ref: string, { figures, frozen }: LintInput): Finding[] {
  const figure = figures.get(ref);
  if (!figure || figure.value === null) return [figureMissing(ref)];
  const before = frozen.get(ref) ?? figure.text;
  return [
    ...(before === figure.text ? [] : [figureChanged(figure, before)]),
    ...(figure.covered < figure.of ? [figurePartial(figure)] : []),
  ];
}

const figureMissing = (ref: string): Finding => ({
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
});

const figureChanged = ({ text, label }: LiveFigure, before: string): Finding => ({
  code: 'F12',
  severity: 'warning',
  message: {
    vi: `Số đã đổi sau lần chốt: ${before} lúc chốt, nay ${text} (${label.vi}).`,
    en: `A figure changed since it was frozen: ${before} then, ${text} now (${label.en}).`,
  },
  hint: {
    vi: 'Đọc lại câu có số này, rồi chốt lần nữa.',
    en: 'Read the sentence again, then freeze anew.',
  },
});

const figurePartial = ({ label, covered, of }: LiveFigure): Finding => ({
  code: 'F14',
  severity: 'note',
  message: {
    vi: `${label.vi}: mới cộng từ ${covered}/${of} đơn vị.`,
    en: `${label.en}: summed from ${covered} of ${of} units so far.`,
  },
  hint: {
    vi: 'Ghi độ phủ trong câu, hoặc đợi đủ báo cáo.',
    en: 'Say the coverage in the sentence, or wait for all reports.',
  },
});

function lintCitation(id: string, s: Sentence, { evidence }: LintInput): Finding[] {
  const source = evidence.get(id);
  if (!source) return [sourceMissing];
  return [
    ...(source.state === 'returned' ? [sourceReturned(source)] : []),
    ...(!source.quotable && quotes(s.text, source.quote) ? [sourceQuoted(source)] : []),
    ...(source.stance === 'differs' ? [sourceDiffers(source)] : []),
  ];
}

const sourceMissing: Finding = {
  code: 'F15',
  severity: 'error',
  message: {
    vi: 'Dẫn một nguồn không còn trong danh sách dẫn chứng.',
    en: 'A cited source is not among the evidence.',
  },
  hint: { vi: 'Bỏ dẫn này và chọn nguồn khác.', en: 'Remove it and choose another source.' },
};

const sourceReturned = ({ unitName, version }: Evidence): Finding => ({
  code: 'F22',
  severity: 'error',
  message: {
    vi: `Dẫn báo cáo đã bị trả lại: ${unitName}, bản ${version}.`,
    en: `Cites a returned report: ${unitName}, version ${version}.`,
  },
  hint: { vi: 'Đợi bản gửi lại rồi chọn dẫn chứng mới.', en: 'Wait for the new version and pick again.' },
});

const sourceQuoted = ({ unitName }: Evidence): Finding => ({
  code: 'F21',
  severity: 'warning',
  message: {
    vi: `Nguồn không được trích nguyên văn: ${unitName}.`,
    en: `The source may not be quoted word for word: ${unitName}.`,
  },
  hint: { vi: 'Viết lại thành lời của báo cáo.', en: 'Say it in the report’s own words.' },
});

const sourceDiffers = ({ unitName }: Evidence): Finding => ({
  code: 'F30',
  severity: 'warning',
  message: { vi: `Có nguồn nói khác: ${unitName}.`, en: `A source says otherwise: ${unitName}.` },
  hint: {
    vi: 'Ghi một câu về ý khác, hoặc nêu lý do bỏ.',
    en: 'Write a sentence on it, or say why it is left out.',
  },
});

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

const typedNumber = (number: string): Finding => ({
  code: 'F40',
  severity: 'warning',
  message: {
    vi: `Số gõ tay: ${number}. Số này không đổi theo báo cáo của đơn vị.`,
    en: `A typed number: ${number}. It does not follow the units’ reports.`,
  },
  hint: {
    vi: 'Chèn số liệu thay cho số gõ tay nếu có chỉ tiêu.',
    en: 'Insert the live figure instead where there is an indicator.',
  },
});

/** Units that have an accepted report and are cited nowhere. */
export function neverCited(
  accepted: readonly { unitId: string; unitName: string }[],
  cited: readonly Pick<Evidence, 'unitId'>[],
): { unitId: string; unitName: string }[] {
  const units = new Set(cited.map((e) => e.unitId));
  return accepted.filter((u) => !units.has(u.unitId));
}
