// The parts of an uploaded file, each with what to do about it: sections, tables, pieces left over, cells left over.
import type { FC } from 'hono/jsx';
import { DocumentHtml } from '#src/documents/html.tsx';
import { countWords } from '#src/documents/model.ts';
import type { Language } from '#src/kernel/language.ts';
import { findSection, findTable, sectionLabel, writableSections } from '#src/templates/rules.ts';
import { Status } from '#src/web/ui.tsx';
import type { ReportSeen } from '../actions/seeing.ts';
import { excerptOf, type UploadReading } from '../rules/reading.ts';
import type { SectionRow } from '../store/sections.ts';

type Props = {
  seen: ReportSeen;
  reading: UploadReading;
  sections: Record<string, SectionRow>;
  language: Language;
};

export const SectionsFound: FC<Props> = ({ seen, reading, sections, language }) => {
  if (reading.sections.length === 0) return null;
  const vi = language === 'vi';
  return (
    <section class="tk-group" aria-labelledby="cac-muc">
      <h2 class="govuk-heading-m tk-rule" id="cac-muc">
        {vi ? `Tìm thấy ${reading.sections.length} mục` : `${reading.sections.length} sections found`}
      </h2>
      {reading.sections.map(({ code, heading, body }) => {
        const section = findSection(seen.template.outline, code);
        const words = sections[code] ? countWords(sections[code].body) : 0;
        return (
          <div class="tk-found" id={`muc-${code}`}>
            <div class="tk-found__row">
              <div>
                <h3 class="govuk-heading-s govuk-!-margin-bottom-0">
                  {section ? sectionLabel(section) : code}
                </h3>
                <p class="tk-small">
                  {vi ? 'Đề mục trong tệp: ' : 'Heading in the file: '}“{heading}” · {countWords(body)}{' '}
                  {vi ? 'từ' : 'words'}
                </p>
              </div>
              <div>
                <input type="hidden" name="section[]" value={code} />
                <label class="govuk-label govuk-body-s" for={`nhan-${code}`}>
                  {words > 0
                    ? vi
                      ? `Đang có ${words} từ`
                      : `${words} words there`
                    : vi
                      ? 'Đang trống'
                      : 'Empty now'}
                </label>
                <select class="govuk-select tk-s" id={`nhan-${code}`} name="taking[]">
                  <option value="replace">
                    {words > 0 ? (vi ? 'Thay bằng bản trong tệp' : 'Replace it') : vi ? 'Nhận' : 'Take it'}
                  </option>
                  {words > 0 && <option value="append">{vi ? 'Thêm vào sau' : 'Add after it'}</option>}
                  <option value="skip">{vi ? 'Bỏ qua' : 'Leave it out'}</option>
                </select>
              </div>
            </div>
            <details class="govuk-details govuk-!-margin-bottom-2">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{excerptOf(body, 110)}</span>
              </summary>
              <div class="govuk-details__text tk-reading">
                <DocumentHtml document={body} idPrefix={`${code}-`} headingOffset={3} />
              </div>
            </details>
          </div>
        );
      })}
    </section>
  );
};

export const TablesFound: FC<Props> = ({ seen, reading, language }) => {
  if (reading.tables.length === 0) return null;
  const vi = language === 'vi';
  return (
    <section class="tk-group" aria-labelledby="cac-bieu">
      <h2 class="govuk-heading-m tk-rule" id="cac-bieu">
        {vi ? `Tìm thấy ${reading.tables.length} biểu` : `${reading.tables.length} tables found`}
      </h2>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        {reading.tables.map((found) => {
          const table = findTable(seen.template.annex, found.code);
          const problems = reading.diagnostics.filter(
            (d) => d.severity === 'error' && d.where?.in === 'cell' && d.where.table === found.code,
          ).length;
          return (
            <div class="govuk-checkboxes__item" id={`bieu-${found.code}`}>
              <input
                class="govuk-checkboxes__input"
                id={`lay-${found.code}`}
                name="table[]"
                type="checkbox"
                value={found.code}
                checked
              />
              <label class="govuk-label govuk-checkboxes__label" for={`lay-${found.code}`}>
                {found.code}. {table?.title}{' '}
                <span class="tk-small">
                  {found.count} {vi ? 'ô' : 'cells'}
                </span>{' '}
                {problems > 0 && (
                  <Status kind="error">
                    {vi ? `${problems} ô cần xem` : `${problems} cells to look at`}
                  </Status>
                )}
              </label>
            </div>
          );
        })}
      </div>
    </section>
  );
};

export const LeftoverPieces: FC<Props> = ({ seen, reading, language }) => {
  if (reading.leftovers.length === 0) return null;
  const vi = language === 'vi';
  return (
    <section class="tk-group" aria-labelledby="chua-xep">
      <h2 class="govuk-heading-m tk-rule" id="chua-xep">
        {vi
          ? `${reading.leftovers.length} đoạn chưa rõ thuộc mục nào`
          : `${reading.leftovers.length} pieces not placed`}
      </h2>
      <p class="govuk-hint">
        {vi
          ? 'Đoạn nào cần thì chọn mục để đặt vào; phần đầu giấy và nơi nhận thường để nguyên ở đây.'
          : 'Choose a section for what you need; letterhead and recipients usually stay here.'}
      </p>
      {reading.leftovers.map((piece, index) => (
        <div class="tk-found">
          <div class="tk-found__row">
            <p class="tk-excerpt" lang="vi">
              {excerptOf(piece.body)}
            </p>
            {piece.placedIn ? (
              <p class="tk-small">
                <Status kind="ok">
                  {vi ? `Đã đặt vào ${piece.placedIn}` : `Placed in ${piece.placedIn}`}
                </Status>
              </p>
            ) : (
              <div>
                <input type="hidden" name="leftover[]" value={piece.id} />
                <label class="govuk-label govuk-body-s" for={`dat-${index}`}>
                  {vi ? 'Đặt vào mục' : 'Place in'}
                </label>
                <select class="govuk-select tk-s" id={`dat-${index}`} name="place[]">
                  <option value="">{vi ? 'Để nguyên, chưa đặt' : 'Leave it here'}</option>
                  {writableSections(seen.template.outline).map((s) => (
                    <option value={s.code}>
                      {/^P\d+$/.test(s.code) ? `${s.numbering}: ${s.title}` : sectionLabel(s)}
                    </option>
                  ))}
                </select>
              </div>
            )}
          </div>
        </div>
      ))}
    </section>
  );
};

/** Cells that no table took are shown, so that a figure outside its table is seen. */
export const CellsLeft: FC<Props> = ({ reading, language }) => {
  if (reading.cells.length === 0) return null;
  const vi = language === 'vi';
  const shown = reading.cells.slice(0, 200);
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {vi
            ? `${reading.cells.length} ô không thuộc biểu nào`
            : `${reading.cells.length} cells outside the tables`}
        </span>
      </summary>
      <div class="govuk-details__text">
        <ul class="tk-plain">
          {shown.map((cell) => (
            <li class="tk-small">
              <span class="tk-code">
                {cell.sheet} {cell.address}
              </span>{' '}
              {cell.text}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
};
