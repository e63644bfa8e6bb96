// Beside the text: the sources and figures of the chosen sentence, paragraph or part, and what the lints say.
import type { FC } from 'hono/jsx';
import type { Document } from '#src/documents/model.ts';
import type { ReportReading } from '#src/finalreport/reading.ts';
import { figureAddress } from '#src/finalreport/rules/figure-address.ts';
import type { Part } from '#src/finalreport/rules/parts.ts';
import { citedEvidence, sentencesIn, usedFigures } from '#src/finalreport/rules/sentences.ts';
import { bySeverity } from '#src/kernel/diagnostic.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { EvidenceCard } from '#src/synthesis/card.tsx';
import type { AnnexTable } from '#src/templates/rules.ts';
import { Diagnostics } from '#src/web/ui.tsx';
import type { Chosen } from './part.tsx';

type Props = {
  slug: string;
  part: Part;
  reading: ReportReading;
  chosen: Chosen;
  tables: readonly AnnexTable[];
  language: Language;
};

export const Sources: FC<Props> = ({ slug, part, reading, chosen, tables, language }) => {
  const vi = language === 'vi';
  const looked = lookedAt(part, chosen);
  const cited = citedEvidence(looked.blocks).flatMap((id) => reading.evidence.get(id) ?? []);
  const differing = cited.filter((e) => e.stance === 'differs').length;
  return (
    <div class="tk-evidence">
      <section aria-labelledby="nguon">
        <h2 class="govuk-heading-m" id="nguon">
          {looked.title[language]}
        </h2>
        <p class="tk-small">
          {cited.length === 0
            ? vi
              ? 'Chưa dẫn nguồn nào.'
              : 'Nothing is cited yet.'
            : vi
              ? `${cited.length} nguồn${differing > 0 ? `, ${differing} nguồn nói khác` : ''}.`
              : `${cited.length} sources${differing > 0 ? `, ${differing} of them differ` : ''}.`}
        </p>
        <ul class="tk-ev">
          {cited.map((e) => (
            <EvidenceCard evidence={e} ordinal={reading.order.indexOf(e.id) + 1} language={language} />
          ))}
        </ul>
        <FigureList
          slug={slug}
          refs={usedFigures(looked.blocks)}
          reading={reading}
          tables={tables}
          language={language}
        />
      </section>
      <Checks slug={slug} part={part} reading={reading} language={language} />
    </div>
  );
};

/** The chosen sentence or block when it stands in this part, else the whole part. */
function lookedAt(part: Part, chosen: Chosen): { blocks: Document; title: Words } {
  const block = part.blocks.find((b) => b.id === chosen.block);
  if (!block) return { blocks: part.blocks, title: { vi: 'Nguồn của phần này', en: 'Sources of this part' } };
  const sentence = chosen.sentence === null ? undefined : sentencesIn(block)[chosen.sentence];
  if (!sentence)
    return {
      blocks: [block],
      title: { vi: 'Nguồn của đoạn đang chọn', en: 'Sources of the chosen paragraph' },
    };
  return {
    blocks: [{ id: block.id, kind: 'paragraph', inlines: sentence.inlines }],
    title: { vi: 'Nguồn của câu đang chọn', en: 'Sources of the chosen sentence' },
  };
}

const Checks: FC<Omit<Props, 'chosen' | 'tables'>> = ({ slug, part, reading, language }) => {
  const vi = language === 'vi';
  const lints = reading.lints.filter((d) => d.where?.in === 'section' && d.where.section === part.id);
  const nth = new Map(part.blocks.map((b, i) => [b.id, i + 1]));
  return (
    <section class="govuk-!-margin-top-7" aria-labelledby="soat">
      <h2 class="govuk-heading-m" id="soat">
        {vi ? 'Soát lỗi phần này' : 'Checks of this part'}
      </h2>
      {lints.length === 0 && <p class="tk-small">{vi ? 'Không có lỗi.' : 'Nothing to mend.'}</p>}
      {lints.length > 0 && (
        <Diagnostics
          list={bySeverity(lints)}
          language={language}
          link={(place) =>
            place.in === 'section' && place.block
              ? {
                  href: `/campaigns/${slug}/final-report?p=${place.block}#b-${place.block}`,
                  label: `${vi ? 'đoạn' : 'paragraph'} ${nth.get(place.block) ?? ''}`,
                }
              : null
          }
        />
      )}
    </section>
  );
};

const FigureList: FC<{
  slug: string;
  refs: string[];
  reading: ReportReading;
  tables: readonly AnnexTable[];
  language: Language;
}> = ({ slug, refs, reading, tables, language }) => {
  if (refs.length === 0) return null;
  const vi = language === 'vi';
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-top-4">{vi ? 'Số liệu' : 'Figures'}</h3>
      <ul class="tk-ev">
        {refs.map((ref) => {
          const f = reading.figures.get(ref);
          const label = f?.label[language] ?? ref;
          return (
            <li id={`so-${ref}`}>
              <strong class="tk-num">{f?.text ?? '–'}</strong> {label}
              <div class="tk-small">
                {f && (vi ? `từ ${f.covered}/${f.of} đơn vị · ` : `from ${f.covered} of ${f.of} units · `)}
                <a class="govuk-link" href={`/campaigns/${slug}${figureAddress(ref, tables)}`}>
                  {vi ? 'mở nguồn' : 'open its sources'}
                  <span class="govuk-visually-hidden">: {label}</span>
                </a>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
};
