// What an annex table still lacks, above the grid: errors first, each a link to its cell; and how to fill it in.
import type { FC } from 'hono/jsx';
import { bySeverity, type Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { cellField } from './rules/typed.ts';

/** Above this many, blank cells are counted instead of listed. */
const blanksListed = 4;

/** "Còn 1 lỗi, 1 chỗ nên xem lại, 1 ô trống"; null when the table is finished. */
export function summaryWords(diagnostics: readonly Diagnostic[]): Words | null {
  const count = (wanted: (d: Diagnostic) => boolean) => diagnostics.filter(wanted).length;
  const errors = count((d) => d.severity === 'error');
  const warnings = count((d) => d.severity === 'warning');
  const blanks = count((d) => d.code === 'A40');
  if (errors + warnings + blanks === 0) return null;
  const vi = [
    errors && `${errors} lỗi`,
    warnings && `${warnings} chỗ nên xem lại`,
    blanks && `${blanks} ô trống`,
  ];
  const en = [
    errors && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings && `${warnings} to look at`,
    blanks && `${blanks} blank ${blanks === 1 ? 'cell' : 'cells'}`,
  ];
  return { vi: `Còn ${vi.filter(Boolean).join(', ')}`, en: `Still ${en.filter(Boolean).join(', ')}` };
}

export const GridSummary: FC<{ diagnostics: readonly Diagnostic[]; language: Language }> = ({
  diagnostics,
  language,
}) => {
  const title = summaryWords(diagnostics);
  if (!title) return null;
  const found = bySeverity(diagnostics).filter((d) => d.severity !== 'note');
  const blanks = diagnostics.filter((d) => d.code === 'A40');
  const listed = blanks.length <= blanksListed ? [...found, ...blanks] : found;
  if (found.length === 0 && blanks.length > blanksListed)
    return <p class="govuk-inset-text">{title[language]}.</p>;
  return (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title[language]}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {listed.map((d) => (
              <li>
                <a href={`#${placeId(d)}`} {...(d.severity === 'error' ? {} : { class: 'tk-warnlink' })}>
                  {headline(d, language)}
                </a>
              </li>
            ))}
            {listed.length === found.length && blanks[0] && (
              <li>
                <a href={`#${placeId(blanks[0])}`} class="tk-warnlink">
                  {language === 'vi'
                    ? `Ô trống đầu tiên: ${headline(blanks[0], language)}`
                    : `First blank: ${headline(blanks[0], language)}`}
                </a>
              </li>
            )}
          </ul>
        </div>
      </div>
    </div>
  );
};

function placeId(d: Diagnostic): string {
  return d.where?.in === 'cell' ? cellField(d.where.row, d.where.column) : '';
}

/** "B3.06, năm 2021: đã giải quyết 412 đơn, …". */
function headline(d: Diagnostic, language: Language): string {
  const said = d.message[language].replace(/\.$/, '');
  const row = d.where?.in === 'cell' ? `${d.where.row}, ` : '';
  return row + said.charAt(0).toLowerCase() + said.slice(1);
}

export const GridHints: FC<{ language: Language }> = ({ language }) =>
  language === 'vi' ? (
    <div class="tk-hintbar">
      <p class="tk-wideonly">
        <strong>Dán từ Excel:</strong> chép vùng số, bấm vào ô đầu tiên rồi Ctrl + V. Đọc được “1.234,5”.
      </p>
      <p class="tk-narrowonly">
        <strong>Ô không có số:</strong> chạm “Không phát sinh” cạnh ô. Chỉ tiêu đã xong được gấp lại.
      </p>
      <p class="tk-wideonly">
        <strong>Ô không có số:</strong> gõ <kbd>k</kbd> không phát sinh, <kbd>x</kbd> không có số liệu,{' '}
        <kbd>o</kbd> không thuộc phạm vi.
      </p>
      <p class="tk-wideonly">
        <strong>Di chuyển:</strong> phím mũi tên, Tab, Enter.
      </p>
    </div>
  ) : (
    <div class="tk-hintbar">
      <p class="tk-wideonly">
        <strong>Paste from Excel:</strong> copy a range, click its first cell here and press Ctrl + V.
        “1.234,5” is read.
      </p>
      <p class="tk-narrowonly">
        <strong>No number:</strong> tap “None arose” beside the cell. Finished indicators are folded.
      </p>
      <p class="tk-wideonly">
        <strong>No number:</strong> type <kbd>k</kbd> none arose, <kbd>x</kbd> no data, <kbd>o</kbd> not
        applicable.
      </p>
      <p class="tk-wideonly">
        <strong>Move:</strong> arrow keys, Tab, Enter.
      </p>
    </div>
  );
