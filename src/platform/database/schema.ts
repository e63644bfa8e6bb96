// The tables as TypeScript sees them. Written by `node scripts/schema.mjs` from the migrations; never by hand.
import type { Json } from './json.ts';
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export interface AcceptedFigures {
  campaign_id: string;
  column_code: string;
  figures: number[];
  indicators: string[];
  reasons: string[];
  submission_id: string;
  table_code: string;
  unit_id: string;
}

export interface AnnexTables {
  cells: Json;
  report_id: string;
  saved_at: Date;
  saved_by: string;
  table_code: string;
  unread: Generated<Json>;
  version: number;
}

export interface AnnexTableVersions {
  cells: Json;
  origin: string;
  report_id: string;
  saved_at: Date;
  saved_by: string;
  table_code: string;
  unread: Generated<Json>;
  version: number;
}

export interface ArticleAttachments {
  article_id: string;
  detail: string | null;
  file_key: string;
  file_name: string;
  id: string;
  media_type: string;
  position: number;
  sha256: string;
  size_bytes: number;
  title: string;
}

export interface Articles {
  body: Json;
  campaign_id: string | null;
  created_at: Date;
  created_by: string;
  facts: Generated<Json>;
  folded: string;
  id: string;
  kind: string;
  number: string | null;
  published_on: string;
  slug: string;
  summary_en: string | null;
  title: string;
}

export interface ArticleShares {
  article_id: string;
  id: string;
  recipient_hash: string;
  shared_at: Date;
}

export interface ArticleViews {
  article_id: string;
  day: string;
  views: number;
}

export interface CampaignAmendmentNotices {
  amendment_id: string;
  mails: string[];
  obligation_id: string;
  read_at: Date | null;
  read_by: string | null;
  told_at: Date;
  unit_id: string;
}

export interface CampaignAmendments {
  campaign_id: string;
  change: Json;
  decided_at: Date;
  decided_by: string;
  id: string;
  number: number;
  reason: string;
  touched: Json;
}

export interface Campaigns {
  created_at: Date;
  created_by: string;
  cutoff_on: string | null;
  id: string;
  issued_on: string | null;
  issuer: string;
  kind: string;
  name: string;
  plan_id: string;
  plan_symbol: string;
  receiving_office: string | null;
  slug: string;
  synthesis_due_on: string | null;
}

export interface CampaignTasks {
  campaign_id: string;
  done_at: Date | null;
  done_by: string | null;
  due_on: string | null;
  id: string;
  lead: string;
  position: number;
  supporting: string[];
  what: string;
}

export interface CampaignTemplates {
  applies_to: string;
  campaign_id: string;
  template_code: string;
  template_version_id: string;
}

export interface Credentials {
  access_token: string | null;
  access_token_expires_at: Date | null;
  account_id: string;
  created_at: Date;
  id: string;
  id_token: string | null;
  password: string | null;
  person_id: string;
  provider_id: string;
  refresh_token: string | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  updated_at: Date;
}

export interface Events {
  actor_id: string;
  actor_name: string;
  at: Date;
  campaign_id: string | null;
  data: Generated<Json>;
  id: string;
  name: string;
  seq: Generated<number>;
  subject_id: string;
  subject_type: string;
}

export interface Evidence {
  block_id: string | null;
  campaign_id: string;
  finding_id: string | null;
  id: string;
  picked_at: Date;
  picked_by: string;
  quotable: Generated<boolean>;
  quote: string;
  section_code: string | null;
  stance: Generated<string>;
  submission_id: string | null;
  unit_id: string;
}

export interface Feedback {
  answer: string | null;
  answered_at: Date | null;
  answered_by: string | null;
  article_id: string;
  body: string;
  code: string;
  id: string;
  may_publish: boolean;
  sender_contact: string | null;
  sender_name: string | null;
  sent_at: Date;
  state: Generated<string>;
}

export interface FinalReportFreezes {
  body: Json;
  citations: Json;
  docx_key: string;
  figures: Json;
  final_report_id: string;
  frozen_at: Date;
  frozen_by: string;
  id: string;
  number: number;
  pdf_key: string;
  sha256: string;
  spec: Json;
  version: number;
}

export interface FinalReports {
  body: Json;
  campaign_id: string;
  id: string;
  saved_at: Date;
  saved_by: string;
  spec: Json;
  version: number;
}

export interface FinalReportVersions {
  body: Json;
  final_report_id: string;
  saved_at: Date;
  saved_by: string;
  spec: Json;
  version: number;
}

export interface GraphileWorkerJobs {
  attempts: number | null;
  created_at: Date | null;
  flags: Json | null;
  id: number | null;
  key: string | null;
  last_error: string | null;
  locked_at: Date | null;
  locked_by: string | null;
  max_attempts: number | null;
  priority: number | null;
  queue_name: string | null;
  revision: number | null;
  run_at: Date | null;
  task_identifier: string | null;
  updated_at: Date | null;
}

export interface GraphileWorkerMigrations {
  breaking: Generated<boolean>;
  id: number;
  ts: Generated<Date>;
}

export interface GraphileWorkerPrivateJobQueues {
  id: Generated<number>;
  is_available: Generated<boolean>;
  locked_at: Date | null;
  locked_by: string | null;
  queue_name: string;
}

export interface GraphileWorkerPrivateJobs {
  attempts: Generated<number>;
  created_at: Generated<Date>;
  flags: Json | null;
  id: Generated<number>;
  is_available: Generated<boolean>;
  job_queue_id: number | null;
  key: string | null;
  last_error: string | null;
  locked_at: Date | null;
  locked_by: string | null;
  max_attempts: Generated<number>;
  payload: Generated<Json>;
  priority: Generated<number>;
  revision: Generated<number>;
  run_at: Generated<Date>;
  task_id: number;
  updated_at: Generated<Date>;
}

export interface GraphileWorkerPrivateKnownCrontabs {
  identifier: string;
  known_since: Date;
  last_execution: Date | null;
}

export interface GraphileWorkerPrivateTasks {
  id: Generated<number>;
  identifier: string;
}

export interface Mails {
  attempts: Generated<number>;
  body: string;
  delivered_at: Date | null;
  delivered_to: string | null;
  failed_at: Date | null;
  failure: string | null;
  id: string;
  queued_at: Date;
  recipient: string;
  subject: string;
}

export interface Memberships {
  ended_at: Date | null;
  granted_at: Date;
  id: string;
  person_id: string;
  role: string;
  unit_id: string | null;
}

export interface ObligationDecisions {
  decided_at: Date;
  decided_by: string;
  due_on: string | null;
  id: string;
  kind: string;
  obligation_id: string;
  reason: string;
  stage: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
}

export interface Obligations {
  campaign_id: string;
  created_at: Date;
  id: string;
  surveyed: Generated<boolean>;
  template_code: string;
  template_version_id: string;
  title: string;
  unit_id: string;
}

export interface ObligationStages {
  due_on: string;
  inclusive: boolean;
  obligation_id: string;
  printed_on: string;
  stage: string;
  wording: string;
}

export interface People {
  created_at: Date;
  email: string;
  email_verified: Generated<boolean>;
  id: string;
  image: string | null;
  job_title: string | null;
  language: Generated<string>;
  name: string;
  updated_at: Date;
}

export interface PlanAssignments {
  added_at: Date;
  added_by: string;
  id: string;
  plan_id: string;
  position: number;
  template_code: string;
  title: string | null;
  unit_id: string;
}

export interface PlanFactDecisions {
  decided_at: Date;
  decided_by: string;
  decision: string;
  id: string;
  plan_id: string;
  pointer: string;
  position: Generated<number>;
  /**
   * The fact's new value, for an edit; {fact, span, binds} for an addition.
   */
  value: Json | null;
}

export interface Plans {
  compiled: Json;
  created_at: Date;
  created_by: string;
  id: string;
  origin_campaign_id: string | null;
  source_file: string | null;
  source_name: string;
  source_text: string;
}

export interface ReportKeptCopies {
  copied_at: Date;
  copied_by: string;
  part_id: string;
  section_code: string;
}

export interface ReportKeptParts {
  code: string;
  content: Json;
  id: string;
  kept_at: Date;
  kept_by: string;
  kind: string;
  report_id: string;
  restored_at: Date | null;
  template_version_id: string;
  title: string;
}

export interface ReportMoves {
  from_version_id: string;
  landings: Json;
  moved_at: Date;
  moved_by: string;
  number: number;
  report_id: string;
  to_version_id: string;
}

export interface ReportReviews {
  asked_at: Date;
  changes: Json;
  code: string;
  done_at: Date | null;
  done_by: string | null;
  move: number;
  report_id: string;
}

export interface Reports {
  campaign_id: string;
  id: string;
  obligation_id: string;
  opened_at: Date;
  opened_by: string;
  template_version_id: string;
  unit_id: string;
}

export interface ReportSections {
  body: Json;
  items: Generated<Json>;
  report_id: string;
  saved_at: Date;
  saved_by: string;
  section_code: string;
  version: number;
}

export interface ReportSectionVersions {
  body: Json;
  items: Generated<Json>;
  origin: string;
  report_id: string;
  saved_at: Date;
  saved_by: string;
  section_code: string;
  version: number;
}

export interface ReportUploads {
  applied_at: Date | null;
  applied_by: string | null;
  file_key: string;
  file_kind: string;
  file_name: string;
  id: string;
  reading: Json;
  report_id: string;
  sha256: string;
  size_bytes: number;
  uploaded_at: Date;
  uploaded_by: string;
}

export interface ReviewedDocuments {
  campaign_id: string;
  dated_on: string | null;
  issuer: string | null;
  period_from: number | null;
  period_to: number | null;
  position: number;
  symbol: string;
}

export interface SectionReadings {
  read_at: Date;
  reader_id: string;
  section_code: string;
  submission_id: string;
}

export interface Sessions {
  created_at: Date;
  expires_at: Date;
  id: string;
  ip_address: string | null;
  person_id: string;
  token: string;
  updated_at: Date;
  user_agent: string | null;
}

export interface Settings {
  changed_at: Date;
  changed_by: string;
  name: string;
  value: Json;
}

export interface SubmissionAcceptances {
  accepted_at: Date;
  accepted_by: string;
  id: string;
  submission_id: string;
  withdrawal_reason: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
}

export interface SubmissionReturns {
  id: string;
  marks: Generated<Json>;
  reason: string;
  returned_at: Date;
  returned_by: string;
  submission_id: string;
}

export interface Submissions {
  campaign_id: string;
  content: Json;
  id: string;
  receipt_number: number;
  report_id: string;
  sha256: string;
  stage: string;
  submitted_at: Date;
  submitted_by: string;
  template_version_id: string;
  unit_id: string;
  version: number;
}

export interface Templates {
  code: string;
  created_at: Date;
  id: string;
  name: string;
}

export interface TemplateVersions {
  annex: Json;
  created_at: Date;
  created_by: string;
  id: string;
  outline: Json;
  template_id: string;
  version: number;
}

export interface UnitAliases {
  alias: string;
  folded: string;
  unit_id: string;
}

export interface UnitCodes {
  /**
   * The act that gave the code; null for packages, seed files and acts before this column.
   */
  act_id: string | null;
  code: string;
  scheme: string;
  unit_id: string;
  valid_from: string | null;
  valid_to: string | null;
}

export interface UnitContacts {
  email: string | null;
  from_on: string;
  id: string;
  name: string;
  phone: string | null;
  position: string | null;
  reason: string | null;
  recorded_at: Date;
  recorded_by: string;
  to_on: string | null;
  unit_id: string;
}

export interface UnitEventMembers {
  event_id: string;
  /**
   * A from-member that passed only a part of itself to this event's to-members.
   */
  partial: Generated<boolean>;
  role: string;
  /**
   * Of a receiver of a split: the part of the giver's figures it takes. Of a partial giver of a merger: the part it gave. Null: not declared.
   */
  share: number | null;
  unit_id: string;
}

export interface UnitEvents {
  /**
   * One form or one file that was recorded as a whole. Null for packages and seed files.
   */
  act_id: string | null;
  id: string;
  kind: string;
  legal_basis: string | null;
  on_date: string;
  /**
   * Null for events that came with the packages and seed files.
   */
  recorded_at: Date | null;
  recorded_by: string | null;
  /**
   * The declared rule by which figures of a split unit are shared out, e.g. "dân số 31/12/2024".
   */
  share_basis: string | null;
}

export interface UnitGroups {
  changed_at: Date;
  changed_by: string;
  created_at: Date;
  created_by: string;
  ended_at: Date | null;
  id: string;
  name: string;
  /**
   * {kinds, under, except: {groups, units}, include}; see src/units/rules/groups.ts.
   */
  rule: Json;
  version: Generated<number>;
}

export interface UnitImports {
  applied_at: Date | null;
  applied_by: string | null;
  effective_on: string;
  file_name: string;
  id: string;
  legal_basis: string;
  /**
   * What was read from the file, cell by cell; checked again when it is applied.
   */
  rows: Json;
  uploaded_at: Date;
  uploaded_by: string;
}

export interface UnitLoads {
  added: number;
  corrected: number;
  fingerprint: string;
  /**
   * Units whose packaged facts changed but were left alone because a person has acted on them.
   */
  kept: number;
  loaded_at: Date;
}

export interface UnitNames {
  /**
   * The full name without diacritics, for search; written by src/units.
   */
  folded: string;
  full_name: string;
  name: string;
  unit_id: string;
  valid_from: string | null;
  valid_to: string | null;
}

export interface UnitParents {
  parent_id: string;
  unit_id: string;
  valid_from: string | null;
  valid_to: string | null;
}

export interface Units {
  abolished_on: string | null;
  founded_on: string | null;
  full_name: string;
  id: string;
  kind: string;
  name: string;
  territory_id: string | null;
  /**
   * The act that founded the unit was withdrawn: it never was, and no list holds it.
   */
  withdrawn_at: Date | null;
}

export interface UnitWithdrawals {
  act_id: string;
  reason: string;
  /**
   * {units, names, parents, codes} taken out, {reopened} with their span before and after; see src/units/rules/withdrawing.ts.
   */
  undone: Json;
  withdrawn_at: Date;
  withdrawn_by: string;
}

export interface Verifications {
  created_at: Date;
  expires_at: Date;
  id: string;
  identifier: string;
  updated_at: Date;
  value: string;
}

export interface VisitFindings {
  body: string;
  id: string;
  noted_at: Date;
  noted_by: string;
  quotable: Generated<boolean>;
  section_code: string | null;
  session_position: number | null;
  stance: string;
  visit_id: string;
}

export interface VisitNotices {
  announced_start: string;
  id: string;
  note: string | null;
  recorded_at: Date;
  recorded_by: string;
  sent_on: string;
  visit_id: string;
}

export interface Visits {
  campaign_id: string;
  created_at: Date;
  delegation: string | null;
  half_days: number;
  id: string;
  notice_days: number | null;
  pattern: string;
  position: number;
  starts_on: string | null;
  unit_id: string;
  window_from: string | null;
  window_to: string | null;
}

export interface VisitSessions {
  change_reason: string | null;
  confirmed_at: Date | null;
  confirmed_by: string | null;
  day_offset: number;
  half: string;
  host_choice: string | null;
  host_kind: string | null;
  position: number;
  subject: string;
  visit_id: string;
}

export interface DB {
  accepted_figures: AcceptedFigures;
  annex_table_versions: AnnexTableVersions;
  annex_tables: AnnexTables;
  article_attachments: ArticleAttachments;
  article_shares: ArticleShares;
  article_views: ArticleViews;
  articles: Articles;
  campaign_amendment_notices: CampaignAmendmentNotices;
  campaign_amendments: CampaignAmendments;
  campaign_tasks: CampaignTasks;
  campaign_templates: CampaignTemplates;
  campaigns: Campaigns;
  credentials: Credentials;
  events: Events;
  evidence: Evidence;
  feedback: Feedback;
  final_report_freezes: FinalReportFreezes;
  final_report_versions: FinalReportVersions;
  final_reports: FinalReports;
  "graphile_worker._private_job_queues": GraphileWorkerPrivateJobQueues;
  "graphile_worker._private_jobs": GraphileWorkerPrivateJobs;
  "graphile_worker._private_known_crontabs": GraphileWorkerPrivateKnownCrontabs;
  "graphile_worker._private_tasks": GraphileWorkerPrivateTasks;
  "graphile_worker.jobs": GraphileWorkerJobs;
  "graphile_worker.migrations": GraphileWorkerMigrations;
  mails: Mails;
  memberships: Memberships;
  obligation_decisions: ObligationDecisions;
  obligation_stages: ObligationStages;
  obligations: Obligations;
  people: People;
  plan_assignments: PlanAssignments;
  plan_fact_decisions: PlanFactDecisions;
  plans: Plans;
  report_kept_copies: ReportKeptCopies;
  report_kept_parts: ReportKeptParts;
  report_moves: ReportMoves;
  report_reviews: ReportReviews;
  report_section_versions: ReportSectionVersions;
  report_sections: ReportSections;
  report_uploads: ReportUploads;
  reports: Reports;
  reviewed_documents: ReviewedDocuments;
  section_readings: SectionReadings;
  sessions: Sessions;
  settings: Settings;
  submission_acceptances: SubmissionAcceptances;
  submission_returns: SubmissionReturns;
  submissions: Submissions;
  template_versions: TemplateVersions;
  templates: Templates;
  unit_aliases: UnitAliases;
  unit_codes: UnitCodes;
  unit_contacts: UnitContacts;
  unit_event_members: UnitEventMembers;
  unit_events: UnitEvents;
  unit_groups: UnitGroups;
  unit_imports: UnitImports;
  unit_loads: UnitLoads;
  unit_names: UnitNames;
  unit_parents: UnitParents;
  unit_withdrawals: UnitWithdrawals;
  units: Units;
  verifications: Verifications;
  visit_findings: VisitFindings;
  visit_notices: VisitNotices;
  visit_sessions: VisitSessions;
  visits: Visits;
}
