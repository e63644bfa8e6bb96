// Holds the house to its plan: who may import whom, purity of rules, ownership of tables, and the size of files.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#src/platform/config.ts';

/** An area may import from those before it. */
const order = [
  'kernel',
  'documents',
  'platform',
  'events',
  'accounts',
  'units',
  'templates',
  'campaigns',
  'annexes',
  'reports',
  'progress',
  'notices',
  'surveys',
  'portal',
  'plans',
  'synthesis',
  'finalreport',
  'administration',
  'demo',
];

/** Which area writes which tables: the first word of INSERT, UPDATE or DELETE anywhere else is refused. */
const owners: Record<string, string[]> = {
  units: [
    'units',
    'unit_names',
    'unit_aliases',
    'unit_parents',
    'unit_codes',
    'unit_events',
    'unit_event_members',
    'unit_loads',
    'unit_groups',
    'unit_contacts',
    'unit_imports',
    'unit_withdrawals',
  ],
  accounts: ['people', 'sessions', 'credentials', 'verifications', 'memberships'],
  events: ['events'],
  administration: ['settings'],
  templates: ['templates', 'template_versions'],
  plans: ['plans', 'plan_fact_decisions', 'plan_assignments'],
  campaigns: [
    'campaigns',
    'reviewed_documents',
    'campaign_templates',
    'obligations',
    'obligation_stages',
    'obligation_decisions',
    'campaign_tasks',
    'campaign_amendments',
    'campaign_amendment_notices',
  ],
  reports: [
    'reports',
    'report_sections',
    'report_section_versions',
    'report_uploads',
    'report_moves',
    'report_kept_parts',
    'report_kept_copies',
    'report_reviews',
    'submissions',
    'submission_returns',
    'submission_acceptances',
  ],
  annexes: ['annex_tables', 'annex_table_versions', 'accepted_figures'],
  surveys: ['visits', 'visit_sessions', 'visit_notices', 'visit_findings'],
  synthesis: ['evidence', 'section_readings'],
  finalreport: ['final_reports', 'final_report_versions', 'final_report_freezes'],
  portal: ['articles', 'article_attachments', 'article_views', 'article_shares', 'feedback'],
  notices: ['mails'],
};

const src = join(projectRoot, 'src');
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((f) => f.isFile() && /\.tsx?$/.test(f.name))
  .map((f) => relative(src, join(f.parentPath, f.name)));
const isTest = (file: string) => file.includes('.test.') || file.includes('/fixtures/');
const code = sources.filter((f) => !isTest(f));
const read = (file: string) => readFileSync(join(src, file), 'utf8');

type Import = { from: string; to: string };

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map(([, to]) => ({
    from: file,
    to: to!.startsWith('#src/') ? to!.slice(5) : to!.startsWith('.') ? join(file, '..', to!) : to!,
  }));
}

const areaOf = (path: string) => path.split('/')[0]!;
const isOurs = (path: string) => sources.includes(path);
const allImports = code.flatMap(importsOf);

describe('imports', () => {
  it('go only to areas that stand before', () => {
    const wrong = allImports.filter(({ from, to }) => {
      const [a, b] = [order.indexOf(areaOf(from)), order.indexOf(areaOf(to))];
      return isOurs(to) && a >= 0 && b > a;
    });
    expect(wrong).toEqual([]);
  });

  it('of web are made by doors only: pages, views and grids', () => {
    const wrong = allImports.filter(
      ({ from, to }) =>
        to.startsWith('web/') &&
        from.endsWith('.ts') &&
        !/\/pages(\/|\.ts)/.test(from) &&
        order.includes(areaOf(from)),
    );
    expect(wrong).toEqual([]);
  });

  it('of the kernel stay inside the kernel', () => {
    expect(
      allImports.filter(({ from, to }) => from.startsWith('kernel/') && !to.startsWith('kernel/')),
    ).toEqual([]);
  });

  it('of the browser reach only kernel, rules, forms and models', () => {
    const allowed = /^(kernel|browser)\/|\/(rules|forms|model)(\.ts|\/)/;
    expect(
      allImports.filter(({ from, to }) => from.startsWith('browser/') && isOurs(to) && !allowed.test(to)),
    ).toEqual([]);
  });

  it('find what they name', () => {
    expect(allImports.filter(({ to }) => /\.tsx?$/.test(to) && !isOurs(to))).toEqual([]);
  });
});

describe('rules', () => {
  const pure = code.filter(
    (f) => /\/rules(\.ts|\/)/.test(f) || f.startsWith('kernel/') || f.startsWith('plans/compiler/'),
  );
  const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

  it('read no clock, wait for nothing and touch no database', () => {
    const forbidden =
      /\bnew Date\(\)(?!\s*\))|\bDate\.now\(|\bawait\b|\bprocess\.|from '(kysely|postgres|node:fs|node:net|node:child_process)/;
    const wrong = pure.filter(
      (f) => !f.endsWith('kernel/ids.ts') && forbidden.test(withoutComments(read(f))),
    );
    expect(wrong).toEqual([]);
  });
});

describe('tables', () => {
  it('are written by the store of their own area only', () => {
    const wrong = code.flatMap((file) =>
      [
        ...read(file).matchAll(
          /(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)|(?:insert into|update|delete from) (\w+) (?:set|\()/gi,
        ),
      ]
        .map(([, a, b]) => (a ?? b)!.toLowerCase())
        .filter(
          (table) =>
            Object.values(owners).flat().includes(table) && !(owners[areaOf(file)] ?? []).includes(table),
        )
        .map((table) => `${file} writes ${table}`),
    );
    expect(wrong).toEqual([]);
  });

  it('each have one owner', () => {
    const created = readdirSync(join(projectRoot, 'migrations'))
      .flatMap((f) => [
        ...readFileSync(join(projectRoot, 'migrations', f), 'utf8').matchAll(/create table (\w+)/g),
      ])
      .map(([, table]) => table!);
    const owned = Object.values(owners).flat();
    expect([...created].sort()).toEqual([...owned].sort());
  });
});

describe('files', () => {
  it('say on their first line what they are for', () => {
    expect(code.filter((f) => !/^\/\/ \S|^\/\*\* \S/.test(read(f)) && !f.endsWith('schema.ts'))).toEqual([]);
  });

  it('stay small', () => {
    const long = sources.filter((f) => !f.endsWith('schema.ts') && read(f).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('have homes that say what they hold', () => {
    expect(
      sources.filter(
        (f) =>
          /(^|\/)(utils?|helpers?|common|misc|services|managers)(\/|\.ts)/.test(f) && f !== 'services.ts',
      ),
    ).toEqual([]);
  });
});
