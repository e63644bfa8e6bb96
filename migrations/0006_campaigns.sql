-- A review campaign: made in one act from a plan; what each body owes, and by when.
create table campaigns (
  id uuid primary key,
  plan_id uuid not null references plans,
  slug text not null unique,
  name text not null,
  kind text not null check (kind in ('interim', 'final')),
  plan_symbol text not null,
  issuer text not null,
  issued_on date,
  receiving_office text,
  synthesis_due_on date,
  cutoff_on date,
  created_at timestamptz not null,
  created_by uuid not null
);

create table reviewed_documents (
  campaign_id uuid not null references campaigns,
  position integer not null,
  symbol text not null,
  dated_on date,
  issuer text,
  period_from integer,
  period_to integer,
  primary key (campaign_id, position)
);

create table campaign_templates (
  campaign_id uuid not null references campaigns,
  template_code text not null,
  template_version_id uuid not null references template_versions,
  applies_to text not null,        -- the words of the plan
  primary key (campaign_id, template_code)
);

-- One obligation per unit: one template, one report. M2 carries the unit's own title.
create table obligations (
  id uuid primary key,
  campaign_id uuid not null references campaigns,
  unit_id uuid not null references units,
  template_code text not null,
  template_version_id uuid not null references template_versions,
  title text not null,
  surveyed boolean not null default false,
  created_at timestamptz not null,
  unique (campaign_id, unit_id)
);
create index on obligations (unit_id);

-- The artefacts an obligation asks for: a draft (surveyed units) and an official report, each with its own date.
create table obligation_stages (
  obligation_id uuid not null references obligations,
  stage text not null check (stage in ('draft', 'official')),
  printed_on date not null,        -- the date as the plan prints it
  inclusive boolean not null,      -- false: "trước ngày", so the last day is the one before
  due_on date not null,            -- the last day on which it is in time
  wording text not null,
  primary key (obligation_id, stage)
);

-- Extension, exemption and exclusion are decisions with a reason; one row each.
create table obligation_decisions (
  id uuid primary key,
  obligation_id uuid not null references obligations,
  kind text not null check (kind in ('extension', 'exemption', 'exclusion', 'secret-channel')),
  stage text,
  due_on date,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  withdrawn_at timestamptz,        -- a slip is withdrawn, never erased
  withdrawn_by uuid
);
create index on obligation_decisions (obligation_id);

-- The plan's own tasks (lead, supporting) as a checklist.
create table campaign_tasks (
  id uuid primary key,
  campaign_id uuid not null references campaigns,
  position integer not null,
  lead text not null,
  supporting text[] not null,
  what text not null,
  due_on date,
  done_at timestamptz,
  done_by uuid
);
create index on campaign_tasks (campaign_id, position);
