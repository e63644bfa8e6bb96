// The board on one sheet of A4 for the weekly meeting: the number, the counts, per template, whom to chase, the tiles.
import type { FC } from 'hono/jsx';
import { formatDateWithWeekday, shortDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { Sample, Status } from '#src/web/ui.tsx';
import { type BoardItem, countsOf, daysLeft, toChase } from '../board.ts';
import { standingInWords } from '../rules.ts';
import type { BoardProps } from './board.tsx';
import { changesOf } from './changes.tsx';
import { Hero, looks } from './parts.tsx';
import { TemplateTable } from './template-table.tsx';
import { Tiles, tilesOf } from './tiles.tsx';

/** As many lines as the sheet holds beside the tiles. */
const linesOnSheet = 24;

export const Sheet: FC<Omit<BoardProps, 'template' | 'now'>> = ({
  campaign,
  progress,
  codes,
  isSample,
  language,
}) => {
  const t = (w: Words) => w[language];
  const { items, today, weekAgo } = progress;
  const { tiles, unplaced } = tilesOf(items, codes);
  const changes = items.some((i) => i.before) ? changesOf(items) : [];
  return (
    <div class="tk-a4">
      <p class="tk-small tk-noprint">
        <a class="govuk-link" href={`/campaigns/${campaign.slug}`}>
          {t({ vi: 'Về trang tiến độ', en: 'Back to the board' })}
        </a>{' '}
        ·{' '}
        {t({
          vi: 'Dùng lệnh In của trình duyệt, khổ A4 đứng.',
          en: 'Use the print command of the browser, A4 portrait.',
        })}
      </p>
      <p class="tk-a4__name">
        <b>{campaign.name}</b> · {campaign.planSymbol}
      </p>
      <div class="tk-head">
        <h1 class="govuk-heading-l">
          {t({ vi: 'Tiến độ đến', en: 'Progress on' })} {formatDateWithWeekday(today, language)}
        </h1>
        {isSample && <Sample language={language} />}
      </div>
      <Hero counts={countsOf(items)} daysLeft={daysLeft(items, today)} hrefOf={null} language={language} />
      {changes.length > 0 && (
        <p class="tk-a4__changes">
          <b>{t({ vi: `So với ${shortDate(weekAgo)}: `, en: `Since ${shortDate(weekAgo)}: ` })}</b>
          {changes.map((change) => `${change.figure} ${t(change.words).replace(/\.$/, '')}`).join('; ')}.
        </p>
      )}
      <div class="tk-a4__cols">
        <div>
          <TemplateTable slug={campaign.slug} items={items} heading="h2" language={language} />
          <ChaseLines items={toChase(items)} language={language} />
        </div>
        {tiles.length + unplaced.length > 0 && (
          <Tiles slug={campaign.slug} tiles={tiles} unplaced={unplaced} language={language} />
        )}
      </div>
    </div>
  );
};

const ChaseLines: FC<{ items: readonly BoardItem[]; language: Language }> = ({ items, language }) => {
  const rest = items.length - linesOnSheet;
  if (items.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-s">
        {language === 'vi' ? `Cần đôn đốc: ${items.length} đơn vị` : `To chase: ${items.length}`}
      </h2>
      <ul class="tk-a4__list">
        {items.slice(0, linesOnSheet).map((item) => (
          <li>
            <span>
              {item.owed.unitName} <span class="tk-unit">{item.owed.templateCode}</span>
            </span>
            <Status kind={looks[item.now.kind]}>{standingInWords(item.now)[language].toLowerCase()}</Status>
            <span class="tk-num">
              {item.sections.done}/{item.sections.required}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p class="tk-small">{language === 'vi' ? `và ${rest} đơn vị nữa.` : `and ${rest} more.`}</p>
      )}
    </>
  );
};
