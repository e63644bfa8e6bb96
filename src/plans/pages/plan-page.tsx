// The compiler's page itself: text on one side, diagnostics and facts on the other, and what would be created below.
import type { FC } from 'hono/jsx';
import { dateAt } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { addableKinds, withAdded } from '#src/plans/rules/additions.ts';
import type { Fact } from '#src/plans/rules/facts.ts';
import { unmatchedPlaces } from '#src/plans/rules/places.ts';
import { paragraphAt, sourceParagraphs } from '#src/plans/rules/segments.ts';
import { milestones } from '#src/plans/rules/timeline.ts';
import { act, type Ctx } from '#src/web/env.ts';
import { statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { ErrorSummary } from '#src/web/ui.tsx';
import { type Adding, Addition } from './addition.tsx';
import { ClassList } from './classes.tsx';
import { DiagnosticActs } from './diagnostic-acts.tsx';
import { DiagnosticLists, Verdict } from './diagnostics.tsx';
import { FactLists } from './facts.tsx';
import { OriginNote } from './origins.tsx';
import { type PlanSeen, planSeen } from './plan-seen.ts';
import { AssignmentList, Creation, TimeLine } from './preview.tsx';
import { SourceText } from './source.tsx';

export type Shown = {
  typed: Typed;
  refusal: Refusal | null;
  editing: string | null;
  list: string | null;
  adding: Adding | null;
};
export const nothing: Shown = { typed: {}, refusal: null, editing: null, list: null, adding: null };

export async function planPage(c: Ctx, shown: Shown) {
  const acting = act(c);
  const seen = await planSeen(acting, c.req.param('id')!);
  const { language } = c.var;
  const { facts, launch, origin, open } = seen;
  const planId = seen.row.id;
  return page(
    c,
    {
      title: { vi: 'Đọc kế hoạch', en: 'Read the plan' },
      status: statusOf(shown.refusal),
      scripts: ['plan-facts'],
    },
    <>
      <ErrorSummary refusal={shown.refusal} language={language} />
      <Head seen={seen} language={language} />
      {origin && <OriginNote origin={origin} language={language} />}
      <Verdict diagnostics={seen.diagnostics} facts={facts} language={language} />
      <div class="tk-cols tk-cols--compile">
        <Source seen={seen} shown={shown} language={language} />
        <Facts seen={seen} shown={shown} language={language} />
      </div>
      <TimeLine points={milestones(launch)} language={language} />
      <ClassList
        {...{ planId, language }}
        classes={seen.classes}
        scope={seen.scope}
        templates={seen.templates}
        maySettle={open}
      />
      {seen.lists.map((list) => (
        <AssignmentList
          {...{ planId, language }}
          {...list}
          typed={shown.list === list.code ? String(shown.typed.list ?? '') : null}
          refusal={shown.list === list.code ? shown.refusal : null}
          mayDecide={open}
        />
      ))}
      <Creation
        {...{ planId, launch, language }}
        openFacts={facts.filter((f) => f.state === 'open').length}
        made={seen.made?.slug ?? null}
        mayCreate={seen.mayDecide}
        today={dateAt(acting.now)}
      />
    </>,
  );
}

type Part = { seen: PlanSeen; language: Language };

const Head: FC<Part> = ({ seen: { row, plan }, language }) => {
  const t = (w: Words) => w[language];
  return (
    <div class="tk-head">
      <h1 class="govuk-heading-l">
        {t({ vi: 'Đọc kế hoạch: ', en: 'Reading the plan: ' })}
        <span class="tk-nb">{plan.symbol ?? t({ vi: 'chưa rõ số', en: 'no symbol' })}</span>
      </h1>
      <p class="tk-small">
        {row.sourceName} ·{' '}
        <a class="govuk-link" href="/plans/new">
          {t({ vi: 'Đọc văn bản khác', en: 'Read another text' })}
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={`/plans/${row.id}/facts.json`}>
          {t({ vi: 'Tải dữ kiện (JSON)', en: 'Download the facts (JSON)' })}
        </a>
      </p>
    </div>
  );
};

const Source: FC<Part & { shown: Shown }> = ({ seen: { row, sorted, facts }, shown, language }) => (
  <section class="tk-compile__text" aria-labelledby="van-ban">
    <details open data-fold>
      <summary>
        <h2 class="govuk-heading-m" id="van-ban">
          {language === 'vi' ? 'Văn bản' : 'Text'}
        </h2>
      </summary>
      <SourceText
        paragraphs={sourceParagraphs({ ...row.compiled, diagnostics: sorted.open }, facts)}
        selected={shown.editing}
        language={language}
      />
    </details>
  </section>
);

/** Beside the text: what is wrong, what was read, and the form that adds what was not. */
const Facts: FC<Part & { shown: Shown }> = ({ seen, shown, language }) => {
  const { row, facts, plan, open } = seen;
  const { typed, refusal, editing } = shown;
  const planId = row.id;
  const empty = seen.lists.flatMap((list) => (list.lines.length === 0 ? [list.code] : []));
  const paragraphOf = (fact: Fact) => (fact.spans[0] ? paragraphAt(row.compiled, fact.spans[0][0]) : null);
  return (
    <div class="tk-compile__facts">
      <DiagnosticLists
        open={seen.diagnostics}
        settled={seen.sorted.settled}
        compiled={row.compiled}
        acts={(diagnostic) =>
          open && <DiagnosticActs {...{ diagnostic, planId, facts, language }} lists={empty} />
        }
        language={language}
      />
      <FactLists
        {...{ planId, facts, language, paragraphOf }}
        mayDecide={open}
        unmatched={unmatchedPlaces(facts, seen.scope)}
        editing={editing ? { pointer: editing, typed, refusal } : null}
      />
      {open && (
        <Addition
          {...{ planId, language }}
          kinds={addableKinds(withAdded(row.compiled, seen.decisions).plan)}
          adding={shown.adding}
          templates={[...new Set(plan.reportTargets.flatMap((target) => target.template ?? []))]}
        />
      )}
    </div>
  );
};
