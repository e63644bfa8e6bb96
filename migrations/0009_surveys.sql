-- Survey visits: where, when, with whom, and by when the host must know.
create table visits (
  id uuid primary key,
  campaign_id uuid not null references campaigns,
  unit_id uuid not null references units,
  position integer not null,
  pattern text not null,           -- a code of src/surveys/patterns.ts: which sessions
  half_days integer not null check (half_days > 0), -- 3 = one day and a half
  window_from date,                -- null when the plan gives no time
  window_to date,
  notice_days integer,             -- null when the plan gives no notice rule
  starts_on date,
  delegation text,
  created_at timestamptz not null,
  unique (campaign_id, unit_id)
);
create index on visits (unit_id);

create table visit_sessions (
  visit_id uuid not null references visits,
  position integer not null,
  day_offset integer not null,
  half text not null check (half in ('morning', 'afternoon')),
  subject text not null,
  host_kind text check (host_kind in ('district', 'department', 'central-department')), -- what the unit arranges; null: nothing
  host_choice text,                -- the district or department that the unit proposes
  change_reason text,              -- why the centre asked for another one
  confirmed_at timestamptz,
  confirmed_by uuid,
  primary key (visit_id, position)
);

-- A notice announces one date; when the visit moves, it must be given again.
create table visit_notices (
  id uuid primary key,
  visit_id uuid not null references visits,
  announced_start date not null,
  sent_on date not null,
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on visit_notices (visit_id);

-- What the delegation saw: notes tied to a session, which may become evidence.
create table visit_findings (
  id uuid primary key,
  visit_id uuid not null references visits,
  session_position integer,
  section_code text,
  stance text not null check (stance in ('confirms', 'differs', 'new')),
  body text not null,
  quotable boolean not null default true,
  noted_at timestamptz not null,
  noted_by uuid not null
);
create index on visit_findings (visit_id);
