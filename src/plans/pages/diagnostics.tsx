// What is wrong with the plan: what wants attention first, notes and what has been settled folded below.
import type { Child, FC } from 'hono/jsx';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Language } from '#src/kernel/language.ts';
import type { CompiledPlan } from '#src/plans/compiler/model.ts';
import type { Fact } from '#src/plans/rules/facts.ts';
import { paragraphAt } from '#src/plans/rules/segments.ts';
import { Diagnostics, Status } from '#src/web/ui.tsx';

type Props = {
  open: readonly Diagnostic[];
  settled: readonly Diagnostic[];
  compiled: CompiledPlan;
  acts: (diagnostic: Diagnostic) => Child;
  language: Language;
};

export const DiagnosticLists: FC<Props> = ({ open, settled, compiled, acts, language }) => {
  const vi = language === 'vi';
  const wanting = open.filter((d) => d.severity !== 'note');
  const notes = open.filter((d) => d.severity === 'note');
  const list = (all: readonly Diagnostic[]) => (
    <Diagnostics
      list={all}
      language={language}
      link={(place) => placeLink(place, compiled, language)}
      acts={acts}
    />
  );
  return (
    <section aria-labelledby="chan-doan">
      <h2 class="govuk-heading-m" id="chan-doan">
        {vi ? 'Chẩn đoán' : 'Diagnostics'}
      </h2>
      {wanting.length === 0 && (
        <p class="govuk-body-s">
          <Status kind="ok">{vi ? 'không còn vướng mắc' : 'nothing left to mend'}</Status>
        </p>
      )}
      {wanting.length > 0 && list(wanting)}
      {notes.length > 0 && (
        <details class="tk-more">
          <summary>{vi ? `${notes.length} ghi chú` : `${notes.length} notes`}</summary>
          {list(notes)}
        </details>
      )}
      {settled.length > 0 && (
        <details class="tk-more">
          <summary>
            {vi ? `${settled.length} cảnh báo đã xử lý` : `${settled.length} warnings settled`}
          </summary>
          {list(settled)}
        </details>
      )}
    </section>
  );
};

function placeLink(
  place: NonNullable<Diagnostic['where']>,
  compiled: Parameters<typeof paragraphAt>[0],
  language: Language,
) {
  const n = place.in === 'text' ? paragraphAt(compiled, place.span[0]) : null;
  return n === null
    ? null
    : { href: `#doan-${n}`, label: language === 'vi' ? `đoạn ${n}` : `paragraph ${n}` };
}

export const Verdict: FC<{
  diagnostics: readonly Diagnostic[];
  facts: readonly Fact[];
  language: Language;
}> = ({ diagnostics, facts, language }) => {
  const vi = language === 'vi';
  const count = (severity: Diagnostic['severity']) =>
    diagnostics.filter((d) => d.severity === severity).length;
  const decided = facts.filter((f) => f.state !== 'open').length;
  return (
    <div class="tk-verdict">
      <p>
        <a class="govuk-link" href="#chan-doan">
          {vi ? 'Chẩn đoán' : 'Diagnostics'}
        </a>
        :{' '}
        {count('error') > 0 && (
          <Status kind="error">{vi ? `${count('error')} lỗi` : `${count('error')} errors`}</Status>
        )}{' '}
        {count('warning') > 0 && (
          <Status kind="risk">{vi ? `${count('warning')} cảnh báo` : `${count('warning')} warnings`}</Status>
        )}{' '}
        {count('note') > 0 && (
          <Status kind="info">{vi ? `${count('note')} ghi chú` : `${count('note')} notes`}</Status>
        )}
        {diagnostics.length === 0 && (
          <Status kind="ok">{vi ? 'không có vướng mắc' : 'nothing to mend'}</Status>
        )}
      </p>
      <p>
        <a class="govuk-link" href="#du-kien">
          {vi ? `${facts.length} dữ kiện` : `${facts.length} facts`}
        </a>
        {vi ? `, đã quyết định ${decided}` : `, ${decided} decided`}
      </p>
      <p>
        <a class="govuk-link" href="#se-tao">
          {vi ? 'Sẽ tạo những gì' : 'What will be created'}
        </a>
      </p>
    </div>
  );
};
