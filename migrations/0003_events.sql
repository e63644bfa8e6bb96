-- The append-only record of every act: who, when, what, on what. Nothing updates or deletes a row.
create table events (
  id uuid primary key,
  seq bigint generated always as identity unique, -- the order of writing; acts of one instant keep theirs
  at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  name text not null,
  subject_type text not null,
  subject_id uuid not null,
  campaign_id uuid,
  data jsonb not null default '{}'
);
create index on events (subject_type, subject_id, at);
create index on events (campaign_id, at);
create index on events (at);

create function events_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'events are append-only';
end $$;
create trigger events_append_only before update or delete on events for each row execute function events_are_append_only();
create trigger events_no_truncate before truncate on events for each statement execute function events_are_append_only();

-- Settings an administrator may change while the platform runs (the demo clock).
create table settings (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null
);
