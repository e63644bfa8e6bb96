// Which letter runs are Vietnamese syllables: onset + rime + tone, generated, so that no word list is needed.

const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu
  ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
  y yêm yên yêng yêt yêu ych ynh yt`.split(/\s+/),
);

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/g;
const sharpOrHeavy = /[\u0301\u0323]/;
const stop = /(?:c|ch|p|t)$/;

const known = new Map<string, boolean>();

/** True when the letters (any case, NFC) can be one Vietnamese syllable: at most one tone, and one its ending allows. */
export function isSyllable(word: string): boolean {
  const key = word.toLowerCase();
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const answer = key.length <= 7 && check(key.normalize('NFD'));
  if (known.size > 50_000) known.clear();
  known.set(key, answer);
  return answer;
}

function check(nfd: string): boolean {
  const tones = nfd.match(toneMark) ?? [];
  if (tones.length > 1) return false;
  const bare = nfd.replace(toneMark, '').normalize('NFC');
  return endings(bare).some(
    (rime) => rimes.has(rime) && (!stop.test(rime) || sharpOrHeavy.test(tones[0] ?? '')),
  );
}

function endings(bare: string): string[] {
  const out = [bare];
  for (const onset of onsets) if (bare.startsWith(onset)) out.push(bare.slice(onset.length));
  return out;
}

const toned = new Set('àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ');

/** True when the character is a vowel with a tone mark: the place after which a PDF loses the space. */
export function isTonedVowel(letter: string): boolean {
  return toned.has(letter.toLowerCase());
}

const vietnamese = /[à-ãè-êìíò-õùúýăđĩũơưạ-ỹ]/iu;

/** True when the word holds a letter that only Vietnamese (or a legacy font) writes. */
export function hasVietnameseLetter(word: string): boolean {
  return vietnamese.test(word);
}

/** Splits a run of glued syllables ("chủtrì") where every part is a syllable; null when it cannot be. */
export function splitGlued(run: string): string[] | null {
  const cached = parted.get(run);
  if (cached !== undefined) return cached;
  const parts = run.length > 40 || isSyllable(run) ? null : fewestParts(run);
  if (parted.size > 50_000) parted.clear();
  parted.set(run, parts);
  return parts;
}

const parted = new Map<string, string[] | null>();

function fewestParts(run: string): string[] | null {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= run.length; end++) {
    let found: string[] | null = null;
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = best[start];
      if (!before || (found && before.length + 1 >= found.length)) continue;
      if (start > 0 && !canBreakBefore(run, start)) continue;
      const part = run.slice(start, end);
      if (isSyllable(part)) found = [...before, part];
    }
    best.push(found);
  }
  const parts = best[run.length] ?? null;
  return parts && parts.length > 1 ? parts : null;
}

/** A space is lost only after a toned vowel, or before a capital inside a word. */
function canBreakBefore(run: string, at: number): boolean {
  const before = run[at - 1]!;
  const after = run[at]!;
  return isTonedVowel(before) || (isLower(before) && !isLower(after));
}

const isLower = (c: string) => c === c.toLowerCase() && c !== c.toUpperCase();
