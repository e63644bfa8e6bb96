// Beside the text: the sources and figures of the chosen paragraph (or of the whole part), and what the lints say.
import type { FC } from 'hono/jsx';
import type { ReportReading } from '#src/finalreport/reading.ts';
import type { Part } from '#src/finalreport/rules/parts.ts';
import { citedEvidence, usedFigures } from '#src/finalreport/rules/sentences.ts';
import type { Language } from '#src/kernel/language.ts';
import { EvidenceCard } from '#src/synthesis/card.tsx';
import { Diagnostics } from '#src/web/ui.tsx';

type Props = {
  slug: string;
  part: Part;
  reading: ReportReading;
  chosen: string | null;
  order: readonly string[];
  language: Language;
};

export const Sources: FC<Props> = ({ slug, part, reading, chosen, order, language }) => {
  const vi = language === 'vi';
  const block = part.blocks.find((b) => b.id === chosen);
  const blocks = block ? [block] : part.blocks;
  const cited = citedEvidence(blocks).flatMap((id) => reading.evidence.get(id) ?? []);
  const lints = reading.lints.filter((d) => d.where?.in === 'section' && d.where.section === part.id);
  return (
    <aside class="tk-evidence" aria-labelledby="nguon">
      <h2 class="govuk-heading-m" id="nguon">
        {block
          ? vi
            ? 'Nguồn của đoạn đang chọn'
            : 'Sources of the chosen paragraph'
          : vi
            ? 'Nguồn của phần này'
            : 'Sources of this part'}
      </h2>
      {cited.length === 0 && <p class="tk-small">{vi ? 'Chưa dẫn nguồn nào.' : 'Nothing is cited yet.'}</p>}
      <ul class="tk-ev">
        {cited.map((e) => (
          <EvidenceCard evidence={e} ordinal={order.indexOf(e.id) + 1} language={language} />
        ))}
      </ul>
      <FigureList slug={slug} refs={usedFigures(blocks)} reading={reading} language={language} />
      <h2 class="govuk-heading-m govuk-!-margin-top-7">{vi ? 'Soát lỗi phần này' : 'Checks of this part'}</h2>
      {lints.length === 0 ? (
        <p class="tk-small">{vi ? 'Không có lỗi.' : 'Nothing to mend.'}</p>
      ) : (
        <Diagnostics
          list={lints}
          language={language}
          link={(place) =>
            place.in === 'section' && place.block
              ? {
                  href: `/campaigns/${slug}/final-report?p=${place.block}#b-${place.block}`,
                  label: vi ? 'đến đoạn' : 'to the paragraph',
                }
              : null
          }
        />
      )}
    </aside>
  );
};

const FigureList: FC<{ slug: string; refs: string[]; reading: ReportReading; language: Language }> = ({
  slug,
  refs,
  reading,
  language,
}) => {
  if (refs.length === 0) return null;
  const vi = language === 'vi';
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-top-4">{vi ? 'Số liệu' : 'Figures'}</h3>
      <dl class="tk-kv">
        {refs.map((ref) => {
          const f = reading.figures.get(ref);
          return (
            <>
              <dt id={`so-${ref}`}>{f?.label ?? ref}</dt>
              <dd>
                <strong class="tk-num">{f?.text ?? '–'}</strong>{' '}
                {f && (vi ? `từ ${f.covered}/${f.of} đơn vị` : `from ${f.covered} of ${f.of} units`)}{' '}
                <a
                  class="govuk-link"
                  href={`/campaigns/${slug}/figures/source?ref=${encodeURIComponent(ref)}`}
                >
                  {vi ? 'mở nguồn' : 'open its sources'}
                </a>
              </dd>
            </>
          );
        })}
      </dl>
    </>
  );
};
