// `tongket plan create FILE --as E-MAIL`: the same acts as on screen, a plan entered and its campaign made, as that person.
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { actorByEmail } from '#src/accounts/store.ts';
import { bySeverity } from '#src/kernel/diagnostic.ts';
import type { Language } from '#src/kernel/language.ts';
import { notFound, Refusal } from '#src/kernel/refusal.ts';
import type { Act, Db } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { uploadPlan } from './actions/compile.ts';
import { launchCampaign, previewLaunch } from './actions/launch.ts';
import { bytesOf, fail } from './command.ts';
import { planById } from './store.ts';

/** The platform as a command finds it; `close` leaves it as it was. */
type Platform = { db: Db; files: Files; now: Date; close: () => Promise<void> };

/**
 * Prints the address of the campaign. Exit code 0; 1 when the plan is entered but something must be settled on screen
 * first, with its address and what is missing; 2 when nothing was entered.
 */
export async function createFromPlan(args: string[], open: () => Promise<Platform>): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') return fail(asked);
  const { path, email, language } = asked;
  const bytes = await bytesOf(path, language);
  if (typeof bytes === 'string') return fail(bytes);
  const platform = await open();
  try {
    const actor = await actorByEmail(platform.db, email);
    if (!actor) throw noSuchPerson(email);
    const act = { db: platform.db, actor, now: platform.now };
    const planId = await uploadPlan(act, platform.files, { name: basename(path), bytes });
    return await launch(act, planId, language);
  } catch (error) {
    if (error instanceof Refusal) return fail(`${path}: ${error.words[language]}`);
    throw error;
  } finally {
    await platform.close();
  }
}

/** Nothing is created while a diagnostic says that a class, a template or a place would be left out. */
async function launch(act: Act, planId: string, language: Language): Promise<number> {
  const row = await planById(act.db, planId);
  if (!row) throw notFound();
  const { diagnostics } = await previewLaunch(act, row);
  const errors = bySeverity(diagnostics).filter((d) => d.severity === 'error');
  const refusal = errors.length === 0 ? await attempted(act, planId) : null;
  if (errors.length === 0 && typeof refusal === 'string') {
    process.stdout.write(`/campaigns/${refusal}\n`);
    return 0;
  }
  const missing =
    refusal instanceof Refusal
      ? [refusal.words[language]]
      : errors.map((d) => `${d.code}: ${d.message[language]}`);
  process.stdout.write(`${[`/plans/${planId}`, ...missing].join('\n')}\n`);
  return 1;
}

/** The new campaign's slug, or why it was not made. */
function attempted(act: Act, planId: string): Promise<string | Refusal> {
  return launchCampaign(act, planId).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

const noSuchPerson = (email: string) =>
  new Refusal('invalid', 'command-nobody', {
    vi: `Không có người dùng nào có địa chỉ thư ${email}.`,
    en: `Nobody has the e-mail address ${email}.`,
  });

function readArguments(args: string[]): { path: string; email: string; language: Language } | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { as: { type: 'string' }, lang: { type: 'string', default: 'vi' } },
    });
    const language: Language = values.lang === 'en' ? 'en' : 'vi';
    const [path] = positionals;
    if (path === undefined) return language === 'vi' ? 'Thiếu tên tệp.' : 'The file is missing.';
    if (!values.as) return language === 'vi' ? 'Thiếu --as THƯ.' : '--as E-MAIL is missing.';
    return { path, email: values.as, language };
  } catch (error) {
    return (error as Error).message;
  }
}
