-- What was changed in a campaign after its plan was issued: one row per act, with each unit's old and new.
create table campaign_amendments (
  id uuid primary key,
  campaign_id uuid not null references campaigns,
  number integer not null,         -- 1, 2 … within the campaign
  change jsonb not null,           -- Change (src/campaigns/amendments.ts)
  touched jsonb not null,          -- Touched[]: who was touched, old and new in both languages
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  unique (campaign_id, number)
);
