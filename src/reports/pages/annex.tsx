// One annex table of a report: the grid as a form, and both versions when two people saved it.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { namesOf } from '#src/accounts/store.ts';
import { AnnexConflict } from '#src/annexes/conflict.tsx';
import { AnnexGrid } from '#src/annexes/grid.tsx';
import { checkTable } from '#src/annexes/rules/check.ts';
import { type AnnexCell, type AnnexCells, type TableProgress, tableProgress } from '#src/annexes/rules.ts';
import { readAnnex, type TableConflict, type TableDraft, tableDraft } from '#src/annexes/store.ts';
import { dueOn } from '#src/campaigns/rules.ts';
import type { TableValues } from '#src/documents/annex.ts';
import { dateAt, daysBetween, formatDate, formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import { notFound, type Refusal } from '#src/kernel/refusal.ts';
import { annexFile } from '#src/templates/files.ts';
import { type AnnexTable, findTable } from '#src/templates/rules.ts';
import { download } from '#src/web/download.ts';
import { act, type Ctx, type Env, found } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf } from '#src/web/form.ts';
import { BackLink, ErrorSummary, Notice, Sample } from '#src/web/ui.tsx';
import { saveAnnexTable } from '../actions/filling.ts';
import { lateCode, placeOf } from '../actions/late.ts';
import { type ReportSeen, reportSeenBy, standingReturn } from '../actions/seeing.ts';
import { gridForm } from '../forms.ts';
import { daysLeftInWords } from '../rules/words.ts';
import { nextStage, refusalToEdit } from '../rules.ts';
import { openReviews } from '../store/moves.ts';
import { backToTasks, reportPage } from './frame.tsx';
import { ReviewNotice } from './moved.tsx';

export const annexPages = new Hono<Env>();

function tableCalled({ template }: ReportSeen, code: string): AnnexTable {
  const table = findTable(template.annex, code);
  if (!table) throw notFound();
  return table;
}

annexPages.get('/reports/:id/annexes/:table', async (c) => {
  const { db, actor } = act(c);
  const seen = await reportSeenBy({ db, actor }, c.req.param('id'));
  const table = tableCalled(seen, c.req.param('table'));
  return tablePage(c, seen, table, await tableDraft(db, seen.report.id, table.code), null);
});

annexPages.post('/reports/:id/annexes/:table', async (c) => {
  const { db, actor } = act(c);
  const { id, table: code } = c.req.param();
  await reportSeenBy({ db, actor }, id);
  const fields = await readForm(c);
  const { version: from, move } = parseForm(gridForm, fields);
  const result = await attempt(() => saveAnnexTable(act(c), id, { table: code, from, move, fields }));
  if (result.refusal?.code === lateCode) return c.redirect(`/reports/${id}/kept?late=yes`, 303);
  const seen = await reportSeenBy({ db, actor }, id);
  const place = placeOf(seen, 'table', { code, version: from, move });
  const table = tableCalled(seen, place?.code ?? code);
  const address = `/reports/${id}/annexes/${encodeURIComponent(table.code)}`;
  if (!result.refusal) return c.redirect(`${address}?saved=yes`, 303);
  return tablePage(c, seen, table, await tableDraft(db, id, table.code), result.refusal);
});

/** Every table as a workbook to go on with: the figures that are there already, and the version of the report's own template. */
annexPages.get('/reports/:id/annex.xlsx', async (c) => {
  const { db, actor } = act(c);
  const seen = await reportSeenBy({ db, actor }, c.req.param('id'));
  const values = byTable(await readAnnex(db, seen.report.id));
  const file = found(await annexFile(seen.template, { unitName: seen.obligation.unitName, values }));
  return download(c, file.bytes, file.fileName, file.mediaType);
});

function byTable(annex: Record<string, AnnexCells>): Record<string, TableValues> {
  const said = (cell: AnnexCell) => ('value' in cell ? cell.value : cell.reason);
  const each = <A, B>(record: Record<string, A>, take: (a: A) => B): Record<string, B> =>
    Object.fromEntries(Object.entries(record).map(([key, a]) => [key, take(a)]));
  return each(annex, (cells) => each(cells, (row) => each(row, said)));
}

/** After a conflict the grid shows the writer's cells over the version that is there, so that saving again merges them. */
async function tablePage(
  c: Ctx,
  seen: ReportSeen,
  table: AnnexTable,
  draft: TableDraft,
  refusal: Refusal | null,
) {
  const { db, actor } = act(c);
  const language = c.var.language;
  const conflict = refusal?.kind === 'conflict' ? (refusal.details as TableConflict) : null;
  const { cells, unread } = conflict?.mine ?? draft;
  const diagnostics = checkTable(table, cells, unread);
  const locked = refusalToEdit(seen.standing, actor);
  const names = await namesOf(db, draft.savedBy ? [draft.savedBy] : []);
  const returned = await standingReturn(db, seen);
  const note = returned?.marks.find((m) => m.section === table.code)?.note;
  const title = `${table.code}. ${table.title}`;
  const address = `/reports/${seen.report.id}/annexes/${encodeURIComponent(table.code)}`;
  const reviews = await openReviews(db, seen.report.id);
  const saved = savedInWords(draft, names, language);
  return reportPage(
    c,
    seen,
    { title: { vi: title, en: title }, status: statusOf(refusal), scripts: ['annex-grid'] },
    <>
      <p class="govuk-body-s">
        <BackLink href={`/reports/${seen.report.id}`}>{backToTasks[language]}</BackLink>
      </p>
      <TableHead c={c} seen={seen} table={table} progress={tableProgress(table, cells, diagnostics)} />
      {c.req.query('saved') && !refusal && saved && <Notice>{saved}</Notice>}
      <ErrorSummary refusal={refusal ?? locked} language={language} />
      {note && (
        <p class="tk-net tk-net--returned">
          <strong>{language === 'vi' ? 'Ban đề nghị sửa: ' : 'To be mended: '}</strong>
          <span>{note}</span>
        </p>
      )}
      <ReviewNotice {...{ code: table.code, reviews, language }} reportId={seen.report.id} canAct={!locked} />
      {conflict && <BothVersions table={table} conflict={conflict} address={address} language={language} />}
      <AnnexGrid
        {...{ table, cells, unread, language, saved, diagnostics }}
        action={address}
        version={draft.version}
        move={seen.moves.length}
        isLocked={locked !== null}
      />
    </>,
  );
}

function savedInWords(draft: TableDraft, names: Map<string, string>, language: Language): string | null {
  if (!draft.savedAt) return null;
  const who = names.get(draft.savedBy ?? '') ?? '';
  const when = formatInstant(draft.savedAt);
  return language === 'vi'
    ? `Đã lưu ${when}, ${who} · phiên bản ${draft.version}`
    : `Saved ${when}, ${who} · version ${draft.version}`;
}

type HeadProps = { c: Ctx; seen: ReportSeen; table: AnnexTable; progress: TableProgress };

const TableHead: FC<HeadProps> = ({ c, seen, table, progress }) => {
  const language = c.var.language;
  const vi = language === 'vi';
  const base = `/reports/${seen.report.id}`;
  const { tables } = seen.template.annex;
  const next = tables[tables.findIndex((other) => other.code === table.code) + 1];
  const cutoff = seen.campaign.cutoffOn && formatDate(seen.campaign.cutoffOn);
  return (
    <div class="tk-head">
      <div>
        <span class="govuk-caption-m">
          {vi ? `Phụ lục mẫu ${seen.template.code}` : `Annex of template ${seen.template.code}`}
          {cutoff && (vi ? ` · chốt số liệu ${cutoff}` : ` · figures as of ${cutoff}`)}
        </span>
        <h1 class="govuk-heading-l govuk-!-margin-bottom-0">
          {table.code}. {table.title}
        </h1>
      </div>
      <p class="tk-small">
        {c.var.services.demo && (
          <>
            <Sample language={language} /> ·{' '}
          </>
        )}
        {progress.filled}/{progress.cells} {vi ? 'ô' : 'cells'}
        {daysText(seen, c.var.now, language)} ·{' '}
        <a class="govuk-link" href={`${base}/annex.xlsx`}>
          {vi ? 'Tải các biểu (.xlsx)' : 'Download the tables (.xlsx)'}
        </a>
        {next && (
          <>
            {' · '}
            <a class="govuk-link" href={`${base}/annexes/${encodeURIComponent(next.code)}`}>
              {vi ? `Biểu sau: ${next.code}` : `Next table: ${next.code}`}
            </a>
          </>
        )}
      </p>
    </div>
  );
};

type BothProps = { table: AnnexTable; conflict: TableConflict; address: string; language: Language };

const BothVersions: FC<BothProps> = ({ table, conflict, address, language }) => (
  <>
    <AnnexConflict table={table} mine={conflict.mine} theirs={conflict.theirs} language={language} />
    <p class="govuk-body">
      {language === 'vi'
        ? 'Bảng dưới đây là bản của ông/bà; sửa các ô cần lấy theo bản đang có rồi lưu. '
        : 'The grid below holds your version; change the cells that should follow the other one, then save. '}
      <a class="govuk-link" href={address}>
        {language === 'vi' ? 'Giữ bản đang có' : 'Keep the version there'}
      </a>
    </p>
  </>
);

function daysText(seen: ReportSeen, now: Date, language: Language): string {
  const stage = seen.obligation.stages.find((s) => s.stage === nextStage(seen.standing));
  if (!stage) return '';
  const words = daysLeftInWords(daysBetween(dateAt(now), dueOn(stage, seen.obligation.decisions)));
  return ` · ${words[language].toLowerCase()}`;
}
