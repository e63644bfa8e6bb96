// Templates to read on screen and to take away as Word and Excel: for anyone who is signed in.
import { Hono } from 'hono';
import { notFound } from '#src/kernel/refusal.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { download } from '#src/web/download.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink } from '#src/web/ui.tsx';
import { annexFile, outlineFile, type TemplateFile } from './files.ts';
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
        </ul>
      </div>
      <OutlineView outline={version.outline} language={language} />
      {version.annex.tables.map((table) => (
        <TableView table={table} language={language} />
      ))}
    </>,
  );
});

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
