// The drafts of an annex: every save kept, a mismatch keeps both, nothing typed is lost.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { differingCells } from './conflict.tsx';
import { owingM1 } from './fixtures/accepted.ts';
import { b3, cellsOf, langSon } from './fixtures/lang-son.ts';
import { cellField, noteField, readTypedCells, type TypedFields } from './rules/typed.ts';
import { cellAt, cellText, enterable, unreadAt, withCell } from './rules.ts';
import {
  readAnnex,
  refusalToOverwrite,
  saveTable,
  type TableSave,
  tableDraft,
  tableDrafts,
  tableVersions,
} from './store.ts';

const source = { kind: 'typed', by: 'Hoàng Minh Châu', at: '2023-07-18T03:00:00Z' } as const;

/** The fields that a grid over these cells would send, changed as given. */
function fieldsOf(cells = langSon, change: TypedFields = {}): TypedFields {
  const fields: TypedFields = {};
  for (const { code } of enterable(b3))
    for (const column of b3.columns)
      fields[cellField(code, column.code)] = cellText(cellAt(cells, code, column.code));
  return { ...fields, ...change };
}

describe('reading a grid', () => {
  test('sent back unchanged, every cell keeps its source', () => {
    expect(readTypedCells(fieldsOf(), b3, langSon, source)).toMatchObject({ cells: langSon, unread: {} });
  });

  test('a changed cell takes the new source; the same figure written differently keeps the old one', () => {
    const change = { [cellField('B3.04', '2019')]: '2.316', [cellField('B3.05', '2019')]: ' 412 đơn ' };
    const { cells } = readTypedCells(fieldsOf(langSon, change), b3, langSon, source);
    expect(cellAt(cells, 'B3.04', '2019')).toEqual({ value: 2316, source });
    expect(cellAt(cells, 'B3.05', '2019')).toEqual(cellAt(langSon, 'B3.05', '2019'));
  });

  test('a field that did not arrive leaves its cell; an emptied one empties it', () => {
    const fields = fieldsOf(langSon, {
      [cellField('B3.01', '2019')]: undefined,
      [cellField('B3.01', '2020')]: '',
    });
    const { cells } = readTypedCells(fields, b3, langSon, source);
    expect(cellAt(cells, 'B3.01', '2019')).toEqual(cellAt(langSon, 'B3.01', '2019'));
    expect(cellAt(cells, 'B3.01', '2020')).toBeNull();
  });

  test('a reason for a jump stays with its figure and goes with it', () => {
    const noted = readTypedCells(
      fieldsOf(langSon, { [noteField('B3.08', '2022')]: ' Đợt lớn ' }),
      b3,
      langSon,
      source,
    ).cells;
    expect(cellAt(noted, 'B3.08', '2022')?.note).toBe('Đợt lớn');
    const again = readTypedCells(
      fieldsOf(noted, { [noteField('B3.08', '2022')]: 'Đợt lớn' }),
      b3,
      noted,
      source,
    ).cells;
    expect(again).toEqual(noted);
    const change = { [noteField('B3.08', '2022')]: 'Đợt lớn', [cellField('B3.08', '2022')]: '8' };
    expect(cellAt(readTypedCells(fieldsOf(noted, change), b3, noted, source).cells, 'B3.08', '2022')).toEqual(
      { value: 8, source },
    );
  });

  test('whatever is typed is a cell, or kept as it was typed', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.constantFrom('k', 'x', 'o', '1.234,5', '-3', '12,5', '4l2', '1e9', '…'),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { cells, unread } = readTypedCells({ [cellField('B3.01', '2019')]: text }, b3, {}, source);
        const [cell, kept] = [cellAt(cells, 'B3.01', '2019'), unreadAt(unread, 'B3.01', '2019')];
        if (text.trim() === '') return cell === null && kept === null;
        return cell === null ? kept === text : kept === null;
      }),
    );
  });
});

describe('saving a table', () => {
  let app: TestApp;
  let db: Db;
  let reportId: string;

  beforeAll(async () => {
    app = await testApp();
    db = app.services.db;
    const campaign = await testCampaign(app.act('ha'));
    const owed = (await owingM1(db, campaign.id)).find((o) => o.unitName === 'Tỉnh ủy Lạng Sơn')!;
    reportId = newId();
    await db
      .insertInto('reports')
      .values({
        ...{ id: reportId, obligation_id: owed.id, campaign_id: campaign.id, unit_id: owed.unitId },
        ...{
          template_version_id: owed.templateVersionId,
          opened_at: app.act('chau').now,
          opened_by: app.people.chau.id,
        },
      })
      .execute();
  }, 60_000);

  const save = (from: number, change: Partial<TableSave> = {}): TableSave => ({
    ...{ reportId, table: 'B3', from, cells: langSon, unread: {}, origin: 'typed' },
    ...{ savedAt: app.act('chau').now, savedBy: app.people.chau.id },
    ...change,
  });

  test('a table never saved is blank at version 0; a save gives it version 1; the same again changes nothing', async () => {
    expect(await tableDraft(db, reportId, 'B3')).toMatchObject({ cells: {}, version: 0, savedAt: null });
    expect(await saveTable(db, save(0))).toEqual({ kind: 'saved', version: 1 });
    expect(await saveTable(db, save(0))).toEqual({ kind: 'unchanged', version: 1 });
    expect(await readAnnex(db, reportId)).toEqual({ B3: langSon });
  });

  test('what could not be read is kept beside the cells', async () => {
    const unread = { 'B3.01': { '2019': 'hai mươi tư' } };
    const cells = withCell(langSon, 'B3.01', '2019', null);
    expect(await saveTable(db, save(1, { cells, unread }))).toEqual({ kind: 'saved', version: 2 });
    expect((await tableDrafts(db, reportId)).B3).toMatchObject({
      cells,
      unread,
      version: 2,
      savedBy: app.people.chau.id,
    });
  });

  test('a save over a version that the writer did not see keeps both and says so', async () => {
    const mine = cellsOf(b3, { 'B3.01': [99] });
    const outcome = await saveTable(db, save(1, { cells: mine }));
    expect(outcome).toMatchObject({ kind: 'conflict', keptAs: 3, theirs: { version: 2 } });
    expect((await tableDraft(db, reportId, 'B3')).version).toBe(2);
    expect((await tableVersions(db, reportId, 'B3')).map((v) => [v.version, v.origin])).toEqual([
      [3, 'conflict'],
      [2, 'typed'],
      [1, 'typed'],
    ]);
    expect((await tableVersions(db, reportId, 'B3'))[0]?.cells).toEqual(mine);
    if (outcome.kind !== 'conflict') throw new Error('no conflict');
    expect(refusalToOverwrite('B3', outcome)).toMatchObject({
      kind: 'conflict',
      code: 'annex-conflict',
      details: { keptAs: 3 },
    });
    expect(differingCells(b3, outcome.mine, outcome.theirs)[0]).toMatchObject({
      mine: '99',
      theirs: 'hai mươi tư',
    });
    expect(await saveTable(db, save(2, { cells: mine }))).toEqual({ kind: 'saved', version: 4 });
  });
});
