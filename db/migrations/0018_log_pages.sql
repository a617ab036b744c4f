-- The log as it is read: what somebody has done, newest first, however large the log is.
create index audit_event_person on audit_event (actor_person, occurred_at, id) where actor_person is not null;

-- How many events have been erased, without looking at those that have not.
create index audit_event_erased on audit_event (erased_by) where erased_by is not null;
