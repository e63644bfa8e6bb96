// What became of the earlier campaign's units by the new date of issue, and who would report now.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import type { StartPreview } from '#src/plans/actions/start-again.ts';
import type { Becoming, CarriedList } from '#src/plans/rules/carrying-units.ts';
import { StackTable } from '#src/web/table.tsx';
import { Status } from '#src/web/ui.tsx';

type Props = { preview: StartPreview; language: Language };

export const NewUnits: FC<Props> = ({ preview, language }) => {
  const t = (w: Words) => w[language];
  const { draft, changes, lists } = preview;
  const owed = draft.campaign.obligations.length;
  const byTemplate = [...Map.groupBy(draft.campaign.obligations, (o) => o.templateCode)]
    .map(([code, all]) => `${code}: ${all.length}`)
    .join(', ');
  return (
    <section class="tk-section tk-rule" aria-labelledby="don-vi">
      <h2 class="govuk-heading-m" id="don-vi">
        {t({ vi: `Đơn vị: ${owed} báo cáo`, en: `Units: ${owed} reports` })}
      </h2>
      <p class="govuk-body">
        {t({
          vi: `Các lớp đơn vị được tìm lại theo ngày ban hành mới${byTemplate ? ` (${byTemplate})` : ''}; mẫu lấy phiên bản mới nhất. Nơi khảo sát để trống, chọn ở trang sau.`,
          en: `Classes of units are found anew on the new date of issue${byTemplate ? ` (${byTemplate})` : ''}; templates are taken in their newest version. Places to visit are left open, to choose on the next page.`,
        })}
      </p>
      <Changes changes={changes} language={language} />
      {lists.map((list) => (
        <List list={list} language={language} />
      ))}
      <Names
        names={preview.released}
        words={{
          vi: 'Được miễn hoặc loại trừ ở đợt trước, nay lại được giao vì quyết định ấy không chuyển sang',
          en: 'Released in the earlier campaign and asked again, as that decision is not carried over',
        }}
        language={language}
      />
      <Names
        names={preview.missing}
        words={{ vi: 'Có ở đợt trước, nay không lớp nào gọi đến', en: 'Asked then, in no class now' }}
        language={language}
      />
      <Names
        names={preview.joined}
        words={{ vi: 'Mới có so với đợt trước', en: 'New since the earlier campaign' }}
        language={language}
      />
    </section>
  );
};

/** Mergers, splits, new names, ends: old names on one side, the successor on the other. Folded when it is long. */
const Changes: FC<{ changes: readonly Becoming[]; language: Language }> = ({ changes, language }) => {
  const vi = language === 'vi';
  if (changes.length === 0) return null;
  const old = changes.filter((c) => c.now.length > 0).flatMap((c) => c.were).length;
  const gone = changes.filter((c) => c.now.length === 0).flatMap((c) => c.were).length;
  const merged = changes.filter((c) => c.now.length > 0).length;
  const summary = vi
    ? `${old} đơn vị cũ nay là ${merged} đơn vị${gone ? `; ${gone} không rõ đơn vị kế thừa` : ''}`
    : `${old} former units are now ${merged}${gone ? `; ${gone} without a known successor` : ''}`;
  return (
    <details class="tk-more" open={changes.length <= 12}>
      <summary>{summary}</summary>
      <StackTable
        caption={summary}
        rows={changes}
        columns={[
          { head: vi ? 'Đợt trước' : 'Then', labelled: true, cell: ({ were }) => were.join(', ') },
          {
            head: vi ? 'Nay là' : 'Now',
            namesRow: true,
            cell: ({ now }) =>
              now.length > 0 ? (
                now.join(', ')
              ) : (
                <Status kind="risk">{vi ? 'không rõ đơn vị kế thừa' : 'no known successor'}</Status>
              ),
          },
        ]}
      />
    </details>
  );
};

/** The officer's list: what comes along, and each line that does not with its reason; its title is not lost. */
const List: FC<{ list: CarriedList; language: Language }> = ({ list, language }) => {
  const vi = language === 'vi';
  const { templateCode: code, lines, left } = list;
  return (
    <>
      <h3 class="govuk-heading-s">
        {vi
          ? `Danh sách mẫu ${code}: chuyển ${lines.length}, không chuyển ${left.length}`
          : `List of ${code}: ${lines.length} carried over, ${left.length} not`}
      </h3>
      <ul class="govuk-list govuk-list--bullet govuk-body-s">
        {lines.map((l) => (
          <li>
            <strong>{l.name}</strong>: {l.title}{' '}
            {l.from.length > 1 && <span class="tk-small">({l.from.map((o) => o.name).join(', ')})</span>}
          </li>
        ))}
        {left.map((l) => (
          <li>
            <s>{l.name}</s>: {l.title} <span class="tk-small">({l.why[language]})</span>
          </li>
        ))}
      </ul>
      {lines.length === 0 && (
        <p class="govuk-body-s">
          {vi
            ? `Chưa đơn vị nào làm mẫu ${code}: ở trang sau, ghi danh sách mới hoặc bỏ lớp ấy.`
            : `Nobody is on ${code} yet: give a new list on the next page, or drop that class.`}
        </p>
      )}
    </>
  );
};

const Names: FC<{ names: readonly string[]; words: Words; language: Language }> = ({
  names,
  words,
  language,
}) =>
  names.length === 0 ? null : (
    <p class="govuk-body-s">
      {words[language]} ({names.length}): {names.join(', ')}.
    </p>
  );
