// The last stage: found facts → the plan's fields, and for each the place of its words in the original.
import type { Span } from '#src/kernel/diagnostic.ts';
import { type Piece, placeOf, reach, words } from './layout/paragraph.ts';
import type { PlanFacts } from './model.ts';
import type { Found } from './parse/found.ts';
import type { Resolved } from './resolve.ts';

export type Emitted = { plan: PlanFacts; spans: Record<string, Span> };

/** Spans under JSON pointers: the fact as a whole ("/deadlines/0") and its parts ("/deadlines/0/who"). */
export function emit(r: Resolved): Emitted {
  const spans: Record<string, Span> = {};
  const at = (pointer: string, piece: Piece | null | undefined) => {
    if (piece && piece.b > piece.a) spans[pointer] = placeOf(piece);
  };
  const one = <T>(pointer: string, found: Found<T> | null): T | null => {
    at(pointer, found?.piece);
    return found?.value ?? null;
  };
  const text = (pointer: string, piece: Piece | null): string | null => {
    at(pointer, piece);
    return piece ? words(piece) : null;
  };
  const { head } = r;
  const plan: PlanFacts = {
    kind: one('/kind', head.kind),
    number: one('/number', head.number),
    symbol: one('/symbol', head.symbol),
    issuedOn: one('/issuedOn', head.issuedOn),
    stampedAt: one('/stampedAt', head.stampedAt),
    pageDate: one('/pageDate', head.pageDate),
    issuer: one('/issuer', head.issuer),
    parentBody: one('/parentBody', head.parentBody),
    signatory: r.signature?.signatory ?? null,
    title: one('/title', head.title),
    bases: r.bases.map((b, i) => {
      at(`/bases/${i}`, b.piece);
      return {
        text: words(b.piece),
        symbol: b.citation?.symbol ?? null,
        date: b.citation?.date ?? null,
        issuer: b.citation?.issuer ? words(b.citation.issuer) : null,
      };
    }),
    subject: r.subjects.map((c, i) => {
      at(`/subject/${i}`, c.piece);
      return { symbol: c.symbol ?? '', date: c.date, issuer: c.issuer ? words(c.issuer) : null };
    }),
    period: r.period?.value ?? null,
    sections: r.sections.map((s, i) => ({
      numbering: s.numbering,
      title: text(`/sections/${i}`, s.title) ?? '',
    })),
    contents: contentsOf(r),
    deadlines: r.deadlines.map((d, i) => {
      spans[`/deadlines/${i}`] = placeOf(d.time);
      return {
        when: d.when,
        what: text(`/deadlines/${i}/what`, d.what) ?? '',
        who: text(`/deadlines/${i}/who`, d.who),
        text: words(d.time),
      };
    }),
    reportTargets: r.targets.map((t, i) => {
      at(`/reportTargets/${i}`, t.who);
      at(`/reportTargets/${i}/template`, t.template?.piece);
      at(`/reportTargets/${i}/due`, t.due?.piece);
      const pointer = (part: string) => `/reportTargets/${i}/${part}`;
      return {
        who: words(t.who),
        template: t.template?.value ?? null,
        due: t.due?.when ?? null,
        sendTo: text(pointer('sendTo'), t.sendTo),
        via: text(pointer('via'), t.via),
        except: text(pointer('except'), t.except),
      };
    }),
    visits: r.visits.map((v, i) => {
      const pointer = (part: string) => `/visits/${i}/${part}`;
      spans[`/visits/${i}`] = v.units.length > 0 ? reach(v.units[0]!, v.units.at(-1)!) : placeOf(v.at);
      at(pointer('window'), v.window?.piece);
      return {
        units: v.units.map((u, n) => text(pointer(`units/${n}`), u) ?? ''),
        window: v.window?.when ?? null,
        duration: text(pointer('duration'), v.duration),
        notice: text(pointer('notice'), v.notice),
        who: text(pointer('who'), v.who),
        place: text(pointer('place'), v.place),
        note: v.count ? words(v.count.piece) : null,
      };
    }),
    tasks: r.tasks.map((t, i) => {
      at(`/tasks/${i}`, t.lead);
      at(`/tasks/${i}/due`, t.due?.piece);
      return {
        lead: words(t.lead),
        supporting: t.supporting.map((s, n) => text(`/tasks/${i}/supporting/${n}`, s) ?? ''),
        what: text(`/tasks/${i}/what`, t.what) ?? '',
        due: t.due?.when ?? null,
      };
    }),
    event: r.event
      ? {
          what: text('/event', r.event.what) ?? '',
          window: r.event.window,
          place: text('/event/place', r.event.place),
          mode: r.event.mode,
        }
      : null,
    recipients: r.recipients.map((x, i) => text(`/recipients/${i}`, x) ?? ''),
    attachments: r.attachments.map((x, i) => text(`/attachments/${i}`, x) ?? ''),
  };
  if (r.signature) {
    const { name, authority, position } = r.signature;
    spans['/signatory'] = placeOf(name);
    if (authority) spans['/signatory/authority'] = reach(...authority);
    if (position) spans['/signatory/position'] = reach(...position);
  }
  return { plan, spans };
}

/** Numbered items of the section on contents. */
function contentsOf(r: Resolved): number | null {
  const section =
    r.sections.find((s) => s.purpose === 'contents') ??
    r.sections.find((s) => /n[ộo]i dung/iu.test(words(s.title)));
  if (!section) return null;
  const kinds = ['number', 'subnumber', 'letter', 'bracket', 'dash'] as const;
  for (const kind of kinds) {
    const n = section.items.filter((i) => i.p.mark?.kind === kind).length;
    if (n > 0) return n;
  }
  return null;
}
