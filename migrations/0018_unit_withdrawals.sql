-- A wrongly recorded act on the registry can be withdrawn, and a code means one unit on any day, whoever writes it.

alter table unit_events add column act_id uuid;
comment on column unit_events.act_id is 'One form or one file that was recorded as a whole. Null for packages and seed files.';
update unit_events e set act_id = a.id
from (select recorded_at, recorded_by, min(id::text)::uuid as id from unit_events
      where recorded_at is not null group by recorded_at, recorded_by) a
where e.recorded_at = a.recorded_at and e.recorded_by = a.recorded_by;
create index unit_events_by_act on unit_events (act_id) where act_id is not null;

alter table unit_codes add column act_id uuid;
comment on column unit_codes.act_id is 'The act that gave the code; null for packages, seed files and acts before this column.';

create table unit_withdrawals (
  act_id uuid primary key,
  reason text not null check (reason <> ''),
  undone jsonb not null,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null
);
comment on table unit_withdrawals is 'Acts that no longer count. Their events stay in unit_events, and what they had begun stays here.';
comment on column unit_withdrawals.undone is '{units, names, parents, codes} taken out, {reopened} with their span before and after; see src/units/rules/withdrawing.ts.';

alter table units add column withdrawn_at timestamptz;
comment on column units.withdrawn_at is 'The act that founded the unit was withdrawn: it never was, and no list holds it.';

-- Ranges over a 64-bit hash stand for equality, so that no extension is needed beside the built-in GiST of ranges.
alter table unit_codes add constraint unit_codes_one_bearer exclude using gist (
  int8range(hashtextextended(scheme || ' ' || code, 0), hashtextextended(scheme || ' ' || code, 0), '[]') with &&,
  daterange(valid_from, valid_to) with &&
);
