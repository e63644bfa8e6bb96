-- One working report per obligation; every save of a section and every submission is kept.
create table reports (
  id uuid primary key,
  obligation_id uuid not null unique references obligations,
  campaign_id uuid not null references campaigns,
  unit_id uuid not null references units,
  template_version_id uuid not null references template_versions,
  opened_at timestamptz not null,
  opened_by uuid not null
);
create index on reports (campaign_id);
create index on reports (unit_id);

-- The state of a section now. `version` is named by each save; a mismatch keeps both texts.
create table report_sections (
  report_id uuid not null references reports,
  section_code text not null,
  version integer not null,
  body jsonb not null,             -- Document (src/documents/model.ts)
  items jsonb not null default '[]', -- structured lists: shortcomings, causes, lessons, recommendations, models
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (report_id, section_code)
);

create table report_section_versions (
  report_id uuid not null references reports,
  section_code text not null,
  version integer not null,
  body jsonb not null,
  items jsonb not null default '[]',
  saved_at timestamptz not null,
  saved_by uuid not null,
  origin text not null,            -- 'typed', 'file:<upload id>', 'conflict'
  primary key (report_id, section_code, version)
);

-- An uploaded Word or Excel file, what was read in it and what was left over.
create table report_uploads (
  id uuid primary key,
  report_id uuid not null references reports,
  file_key text not null,
  file_name text not null,
  file_kind text not null check (file_kind in ('docx', 'xlsx', 'pdf')),
  size_bytes bigint not null,
  sha256 text not null,
  reading jsonb not null,          -- what was found where, leftovers, diagnostics
  applied_at timestamptz,
  applied_by uuid,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null
);
create index on report_uploads (report_id, uploaded_at);

-- A submission is an immutable copy of the whole report with its receipt.
create table submissions (
  id uuid primary key,
  report_id uuid not null references reports,
  campaign_id uuid not null references campaigns,
  unit_id uuid not null references units,
  stage text not null check (stage in ('draft', 'official')),
  version integer not null,        -- 1, 2 … within the report
  receipt_number integer not null, -- within the campaign
  content jsonb not null,          -- SubmissionContent (src/reports/rules.ts)
  sha256 text not null,            -- of the canonical JSON of content
  submitted_at timestamptz not null,
  submitted_by uuid not null,
  unique (report_id, version),
  unique (campaign_id, receipt_number)
);
create index on submissions (campaign_id, submitted_at);

-- Registered by the receiving office, returned, accepted: each a row with who and when.
create table submission_returns (
  id uuid primary key,
  submission_id uuid not null unique references submissions,
  reason text not null,
  marks jsonb not null default '[]', -- marked places: [{section, note}]
  returned_at timestamptz not null,
  returned_by uuid not null
);

-- An acceptance may be withdrawn (a slip undone) and given again; only one stands at a time.
create table submission_acceptances (
  id uuid primary key,
  submission_id uuid not null references submissions,
  accepted_at timestamptz not null,
  accepted_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text
);
create unique index on submission_acceptances (submission_id) where withdrawn_at is null;
