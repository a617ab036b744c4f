-- The log as it is read: what somebody has done, newest first, however large the log is.
create index audit_event_person on audit_event (actor_person, occurred_at, id) where actor_person is not null;

-- How many events have been erased, without looking at those that have not.
create index audit_event_erased on audit_event (erased_by) where erased_by is not null;

-- A record's history is what changed it. What only looked at it, or tried and was refused, can be a hundred times as
-- much and must not have to be walked past: each kind of event has an index of its own, and stands in one of them.
drop index audit_event_record;
create index audit_event_changed on audit_event (record_id, occurred_at, id)
  where record_id is not null and touched <> '{}';
create index audit_event_unchanged on audit_event (record_id, occurred_at, id)
  where record_id is not null and touched = '{}';
