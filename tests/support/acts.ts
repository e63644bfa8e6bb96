// Every act of the platform: a real address with a form that is accepted, and who may do it, may not, or is not told of it.
import { paragraph, wordFile } from '#src/documents/sample-files.ts';
import { centre, type Door, everyone, officer, readers } from './doors.ts';
import { password } from './people.ts';
import { unitActs } from './unit-doors.ts';
import { demoPlan, listOfM2, type World } from './world.ts';

/** One address gets only so many letters in an hour. */
let letters = 0;

/** Each amendment moves the date to another day. */
let amendments = 0;

const campaign = (rest: string) => (w: World) => `/campaigns/${w.slug}${rest}`;
const report = (rest: string) => (w: World) => `/reports/${w.reportId}${rest}`;
const article = (rest: string) => (w: World) => `/public/${w.article}${rest}`;
const visit = (rest: string) => (w: World) => `/campaigns/${w.slug}/visits/${w.visitId}${rest}`;
const session = (rest: string) => (w: World) => visit(`/sessions/${w.position}${rest}`)(w);
const plan = (rest: string) => (w: World) => `/plans/${w.planId}${rest}`;
const decision = (rest: string) => (w: World) => `/submissions/${w.submissionId}${rest}`;

/** Acts, in an order in which each can be done once by everyone who may. */
export const acts: Record<string, Door> = {
  '/sign-in': {
    path: () => '/sign-in',
    fields: () => ({ email: 'nam@test.example', password: password }),
    opens: everyone,
  },
  '/plans': { path: () => '/plans', fields: () => ({ text: demoPlan }), opens: officer, forbids: readers },
  '/plans/:id/decisions': {
    path: plan('/decisions'),
    fields: () => ({ pointer: '/title', decision: 'confirmed' }),
    opens: officer,
    forbids: readers,
  },
  '/plans/:id/edits': {
    path: plan('/edits'),
    fields: () => ({ pointer: '/title', value: 'tổng kết việc thực hiện nghị quyết' }),
    opens: officer,
    forbids: readers,
  },
  '/plans/:id/facts': {
    path: plan('/facts'),
    fields: () => ({
      kind: 'task',
      quote: 'khảo sát',
      paragraph: '14',
      lead: 'Văn phòng Ban',
      what: 'Chuẩn bị xe cho các đoàn',
    }),
    opens: officer,
    forbids: readers,
  },
  '/plans/:id/names': {
    path: plan('/names'),
    fields: () => ({ pointer: '/visits/0', name: 'Hưng Yên', unit: 'Hưng Yên' }),
    opens: officer,
    forbids: readers,
  },
  '/plans/:id/confirmation': { path: plan('/confirmation'), opens: officer, forbids: readers },
  '/plans/:id/assignments/:template': {
    path: plan('/assignments/M2'),
    fields: () => ({ list: listOfM2 }),
    opens: officer,
    forbids: readers,
  },
  '/templates/:code/edit': {
    path: () => '/templates/M3/edit',
    fields: () => ({ from: '1', name: 'Mẫu M3', outline: 'I. Đặc điểm tình hình\nII. Kết quả' }),
    opens: officer,
    forbids: [...readers, 'chau', 'ngan', 'nam'],
  },
  '/plans/:id/classes/:number': {
    path: plan('/classes/1'),
    fields: () => ({ names: 'Lạng Sơn', template: 'M1', due: '30/8/2023' }),
    opens: officer,
    forbids: readers,
  },
  '/plans/:id/campaign': { path: plan('/campaign'), opens: officer, forbids: readers },
  '/campaigns/:slug/publication': {
    path: (w) => `/campaigns/${w.freshSlug}/publication`,
    opens: officer,
    forbids: [...readers, 'chau', 'ngan'],
  },
  '/campaigns/:slug/successor': {
    path: campaign('/successor'),
    fields: () => ({
      symbol: '15-KH/BTGDVTW',
      issuedOn: '18/5/2026',
      issuer: 'Ban Tuyên giáo và Dân vận Trung ương',
      title: 'tổng kết lần nữa',
      rule: 'calendar',
      years: '3',
      months: '',
      'before.2023-08-30.2023-08-30.from': '29/8/2026',
    }),
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/amendments': {
    path: campaign('/amendments'),
    fields: () => {
      amendments += 1;
      const printedOn = `${amendments % 2 ? 8 : 7}/9/2023`;
      return { kind: 'deadline', templateCode: 'M3', printedOn, counted: 'yes', reason: 'Mưa lũ.' };
    },
    opens: officer,
    forbids: [...readers, 'chau', 'ngan'],
  },
  '/campaigns/:slug/amendments/:number/reading': {
    path: campaign('/amendments/2/reading'),
    opens: ['chau'],
  },
  '/campaigns/:slug/tasks/:taskId/completion': {
    path: (w) => `/campaigns/${w.slug}/tasks/${w.taskId}/completion`,
    fields: () => ({ done: '1' }),
    opens: officer,
    forbids: [...readers, 'chau', 'ngan'],
  },
  '/campaigns/:slug/obligations/:id/decisions': {
    path: (w) => `/campaigns/${w.slug}/obligations/${w.obligationId}/decisions`,
    fields: () => ({ kind: 'extension', stage: 'official', dueOn: '2023-09-10', reason: 'Mưa lũ.' }),
    opens: officer,
    forbids: [...readers, 'chau'],
  },
  '/campaigns/:slug/obligations/:id/decisions/:decisionId/withdrawal': {
    path: (w) => `/campaigns/${w.slug}/obligations/${w.obligationId}/decisions/${w.decisionId}/withdrawal`,
    opens: officer,
    forbids: [...readers, 'chau'],
  },
  '/campaigns/:slug/visits/proposal': {
    path: campaign('/visits/proposal'),
    fields: () => ({ delegations: '3' }),
    opens: officer,
    forbids: [...readers, 'chau', 'ngan'],
  },
  '/campaigns/:slug/visits/:id/date': {
    path: visit('/date'),
    fields: () => ({ startsOn: '2023-10-10', delegation: 'Đoàn 9' }),
    opens: officer,
    forbids: [...readers, 'chau'],
  },
  '/campaigns/:slug/visits/:id/notice': {
    path: visit('/notice'),
    fields: () => ({ note: '' }),
    opens: officer,
    forbids: [...readers, 'chau'],
  },
  '/campaigns/:slug/visits/:id/sessions/:position/host': {
    path: session('/host'),
    fields: (w) => ({ [`choice-${w.position}`]: 'Huyện Cao Lộc' }),
    opens: ['chau', 'ha'],
    forbids: readers,
  },
  '/campaigns/:slug/visits/:id/sessions/:position/confirmation': {
    path: session('/confirmation'),
    fields: () => ({ answer: 'confirm' }),
    opens: officer,
    forbids: [...readers, 'chau'],
  },
  '/submissions/:id/acceptance': {
    path: decision('/acceptance'),
    opens: officer,
    forbids: [...readers, 'chau'],
  },
  '/submissions/:id/acceptance/withdrawal': {
    path: decision('/acceptance/withdrawal'),
    fields: () => ({ reason: 'Bấm nhầm.' }),
    opens: officer,
    forbids: [...readers, 'chau'],
  },
  '/submissions/:id/return': {
    path: decision('/return'),
    fields: () => ({ reason: 'Thiếu số liệu năm 2022.' }),
    opens: officer,
    forbids: [...readers, 'chau'],
  },
  '/reports/:id/sections/:code': {
    path: (w) => `/reports/${w.reportId}/sections/${w.section}`,
    fields: () => ({ version: '1', text: 'Đã bổ sung số liệu năm 2022.' }),
    opens: ['chau'],
  },
  '/reports/:id/annexes/:table': {
    path: (w) => `/reports/${w.reportId}/annexes/${w.table}`,
    fields: (w) => ({ version: '1', [`cell.${w.indicator}.${w.column}`]: '62' }),
    opens: ['chau'],
  },
  '/reports/:id/kept/:part/copies': {
    path: (w) => `/reports/${w.reportId}/kept/${w.keptId}/copies`,
    fields: (w) => ({ section: w.sections[3]! }),
    opens: ['chau'],
  },
  '/reports/:id/reviews': {
    path: report('/reviews'),
    fields: (w) => ({ code: w.sections[2]! }),
    opens: ['chau'],
  },
  '/reports/:id/uploads/:upload': {
    path: (w) => `/reports/${w.reportId}/uploads/${w.uploadId}`,
    fields: (w) => ({ 'section[]': [w.section], 'taking[]': ['append'] }),
    opens: ['chau'],
  },
  '/reports/:id/uploads': {
    path: report('/uploads'),
    fields: () => ({
      file: new File([Buffer.from(wordFile(paragraph('I. Đặc điểm tình hình')))], 'bao-cao.docx'),
    }),
    opens: ['chau'],
  },
  '/reports/:id/submission': {
    path: report('/submission'),
    fields: () => ({ stage: 'draft', confirmed: 'yes' }),
    opens: ['chau'],
  },
  '/campaigns/:slug/synthesis/:code/reading': {
    path: (w) => `/campaigns/${w.slug}/synthesis/${w.section}/reading`,
    opens: centre,
  },
  '/campaigns/:slug/evidence': {
    path: campaign('/evidence'),
    fields: (w) => ({ submission: w.evidenceSubmission, section: w.section, block: w.passage }),
    opens: ['ha', 'bao'],
    forbids: ['long'],
  },
  '/campaigns/:slug/final-report': {
    path: (w) => `/campaigns/${w.freshSlug}/final-report`,
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/final-report/parts/:part': {
    path: (w) => `/campaigns/${w.slug}/final-report/parts/${w.part}`,
    fields: (w) => ({ version: '2', text: `Các tỉnh đã tổ chức nhiều cuộc đối thoại.[^e:${w.evidenceId}]` }),
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/final-report/citations': {
    path: campaign('/final-report/citations'),
    fields: (w) => ({ block: w.sentence, sentence: '', evidence: w.evidenceId }),
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/final-report/figures': {
    path: campaign('/final-report/figures'),
    fields: (w) => ({ block: w.sentence, sentence: '', ref: `${w.indicator}:${w.column}` }),
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/final-report/face': {
    path: campaign('/final-report/face'),
    fields: () => ({ issuer: 'Ban Dân vận Trung ương', abstract: 'tổng kết' }),
    opens: officer,
    forbids: readers,
  },
  '/campaigns/:slug/final-report/freezes': {
    path: campaign('/final-report/freezes'),
    opens: officer,
    forbids: readers,
  },
  '/public/:slug/shares': {
    path: article('/shares'),
    fields: () => ({ recipient: `ban${letters++}@test.example`, senderName: 'Một người bạn' }),
    opens: everyone,
  },
  '/public/:slug/feedback': {
    path: article('/feedback'),
    fields: () => ({ body: 'Đề nghị đăng cả phụ lục.' }),
    opens: everyone,
  },
  '/campaigns/:slug/feedback/:id/answer': {
    path: (w) => `/campaigns/${w.slug}/feedback/${w.feedbackId}/answer`,
    fields: () => ({ answer: 'Cảm ơn ông/bà.', outcome: 'answered' }),
    opens: officer,
    forbids: readers,
  },
  '/public/feedback/:code/sender-erasure': {
    path: (w) => `/public/feedback/${w.feedbackCode}/sender-erasure`,
    opens: everyone,
  },
  ...unitActs,
  '/administration/clock': {
    path: () => '/administration/clock',
    fields: () => ({ clock: '2023-08-25' }),
    opens: officer,
  },
  '/sign-out': { path: () => '/sign-out', opens: everyone },
};
