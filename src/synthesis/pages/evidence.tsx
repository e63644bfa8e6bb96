// All passages picked so far, by section, each leading back to its report.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import type { Language } from '#src/kernel/language.ts';
import { insist } from '#src/kernel/refusal.ts';
import { compareVietnamese, slugify } from '#src/kernel/vietnamese.ts';
import { EvidenceCard } from '#src/synthesis/card.tsx';
import { refusalToRead } from '#src/synthesis/rules.ts';
import { evidenceOf } from '#src/synthesis/store.ts';
import { act, type Env, words } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Empty } from '#src/web/ui.tsx';

export const evidencePages = new Hono<Env>();

evidencePages.get('/campaigns/:slug/evidence', async (c) => {
  const { db, actor } = act(c);
  insist(refusalToRead(actor));
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug'));
  const bySection = Map.groupBy(await evidenceOf(db, campaign.id), (e) =>
    [e.sectionCode, e.templateCode].filter(Boolean).join(' '),
  );
  const t = words(c);
  return page(
    c,
    { title: { vi: 'Dẫn chứng đã chọn', en: 'Evidence picked' }, campaign, tab: 'synthesis' },
    <>
      <BackLink href={`/campaigns/${campaign.slug}/synthesis`}>
        {t({ vi: 'Về bảng tổng hợp', en: 'Back to the matrix' })}
      </BackLink>
      <h1 class="govuk-heading-l">{t({ vi: 'Dẫn chứng đã chọn', en: 'Evidence picked' })}</h1>
      {bySection.size === 0 && (
        <Empty>
          {t({
            vi: 'Chưa chọn đoạn nào. Mở một mục ở bảng tổng hợp, đọc ngang và chọn đoạn cần dẫn.',
            en: 'Nothing has been picked. Open a section in the matrix, read across, and pick the passages to cite.',
          })}
        </Empty>
      )}
      {[...bySection]
        .sort(([a], [b]) => compareVietnamese(a, b))
        .map(([key, list]) => (
          <section class="tk-section tk-rule" aria-labelledby={`muc-${slugify(key)}`}>
            <h2 class="govuk-heading-m" id={`muc-${slugify(key)}`}>
              <Heading
                code={list[0]!.sectionCode}
                template={list[0]!.templateCode}
                count={list.length}
                language={c.var.language}
              />
            </h2>
            <ul class="tk-ev">
              {list.map((e) => (
                <EvidenceCard evidence={e} language={c.var.language} />
              ))}
            </ul>
          </section>
        ))}
    </>,
  );
});

/** "Mẫu M1, mục III.3: 2 đoạn". */
const Heading: FC<{ code: string | null; template: string | null; count: number; language: Language }> = ({
  code,
  template,
  count,
  language,
}) =>
  language === 'vi' ? (
    <>
      Mẫu {template}, mục {code}: {count} đoạn
    </>
  ) : (
    <>
      Template {template}, section {code}: {count} {count === 1 ? 'passage' : 'passages'}
    </>
  );
