// Every page of the platform: a real address, and who sees it, is refused it, or is not told that it exists.
import type { PersonName } from './people.ts';
import { unitPages } from './unit-doors.ts';
import type { World } from './world.ts';

export type Who = PersonName | 'visitor';
export type Fields = Record<string, string | string[] | File>;

/** `opens`: gets the page or the act; `forbids`: sees it and is told 403; for everyone else it does not exist. */
export type Door = {
  path: (w: World) => string;
  fields?: (w: World) => Fields;
  opens: readonly Who[];
  forbids?: readonly Who[];
};

export const centre: Who[] = ['ha', 'bao', 'long'];
export const inCampaign: Who[] = [...centre, 'chau', 'ngan'];
const signedIn: Who[] = [...inCampaign, 'nam'];
export const everyone: Who[] = [...signedIn, 'visitor'];
export const officer: Who[] = ['ha'];
export const readers: Who[] = ['bao', 'long'];

const campaign = (rest: string) => (w: World) => `/campaigns/${w.slug}${rest}`;
const report = (rest: string) => (w: World) => `/reports/${w.reportId}${rest}`;
const article = (rest: string) => (w: World) => `/public/${w.article}${rest}`;

/** Pages, by the router's own pattern. */
export const pages: Record<string, Door> = {
  '/': { path: () => '/', opens: everyone },
  '/health': { path: () => '/health', opens: everyone },
  '/sign-in': { path: () => '/sign-in', opens: everyone },
  '/about': { path: () => '/about', opens: everyone },
  '/guide': { path: () => '/guide', opens: everyone },
  '/administration': { path: () => '/administration', opens: officer },
  '/campaigns': { path: () => '/campaigns', opens: signedIn },
  '/campaigns/:slug': { path: campaign(''), opens: centre },
  '/campaigns/:slug/board.print': { path: campaign('/board.print'), opens: centre },
  '/campaigns/:slug/reports': { path: campaign('/reports'), opens: centre },
  '/campaigns/:slug/plan': { path: campaign('/plan'), opens: inCampaign },
  '/campaigns/:slug/successor': {
    path: (w) => `/campaigns/${w.slug}/successor?issuedOn=18/5/2026&symbol=15-KH/BTGDVTW`,
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/amendments': { path: campaign('/amendments'), opens: inCampaign },
  '/campaigns/:slug/amendments/new': {
    path: campaign('/amendments/new'),
    opens: officer,
    forbids: [...readers, 'chau', 'ngan'],
  },
  '/campaigns/:slug/amendments/:number/notice.docx': {
    path: campaign('/amendments/1/notice.docx'),
    opens: centre,
  },
  '/campaigns/:slug/tasks': { path: campaign('/tasks'), opens: ['chau', 'ngan'] },
  '/campaigns/:slug/visits': { path: campaign('/visits'), opens: inCampaign },
  '/campaigns/:slug/visits.ics': { path: campaign('/visits.ics'), opens: inCampaign },
  '/campaigns/:slug/figures': { path: campaign('/figures?table=B3'), opens: centre },
  '/campaigns/:slug/figures.xlsx': { path: campaign('/figures.xlsx?table=B3'), opens: centre },
  '/campaigns/:slug/figures/:table/:indicator/:column': {
    path: (w) => `/campaigns/${w.slug}/figures/${w.table}/${w.indicator}/${w.column}`,
    opens: centre,
  },
  '/campaigns/:slug/obligations/:id': {
    path: (w) => `/campaigns/${w.slug}/obligations/${w.obligationId}`,
    opens: [...centre, 'chau'],
  },
  '/campaigns/:slug/synthesis': { path: campaign('/synthesis'), opens: centre },
  '/campaigns/:slug/synthesis/:code': {
    path: (w) => `/campaigns/${w.slug}/synthesis/${w.section}`,
    opens: centre,
  },
  '/campaigns/:slug/evidence': { path: campaign('/evidence'), opens: centre },
  '/campaigns/:slug/feedback': { path: campaign('/feedback'), opens: centre },
  '/campaigns/:slug/final-report': { path: campaign('/final-report'), opens: centre },
  '/campaigns/:slug/final-report/working.docx': {
    path: campaign('/final-report/working.docx'),
    opens: centre,
  },
  '/campaigns/:slug/final-report/freezes/:file{[0-9]+\\.(docx|pdf)}': {
    path: campaign('/final-report/freezes/1.pdf'),
    opens: centre,
  },
  '/campaigns/:slug/final-report/face': {
    path: campaign('/final-report/face'),
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/final-report/parts/:part': {
    path: (w) => `/campaigns/${w.slug}/final-report/parts/${w.part}`,
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/final-report/sources': {
    path: (w) => `/campaigns/${w.slug}/final-report/sources?block=${w.sentence}`,
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/final-report/figures': {
    path: (w) => `/campaigns/${w.slug}/final-report/figures?block=${w.sentence}`,
    opens: officer,
    forbids: readers,
  },
  '/plans': { path: () => '/plans', opens: centre },
  '/plans/new': { path: () => '/plans/new', opens: officer, forbids: readers },
  '/plans/:id': { path: (w) => `/plans/${w.planId}`, opens: centre },
  '/plans/:id/classes/:number': {
    path: (w) => `/plans/${w.planId}/classes/1`,
    opens: officer,
    forbids: readers,
  },
  '/plans/:id/facts.json': { path: (w) => `/plans/${w.planId}/facts.json`, opens: centre },
  '/reports/:id': { path: report(''), opens: ['chau'] },
  '/reports/:id/annex.xlsx': { path: report('/annex.xlsx'), opens: ['chau'] },
  '/reports/:id/annexes/:table': {
    path: (w) => `/reports/${w.reportId}/annexes/${w.table}`,
    opens: ['chau'],
  },
  '/reports/:id/kept': { path: report('/kept'), opens: ['chau'] },
  '/reports/:id/history': { path: report('/history'), opens: ['chau'] },
  '/reports/:id/sections/:code': {
    path: (w) => `/reports/${w.reportId}/sections/${w.section}`,
    opens: ['chau'],
  },
  '/reports/:id/sections/:code/versions': {
    path: (w) => `/reports/${w.reportId}/sections/${w.section}/versions`,
    opens: ['chau'],
  },
  '/reports/:id/uploads/:upload': {
    path: (w) => `/reports/${w.reportId}/uploads/${w.uploadId}`,
    opens: ['chau'],
  },
  '/reports/:id/uploads/:upload/file': {
    path: (w) => `/reports/${w.reportId}/uploads/${w.uploadId}/file`,
    opens: ['chau'],
  },
  '/submissions/:id': { path: (w) => `/submissions/${w.submissionId}`, opens: [...centre, 'chau'] },
  '/submissions/:id/content.json': {
    path: (w) => `/submissions/${w.submissionId}/content.json`,
    opens: [...centre, 'chau'],
  },
  '/submissions/:id/receipt': {
    path: (w) => `/submissions/${w.submissionId}/receipt`,
    opens: [...centre, 'chau'],
  },
  '/receipts/verify': { path: () => '/receipts/verify', opens: signedIn },
  '/templates': { path: () => '/templates', opens: signedIn },
  '/templates/:code/edit': {
    path: () => '/templates/M1/edit',
    opens: officer,
    forbids: [...readers, 'chau', 'ngan', 'nam'],
  },
  '/templates/:code': { path: () => '/templates/M1', opens: signedIn },
  '/templates/:code/annex.xlsx': { path: () => '/templates/M1/annex.xlsx', opens: signedIn },
  '/templates/:code/outline.docx': { path: () => '/templates/M1/outline.docx', opens: signedIn },
  ...unitPages,
  '/public': { path: () => '/public', opens: everyone },
  '/public/rss.xml': { path: () => '/public/rss.xml', opens: everyone },
  '/public/feedback': { path: () => '/public/feedback', opens: everyone },
  '/public/feedback/:code': { path: (w) => `/public/feedback/${w.feedbackCode}`, opens: everyone },
  '/public/:slug': { path: article(''), opens: everyone },
  '/public/:slug/status': { path: article('/status'), opens: everyone },
  '/public/:slug/files.zip': { path: article('/files.zip'), opens: everyone },
  '/public/:slug/page.pdf': { path: article('/page.pdf'), opens: everyone },
  '/public/:slug/files/:id': { path: (w) => `/public/${w.article}/files/${w.attachmentId}`, opens: everyone },
};
