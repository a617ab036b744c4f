-- What rights by office are worked out from, and an end for what never began.

-- An appointment that is withdrawn before its first day holds for no day at all: its period is empty. Then it stands in
-- nobody's way (the exclusion constraints see no overlap) and is in no face; the period it had is in its history.
alter table appointment drop constraint appointment_valid_check;

-- Two sources of the same kind of person with one name could not be told apart.
create unique index person_source_name on person_source (kind, lower(name)) where ended_on is null;

-- The default-owner table in force, for the rights that follow from it (P28).
create view default_owner_face as
  select id, area, name, holder, office, unit_id from default_owner where ended_on is null;

-- Where persons come from, for the slice that keeps the persons.
create view person_source_face as select id, kind, name, ended_on from person_source;

-- Which source each person came from, for counting them.
create view person_of_source_face as
  select id, source_id, lower(valid) as valid_from, upper(valid) as valid_before from person where source_id is not null;
create index person_source_id on person (source_id) where source_id is not null;

grant select on default_owner_face, person_source_face, person_of_source_face to varna_app;
