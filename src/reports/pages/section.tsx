// One section of a report: its text and lists as a plain form, with the guidance above and the checks beside it.
import { Hono } from 'hono';
import { fromMarkdown, toMarkdown } from '#src/documents/markdown.ts';
import { newId } from '#src/kernel/ids.ts';
import { notFound, type Refusal } from '#src/kernel/refusal.ts';
import { findSection, type OutlineSection, writableSections } from '#src/templates/rules.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { attempt, parseForm, readForm } from '#src/web/form.ts';
import { type ReportSeen, reportSeenBy } from '../actions/seeing.ts';
import { type SectionConflict, saveSection } from '../actions/writing.ts';
import { type SectionForm, sectionForm } from '../forms.ts';
import { itemsElsewhere, itemsFrom } from '../rules/lines.ts';
import { sectionOf } from '../store/sections.ts';
import { conflictPage } from './conflict.tsx';
import { sectionPage } from './section-view.tsx';

export const sectionPages = new Hono<Env>();

type Place = { seen: ReportSeen; section: OutlineSection };

async function placeOf(c: Ctx): Promise<Place> {
  const { db, actor } = act(c);
  const seen = await reportSeenBy({ db, actor }, c.req.param('id')!);
  const section = findSection(seen.template.outline, c.req.param('code')!);
  if (!section?.writable) throw notFound();
  return { seen, section };
}

sectionPages.get('/reports/:id/sections/:code', async (c) => {
  const { seen, section } = await placeOf(c);
  const row = await sectionOf(act(c).db, seen.report.id, section.code);
  return sectionPage(c, seen, section, {
    row,
    text: toMarkdown(row?.body ?? []),
    items: row?.items ?? [],
    refusal: null,
  });
});

sectionPages.post('/reports/:id/sections/:code', async (c) => {
  const { seen, section } = await placeOf(c);
  const { db, now } = act(c);
  const typed = await readForm(c);
  const row = await sectionOf(db, seen.report.id, section.code);
  const result = await attempt(async () => {
    const form = parseForm(sectionForm, typed);
    const body = fromMarkdown(form.text, row?.body ?? []);
    const items = [...itemsFrom(form, () => newId(now)), ...itemsElsewhere(section.lists, row?.items ?? [])];
    await saveSection(act(c), seen.report.id, { code: section.code, version: form.version, body, items });
    return form;
  });
  if (result.refusal) return refused(c, { seen, section }, typed, result.refusal);
  return c.redirect(nextAddress(seen, section, result.value), 303);
});

/** A conflict shows both texts; anything else the same page with every typed value. */
async function refused(c: Ctx, { seen, section }: Place, typed: Record<string, unknown>, refusal: Refusal) {
  if (refusal.kind === 'conflict')
    return conflictPage(c, seen, section, refusal, refusal.details as SectionConflict);
  const row = await sectionOf(act(c).db, seen.report.id, section.code);
  const text = typeof typed.text === 'string' ? typed.text : '';
  const kept = sectionForm.safeParse({ ...typed, text: '', version: row?.version ?? 0 });
  const items = kept.success ? itemsFrom(kept.data, () => newId(c.var.now)) : (row?.items ?? []);
  return sectionPage(c, seen, section, { row, text, items, refusal });
}

function nextAddress({ report, template }: ReportSeen, section: OutlineSection, form: SectionForm): string {
  const base = `/reports/${report.id}/sections`;
  const here = `${base}/${encodeURIComponent(section.code)}`;
  if (form.next && writableSections(template.outline).some((s) => s.code === form.next))
    return `${base}/${encodeURIComponent(form.next)}?saved=${encodeURIComponent(section.code)}`;
  if (form.add)
    return `${here}?saved=${encodeURIComponent(section.code)}&add=${encodeURIComponent(form.add)}#danh-muc-${encodeURIComponent(form.add)}`;
  return `${here}?saved=${encodeURIComponent(section.code)}`;
}
