// Groups by rule: the list, one group with its members on a day, and the form with a preview.
import { Hono } from 'hono';
import { dateAt, formatDate, type LocalDate } from '#src/kernel/dates.ts';
import { isId } from '#src/kernel/ids.ts';
import { insist, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, Empty } from '#src/web/ui.tsx';
import { retireGroup, saveGroup } from '../directory-actions.ts';
import { readUnitsQuery } from '../forms.ts';
import { groupForm, ruleFrom } from '../group-forms.ts';
import type { NameIndex } from '../matching.ts';
import { nameIndexOf } from '../registry.ts';
import { emptyRule, type GroupRule, membersOn } from '../rules/groups.ts';
import { registryRefusal } from '../rules/refusing.ts';
import { nameOn, parentOn, type Registry, type UnitRecord } from '../rules.ts';
import { type GroupRow, listGroups } from '../store/groups.ts';
import { UnitLink } from '../tree.view.tsx';
import { DayForm } from './day-form.tsx';
import { GroupFields, ruleInWords } from './group-fields.tsx';

export const unitGroupPages = new Hono<Env>();

type Scene = { index: NameIndex; registry: Registry; groups: GroupRow[]; on: LocalDate };

async function scene(c: Ctx): Promise<Scene> {
  const { db, now } = act(c);
  const [index, groups] = [await nameIndexOf(db), await listGroups(db)];
  return { index, registry: index.registry, groups, on: readUnitsQuery(c.req.query()).on ?? dateAt(now) };
}

const rulesOf = (groups: readonly GroupRow[]) => new Map(groups.map((g) => [g.id, g.rule]));

unitGroupPages.get('/units/groups', async (c) => {
  const s = await scene(c);
  const t = words(c);
  const mayWrite = registryRefusal(c.var.actor) === null;
  return page(
    c,
    { title: { vi: 'Nhóm đơn vị', en: 'Groups of units' } },
    <>
      <BackLink href="/units">{t({ vi: 'Tổ chức', en: 'Units' })}</BackLink>
      <h1 class="govuk-heading-l">{t({ vi: 'Nhóm đơn vị', en: 'Groups of units' })}</h1>
      {s.groups.length === 0 ? (
        <Empty>
          {t({
            vi: 'Chưa có nhóm nào. Nhóm gom đơn vị theo quy tắc, thí dụ mọi ban cán sự đảng trừ ba đơn vị có báo cáo riêng.',
            en: 'No group yet. A group gathers units by a rule, e.g. every civil-affairs committee except three.',
          })}
        </Empty>
      ) : (
        <table class="govuk-table tk-table tk-stack">
          <thead class="govuk-table__head">
            <tr>
              <th scope="col" class="govuk-table__header">
                {t({ vi: 'Nhóm', en: 'Group' })}
              </th>
              <th scope="col" class="govuk-table__header">
                {t({ vi: 'Quy tắc', en: 'Rule' })}
              </th>
              <th scope="col" class="govuk-table__header tk-unit-right">
                {t({ vi: `Đơn vị ngày ${formatDate(s.on)}`, en: `Units on ${formatDate(s.on)}` })}
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {s.groups.map((g) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={`/units/groups/${g.id}?on=${s.on}`}>
                    {g.name}
                  </a>
                </th>
                <td class="govuk-table__cell">
                  {ruleInWords(s.registry, g.rule, s.groups, s.on, c.var.language)}
                </td>
                <td class="govuk-table__cell tk-num tk-unit-right" data-l={t({ vi: 'Đơn vị', en: 'Units' })}>
                  {membersOn(s.registry, g.rule, rulesOf(s.groups), s.on).length}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayWrite && (
        <a class="govuk-button" href="/units/groups/new">
          {t({ vi: 'Lập nhóm mới', en: 'New group' })}
        </a>
      )}
    </>,
  );
});

unitGroupPages.get('/units/groups/new', async (c) => {
  insist(registryRefusal(act(c).actor));
  return formPage(c, await scene(c), null, {}, emptyRule, null);
});

unitGroupPages.post('/units/groups/new', async (c) => saved(c, null));

unitGroupPages.get('/units/groups/:id', async (c) => {
  const s = await scene(c);
  const group = groupAsked(c, s);
  const t = words(c);
  const members = membersOn(s.registry, group.rule, rulesOf(s.groups), s.on);
  const mayWrite = registryRefusal(c.var.actor) === null;
  return page(
    c,
    { title: { vi: group.name, en: group.name } },
    <>
      <BackLink href="/units/groups">{t({ vi: 'Các nhóm', en: 'All groups' })}</BackLink>
      <h1 class="govuk-heading-l">{group.name}</h1>
      <p class="govuk-body">{ruleInWords(s.registry, group.rule, s.groups, s.on, c.var.language)}</p>
      <DayForm action={`/units/groups/${group.id}`} on={s.on} language={c.var.language} />
      <Members registry={s.registry} members={members} on={s.on} language={c.var.language} />
      <ul class="tk-links govuk-!-margin-bottom-6">
        {(['xlsx', 'csv'] as const).map((type) => (
          <li>
            <a class="govuk-link" href={`/units/export.${type}?on=${s.on}&group=${group.id}`}>
              {t({ vi: `Tải về .${type}`, en: `Download .${type}` })}
            </a>
          </li>
        ))}
        {mayWrite && (
          <li>
            <a class="govuk-link" href={`/units/groups/${group.id}/edit?on=${s.on}`}>
              {t({ vi: 'Sửa quy tắc', en: 'Edit the rule' })}
            </a>
          </li>
        )}
      </ul>
      {mayWrite && (
        <form method="post" action={`/units/groups/${group.id}/end`}>
          <Button secondary>{t({ vi: 'Ngừng dùng nhóm này', en: 'Retire this group' })}</Button>
        </form>
      )}
    </>,
  );
});

unitGroupPages.get('/units/groups/:id/edit', async (c) => {
  insist(registryRefusal(act(c).actor));
  const s = await scene(c);
  const group = groupAsked(c, s);
  return formPage(c, s, group, { name: group.name, version: String(group.version) }, group.rule, null);
});

unitGroupPages.post('/units/groups/:id/edit', async (c) => saved(c, groupAsked(c, await scene(c))));

unitGroupPages.post('/units/groups/:id/end', async (c) => {
  await retireGroup(act(c), groupAsked(c, await scene(c)).id);
  return c.redirect('/units/groups', 303);
});

function groupAsked(c: Ctx, { groups }: Scene): GroupRow {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw notFound();
  return found(groups.find((g) => g.id === id));
}

async function saved(c: Ctx, group: GroupRow | null) {
  insist(registryRefusal(act(c).actor));
  const s = await scene(c);
  const typed = await readForm(c);
  let rule = group?.rule ?? emptyRule;
  const result = await attempt(async () => {
    const form = parseForm(groupForm, typed);
    rule = ticked(form);
    rule = ruleFrom(form, s.index, s.on);
    if (typed.step === 'preview') return null;
    return saveGroup(act(c), { id: group?.id ?? null, name: form.name, rule, version: form.version });
  });
  if (result.refusal || result.value === null)
    return formPage(
      c,
      s,
      group,
      result.refusal ? typed : { ...typed, moreExcept: '', moreInclude: '' },
      rule,
      result.refusal,
    );
  return c.redirect(`/units/groups/${result.value}?on=${s.on}`, 303);
}

/** What is ticked, without what is typed: shown again when a typed name was refused. */
function ticked(form: {
  kinds: GroupRule['kinds'];
  exceptGroups: string[];
  exceptUnits: string[];
  include: string[];
}): GroupRule {
  return {
    kinds: form.kinds,
    under: null,
    except: { groups: form.exceptGroups, units: form.exceptUnits },
    include: form.include,
  };
}

function formPage(
  c: Ctx,
  s: Scene,
  group: GroupRow | null,
  typed: Typed,
  rule: GroupRule,
  refusal: Refusal | null,
) {
  const t = words(c);
  const title = group ? { vi: 'Sửa nhóm', en: 'Edit the group' } : { vi: 'Lập nhóm mới', en: 'New group' };
  const members = refusal ? null : membersOn(s.registry, rule, rulesOf(s.groups), s.on);
  return page(
    c,
    { title, status: statusOf(refusal) },
    <>
      <BackLink href={group ? `/units/groups/${group.id}` : '/units/groups'}>
        {group?.name ?? t({ vi: 'Các nhóm', en: 'All groups' })}
      </BackLink>
      <form
        method="post"
        action={`/units/groups/${group ? `${group.id}/edit` : 'new'}?on=${s.on}`}
        class="tk-form"
        novalidate
      >
        <GroupFields
          title={t(title)}
          caption={group?.name ?? null}
          registry={s.registry}
          groups={s.groups.filter((g) => g.id !== group?.id)}
          on={s.on}
          typed={typed}
          rule={rule}
          refusal={refusal}
          language={c.var.language}
        />
      </form>
      {members && (members.length > 0 || typed.step === 'preview') && (
        <Members registry={s.registry} members={members} on={s.on} language={c.var.language} />
      )}
    </>,
  );
}

type MembersProps = { registry: Registry; members: UnitRecord[]; on: LocalDate; language: 'vi' | 'en' };
const mostShown = 300;

const Members = ({ registry, members, on, language }: MembersProps) => {
  const vi = language === 'vi';
  return (
    <section class="tk-section tk-rule" aria-labelledby="thanh-vien">
      <h2 class="govuk-heading-m" id="thanh-vien">
        {vi ? `Đơn vị trong nhóm ngày ${formatDate(on)}` : `Members on ${formatDate(on)}`} · {members.length}
      </h2>
      {members.length === 0 && (
        <Empty>{vi ? 'Ngày này nhóm không có đơn vị nào.' : 'The group has no unit on this day.'}</Empty>
      )}
      <ul class="tk-plain tk-unit-tree">
        {members.slice(0, mostShown).map((u) => {
          const parent = parentOn(registry, u.id, on);
          return (
            <li>
              <span>
                <UnitLink id={u.id} on={on}>
                  {nameOn(registry, u, on).fullName}
                </UnitLink>
                {(u.kind === 'commune' || u.kind === 'district') && parent && (
                  <span class="tk-meta">{nameOn(registry, parent, on).fullName}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {members.length > mostShown && (
        <p class="tk-small">
          {vi
            ? `Chỉ hiện ${mostShown} đơn vị đầu; tải về để xem đủ.`
            : `Only the first ${mostShown}; download for all.`}
        </p>
      )}
    </section>
  );
};
