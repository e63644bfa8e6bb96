// Recording an event of a unit: choose what happened, fill in the form, see what would change, record it.
import { Hono } from 'hono';
import { dateAt, formatDate } from '#src/kernel/dates.ts';
import { isId, newId } from '#src/kernel/ids.ts';
import { insist, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary } from '#src/web/ui.tsx';
import { type ActForm, type ActKind, actForm, actFrom, actKinds, successionTyped } from '../act-forms.ts';
import { recordUnitAct } from '../actions.ts';
import { nameIndexOf } from '../registry.ts';
import { changesOf, type UnitAct } from '../rules/acts.ts';
import { describeChanges } from '../rules/describing.ts';
import { actRefusal, registryRefusal } from '../rules/refusing.ts';
import { isSuccessionOpen } from '../rules/succession.ts';
import { childrenOn, existsOn, nameOn, type Registry, type UnitRecord } from '../rules.ts';
import { ActFields, actHints } from './act-fields.tsx';

export const unitActPages = new Hono<Env>();

type Asked = { registry: Registry; unit: UnitRecord; name: string; kind: ActKind | null };

async function asked(c: Ctx): Promise<Asked & { index: Awaited<ReturnType<typeof nameIndexOf>> }> {
  const { db, actor } = act(c);
  insist(registryRefusal(actor));
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw notFound();
  const index = await nameIndexOf(db);
  const unit = found(index.registry.byId.get(id));
  const typed = c.req.query('kind');
  const kind = actKinds.find((k) => k === typed) ?? null;
  const on = c.req.query('on') ?? '9999-01-01';
  return { index, registry: index.registry, unit, name: nameOn(index.registry, unit, on).fullName, kind };
}

unitActPages.get('/units/:id/events/new', async (c) => {
  const ask = await asked(c);
  if (!ask.kind) return choicePage(c, ask);
  const typed = ask.kind === 'succeed' ? successionTyped(ask.registry, ask.unit) : {};
  return formPage(c, ask, ask.kind, typed, null);
});

unitActPages.post('/units/:id/events/new', async (c) => {
  const ask = await asked(c);
  const { kind } = ask;
  if (!kind) return choicePage(c, ask);
  const typed = await readForm(c);
  const step = typed.step;
  if (step === 'edit') return formPage(c, ask, kind, typed, null);
  const result = await attempt(async () => {
    const form = parseForm(actForm, typed) as ActForm;
    const wanted = actFrom(kind, form, {
      index: ask.index,
      unit: ask.unit,
      newId: () => newId(c.var.now),
      typed,
    });
    if (step === 'record') return { wanted, unitId: await recordUnitAct(act(c), wanted) };
    insist(actRefusal(ask.registry, wanted));
    return { wanted, unitId: null };
  });
  if (result.refusal) return formPage(c, ask, kind, typed, result.refusal);
  const { wanted, unitId } = result.value;
  if (unitId) return c.redirect(`/units/${unitId}?on=${wanted.on}&recorded=1`, 303);
  return confirmPage(c, ask, wanted, typed);
});

const title = { vi: 'Ghi sự kiện của đơn vị', en: 'Record an event of a unit' };

function choicePage(c: Ctx, { registry, unit, name }: Asked) {
  const t = words(c);
  const today = dateAt(c.var.now);
  const offered = actKinds.filter((kind) => kind !== 'succeed' || isSuccessionOpen(registry, unit));
  return page(
    c,
    { title },
    <>
      <BackLink href={`/units/${unit.id}`}>{name}</BackLink>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{name}</span>
        {t({ vi: 'Việc gì xảy ra với đơn vị này?', en: 'What happens to this unit?' })}
      </h1>
      {!existsOn(unit, today) && (
        <p class="govuk-inset-text">
          {t({
            vi: 'Hiện nay đơn vị này không còn; chỉ ghi được việc có ngày trong thời gian đơn vị tồn tại.',
            en: 'This unit does not exist today; only events within its life can be recorded.',
          })}
        </p>
      )}
      <ul class="govuk-task-list">
        {offered.map((kind) => (
          <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
              <a class="govuk-link govuk-task-list__link" href={`/units/${unit.id}/events/new?kind=${kind}`}>
                {t(actTitles[kind])}
              </a>
              <div class="govuk-task-list__hint tk-small">{t(actHints[kind])}</div>
            </div>
          </li>
        ))}
      </ul>
    </>,
  );
}

const actTitles: Record<ActKind, { vi: string; en: string }> = {
  establish: { vi: 'Thành lập đơn vị trực thuộc', en: 'Found a unit under it' },
  rename: { vi: 'Đổi tên', en: 'Rename' },
  move: { vi: 'Chuyển cấp quản lý', en: 'Move to another parent' },
  merge: { vi: 'Sáp nhập, hợp nhất', en: 'Merge' },
  split: { vi: 'Chia tách', en: 'Split' },
  abolish: { vi: 'Kết thúc hoạt động', en: 'Abolish' },
  succeed: { vi: 'Ghi nơi kế thừa', en: 'Record successors' },
};

function formPage(c: Ctx, { unit, name }: Asked, kind: ActKind, typed: Typed, refusal: Refusal | null) {
  const t = words(c);
  return page(
    c,
    { title, status: statusOf(refusal) },
    <>
      <BackLink href={`/units/${unit.id}/events/new`}>{t({ vi: 'Việc khác', en: 'Another event' })}</BackLink>
      <form method="post" action={`/units/${unit.id}/events/new?kind=${kind}`} class="tk-form" novalidate>
        <ErrorSummary refusal={refusal} language={c.var.language} />
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">{name}</span>
          {t(actTitles[kind])}
        </h1>
        <ActFields kind={kind} unit={unit} typed={typed} refusal={refusal} language={c.var.language} />
        <Button name="step" value="preview">
          {t({ vi: 'Xem những gì sẽ thay đổi', en: 'See what would change' })}
        </Button>
        <p class="tk-small">
          {t({ vi: 'Chưa ghi gì ở bước này.', en: 'Nothing is recorded at this step.' })}
        </p>
      </form>
    </>,
  );
}

/** Every typed value again, so that recording and going back need nothing typed twice. */
const Kept = ({ typed, without }: { typed: Typed; without: (name: string) => boolean }) => (
  <>
    {Object.entries(typed)
      .filter(([name, value]) => name !== 'step' && !without(name) && typeof value === 'string')
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value as string} />
      ))}
  </>
);

function confirmPage(c: Ctx, ask: Asked, wanted: UnitAct, typed: Typed) {
  const t = words(c);
  const changes = changesOf(ask.registry, wanted, () => newId(c.var.now));
  const children =
    wanted.kind === 'split' && !wanted.continues ? childrenOn(ask.registry, ask.unit.id, wanted.on) : [];
  return page(
    c,
    { title },
    <form method="post" action={`/units/${ask.unit.id}/events/new?kind=${wanted.kind}`} class="tk-form">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {t(actTitles[wanted.kind])} · {formatDate(wanted.on)}
        </span>
        {t({ vi: 'Những gì sẽ thay đổi', en: 'What would change' })}
      </h1>
      <ul class="govuk-list govuk-list--bullet">
        {describeChanges(ask.registry, wanted, changes).map((line) => (
          <li>{t(line)}</li>
        ))}
      </ul>
      <p class="govuk-body">
        {t({ vi: 'Căn cứ: ', en: 'Legal basis: ' })}
        {wanted.basis}
      </p>
      {children.length > 0 && wanted.kind === 'split' && (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            {t({ vi: 'Đơn vị trực thuộc về đâu', en: 'Where the units under it go' })}
          </legend>
          {children.map((child) => (
            <div class="govuk-form-group tk-unit-child">
              <label class="govuk-label" for={`child-${child.id}`}>
                {nameOn(ask.registry, child, wanted.on).fullName}
              </label>
              <select class="govuk-select" id={`child-${child.id}`} name={`child-${child.id}`}>
                {wanted.pieces.map((p, i) => (
                  <option value={String(i)} selected={wanted.children[child.id] === p.unit.id}>
                    {p.unit.fullName}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </fieldset>
      )}
      <Kept typed={typed} without={(name) => children.length > 0 && name.startsWith('child-')} />
      <div class="govuk-button-group">
        <Button name="step" value="record">
          {t({ vi: 'Ghi vào danh mục', en: 'Record it' })}
        </Button>
        <Button secondary name="step" value="edit">
          {t({ vi: 'Sửa lại', en: 'Go back and edit' })}
        </Button>
      </div>
      <p class="tk-small">
        {t({
          vi: 'Không có gì bị xóa: đơn vị cũ, tên cũ, mã cũ vẫn tra được theo ngày.',
          en: 'Nothing is deleted: old units, names and codes can still be asked for by date.',
        })}
      </p>
    </form>,
  );
}
