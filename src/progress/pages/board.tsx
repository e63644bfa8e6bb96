// The board: one number, the bar, what changed, whom to chase worst first, per template, and the tiles.
import type { FC } from 'hono/jsx';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import { dateAt, formatDateWithWeekday, formatInstant, shortDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { StackTable } from '#src/web/table.tsx';
import { Button, Empty, Sample } from '#src/web/ui.tsx';
import { type BoardItem, byTemplate, countsOf, daysLeft, toChase } from '../board.ts';
import type { Progress } from '../reading.ts';
import { riskInWords } from '../rules.ts';
import { Changes } from './changes.tsx';
import { Hero, standingColumns } from './parts.tsx';
import { TemplateTable } from './template-table.tsx';
import { Tiles, tilesOf } from './tiles.tsx';

export type BoardProps = {
  campaign: CampaignRow;
  progress: Progress;
  codes: ReadonlyMap<string, string>;
  /** Show only this template among those to chase. */
  template: string | null;
  now: Date;
  isSample: boolean;
  language: Language;
};

/** How many lines the list shows before it leads to the whole. */
const chaseShown = 10;

export const Board: FC<BoardProps> = ({ campaign, progress, codes, template, now, isSample, language }) => {
  const t = (w: Words) => w[language];
  const { items, today, weekAgo } = progress;
  const { slug } = campaign;
  const { tiles, unplaced } = tilesOf(items, codes);
  return (
    <>
      <div class="tk-head">
        <h1 class="govuk-heading-l">
          {t({ vi: 'Tiến độ đến', en: 'Progress on' })} {formatDateWithWeekday(today, language)}
        </h1>
        <p class="tk-small">
          {isSample && (
            <>
              <Sample language={language} /> ·{' '}
            </>
          )}
          {t({ vi: 'cập nhật', en: 'as of' })} {formatInstant(now).slice(0, 5)} ·{' '}
          <a class="govuk-link" href={`/campaigns/${slug}/board.print`}>
            {t({ vi: 'In một trang A4', en: 'Print on one A4 page' })}
          </a>
        </p>
      </div>
      <Hero
        counts={countsOf(items)}
        daysLeft={daysLeft(items, today)}
        hrefOf={(kind) => `/campaigns/${slug}/reports?status=${kind}`}
        language={language}
      />
      <Changes slug={slug} items={items} weekAgo={weekAgo} language={language} />
      <div class="tk-cols tk-cols--map tk-section">
        <section aria-labelledby="can">
          <Chase slug={slug} items={items} template={template} language={language} />
          <TemplateTable slug={slug} items={items} heading="h3" language={language} />
        </section>
        {tiles.length + unplaced.length > 0 && (
          <Tiles slug={slug} tiles={tiles} unplaced={unplaced} language={language} />
        )}
      </div>
    </>
  );
};

type ChaseProps = { slug: string; items: readonly BoardItem[]; template: string | null; language: Language };

const Chase: FC<ChaseProps> = ({ slug, items, template, language }) => {
  const t = (w: Words) => w[language];
  const all = toChase(items).filter((i) => template === null || i.owed.templateCode === template);
  const rest = all.length - chaseShown;
  const more = `/campaigns/${slug}/reports?status=to-chase${template ? `&template=${template}` : ''}`;
  return (
    <>
      <h2 class="govuk-heading-m tk-rule" id="can">
        {t({ vi: `Cần đôn đốc: ${all.length} đơn vị`, en: `To chase: ${all.length}` })}
      </h2>
      <form method="get" action={`/campaigns/${slug}`} class="tk-actions govuk-!-margin-bottom-3">
        <TemplateSelect items={items} selected={template} language={language} />
        <Button secondary small>
          {t({ vi: 'Lọc', en: 'Filter' })}
        </Button>
        <a class="govuk-link govuk-body-s govuk-!-margin-bottom-0" href={`/campaigns/${slug}/reports`}>
          {t({ vi: `Xem cả ${items.length} đơn vị`, en: `See all ${items.length}` })}
        </a>
      </form>
      {all.length === 0 ? (
        <Empty>
          {t({
            vi: 'Không có đơn vị nào quá hạn, chưa mở hoặc có nguy cơ chậm.',
            en: 'Nobody is late, at risk, or has yet to open the report.',
          })}
        </Empty>
      ) : (
        <ChaseTable slug={slug} items={all.slice(0, chaseShown)} language={language} />
      )}
      <p class="tk-small govuk-!-margin-top-3">
        {t(riskInWords)}{' '}
        {rest > 0 && (
          <a class="govuk-link" href={more}>
            {t({ vi: `${rest} đơn vị nữa`, en: `${rest} more` })}
          </a>
        )}
      </p>
    </>
  );
};

export const TemplateSelect: FC<{
  items: readonly BoardItem[];
  selected: string | null;
  language: Language;
}> = ({ items, selected, language }) => (
  <>
    <label class="govuk-body-s govuk-!-margin-bottom-0" for="template">
      {language === 'vi' ? 'Mẫu' : 'Template'}
    </label>
    <select class="govuk-select tk-s" id="template" name="template">
      <option value="">{language === 'vi' ? 'Tất cả' : 'All'}</option>
      {byTemplate(items).map(({ code }) => (
        <option value={code} selected={code === selected}>
          {code}
        </option>
      ))}
    </select>
  </>
);

const ChaseTable: FC<{ slug: string; items: readonly BoardItem[]; language: Language }> = ({
  slug,
  items,
  language,
}) => {
  const t = (w: Words) => w[language];
  const lastSaved = ({ lastSavedAt }: BoardItem) =>
    lastSavedAt ? shortDate(dateAt(lastSavedAt)) : t({ vi: 'chưa viết', en: 'nothing yet' });
  return (
    <StackTable
      class="govuk-!-margin-bottom-0"
      caption={t({
        vi: 'Đơn vị quá hạn, chưa mở hoặc có nguy cơ chậm; nặng nhất ở trên',
        en: 'Late, unopened or at risk; worst first',
      })}
      columns={[
        ...standingColumns(slug, language),
        { head: t({ vi: 'Lưu cuối', en: 'Last saved' }), class: 'tk-nb', labelled: true, cell: lastSaved },
      ]}
      rows={items}
    />
  );
};
