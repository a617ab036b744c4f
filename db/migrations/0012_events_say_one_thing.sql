-- An event's columns say what its leaf says, and nobody but the database says which transaction it belongs to.

revoke insert on audit_event from varna_app;
grant insert (id, occurred_at, kind, actor_kind, actor_person, register, record_id, touched, leaf, leaf_hash)
  on audit_event to varna_app;

create function varna.event_as_its_leaf() returns trigger language plpgsql as $$
declare
  told jsonb := new.leaf::jsonb;
begin
  if (told->>'id')::uuid is distinct from new.id or told->>'kind' is distinct from new.kind
     or (told->>'at')::timestamptz is distinct from new.occurred_at
     or told->>'register' is distinct from new.register or (told->>'record')::uuid is distinct from new.record_id then
    raise exception 'the event says something else than its leaf' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger audit_event_as_its_leaf before insert on audit_event
  for each row execute function varna.event_as_its_leaf();
