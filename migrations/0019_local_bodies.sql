-- A plan of a province or a commune gives reports to its own departments and associations: the registry can hold them.
alter table units drop constraint units_kind_check;
alter table units add constraint units_kind_check check (kind in (
  'nation', 'province', 'district', 'commune',
  'provincial-party-committee', 'central-party-committee', 'central-commission',
  'party-caucus', 'civil-affairs-committee', 'other-central', 'ministry', 'mass-organisation', 'local-body'));
