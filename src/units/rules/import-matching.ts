// Which unit a line of a file means: by its code on the day, by its exact name, or nobody guesses.
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { normalizeVietnamese } from '#src/kernel/vietnamese.ts';
import { matchName } from '../matching.ts';
import { shortNameOf } from '../naming.ts';
import { nameOn, type Registry, type UnitKind, type UnitRecord, unitByCodeOn, validOn } from '../rules.ts';
import { dateFrom, type ImportLine } from './import-lines.ts';
import { both, type Import } from './import-run.ts';
import { kindFrom, kindOfName } from './kind-words.ts';
import type { Column, Contact } from './listing.ts';

export type Reading = {
  fullName: string;
  name: string;
  kind: UnitKind | null;
  code: { scheme: string; code: string } | null;
  parent: UnitRecord | null;
  on: LocalDate;
  edoc: string | null;
  contact: Contact | null;
};

const territorial: ReadonlySet<UnitKind> = new Set(['nation', 'province', 'district', 'commune']);

/** The cells as values; null, with diagnostics, when one that matters cannot be read. */
export function readLine(run: Import, line: ImportLine): Reading | null {
  const { cells } = line;
  const before = run.diagnostics.length;
  const kind = cells.kind ? kindFrom(cells.kind) : kindOfName(cells.fullName ?? '');
  if (cells.kind && !kind)
    run.say(
      'U204',
      'error',
      line,
      'kind',
      both(`“${cells.kind}” không phải một loại đơn vị.`, `“${cells.kind}” is no kind of unit.`),
    );
  const typed = cells.validFrom ? dateFrom(cells.validFrom) : run.input.on;
  if (!typed)
    run.say(
      'U208',
      'error',
      line,
      'validFrom',
      both(
        `“${cells.validFrom}” không phải một ngày, thí dụ 01/7/2025.`,
        `“${cells.validFrom}” is not a day, e.g. 01/7/2025.`,
      ),
    );
  if (cells.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cells.email))
    run.say(
      'U214',
      'error',
      line,
      'email',
      both('Địa chỉ thư điện tử không đúng dạng.', 'This is not an e-mail address.'),
    );
  if (!cells.fullName && !cells.code)
    run.say(
      'U209',
      'error',
      line,
      'fullName',
      both('Dòng cần có tên hoặc mã.', 'A line needs a name or a code.'),
    );
  const scheme = cells.scheme?.toLowerCase() ?? (kind === null || territorial.has(kind) ? 'gso' : 'tongket');
  const code = cells.code ? { scheme, code: cells.code } : null;
  const parent = typed ? parentIn(run, line, typed) : null;
  if (run.diagnostics.length > before && run.diagnostics.slice(before).some((d) => d.severity === 'error'))
    return null;
  const fullName = cells.fullName ?? '';
  return {
    fullName,
    name: cells.name ?? shortNameOf(fullName),
    kind,
    code,
    parent,
    on: typed ?? run.input.on,
    edoc: cells.edoc ?? null,
    contact: cells.contact
      ? {
          name: cells.contact,
          position: cells.position ?? null,
          phone: cells.phone ?? null,
          email: cells.email ?? null,
        }
      : null,
  };
}

/** By any scheme but the e-identifier's: the statistics office first. */
function byAnyCode(registry: Registry, code: string, on: LocalDate): UnitRecord | null {
  return (
    unitByCodeOn(registry, 'gso', code, on) ??
    unitByCodeOn(registry, 'tongket', code, on) ??
    unitByCodeOn(registry, 'iso3166', code, on)
  );
}

/** Units that bear exactly this full name on the day, tone marks evened out. */
function named(run: Import, fullName: string, on: LocalDate, kind: UnitKind | null): UnitRecord[] {
  const wanted = normalizeVietnamese(fullName);
  return (
    exactNames(run.registry)
      .get(wanted)
      ?.filter((n) => validOn(n, on))
      .flatMap((n) => run.registry.byId.get(n.unitId) ?? [])
      .filter((u) => !kind || u.kind === kind) ?? []
  );
}

const kept = new WeakMap<Registry, { size: number; names: Map<string, Registry['records']['names']> }>();
/** Names by their evened spelling; grows with the registry of an import. */
function exactNames(registry: Registry): Map<string, Registry['records']['names']> {
  const { names } = registry.records;
  const known = kept.get(registry) ?? { size: 0, names: new Map<string, typeof names>() };
  for (; known.size < names.length; known.size++) {
    const row = names[known.size]!;
    const key = normalizeVietnamese(row.fullName);
    const list = known.names.get(key);
    if (list) list.push(row);
    else known.names.set(key, [row]);
  }
  kept.set(registry, known);
  return known.names;
}

function parentIn(run: Import, line: ImportLine, on: LocalDate): UnitRecord | null {
  const { parent, parentCode } = line.cells;
  const coded = parentCode ? byAnyCode(run.registry, parentCode, on) : null;
  if (parentCode && !coded) {
    run.say(
      'U206',
      'error',
      line,
      'parentCode',
      both(
        `Ngày ${formatDate(on)} không có đơn vị nào mang mã ${parentCode}.`,
        `No unit has code ${parentCode} on ${formatDate(on)}.`,
      ),
    );
    return null;
  }
  if (!parent) return coded;
  const bearers = named(run, parent, on, null);
  if (coded) {
    if (bearers.length > 0 && !bearers.includes(coded))
      run.say(
        'U207',
        'error',
        line,
        'parent',
        both(
          `Tên và mã cấp trên chỉ hai đơn vị khác nhau: mã ${parentCode} là ${nameOn(run.registry, coded, on).fullName}.`,
          `Name and code of the parent mean two units: code ${parentCode} is ${nameOn(run.registry, coded, on).fullName}.`,
        ),
      );
    return coded;
  }
  if (bearers.length === 1) return bearers[0]!;
  const match = bearers.length === 0 ? matchName(run.input.index, parent, { on }) : null;
  if (match?.status === 'found') return run.registry.byId.get(match.unit.id) ?? null;
  if (bearers.length > 1 || match?.status === 'ambiguous')
    run.say(
      'U207',
      'error',
      line,
      'parent',
      both(`Nhiều đơn vị mang tên “${parent}”.`, `Several units are called “${parent}”.`),
      both('Đề nghị ghi mã cấp trên.', 'Give the code of the parent.'),
    );
  else
    run.say(
      'U206',
      'error',
      line,
      'parent',
      both(
        `Không có cấp trên tên “${parent}” ngày ${formatDate(on)}.`,
        `No parent is called “${parent}” on ${formatDate(on)}.`,
      ),
    );
  return null;
}

/** The living unit that the line means, null when it is a new one, or "ambiguous" with a diagnostic. */
export function identify(run: Import, line: ImportLine, reading: Reading): UnitRecord | null | 'ambiguous' {
  const { on } = run.input;
  const doubt = (column: Column, message: Words, hint: Words): 'ambiguous' => {
    run.say('U215', 'error', line, column, message, hint);
    return 'ambiguous';
  };
  const coded = reading.code && unitByCodeOn(run.registry, reading.code.scheme, reading.code.code, on);
  const exact = reading.fullName ? named(run, reading.fullName, on, reading.kind) : [];
  const inPlace = exact.filter(
    (u) =>
      !reading.parent ||
      run.registry.parents.get(u.id)?.some((p) => p.parentId === reading.parent?.id && validOn(p, on)),
  );
  const same = exact.length > 1 ? inPlace : exact;
  if (coded) {
    const other = same.find((u) => u.id !== coded.id);
    if (other && !same.includes(coded) && same.length === 1)
      return doubt(
        'code',
        both(
          `Mã ${reading.code?.code} ngày ${formatDate(on)} là ${nameOn(run.registry, coded, on).fullName}, nhưng tên là của một đơn vị khác.`,
          `Code ${reading.code?.code} is ${nameOn(run.registry, coded, on).fullName} on ${formatDate(on)}, but the name is another unit’s.`,
        ),
        both('Đề nghị xem lại mã hoặc tên.', 'Look at the code and the name again.'),
      );
    return settled(run, line, reading, coded);
  }
  if (same.length > 1)
    return doubt(
      'fullName',
      both(`${same.length} đơn vị mang tên này.`, `${same.length} units have this name.`),
      both('Đề nghị ghi mã, hoặc cấp trên.', 'Give the code, or the parent.'),
    );
  if (same[0]) return settled(run, line, reading, same[0]);
  if (exact.length > 1) return null;
  return reading.fullName
    ? nearly(run, reading, on, doubt)
    : doubt(
        'code',
        both(
          `Ngày ${formatDate(on)} không có đơn vị nào mang mã ${reading.code?.code}.`,
          `No unit has code ${reading.code?.code} on ${formatDate(on)}.`,
        ),
        both('Đơn vị mới cần ghi tên.', 'A new unit needs a name.'),
      );
}

/** A name that differs from a living unit's only in its marks or type is not taken for a new unit without being asked. */
function nearly(
  run: Import,
  reading: Reading,
  on: LocalDate,
  doubt: (c: Column, m: Words, h: Words) => 'ambiguous',
): null | 'ambiguous' {
  const options = {
    on,
    ...(reading.kind ? { kinds: [reading.kind] } : {}),
    ...(reading.parent ? { under: reading.parent.id } : {}),
  };
  const match = matchName(run.input.index, reading.fullName, options);
  if (match.status !== 'found') return null;
  const near = nameOn(run.registry, match.unit, on).fullName;
  return doubt(
    'fullName',
    both(`Có phải là ${near}?`, `Is this ${near}?`),
    both(
      'Nếu đổi tên, đề nghị ghi mã; nếu là đơn vị khác, đề nghị ghi sự kiện thành lập ở trang đơn vị.',
      'If it is renamed give its code; if it is another unit, record its founding on the page of its parent.',
    ),
  );
}

/** A day in the file that is the unit's present one was exported, not decided: what changes holds from the import's day. */
function settled(run: Import, line: ImportLine, reading: Reading, unit: UnitRecord): UnitRecord {
  const starts = [
    ...(run.registry.names.get(unit.id) ?? []),
    ...(run.registry.parents.get(unit.id) ?? []),
  ].map((r) => r.validFrom);
  if (!line.cells.validFrom || starts.includes(reading.on)) reading.on = run.input.on;
  if (!reading.fullName) reading.fullName = nameOn(run.registry, unit, reading.on).fullName;
  if (!line.cells.name) {
    const now = nameOn(run.registry, unit, reading.on);
    reading.name = reading.fullName === now.fullName ? now.name : shortNameOf(reading.fullName);
  }
  return unit;
}
