// The task list itself: sections by part of the outline, then the annex tables, each with how far it has come.
import type { FC } from 'hono/jsx';
import type { TableProgress } from '#src/annexes/rules.ts';
import type { Language } from '#src/kernel/language.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { type OutlineSection, sectionLabel } from '#src/templates/rules.ts';
import { Status, type StatusKind } from '#src/web/ui.tsx';
import type { ReportContents, ReportSeen } from '../actions/seeing.ts';
import { type SectionProgress, sectionProgress } from '../rules/missing.ts';
import type { Mark } from '../rules.ts';
import type { ReturnRow } from '../store/decisions.ts';

type Props = {
  seen: ReportSeen;
  contents: ReportContents;
  returned: ReturnRow | null;
  /** Sections and tables that are asked differently since an amendment. */
  reviews: ReadonlySet<string>;
  language: Language;
};

type Group = { title: string; sections: OutlineSection[] };

/** One group per part that only groups; parts that are themselves written stand together in one. */
function groupsOf(sections: readonly OutlineSection[], fallback: string): Group[] {
  const groups: Group[] = [];
  let written: Group | null = null;
  for (const section of sections) {
    if (section.level === 1 && !section.writable) {
      groups.push({ title: `${section.numbering}: ${shorten(section.title)}`, sections: [] });
      written = null;
    } else if (section.writable && section.level === 1) {
      if (!written) {
        written = { title: fallback, sections: [] };
        groups.push(written);
      }
      written.sections.push(section);
    } else if (section.writable) {
      if (groups.length === 0) groups.push({ title: fallback, sections: [] });
      groups.at(-1)!.sections.push(section);
    }
  }
  return named(
    groups.filter((g) => g.sections.length > 0),
    fallback,
  );
}

/** "Phần thứ hai và Phần thứ ba" for a group of parts that are written themselves. */
function named(groups: Group[], fallback: string): Group[] {
  return groups.map((g) => {
    const numbers = g.sections.filter((s) => s.level === 1).map((s) => s.numbering);
    return g.title === fallback && numbers.length > 0 && numbers.every(Boolean)
      ? { ...g, title: numbers.join(', ') }
      : g;
  });
}

const shorten = (title: string) => title.split(' thực hiện ')[0]!;

export const TaskGroups: FC<Props> = (props) => {
  const { seen, contents, language } = props;
  const groups = groupsOf(
    seen.template.outline.sections,
    language === 'vi' ? 'Nội dung báo cáo' : 'The report',
  );
  return (
    <>
      {groups.map((group, index) => (
        <section class="tk-group" aria-labelledby={`p${index + 1}`}>
          <h2 class="govuk-heading-m" id={`p${index + 1}`}>
            {group.title}
          </h2>
          <ul class="govuk-task-list">
            {group.sections.map((section) => (
              <SectionTask {...props} section={section} />
            ))}
          </ul>
        </section>
      ))}
      {contents.tables.length > 0 && (
        <section class="tk-group" aria-labelledby="pl">
          <h2 class="govuk-heading-m" id="pl">
            {language === 'vi' ? 'Phụ lục: biểu số liệu' : 'Annex: tables of figures'}
          </h2>
          <ul class="govuk-task-list">
            {contents.tables.map((table) => (
              <TableTask {...props} table={table} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const SectionTask: FC<Props & { section: OutlineSection }> = ({
  seen,
  contents,
  returned,
  reviews,
  language,
  section,
}) => {
  const row = contents.sections[section.code] ?? null;
  const progress = sectionProgress(section, row);
  const mark = openMark(returned, section.code, row?.savedAt ?? null);
  const [kind, label] =
    !mark && reviews.has(section.code)
      ? toReview[language]
      : sectionStatus(progress, mark !== null, language);
  return (
    <Task
      id={`muc-${section.code}`}
      href={`/reports/${seen.report.id}/sections/${encodeURIComponent(section.code)}`}
      label={sectionLabel(section)}
      hint={mark ? mark.note || null : sectionHint(progress, language)}
      kind={kind}
      status={label}
    />
  );
};

const toReview: Record<Language, [StatusKind, string]> = {
  vi: ['risk', 'Yêu cầu đã đổi: xem lại'],
  en: ['risk', 'Asked differently: look again'],
};

/** The mark on a section that has not been saved since the report came back. */
function openMark(returned: ReturnRow | null, code: string, savedAt: Date | null): Mark | null {
  const mark = returned?.marks.find((m) => m.section === code) ?? null;
  return mark && returned && !(savedAt && savedAt > returned.returnedAt) ? mark : null;
}

function sectionStatus(
  progress: SectionProgress,
  isMarked: boolean,
  language: Language,
): [StatusKind, string] {
  const vi = language === 'vi';
  if (isMarked) return ['returned', vi ? 'Cần sửa' : 'To be mended'];
  if (progress.state === 'done') return ['ok', vi ? 'Xong' : 'Done'];
  if (progress.state === 'short') return ['draft', vi ? 'Đang soạn' : 'Drafting'];
  return ['none', vi ? 'Chưa bắt đầu' : 'Not started'];
}

function sectionHint({ section, words, items, state }: SectionProgress, language: Language): string | null {
  const vi = language === 'vi';
  const lines = items > 0 ? (vi ? ` · ${items} dòng danh mục` : ` · ${items} list lines`) : '';
  const count = vi ? `${formatNumber(words)} từ` : `${words} words`;
  if (state === 'short')
    return vi ? `${count}, gợi ý từ ${section.minWords}${lines}` : `${count} of ${section.minWords}${lines}`;
  if (state === 'done') return count + lines;
  if (section.lists.includes('recommendations'))
    return vi ? 'Mỗi kiến nghị chọn một nơi nhận' : 'One addressee for each recommendation';
  if (section.lists.length > 0)
    return vi
      ? 'Nhập hạn chế, nguyên nhân, bài học, mô hình thành từng dòng'
      : 'Shortcomings, causes, lessons, models line by line';
  return section.required ? (vi ? 'Bắt buộc' : 'Required') : null;
}

const TableTask: FC<Props & { table: TableProgress }> = ({ seen, returned, reviews, language, table }) => {
  const vi = language === 'vi';
  const mark = returned?.marks.find((m) => m.section === table.code) ?? null;
  const [kind, status] = reviews.has(table.code) ? toReview[language] : tableStatus(table, vi);
  const filled = vi ? `${table.filled}/${table.cells} ô` : `${table.filled}/${table.cells} cells`;
  return (
    <Task
      id={`bieu-${table.code}`}
      href={`/reports/${seen.report.id}/annexes/${encodeURIComponent(table.code)}`}
      label={`${table.code}. ${table.title}`}
      hint={mark?.note ? `${filled} · ${mark.note}` : filled}
      kind={kind}
      status={status}
    />
  );
};

function tableStatus(table: TableProgress, vi: boolean): [StatusKind, string] {
  if (table.errors > 0) return ['error', vi ? `${table.errors} lỗi` : `${table.errors} errors`];
  if (table.filled === 0) return ['none', vi ? 'Chưa bắt đầu' : 'Not started'];
  return table.filled < table.cells ? ['draft', vi ? 'Đang nhập' : 'Entering'] : ['ok', vi ? 'Xong' : 'Done'];
}

type TaskProps = {
  id: string;
  href: string;
  label: string;
  hint: string | null;
  kind: StatusKind;
  status: string;
};

const Task: FC<TaskProps> = ({ id, href, label, hint, kind, status }) => (
  <li class="govuk-task-list__item govuk-task-list__item--with-link" id={id}>
    <div class="govuk-task-list__name-and-hint">
      <a class="govuk-link govuk-task-list__link" href={href} aria-describedby={`${id}-tt`}>
        {label}
      </a>
      {hint && <div class="govuk-task-list__hint tk-small">{hint}</div>}
    </div>
    <div class="govuk-task-list__status" id={`${id}-tt`}>
      <Status kind={kind}>{status}</Status>
    </div>
  </li>
);
