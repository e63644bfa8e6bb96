// Units × sections: how much each unit wrote, what has been read and what has been picked; each cell opens the section.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import type { Language } from '#src/kernel/language.ts';
import { insist } from '#src/kernel/refusal.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';
import { latestSubmissions } from '#src/reports/store/submissions.ts';
import { depthOf, type MatrixCell, type MatrixRow, refusalToRead } from '#src/synthesis/rules.ts';
import { evidenceCounts, readingsBy, sectionLengths } from '#src/synthesis/store.ts';
import { type OutlineSection, writableSections } from '#src/templates/rules.ts';
import { templateVersion } from '#src/templates/store.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { Empty, Sample } from '#src/web/ui.tsx';

export const matrixPages = new Hono<Env>();

matrixPages.get('/campaigns/:slug/synthesis', async (c) => {
  const { db, actor } = act(c);
  insist(refusalToRead(actor));
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug'));
  const templates = await templateVersionsOf(db, campaign.id);
  const chosen = templates.find((t) => t.templateCode === c.req.query('template')) ?? templates[0];
  const version = chosen ? await templateVersion(db, chosen.templateVersionId) : null;
  const sections = version ? writableSections(version.outline) : [];
  const rows = await matrixRows(c, campaign.id, chosen?.templateCode ?? '');
  const t = words(c);
  return page(
    c,
    { title: { vi: 'Tổng hợp', en: 'Synthesis' }, campaign, tab: 'synthesis', wide: true },
    <>
      <div class="tk-head">
        <h1 class="govuk-heading-l">{t({ vi: 'Đọc ngang các báo cáo', en: 'Reading across reports' })}</h1>
        <p class="tk-small">
          {c.var.services.demo && <Sample language={c.var.language} />}{' '}
          <a class="govuk-link" href={`/campaigns/${campaign.slug}/evidence`}>
            {t({ vi: 'Dẫn chứng đã chọn', en: 'Evidence picked' })}
          </a>
        </p>
      </div>
      <TemplateLinks
        slug={campaign.slug}
        codes={templates.map((x) => x.templateCode)}
        chosen={chosen?.templateCode ?? ''}
        language={c.var.language}
      />
      {rows.length === 0 ? (
        <Empty>
          {t({
            vi: 'Chưa có báo cáo nào gửi về theo mẫu này.',
            en: 'No report of this template has been sent yet.',
          })}
        </Empty>
      ) : (
        <Matrix
          slug={campaign.slug}
          template={chosen?.templateCode ?? ''}
          sections={sections}
          rows={rows}
          language={c.var.language}
        />
      )}
      <p class="tk-small govuk-!-margin-top-3">
        {t({
          vi: 'Số trong ô là số từ; đậm hơn là dài hơn; dấu • là ông/bà đã đọc; “d” là số dẫn chứng đã chọn. Bấm tên mục để đọc ngang mục ấy của mọi đơn vị.',
          en: 'A cell gives the number of words; darker is longer; • means you have read it; “d” counts the passages picked. A section’s name opens it across all units.',
        })}
      </p>
    </>,
  );
});

const TemplateLinks: FC<{ slug: string; codes: string[]; chosen: string; language: Language }> = ({
  slug,
  codes,
  chosen,
  language,
}) => (
  <nav aria-label={language === 'vi' ? 'Mẫu báo cáo' : 'Template'}>
    <ul class="tk-links tk-templates govuk-!-margin-bottom-4">
      {codes.map((code) => (
        <li>
          <a
            class="govuk-link"
            href={`/campaigns/${slug}/synthesis?template=${code}`}
            {...(code === chosen ? { 'aria-current': 'page' as const } : {})}
          >
            {language === 'vi' ? `Mẫu ${code}` : `Template ${code}`}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** One row per unit of the template that has sent anything, in the order of names. */
async function matrixRows(c: Ctx, campaignId: string, templateCode: string): Promise<MatrixRow[]> {
  const { db, actor } = act(c);
  const [obligations, submissions, lengths, evidence, readings] = await Promise.all([
    obligationsOf(db, campaignId),
    latestSubmissions(db, campaignId),
    sectionLengths(db, campaignId),
    evidenceCounts(db, campaignId),
    readingsBy(db, campaignId, actor.id),
  ]);
  const byObligation = new Map(submissions.map((s) => [s.obligationId, s]));
  const picked = new Map(evidence.map((e) => [`${e.submissionId} ${e.code}`, e.count]));
  const read = new Set(readings.map((r) => `${r.submissionId} ${r.code}`));
  const bySubmission = Map.groupBy(lengths, (l) => l.submissionId);
  return obligations
    .filter((o) => o.templateCode === templateCode && byObligation.has(o.id))
    .map((o) => {
      const s = byObligation.get(o.id)!;
      const cells = (bySubmission.get(s.id) ?? []).map((l): [string, MatrixCell] => [
        l.code,
        {
          words: l.words,
          isRead: read.has(`${s.id} ${l.code}`),
          evidence: picked.get(`${s.id} ${l.code}`) ?? 0,
        },
      ]);
      return { unitName: o.unitName, submissionId: s.id, cells: new Map(cells) };
    })
    .sort((a, b) => compareVietnamese(a.unitName, b.unitName));
}

const Matrix: FC<{
  slug: string;
  template: string;
  sections: OutlineSection[];
  rows: MatrixRow[];
  language: Language;
}> = ({ slug, template, sections, rows, language }) => (
  <section
    class="tk-scroll"
    tabindex={0}
    aria-label={language === 'vi' ? 'Bảng đơn vị và mục' : 'Units and sections'}
  >
    <table class="tk-matrix">
      <thead>
        <tr>
          <th scope="col">{language === 'vi' ? 'Đơn vị' : 'Unit'}</th>
          {sections.map((s) => (
            <th scope="col">
              <a
                class="govuk-link"
                href={`/campaigns/${slug}/synthesis/${encodeURIComponent(s.code)}?template=${template}`}
              >
                <abbr title={s.title}>{s.code}</abbr>
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((r) => (
          <tr>
            <th scope="row">
              <a class="govuk-link" href={`/submissions/${r.submissionId}`}>
                {r.unitName}
              </a>
            </th>
            {sections.map((s) => {
              const cell = r.cells.get(s.code) ?? { words: 0, isRead: false, evidence: 0 };
              return (
                <td class={`m${depthOf(cell.words, s.minWords)}`}>
                  {cell.words}
                  {cell.isRead && ' •'}
                  {cell.evidence > 0 && ` ${cell.evidence}d`}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
