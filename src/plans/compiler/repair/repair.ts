// The first stage: whatever was pasted becomes clean text, each character still tied to its place in the original.
import type { Refusal } from '#src/kernel/refusal.ts';
import type { PlanSource } from '../model.ts';
import { type Mapped, mapOriginal } from '../text/mapped.ts';
import { removeFootnotes } from './footnotes.ts';
import { htmlToText, looksLikeHtml } from './html.ts';
import { repairLegacyFonts } from './legacy.ts';
import { composeLetters, repairSpacesAndLineEnds } from './letters.ts';
import { closeLetterSpacing } from './letterspacing.ts';
import { refusalToRead } from './refuse.ts';
import { restoreLostSpaces } from './spaces.ts';

/** In this order: each step may count on those before it. Legacy fonts come before spaces, for TCVN3 writes ư as a soft hyphen. */
const steps: ((m: Mapped) => Mapped)[] = [
  repairLegacyFonts,
  repairSpacesAndLineEnds,
  composeLetters,
  closeLetterSpacing,
  restoreLostSpaces,
  removeFootnotes,
];

/** The repaired text, or why it cannot be read. */
export function repair(source: PlanSource): Mapped | { refusal: Refusal } {
  const original = mapOriginal(source.text);
  const isHtml = source.flavour === 'html' || (source.flavour === undefined && looksLikeHtml(source.text));
  let m = isHtml ? htmlToText(original) : original;
  for (const step of steps) m = step(m);
  const refusal = refusalToRead(m.text);
  return refusal ? { refusal } : m;
}
