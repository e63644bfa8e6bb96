// Shares of a unit's figures, as an officer declares them: all with their rule, making the whole, or none.
import type { Refusal } from '#src/kernel/refusal.ts';
import type { UnitAct } from './acts.ts';
import { say } from './existence.ts';

/** Shares are all declared with their rule and make the whole, or none is. */
export function sharesRefusal(shares: readonly (number | null)[], basis: string | null): Refusal | null {
  const declared = shares.filter((s) => s !== null);
  if (declared.length === 0) return null;
  const total = declared.reduce((sum, s) => sum + Math.round(s * 1e6), 0);
  if (declared.length < shares.length || total !== 1e6 || declared.some((s) => s <= 0))
    return say(
      'split-shares',
      'share',
      'Tỷ lệ phân bổ phải ghi đủ cho mọi phần và cộng lại đúng 100%, hoặc để trống tất cả.',
      'Shares have to be given for every part and make exactly 100%, or all be left out.',
    );
  if (!basis?.trim())
    return say(
      'split-share-basis',
      'shareBasis',
      'Cần ghi tỷ lệ lấy theo căn cứ nào, thí dụ dân số ngày 31/12/2024.',
      'Say on what the shares rest, e.g. population on 31/12/2024.',
    );
  return null;
}

/** A split has parts, and their shares hold together. */
export function splitRefusal(act: Extract<UnitAct, { kind: 'split' }>): Refusal | null {
  const shares = [...(act.continues ? [act.keptShare] : []), ...act.pieces.map((p) => p.share)];
  if (act.pieces.length === 0 || shares.length < 2)
    return say(
      'split-in-one',
      'pieces',
      'Chia tách cần ít nhất hai phần: phần giữ lại hoặc đơn vị mới.',
      'A split needs at least two parts.',
    );
  return sharesRefusal(shares, act.shareBasis);
}
