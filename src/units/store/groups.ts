// Groups of units by rule.
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import type { GroupRule } from '../rules/groups.ts';

export type GroupRow = { id: string; name: string; rule: GroupRule; version: number; changedAt: Date };

/** Groups in use, in the order of a Vietnamese list. */
export async function listGroups(db: Db): Promise<GroupRow[]> {
  const rows = await db
    .selectFrom('unit_groups')
    .select(['id', 'name', 'rule', 'version', 'changed_at'])
    .where('ended_at', 'is', null)
    .execute();
  return rows
    .map((r) => ({
      id: r.id,
      name: r.name,
      rule: r.rule as GroupRule,
      version: r.version,
      changedAt: r.changed_at,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

export async function insertGroup(
  trx: Db,
  group: { id: string; name: string; rule: GroupRule },
  by: { id: string; at: Date },
): Promise<void> {
  await trx
    .insertInto('unit_groups')
    .values({
      id: group.id,
      name: group.name,
      rule: group.rule as unknown as Json,
      created_at: by.at,
      created_by: by.id,
      changed_at: by.at,
      changed_by: by.id,
    })
    .execute();
}

/** False when the group is no longer at the version that the change started from. */
export async function updateGroup(
  trx: Db,
  group: { id: string; name: string; rule: GroupRule; version: number },
  by: { id: string; at: Date },
): Promise<boolean> {
  const result = await trx
    .updateTable('unit_groups')
    .set({
      name: group.name,
      rule: group.rule as unknown as Json,
      version: group.version + 1,
      changed_at: by.at,
      changed_by: by.id,
    })
    .where('id', '=', group.id)
    .where('version', '=', group.version)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function endGroup(trx: Db, id: string, by: { id: string; at: Date }): Promise<void> {
  await trx
    .updateTable('unit_groups')
    .set({ ended_at: by.at, changed_at: by.at, changed_by: by.id })
    .where('id', '=', id)
    .execute();
}
