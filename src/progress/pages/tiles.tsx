// The provinces as tiles, roughly as on a map; each is a link to its report. The two archipelagos are always drawn.
import type { FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import type { BoardItem } from '../board.ts';
import { standingNames } from '../rules.ts';
import { archipelagos, type TilePlace, tileName, tilePlaces } from '../tiles.ts';
import { looks, reportHref } from './parts.tsx';

export type Tile = { item: BoardItem; place: TilePlace };

/** Provincial committees with their places, in reading order; `codes` are the statistics office's, by territory. */
export function tilesOf(
  items: readonly BoardItem[],
  codes: ReadonlyMap<string, string>,
): { tiles: Tile[]; unplaced: BoardItem[] } {
  const provinces = items.filter((i) => i.owed.unitKind === 'provincial-party-committee');
  const placeOf = (i: BoardItem) => tilePlaces.get(codes.get(i.owed.territoryId ?? '') ?? '');
  const tiles = provinces.flatMap((item) => {
    const place = placeOf(item);
    return place ? [{ item, place }] : [];
  });
  tiles.sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
  return { tiles, unplaced: provinces.filter((i) => !placeOf(i)) };
}

type Props = { slug: string; tiles: readonly Tile[]; unplaced: readonly BoardItem[]; language: Language };

export const Tiles: FC<Props> = ({ slug, tiles, unplaced, language }) => (
  <section aria-labelledby="ban-do">
    <h2 class="govuk-heading-m tk-rule" id="ban-do">
      {tiles.length + unplaced.length} {language === 'vi' ? 'tỉnh, thành phố' : 'provinces and cities'}
    </h2>
    <ul class="tk-tiles">
      {tiles.map(({ item, place }) => (
        <li class={`c${place.column} r${place.row}`}>
          <TileLink slug={slug} item={item} language={language} />
        </li>
      ))}
      {archipelagos.map(({ name, place }) => (
        <li class={`tk-isle c${place.column} r${place.row}`}>
          <span class="govuk-visually-hidden">{language === 'vi' ? 'Quần đảo ' : 'Archipelago '}</span>
          {name}
        </li>
      ))}
      {unplaced.map((item) => (
        <li>
          <TileLink slug={slug} item={item} language={language} />
        </li>
      ))}
    </ul>
    <p class="tk-small govuk-!-margin-top-3">
      {language === 'vi'
        ? 'Mỗi ô là một báo cáo, xếp gần đúng vị trí. Quần đảo Hoàng Sa thuộc Đà Nẵng, quần đảo Trường Sa thuộc Khánh Hòa.'
        : 'Each tile is one report, placed roughly as on a map. Hoàng Sa belongs to Đà Nẵng, Trường Sa to Khánh Hòa.'}
    </p>
  </section>
);

const TileLink: FC<{ slug: string; item: BoardItem; language: Language }> = ({ slug, item, language }) => (
  <a class={`tk-tile tk-${looks[item.now.kind]}`} href={reportHref(slug, item)}>
    {tileName(item.owed.unitShort)}
    <span class="govuk-visually-hidden">: {standingNames[item.now.kind][language].toLowerCase()}</span>
  </a>
);
