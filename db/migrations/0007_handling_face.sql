-- Where information is handled, for slices that must not leave a declared handling pointing at nothing.
create view handling_face as
  select id, information_id, activity, carrier, system_id from handling where ended_on is null;
create index handling_system on handling (system_id) where system_id is not null;
grant select on handling_face to varna_app;
