// What a file of units would change: every line is new, changed, the same, ambiguous or wrong, and says so by cell.
import { formatDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { existsOn, nameOn, type UnitRecord, validOn } from '../rules.ts';
import { changesOf, type UnitAct } from './acts.ts';
import { extras } from './import-extras.ts';
import type { ImportLine } from './import-lines.ts';
import { identify, type Reading, readLine } from './import-matching.ts';
import { both, Import, type ImportInput, type JudgedLine, type Judgement } from './import-run.ts';
import type { Column } from './listing.ts';
import { actRefusal } from './refusing.ts';

const columnOf: Record<string, Column> = {
  code: 'code',
  fullName: 'fullName',
  name: 'name',
  parent: 'parent',
  on: 'validFrom',
};

/** Tries an act; a refusal becomes a diagnostic at the cell that it is about. */
function tryAct(run: Import, line: ImportLine, act: UnitAct): boolean {
  const refusal = actRefusal(run.registry, act);
  if (refusal) {
    const field = Object.keys(refusal.fields)[0] ?? 'fullName';
    run.say('U212', 'error', line, columnOf[field] ?? 'fullName', refusal.words);
    return false;
  }
  run.take(changesOf(run.registry, act, run.input.newId));
  return true;
}

function foundUnit(run: Import, line: ImportLine, reading: Reading): JudgedLine {
  const { basis } = run.input;
  const wrong = {
    row: line.row,
    status: 'wrong' as const,
    name: reading.fullName,
    unitId: null,
    changes: [],
  };
  if (!reading.kind) {
    run.say('U205', 'error', line, 'kind', both('Đơn vị mới cần ghi loại.', 'A new unit needs its kind.'));
    return wrong;
  }
  if (!reading.parent) {
    run.say(
      'U206',
      'error',
      line,
      'parent',
      both('Đơn vị mới cần ghi cấp trên.', 'A new unit needs its parent.'),
    );
    return wrong;
  }
  const id = run.input.newId();
  const done = tryAct(run, line, {
    kind: 'establish',
    on: reading.on,
    basis,
    unit: {
      id,
      kind: reading.kind,
      name: reading.name,
      fullName: reading.fullName,
      parentId: reading.parent.id,
      code: reading.code,
      territoryId: null,
    },
  });
  if (!done) return wrong;
  run.named.set(id, line.row);
  const day = formatDate(reading.on);
  const changes = [both(`thành lập từ ngày ${day}`, `founded on ${day}`), ...extras(run, line, reading, id)];
  return { row: line.row, status: 'new', name: reading.fullName, unitId: id, changes };
}

function changedUnit(run: Import, line: ImportLine, reading: Reading, unit: UnitRecord): JudgedLine {
  const { basis } = run.input;
  const judged = {
    row: line.row,
    unitId: unit.id,
    name: reading.fullName || nameOn(run.registry, unit, reading.on).fullName,
  };
  const before = run.named.get(unit.id);
  if (before !== undefined) {
    run.say(
      'U210',
      'error',
      line,
      'fullName',
      both(`Đơn vị này đã có ở dòng ${before}.`, `Line ${before} is this unit already.`),
    );
    return { ...judged, status: 'wrong', changes: [] };
  }
  run.named.set(unit.id, line.row);
  const changes: Words[] = [];
  const now = nameOn(run.registry, unit, reading.on);
  if (reading.fullName && reading.fullName !== now.fullName) {
    const act: UnitAct = {
      kind: 'rename',
      on: reading.on,
      basis,
      unitId: unit.id,
      fullName: reading.fullName,
      name: reading.name,
    };
    if (!tryAct(run, line, act)) return { ...judged, status: 'wrong', changes };
    changes.push(both(`tên cũ ${now.fullName}`, `was called ${now.fullName}`));
  }
  const parent = run.registry.parents.get(unit.id)?.find((p) => validOn(p, reading.on));
  if (reading.parent && parent && reading.parent.id !== parent.parentId) {
    const act: UnitAct = {
      kind: 'move',
      on: reading.on,
      basis,
      unitId: unit.id,
      parentId: reading.parent.id,
    };
    if (!tryAct(run, line, act)) return { ...judged, status: 'wrong', changes };
    const old = run.registry.byId.get(parent.parentId);
    changes.push(both(`trước thuộc ${old?.fullName}`, `was under ${old?.fullName}`));
  }
  changes.push(...extras(run, line, reading, unit.id));
  return { ...judged, status: changes.length > 0 ? 'changed' : 'same', changes };
}

function judge(run: Import, line: ImportLine): JudgedLine {
  const reading = readLine(run, line);
  const name = reading?.fullName ?? line.cells.fullName ?? line.cells.code ?? '';
  if (!reading) return { row: line.row, status: 'wrong', name, unitId: null, changes: [] };
  const unit = identify(run, line, reading);
  if (unit === 'ambiguous') return { row: line.row, status: 'ambiguous', name, unitId: null, changes: [] };
  return unit ? changedUnit(run, line, reading, unit) : foundUnit(run, line, reading);
}

/** Living units of the kinds and parents in the file that no line names. */
function vanishedFrom(run: Import, lines: readonly JudgedLine[]): UnitRecord[] {
  const { registry, input } = run;
  const scopes = new Set<string>();
  const parentOf = (id: string) =>
    registry.parents.get(id)?.find((p) => validOn(p, input.on))?.parentId ?? '';
  for (const { unitId } of lines) {
    const unit = unitId && registry.byId.get(unitId);
    if (unit) scopes.add(`${unit.kind} ${parentOf(unit.id)}`);
  }
  return registry.records.units.filter(
    (u) => existsOn(u, input.on) && !run.named.has(u.id) && scopes.has(`${u.kind} ${parentOf(u.id)}`),
  );
}

/** A line whose parent is founded by another line waits for it. */
function inOrder(lines: readonly ImportLine[]): ImportLine[] {
  const own = new Map<string, ImportLine>();
  for (const line of lines) {
    if (line.cells.fullName) own.set(line.cells.fullName, line);
    if (line.cells.code) own.set(line.cells.code, line);
  }
  const done = new Set<ImportLine>();
  const ordered: ImportLine[] = [];
  const visit = (line: ImportLine, depth: number): void => {
    if (done.has(line) || depth > 20) return;
    const above = own.get(line.cells.parentCode ?? '') ?? own.get(line.cells.parent ?? '');
    if (above && above !== line) visit(above, depth + 1);
    if (done.has(line)) return;
    done.add(line);
    ordered.push(line);
  };
  for (const line of lines) visit(line, 0);
  return ordered;
}

/** Everything that the file would do from the day `on`, on one legal basis. Applies nothing. */
export function judgeImport(input: ImportInput): Judgement {
  const run = new Import(input);
  const lines = inOrder(input.file.lines)
    .map((line) => judge(run, line))
    .sort((a, b) => a.row - b.row);
  const vanished = vanishedFrom(run, lines);
  if (vanished.length > 0)
    run.diagnostics.push({
      code: 'U211',
      severity: 'warning',
      message: both(
        `${vanished.length} đơn vị cùng loại, cùng cấp trên có trong danh mục nhưng không có trong tệp; giữ nguyên.`,
        `${vanished.length} units of these kinds and parents are in the registry but not in the file; they are left as they are.`,
      ),
      where: null,
      hint: both(
        'Đơn vị nào đã kết thúc thì đề nghị ghi sự kiện có căn cứ ở trang của đơn vị đó.',
        'Record the end of those that have ended, with the legal basis, on their pages.',
      ),
    });
  return { lines, vanished, changes: run.changes, contacts: run.contacts, diagnostics: run.diagnostics };
}
