// The centre's reading: passages picked as evidence from accepted reports, two of them saying otherwise.
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { plainText } from '#src/documents/model.ts';
import type { Actor } from '#src/kernel/actor.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { SectionContent } from '#src/reports/rules.ts';
import { latestSubmissions, submissionContent } from '#src/reports/store/submissions.ts';
import { markSectionRead, pickEvidence } from '#src/synthesis/actions.ts';
import type { PickedPassage } from '#src/synthesis/rules.ts';
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

/** Fills `picked` as its steps are played. */
export function readingSteps(
  slug: string,
  campaignId: string,
  reader: Actor,
  obligations: readonly ObligationRow[],
  picked: Picked,
): Step[] {
  const readings = ['II', 'III.3', 'III.6'].map(
    (code, i): Step => ({
      at: at('2023-08-24', 8 + i, 5),
      run: ({ db, now }) => markSectionRead({ db, actor: reader, now }, slug, code, 'M1'),
    }),
  );
  const picking: Step = {
    at: at('2023-08-24', 15, 10),
    run: async ({ db, now }) => {
      const reports = await provincialReports(db, campaignId, obligations);
      for (const [mark, passage] of [...supporting(reports), ...otherwise(reports)]) {
        const pick = { ...passage, quotable: true };
        picked.set(mark, await pickEvidence({ db, actor: reader, now }, slug, pick));
      }
    },
  };
  return [...readings, picking];
}

type Passage = Omit<PickedPassage, 'quotable'>;

/** An official report of a province as it was sent. */
type Sent = {
  submissionId: string;
  name: string;
  isAccepted: boolean;
  sections: Record<string, SectionContent>;
};

/** By the provinces' names. */
async function provincialReports(
  db: Db,
  campaignId: string,
  obligations: readonly ObligationRow[],
): Promise<Sent[]> {
  const provinces = obligations.filter((o) => o.unitKind === 'provincial-party-committee');
  const nameOf = new Map(provinces.map((o) => [o.unitId, o.unitShort]));
  const reports: Sent[] = [];
  for (const { id, unitId, stage, state } of await latestSubmissions(db, campaignId)) {
    const name = nameOf.get(unitId);
    if (stage !== 'official' || !name) continue;
    const sections = (await submissionContent(db, id))?.sections ?? {};
    reports.push({ submissionId: id, name, isAccepted: state === 'accepted', sections });
  }
  return reports.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A passage for every mark that wants one, from a report that none was taken from yet where there is one. */
function supporting(reports: readonly Sent[]): [string, Passage][] {
  const cited = [...seedText('final-report.txt').matchAll(citationMark)].map((m) => m[1]!);
  const marks = [...new Set([...cited, ...alsoPicked])].filter((mark) => !mark.endsWith('!'));
  const accepted = reports.filter((r) => r.isAccepted && !differing.some((d) => d.unit === r.name));
  const used = new Set<string>();
  return marks.flatMap((mark): [string, Passage][] => {
    const [section = '', words = ''] = mark.split('|');
    const order = chance(`evidence ${mark}`).shuffled(accepted);
    const passages = order.flatMap((report) => passageOf(report, section, words) ?? []);
    const passage = passages.find((p) => !used.has(p.submissionId)) ?? passages[0];
    if (!passage) return [];
    used.add(passage.submissionId);
    return [[mark, passage]];
  });
}

/** The last paragraph of those that say otherwise, under the mark of their section. */
function otherwise(reports: readonly Sent[]): [string, Passage][] {
  return differing.flatMap(({ unit, section }): [string, Passage][] => {
    const report = reports.find((r) => r.name === unit);
    const block = report?.sections[section]?.body.at(-1);
    if (!report || !block) return [];
    const { submissionId } = report;
    return [
      [
        `${section}!`,
        { submissionId, sectionCode: section, blockId: block.id, quote: '', stance: 'differs' },
      ],
    ];
  });
}

/** The sentence of a paragraph, or the line of the lists, that has the words; null when none has. */
function passageOf({ submissionId, sections }: Sent, sectionCode: string, words: string): Passage | null {
  const content = sections[sectionCode];
  const taken = { submissionId, sectionCode, stance: 'supports' } as const;
  const item = content?.items.find((i) => i.text.includes(words));
  if (item) return { ...taken, blockId: item.id, quote: '' };
  for (const block of content?.body ?? []) {
    const sentences = plainText([block]).split(/(?<=\.) (?=\p{Lu})/u);
    const quote = sentences.find((sentence) => sentence.includes(words));
    if (quote) return { ...taken, blockId: block.id, quote };
  }
  return null;
}
