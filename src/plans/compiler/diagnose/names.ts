// Names of bodies against the registry, at the date of the plan and today: a stage of its own, for whoever has the registry at hand.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic, Span } from '#src/kernel/diagnostic.ts';
import type { CompileContext, CompiledPlan, PlanFacts, UnitLookup } from '../model.ts';
import { markedPlane } from '../text/planes.ts';
import { diagnostic, inOrder } from './say.ts';

/** The plan with what the registry says of its names, in the order of the text. */
export function withNames(compiled: CompiledPlan, context: CompileContext): CompiledPlan {
  const found = nameDiagnostics(compiled.plan, compiled.spans, context);
  return found.length === 0
    ? compiled
    : { ...compiled, diagnostics: inOrder([...compiled.diagnostics, ...found]) };
}

/** What the registry says of the bodies that are visited, must report, or have a task. Nothing without a lookup or a day. */
export function nameDiagnostics(
  plan: PlanFacts,
  spans: Record<string, Span>,
  { lookup, today }: CompileContext,
): Diagnostic[] {
  const on = ((plan.issuedOn?.from ?? plan.stampedAt)?.slice(0, 10) ?? today) as LocalDate | undefined;
  if (!lookup || !on) return [];
  const seen = new Set<string>();
  return namesOf(plan).flatMap(({ name, pointer }) => {
    const at = spans[pointer];
    if (!at || seen.has(name)) return [];
    seen.add(name);
    return ofName(at, name, lookup, on, today ?? null);
  });
}

type Named = { name: string; pointer: string };

/** Every visited body; of those who report or act only the ones a registry of places, committees and ministries can hold. */
function namesOf(plan: PlanFacts): Named[] {
  const visited = plan.visits.flatMap((v, i) =>
    v.units.map((name, n) => ({ name, pointer: `/visits/${i}/units/${n}` })),
  );
  const others = [
    ...plan.reportTargets.map((t, i) => ({ name: t.who, pointer: `/reportTargets/${i}` })),
    ...plan.tasks.map((t, i) => ({ name: t.lead, pointer: `/tasks/${i}` })),
    ...plan.tasks.flatMap((t, i) =>
      t.supporting.map((name, n) => ({ name, pointer: `/tasks/${i}/supporting/${n}` })),
    ),
  ];
  return [...visited, ...others.filter(({ name }) => isOneBody(name))];
}

/** "Tỉnh ủy An Giang", "UBND huyện Phú Tân", "Bộ Y tế"; not "Các huyện ủy", "UBND tỉnh", "Sở Y tế". */
const isOneBody = (name: string): boolean =>
  !/[,;]|\s(?:và|các)\s/u.test(name.replace(/^Bộ .*$/u, 'Bộ')) &&
  /^(?:(?:tỉnh|thành|huyện|thị|quận) ủy|(?:ubnd|ủy ban nhân dân|đảng ủy) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)|bộ) \p{L}/u.test(
    markedPlane(name),
  ) &&
  /^\S+(?: \S+){1,}$/u.test(name) &&
  /\s\p{Lu}\S*(?: \S+)*$/u.test(name.replace(/^(?:Uỷ|Ủy) ban [Nn]hân [Dd]ân/u, 'UBND'));

function ofName(
  at: Span,
  name: string,
  lookup: UnitLookup,
  on: LocalDate,
  today: LocalDate | null,
): Diagnostic[] {
  const then = lookup.find(name, on);
  if (then.status === 'unknown')
    return [
      diagnostic(
        'W401',
        at,
        { vi: `“${name}” không có trong danh mục đơn vị`, en: `“${name}” is not in the registry` },
        {
          vi: 'Chọn đơn vị bằng tay, hoặc thêm vào danh mục.',
          en: 'Choose the body by hand, or add it to the registry.',
        },
      ),
    ];
  if (then.status === 'ambiguous')
    return [
      diagnostic(
        'W404',
        at,
        { vi: `“${name}” có thể là nhiều đơn vị`, en: `“${name}” may be several bodies` },
        { vi: 'Chọn đúng đơn vị.', en: 'Choose the right one.' },
      ),
    ];
  if (then.status === 'abolished')
    return [
      diagnostic(
        'W403',
        at,
        {
          vi: `“${name}” không còn vào ngày của kế hoạch`,
          en: `“${name}” no longer existed at the date of the plan`,
        },
        successor(then.successor),
      ),
    ];
  const out: Diagnostic[] = [];
  if (then.name && isLoose(name, then.name))
    out.push(
      diagnostic(
        'I402',
        at,
        { vi: `“${name}” khớp với “${then.name}”`, en: `“${name}” was matched with “${then.name}”` },
        { vi: 'Xác nhận nếu đúng.', en: 'Confirm if this is right.' },
      ),
    );
  const now = today && today > on ? lookup.find(name, today) : then;
  if (now.status === 'abolished')
    out.push(
      diagnostic(
        'W405',
        at,
        {
          vi: `“${name}” có vào ngày của kế hoạch nhưng nay không còn`,
          en: `“${name}” existed at the date of the plan but no longer does`,
        },
        successor(now.successor),
      ),
    );
  return out;
}

const successor = (name: string | undefined) =>
  name ? { vi: `Nay thuộc ${name}.`, en: `Now part of ${name}.` } : null;

/** "Lạng Sơn" stands for its province or its committee as custom has it; "Phu Lộc" for "Phú Lộc" is a guess. */
function isLoose(said: string, registered: string): boolean {
  const fold = (text: string) =>
    markedPlane(text.normalize('NFC'))
      .replace(/^(?:ubnd|ủy ban nhân dân) /u, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const [a, b] = [fold(said), fold(registered)];
  return a !== b && !b.endsWith(` ${a}`);
}
