// Names of provinces and central bodies with words shortened to their first letters: "Bộ CA", "HĐLLTW", "Q.Nam".
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import { glue, wordsOf } from '../naming.ts';
import { isHigh, type Names } from './entries.ts';
import { offices } from './prefixes.ts';

/** Words that a short form leaves out, or writes as "-" or "&". */
const weak = new Set(['va', 'cac', 'cua']);

type Token = { word: string; letters: boolean };
type Name = { words: string[]; key: string };

/** Written in capitals a token may be first letters; in small letters it is a word. */
function tokensOf(text: string): Token[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((token) => ({
    word: foldVietnamese(token),
    letters: token === token.toUpperCase() && /^\p{L}+$/u.test(token),
  }));
}

/** "Trung ương" is TW. */
const beginsAs = (word: string, letter: string): boolean =>
  word[0] === letter || (letter === 'w' && word === 'uong');

/** True when the tokens from `t` on are the words from `w` on, each whole or among first letters. */
function agree(tokens: readonly Token[], words: readonly string[], t = 0, w = 0): boolean {
  const token = tokens[t];
  const word = words[w];
  if (!token) return word === undefined || (weak.has(word) && agree(tokens, words, t, w + 1));
  if (weak.has(token.word) && agree(tokens, words, t + 1, w)) return true;
  if (word === undefined) return false;
  if (token.word === word && agree(tokens, words, t + 1, w + 1)) return true;
  if (weak.has(word) && agree(tokens, words, t, w + 1)) return true;
  return token.letters && lettersAgree(tokens, words, t, w, 0);
}

/** The letters of token `t` from `i` on begin the words from `w` on; a weak word need not have one. */
function lettersAgree(
  tokens: readonly Token[],
  words: readonly string[],
  t: number,
  w: number,
  i: number,
): boolean {
  const letter = tokens[t]!.word[i];
  if (letter === undefined) return agree(tokens, words, t + 1, w);
  const word = words[w];
  if (word === undefined) return false;
  if (beginsAs(word, letter) && lettersAgree(tokens, words, t, w + 1, i + 1)) return true;
  return weak.has(word) && lettersAgree(tokens, words, t, w + 1, i);
}

export type Initials = (text: string) => string[];

/**
 * The keys of the names that a spelling is short for. A lone token needs four letters: with three they are aliases of
 * the seed, or nothing. The lists are made at the first question.
 */
export function buildInitials(names: Names): Initials {
  let byLetter: Map<string, Name[]> | null = null;
  const prepare = (): Map<string, Name[]> => {
    const spellings = new Set<string>();
    for (const row of names.registry.records.names) {
      const unit = names.registry.byId.get(row.unitId);
      if (unit && isHigh({ unit })) spellings.add(row.name).add(row.fullName);
    }
    const list = [...spellings].map((text) => ({
      words: foldVietnamese(text.normalize('NFC')).match(/[a-z0-9]+/g) ?? [],
      key: glue(wordsOf(text)),
    }));
    return Map.groupBy(list, (name) => name.words[0]?.[0] ?? '');
  };
  return (text) => {
    byLetter ??= prepare();
    const tokens = tokensOf(text);
    const office = offices.includes(glue(wordsOf(tokens[0]?.word ?? '')));
    for (const asked of office ? [tokens, tokens.slice(1)] : [tokens]) {
      if (asked.length === 0 || (asked.length === 1 && asked[0]!.word.length < 4)) continue;
      const found = (byLetter.get(asked[0]!.word[0]!) ?? []).filter((name) => agree(asked, name.words));
      if (found.length > 0) return [...new Set(found.map((name) => name.key))];
    }
    return [];
  };
}
