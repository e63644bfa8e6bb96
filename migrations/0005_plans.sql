-- A plan's text as received, what the compiler read in it, and what a person decided about each fact.
create table plans (
  id uuid primary key,
  source_name text not null,
  source_text text not null,
  source_file text,                -- key of the stored upload, null when pasted
  compiled jsonb not null,         -- CompiledPlan without its text
  created_at timestamptz not null,
  created_by uuid not null
);

-- One row per decision; the latest per pointer stands. Nothing is overwritten, so every slip can be undone.
create table plan_fact_decisions (
  id uuid primary key,
  plan_id uuid not null references plans,
  pointer text not null,
  decision text not null check (decision in ('confirmed', 'edited', 'dropped', 'reopened')),
  value jsonb,
  decided_at timestamptz not null,
  decided_by uuid not null,
  -- The order in which decisions came, also at one instant of the clock.
  position bigint not null generated always as identity
);
create index on plan_fact_decisions (plan_id, pointer, position);

-- M2 is a list of unit and own title, which the text of the plan does not hold; the officer gives it.
create table plan_assignments (
  id uuid primary key,
  plan_id uuid not null references plans,
  template_code text not null,
  unit_id uuid not null references units,
  title text,
  position integer not null,       -- in the officer's list
  added_at timestamptz not null,
  added_by uuid not null,
  unique (plan_id, template_code, unit_id)
);
