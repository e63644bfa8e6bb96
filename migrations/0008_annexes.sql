-- Numeric tables. The draft keeps every cell with its source; accepted figures are arrays, for fast roll-up.
create table annex_tables (
  report_id uuid not null references reports,
  table_code text not null,
  version integer not null,
  cells jsonb not null,            -- {"B3.01": {"2019": {"value": 24} | {"reason": "none-arose"}, with "source"}}
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (report_id, table_code)
);

create table annex_table_versions (
  report_id uuid not null references reports,
  table_code text not null,
  version integer not null,
  cells jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  origin text not null,
  primary key (report_id, table_code, version)
);

-- One row per accepted report, table and column (year); the position of an indicator is its index in the table's version.
create table accepted_figures (
  campaign_id uuid not null references campaigns,
  unit_id uuid not null references units,
  submission_id uuid not null references submissions,
  table_code text not null,
  column_code text not null,
  figures float8[] not null,       -- null where the unit gave a reason instead of a number
  primary key (campaign_id, table_code, column_code, unit_id)
);
create index on accepted_figures (submission_id);
