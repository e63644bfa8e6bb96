// What is wrong with who answers which template, said as a compiler says it; codes in docs/diagnostics-campaign.md. Pure.
import { bySeverity, type Diagnostic, type Severity } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';
import { kindNames } from '#src/units/rules.ts';
import type { AssignmentInput, AssignmentResult, Candidate } from './assignment.ts';

type Outcome = Omit<AssignmentResult, 'diagnostics'>;

/** Errors first. Every body in `twice` and `without` is named by C101 or counted by C102. */
export function assignmentDiagnostics(input: AssignmentInput, outcome: Outcome): Diagnostic[] {
  return bySeverity([
    ...outcome.twice.map(twoTemplates),
    ...noTemplate(outcome.without),
    ...surveyedWithout(input, outcome),
    ...emptyClasses(input),
    ...strangers(input),
    ...strayTemplates(input),
    ...withoutDates(outcome),
    ...draftAfterOfficial(outcome),
  ]);
}

function diagnostic(code: string, severity: Severity, message: Words, hint: Words): Diagnostic {
  return { code, severity, message, where: null, hint };
}

function twoTemplates({ unit, templateCodes }: Outcome['twice'][number]): Diagnostic {
  const codes = templateCodes.join(', ');
  return diagnostic(
    'C101',
    'error',
    { vi: `${unit.name} được giao hai mẫu: ${codes}.`, en: `${unit.name} has two templates: ${codes}.` },
    {
      vi: 'Bỏ đơn vị khỏi danh sách phân công, hoặc ghi nhóm kia là "trừ các đơn vị đã có báo cáo riêng".',
      en: 'Take it off the list, or mark the other class "except those with their own report".',
    },
  );
}

/** "A; B; C và 5 đơn vị nữa". */
function namesInWords(units: readonly Candidate[], shown = 6): Words {
  const names = units.map((u) => u.name).sort(compareVietnamese);
  const rest = names.length - shown;
  const list = names.slice(0, shown).join('; ');
  return rest > 0
    ? { vi: `${list} và ${rest} đơn vị nữa`, en: `${list} and ${rest} more` }
    : { vi: list, en: list };
}

function noTemplate(without: readonly Candidate[]): Diagnostic[] {
  return [...Map.groupBy(without, (u) => u.kind)].map(([kind, units]) => {
    const names = namesInWords(units);
    return diagnostic(
      'C102',
      'warning',
      {
        vi: `${units.length} đơn vị (${kindNames[kind].vi}) chưa có mẫu nào: ${names.vi}.`,
        en: `${units.length} bodies (${kindNames[kind].en}) have no template: ${names.en}.`,
      },
      {
        vi: 'Nếu các đơn vị này phải báo cáo thì thêm vào một nhóm hoặc danh sách; nếu không thì bỏ qua.',
        en: 'If they must report, add them to a class or a list; otherwise leave it.',
      },
    );
  });
}

function surveyedWithout(input: AssignmentInput, outcome: Outcome): Diagnostic[] {
  const owing = new Set(outcome.obligations.map((o) => o.unitId));
  const names = new Map(input.units.map((u) => [u.id, u.name]));
  return [...new Set(input.surveyed)]
    .filter((id) => !owing.has(id))
    .sort()
    .map((id) =>
      diagnostic(
        'C103',
        'warning',
        {
          vi: `${names.get(id) ?? 'Một đơn vị không có trong danh bạ tại ngày ban hành'} được chọn khảo sát nhưng không có báo cáo phải gửi.`,
          en: `${names.get(id) ?? 'A body that the registry does not know on that day'} is to be visited but owes no report.`,
        },
        {
          vi: 'Giao mẫu cho đơn vị, hoặc bỏ khỏi danh sách khảo sát.',
          en: 'Give it a template, or take it off the visits.',
        },
      ),
    );
}

function emptyClasses(input: AssignmentInput): Diagnostic[] {
  const kinds = new Set(input.units.map((u) => u.kind));
  const ids = new Set(input.units.map((u) => u.id));
  const listed = new Set(input.assignments.filter((a) => ids.has(a.unitId)).map((a) => a.templateCode));
  return [...input.classes]
    .filter((c) => !c.kinds.some((k) => kinds.has(k)) && !c.unitIds.some((id) => ids.has(id)))
    .filter((c) => !listed.has(c.templateCode))
    .sort((a, b) => a.templateCode.localeCompare(b.templateCode))
    .map((c) =>
      diagnostic(
        'C104',
        'warning',
        {
          vi: `Mẫu ${c.templateCode} chưa có đơn vị nào ("${c.words}").`,
          en: `Template ${c.templateCode} has no body yet ("${c.words}").`,
        },
        {
          vi: 'Nhập danh sách đơn vị, hoặc bỏ mẫu này.',
          en: 'Give the list of bodies, or drop the template.',
        },
      ),
    );
}

function strangers(input: AssignmentInput): Diagnostic[] {
  const ids = new Set(input.units.map((u) => u.id));
  const named = [
    ...input.assignments,
    ...input.classes.flatMap((c) => c.unitIds.map((unitId) => ({ unitId, templateCode: c.templateCode }))),
  ];
  const missing = named.filter((a) => !ids.has(a.unitId));
  return [...Map.groupBy(missing, (a) => a.templateCode)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, rows]) =>
      diagnostic(
        'C105',
        'error',
        {
          vi: `Danh sách mẫu ${code} có ${rows.length} đơn vị không tồn tại tại ngày ban hành.`,
          en: `The list of template ${code} names ${rows.length} bodies that did not exist on that day.`,
        },
        {
          vi: 'Chọn lại đơn vị theo tên tại ngày ban hành.',
          en: 'Choose them again by their names on that day.',
        },
      ),
    );
}

function strayTemplates(input: AssignmentInput): Diagnostic[] {
  const known = new Set(input.classes.map((c) => c.templateCode));
  return [...new Set(input.assignments.map((a) => a.templateCode))]
    .filter((code) => !known.has(code))
    .sort()
    .map((code) =>
      diagnostic(
        'C107',
        'error',
        {
          vi: `Danh sách phân công dùng mẫu ${code}, kế hoạch không có mẫu này.`,
          en: `The list uses template ${code}, which the plan does not have.`,
        },
        {
          vi: 'Sửa mã mẫu trong danh sách, hoặc thêm nhóm cho mẫu ấy.',
          en: 'Mend the code in the list, or add a class for it.',
        },
      ),
    );
}

function withoutDates(outcome: Outcome): Diagnostic[] {
  const bare = outcome.obligations.filter((o) => !o.stages.some((s) => s.stage === 'official'));
  return [...Map.groupBy(bare, (o) => o.templateCode)].map(([code, rows]) =>
    diagnostic(
      'C106',
      'error',
      {
        vi: `Mẫu ${code} chưa có hạn gửi báo cáo (${rows.length} đơn vị).`,
        en: `Template ${code} has no due date (${rows.length} bodies).`,
      },
      {
        vi: 'Xác nhận hoặc nhập hạn gửi báo cáo chính thức.',
        en: 'Confirm or enter the due date of the official report.',
      },
    ),
  );
}

function draftAfterOfficial(outcome: Outcome): Diagnostic[] {
  const wrong = outcome.obligations.filter((o) => {
    const [draft, official] = [
      o.stages.find((s) => s.stage === 'draft'),
      o.stages.find((s) => s.stage === 'official'),
    ];
    return draft && official && draft.dueOn >= official.dueOn;
  });
  return [...Map.groupBy(wrong, (o) => o.templateCode)].map(([code, rows]) =>
    diagnostic(
      'C108',
      'warning',
      {
        vi: `Mẫu ${code}: hạn gửi dự thảo không trước hạn gửi bản chính thức (${rows.length} đơn vị).`,
        en: `Template ${code}: the draft is not due before the official report (${rows.length} bodies).`,
      },
      { vi: 'Xem lại hai hạn trong kế hoạch.', en: 'Look at the two dates in the plan again.' },
    ),
  );
}
