// One part of the final report: sentences with their citations, live figures underlined, claims without a source waved.
import type { FC } from 'hono/jsx';
import { DocumentHtml } from '#src/documents/html.tsx';
import type { Block } from '#src/documents/model.ts';
import type { ReportReading } from '#src/finalreport/reading.ts';
import type { Part } from '#src/finalreport/rules/parts.ts';
import { citedEvidence, type Sentence, sentencesOf } from '#src/finalreport/rules/sentences.ts';
import type { FinalReportRow } from '#src/finalreport/store.ts';
import type { Language } from '#src/kernel/language.ts';

type Props = {
  slug: string;
  report: FinalReportRow;
  part: Part;
  reading: ReportReading;
  chosen: string | null;
  mayWrite: boolean;
  language: Language;
};

export const PartText: FC<Props> = (props) => {
  const { slug, part, mayWrite, language } = props;
  const vi = language === 'vi';
  return (
    <section class="tk-report" aria-labelledby="phan">
      <h2 class="govuk-heading-m" id="phan">
        {part.title || (vi ? 'Mở đầu' : 'Opening')}
      </h2>
      {part.blocks.length === 0 && (
        <p class="tk-small">{vi ? 'Phần này chưa có câu nào.' : 'Nothing has been written here yet.'}</p>
      )}
      {part.blocks.map((block) =>
        block.kind === 'paragraph' ? (
          <Paragraph {...props} block={block} />
        ) : (
          <Other {...props} block={block} />
        ),
      )}
      {part.blocks.length > 0 && (
        <p class="tk-small">
          {vi
            ? 'Số gạch chân xanh lục: lấy trực tiếp từ biểu. Số nền cam: đã đổi sau lần chốt. Gạch lượn đỏ: câu chưa có nguồn. Bấm một đoạn để xem nguồn.'
            : 'Green underline: a live figure. Amber: changed since frozen. Red wave: no source. Choose a paragraph to see its sources.'}
        </p>
      )}
      {mayWrite && (
        <p class="tk-actions">
          <a
            class="govuk-button govuk-button--secondary tk-button--s"
            href={`/campaigns/${slug}/final-report/parts/${part.id}`}
          >
            {vi ? 'Viết phần này' : 'Write this part'}
          </a>
        </p>
      )}
    </section>
  );
};

const Paragraph: FC<Props & { block: Extract<Block, { kind: 'paragraph' }> }> = (props) => {
  const { slug, block, chosen, mayWrite, language } = props;
  const vi = language === 'vi';
  const isChosen = block.id === chosen;
  return (
    <>
      <p id={`b-${block.id}`}>
        <span class={isChosen ? 'tk-sent-on' : ''}>
          {sentencesOf(block.inlines).map((s) => (
            <SentenceText {...props} sentence={s} />
          ))}
        </span>
      </p>
      {!isChosen && (
        <p class="tk-small tk-choose">
          <a class="govuk-link" href={`/campaigns/${slug}/final-report?p=${block.id}#b-${block.id}`}>
            {mayWrite
              ? vi
                ? 'Nguồn, thêm nguồn, chèn số'
                : 'Sources, cite, insert a figure'
              : vi
                ? 'Xem nguồn'
                : 'See sources'}
            <span class="govuk-visually-hidden"> {vi ? 'của đoạn này' : 'of this paragraph'}</span>
          </a>
        </p>
      )}
      {isChosen && mayWrite && (
        <p class="tk-actions">
          <a
            class="govuk-button govuk-button--secondary tk-button--s"
            href={`/campaigns/${slug}/final-report/sources?block=${block.id}`}
          >
            {vi ? 'Thêm nguồn' : 'Add a source'}
          </a>
          <a
            class="govuk-button govuk-button--secondary tk-button--s"
            href={`/campaigns/${slug}/final-report/figures?block=${block.id}`}
          >
            {vi ? 'Chèn số liệu' : 'Insert a figure'}
          </a>
        </p>
      )}
    </>
  );
};

/** Lists and tables show their citations and figures too. */
const Other: FC<Props & { block: Block }> = ({ block, report, reading }) => {
  const order = citedEvidence(report.body);
  return (
    <DocumentHtml
      document={[block]}
      headingOffset={2}
      hooks={{
        citation: (id) => <CiteMark id={id} order={order} />,
        figure: (ref) => <FigureMark refName={ref} reading={reading} />,
      }}
    />
  );
};

const SentenceText: FC<Props & { sentence: Sentence }> = ({ sentence, report, reading }) => {
  const order = citedEvidence(report.body);
  const claims = sentence.text.trim().split(/\s+/).length >= 4 && !sentence.text.trim().endsWith(':');
  const unsourced = claims && sentence.citations.length + sentence.figures.length === 0;
  return (
    <span class={unsourced ? 'tk-nosource' : ''}>
      {sentence.inlines.map((inline) => {
        if (inline.kind === 'citation') return <CiteMark id={inline.evidenceId} order={order} />;
        if (inline.kind === 'figure') return <FigureMark refName={inline.ref} reading={reading} />;
        if (inline.kind === 'footnote') return <> ({inline.text})</>;
        if (inline.bold) return <strong>{inline.text}</strong>;
        return inline.italic ? <em>{inline.text}</em> : inline.text;
      })}
    </span>
  );
};

const CiteMark: FC<{ id: string; order: readonly string[] }> = ({ id, order }) => (
  <a class="tk-cite" href={`#nguon-${id}`}>
    {order.indexOf(id) + 1}
  </a>
);

const FigureMark: FC<{ refName: string; reading: ReportReading }> = ({ refName, reading }) => {
  const figure = reading.figures.get(refName);
  const frozen = reading.freezes[0]?.figures[refName]?.text;
  const changed = frozen !== undefined && frozen !== figure?.text;
  return (
    <a
      class={`tk-live${changed ? ' tk-live--old' : ''}`}
      href={`#so-${refName}`}
      title={figure?.label ?? refName}
    >
      {figure?.value === null || !figure ? `{${refName}}` : figure.text}
    </a>
  );
};
