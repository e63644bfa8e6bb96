// English is complete: on every page in English, Vietnamese words are data (names, plans, reports) and never our own.
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { acts } from '#tests/support/acts.ts';
import { pages } from '#tests/support/doors.ts';
import { wordsOfPage } from '#tests/support/page-words.ts';
import { type World, world } from '#tests/support/world.ts';

const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/** Proper names, the answer that a Vietnamese report gives, and the name under which the record keeps a reader. */
const ours = [
  'Tổng Kết',
  'Tiếng Việt',
  'tổng kết',
  'sơ kết',
  'NĐ-CP',
  'Hoàng Sa',
  'Trường Sa',
  'Không phát sinh',
  'Người đọc trang công khai',
];

let w: World;
let data = '';
/** The stored texts one by one, and names with their article left out. */
let texts = new Set<string>();

beforeAll(async () => {
  w = await world();
  const stored = [...(await storedWords())].map(squeezed);
  data = stored.join('\n');
  texts = new Set(stored.map((text) => text.trim()));
});

/** All texts that people or registries have put into the database. */
async function storedWords(): Promise<Set<string>> {
  const { db } = w.app.services;
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('events', 'schema_migrations', 'unit_codes', 'unit_parents')`.execute(
    db,
  );
  const texts = new Set<string>();
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(
      db,
    );
    for (const { row } of rows) collect(row, texts);
  }
  return texts;
}

/** Words that are stored in both languages are interface words: their Vietnamese is not data. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const one of value) collect(one, into);
  else if (value && typeof value === 'object') {
    const isBilingual = 'vi' in value && 'en' in value;
    for (const [key, one] of Object.entries(value)) if (!(isBilingual && key === 'vi')) collect(one, into);
  }
}

const squeezed = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s ]+/g, ' ')
    .toLowerCase();

/** Between names English stands; these words, and marks and numbers, part the data from each other. */
const seams = /[:;·,()«»"“”/|[\]→…]|\s[-–—]\s|\.\s|\.$|\d+|\b(?:of|by|under|to|from|in|and|except|belongs)\b/;

const known = new Map<string, string[]>();

/** What is left of the words when data, numbers and English are taken out: the Vietnamese that no row holds. */
function strangers(words: string): string[] {
  const before = known.get(words);
  if (before) return before;
  const found = data.includes(squeezed(words))
    ? []
    : words
        .split(seams)
        .map((piece) => piece.trim())
        .filter(
          (piece) => vietnamese.test(piece) && !ours.includes(piece) && !data.includes(squeezed(piece)),
        );
  known.set(words, found);
  return found;
}

function vietnameseOn(html: string): string[] {
  return wordsOfPage(html)
    .filter(({ where, lang }) => lang !== 'vi' && where !== 'textarea')
    .flatMap(({ where, words }) => strangers(words).map((piece) => `${where}: ${piece}`));
}

const labelling =
  /^(label|button|h[1-6]|th|dt|legend|caption|summary|option|title|@aria-label|@title|@placeholder|@data-l)$/;

/** What names things on a page: labels, buttons, headings, heads of tables, choices. */
const labelsOf = (html: string) =>
  wordsOfPage(html).filter(({ where, words }) => labelling.test(where) && vietnamese.test(words));

/** A label that is put together of stored texts, long passages of them, and numbers. */
function isData(words: string): boolean {
  const isPiece = (piece: string) =>
    !vietnamese.test(piece) ||
    ours.includes(piece) ||
    texts.has(squeezed(piece)) ||
    (piece.split(' ').length > 3 && data.includes(squeezed(piece)));
  const bare = words.replace(/^[\w.]+\. /, '').replace(/ – Tổng Kết$/, '');
  return [/^$/, /: /, /[:;()“”|–]|\.\s|\d+/, seams].some((parting) =>
    bare
      .split(parting)
      .map((piece) => piece.trim())
      .every(isPiece),
  );
}

describe('in English', () => {
  const shown = Object.entries(pages).filter(
    ([path]) => !/\.(docx|xlsx|pdf|zip|json|ics|xml)|\/file$|files\/:id|freezes/.test(path),
  );

  it.each(shown)('%s speaks English', async (_, door) => {
    for (const who of [door.opens[0]!, door.opens.at(-1)!]) {
      const path = door.path(w);
      const answer = await (await w.app.as(who)).get(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
      if (answer.status !== 200) continue;
      expect([...new Set(vietnameseOn(await answer.text()))]).toEqual([]);
    }
  });

  it.each(shown)('%s has no label that is the same in Vietnamese', async (_, door) => {
    const path = door.path(w);
    const asker = await w.app.as(door.opens[0]!);
    const labelsIn = async (language: string) => {
      const answer = await asker.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      return answer.status === 200 ? labelsOf(await answer.text()) : [];
    };
    const vi = new Set((await labelsIn('vi')).map((label) => label.words));
    const same = (await labelsIn('en')).filter(({ lang, words }) => lang !== 'vi' && vi.has(words));
    expect(same.map((label) => label.words).filter((words) => !isData(words))).toEqual([]);
  });

  it('refusals speak English', async () => {
    const found: string[] = [];
    for (const [path, door] of Object.entries(acts)) {
      const address = door.path(w);
      const answer = await (await w.app.as(door.opens[0]!)).post(`${address}?lang=en`, {});
      if (answer.status === 303) continue;
      found.push(...vietnameseOn(await answer.text()).map((words) => `${path} ${words}`));
    }
    expect([...new Set(found)]).toEqual([]);
  });
});
