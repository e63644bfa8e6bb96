// Names of bodies against the registry, at the date of the plan and today; only when a lookup is given.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { type Piece, words } from '../layout/paragraph.ts';
import type { CompileContext, UnitLookup } from '../model.ts';
import type { Resolved } from '../resolve.ts';
import { markedPlane } from '../text/planes.ts';
import { diagnostic } from './say.ts';

export function diagnoseNames(r: Resolved, { lookup, today }: CompileContext): Diagnostic[] {
  const on = r.issued ?? today;
  if (!lookup || !on) return [];
  const seen = new Set<string>();
  return r.visits
    .flatMap((v) => v.units)
    .flatMap((unit) => {
      const name = words(unit);
      if (seen.has(name)) return [];
      seen.add(name);
      return ofName(unit, name, lookup, on, today ?? null);
    });
}

function ofName(
  at: Piece,
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
  if (then.name && markedPlane(then.name) !== markedPlane(name))
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
