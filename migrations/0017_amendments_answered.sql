-- An amendment reaches people: reports move to a newer template version without loss; units are told, and say that they have read.

-- The version of the template that was in force when the report was sent; its working report may move on.
alter table submissions add column template_version_id uuid references template_versions;
update submissions s set template_version_id = r.template_version_id from reports r where r.id = s.report_id;
alter table submissions alter column template_version_id set not null;

-- Each move of a working report from one template version to another.
create table report_moves (
  report_id uuid not null references reports,
  number integer not null,         -- 1, 2 … within the report
  from_version_id uuid not null references template_versions,
  to_version_id uuid not null references template_versions,
  landings jsonb not null,         -- Landing[] (src/reports/rules/moving.ts): which version of which part became which
  moved_at timestamptz not null,
  moved_by uuid not null,
  primary key (report_id, number)
);

-- What a unit wrote and the newer version no longer asks: never deleted, to be read and copied into a section.
create table report_kept_parts (
  id uuid primary key,
  report_id uuid not null references reports,
  kind text not null check (kind in ('section', 'table')),
  code text not null,
  title text not null,
  template_version_id uuid not null references template_versions, -- the version that asked for it
  content jsonb not null,          -- {body, items} of a section, {cells, unread} of a table
  kept_at timestamptz not null,
  kept_by uuid not null,
  restored_at timestamptz          -- a later version asked for it again and it went back to its place
);
create index on report_kept_parts (report_id);

create table report_kept_copies (
  part_id uuid not null references report_kept_parts,
  section_code text not null,
  copied_at timestamptz not null,
  copied_by uuid not null,
  primary key (part_id, section_code)
);

-- A part that has content and whose requirement changed: to be looked at again. Saving it, or saying so, ends it.
create table report_reviews (
  report_id uuid not null references reports,
  code text not null,              -- of a section or an annex table
  move integer not null,
  changes jsonb not null,          -- Words[]: what is asked differently
  asked_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (report_id, code, move)
);

-- Whom an amendment was told to, and when the unit said that it had read it.
create table campaign_amendment_notices (
  amendment_id uuid not null references campaign_amendments,
  unit_id uuid not null references units,
  obligation_id uuid not null references obligations,
  told_at timestamptz not null,
  mails uuid[] not null,           -- the letters; none when no address is known
  read_at timestamptz,
  read_by uuid,
  primary key (amendment_id, unit_id)
);
create index on campaign_amendment_notices (unit_id);
