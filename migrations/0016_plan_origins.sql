-- A plan begun from an earlier campaign: its text and facts are that campaign's; what differs are decisions on them.
alter table plans add column origin_campaign_id uuid references campaigns;
create index on plans (origin_campaign_id) where origin_campaign_id is not null;
