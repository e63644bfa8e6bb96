-- Who may sign in (better-auth's four tables, our names), and what each person may do.
create table people (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  language text not null default 'vi' check (language in ('vi', 'en')),
  job_title text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table sessions (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on sessions (person_id);

create table credentials (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on credentials (person_id);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on verifications (identifier);

-- A role held, for one body or (unit_id null) for the whole installation. Ended rows are kept.
create table memberships (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  role text not null check (role in ('administrator', 'central-officer', 'central-reader', 'leader', 'unit-officer', 'delegation-secretary')),
  unit_id uuid references units,
  granted_at timestamptz not null,
  ended_at timestamptz,
  unique nulls not distinct (person_id, role, unit_id)
);
create index on memberships (unit_id);
