-- Organisations through time: territories, Party committees and central bodies, with dated names, parents, codes and events.
-- Validity is half-open: valid_from is the first day, valid_to the first day no longer. Null means "unknown or open".

create table units (
  id uuid primary key,
  kind text not null check (kind in (
    'nation', 'province', 'district', 'commune',
    'provincial-party-committee', 'central-party-committee', 'central-commission',
    'party-caucus', 'civil-affairs-committee', 'other-central')),
  name text not null,
  full_name text not null,
  founded_on date,
  abolished_on date,
  territory_id uuid references units (id),
  check (founded_on is null or abolished_on is null or founded_on < abolished_on)
);
create index units_by_kind on units (kind);
create index units_by_territory on units (territory_id) where territory_id is not null;

create table unit_names (
  unit_id uuid not null references units (id),
  name text not null,
  full_name text not null,
  folded text not null,
  valid_from date,
  valid_to date,
  unique nulls not distinct (unit_id, valid_from),
  check (valid_from is null or valid_to is null or valid_from < valid_to)
);
comment on column unit_names.folded is 'The full name without diacritics, for search; written by src/units.';

create table unit_aliases (
  unit_id uuid not null references units (id),
  alias text not null,
  folded text not null,
  primary key (unit_id, alias)
);

create table unit_parents (
  unit_id uuid not null references units (id),
  parent_id uuid not null references units (id),
  valid_from date,
  valid_to date,
  unique nulls not distinct (unit_id, valid_from),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check (unit_id <> parent_id)
);
create index unit_parents_by_parent on unit_parents (parent_id);

create table unit_codes (
  unit_id uuid not null references units (id),
  scheme text not null,
  code text not null,
  valid_from date,
  valid_to date,
  unique nulls not distinct (scheme, code, valid_from),
  check (valid_from is null or valid_to is null or valid_from < valid_to)
);
create index unit_codes_by_unit on unit_codes (unit_id);

create table unit_events (
  id uuid primary key,
  kind text not null check (kind in ('establish', 'rename', 'move', 'merge', 'split', 'abolish')),
  on_date date not null,
  legal_basis text
);

create table unit_event_members (
  event_id uuid not null references unit_events (id),
  unit_id uuid not null references units (id),
  role text not null check (role in ('from', 'to')),
  partial boolean not null default false,
  primary key (event_id, unit_id, role)
);
create index unit_event_members_by_unit on unit_event_members (unit_id);
comment on column unit_event_members.partial is 'A from-member that passed only a part of itself to this event''s to-members.';
