// One section of a report: its text and lists as a plain form, with the guidance above and the checks beside it.
import { Hono } from 'hono';
import { fromMarkdown, toMarkdown } from '#src/documents/markdown.ts';
import { newId } from '#src/kernel/ids.ts';
import { notFound, type Refusal } from '#src/kernel/refusal.ts';
import { findSection, type OutlineSection, writableSections } from '#src/templates/rules.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { attempt, parseForm, readForm, type Typed, typedText } from '#src/web/form.ts';
import { lateCode, placeOf } from '../actions/late.ts';
import { type ReportSeen, reportSeenBy } from '../actions/seeing.ts';
import { type SectionConflict, saveSection } from '../actions/writing.ts';
import { type SectionForm, sectionForm } from '../forms.ts';
import { itemsElsewhere, itemsFrom } from '../rules/lines.ts';
import { sectionOf } from '../store/sections.ts';
import { conflictPage } from './conflict.tsx';
import { sectionPage } from './section-view.tsx';

export const sectionPages = new Hono<Env>();

type Place = { seen: ReportSeen; section: OutlineSection };

function sectionCalled({ template }: ReportSeen, code: string): OutlineSection {
  const section = findSection(template.outline, code);
  if (!section?.writable) throw notFound();
  return section;
}

sectionPages.get('/reports/:id/sections/:code', async (c) => {
  const { db, actor } = act(c);
  const seen = await reportSeenBy({ db, actor }, c.req.param('id'));
  const section = sectionCalled(seen, c.req.param('code'));
  const row = await sectionOf(db, seen.report.id, section.code);
  return sectionPage(c, seen, section, {
    row,
    text: toMarkdown(row?.body ?? []),
    items: row?.items ?? [],
    refusal: null,
  });
});

sectionPages.post('/reports/:id/sections/:code', async (c) => {
  const { db, actor } = act(c);
  const id = c.req.param('id');
  const code = c.req.param('code');
  const opened = await reportSeenBy({ db, actor }, id);
  const typed = await readForm(c);
  const result = await attempt(() =>
    save(c, { seen: opened, section: meant(opened, code, typed) }, code, typed),
  );
  // Again: the report may have moved while the save waited.
  const seen = await reportSeenBy({ db, actor }, id);
  const place = meant(seen, code, typed);
  if (result.refusal?.code === lateCode) return c.redirect(`/reports/${seen.report.id}/kept?late=yes`, 303);
  if (result.refusal && place) return refused(c, { seen, section: place }, typed, result.refusal);
  if (result.refusal) throw result.refusal;
  return c.redirect(nextAddress(seen, place ?? sectionCalled(seen, code), result.value, code), 303);
});

/** The section of today that the editor means, which a move may have put elsewhere; null when it is no longer asked. */
function meant(seen: ReportSeen, code: string, typed: Typed): OutlineSection | null {
  const { data } = sectionForm.pick({ move: true }).safeParse(typed);
  const place = placeOf(seen, 'section', { code, version: 0, move: data?.move });
  return place && sectionCalled(seen, place.code);
}

async function save(
  c: Ctx,
  { seen, section }: { seen: ReportSeen; section: OutlineSection | null },
  code: string,
  typed: Typed,
): Promise<SectionForm> {
  const { db, now } = act(c);
  const form = parseForm(sectionForm, typed);
  const row = section && (await sectionOf(db, seen.report.id, section.code));
  const body = fromMarkdown(form.text, row?.body ?? []);
  const items = itemsFrom(form, () => newId(now));
  const others = section ? itemsElsewhere(section.lists, row?.items ?? []) : [];
  const unnamed = others.filter((other) => !items.some((item) => item.id === other.id));
  const { version, move } = form;
  await saveSection(act(c), seen.report.id, { code, version, move, body, items: [...items, ...unnamed] });
  return form;
}

/** A conflict shows both texts; anything else the same page with every typed value. */
async function refused(c: Ctx, { seen, section }: Place, typed: Typed, refusal: Refusal) {
  if (refusal.kind === 'conflict')
    return conflictPage(c, seen, section, refusal, refusal.details as SectionConflict);
  const row = await sectionOf(act(c).db, seen.report.id, section.code);
  const text = typedText(typed, 'text') ?? '';
  const kept = sectionForm.safeParse({ ...typed, text: '', version: row?.version ?? 0 });
  const items = kept.success ? itemsFrom(kept.data, () => newId(c.var.now)) : (row?.items ?? []);
  return sectionPage(c, seen, section, { row, text, items, refusal });
}

/** `saved` names the section as it was opened, so that its copy on the writer's machine goes. */
function nextAddress(
  { report, template }: ReportSeen,
  section: OutlineSection,
  form: SectionForm,
  opened: string,
): string {
  const base = `/reports/${report.id}/sections`;
  const here = `${base}/${encodeURIComponent(section.code)}`;
  const saved = `saved=${encodeURIComponent(opened)}`;
  if (section.code !== opened) return `${here}?${saved}&moved=${encodeURIComponent(opened)}`;
  if (form.next && writableSections(template.outline).some((s) => s.code === form.next))
    return `${base}/${encodeURIComponent(form.next)}?${saved}`;
  if (form.add)
    return `${here}?${saved}&add=${encodeURIComponent(form.add)}#danh-muc-${encodeURIComponent(form.add)}`;
  return `${here}?${saved}`;
}
