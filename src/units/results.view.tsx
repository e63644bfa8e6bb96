// What a search over all times found.
import type { FC } from 'hono/jsx';
import { addDays, formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { StackTable } from '#src/web/table.tsx';
import { Empty } from '#src/web/ui.tsx';
import { kindHeading } from './rules.ts';
import { schemeNames } from './schemes.ts';
import type { FoundCode, FoundUnit } from './search.ts';
import { type NamedUnit, UnitLinks } from './timeline.view.tsx';
import { UnitLink } from './tree.view.tsx';

type Props = {
  results: FoundUnit[];
  codes: FoundCode[];
  /** Of each result that is gone on the day: who followed it. */
  heirs: Map<string, NamedUnit[]>;
  on: LocalDate;
  language: Language;
  asked: string;
};

/** Units of all times with the asked name; says what to try when there is none. */
export const Results: FC<Props> = ({ results, codes, heirs, on, language, asked }) => {
  const t = (w: Words) => w[language];
  if (results.length === 0 && codes.length > 0) return <Codes codes={codes} on={on} language={language} />;
  if (results.length === 0)
    return (
      <Empty>
        {t({
          vi: `Không có đơn vị nào, ở thời kỳ nào, mang tên “${asked}”. Gõ không dấu cũng được; đề nghị thử ít chữ hơn.`,
          en: `No unit of any time is called “${asked}”. Diacritics may be left out; try fewer words.`,
        })}
      </Empty>
    );
  return (
    <>
      {codes.length > 0 && <Codes codes={codes} on={on} language={language} />}
      <p class="tk-small" role="status">
        {t({ vi: `${results.length} kết quả`, en: `${results.length} results` })}
        {results.length === 50 &&
          t({ vi: ', chỉ hiện 50; đề nghị thêm chữ', en: ', only the first 50; add words' })}
      </p>
      <StackTable<FoundUnit>
        rows={results}
        columns={[
          {
            head: t({ vi: 'Tên', en: 'Name' }),
            namesRow: true,
            cell: (unit) => (
              <UnitLink id={unit.id} on={on}>
                {unit.found}
              </UnitLink>
            ),
          },
          { head: t({ vi: 'Loại', en: 'Kind' }), cell: (unit) => kindHeading(unit.kind, language) },
          { head: t({ vi: 'Thuộc', en: 'Under' }), cell: (unit) => unit.above },
          {
            head: t({ vi: 'Thời gian', en: 'Time' }),
            cell: (unit) => (
              <>
                {lifetime(unit, language)}
                {heirs.get(unit.id) && t({ vi: '; nay là ', en: '; now ' })}
                <UnitLinks units={heirs.get(unit.id) ?? []} on={on} />
              </>
            ),
          },
        ]}
      />
    </>
  );
};

/** "đến hết 30/6/2025", "từ 01/7/2025", or that it still exists. */
function lifetime(unit: Pick<FoundUnit, 'foundedOn' | 'abolishedOn'>, language: Language): string {
  const from = unit.foundedOn && {
    vi: `từ ${formatDate(unit.foundedOn)}`,
    en: `from ${formatDate(unit.foundedOn)}`,
  };
  const to = unit.abolishedOn && {
    vi: `trước ${formatDate(unit.abolishedOn)}`,
    en: `before ${formatDate(unit.abolishedOn)}`,
  };
  const words = [from, to].flatMap((w) => (w ? [w[language]] : []));
  return words.join(', ') || (language === 'vi' ? 'đang có' : 'exists');
}

const isBearer = (c: FoundCode, on: LocalDate): boolean =>
  (c.validFrom === null || c.validFrom <= on) && (c.validTo === null || on < c.validTo);

/** Who bore a code and when, in words: "đến hết 30/6/2025", "từ 01/7/2025". */
function during(c: FoundCode, language: Language): string {
  const from = c.validFrom && { vi: `từ ${formatDate(c.validFrom)}`, en: `from ${formatDate(c.validFrom)}` };
  const last = c.validTo && formatDate(addDays(c.validTo, -1));
  const to = last && { vi: `đến hết ${last}`, en: `until ${last}` };
  return (
    [from, to].flatMap((w) => (w ? [w[language]] : [])).join(' ') ||
    (language === 'vi' ? 'mọi ngày' : 'always')
  );
}

const Codes: FC<{ codes: FoundCode[]; on: LocalDate; language: Language }> = ({ codes, on, language }) => {
  const t = (w: Words) => w[language];
  return (
    <section aria-labelledby="ma">
      <h2 class="govuk-heading-s" id="ma">
        {t({ vi: `Đơn vị mang mã ${codes[0]?.code}`, en: `Units with code ${codes[0]?.code}` })}
      </h2>
      <StackTable<FoundCode>
        rows={codes}
        columns={[
          {
            head: t({ vi: 'Đơn vị', en: 'Unit' }),
            namesRow: true,
            cell: (c) => (
              <UnitLink id={c.id} on={on}>
                {c.fullName}
              </UnitLink>
            ),
          },
          {
            head: t({ vi: 'Thời gian mang mã', en: 'When' }),
            cell: (c) => (
              <>
                {during(c, language)}
                {isBearer(c, on) && (
                  <span class="tk-meta">
                    {t({ vi: `là đơn vị này ngày ${formatDate(on)}`, en: `this one on ${formatDate(on)}` })}
                  </span>
                )}
              </>
            ),
          },
          {
            head: t({ vi: 'Hệ mã', en: 'Scheme' }),
            cell: (c) => (schemeNames[c.scheme] ? t(schemeNames[c.scheme]!) : c.scheme),
          },
        ]}
      />
    </section>
  );
};
