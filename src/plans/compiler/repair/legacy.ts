// Which letters is this text written in? Decodes it each way and keeps the way whose words are Vietnamese syllables.
import type { Mapped } from '../text/mapped.ts';
import { isSyllable } from '../text/syllable.ts';
import { decodeTcvn3, repairTcvn3 } from './tcvn3.ts';
import { decodeVni, repairVni } from './vni.ts';

const sampleSize = 30_000;
const runWithLatin1 = /[\p{L}\u00a1-\u00ff]+/gu;

/** Of the words that hold a character above ASCII, the share that are Vietnamese syllables; null under 5 such words. */
function syllableShare(text: string): number | null {
  let words = 0;
  let good = 0;
  for (const match of text.normalize('NFC').slice(0, sampleSize).matchAll(runWithLatin1)) {
    if (!/[^\p{ASCII}]/u.test(match[0])) continue;
    words++;
    if (isSyllable(match[0])) good++;
  }
  return words < 5 ? null : good / words;
}

/** Texts of TCVN3 or VNI fonts become Unicode; others stay as they are. */
export function repairLegacyFonts(m: Mapped): Mapped {
  const sample = m.text.slice(0, sampleSize);
  if (!/[\u00a1-\u00ff]/.test(sample)) return m;
  const asIs = syllableShare(sample) ?? 1;
  if (asIs > 0.6) return m;
  const tcvn3 = syllableShare(decodeTcvn3(sample)) ?? 0;
  const vni = syllableShare(decodeVni(sample)) ?? 0;
  if (Math.max(tcvn3, vni) < Math.max(0.6, asIs + 0.2)) return m;
  return tcvn3 >= vni ? repairTcvn3(m) : repairVni(m);
}
