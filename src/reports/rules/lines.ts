// The lines of a section's lists: from the columns of a form, and back to rows to show. Pure.
import type { ListKind } from '#src/templates/rules.ts';
import type { SectionForm } from '../forms.ts';
import type { ListItem } from '../rules.ts';
import { lists } from './words.ts';

/** The lines that hold words, in the order typed; the one at `remove` left out. `makeId` names new lines. */
export function itemsFrom(form: SectionForm, makeId: () => string): ListItem[] {
  return form.item.flatMap((typed, index): ListItem[] => {
    const text = typed.replace(/\s+/g, ' ').trim();
    const kind = form.kind[index];
    if (!kind || text === '' || index === form.remove) return [];
    const cause = form.cause[index];
    const addressee = form.addressee[index]?.trim();
    return [
      {
        id: form.itemId[index] || makeId(),
        kind,
        text,
        ...(cause ? { cause } : {}),
        ...(addressee ? { addressee } : {}),
      },
    ];
  });
}

/** A row to show: a line, or an empty one to type in. */
export type LineRow = Omit<ListItem, 'id'> & { id: string };

/** For each list that the section asks for: its lines, then one empty row, two when a row was asked for. */
export function rowsFor(
  asked: readonly ListKind[],
  items: readonly ListItem[],
  add: string | undefined,
): { list: ListKind; rows: LineRow[] }[] {
  return asked.map((list) => {
    const { kind } = lists[list];
    const kept: LineRow[] = items.filter((i) => i.kind === kind);
    const empty = kept.length === 0 || add === list ? 1 : 0;
    return {
      list,
      rows: [...kept, ...Array.from({ length: empty }, (): LineRow => ({ id: '', kind, text: '' }))],
    };
  });
}

/** Lines of kinds that the section does not ask for (from an older template) are kept as they are. */
export function itemsElsewhere(asked: readonly ListKind[], items: readonly ListItem[]): ListItem[] {
  const kinds = new Set(asked.map((list) => lists[list].kind));
  return items.filter((i) => !kinds.has(i.kind));
}
