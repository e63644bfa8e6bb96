// What a file of units would do, before it does: counts, diagnostics by cell, lines that change something.
import { bySeverity } from '#src/kernel/diagnostic.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { Button, Diagnostics, Status } from '#src/web/ui.tsx';
import type { JudgedLine, Judgement, LineStatus } from '../rules/import-run.ts';
import type { ImportRow } from '../store/imports.ts';
import { UnitLink } from '../tree.view.tsx';

const looks: Record<LineStatus, { kind: 'ok' | 'sent' | 'none' | 'risk' | 'error'; vi: string; en: string }> =
  {
    new: { kind: 'ok', vi: 'mới', en: 'new' },
    changed: { kind: 'sent', vi: 'thay đổi', en: 'changed' },
    same: { kind: 'none', vi: 'như cũ', en: 'the same' },
    ambiguous: { kind: 'risk', vi: 'chưa rõ', en: 'ambiguous' },
    wrong: { kind: 'error', vi: 'cần sửa', en: 'to mend' },
  };
const statuses: LineStatus[] = ['wrong', 'ambiguous', 'new', 'changed', 'same'];
const mostShown = 200;

type PreviewProps = { row: ImportRow; judgement: Judgement; language: 'vi' | 'en' };

/** The button stands here only when every line can be imported. */
export const Preview = ({ row, judgement, language }: PreviewProps) => {
  const vi = language === 'vi';
  const counts = Map.groupBy(judgement.lines, (l) => l.status);
  const bad = judgement.diagnostics.filter((d) => d.severity === 'error').length;
  const work = judgement.lines.filter((l) => l.status !== 'same');
  const sorted = statuses.flatMap((s) => work.filter((l) => l.status === s)).slice(0, mostShown);
  return (
    <>
      <p class="tk-unit-totals">
        {statuses.map((s) => (
          <span>
            <b class="tk-num">{formatNumber(counts.get(s)?.length ?? 0)}</b> {looks[s][language]}
          </span>
        ))}
        <span>
          <b class="tk-num">{formatNumber(judgement.vanished.length)}</b>{' '}
          {vi ? 'không có trong tệp' : 'not in the file'}
        </span>
      </p>
      <form method="post" action={`/units/import/${row.id}`}>
        {bad > 0 ? (
          <p class="govuk-inset-text">
            {vi
              ? `Chưa nhập được: ${bad} chỗ cần sửa trong tệp. Đề nghị sửa rồi tải lên lại.`
              : `Not yet: ${bad} places to mend. Mend the file and upload it again.`}
          </p>
        ) : work.length === 0 && judgement.contacts.length === 0 ? (
          <p class="govuk-inset-text">{vi ? 'Tệp không thay đổi gì.' : 'The file changes nothing.'}</p>
        ) : (
          <Button>{vi ? `Nhập ${formatNumber(work.length)} dòng` : `Import ${work.length} lines`}</Button>
        )}
      </form>
      {judgement.diagnostics.length > 0 && (
        <section class="tk-section tk-rule" aria-labelledby="chan-doan">
          <h2 class="govuk-heading-m" id="chan-doan">
            {vi ? 'Theo từng ô' : 'By cell'} · {judgement.diagnostics.length}
          </h2>
          <Diagnostics
            list={bySeverity(judgement.diagnostics).slice(0, mostShown)}
            language={language}
            link={(place) =>
              place.in === 'cell'
                ? {
                    href: `#dong-${place.row}`,
                    label: vi
                      ? `ô ${place.address ?? `dòng ${place.row}`}`
                      : `cell ${place.address ?? `line ${place.row}`}`,
                  }
                : null
            }
          />
        </section>
      )}
      {sorted.length > 0 && <Lines lines={sorted} all={work.length} language={language} />}
      {judgement.vanished.length > 0 && (
        <details class="govuk-details tk-section">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {vi ? 'Có trong danh mục, không có trong tệp' : 'In the registry, not in the file'} ·{' '}
              {formatNumber(judgement.vanished.length)}
            </span>
          </summary>
          <ul class="tk-plain tk-unit-tree">
            {judgement.vanished.slice(0, mostShown).map((u) => (
              <li>
                <UnitLink id={u.id} on={row.on}>
                  {u.fullName}
                </UnitLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const Lines = ({ lines, all, language }: { lines: JudgedLine[]; all: number; language: 'vi' | 'en' }) => {
  const vi = language === 'vi';
  return (
    <section class="tk-section tk-rule" aria-labelledby="cac-dong">
      <h2 class="govuk-heading-m" id="cac-dong">
        {vi ? 'Theo từng dòng' : 'By line'} · {formatNumber(all)}
        {all > lines.length && (vi ? `, hiện ${lines.length} dòng đầu` : `, the first ${lines.length}`)}
      </h2>
      <table class="govuk-table tk-table tk-stack">
        <thead class="govuk-table__head">
          <tr>
            <th scope="col" class="govuk-table__header">
              {vi ? 'Dòng' : 'Line'}
            </th>
            <th scope="col" class="govuk-table__header">
              {vi ? 'Đơn vị' : 'Unit'}
            </th>
            <th scope="col" class="govuk-table__header">
              {vi ? 'Kết quả' : 'Result'}
            </th>
            <th scope="col" class="govuk-table__header">
              {vi ? 'Thay đổi' : 'Changes'}
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {lines.map((l) => (
            <tr class="govuk-table__row" id={`dong-${l.row}`}>
              <td class="govuk-table__cell tk-num" data-l={vi ? 'Dòng' : 'Line'}>
                {l.row}
              </td>
              <th scope="row" class="govuk-table__header">
                {l.name}
              </th>
              <td class="govuk-table__cell">
                <Status kind={looks[l.status].kind}>{looks[l.status][language]}</Status>
              </td>
              <td class="govuk-table__cell">{l.changes.map((w) => w[language]).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
