// An uploaded file before it is taken over: what was found where, what is wrong, what is left over and where it should go.
import { Hono } from 'hono';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Place } from '#src/kernel/diagnostic.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { download } from '#src/web/download.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { attempt, parseForm, readForm, readUpload, statusOf } from '#src/web/form.ts';
import { BackLink, Button, Diagnostics, ErrorSummary } from '#src/web/ui.tsx';
import { addUpload, applyUpload, uploadSeenBy } from '../actions/uploading.ts';
import { applyForm } from '../forms.ts';
import { isFromAnotherTemplate } from '../rules/reading.ts';
import { refusalToEdit } from '../rules.ts';
import { sectionsOf } from '../store/sections.ts';
import { CellsLeft, LeftoverPieces, SectionsFound, TablesFound } from './found.tsx';
import { backToTasks, reportPage } from './frame.tsx';
import { taskPage } from './tasks.tsx';

export const uploadPages = new Hono<Env>();

const noFile = { vi: 'Chưa chọn tệp nào.', en: 'No file was chosen.' };

uploadPages.post('/reports/:id/uploads', async (c) => {
  const id = c.req.param('id');
  const result = await attempt(async () => {
    const file = await readUpload(c, 'file');
    if (!file) throw invalid('upload-no-file', noFile, { file: noFile });
    return addUpload({ ...act(c), files: c.var.services.files }, id, file);
  });
  if (result.refusal) return taskPage(c, id, result.refusal);
  return c.redirect(`/reports/${id}/uploads/${result.value}`, 303);
});

uploadPages.get('/reports/:id/uploads/:upload', (c) =>
  uploadPage(c, c.req.param('id'), c.req.param('upload'), null),
);

/** The file as it was uploaded. */
uploadPages.get('/reports/:id/uploads/:upload/file', async (c) => {
  const { upload } = await uploadSeenBy(act(c), c.req.param('id'), c.req.param('upload'));
  const bytes = await c.var.services.files.getFile(upload.fileKey);
  return download(c, bytes, upload.fileName, 'application/octet-stream');
});

uploadPages.post('/reports/:id/uploads/:upload', async (c) => {
  const { id, upload } = c.req.param();
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const form = parseForm(applyForm, typed);
    return applyUpload(act(c), id, upload, {
      move: form.move,
      sections: new Map(form.section.flatMap((code, i) => (form.taking[i] ? [[code, form.taking[i]]] : []))),
      tables: form.table,
      places: new Map(form.leftover.flatMap((piece, i) => (form.place[i] ? [[piece, form.place[i]]] : []))),
    });
  });
  if (result.refusal) return uploadPage(c, id, upload, result.refusal);
  return c.redirect(`/reports/${id}?applied=${result.value}`, 303);
});

async function uploadPage(c: Ctx, id: string, uploadId: string, refusal: Refusal | null) {
  const { db, actor } = act(c);
  const language = c.var.language;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const { seen, upload } = await uploadSeenBy({ db, actor }, id, uploadId);
  const { reading } = upload;
  const sections = await sectionsOf(db, id);
  const locked = refusalToEdit(seen.standing, actor);
  const canApply = locked === null && !isFromAnotherTemplate(reading);
  const link = (place: Place) =>
    linkTo(
      place,
      reading.sections.map((s) => s.code),
    );
  const isEmpty = reading.sections.length + reading.tables.length + reading.leftovers.length === 0;
  const shown = { seen, reading, sections, language };
  return reportPage(
    c,
    seen,
    { title: { vi: `Tệp ${upload.fileName}`, en: `File ${upload.fileName}` }, status: statusOf(refusal) },
    <>
      <p class="govuk-body-s">
        <BackLink href={`/reports/${id}`}>{backToTasks[language]}</BackLink>
      </p>
      <ErrorSummary refusal={refusal ?? locked} language={language} />
      <span class="govuk-caption-m">
        {t('Tải lên', 'Uploaded')} {formatInstant(upload.uploadedAt)}
      </span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{upload.fileName}</h1>
      <p class="tk-small">
        {upload.appliedAt
          ? t(
              `Đã nhận vào báo cáo lúc ${formatInstant(upload.appliedAt)}.`,
              `Taken into the report at ${formatInstant(upload.appliedAt)}.`,
            )
          : t(
              'Chưa nhận gì vào báo cáo. Xem bên dưới rồi chọn phần cần nhận.',
              'Nothing has been taken into the report yet. Look below, then choose.',
            )}{' '}
        <a class="govuk-link" href={`/reports/${id}/uploads/${uploadId}/file`}>
          {t('Tải lại tệp này', 'Download this file')}
        </a>
      </p>
      <div class="tk-cols tk-cols--side">
        <form method="post" action={`/reports/${id}/uploads/${uploadId}`}>
          <input type="hidden" name="move" value={String(seen.moves.length)} />
          {isEmpty && (
            <p class="govuk-inset-text">
              {t('Không tìm thấy mục hay biểu nào trong tệp.', 'No section or table was found in the file.')}
            </p>
          )}
          <SectionsFound {...shown} />
          <TablesFound {...shown} />
          <LeftoverPieces {...shown} />
          <CellsLeft {...shown} />
          {canApply && !isEmpty && (
            <div class="tk-save">
              <Button>
                {t('Nhận các phần đã chọn vào báo cáo', 'Take the chosen parts into the report')}
              </Button>
              <span class="tk-small">
                {t(
                  'Nội dung đang có được giữ thành phiên bản cũ.',
                  'What is there now stays among the versions.',
                )}
              </span>
            </div>
          )}
        </form>
        <section aria-labelledby="nhan-xet">
          <h2 class="govuk-heading-m tk-rule" id="nhan-xet">
            {t('Khi đọc tệp', 'Reading the file')}
          </h2>
          {reading.diagnostics.length > 0 ? (
            <Diagnostics list={reading.diagnostics} language={language} link={link} />
          ) : (
            <p class="govuk-body-s">{t('Không có gì phải lưu ý.', 'Nothing to remark.')}</p>
          )}
        </section>
      </div>
    </>,
  );
}

/** A place of a diagnostic on this page: the section found, or the table with the cell's address in the file. */
function linkTo(place: Place, found: readonly string[]): { href: string; label: string } | null {
  if (place.in === 'cell') {
    const address = [place.sheet, place.address].filter(Boolean).join(' ');
    return { href: `#bieu-${place.table}`, label: address || place.table };
  }
  return place.in === 'section' && found.includes(place.section)
    ? { href: `#muc-${place.section}`, label: place.section }
    : null;
}
