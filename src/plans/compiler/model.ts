// What a compiled plan is made of: the facts of one plan, each with its place in the original text.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic, Span } from '#src/kernel/diagnostic.ts';
import type { GroupRule } from '#src/units/rules/groups.ts';

/** before: the day itself excluded as written; by: included; in: some time within; recurring: see `every`. */
export type Relation = 'before' | 'by' | 'on' | 'in' | 'between' | 'recurring';
export type Precision = 'minute' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/**
 * A time as the text gives it. A point has from = to; a month, quarter or year runs from its first to its last day;
 * a minute carries the time ("2025-11-26T16:30"). A relative or recurring time, and a week, have no dates.
 */
export type When = {
  rel: Relation;
  from: string | null;
  to: string | null;
  precision: Precision;
  tentative: boolean;
  /** "month:23", "quarter:last-month:25", "week:5", "year:12-15" */
  every?: string;
  relative?: { text: string; after: string };
};

export type Signatory = { name: string; position: string | null; authority: string | null };
export type Basis = { text: string; symbol: string | null; date: LocalDate | null; issuer: string | null };
export type Subject = { symbol: string; date: LocalDate | null; issuer: string | null };
export type Section = { numbering: string; title: string };
export type Deadline = { when: When; what: string; who: string | null; text: string };
export type ReportTarget = {
  who: string;
  template: string | null;
  due: When | null;
  sendTo: string | null;
  via: string | null;
  except: string | null;
  /** Set by an officer where the words alone do not say who is meant; the compiler never gives it. */
  reporters?: GroupRule;
};
export type Visit = {
  units: string[];
  window: When | null;
  duration: string | null;
  notice: string | null;
  who: string | null;
  place: string | null;
  note: string | null;
};
export type Task = { lead: string; supporting: string[]; what: string; due: When | null };
export type PlanEvent = { what: string; window: When | null; place: string | null; mode: string | null };

/** Only what the text says: null = it does not say; [] = it has none. */
export type PlanFacts = {
  kind: string | null;
  number: string | null;
  symbol: string | null;
  issuedOn: When | null;
  stampedAt: string | null;
  pageDate: LocalDate | null;
  issuer: string | null;
  parentBody: string | null;
  signatory: Signatory | null;
  title: string | null;
  bases: Basis[];
  subject: Subject[];
  period: { from: LocalDate | null; to: LocalDate | null } | null;
  sections: Section[];
  contents: number | null;
  deadlines: Deadline[];
  reportTargets: ReportTarget[];
  visits: Visit[];
  tasks: Task[];
  event: PlanEvent | null;
  recipients: string[];
  attachments: string[];
};

/** Answers what a body was called, or became, on a day; given by the registry of units. */
export type UnitLookup = {
  find(
    name: string,
    on: LocalDate,
  ): {
    status: 'found' | 'abolished' | 'unknown' | 'ambiguous';
    /** the registry's own name */
    name?: string;
    successor?: string;
  };
};

export type CompileContext = { today?: LocalDate; lookup?: UnitLookup };

/** `flavour` says how the text is written; left out, HTML is recognised by its tags. */
export type PlanSource = { text: string; flavour?: 'text' | 'html' };

/** A paragraph as the compiler read it: repaired words, and where they stand in the original. */
export type ReadParagraph = { text: string; span: Span; region: Region };
export type Region = 'page' | 'head' | 'body' | 'table' | 'end' | 'annex';

export type CompiledPlan = {
  plan: PlanFacts;
  /** JSON pointer of a fact in `plan` ("/deadlines/0/who") → its words in `text`. */
  spans: Record<string, Span>;
  diagnostics: Diagnostic[];
  /** The original text as decoded; every span indexes into it. */
  text: string;
  paragraphs: ReadParagraph[];
};
