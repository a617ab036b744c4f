-- What comes in from outside, held back and looked at; and the numbers of cases, each of which is given once.

-- The last number that was given in a series of a year. A case that is opened gives up its number of the secret series, and no
-- other case is given it: a number in an old letter means one case for ever.
create table incident_number_given (
  series text not null check (series in ('open', 'secret')),
  year   smallint not null,
  last   integer not null check (last > 0),
  primary key (series, year)
);
grant select, insert, update on incident_number_given to varna_app;
insert into incident_number_given (series, year, last)
  select series, number_year, max(number) from history.incident where series is not null group by series, number_year;

-- Files are counted by themselves, and what comes from an address, without a person, is also counted all together.
alter table incident_intake drop constraint incident_intake_what_check;
alter table incident_intake add constraint incident_intake_what_check
  check (what in ('report', 'addition', 'file', 'wrongCode'));
alter table incident_intake add column nameless boolean not null default false;
create index incident_intake_nameless on incident_intake (what, at) where nameless;

-- A scanner that is set up and could not look: the file waits, out of everybody's reach, until it can.
alter table incident_file drop constraint incident_file_standing_check;
alter table incident_file add constraint incident_file_standing_check
  check (standing in ('clean', 'unscanned', 'waiting', 'quarantined'));
create index incident_file_waiting on incident_file (added_at) where standing = 'waiting';
