-- The audit log's events, and the one mechanism by which every register is guarded and remembered.
-- Two roles: the owner (who runs this file) migrates; varna_app serves requests and can only add events.

create schema history;
create schema varna;

create table audit_event (
  id             uuid        primary key,
  -- Which transaction wrote it. A register row may only name an event of its own transaction (trigger below).
  transaction_id xid8        not null default pg_current_xact_id(),
  occurred_at    timestamptz not null,
  kind           text        not null,
  actor_kind     text        not null,
  actor_person   uuid,
  register       text        not null,
  record_id      uuid,
  -- Every record the event changed, 'register:uuid', also in other registers.
  touched        text[]      not null default '{}',
  -- The leaf: canonical JSON with its salt (src/kernel/audit/leaf.ts), and its RFC 6962 hash.
  leaf           text        not null,
  leaf_hash      bytea       not null check (leaf_hash = sha256('\x00'::bytea || convert_to(leaf, 'UTF8')))
);
create index audit_event_transaction on audit_event (transaction_id);
create index audit_event_record on audit_event (record_id, occurred_at);
create index audit_event_touched on audit_event using gin (touched);

create function varna.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit events are never changed or removed (% on %)', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function varna.refuse_change();
create trigger audit_event_no_truncate before truncate on audit_event
  for each statement execute function varna.refuse_change();

-- Before a register row is written: it must name an event made in this very transaction, and move one version on.
create function varna.guard_row() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'rows of % end, they are not removed', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from audit_event e
                 where e.id = new.changed_by_event and e.transaction_id = pg_current_xact_id()) then
    raise exception 'a change of % without its event in the same transaction', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' and new.version <> 1 then
    raise exception 'a new row of % starts at version 1', tg_table_name using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and (new.id <> old.id or new.version <> old.version + 1) then
    raise exception 'a row of % keeps its id and moves one version at a time', tg_table_name
      using errcode = 'serialization_failure';
  end if;
  return new;
end $$;

-- After: remember the version. `recorded` is when the installation knew it, from the event's own time, so that all
-- rows of one change begin together. A clock set back never makes an empty or inverted period.
create function varna.remember_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at timestamptz;
begin
  select e.occurred_at into at from audit_event e where e.id = new.changed_by_event;
  if tg_op = 'UPDATE' then
    execute format('update history.%I set recorded = tstzrange(lower(recorded), greatest($2, lower(recorded) + interval ''1 microsecond''))
                    where id = $1 and upper_inf(recorded) returning upper(recorded)', tg_table_name)
      into at using new.id, at;
  end if;
  execute format('insert into history.%I select tstzrange($2, null), ($1).*', tg_table_name) using new, at;
  return null;
end $$;

-- Makes a table a register: guarded, remembered, readable and writable by the app but never deletable.
-- The table has columns id uuid primary key, version integer, changed_by_event uuid references audit_event.
create function varna.make_register(name text) returns void language plpgsql as $$
begin
  -- `recorded` comes first, so that a later migration can add a column at the end of both tables.
  execute format('create table history.%I (recorded tstzrange not null, like public.%I)', name, name);
  execute format('create unique index %I on history.%I (id) where upper_inf(recorded)', name || '_open', name);
  execute format('create index %I on history.%I (id, version)', name || '_by_version', name);
  execute format('create trigger guard before insert or update or delete on public.%I
                  for each row execute function varna.guard_row()', name);
  execute format('create trigger remember after insert or update on public.%I
                  for each row execute function varna.remember_row()', name);
  execute format('create trigger no_truncate before truncate on public.%I
                  for each statement execute function varna.refuse_change()', name);
  execute format('grant select, insert, update on public.%I to varna_app', name);
  execute format('grant select on history.%I to varna_app', name);
end $$;

-- Adds a column to a register and to its history alike: select varna.extend_register('unit', 'colour text').
create function varna.extend_register(name text, definition text) returns void language plpgsql as $$
begin
  execute format('alter table public.%I add column %s', name, definition);
  execute format('alter table history.%I add column %s', name, definition);
end $$;

-- A retried request does not act twice: the answer of the first is kept with the key (kernel/run.ts).
create table idempotency_key (
  key          text        not null,
  credential   text        not null,
  action       text        not null,
  request_hash bytea       not null,
  answer       jsonb       not null,
  created_at   timestamptz not null,
  primary key (credential, key)
);
create index idempotency_key_age on idempotency_key (created_at);

-- One row: facts of this installation that are not a register. The id is the log's origin and never changes.
create table installation (
  id               uuid primary key,
  only_one         boolean not null default true unique check (only_one),
  created_at       timestamptz not null
);

grant usage on schema public, history, varna to varna_app;
grant select, insert on audit_event to varna_app;
grant select, insert, delete on idempotency_key to varna_app;
grant select on installation to varna_app;
