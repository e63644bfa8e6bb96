// How one section is shown: caption, guidance, text, lists, the sticky bar that saves, checks and figures beside.
import type { FC } from 'hono/jsx';
import { namesOf } from '#src/accounts/store.ts';
import { countWords } from '#src/documents/model.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { type OutlineSection, sectionLabel, writableSections } from '#src/templates/rules.ts';
import { act, type Ctx } from '#src/web/env.ts';
import { statusOf } from '#src/web/form.ts';
import { BackLink, Button, ErrorSummary } from '#src/web/ui.tsx';
import { contentsOf, type ReportSeen, standingReturn } from '../actions/seeing.ts';
import { figuresFor } from '../rules/figures.ts';
import { matchingFigures } from '../rules/quality.ts';
import { type ListItem, refusalToEdit } from '../rules.ts';
import { openReviews } from '../store/moves.ts';
import type { SectionRow } from '../store/sections.ts';
import { backToTasks, reportPage } from './frame.tsx';
import { ItemLists } from './item-lists.tsx';
import { MovedHere, ReviewNotice } from './moved.tsx';
import { SectionAside } from './section-aside.tsx';
import { SentItems } from './sent-contents.tsx';

type Shown = { row: SectionRow | null; text: string; items: readonly ListItem[]; refusal: Refusal | null };

/** The section with what is stored or, after a refusal, what was typed. Locked reports show it read-only. */
export async function sectionPage(c: Ctx, seen: ReportSeen, section: OutlineSection, shown: Shown) {
  const { db, actor } = act(c);
  const language = c.var.language;
  const { row } = shown;
  const contents = await contentsOf(db, seen);
  const locked = refusalToEdit(seen.standing, actor);
  const returned = await standingReturn(db, seen);
  const reviews = await openReviews(db, seen.report.id);
  const mark = returned?.marks.find((m) => m.section === section.code);
  const names = await namesOf(db, row ? [row.savedBy] : []);
  const tables = seen.template.annex.tables.filter((t) => section.tables.includes(t.code));
  const figures = figuresFor(tables, contents.annex);
  const title = sectionLabel(section);
  return reportPage(
    c,
    seen,
    { title: { vi: title, en: title }, status: statusOf(shown.refusal), scripts: ['section-editor'] },
    <>
      <p class="govuk-body-s">
        <BackLink href={`/reports/${seen.report.id}`}>{backToTasks[language]}</BackLink>
      </p>
      <div class="tk-cols tk-cols--side">
        <div>
          <ErrorSummary refusal={shown.refusal ?? locked} language={language} />
          <span class="govuk-caption-m">{captionOf(seen, section, language)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <MovedHere from={c.req.query('moved')} language={language} />
          <ReviewNotice
            reportId={seen.report.id}
            code={section.code}
            reviews={reviews}
            language={language}
            canAct={!locked}
          />
          {mark && (
            <p class="tk-net tk-net--returned">
              <strong>{language === 'vi' ? 'Ban đề nghị sửa: ' : 'To be mended: '}</strong>
              <span>{mark.note || returned?.reason}</span>
            </p>
          )}
          <Guidance section={section} language={language} />
          <form method="post" action={addressOf(seen, section)} data-editor="section">
            <input type="hidden" name="version" value={String(row?.version ?? 0)} />
            <input type="hidden" name="move" value={String(seen.moves.length)} />
            <Text
              shown={shown}
              section={section}
              figures={figures.values}
              language={language}
              isLocked={locked !== null}
            />
            {locked ? (
              <SentItems items={shown.items} language={language} />
            ) : (
              <ItemLists
                asked={section.lists}
                items={shown.items}
                add={c.req.query('add')}
                language={language}
              />
            )}
            {!locked && <SaveBar seen={seen} section={section} row={row} names={names} language={language} />}
          </form>
        </div>
        <SectionAside seen={seen} section={section} row={row} figures={figures} c={c} />
      </div>
    </>,
  );
}

export function addressOf(seen: ReportSeen, section: OutlineSection): string {
  return `/reports/${seen.report.id}/sections/${encodeURIComponent(section.code)}`;
}

/** "Mẫu M1 · Phần thứ nhất · III. Kết quả …": where the section stands in its outline. */
function captionOf({ template }: ReportSeen, section: OutlineSection, language: Language): string {
  const { sections } = template.outline;
  const above: string[] = [];
  let level = section.level;
  for (let i = sections.indexOf(section) - 1; i >= 0 && level > 1; i--) {
    const candidate = sections[i]!;
    if (candidate.level >= level) continue;
    level = candidate.level;
    above.unshift(level === 1 ? candidate.numbering : `${candidate.numbering} ${candidate.title}`);
  }
  return [language === 'vi' ? `Mẫu ${template.code}` : `Template ${template.code}`, ...above]
    .filter(Boolean)
    .join(' · ');
}

const Guidance: FC<{ section: OutlineSection; language: Language }> = ({ section, language }) => {
  const vi = language === 'vi';
  const points = [
    section.answers.length > 0 && answersInWords(section.answers, vi),
    lengthHint(section, vi),
    section.tables.length > 0 &&
      (vi
        ? `Dẫn số từ biểu ${section.tables.join(', ')}`
        : `Quote figures of table ${section.tables.join(', ')}`),
    !section.required && (vi ? 'Không bắt buộc' : 'Not required'),
  ].filter((p) => p !== false && p !== null);
  return (
    <details class="govuk-details" open>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{vi ? 'Cần viết gì ở mục này' : 'What to write here'}</span>
      </summary>
      <div class="govuk-details__text">
        {section.guidance && <p class="govuk-body-s">{section.guidance}</p>}
        {points.length > 0 && (
          <ul class="govuk-list govuk-list--bullet govuk-body-s govuk-!-margin-bottom-0">
            {points.map((p) => (
              <li>{p}</li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
};

/** "ND2", "NV3" → "Trả lời nội dung tổng kết 2 và nhiệm vụ 3". */
function answersInWords(codes: readonly string[], vi: boolean): string {
  const names = codes.map((code) =>
    code
      .replace(/^ND(\d+)$/, vi ? 'nội dung tổng kết $1' : 'review content $1')
      .replace(/^NV(\d+)$/, vi ? 'nhiệm vụ, giải pháp $1' : 'task $1'),
  );
  return `${vi ? 'Trả lời' : 'Answers'} ${names.join(vi ? ' và ' : ' and ')}`;
}

function lengthHint({ minWords, maxWords }: OutlineSection, vi: boolean): string | null {
  if (minWords && maxWords)
    return vi
      ? `Gợi ý ${formatNumber(minWords)}–${formatNumber(maxWords)} từ`
      : `About ${minWords} to ${maxWords} words`;
  if (minWords) return vi ? `Gợi ý từ ${formatNumber(minWords)} từ` : `${minWords} words or more`;
  return maxWords ? (vi ? `Gợi ý đến ${formatNumber(maxWords)} từ` : `Up to ${maxWords} words`) : null;
}

type TextProps = {
  shown: Shown;
  section: OutlineSection;
  figures: ReadonlySet<number>;
  language: Language;
  isLocked: boolean;
};

const Text: FC<TextProps> = ({ shown, section, figures, language, isLocked }) => {
  const vi = language === 'vi';
  const body = shown.row?.body ?? [];
  const words = countWords(body);
  const matching = matchingFigures(body, figures);
  const hint =
    section.minWords && words < section.minWords
      ? vi
        ? `, gợi ý từ ${formatNumber(section.minWords)}`
        : ` of ${section.minWords}`
      : '';
  return (
    <div class="govuk-form-group govuk-!-margin-bottom-3">
      <label class="govuk-label govuk-label--s" for="text">
        {vi ? 'Nội dung' : 'Text'}
      </label>
      <textarea
        class="govuk-textarea tk-editor govuk-!-margin-bottom-0"
        id="text"
        name="text"
        rows={15}
        aria-describedby="dem cach-viet"
        spellcheck={false}
        {...(isLocked ? { readonly: true } : {})}
      >
        {`\n${shown.text}`}
      </textarea>
      <p class="tk-small govuk-!-margin-top-2 govuk-!-margin-bottom-1" id="dem">
        <span data-words>{vi ? `${formatNumber(words)} từ` : `${words} words`}</span>
        {hint}
        {matching > 0 &&
          (vi
            ? ` · ${matching} con số khớp biểu ${section.tables.join(', ')}`
            : ` · ${matching} figures match table ${section.tables.join(', ')}`)}
      </p>
      <p class="tk-small" id="cach-viet">
        {vi
          ? 'Cách một dòng trắng là sang đoạn; **đậm**, *nghiêng*; mỗi dòng bắt đầu bằng “- ” là một ý; bảng: | ô | ô |.'
          : 'A blank line begins a paragraph; **bold**, *italic*; a line beginning with “- ” is an item; tables: | cell | cell |.'}
      </p>
    </div>
  );
};

type BarProps = {
  seen: ReportSeen;
  section: OutlineSection;
  row: SectionRow | null;
  names: Map<string, string>;
  language: Language;
};

const SaveBar: FC<BarProps> = ({ seen, section, row, names, language }) => {
  const vi = language === 'vi';
  const all = writableSections(seen.template.outline);
  const next = all[all.findIndex((s) => s.code === section.code) + 1];
  return (
    <div class="tk-save">
      <Button>{vi ? 'Lưu' : 'Save'}</Button>
      {next && (
        <Button secondary name="next" value={next.code}>
          {vi ? `Lưu và sang ${shortName(next)}` : `Save and go to ${shortName(next)}`}
        </Button>
      )}
      <span class="tk-small" role="status">
        {row
          ? vi
            ? `Đã lưu: phiên bản ${row.version}, ${formatInstant(row.savedAt)}, ${names.get(row.savedBy) ?? ''}`
            : `Saved: version ${row.version}, ${formatInstant(row.savedAt)}, ${names.get(row.savedBy) ?? ''}`
          : vi
            ? 'Chưa lưu lần nào'
            : 'Never saved'}
        <span data-unsaved hidden>
          {vi ? ' · có chữ chưa lưu' : ' · unsaved changes'}
        </span>
      </span>
    </div>
  );
};

const shortName = (section: OutlineSection) =>
  /^P\d+$/.test(section.code) ? section.numbering : section.code;
