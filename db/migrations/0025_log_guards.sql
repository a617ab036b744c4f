-- What guards the log finds its own tables, however the one who asks has set her search path: a temporary table of hers
-- named audit_event would otherwise be looked at first, and vouch for whatever she writes.
alter function varna.guard_row() set search_path = public, pg_temp;
alter function varna.refuse_change() set search_path = public, pg_temp;
alter function varna.refuse_log_change() set search_path = public, pg_temp;
alter function varna.tile_only_grows() set search_path = public, pg_temp;
alter function varna.event_as_its_leaf() set search_path = public, pg_temp;

-- As before, and now also: the rules of gallring and what is not a year old stay, whoever asks. No rule keeps less than twelve
-- months (0019); a few days less here, so that no calendar stands in the way.
create or replace function varna.refuse_event_change() returns trigger language plpgsql
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.erased_by is null and new.erased_by is not null and new.leaf is null
     and old.kind not like 'audit.%' and old.kind not like 'retentionRule.%'
     and new.actor_person is null and new.record_id is null
     and new.touched = '{}' and new.concerns = '{}' and new.salt is null
     and (new.id, new.transaction_id, new.occurred_at, new.kind, new.actor_kind, new.register, new.leaf_hash)
         = (old.id, old.transaction_id, old.occurred_at, old.kind, old.actor_kind, old.register, old.leaf_hash)
     and exists (select from audit_event e where e.id = new.erased_by and e.kind = 'audit.erased'
                 and e.transaction_id = pg_current_xact_id() and e.occurred_at > old.occurred_at + interval '360 days') then
    return new;
  end if;
  raise exception 'audit events are never changed or removed (% on %)', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
