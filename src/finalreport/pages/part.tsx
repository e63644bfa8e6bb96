// One part of the final report: sentences with their citations, live figures underlined, claims without a source waved.
import type { Child, FC } from 'hono/jsx';
import { DocumentHtml } from '#src/documents/html.tsx';
import type { Block, Inline } from '#src/documents/model.ts';
import type { ReportReading } from '#src/finalreport/reading.ts';
import type { Part } from '#src/finalreport/rules/parts.ts';
import { isSourced, needsSource, type Sentence, sentencesOf } from '#src/finalreport/rules/sentences.ts';
import type { Language } from '#src/kernel/language.ts';

/** What is being looked at: a block, or one sentence of it counted from 0. */
export type Chosen = { block: string | null; sentence: number | null };
export type PartProps = {
  slug: string;
  part: Part;
  reading: ReportReading;
  chosen: Chosen;
  mayWrite: boolean;
  language: Language;
};

export const PartText: FC<PartProps> = (props) => {
  const { slug, part, mayWrite, language } = props;
  const vi = language === 'vi';
  return (
    <article class="tk-report" aria-labelledby="phan">
      <h2 class="govuk-heading-m" id="phan">
        {part.title || (vi ? 'Mở đầu' : 'Opening')}
      </h2>
      {part.blocks.length === 0 && (
        <p class="tk-small">{vi ? 'Phần này chưa có câu nào.' : 'Nothing has been written here yet.'}</p>
      )}
      {part.blocks.map((block) => (
        <div class="tk-report__block" id={`b-${block.id}`}>
          <Words {...props} block={block} />
          {block.id === props.chosen.block && mayWrite && block.kind !== 'table' && (
            <PlaceActs {...props} block={block} />
          )}
        </div>
      ))}
      {part.blocks.length > 0 && (
        <p class="tk-small">
          {vi
            ? 'Số gạch chân xanh lục: lấy trực tiếp từ biểu. Số nền cam: đã đổi sau lần chốt. Gạch lượn đỏ: câu chưa có nguồn. Nền vàng: câu hoặc đoạn đang chọn.'
            : 'Green underline: a live figure. Amber: changed since frozen. Red wave: no source. Yellow: what is chosen.'}
        </p>
      )}
      {mayWrite && (
        <p class="tk-actions govuk-!-margin-top-4">
          <a
            class="govuk-button govuk-button--secondary tk-button--s"
            href={`/campaigns/${slug}/final-report/parts/${part.id}`}
          >
            {vi ? 'Viết phần này' : 'Write this part'}
          </a>
        </p>
      )}
    </article>
  );
};

type BlockProps = PartProps & { block: Block };

/** Sentences are counted over the whole block, as the rules count them. */
const Words: FC<BlockProps> = (props) => {
  const { block } = props;
  let from = 0;
  const run = (inlines: readonly Inline[]) => {
    const sentences = sentencesOf(inlines);
    const first = from;
    from += sentences.filter((s) => s.text.trim() !== '' || isSourced(s)).length;
    return <Run {...props} sentences={sentences} first={first} />;
  };
  if (block.kind === 'paragraph')
    return (
      <p class={block.align ? `doc-${block.align}` : ''}>
        {run(block.inlines)} <ChooseLink {...props} />
      </p>
    );
  if (block.kind === 'list') {
    const items = block.items.map((item) => <li>{run(item)}</li>);
    return (
      <>
        {block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>}
        <p>
          <ChooseLink {...props} />
        </p>
      </>
    );
  }
  return (
    <DocumentHtml
      document={[block]}
      idPrefix="x-"
      headingOffset={2}
      hooks={{
        citation: (id) => <CiteMark {...props} id={id} nth={null} />,
        figure: (ref) => <FigureMark {...props} refName={ref} />,
      }}
    />
  );
};

const Run: FC<BlockProps & { sentences: Sentence[]; first: number }> = (props) => {
  const { block, chosen, sentences, first } = props;
  let nth = first - 1;
  return (
    <>
      {sentences.map((s) => {
        if (s.text.trim() !== '' || isSourced(s)) nth += 1;
        const isOn = block.id === chosen.block && (chosen.sentence === null || chosen.sentence === nth);
        const isBare = needsSource(s) && !isSourced(s);
        return (
          <span class={[isOn && 'tk-sent-on', isBare && 'tk-nosource'].filter(Boolean).join(' ')}>
            {s.inlines.map((inline) => inlineMark({ ...props, nth }, inline))}
          </span>
        );
      })}
    </>
  );
};

function inlineMark(props: BlockProps & { nth: number }, inline: Inline): Child {
  if (inline.kind === 'citation') return <CiteMark {...props} id={inline.evidenceId} />;
  if (inline.kind === 'figure') return <FigureMark {...props} refName={inline.ref} />;
  if (inline.kind === 'footnote') return ` (${inline.text})`;
  if (inline.bold) return <strong>{inline.text}</strong>;
  return inline.italic ? <em>{inline.text}</em> : inline.text;
}

const CiteMark: FC<BlockProps & { id: string; nth: number | null }> = (props) => {
  const { slug, block, id, nth, reading, language } = props;
  const ordinal = reading.order.indexOf(id) + 1;
  const sentence = nth === null ? '' : `&s=${nth}`;
  return (
    <a
      class="tk-cite"
      href={`/campaigns/${slug}/final-report?p=${block.id}${sentence}#nguon-${id}`}
      aria-label={language === 'vi' ? `Nguồn ${ordinal}` : `Source ${ordinal}`}
    >
      {ordinal}
    </a>
  );
};

const FigureMark: FC<BlockProps & { refName: string }> = ({ slug, block, refName, reading, language }) => {
  const figure = reading.figures.get(refName);
  const frozen = reading.freezes[0]?.figures[refName]?.text;
  const isChanged = frozen !== undefined && frozen !== figure?.text;
  return (
    <a
      class={`tk-live${isChanged ? ' tk-live--old' : ''}`}
      href={`/campaigns/${slug}/final-report?p=${block.id}#so-${refName}`}
      title={figure?.label[language] ?? refName}
    >
      {figure && figure.value !== null ? figure.text : `{${refName}}`}
    </a>
  );
};

const ChooseLink: FC<BlockProps> = ({ slug, block, chosen, mayWrite, language }) => {
  if (block.id === chosen.block && chosen.sentence === null) return null;
  const vi = language === 'vi';
  const label = mayWrite ? (vi ? 'nguồn, số liệu' : 'sources, figures') : vi ? 'xem nguồn' : 'see sources';
  return (
    <a class="govuk-link tk-choose" href={`/campaigns/${slug}/final-report?p=${block.id}#b-${block.id}`}>
      {label}
      <span class="govuk-visually-hidden"> {vi ? 'của đoạn này' : 'of this paragraph'}</span>
    </a>
  );
};

const PlaceActs: FC<BlockProps> = ({ slug, block, chosen, language }) => {
  const vi = language === 'vi';
  const where = `block=${block.id}${chosen.sentence === null ? '' : `&sentence=${chosen.sentence}`}`;
  const acts: [string, string][] = [
    ['sources', vi ? 'Thêm nguồn' : 'Add a source'],
    ['figures', vi ? 'Chèn số liệu' : 'Insert a figure'],
  ];
  return (
    <p class="tk-actions">
      {acts.map(([path, label]) => (
        <a
          class="govuk-button govuk-button--secondary tk-button--s"
          href={`/campaigns/${slug}/final-report/${path}?${where}`}
        >
          {label}
        </a>
      ))}
    </p>
  );
};
