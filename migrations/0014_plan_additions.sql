-- An officer may add a fact that the compiler did not read: a decision like the others, with the words it stands on.
alter table plan_fact_decisions drop constraint plan_fact_decisions_decision_check;
alter table plan_fact_decisions add constraint plan_fact_decisions_decision_check
  check (decision in ('confirmed', 'edited', 'dropped', 'reopened', 'added'));
comment on column plan_fact_decisions.value is
  'The fact''s new value, for an edit; {fact, span, binds} for an addition.';
