// The plan's own text with its facts and diagnostics lit up where they stand.
import type { FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import type { Segment, SourceParagraph } from '#src/plans/rules/segments.ts';
import { factId, spanId } from './anchors.ts';

export const SourceText: FC<{
  paragraphs: readonly SourceParagraph[];
  selected: string | null;
  language: Language;
}> = ({ paragraphs, selected, language }) => (
  <>
    <div class="tk-source">
      {paragraphs.map((p) =>
        p.heading ? (
          <h3 id={`doan-${p.n}`} data-n={p.n}>
            <Segments list={p.segments} selected={selected} />
          </h3>
        ) : (
          <p id={`doan-${p.n}`} data-n={p.n}>
            <Segments list={p.segments} selected={selected} />
          </p>
        ),
      )}
    </div>
    <p class="tk-small govuk-!-margin-top-3">
      {language === 'vi'
        ? 'Gạch xanh: dữ kiện. Nền cam có mã: cảnh báo. Gạch đôi có mã: lỗi. Bấm vào chữ để đến dữ kiện, bấm “đoạn” để về văn bản.'
        : 'Blue underline: a fact. Amber with a code: a warning. Double line with a code: an error. Words lead to their fact, “paragraph” leads back.'}
    </p>
  </>
);

const Segments: FC<{ list: readonly Segment[]; selected: string | null }> = ({ list, selected }) => (
  <>
    {list.map((s) => {
      const look =
        s.severity === 'error' ? ' tk-span--error' : s.severity === 'warning' ? ' tk-span--warn' : '';
      const marks = s.codes.length > 0 && <sup>{s.codes.join(' ')}</sup>;
      if (s.fact)
        return (
          <a
            class={`tk-span${look}${s.fact === selected ? ' tk-span--on' : ''}`}
            href={`#${factId(s.fact)}`}
            {...(s.first ? { id: spanId(s.fact) } : {})}
          >
            {s.text}
            {marks}
          </a>
        );
      if (s.codes.length > 0 || look)
        return (
          <span class={`tk-span${look}`}>
            {s.text}
            {marks}
          </span>
        );
      return s.text;
    })}
  </>
);
