// `tongket plan check FILE`: the compiler on the command line, with the registry of units that ships with the platform.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { dateAt } from '#src/kernel/dates.ts';
import { bySeverity, type Diagnostic, hasErrors } from '#src/kernel/diagnostic.ts';
import type { Language } from '#src/kernel/language.ts';
import { Refusal } from '#src/kernel/refusal.ts';
import { buildNameIndex, unitLookup } from '#src/units/matching.ts';
import { packagedRegistry } from '#src/units/sources/registry.ts';
import { compilePlan } from './compiler/compile.ts';
import type { CompiledPlan } from './compiler/model.ts';
import { readPlanFile } from './reading.ts';

/** Prints the facts and diagnostics. Exit code 0, 1 when there are errors, 2 when the file cannot be read. */
export async function checkPlan(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') return fail(asked);
  const { values, positionals } = asked;
  const language: Language = values.lang === 'en' ? 'en' : 'vi';
  const [path] = positionals;
  if (path === undefined) return fail(language === 'vi' ? 'Thiếu tên tệp.' : 'The file is missing.');
  const bytes = await bytesOf(path, language);
  if (typeof bytes === 'string') return fail(bytes);
  try {
    const source = await readPlanFile({ name: basename(path), bytes });
    const lookup = unitLookup(buildNameIndex(packagedRegistry()));
    const compiled = compilePlan(source, { today: dateAt(new Date()), lookup });
    process.stdout.write(values.json ? asJson(compiled, language) : asLines(compiled, path, language));
    return hasErrors(compiled.diagnostics) ? 1 : 0;
  } catch (error) {
    if (error instanceof Refusal) return fail(`${path}: ${error.words[language]}`);
    throw error;
  }
}

/** The options and the file, or what the shell's own reader says of an option that is not there. */
function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, lang: { type: 'string', default: 'vi' } },
    });
  } catch (error) {
    return (error as Error).message;
  }
}

/** The file, or in words why it cannot be opened. */
export function bytesOf(path: string, language: Language): Promise<Buffer | string> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code ?? error.message;
    return language === 'vi' ? `Không mở được ${path} (${why}).` : `Cannot open ${path} (${why}).`;
  });
}

/** Says why nothing was done; the exit code for it. */
export function fail(words: string): number {
  process.stderr.write(`${words}\n`);
  return 2;
}

const spanOf = (d: Diagnostic) => (d.where?.in === 'text' ? d.where.span : null);

function asJson({ plan, spans, diagnostics }: CompiledPlan, language: Language): string {
  const list = diagnostics.map((d) => ({
    code: d.code,
    severity: d.severity,
    message: d.message[language],
    hint: d.hint?.[language] ?? null,
    span: spanOf(d),
  }));
  return `${JSON.stringify({ plan, spans, diagnostics: list }, null, 1)}\n`;
}

/** As a compiler prints: file:line:column: severity code: message. */
function asLines({ plan, diagnostics, text }: CompiledPlan, path: string, language: Language): string {
  const lines = bySeverity(diagnostics).map((d) => {
    const span = spanOf(d);
    const before = text.slice(0, span?.[0] ?? 0).split('\n');
    const place = span ? `:${before.length}:${before[before.length - 1]!.length + 1}` : '';
    return `${path}${place}: ${d.severity} ${d.code}: ${d.message[language]}`;
  });
  const facts = [plan.symbol, plan.title].filter(Boolean).join(' ');
  const count =
    language === 'vi'
      ? `${plan.deadlines.length} thời hạn, ${plan.reportTargets.length} lớp đơn vị, ${plan.visits.flatMap((v) => v.units).length} nơi khảo sát`
      : `${plan.deadlines.length} deadlines, ${plan.reportTargets.length} classes, ${plan.visits.flatMap((v) => v.units).length} visits`;
  return `${[facts, count, ...lines].join('\n')}\n`;
}
