// Lists of units as files, out and in: export by day, kind and place; import with a preview by cell, all or nothing.
import { Hono } from 'hono';
import { z } from 'zod';
import { isCentral } from '#src/kernel/actor.ts';
import { addDays, dateAt, formatDate } from '#src/kernel/dates.ts';
import { isId } from '#src/kernel/ids.ts';
import { insist, invalid, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { download } from '#src/web/download.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, readUpload, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary, TextField, UploadField } from '#src/web/ui.tsx';
import { applyImport, judgeKept, keepImport } from '../directory-actions.ts';
import { listAsCsv, listAsExcel, readGrid } from '../files.ts';
import { readUnitsQuery } from '../forms.ts';
import { nameIndexOf } from '../registry.ts';
import { membersOn } from '../rules/groups.ts';
import { readLines } from '../rules/import-lines.ts';
import { columnNames, columns, listedUnits } from '../rules/listing.ts';
import { registryRefusal } from '../rules/refusing.ts';
import { kindHeading, unitKinds } from '../rules.ts';
import { presentContacts } from '../store/contacts.ts';
import { listGroups } from '../store/groups.ts';
import { importById } from '../store/imports.ts';
import { recordedActs } from '../store/withdrawals.ts';
import { Preview } from './import-preview.tsx';

const csvType = 'text/csv; charset=utf-8';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const unitFilePages = new Hono<Env>();

async function listing(c: Ctx) {
  const { db, now, actor } = act(c);
  const query = readUnitsQuery(c.req.query());
  const on = query.on ?? dateAt(now);
  const { registry } = await nameIndexOf(db);
  const kind = unitKinds.find((k) => k === c.req.query('kind')) ?? null;
  const contacts = isCentral(actor) ? await presentContacts(db) : new Map();
  const groupId = c.req.query('group');
  const groups = groupId ? await listGroups(db) : [];
  const group = groupId ? found(groups.find((g) => g.id === groupId)) : null;
  const units = group
    ? membersOn(registry, group.rule, new Map(groups.map((g) => [g.id, g.rule])), on)
    : listedUnits(registry, on, { kind, under: query.under });
  const { language } = c.var;
  const title = group?.name ?? (kind ? kindHeading(kind, language) : language === 'vi' ? 'Tổ chức' : 'Units');
  return { registry, units, on, language, contacts, title };
}

unitFilePages.get('/units/export.csv', async (c) => {
  const list = await listing(c);
  const bytes = new TextEncoder().encode(listAsCsv(list));
  return download(c, bytes, `to-chuc-${list.on}.csv`, csvType);
});

unitFilePages.get('/units/export.xlsx', async (c) => {
  const list = await listing(c);
  return download(c, await listAsExcel(list), `to-chuc-${list.on}.xlsx`, xlsxType);
});

unitFilePages.get('/units/import', async (c) => uploadPage(c, {}, null));

const importForm = z.object({
  on: z.iso.date('Cần một ngày, thí dụ 01/7/2025 | A date is needed, e.g. 2025-07-01'),
  basis: z
    .string()
    .trim()
    .min(1, 'Cần căn cứ: số, ngày và cơ quan ban hành | The legal basis is needed: number, date and issuer')
    .max(500, 'Không quá 500 ký tự | At most 500 characters'),
});

unitFilePages.post('/units/import', async (c) => {
  insist(registryRefusal(act(c).actor));
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const { on, basis } = parseForm(importForm, typed);
    const upload = await readUpload(c, 'file');
    const words = { vi: 'Đề nghị chọn một tệp.', en: 'Choose a file.' };
    if (!upload) throw invalid('units-file-missing', words, { file: words });
    const { file, diagnostics } = readLines(await readGrid(upload));
    const [error] = diagnostics.filter((d) => d.severity === 'error');
    if (error) {
      const all = {
        vi: `${error.message.vi} ${error.hint?.vi ?? ''}`,
        en: `${error.message.en} ${error.hint?.en ?? ''}`,
      };
      throw invalid('units-file-unread', all, { file: all });
    }
    return keepImport(act(c), { fileName: upload.name, on, basis, file });
  });
  if (result.refusal) return uploadPage(c, typed, result.refusal);
  return c.redirect(`/units/import/${result.value}`, 303);
});

unitFilePages.get('/units/import/:id', async (c) => previewPage(c, null));

unitFilePages.post('/units/import/:id', async (c) => {
  const id = c.req.param('id');
  if (!isId(id)) throw notFound();
  const result = await attempt(() => applyImport(act(c), id));
  if (result.refusal) return previewPage(c, result.refusal);
  return c.redirect(`/units/import/${id}`, 303);
});

function uploadPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  insist(registryRefusal(act(c).actor));
  const t = words(c);
  const error = (name: string) => refusal?.fields[name]?.[c.var.language];
  const today = dateAt(c.var.now);
  return page(
    c,
    { title: { vi: 'Nhập danh mục tổ chức', en: 'Import units' }, status: statusOf(refusal) },
    <>
      <BackLink href="/units">{t({ vi: 'Tổ chức', en: 'Units' })}</BackLink>
      <form method="post" action="/units/import" enctype="multipart/form-data" class="tk-form" novalidate>
        <ErrorSummary refusal={refusal} language={c.var.language} />
        <h1 class="govuk-heading-l">{t({ vi: 'Nhập danh mục tổ chức', en: 'Import units' })}</h1>
        <p class="govuk-body">
          {t({
            vi: 'Tải danh mục về, sửa và tải lên lại; đơn vị mới thì thêm dòng. Xem trước từng ô rồi mới nhập; nhập tất cả hoặc không nhập dòng nào. Không dòng nào bị xóa.',
            en: 'Download the list, edit it and upload it again; add lines for new units. Everything is shown cell by cell first; all lines are imported or none. Nothing is deleted.',
          })}
        </p>
        <ul class="tk-links govuk-!-margin-bottom-4">
          <li>
            <a class="govuk-link" href={`/units/export.xlsx?on=${today}&kind=province`}>
              {t({ vi: 'Mẫu .xlsx: các tỉnh, thành phố', en: 'Example .xlsx: provinces' })}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={`/units/export.csv?on=${today}&kind=province`}>
              .csv
            </a>
          </li>
        </ul>
        <UploadField
          name="file"
          label={t({ vi: 'Tệp .xlsx hoặc .csv', en: '.xlsx or .csv file' })}
          accept=".xlsx,.csv"
          language={c.var.language}
          error={error('file')}
        />
        <TextField
          name="on"
          type="date"
          label={t({ vi: 'Thay đổi có hiệu lực từ ngày', en: 'Changes are in force from' })}
          hint={t({
            vi: 'Dòng có cột “Từ ngày” thì theo ngày của dòng.',
            en: 'A line with its own day keeps it.',
          })}
          value={typedText(typed, 'on') ?? today}
          error={error('on')}
        />
        <TextField
          name="basis"
          label={t({ vi: 'Căn cứ', en: 'Legal basis' })}
          hint={t({ vi: 'Số, ngày và cơ quan ban hành.', en: 'Number, date and issuer.' })}
          value={typedText(typed, 'basis')}
          error={error('basis')}
        />
        <Button>{t({ vi: 'Đọc tệp và xem trước', en: 'Read the file and preview' })}</Button>
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{t({ vi: 'Các cột', en: 'Columns' })}</span>
          </summary>
          <ul class="govuk-list govuk-list--bullet">
            {columns.map((column) => (
              <li>{t(columnNames[column])}</li>
            ))}
          </ul>
        </details>
      </form>
    </>,
  );
}

async function previewPage(c: Ctx, refusal: Refusal | null) {
  const { db, actor, now } = act(c);
  insist(registryRefusal(actor));
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw notFound();
  const row = found(await importById(db, id));
  const t = words(c);
  const judgement = row.appliedAt ? null : await judgeKept(db, row, now);
  // An import is an act under its own id; one of codes and contacts alone has no events to withdraw.
  const [applied] = row.appliedAt ? await recordedActs(db, { id }) : [];
  return page(
    c,
    { title: { vi: 'Xem trước khi nhập', en: 'Before importing' }, status: statusOf(refusal) },
    <>
      <BackLink href="/units/import">{t({ vi: 'Tệp khác', en: 'Another file' })}</BackLink>
      <ErrorSummary refusal={refusal} language={c.var.language} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {row.fileName} · {formatDate(row.on)} · {row.basis}
        </span>
        {judgement
          ? t({ vi: 'Xem trước khi nhập', en: 'Before importing' })
          : t({ vi: 'Đã nhập', en: 'Imported' })}
      </h1>
      {judgement ? (
        <Preview row={row} judgement={judgement} language={c.var.language} />
      ) : (
        <p class="govuk-body">
          {t({
            vi: `Đã nhập ${formatNumber(row.file.lines.length)} dòng. `,
            en: `${row.file.lines.length} lines have been imported. `,
          })}
          <a class="govuk-link" href={`/units/changes?from=${addDays(row.on, -1)}&to=${row.on}`}>
            {t({ vi: 'Xem các thay đổi', en: 'See the changes' })}
          </a>
          {applied?.withdrawn === null && (
            <>
              {' · '}
              <a class="govuk-link" href={`/units/acts/${id}/withdrawal`}>
                {t({ vi: 'Nhập nhầm: rút lại', en: 'Imported by mistake: withdraw' })}
              </a>
            </>
          )}
          {applied?.withdrawn && `${t({ vi: 'Đã rút lại', en: 'Withdrawn' })}: ${applied.withdrawn.reason}`}
        </p>
      )}
    </>,
  );
}
