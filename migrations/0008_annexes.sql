-- Numeric tables. The draft keeps every cell with its source; accepted figures are arrays, for fast roll-up.
create table annex_tables (
  report_id uuid not null references reports,
  table_code text not null,
  version integer not null,
  cells jsonb not null,            -- {"B3.01": {"2019": {"value": 24} | {"reason": "none-arose"}, with "source"}}
  unread jsonb not null default '{}', -- what was typed but is not a number or a reason: {"B3.06": {"2021": "4l2"}}
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (report_id, table_code)
);

create table annex_table_versions (
  report_id uuid not null references reports,
  table_code text not null,
  version integer not null,
  cells jsonb not null,
  unread jsonb not null default '{}',
  saved_at timestamptz not null,
  saved_by uuid not null,
  origin text not null,            -- 'typed', 'file:<upload id>', or 'conflict' for one kept aside
  primary key (report_id, table_code, version)
);

-- One row per accepted report, table and column (year). The three arrays run side by side; derived indicators are left out.
create table accepted_figures (
  campaign_id uuid not null references campaigns,
  unit_id uuid not null references units,
  submission_id uuid not null references submissions,
  table_code text not null,
  column_code text not null,
  indicators text[] not null,      -- "B3.01", in the order of the table's version
  figures float8[] not null,       -- null where the unit gave a reason instead of a number
  reasons text[] not null,         -- null where it gave a number
  primary key (campaign_id, table_code, column_code, unit_id)
);
create index on accepted_figures (submission_id);
