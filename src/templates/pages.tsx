// Templates to read on screen and to take away as Word and Excel: for anyone who is signed in.
import { Hono } from 'hono';
import { insist, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { download } from '#src/web/download.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary, TextArea, TextField } from '#src/web/ui.tsx';
import { refusalToEditTemplates, saveTemplateVersion } from './actions.ts';
import { annexFile, outlineFile, type TemplateFile } from './files.ts';
import { outlineEditForm } from './forms.ts';
import { linesOfOutline, outlineEdited } from './outline-lines.ts';
import { type TemplateVersion, writableSections } from './rules.ts';
import { latestVersions, versionByCode } from './store.ts';
import { OutlineView, TableView } from './views.tsx';

export const templatePages = new Hono<Env>();

templatePages.get('/templates', async (c) => {
  const { db } = act(c);
  const t = words(c);
  const vi = c.var.language === 'vi';
  const versions = await latestVersions(db);
  return page(
    c,
    { title: { vi: 'Mẫu báo cáo', en: 'Report templates' } },
    <>
      <h1 class="govuk-heading-l">{t({ vi: 'Mẫu báo cáo', en: 'Report templates' })}</h1>
      <ul class="govuk-task-list">
        {versions.map((v) => (
          <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
              <a class="govuk-link govuk-task-list__link" href={`/templates/${v.code}`}>
                {v.name}
              </a>
              <div class="govuk-task-list__hint tk-small">
                {contents(v, vi)} · {vi ? 'phiên bản' : 'version'} {v.version}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>,
  );
});

function contents(v: TemplateVersion, vi: boolean): string {
  const sections = writableSections(v.outline).length;
  const indicators = v.annex.tables.reduce((sum, t) => sum + t.indicators.length, 0);
  const annex = vi
    ? `${v.annex.tables.length} biểu, ${indicators} chỉ tiêu`
    : `${v.annex.tables.length} tables, ${indicators} indicators`;
  return `${sections} ${vi ? 'đề mục' : 'sections'}${indicators > 0 ? `, ${annex}` : ''}`;
}

templatePages.get('/templates/:code', async (c) => {
  const version = await versionAsked(c);
  const { language } = c.var;
  const vi = language === 'vi';
  const [outline, annex] = [await outlineFile(version), await annexFile(version)];
  const query = c.req.query('version') ? `?version=${version.version}` : '';
  const link = (file: TemplateFile, name: string, label: string) => (
    <li>
      <a class="govuk-link" href={`/templates/${version.code}/${name}${query}`}>
        {label} (.{name.split('.')[1]}, {formatNumber(Math.ceil(file.bytes.length / 1024))} KB)
      </a>
    </li>
  );
  return page(
    c,
    { title: { vi: version.name, en: version.name } },
    <>
      <BackLink href="/templates">{vi ? 'Các mẫu báo cáo' : 'All templates'}</BackLink>
      <div class="tk-head govuk-!-margin-top-4">
        <div>
          <span class="govuk-caption-m">
            {contents(version, vi)} · {vi ? 'phiên bản' : 'version'} {version.version}
          </span>
          <h1 class="govuk-heading-l govuk-!-margin-bottom-0">{version.name}</h1>
        </div>
        <ul class="tk-links">
          {link(outline, 'outline.docx', vi ? 'Đề cương' : 'Outline')}
          {annex && link(annex, 'annex.xlsx', vi ? 'Biểu số liệu' : 'Annex')}
          {refusalToEditTemplates(act(c).actor) === null && (
            <li>
              <a class="govuk-link" href={`/templates/${version.code}/edit`}>
                {vi ? 'Sửa đề cương' : 'Edit the outline'}
              </a>
            </li>
          )}
        </ul>
      </div>
      <OutlineView outline={version.outline} language={language} />
      {version.annex.tables.map((table) => (
        <TableView table={table} language={language} />
      ))}
    </>,
  );
});

templatePages.get('/templates/:code/edit', (c) => editPage(c, {}, null));

templatePages.post('/templates/:code/edit', async (c) => {
  const latest = await latestToEdit(c);
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const { from, name, outline } = parseForm(outlineEditForm, typed);
    const edited = outlineEdited(latest.outline, latest.outline.title, outline);
    return saveTemplateVersion(act(c), {
      code: latest.code,
      from,
      name,
      outline: edited,
      annex: latest.annex,
    });
  });
  if (result.refusal) return editPage(c, typed, result.refusal);
  return c.redirect(`/templates/${latest.code}`, 303);
});

async function latestToEdit(c: Ctx): Promise<TemplateVersion> {
  const { db, actor } = act(c);
  insist(refusalToEditTemplates(actor));
  return found(await versionByCode(db, c.req.param('code') ?? ''));
}

async function editPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const latest = await latestToEdit(c);
  const t = words(c);
  const { language } = c.var;
  const error = (name: string) => refusal?.fields[name]?.[language];
  return page(
    c,
    { title: { vi: 'Sửa mẫu báo cáo', en: 'Edit the template' }, status: statusOf(refusal) },
    <>
      <BackLink href={`/templates/${latest.code}`}>{latest.name}</BackLink>
      <form method="post" action={`/templates/${latest.code}/edit`} class="tk-form">
        <ErrorSummary refusal={refusal} language={language} />
        <h1 class="govuk-heading-l">
          {t({ vi: `Sửa mẫu ${latest.code}`, en: `Edit template ${latest.code}` })}
        </h1>
        <p class="govuk-body">
          {t({
            vi: `Lưu thành phiên bản ${latest.version + 1}. Báo cáo đang có giữ phiên bản cũ cho đến khi đợt được điều chỉnh.`,
            en: `Saved as version ${latest.version + 1}. Existing reports keep theirs until the campaign is amended.`,
          })}
        </p>
        <input type="hidden" name="from" value={typedText(typed, 'from') ?? String(latest.version)} />
        <TextField
          name="name"
          label={t({ vi: 'Tên mẫu', en: 'Name' })}
          value={typedText(typed, 'name') ?? latest.name}
          error={error('name')}
        />
        <TextArea
          name="outline"
          rows={28}
          label={t({ vi: 'Đề cương', en: 'Outline' })}
          hint={t({
            vi: 'Mỗi dòng có số là một đề mục; dòng gạch đầu dòng là gợi ý viết. Đề mục giữ nguyên tên thì giữ biểu số liệu và độ dài của nó. Biểu số liệu không đổi ở đây.',
            en: 'Each numbered line is a section; a dashed line is guidance. A section that keeps its title keeps its tables and length. Annex tables do not change here.',
          })}
          value={typedText(typed, 'outline') ?? linesOfOutline(latest.outline)}
          error={error('outline')}
        />
        <Button>{t({ vi: 'Lưu phiên bản mới', en: 'Save the new version' })}</Button>
      </form>
    </>,
  );
}

templatePages.get('/templates/:code/outline.docx', async (c) =>
  send(c, await outlineFile(await versionAsked(c))),
);

templatePages.get('/templates/:code/annex.xlsx', async (c) =>
  send(c, await annexFile(await versionAsked(c))),
);

/** The version that ?version= asks for, else the newest; not-found when there is none. */
async function versionAsked(c: Ctx): Promise<TemplateVersion> {
  const { db } = act(c);
  const asked = c.req.query('version');
  if (asked !== undefined && !/^\d{1,6}$/.test(asked)) throw notFound();
  return found(
    await versionByCode(db, c.req.param('code') ?? '', asked === undefined ? undefined : Number(asked)),
  );
}

function send(c: Ctx, file: TemplateFile | null) {
  const { bytes, fileName, mediaType } = found(file);
  return download(c, bytes, fileName, mediaType);
}
