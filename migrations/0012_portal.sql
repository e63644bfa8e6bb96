-- The public pages: articles with attachments, feedback, shares, and counts that track nobody.
create table articles (
  id uuid primary key,
  slug text not null unique,
  kind text not null check (kind in ('plan', 'news')),
  campaign_id uuid references campaigns,
  published_on date not null,
  number text,                     -- "82-KH/BDVTW", the large line of a plan's page
  title text not null,             -- the whole title, number included
  folded text not null,            -- title and text without diacritics, for search; written by src/portal
  summary_en text,
  body jsonb not null,             -- Document
  facts jsonb not null default '[]', -- [{label: {vi, en}, value}] of the facts row
  created_at timestamptz not null,
  created_by uuid not null
);
create index on articles (published_on desc);
create index on articles (campaign_id);

create table article_attachments (
  id uuid primary key,
  article_id uuid not null references articles,
  position integer not null,
  title text not null,
  file_name text not null,
  media_type text not null,
  file_key text not null,
  size_bytes bigint not null,
  sha256 text not null,
  detail text                      -- "4 trang", "8 biểu"
);
create index on article_attachments (article_id, position);

create table article_views (
  article_id uuid not null references articles,
  day date not null,
  views integer not null,
  primary key (article_id, day)
);

create table article_shares (
  id uuid primary key,
  article_id uuid not null references articles,
  recipient_hash text not null,    -- never the address itself
  shared_at timestamptz not null
);
create index on article_shares (shared_at);

create table feedback (
  id uuid primary key,
  article_id uuid not null references articles,
  code text not null unique,
  body text not null,
  sender_name text,
  sender_contact text,
  may_publish boolean not null,
  state text not null default 'received' check (state in ('received', 'answered', 'declined')),
  answer text,
  sent_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid
);
create index on feedback (article_id, sent_at);

-- Every letter that leaves, with what became of it. Queued in the act's own transaction.
create table mails (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  queued_at timestamptz not null,
  delivered_at timestamptz,
  delivered_to text,               -- 'smtp' or the .eml file's name
  failure text,                    -- why the last attempt failed
  failed_at timestamptz,           -- set when it will not be tried again
  attempts integer not null default 0
);
