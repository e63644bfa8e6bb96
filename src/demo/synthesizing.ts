// The centre's reading: passages picked as evidence from accepted reports, two of them saying otherwise.
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { plainText } from '#src/documents/model.ts';
import type { Actor } from '#src/kernel/actor.ts';
import type { SectionContent } from '#src/reports/rules.ts';
import { latestSubmissions, submissionContent } from '#src/reports/store/submissions.ts';
import { markSectionRead, pickEvidence } from '#src/synthesis/actions.ts';
import { chance } from './chance.ts';
import { seedText } from './places.ts';
import { at, type Step } from './timeline.ts';

/** Evidence ids by the mark that cites them in seed/demo/final-report.txt: "III.3|niêm yết", "III.3!". */
export type Picked = Map<string, string>;

/** The marks of citations in a text: a section, then words of the passage or "!". */
export const citationMark = /\[([A-Z][\w.]*(?:\|[^\]]+|!))\]/g;

const differing = [
  { unit: 'Long An', section: 'III.3' },
  { unit: 'Bình Dương', section: 'III.6' },
];

/** Passages picked beside those that the final report cites already. */
const alsoPicked = [
  'III.1|đối thoại trực tiếp',
  'III.1|bức xúc',
  'III.4|giám sát',
  'III.4|tự quản',
  'III.5|Dân vận khéo',
  'III.5|hòa giải',
  'IV|Mô hình',
  'P3|mô hình ban dân vận',
];

type Passage = { submissionId: string; sectionCode: string; blockId: string; quote: string };

/** Fills `picked` as its steps are played. */
export function readingSteps(
  slug: string,
  campaignId: string,
  reader: Actor,
  obligations: readonly ObligationRow[],
  picked: Picked,
): Step[] {
  const provinces = obligations.filter((o) => o.unitKind === 'provincial-party-committee');
  const nameOf = new Map(provinces.map((o) => [o.unitId, o.unitShort]));
  const readings = ['II', 'III.3', 'III.6'].map(
    (code, i): Step => ({
      at: at('2023-08-24', 8 + i, 5),
      run: ({ db, now }) => markSectionRead({ db, actor: reader, now }, slug, code, 'M1'),
    }),
  );
  const marks = new Set([
    ...[...seedText('final-report.txt').matchAll(citationMark)].map((m) => m[1]!),
    ...alsoPicked,
  ]);
  const picking: Step = {
    at: at('2023-08-24', 15, 10),
    run: async ({ db, now }) => {
      const sent = (await latestSubmissions(db, campaignId)).filter((s) => s.stage === 'official');
      const named = sent
        .map((s) => ({ ...s, name: nameOf.get(s.unitId) ?? '' }))
        .filter((s) => s.name !== '')
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const contents = new Map<string, Record<string, SectionContent>>();
      for (const s of named) contents.set(s.id, (await submissionContent(db, s.id))?.sections ?? {});
      const pick = async (mark: string, passage: Passage, stance: 'supports' | 'differs') => {
        const id = await pickEvidence({ db, actor: reader, now }, slug, {
          ...passage,
          stance,
          quotable: true,
        });
        picked.set(mark, id);
      };
      const accepted = named.filter(
        (s) => s.state === 'accepted' && !differing.some((d) => d.unit === s.name),
      );
      const used = new Set<string>();
      for (const mark of marks) {
        if (mark.endsWith('!')) continue;
        const [section = '', words = ''] = mark.split('|');
        const order = chance(`evidence ${mark}`).shuffled(accepted);
        const passages = order.flatMap(
          (s) => passageOf(s.id, section, contents.get(s.id)?.[section], words) ?? [],
        );
        const passage = passages.find((p) => !used.has(p.submissionId)) ?? passages[0];
        if (!passage) continue;
        used.add(passage.submissionId);
        await pick(mark, passage, 'supports');
      }
      for (const { unit, section } of differing) {
        const s = named.find((candidate) => candidate.name === unit);
        const block = s && contents.get(s.id)?.[section]?.body.at(-1);
        if (s && block)
          await pick(
            `${section}!`,
            { submissionId: s.id, sectionCode: section, blockId: block.id, quote: '' },
            'differs',
          );
      }
    },
  };
  return [...readings, picking];
}

/** The sentence of a paragraph, or the line of the lists, that has the words; null when none has. */
function passageOf(
  submissionId: string,
  sectionCode: string,
  content: SectionContent | undefined,
  words: string,
): Passage | null {
  const item = content?.items.find((i) => i.text.includes(words));
  if (item) return { submissionId, sectionCode, blockId: item.id, quote: '' };
  for (const block of content?.body ?? []) {
    const sentences = plainText([block]).split(/(?<=\.) (?=\p{Lu})/u);
    const quote = sentences.find((sentence) => sentence.includes(words));
    if (quote) return { submissionId, sectionCode, blockId: block.id, quote };
  }
  return null;
}
