// An editor opened before a move: which part it means now, and whether that is still what its writer saw. Pure.

/** The part `from` at version `seen` became the part `to` at version `landed`; `to` null: no longer asked. */
export type Landing = {
  kind: 'section' | 'table';
  from: string;
  to: string | null;
  seen: number;
  landed: number;
};

/** One part as a writer opened it. */
export type Opened = { code: string; version: number };

/** Never a version: whoever saw something else than what moved has a conflict to settle. */
const unseen = -1;

/** Through the moves since the editor was opened, oldest first. Null: the part is no longer asked. */
export function placeNow(
  moves: readonly (readonly Landing[])[],
  kind: Landing['kind'],
  opened: Opened,
): Opened | null {
  let now = opened;
  for (const landings of moves) {
    const landing = landings.find((l) => l.kind === kind && l.from === now.code);
    if (!landing) continue;
    if (landing.to === null) return null;
    now = { code: landing.to, version: now.version === landing.seen ? landing.landed : unseen };
  }
  return now;
}

/** A place named before the moves, a section or a table, by its code now; as it was when nothing asks for it any more. */
export function codeNow(moves: readonly (readonly Landing[])[], code: string): string {
  const isTable = moves[0]?.some((l) => l.kind === 'table' && l.from === code) ?? false;
  return placeNow(moves, isTable ? 'table' : 'section', { code, version: unseen })?.code ?? code;
}
