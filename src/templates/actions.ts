// Making templates: the shipped ones once, a new version whenever one is edited.

import { record } from '#src/events/record.ts';
import { type Actor, holds, systemActor } from '#src/kernel/actor.ts';
import { insist, notFound, Refusal } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import type { Annex, Outline, TemplateVersion } from './rules.ts';
import { templateSeeds } from './seed.ts';
import { refusalToSave } from './soundness.ts';
import {
  insertTemplate,
  insertVersion,
  latestVersions,
  lockTemplates,
  renameTemplate,
  templateVersion,
  versionByCode,
} from './store.ts';

/** Afterwards every shipped template exists; one that is there already is left as it is. Returns the codes that were added. */
export async function installTemplates(db: Db, now: Date): Promise<string[]> {
  return transaction(db, async (trx) => {
    await lockTemplates(trx);
    const added: string[] = [];
    for (const { code, name, outline, annex } of templateSeeds()) {
      if (await versionByCode(trx, code)) continue;
      const templateId = await insertTemplate(trx, { code, name }, now);
      await insertVersion(trx, templateId, 1, { outline, annex, createdBy: systemActor.id }, now);
      added.push(code);
    }
    return added;
  });
}

export function refusalToEditTemplates(actor: Actor): Refusal | null {
  if (holds(actor, 'central-officer', 'administrator')) return null;
  return new Refusal('forbidden', 'template-not-yours', {
    vi: 'Chỉ cán bộ Văn phòng Ban sửa được mẫu báo cáo.',
    en: 'Only the central office may change templates.',
  });
}

export type NewTemplate = { code: string; name: string; outline: Outline; annex: Annex };

/** Afterwards the template exists in its first version, under its code or, when that is taken, the code with a number. */
export async function createTemplate({ db, actor, now }: Act, made: NewTemplate): Promise<TemplateVersion> {
  insist(refusalToEditTemplates(actor));
  insist(refusalToSave(made.outline, made.annex));
  return transaction(db, async (trx) => {
    await lockTemplates(trx);
    const taken = (await latestVersions(trx)).map((v) => v.code);
    const code = freeCode(made.code, taken);
    const templateId = await insertTemplate(trx, { code, name: made.name }, now);
    const version = { outline: made.outline, annex: made.annex, createdBy: actor.id };
    const id = await insertVersion(trx, templateId, 1, version, now);
    await record(trx, actor, now, {
      name: 'template.created',
      subjectType: 'template',
      subjectId: templateId,
      data: { code },
    });
    return (await templateVersion(trx, id))!;
  });
}

/** "A.176", then "A.176.2": a code has letters, digits and dots only. */
function freeCode(code: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? code : `${code.slice(0, 11 - String(n).length)}.${n}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

export type TemplateEdit = {
  code: string;
  /** The version that was edited. When another has been saved since, the edit is refused and nothing is lost. */
  from: number;
  name: string;
  outline: Outline;
  annex: Annex;
};

/** Afterwards the template has one more version, which is the newest; reports keep the version they began with. */
export async function saveTemplateVersion(
  { db, actor, now }: Act,
  edit: TemplateEdit,
): Promise<TemplateVersion> {
  insist(refusalToEditTemplates(actor));
  insist(refusalToSave(edit.outline, edit.annex));
  return transaction(db, async (trx) => {
    await lockTemplates(trx);
    const latest = await versionByCode(trx, edit.code);
    if (!latest) throw notFound();
    if (latest.version !== edit.from) throw editedSince(latest);
    const version = { outline: edit.outline, annex: edit.annex, createdBy: actor.id };
    const id = await insertVersion(trx, latest.templateId, latest.version + 1, version, now);
    await renameTemplate(trx, latest.templateId, edit.name);
    await record(trx, actor, now, {
      name: 'template.version-saved',
      subjectType: 'template',
      subjectId: latest.templateId,
      data: { version: latest.version + 1 },
    });
    return (await templateVersion(trx, id))!;
  });
}

function editedSince(latest: TemplateVersion): Refusal {
  const words = {
    vi: `Mẫu ${latest.code} đã có phiên bản ${latest.version} do người khác lưu. Đề nghị so hai bản rồi lưu lại.`,
    en: `Template ${latest.code} has version ${latest.version}, saved by someone else. Compare the two and save again.`,
  };
  return new Refusal('conflict', 'template-edited-since', words, { details: latest });
}
