// Words that came and went between two versions, as inserted and deleted text.
import type { FC } from 'hono/jsx';
import type { Piece } from '../rules/changes.ts';

export const WordChanges: FC<{ pieces: readonly Piece[] }> = ({ pieces }) => (
  <p class="tk-changes">
    {pieces.map((piece) =>
      piece.kind === 'same' ? (
        piece.text
      ) : piece.kind === 'added' ? (
        <ins>{piece.text}</ins>
      ) : (
        <del>{piece.text}</del>
      ),
    )}
  </p>
);
