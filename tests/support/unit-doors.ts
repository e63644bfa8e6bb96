// The registry's pages and acts: real addresses, and who sees or does what.
import { addDays } from '#src/kernel/dates.ts';
import { recordUnitAct } from '#src/units/actions.ts';
import { keepImport, saveGroup } from '#src/units/directory-actions.ts';
import { parseCsv } from '#src/units/rules/csv.ts';
import { emptyRule } from '#src/units/rules/groups.ts';
import { readLines } from '#src/units/rules/import-lines.ts';
import { recordedActs } from '#src/units/store/withdrawals.ts';
import type { TestApp } from './app.ts';
import type { Door, Who } from './doors.ts';
import { unitId } from './people.ts';
import type { World } from './world.ts';

const signedIn: Who[] = ['ha', 'bao', 'long', 'chau', 'ngan', 'nam'];
const officer: Who[] = ['ha'];
const others = signedIn.filter((who) => who !== 'ha');
const own: Who[] = ['ha', 'chau'];
const strangers = signedIn.filter((who) => !own.includes(who));

const unit = (rest: string) => (w: World) => `/units/${w.unitId}${rest}`;
const group = (rest: string) => (w: World) => `/units/groups/${w.groupId}${rest}`;

const csv = 'Mã,Tên,Loại,Cấp trên\n99001,Xã Thử Một,xã,Tỉnh Lạng Sơn\n';

/** A group, a file of units and a recorded act, for their addresses. */
export async function directory(app: TestApp) {
  const act = app.act('ha');
  const rule = { ...emptyRule, kinds: ['central-commission' as const] };
  const groupId = await saveGroup(act, { id: null, name: 'Các ban Đảng', rule, version: 0 });
  const { file } = readLines(parseCsv(csv));
  const importId = await keepImport(act, { fileName: 'xa.csv', on: '2023-09-01', basis: 'QĐ 12', file });
  const rename = {
    kind: 'rename' as const,
    on: '2023-09-02',
    basis: 'QĐ 13',
    name: 'Xứ',
    fullName: 'Tỉnh Xứ',
  };
  await recordUnitAct(act, { ...rename, unitId: await unitId(app.services.db, 'Tỉnh Cà Mau') });
  const unitActId = (await recordedActs(app.services.db))[0]!.id;
  return { groupId, importId, unitActId };
}

export const unitPages: Record<string, Door> = {
  '/units': { path: () => '/units', opens: signedIn },
  '/units/changes': { path: () => '/units/changes', opens: signedIn },
  '/units/unsettled': { path: () => '/units/unsettled', opens: signedIn },
  '/units/acts': { path: () => '/units/acts', opens: officer, forbids: others },
  '/units/acts/:id/withdrawal': {
    path: (w) => `/units/acts/${w.unitActId}/withdrawal`,
    opens: officer,
    forbids: others,
  },
  '/units/export.csv': { path: () => '/units/export.csv?kind=province', opens: signedIn },
  '/units/export.xlsx': { path: () => '/units/export.xlsx?kind=province', opens: signedIn },
  '/units/import': { path: () => '/units/import', opens: officer, forbids: others },
  '/units/import/:id': { path: (w) => `/units/import/${w.importId}`, opens: officer, forbids: others },
  '/units/groups': { path: () => '/units/groups', opens: signedIn },
  '/units/groups/new': { path: () => '/units/groups/new', opens: officer, forbids: others },
  '/units/groups/:id': { path: group(''), opens: signedIn },
  '/units/groups/:id/edit': { path: group('/edit'), opens: officer, forbids: others },
  '/units/:id': { path: unit(''), opens: signedIn },
  '/units/:id/contacts/new': { path: unit('/contacts/new'), opens: own, forbids: strangers },
  '/units/:id/events/new': { path: unit('/events/new'), opens: officer, forbids: others },
};

/** Each hand-over is later than the one before. */
let days = 0;

export const unitActs: Record<string, Door> = {
  '/units/acts/:id/withdrawal': {
    path: (w) => `/units/acts/${w.unitActId}/withdrawal`,
    fields: () => ({ reason: 'Ghi nhầm' }),
    opens: officer,
    forbids: others,
  },
  '/units/import': {
    path: () => '/units/import',
    fields: () => ({ file: new File([csv], 'xa.csv'), on: '2023-09-01', basis: 'QĐ 12' }),
    opens: officer,
    forbids: others,
  },
  '/units/import/:id': { path: (w) => `/units/import/${w.importId}`, opens: officer, forbids: others },
  '/units/groups/new': {
    path: () => '/units/groups/new',
    fields: () => ({ name: 'Đảng đoàn', 'kinds[]': ['party-caucus'], version: '0', step: 'save' }),
    opens: officer,
    forbids: others,
  },
  '/units/groups/:id/edit': {
    path: group('/edit'),
    fields: () => ({ name: 'Các ban', 'kinds[]': ['central-commission'], version: '1', step: 'save' }),
    opens: officer,
    forbids: others,
  },
  '/units/groups/:id/end': { path: group('/end'), opens: officer, forbids: others },
  '/units/:id/contacts/new': {
    path: unit('/contacts/new'),
    fields: () => ({ contactName: 'Nông Thị B', phone: '0912345678', fromOn: addDays('2023-08-10', days++) }),
    opens: own,
    forbids: strangers,
  },
  '/units/:id/events/new': {
    path: unit('/events/new?kind=rename'),
    fields: () => ({ on: '2023-09-01', basis: 'QĐ 12', fullName: 'Tỉnh ủy Xứ Lạng', step: 'record' }),
    opens: officer,
    forbids: others,
  },
};
