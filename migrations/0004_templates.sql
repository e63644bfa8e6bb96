-- What a report asks: outlines and annexes as data, one immutable row per version.
create table templates (
  id uuid primary key,
  code text not null unique,
  name text not null,
  created_at timestamptz not null
);

create table template_versions (
  id uuid primary key,
  template_id uuid not null references templates,
  version integer not null,
  outline jsonb not null,
  annex jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  unique (template_id, version)
);
