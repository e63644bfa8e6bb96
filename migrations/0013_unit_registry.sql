-- The registry becomes editable: acts on units with shares, groups by rule, contacts, imports, and seed facts that may be corrected.

alter table units drop constraint units_kind_check;
alter table units add constraint units_kind_check check (kind in (
  'nation', 'province', 'district', 'commune',
  'provincial-party-committee', 'central-party-committee', 'central-commission',
  'party-caucus', 'civil-affairs-committee', 'other-central', 'ministry', 'mass-organisation'));

alter table unit_events
  add column share_basis text,
  add column recorded_at timestamptz,
  add column recorded_by uuid;
comment on column unit_events.recorded_at is 'Null for events that came with the packages and seed files.';
comment on column unit_events.share_basis is 'The declared rule by which figures of a split unit are shared out, e.g. "dân số 31/12/2024".';

alter table unit_event_members add column share numeric check (share > 0 and share <= 1);
comment on column unit_event_members.share is
  'Of a receiver of a split: the part of the giver''s figures it takes. Of a partial giver of a merger: the part it gave. Null: not declared.';

create table unit_loads (
  fingerprint text primary key,
  loaded_at timestamptz not null,
  added integer not null,
  corrected integer not null,
  kept integer not null
);
comment on column unit_loads.kept is 'Units whose packaged facts changed but were left alone because a person has acted on them.';

create table unit_groups (
  id uuid primary key,
  name text not null,
  rule jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  ended_at timestamptz
);
create unique index unit_groups_by_name on unit_groups (lower(name)) where ended_at is null;
comment on column unit_groups.rule is '{kinds, under, except: {groups, units}, include}; see src/units/rules/groups.ts.';

create table unit_contacts (
  id uuid primary key,
  unit_id uuid not null references units (id),
  name text not null,
  position text,
  phone text,
  email text,
  from_on date not null,
  to_on date,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  check (to_on is null or from_on < to_on)
);
create unique index unit_contacts_open on unit_contacts (unit_id) where to_on is null;
create unique index unit_contacts_by_day on unit_contacts (unit_id, from_on);

create table unit_imports (
  id uuid primary key,
  file_name text not null,
  effective_on date not null,
  legal_basis text not null,
  rows jsonb not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null,
  applied_at timestamptz,
  applied_by uuid
);
comment on column unit_imports.rows is 'What was read from the file, cell by cell; checked again when it is applied.';

create index unit_codes_by_code on unit_codes (code);
