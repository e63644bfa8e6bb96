// Nothing typed is lost and nothing stands twice, whatever two versions of a template a report moves between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnexTable } from '#src/templates/rules.ts';
import { asked, cell, section, table, words } from '../fixtures/versions.ts';
import type { SectionContent } from '../rules.ts';
import { type Held, planMove } from './moving.ts';
import type { Asked } from './places.ts';

describe('whatever the two versions are', () => {
  const code = fc.constantFrom('1', '2', '3', '4', '5', '6');
  const title = fc.constantFrom('Tình hình', 'Kết quả', 'Hạn chế', 'Bài học', 'Kiến nghị');
  const sections = fc
    .uniqueArray(fc.tuple(code, title, fc.boolean()), { selector: ([c]) => c })
    .map((all) => all.map(([c, t, writable]) => section(c, t, { writable })));
  const row = fc.uniqueArray(fc.tuple(code, title), { selector: ([c]) => c });
  const columns = fc.uniqueArray(fc.constantFrom('2021', '2022', '2023'));
  const tables = fc
    .uniqueArray(fc.tuple(fc.constantFrom('B1', 'B2', 'B3'), title, row, columns), { selector: ([c]) => c })
    .map((all) => all.map(([c, t, rows, cols]) => table(c, t, rows, cols)));
  const version = fc.tuple(sections, tables).map(([s, t]) => asked(s, t));

  /** One mark for every block, list item, cell and text that is no number. */
  const marks = (content: SectionContent | { cells: object; unread: object }): string[] =>
    'body' in content
      ? [...content.body.map((b) => b.id), ...content.items.map((i) => i.id)]
      : [content.cells, content.unread].flatMap((grid) =>
          Object.values(grid).flatMap((inRow) => Object.values(inRow).map((c) => JSON.stringify(c))),
        );

  function filled(from: Asked, keep: boolean): Held {
    let n = 0;
    const typed = (): SectionContent => {
      n += 1;
      return { ...words(`b${n}`), items: [{ id: `i${n}`, kind: 'lesson', text: 'Bài học' }] };
    };
    const grid = (t: AnnexTable) => ({
      cells: Object.fromEntries(
        t.indicators.slice(1).map((i) => [
          i.code,
          Object.fromEntries(
            t.columns.map((c) => {
              n += 1;
              return [c.code, cell(n)];
            }),
          ),
        ]),
      ),
      unread: Object.fromEntries(
        t.indicators.slice(0, 1).map((i) => [
          i.code,
          Object.fromEntries(
            t.columns.map((c) => {
              n += 1;
              return [c.code, `chữ ${n}`];
            }),
          ),
        ]),
      ),
    });
    const all = from.outline.sections.filter((s) => s.writable);
    const kept = keep
      ? [
          ...all.map((s) => ({
            kind: 'section' as const,
            content: typed(),
            asked: null,
            id: `k${s.code}`,
            ...part(s),
          })),
          ...from.annex.tables.map((t) => ({
            ...{ kind: 'table' as const, content: grid(t), asked: t, id: `t${t.code}` },
            ...part(t),
          })),
        ]
      : [];
    return {
      sections: Object.fromEntries(all.map((s) => [s.code, typed()])),
      tables: Object.fromEntries(from.annex.tables.map((t) => [t.code, grid(t)])),
      kept,
    };
  }
  const part = ({ code, title }: { code: string; title: string }) => ({ code, title });
  const everything = (
    held: Pick<Held, 'sections' | 'tables'>,
    kept: readonly { content: Parameters<typeof marks>[0] }[],
  ) =>
    [...Object.values(held.sections), ...Object.values(held.tables), ...kept.map((k) => k.content)]
      .flatMap(marks)
      .sort();

  it('every typed block, item and cell is afterwards in exactly one place, there and back again', () => {
    fc.assert(
      fc.property(version, version, fc.boolean(), (from, to, keep) => {
        const held = filled(from, keep);
        const move = planMove(from, to, held);
        const stay = held.kept.filter((k) => !move.restored.includes(k.id));
        expect(everything(move, [...stay, ...move.kept])).toEqual(everything(held, held.kept));
        for (const place of Object.keys(move.sections))
          expect(to.outline.sections.find((s) => s.code === place)?.writable).toBe(true);
        const back = planMove(to, from, {
          ...move,
          kept: [
            ...stay,
            ...move.kept.map((k, i) => ({
              ...k,
              id: `new${i}`,
              asked: from.annex.tables.find((t) => t.code === k.code) ?? null,
            })),
          ],
        });
        const left = [...stay, ...move.kept].filter((_, i) => {
          const id = i < stay.length ? stay[i]!.id : `new${i - stay.length}`;
          return !back.restored.includes(id);
        });
        expect(everything(back, [...left, ...back.kept])).toEqual(everything(held, held.kept));
      }),
      { numRuns: 600 },
    );
  });

  it('a move to the same version changes nothing', () => {
    fc.assert(
      fc.property(version, (same) => {
        const held = filled(same, false);
        const move = planMove(same, same, held);
        expect(move.sections).toEqual(held.sections);
        expect(move.kept).toEqual([]);
      }),
    );
  });
});
