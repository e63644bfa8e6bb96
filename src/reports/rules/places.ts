// Where each part of a template stands in a newer version of it: paired by code and title, each with at most one other. Pure.
import type { UnreadCells } from '#src/annexes/rules.ts';
import { type AnnexCells, enterable, withCell } from '#src/annexes/rules.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import {
  type AnnexTable,
  type OutlineSection,
  type TemplateVersion,
  writableSections,
} from '#src/templates/rules.ts';

export type Asked = Pick<TemplateVersion, 'outline' | 'annex'>;

/** By old code; what is not in it is no longer asked. */
export type Places = { sections: Map<string, OutlineSection>; tables: Map<string, AnnexTable> };

export function placesBetween(from: Asked, to: Asked): Places {
  return {
    sections: pairUp(writableSections(from.outline), writableSections(to.outline), (s) => s.title),
    tables: pairUp(from.annex.tables, to.annex.tables, (t) => t.title),
  };
}

/**
 * Numbering shifts when something is put in between, so what keeps both code and title goes first, then what keeps a
 * title that only it has, then what keeps its code under another title. O(n).
 */
export function pairUp<T extends { code: string }>(
  old: readonly T[],
  fresh: readonly T[],
  titleOf: (item: T) => string,
): Map<string, T> {
  const pairs = new Map<string, T>();
  const taken = new Set<T>();
  const title = (item: T) => foldVietnamese(titleOf(item)).replace(/\s+/g, ' ').trim();
  const pass = (keyOf: (item: T) => string) => {
    const left = Map.groupBy(
      old.filter((o) => !pairs.has(o.code)),
      keyOf,
    );
    const open = Map.groupBy(
      fresh.filter((f) => !taken.has(f)),
      keyOf,
    );
    for (const [key, [one, ...more]] of left) {
      const [match, ...others] = open.get(key) ?? [];
      if (!one || !match || more.length > 0 || others.length > 0) continue;
      pairs.set(one.code, match);
      taken.add(match);
    }
  };
  pass((item) => `${item.code} ${title(item)}`);
  pass(title);
  pass((item) => item.code);
  return pairs;
}

export type TableHeld = { cells: AnnexCells; unread: UnreadCells };

type Grid<T> = Record<string, Record<string, T>>;

/** Each cell, and each text that is no number, is in exactly one of the two: in its place of `to`, or kept as it was. */
export function carryTable(
  from: AnnexTable,
  to: AnnexTable | null,
  held: TableHeld,
): { there: TableHeld; kept: TableHeld } {
  const rows = to ? pairUp(enterable(from), enterable(to), (i) => i.name) : new Map();
  const columns = to ? pairUp(from.columns, to.columns, (c) => c.name ?? c.label) : new Map();
  const split = <T>(grid: Grid<T>) => {
    let there: Grid<T> = {};
    let kept: Grid<T> = {};
    for (const [row, inRow] of Object.entries(grid))
      for (const [column, item] of Object.entries(inRow)) {
        const [r, c] = [rows.get(row)?.code, columns.get(column)?.code];
        if (r && c) there = withCell(there, r, c, item);
        else kept = withCell(kept, row, column, item);
      }
    return { there, kept };
  };
  const [cells, unread] = [split(held.cells), split(held.unread)];
  return {
    there: { cells: cells.there, unread: unread.there },
    kept: { cells: cells.kept, unread: unread.kept },
  };
}

export function isBlankTable({ cells, unread }: TableHeld): boolean {
  return Object.keys(cells).length === 0 && Object.keys(unread).length === 0;
}
