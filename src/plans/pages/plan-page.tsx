// The compiler's page itself: text on one side, diagnostics and facts on the other, and what would be created below.
import { campaignById, campaignsOfPlan } from '#src/campaigns/store/campaigns.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { bySeverity } from '#src/kernel/diagnostic.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { previewLaunch } from '#src/plans/actions/launch.ts';
import { planNow } from '#src/plans/actions/settle-class.ts';
import type { PlanFacts } from '#src/plans/compiler/model.ts';
import { decidePlanRefusal, readPlanRefusal } from '#src/plans/rules/access.ts';
import { addableKinds, withAdded } from '#src/plans/rules/additions.ts';
import { decidedPlan } from '#src/plans/rules/decisions.ts';
import { listedTemplates } from '#src/plans/rules/draft.ts';
import { type Fact, listFacts } from '#src/plans/rules/facts.ts';
import { unmatchedPlaces } from '#src/plans/rules/places.ts';
import { withReckonedTimes } from '#src/plans/rules/reckoning.ts';
import { scopeOf } from '#src/plans/rules/scope.ts';
import { paragraphAt, sourceParagraphs } from '#src/plans/rules/segments.ts';
import { sortDiagnostics } from '#src/plans/rules/settled.ts';
import { milestones } from '#src/plans/rules/timeline.ts';
import { assignmentsOf, decisionsOf, planById } from '#src/plans/store.ts';
import { latestVersions } from '#src/templates/store.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { act, type Ctx, found, words } from '#src/web/env.ts';
import { statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { ErrorSummary } from '#src/web/ui.tsx';
import { type Adding, Addition } from './addition.tsx';
import { ClassList, type PlacedClass } from './classes.tsx';
import { DiagnosticActs } from './diagnostic-acts.tsx';
import { DiagnosticLists, Verdict } from './diagnostics.tsx';
import { FactLists } from './facts.tsx';
import { OriginNote } from './origins.tsx';
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
  insist(readPlanRefusal(acting.actor));
  const id = c.req.param('id')!;
  const row = found(await planById(acting.db, id));
  const decisions = await decisionsOf(acting.db, id);
  const facts = listFacts(row.compiled, decisions);
  const plan = decidedPlan(row.compiled.plan, decisions);
  const scope = scopeOf(plan, await nameIndexOf(acting.db), dateAt(acting.now));
  const launch = await previewLaunch(acting, row);
  const [made] = await campaignsOfPlan(acting.db, id);
  const origin = row.originCampaignId && (await campaignById(acting.db, row.originCampaignId));
  const language = c.var.language;
  const t = words(c);
  const mayDecide = decidePlanRefusal(acting.actor) === null;
  const open = mayDecide && !made;
  const paragraphOf = (fact: Fact) => (fact.spans[0] ? paragraphAt(row.compiled, fact.spans[0][0]) : null);
  const lists = await Promise.all(
    listedTemplates(plan).map(async (code) => ({
      code,
      lines: await assignmentsOf(acting.db, id, code),
    })),
  );
  const sorted = sortDiagnostics(
    row.compiled.diagnostics,
    facts,
    lists.every((list) => list.lines.length > 0),
  );
  const diagnostics = bySeverity([...sorted.open, ...launch.diagnostics]);
  return page(
    c,
    {
      title: { vi: 'Đọc kế hoạch', en: 'Read the plan' },
      status: statusOf(shown.refusal),
      scripts: ['plan-facts'],
    },
    <>
      <ErrorSummary refusal={shown.refusal} language={language} />
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
          <a class="govuk-link" href={`/plans/${id}/facts.json`}>
            {t({ vi: 'Tải dữ kiện (JSON)', en: 'Download the facts (JSON)' })}
          </a>
        </p>
      </div>
      {origin && <OriginNote origin={origin} language={language} />}
      <Verdict diagnostics={diagnostics} facts={facts} language={language} />
      <div class="tk-cols tk-cols--compile">
        <section class="tk-compile__text" aria-labelledby="van-ban">
          <details open data-fold>
            <summary>
              <h2 class="govuk-heading-m" id="van-ban">
                {t({ vi: 'Văn bản', en: 'Text' })}
              </h2>
            </summary>
            <SourceText
              paragraphs={sourceParagraphs({ ...row.compiled, diagnostics: sorted.open }, facts)}
              selected={shown.editing}
              language={language}
            />
          </details>
        </section>
        <div class="tk-compile__facts">
          <DiagnosticLists
            open={diagnostics}
            settled={sorted.settled}
            compiled={row.compiled}
            acts={(diagnostic) =>
              open && (
                <DiagnosticActs
                  diagnostic={diagnostic}
                  planId={id}
                  facts={facts}
                  lists={lists.flatMap((list) => (list.lines.length === 0 ? [list.code] : []))}
                  language={language}
                />
              )
            }
            language={language}
          />
          <FactLists
            planId={id}
            facts={facts}
            mayDecide={open}
            unmatched={unmatchedPlaces(facts, scope)}
            language={language}
            paragraphOf={paragraphOf}
            editing={
              shown.editing ? { pointer: shown.editing, typed: shown.typed, refusal: shown.refusal } : null
            }
          />
          {open && (
            <Addition
              planId={id}
              kinds={addableKinds(withAdded(row.compiled, decisions).plan)}
              adding={shown.adding}
              templates={[...new Set(plan.reportTargets.flatMap((target) => target.template ?? []))]}
              language={language}
            />
          )}
        </div>
      </div>
      <TimeLine points={milestones(launch)} language={language} />
      <ClassList
        planId={id}
        classes={standingClasses(facts, (await planNow(acting.db, row)).plan)}
        scope={scope}
        templates={(await latestVersions(acting.db)).map((v) => v.code)}
        maySettle={open}
        language={language}
      />
      {lists.map((list) => (
        <AssignmentList
          planId={id}
          {...list}
          typed={shown.list === list.code ? String(shown.typed.list ?? '') : null}
          refusal={shown.list === list.code ? shown.refusal : null}
          mayDecide={mayDecide && !made}
          language={language}
        />
      ))}
      <Creation
        planId={id}
        launch={launch}
        openFacts={facts.filter((f) => f.state === 'open').length}
        made={made?.slug ?? null}
        mayCreate={mayDecide}
        today={dateAt(acting.now)}
        language={language}
      />
    </>,
  );
}

/** The classes that stand, each with its place in the plan. */
function standingClasses(facts: readonly Fact[], plan: PlanFacts): PlacedClass[] {
  const { reportTargets } = withReckonedTimes(plan);
  return facts
    .filter((f) => f.group === 'targets' && f.state !== 'dropped')
    .map((f) => Number(f.pointer.split('/')[2]))
    .map((index) => ({ index, target: reportTargets[index]! }));
}
