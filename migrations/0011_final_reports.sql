-- The final report: a draft whose every save is kept, and frozen versions with their figures resolved.
create table final_reports (
  id uuid primary key,
  campaign_id uuid not null unique references campaigns,
  version integer not null,
  spec jsonb not null,             -- letterhead, number, title, recipients, signature
  body jsonb not null,             -- Document with citations and live figures
  saved_at timestamptz not null,
  saved_by uuid not null
);

create table final_report_versions (
  final_report_id uuid not null references final_reports,
  version integer not null,
  spec jsonb not null,
  body jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (final_report_id, version)
);

create table final_report_freezes (
  id uuid primary key,
  final_report_id uuid not null references final_reports,
  number integer not null,         -- dự thảo 1, 2, 3 …
  version integer not null,
  spec jsonb not null,
  body jsonb not null,
  figures jsonb not null,          -- {ref: {value, text, covered, of, submissions}}
  citations jsonb not null,        -- {evidenceId: {label, unit, section, version, quote}}
  docx_key text not null,
  pdf_key text not null,
  sha256 text not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null,
  unique (final_report_id, number)
);
