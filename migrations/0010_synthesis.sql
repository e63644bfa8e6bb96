-- Evidence: a passage of a submission, or a finding of a visit, picked to be cited.
create table evidence (
  id uuid primary key,
  campaign_id uuid not null references campaigns,
  unit_id uuid not null references units,
  submission_id uuid references submissions,
  section_code text,
  block_id text,
  finding_id uuid references visit_findings,
  quote text not null,
  stance text not null default 'supports' check (stance in ('supports', 'differs')),
  quotable boolean not null default true,
  picked_at timestamptz not null,
  picked_by uuid not null,
  check ((submission_id is null) <> (finding_id is null))
);
create index on evidence (campaign_id, section_code);

-- Who has read which section of which submission.
create table section_readings (
  submission_id uuid not null references submissions,
  section_code text not null,
  reader_id uuid not null,
  read_at timestamptz not null,
  primary key (submission_id, section_code, reader_id)
);
