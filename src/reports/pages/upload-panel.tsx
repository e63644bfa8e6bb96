// The panel that takes a Word or Excel file, offers the empty ones, and says what became of the latest.
import type { FC } from 'hono/jsx';
import type { Actor } from '#src/kernel/actor.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import { Button, UploadField } from '#src/web/ui.tsx';
import type { ReportSeen } from '../actions/seeing.ts';
import { refusalToEdit } from '../rules.ts';
import type { UploadRow } from '../store/uploads.ts';

type Props = { seen: ReportSeen; uploads: readonly UploadRow[]; actor: Actor; language: Language };

export const UploadPanel: FC<Props> = ({ seen, uploads, actor, language }) => {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const { template, report } = seen;
  const [latest] = uploads;
  return (
    <section class="tk-panel" aria-labelledby="tai">
      <h2 class="govuk-heading-m" id="tai">
        {t('Nộp bằng Word hoặc Excel', 'Hand in by Word or Excel')}
      </h2>
      {refusalToEdit(seen.standing, actor) === null && (
        <form method="post" action={`/reports/${report.id}/uploads`} enctype="multipart/form-data">
          <UploadField
            name="file"
            accept=".docx,.xlsx"
            label={t(
              'Chọn tệp .docx hoặc .xlsx, tối đa 50 MB',
              'Choose a .docx or .xlsx file, at most 50 MB',
            )}
            language={language}
          />
          <Button>{t('Tải lên và xem trước', 'Upload and look at it')}</Button>
        </form>
      )}
      <ul class="tk-links govuk-!-margin-top-2">
        <li>
          <a class="govuk-link" href={`/templates/${template.code}/outline.docx?version=${template.version}`}>
            {t(`Đề cương ${template.code} (.docx)`, `Outline ${template.code} (.docx)`)}
          </a>
        </li>
        {template.annex.tables.length > 0 && (
          <li>
            <a class="govuk-link" href={`/reports/${report.id}/annex.xlsx`}>
              {t('Biểu số liệu (.xlsx)', 'Tables of figures (.xlsx)')}
            </a>
          </li>
        )}
      </ul>
      {latest && <LatestUpload upload={latest} language={language} />}
      {uploads.length > 1 && (
        <p class="tk-small">
          <a class="govuk-link" href={`/reports/${report.id}/history`}>
            {t(`Các tệp đã tải lên (${uploads.length})`, `Uploaded files (${uploads.length})`)}
          </a>
        </p>
      )}
    </section>
  );
};

const LatestUpload: FC<{ upload: UploadRow; language: Language }> = ({ upload, language }) => {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-top-4">{t('Lần tải gần nhất', 'Latest upload')}</h3>
      <dl class="tk-kv">
        <dt>{t('Tệp', 'File')}</dt>
        <dd>
          <a class="govuk-link" href={`/reports/${upload.reportId}/uploads/${upload.id}`}>
            {upload.fileName}
          </a>
        </dd>
        <dt>{t('Lúc', 'At')}</dt>
        <dd>{formatInstant(upload.uploadedAt)}</dd>
        <dt>{t('Kết quả', 'Result')}</dt>
        <dd>{uploadResult(upload, language)}</dd>
      </dl>
    </>
  );
};

/** "tìm thấy 7 mục, 3 biểu; 2 đoạn chưa rõ thuộc mục nào; chưa nhận vào báo cáo" */
export function uploadResult({ reading, appliedAt }: UploadRow, language: Language): string {
  const vi = language === 'vi';
  const parts = [
    vi
      ? `tìm thấy ${reading.sections.length} mục, ${reading.tables.length} biểu`
      : `${reading.sections.length} sections, ${reading.tables.length} tables found`,
  ];
  if (reading.leftovers.length > 0)
    parts.push(
      vi
        ? `${reading.leftovers.length} đoạn chưa rõ thuộc mục nào`
        : `${reading.leftovers.length} passages not placed`,
    );
  parts.push(
    appliedAt
      ? vi
        ? 'đã nhận vào báo cáo'
        : 'taken into the report'
      : vi
        ? 'chưa nhận vào báo cáo'
        : 'not yet taken into the report',
  );
  return parts.join('; ');
}
