// The writers of the sample reports: each body with its names, districts and figures, as the sentences need them.
import type { ObligationRow } from '#src/campaigns/rules.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { unitsAsOf } from '#src/units/store.ts';
import { type Figures, figureWords, provinceFigures } from './annex-figures.ts';
import { chance } from './chance.ts';
import { copyists } from './particulars.ts';
import { type Province, readCentralFields, readProvinces, seedText } from './places.ts';
import { type Author, readListLines } from './report-texts.ts';
import { readSentences, type Sentences } from './sentences.ts';

/** `figures` is null for bodies whose template has no annex, or that have not drawn up theirs. */
export type Subject = { author: Author; figures: Figures | null };

/** A writer for every obligation, by its id. Districts are those of `on`. */
export async function subjectsOf(
  db: Db,
  obligations: readonly ObligationRow[],
  on: string,
): Promise<Map<string, Subject>> {
  const districts = Map.groupBy(await unitsAsOf(db, on, { kinds: ['district'] }), (d) => d.parentId);
  const provinces = readProvinces();
  const texts = new Map(['M1', 'M2', 'M3'].map((code) => [code, readSentences(seedText(`${code}.txt`))]));
  const lines = readListLines(seedText('lists.txt'));
  const fieldOf = readCentralFields();
  const subjects = new Map<string, Subject>();
  for (const o of obligations) {
    const province = o.territoryId ? provinces.get(o.unitShort) : undefined;
    const base = { key: o.unitShort, lines };
    if (province) {
      const own = districts.get(o.territoryId) ?? [];
      const communes = own.reduce((sum, d) => sum + d.children, 0);
      const figures = provinceFigures({ ...province, communes });
      const filling = {
        names: provinceNames(
          o,
          province,
          own.map((d) => d.fullName),
        ),
        figure: (reference: string) => figureWords(figures, reference),
        marks: province.marks,
      };
      subjects.set(o.id, { author: { ...base, filling, sentences: texts.get('M1')! }, figures });
    } else {
      const { field, audience } = fieldOf(o.unitName);
      const names = { cq: o.unitName, lv: field, dt: audience, cd: inSentence(o.title) };
      const filling = { names, figure: () => null, marks: [] };
      const sentences = o.templateCode === 'M1' ? centralM1(texts.get('M3')!) : texts.get(o.templateCode)!;
      subjects.set(o.id, { author: { ...base, filling, sentences }, figures: null });
    }
  }
  return withCopies(subjects, obligations);
}

function provinceNames(o: ObligationRow, province: Province, districts: readonly string[]) {
  const isCity = o.unitName.startsWith('Thành ủy');
  const [H1 = '', H2 = '', H3 = ''] = chance(`districts ${o.unitShort}`).shuffled(districts).map(inSentence);
  const word = isCity ? 'thành phố' : 'tỉnh';
  const title = isCity ? 'Thành ủy' : 'Tỉnh ủy';
  return { T: `${word} ${province.name}`, t: word, U: title, H1, H2, H3, sp: province.product };
}

/** "Huyện Lộc Bình" as a sentence writes it. */
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Party committees under the centre write the outline of M1 with the sentences of central bodies. */
function centralM1(sentences: Sentences): Sentences {
  const from: Record<string, string> = {
    I: 'I',
    II: 'II',
    'III.2': 'III.4',
    'III.3': 'III.3',
    'III.4': 'III.5',
    IV: 'IV',
  };
  return new Map(Object.entries(from).map(([code, source]) => [code, sentences.get(source) ?? []]));
}

function withCopies(
  subjects: Map<string, Subject>,
  obligations: readonly ObligationRow[],
): Map<string, Subject> {
  const idOf = new Map(obligations.map((o) => [o.unitShort, o.id]));
  for (const [name, { from, sections }] of Object.entries(copyists)) {
    const [copier, source] = [subjects.get(idOf.get(name) ?? ''), subjects.get(idOf.get(from) ?? '')];
    if (copier && source) copier.author.copies = { author: source.author, sections };
  }
  return subjects;
}
