// Templates and classes: one without the other, two for one, named but not attached, a list of bodies that the text lacks.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { FoundTarget } from '../facts/targets.ts';
import { words } from '../layout/paragraph.ts';
import type { Resolved } from '../resolve.ts';
import { barePlane, find, phrase, says, view } from '../text/planes.ts';
import { diagnostic } from './say.ts';

export function diagnoseTemplates(r: Resolved): Diagnostic[] {
  return [
    ...r.targets.flatMap((t) => listElsewhere(t)),
    ...r.targets.flatMap((t) => withoutDue(t)),
    ...twice(r.targets),
    ...unpaired(r),
    ...absent(r),
  ];
}

const assigned = phrase('<(?:được phân công|được giao|có tên|được lựa chọn|theo danh sách|theo phân công)>');
const listAttached = phrase(
  '<(?:có tên|danh sách|tiêu đề báo cáo|phân công)[^.;()]{0,60}(?:gửi kèm|kèm theo|đính kèm)',
);

/** "Các đơn vị được phân công … (có tên và tiêu đề báo cáo gửi kèm theo mẫu M2)": who they are stands in an attachment. */
function listElsewhere(t: FoundTarget): Diagnostic[] {
  const s = t.statement;
  if (!t.template || !find(assigned, view(t.who.p, t.who.a, t.who.b)) || !says(s, listAttached)) return [];
  return [
    diagnostic(
      'E203',
      t.who,
      {
        vi: `${t.template.value} chưa có danh sách đơn vị và tên báo cáo`,
        en: `${t.template.value} has no list of bodies and report titles yet`,
      },
      {
        vi: 'Nhập danh sách từ phụ lục gửi kèm, hoặc tạm hoãn mẫu này.',
        en: 'Enter the list from the attachment, or leave this template for later.',
      },
    ),
  ];
}

function withoutDue(t: FoundTarget): Diagnostic[] {
  if (t.due) return [];
  return [
    diagnostic(
      'W306',
      t.who,
      { vi: 'Nhóm đơn vị này chưa có thời hạn gửi báo cáo', en: 'This class of bodies has no due date' },
      { vi: 'Đặt thời hạn trước khi tạo đợt.', en: 'Set a due date before making the campaign.' },
    ),
  ];
}

/** The same class under two templates. */
function twice(targets: readonly FoundTarget[]): Diagnostic[] {
  const seen = new Map<string, FoundTarget>();
  return targets.flatMap((t) => {
    const key = barePlane(words(t.who)).replace(/^cac /, '');
    const before = seen.get(key);
    seen.set(key, t);
    if (!before?.template || !t.template || before.template.value === t.template.value) return [];
    return [
      diagnostic(
        'E206',
        t.who,
        {
          vi: `Nhóm này có hai mẫu: ${before.template.value} và ${t.template.value}`,
          en: `This class has two templates: ${before.template.value} and ${t.template.value}`,
        },
        { vi: 'Chọn một mẫu cho mỗi đơn vị.', en: 'Choose one template for each body.' },
      ),
    ];
  });
}

const templateName = /^(?:m\d|mau|de cuong so|bieu so|bieu mau)/;

/** A class without a template where others have one; an attached template that no class uses. */
function unpaired(r: Resolved): Diagnostic[] {
  const used = new Set(r.targets.flatMap((t) => (t.template ? [barePlane(t.template.value)] : [])));
  if (used.size === 0) return [];
  const classes = r.targets.flatMap((t) =>
    t.template
      ? []
      : [
          diagnostic(
            'W209',
            t.who,
            {
              vi: 'Nhóm đơn vị này chưa rõ dùng mẫu nào',
              en: 'It is not said which template this class uses',
            },
            {
              vi: 'Chọn mẫu, hoặc xác nhận báo cáo tự do.',
              en: 'Choose a template, or confirm a free report.',
            },
          ),
        ],
  );
  const spare = r.attachments.filter(
    (a) =>
      templateName.test(barePlane(words(a))) && ![...used].some((u) => sameTemplate(u, barePlane(words(a)))),
  );
  return [
    ...classes,
    ...spare.map((a) =>
      diagnostic('W208', a, {
        vi: `${words(a)} không được giao cho nhóm đơn vị nào`,
        en: `${words(a)} is given to no class of bodies`,
      }),
    ),
  ];
}

const core = (name: string) =>
  name
    .replace(/\b(?:mau|so|bieu|de cuong|phu luc)\b/g, '')
    .replace(/\b0+(?=\d)/g, '')
    .trim();
const sameTemplate = (a: string, b: string) => core(a) === core(b) || b.startsWith(a);

/** Templates and files that are named, while their text is not part of what was given. */
function absent(r: Resolved): Diagnostic[] {
  const texts = r.placed.filter((x) => x.region === 'annex').map((x) => x.p.bare);
  const given = (name: string) => texts.some((t) => t.startsWith(name) || sameTemplate(name, t.slice(0, 40)));
  const files = r.placed.find((x) => x.role === 'files');
  const named = [
    ...new Set([
      ...(files ? r.attachments.map(words) : []),
      ...r.targets.flatMap((t) => (t.template ? [t.template.value] : [])),
    ]),
  ];
  const missing = named.filter((name) => !given(barePlane(name)));
  if (missing.length === 0) return [];
  const at =
    r.attachments[0] ??
    r.targets.find((t) => t.template && missing.includes(t.template.value))?.template?.piece ??
    null;
  return [
    diagnostic(
      'W207',
      at,
      {
        vi: `Chưa có tệp đính kèm: ${missing.join(', ')}`,
        en: `Attachments are named but not present: ${missing.join(', ')}`,
      },
      {
        vi: 'Tải lên các tệp này hoặc soạn mẫu trong hệ thống.',
        en: 'Upload these files, or make the templates here.',
      },
    ),
  ];
}
