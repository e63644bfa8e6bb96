// Doors of the registry: the tree at a day, search over all times, one unit through time. For anyone signed in.
import { Hono } from 'hono';
import { addDays, dateAt, type LocalDate } from '#src/kernel/dates.ts';
import { isId } from '#src/kernel/ids.ts';
import { notFound } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, found } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { Browse } from './browse.view.tsx';
import { readUnitsQuery } from './forms.ts';
import { unitHistory } from './history.ts';
import { heirsOn, type Kin, predecessorsOf } from './lineage.ts';
import { unitActPages } from './pages/acts.tsx';
import { unitChangePages } from './pages/changes.tsx';
import { unitContactPages } from './pages/contacts.tsx';
import { unitFilePages } from './pages/files.tsx';
import { unitGroupPages } from './pages/groups.tsx';
import { unitWithdrawalPages } from './pages/withdrawals.tsx';
import { nameIndexOf } from './registry.ts';
import { changeDays, lifeLine } from './rules/changes.ts';
import { contactRefusal, mayReadContacts } from './rules/contacts.ts';
import { registryRefusal } from './rules/refusing.ts';
import { endedByLaw, isSuccessionOpen } from './rules/succession.ts';
import { childrenOn, nameOn, organisationKinds, type Registry, type UnitRecord } from './rules.ts';
import { type FoundUnit, searchCodes, searchUnits } from './search.ts';
import { contactsOf } from './store/contacts.ts';
import { countsOn, pathOn, unitByTerritory, unitNames, unitsAsOf } from './store.ts';
import type { NamedUnit } from './timeline.view.tsx';
import { UnitView } from './unit.view.tsx';

export const unitPages = new Hono<Env>();

for (const pages of [
  unitChangePages,
  unitWithdrawalPages,
  unitFilePages,
  unitGroupPages,
  unitContactPages,
  unitActPages,
])
  unitPages.route('/', pages);

const countryKinds = ['province', ...organisationKinds] as const;

unitPages.get('/units', async (c) => {
  const { db, actor, now } = act(c);
  const query = readUnitsQuery(c.req.query());
  const today = dateAt(now);
  const on = query.on ?? today;
  const [counts, { registry }, codes, results, units, under] = await Promise.all([
    countsOn(db, on),
    nameIndexOf(db),
    query.q ? searchCodes(db, query.q) : [],
    query.q ? searchUnits(db, query.q, { on }) : null,
    query.q ? [] : unitsAsOf(db, on, query.under ? { under: query.under } : { kinds: countryKinds }),
    query.under && !query.q ? parentOf(c, query.under, on) : null,
  ]);
  const heirs = await heirsOf(c, results ?? [], on);
  const more = { changeDays: changeDays(registry), mayWrite: registryRefusal(actor) === null };
  return page(
    c,
    { title: { vi: 'Tổ chức', en: 'Units' }, scripts: ['units-slider'] },
    <Browse
      language={c.var.language}
      {...{ query, on, today, counts, results, codes, heirs, units, under, ...more }}
    />,
  );
});

/** Who followed each found unit that is gone on the day; a unit cut into many pieces is left to its own page. */
async function heirsOf(c: Ctx, results: FoundUnit[], on: LocalDate): Promise<Map<string, NamedUnit[]>> {
  const gone = results.filter((u) => u.abolishedOn !== null && u.abolishedOn <= on);
  if (gone.length === 0) return new Map();
  const { registry } = await nameIndexOf(act(c).db);
  const found = gone.map(({ id }): [string, NamedUnit[]] => {
    const unit = registry.byId.get(id);
    const heirs = unit ? heirsOn(registry, unit, on) : [];
    return [id, heirs.map((heir) => ({ id: heir.id, fullName: nameOn(registry, heir, on).fullName }))];
  });
  return new Map(found.filter(([, heirs]) => heirs.length > 0 && heirs.length < 4));
}

async function parentOf(c: Ctx, id: string, on: LocalDate) {
  const { db } = act(c);
  const name = found((await unitNames(db, [id], on)).get(id));
  return { id, fullName: name.fullName, path: await pathOn(db, id, on) };
}

unitPages.get('/units/:id', async (c) => {
  const { db, actor, now } = act(c);
  const id = c.req.param('id');
  if (!isId(id)) throw notFound();
  const history = found(await unitHistory(db, id));
  const today = dateAt(now);
  const on = readUnitsQuery(c.req.query()).on ?? today;
  const { registry } = await nameIndexOf(db);
  const unit = found(registry.byId.get(id));
  const kin = kinOf(registry, unit, on);
  const shownIds = [id, ...kin.heirs.map((u) => u.id), ...kin.parts.map((k) => k.unit.id)];
  const [names, path, children, counterpart] = await Promise.all([
    unitNames(db, shownIds, on),
    pathOn(db, id, on),
    unitsAsOf(db, on, { under: id }),
    unitByTerritory(db, history.territoryId ?? id, history.territoryId !== null, on),
  ]);
  const name = found(names.get(id));
  const mayRead = mayReadContacts(actor, id);
  const more = {
    stretches: lifeLine(registry, unit),
    isUnsettled: isGone(unit, on) && isSuccessionOpen(registry, unit) && !endedByLaw(registry, unit),
    mayWrite: registryRefusal(actor) === null,
    recorded: c.req.query('recorded') === '1',
    contacts: mayRead
      ? { history: await contactsOf(db, id), mayWrite: contactRefusal(actor, id) === null }
      : null,
  };
  return page(
    c,
    { title: { vi: name.fullName, en: name.fullName } },
    <UnitView
      language={c.var.language}
      {...{ history, on, today, name, names, path, children, counterpart, ...kin, ...more }}
    />,
  );
});

const isGone = (unit: UnitRecord, on: LocalDate) => unit.abolishedOn !== null && unit.abolishedOn <= on;

/** Heirs on the day; for a district, which has none, the units its communes went to; and what it was formed from. */
function kinOf(
  registry: Registry,
  unit: UnitRecord,
  on: LocalDate,
): { heirs: UnitRecord[]; landHeirs: boolean; parts: Kin[] } {
  const gone = isGone(unit, on);
  const heirs = gone ? heirsOn(registry, unit, on) : [];
  const born = unit.foundedOn;
  const parts = born ? predecessorsOf(registry, unit.id, born, addDays(born, -1)) : [];
  if (!gone || heirs.length > 0 || unit.kind !== 'district') return { heirs, landHeirs: false, parts };
  const communes = childrenOn(registry, unit.id, addDays(unit.abolishedOn ?? on, -1));
  return { heirs: [...new Set(communes.flatMap((u) => heirsOn(registry, u, on)))], landHeirs: true, parts };
}
