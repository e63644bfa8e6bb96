// Choosing a source or a figure for one sentence of the final report.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { figureChoices } from '#src/annexes/figures.ts';
import type { Block } from '#src/documents/model.ts';
import { choiceQuery } from '#src/finalreport/forms.ts';
import { sentencesIn } from '#src/finalreport/rules/sentences.ts';
import type { Language } from '#src/kernel/language.ts';
import { compareVietnamese, foldVietnamese } from '#src/kernel/vietnamese.ts';
import { EvidenceCard } from '#src/synthesis/card.tsx';
import type { Evidence } from '#src/synthesis/rules.ts';
import { evidenceOf } from '#src/synthesis/store.ts';
import { type Ctx, type Env, found, words } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, Empty, SelectField, TextField } from '#src/web/ui.tsx';
import { reportToWrite } from './writable.ts';

export const choosingPages = new Hono<Env>();

/** The block and sentence that the address names; not found when the report has no such block. */
async function placeAsked(c: Ctx) {
  const writing = await reportToWrite(c);
  const asked = choiceQuery.parse(c.req.query());
  const block = found(writing.report.body.find((b) => b.id === asked.block));
  const nth = asked.sentence === null ? '' : `&s=${asked.sentence}`;
  return { ...writing, asked, block, back: `${writing.base}?p=${block.id}${nth}#b-${block.id}` };
}

/** Which sentence it goes to; the one that was chosen, else the last. */
const SentenceChoice: FC<{ block: Block; chosen: number | null; language: Language }> = ({
  block,
  chosen,
  language,
}) => {
  const sentences = sentencesIn(block);
  const short = (text: string) => (text.length > 110 ? `${text.slice(0, 109)}…` : text);
  return (
    <>
      <input type="hidden" name="block" value={block.id} />
      <SelectField
        name="sentence"
        label={language === 'vi' ? 'Cho câu' : 'For the sentence'}
        value={String(chosen ?? sentences.length - 1)}
        options={sentences.map((s, i) => ({
          value: String(i),
          label: `${i + 1}. ${short(s.text.trim() || '…')}`,
        }))}
      />
    </>
  );
};

choosingPages.get('/campaigns/:slug/final-report/sources', async (c) => {
  const { db, campaign, base, asked, block, back } = await placeAsked(c);
  const all = await evidenceOf(db, campaign.id);
  const shown = all.filter((e) => isWanted(e, asked));
  const t = words(c);
  const language = c.var.language;
  return page(
    c,
    { title: { vi: 'Thêm nguồn', en: 'Add a source' }, campaign, tab: 'final-report' },
    <>
      <BackLink href={back}>{t({ vi: 'Về báo cáo', en: 'Back to the report' })}</BackLink>
      <h1 class="govuk-heading-l">{t({ vi: 'Chọn nguồn để dẫn', en: 'Choose a source to cite' })}</h1>
      {all.length === 0 ? (
        <Empty>
          {t({ vi: 'Chưa có dẫn chứng nào. ', en: 'There is no evidence yet. ' })}
          <a class="govuk-link" href={`/campaigns/${campaign.slug}/synthesis`}>
            {t({ vi: 'Đọc ngang các báo cáo để chọn', en: 'Read across the reports to pick some' })}
          </a>
        </Empty>
      ) : (
        <>
          <Filter action={`${base}/sources`} all={all} asked={asked} language={language} />
          <form method="post" action={`${base}/citations`}>
            <SentenceChoice block={block} chosen={asked.sentence} language={language} />
            <h2 class="govuk-heading-m">
              {t({ vi: `${shown.length}/${all.length} dẫn chứng`, en: `${shown.length} of ${all.length}` })}
            </h2>
            <ul class="tk-ev">
              {shown.map((e) => (
                <EvidenceCard evidence={e} language={language}>
                  <button
                    class="govuk-button govuk-button--secondary tk-button--s govuk-!-margin-top-2"
                    type="submit"
                    name="evidence"
                    value={e.id}
                  >
                    {t({ vi: 'Dẫn nguồn này', en: 'Cite this' })}
                    <span class="govuk-visually-hidden">
                      : {e.unitName}, {e.quote.slice(0, 40)}
                    </span>
                  </button>
                </EvidenceCard>
              ))}
            </ul>
          </form>
        </>
      )}
    </>,
  );
});

type Asked = ReturnType<typeof choiceQuery.parse>;

/** The section as chosen, and every typed word in the unit's name or in the passage, with or without diacritics. */
function isWanted(e: Evidence, { section, q }: Asked): boolean {
  const text = foldVietnamese(`${e.unitName} ${e.quote}`);
  const typed = foldVietnamese(q).split(/\s+/).filter(Boolean);
  return (section === '' || e.sectionCode === section) && typed.every((word) => text.includes(word));
}

const Filter: FC<{ action: string; all: readonly Evidence[]; asked: Asked; language: Language }> = ({
  action,
  all,
  asked,
  language,
}) => {
  const vi = language === 'vi';
  const sections = [...new Set(all.flatMap((e) => e.sectionCode ?? []))].sort(compareVietnamese);
  return (
    <form method="get" action={action} class="tk-evfilter">
      <input type="hidden" name="block" value={asked.block} />
      {asked.sentence !== null && <input type="hidden" name="sentence" value={String(asked.sentence)} />}
      <SelectField
        name="section"
        label={vi ? 'Mục của báo cáo đơn vị' : 'Section of the units’ reports'}
        value={asked.section}
        options={[
          { value: '', label: vi ? 'mọi mục' : 'all sections' },
          ...sections.map((code) => ({ value: code, label: code })),
        ]}
      />
      <TextField
        name="q"
        type="search"
        label={vi ? 'Đơn vị hoặc chữ trong đoạn' : 'Unit or words of the passage'}
        value={asked.q}
      />
      <Button secondary>{vi ? 'Lọc' : 'Filter'}</Button>
    </form>
  );
};

choosingPages.get('/campaigns/:slug/final-report/figures', async (c) => {
  const { db, campaign, base, asked, block, back } = await placeAsked(c);
  const choices = await figureChoices(db, campaign.id);
  const t = words(c);
  return page(
    c,
    { title: { vi: 'Chèn số liệu', en: 'Insert a figure' }, campaign, tab: 'final-report' },
    <>
      <BackLink href={back}>{t({ vi: 'Về báo cáo', en: 'Back to the report' })}</BackLink>
      <h1 class="govuk-heading-l">{t({ vi: 'Chèn số liệu', en: 'Insert a figure' })}</h1>
      {choices.length === 0 ? (
        <Empty>
          {t({
            vi: 'Chưa có báo cáo nào được chấp nhận nên chưa có số liệu.',
            en: 'No report has been accepted yet, so there are no figures.',
          })}
        </Empty>
      ) : (
        <form method="post" action={`${base}/figures`} class="tk-form">
          <SentenceChoice block={block} chosen={asked.sentence} language={c.var.language} />
          <SelectField
            name="ref"
            label={t({
              vi: 'Số liệu, sẽ đứng trước dấu chấm của câu',
              en: 'The figure, which will stand before the full stop',
            })}
            options={choices.map((f) => ({
              value: f.ref,
              label: `${t(f.label)}: ${f.text} (${f.covered}/${f.of})`,
            }))}
          />
          <Button>{t({ vi: 'Chèn', en: 'Insert' })}</Button>
        </form>
      )}
    </>,
  );
});
