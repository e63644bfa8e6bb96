// One class of a plan, settled by an officer: who reports, on which template, by when.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignsOfPlan } from '#src/campaigns/store/campaigns.ts';
import { dateAt, formatDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { insist, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { planNow, settleClass } from '#src/plans/actions/settle-class.ts';
import type { CompiledPlan, PlanFacts, ReportTarget } from '#src/plans/compiler/model.ts';
import { classForm } from '#src/plans/forms.ts';
import { decidePlanRefusal, refusalOnceMade } from '#src/plans/rules/access.ts';
import { type Fill, fillsFor, listOf, membersIn, rulesOf } from '#src/plans/rules/fills.ts';
import { outlineOf, type PlanOutline } from '#src/plans/rules/outlines.ts';
import { withReckonedTimes } from '#src/plans/rules/reckoning.ts';
import { reportersOf } from '#src/plans/rules/reporters.ts';
import { type Scope, scopeOf } from '#src/plans/rules/scope.ts';
import { planById } from '#src/plans/store.ts';
import { linesOfOutline } from '#src/templates/outline-lines.ts';
import type { TemplateVersion } from '#src/templates/rules.ts';
import { latestVersions } from '#src/templates/store.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { listGroups } from '#src/units/store/groups.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, Checkbox, ErrorSummary, SelectField, TextArea, TextField } from '#src/web/ui.tsx';
import { LineProblems } from './line-problems.tsx';

export const planClassPages = new Hono<Env>();

planClassPages.get('/plans/:id/classes/:number', (c) => classPage(c, {}, null));

planClassPages.post('/plans/:id/classes/:number', async (c) => {
  insist(decidePlanRefusal(act(c).actor));
  const typed = await readForm(c);
  const result = await attempt(() =>
    settleClass(act(c), c.req.param('id'), indexOf(c), parseForm(classForm, typed)),
  );
  if (result.refusal) return classPage(c, typed, result.refusal);
  return c.redirect(`/plans/${c.req.param('id')}#ai-bao-cao`, 303);
});

/** Addresses count classes from 1. */
function indexOf(c: Ctx): number {
  const typed = c.req.param('number') ?? '';
  if (!/^[1-9]\d{0,3}$/.test(typed)) throw notFound();
  return Number(typed) - 1;
}

type Scene = {
  planId: string;
  plan: PlanFacts;
  target: ReportTarget;
  scope: Scope;
  fills: Fill[];
  outline: PlanOutline;
  templates: TemplateVersion[];
  names: string;
};

async function sceneOf(c: Ctx): Promise<Scene> {
  const { db, now, actor } = act(c);
  insist(decidePlanRefusal(actor));
  const row = found(await planById(db, c.req.param('id')!));
  insist(refusalOnceMade(await campaignsOfPlan(db, row.id)));
  const { plan, decided } = await planNow(db, row);
  const target = found(withReckonedTimes(plan).reportTargets[indexOf(c)]);
  const scope = scopeOf(decided, await nameIndexOf(db), dateAt(now));
  const groups = await listGroups(db);
  const fills = fillsFor(target, scope, groups);
  const fill = fills.find((f) => f.key === c.req.query('fill'));
  const members = fill ? membersIn(fill.rule, scope, rulesOf(groups)) : reportersOf(target, scope).members;
  const unmatched = fill || target.reporters ? [] : reportersOf(target, scope).unmatched;
  return {
    planId: row.id,
    plan: decided,
    target,
    scope,
    fills,
    outline: outlineOf(compiledWith(row.compiled, decided), target.template),
    templates: await latestVersions(db),
    names: [listOf(members, scope), ...unmatched].filter(Boolean).join('\n'),
  };
}

const compiledWith = (compiled: CompiledPlan, plan: PlanFacts) => ({ plan, paragraphs: compiled.paragraphs });

async function classPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const scene = await sceneOf(c);
  const t = words(c);
  const language = c.var.language;
  const { plan, target, planId } = scene;
  return page(
    c,
    { title: { vi: 'Ai báo cáo', en: 'Who reports' }, status: statusOf(refusal) },
    <>
      <BackLink href={`/plans/${planId}#ai-bao-cao`}>
        {t({ vi: 'Kế hoạch', en: 'The plan' })} {plan.symbol}
      </BackLink>
      <form method="post" action={`/plans/${planId}/classes/${c.req.param('number')}`} class="tk-form">
        <ErrorSummary refusal={refusal} language={language} />
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">
            {t({ vi: 'Lớp đơn vị báo cáo', en: 'Class of reporting bodies' })}
          </span>
          <span lang="vi">{target.who}</span>
        </h1>
        {target.except && (
          <p class="govuk-body">
            {t({ vi: 'Kế hoạch trừ: ', en: 'The plan excepts: ' })}
            <span lang="vi">{target.except}</span>
          </p>
        )}
        <Bodies scene={scene} typed={typed} refusal={refusal} language={language} />
        <Template scene={scene} typed={typed} refusal={refusal} language={language} />
        <Due target={target} typed={typed} refusal={refusal} language={language} />
        <Button>{t({ vi: 'Lưu lớp này', en: 'Save this class' })}</Button>
      </form>
    </>,
  );
}

type Part = { scene: Scene; typed: Typed; refusal: Refusal | null; language: Language };

const Bodies: FC<Part> = ({ scene, typed, refusal, language }) => {
  const t = (w: Words) => w[language];
  const names = typedText(typed, 'names') ?? scene.names;
  const count = names.split('\n').filter((line) => line.trim() !== '').length;
  const { area, on } = scene.scope;
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {t({ vi: `Đơn vị: ${count}`, en: `Bodies: ${count}` })}
      </legend>
      {scene.fills.length > 1 && (
        <p class="tk-small">
          {t({ vi: 'Điền sẵn: ', en: 'Fill in: ' })}
          {scene.fills.map((fill, i) => (
            <>
              {i > 0 && ' · '}
              <a class="govuk-link" href={`?fill=${fill.key}`}>
                {t(fill.words)}
              </a>
            </>
          ))}
        </p>
      )}
      <LineProblems refusal={refusal} language={language} />
      <TextArea
        name="names"
        rows={Math.min(16, Math.max(4, count + 1))}
        label={t({ vi: 'Mỗi dòng một đơn vị', en: 'One body a line' })}
        hint={t({
          vi: `Tên tại ngày ${formatDate(on)}; trùng tên thì ghi kèm cấp trên.`,
          en: `Names as of ${formatDate(on)}; add the parent where several bear one.`,
        })}
        value={names}
        error={refusal?.fields.names?.[language]}
      />
      <Checkbox
        name="found"
        checked={typed.found === 'yes'}
        label={t(
          area
            ? {
                vi: `Lập trong sổ tổ chức những tên chưa có, trực thuộc ${area.fullName}`,
                en: `Found the names that the registry does not have, under ${area.fullName}`,
              }
            : {
                vi: 'Lập trong sổ tổ chức những tên chưa có, là cơ quan Trung ương',
                en: 'Found the names that the registry does not have, as central bodies',
              },
        )}
      />
    </fieldset>
  );
};

const sources: Record<PlanOutline['from'], Words> = {
  annex: { vi: 'Máy đọc từ đề cương kèm theo kế hoạch.', en: 'Read from the outline annexed to the plan.' },
  contents: {
    vi: 'Kế hoạch không kèm đề cương; máy lấy các nội dung tổng kết làm đề mục.',
    en: 'The plan annexes no outline; its review contents are taken as sections.',
  },
  usual: {
    vi: 'Kế hoạch không kèm đề cương; đây là bố cục thường dùng.',
    en: 'The plan annexes no outline; this is the usual order.',
  },
};

const Template: FC<Part> = ({ scene, typed, refusal, language }) => {
  const t = (w: Words) => w[language];
  const { target, templates, outline } = scene;
  const known = templates.some((v) => v.code === target.template);
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {t({ vi: 'Mẫu báo cáo', en: 'Template' })}
      </legend>
      <SelectField
        name="template"
        label={t({ vi: 'Dùng mẫu', en: 'Use template' })}
        value={typedText(typed, 'template') ?? (known ? target.template! : '')}
        error={refusal?.fields.template?.[language]}
        options={[
          {
            value: '',
            label: t({ vi: 'mẫu mới, theo đề cương dưới đây', en: 'a new one, from the outline below' }),
          },
          ...templates.map((v) => ({ value: v.code, label: v.name })),
        ]}
      />
      <TextArea
        name="outline"
        rows={12}
        label={t({ vi: 'Đề cương của mẫu mới', en: 'Outline of the new template' })}
        hint={`${t(sources[outline.from])} ${t({
          vi: 'Mỗi dòng có số là một đề mục; dòng gạch đầu dòng là gợi ý viết.',
          en: 'Each numbered line is a section; a dashed line is guidance.',
        })}`}
        value={typedText(typed, 'outline') ?? linesOfOutline(outline.outline)}
        error={refusal?.fields.outline?.[language]}
      />
    </fieldset>
  );
};

const Due: FC<{ target: ReportTarget; typed: Typed; refusal: Refusal | null; language: Language }> = ({
  target,
  typed,
  refusal,
  language,
}) => {
  const t = (w: Words) => w[language];
  const due = target.due?.rel === 'before' ? target.due.from : (target.due?.to ?? null);
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {t({ vi: 'Hạn gửi', en: 'Due date' })}
      </legend>
      <TextField
        name="due"
        label={t({ vi: 'Ngày', en: 'Day' })}
        value={typedText(typed, 'due') ?? (due ? formatDate(due.slice(0, 10)) : '')}
        error={refusal?.fields.due?.[language]}
      />
      <Checkbox
        name="counted"
        checked={refusal ? typed.counted === 'yes' : target.due !== null && target.due.rel !== 'before'}
        label={t({ vi: 'Tính cả ngày này', en: 'That day still counts' })}
      />
    </fieldset>
  );
};
