-- The log becomes a tree (RFC 6962): events get numbers, hashes are kept in tiles (C2SP tlog-tiles), heads are signed.
-- Everything of one integration (numbers, tiles, seal, checkpoint) is written by src/audit/sequencer.ts in one transaction.
-- What is durable when is told in docs/the-log.md.

-- Which leaf an event is. Numbers have no gaps; an event without one has been committed but not yet integrated.
create table audit_leaf (
  number   bigint primary key check (number >= 0),
  event_id uuid   not null unique references audit_event
);

-- Hashes of complete subtrees: entry i of tile (level, index) is the subtree of 256^level leaves that begins at leaf
-- (index * 256 + i) * 256^level. The last tile of a level grows; what it holds never changes.
create table audit_tile (
  level  smallint not null check (level between 0 and 7),
  index  bigint   not null check (index >= 0),
  hashes bytea    not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, index)
);

-- A signed head. `horizon`: every event of an older transaction was in the tree when it was signed.
create table audit_checkpoint (
  size    bigint      primary key check (size > 0),
  root    bytea       not null check (octet_length(root) = 32),
  note    text        not null,
  horizon xid8        not null,
  made_at timestamptz not null
);

-- The public keys that have signed, as C2SP verifier keys, from which size of the tree on.
create table audit_key (
  verifier_key text        primary key,
  from_size    bigint      not null,
  added_at     timestamptz not null
);

-- What each event left in the registers: one row for every version of a register row that names it. The sequencer tells
-- the tree of them (`audit.sealed`), so that a row changed behind the log's back is found.
create table audit_row (
  event_id       uuid     not null,
  register_table text     not null,
  row_id         uuid     not null,
  version        integer  not null,
  -- How many columns the table had: a column that a later migration adds is not part of the text that was hashed.
  column_count   smallint not null,
  row_hash       bytea    not null check (octet_length(row_hash) = 32),
  primary key (event_id, register_table, row_id, version)
);

create function varna.refuse_log_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log only grows (% on %)', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create function varna.tile_only_grows() returns trigger language plpgsql as $$
begin
  if new.level <> old.level or new.index <> old.index or octet_length(new.hashes) < octet_length(old.hashes)
     or substring(new.hashes for octet_length(old.hashes)) <> old.hashes then
    raise exception 'a tile only grows' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['audit_leaf', 'audit_tile', 'audit_checkpoint', 'audit_key', 'audit_row'] loop
    execute format('create trigger append_only before delete%s on %I for each row execute function varna.refuse_log_change()',
                   case when name = 'audit_tile' then '' else ' or update' end, name);
    execute format('create trigger no_truncate before truncate on %I
                    for each statement execute function varna.refuse_log_change()', name);
    execute format('grant select on %I to varna_app', name);
  end loop;
end $$;
create trigger only_grows before update on audit_tile for each row execute function varna.tile_only_grows();
grant insert on audit_leaf, audit_tile, audit_checkpoint, audit_key to varna_app;
grant update (hashes) on audit_tile to varna_app;

-- Whom or what a reading showed (`person:uuid`), so that ”what has been read about me” is a lookup.
alter table audit_event add column concerns text[] not null default '{}';
create index audit_event_concerns on audit_event using gin (concerns) where concerns <> '{}';
create index audit_event_kind on audit_event (kind, occurred_at);
create index audit_event_time on audit_event (occurred_at, id);
grant insert (concerns) on audit_event to varna_app;

-- A record's history is its own events and those of others that touched it. The first are found by `record_id`; only
-- the second need an index of arrays, which is dear to keep.
drop index audit_event_touched;
create index audit_event_also_touched on audit_event
  using gin ((array_remove(touched, register || ':' || record_id::text)))
  where array_remove(touched, register || ':' || record_id::text) <> '{}';
drop index audit_event_record;
create index audit_event_record on audit_event (record_id, occurred_at, id) where record_id is not null;

-- The salt beside its leaf, so that the trigger that hashes rows need not read the leaf again.
alter table audit_event add column salt text;
alter table audit_event disable trigger audit_event_append_only;
update audit_event set salt = leaf::jsonb->>'salt';
alter table audit_event enable trigger audit_event_append_only;
grant insert (salt) on audit_event to varna_app;

-- Gallring: the content goes, the hash and the place in the tree stay.
alter table audit_event add column erased_by uuid references audit_event;
alter table audit_event alter column leaf drop not null;
do $$
declare
  name text;
begin
  select conname into strict name from pg_constraint
    where conrelid = 'audit_event'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%leaf_hash%';
  execute format('alter table audit_event drop constraint %I', name);
end $$;
alter table audit_event add constraint audit_event_leaf_or_erased check (
  (leaf is null) = (erased_by is not null)
  and (leaf is null or leaf_hash = sha256('\x00'::bytea || convert_to(leaf, 'UTF8'))));

-- An event changes in one way only: what it told is erased, in the transaction of the event that tells of the erasure.
create function varna.refuse_event_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_by is null and new.erased_by is not null and new.leaf is null
     and old.kind not like 'audit.%' and new.actor_person is null and new.record_id is null
     and new.touched = '{}' and new.concerns = '{}' and new.salt is null
     and (new.id, new.transaction_id, new.occurred_at, new.kind, new.actor_kind, new.register, new.leaf_hash)
         = (old.id, old.transaction_id, old.occurred_at, old.kind, old.actor_kind, old.register, old.leaf_hash)
     and exists (select from audit_event e where e.id = new.erased_by and e.kind = 'audit.erased'
                 and e.transaction_id = pg_current_xact_id()) then
    return new;
  end if;
  raise exception 'audit events are never changed or removed (% on %)', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
drop trigger audit_event_append_only on audit_event;
create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function varna.refuse_event_change();

-- The app role cannot update events; this it may call, and the trigger above judges each one.
create function varna.erase_events(events uuid[], by_event uuid) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased bigint;
begin
  update audit_event set leaf = null, salt = null, actor_person = null, record_id = null, touched = '{}',
                         concerns = '{}', erased_by = by_event
    where id = any(events) and erased_by is null;
  get diagnostics erased = row_count;
  return erased;
end $$;
revoke all on function varna.erase_events(uuid[], uuid) from public;
grant execute on function varna.erase_events(uuid[], uuid) to varna_app;

create or replace function varna.event_as_its_leaf() returns trigger language plpgsql as $$
declare
  told jsonb := new.leaf::jsonb;
begin
  if told is null
     or (told->>'id')::uuid is distinct from new.id or told->>'kind' is distinct from new.kind
     or (told->>'at')::timestamptz is distinct from new.occurred_at
     or told->>'register' is distinct from new.register or (told->>'record')::uuid is distinct from new.record_id
     or told#>>'{actor,kind}' is distinct from new.actor_kind
     or (told#>>'{actor,person}')::uuid is distinct from new.actor_person
     or told->>'salt' is distinct from new.salt
     or told->'touched' is distinct from to_jsonb(new.touched)
     or coalesce(case jsonb_typeof(told->'data') when 'object' then told#>'{data,concerns}' end, '[]')
        is distinct from to_jsonb(new.concerns) then
    raise exception 'the event says something else than its leaf' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- The text of a register row that is hashed: its columns as JSON, those of a later migration left out.
create function varna.row_text(register_row jsonb, register_table text, column_count integer) returns text
language sql stable as $$
  select (register_row - 'recorded' - coalesce((
    select array_agg(a.attname::text) from (
      select attname, row_number() over (order by attnum) as place from pg_attribute
      where attrelid = format('public.%I', register_table)::regclass and attnum > 0 and not attisdropped) a
    where a.place > column_count), '{}'))::text
$$;

-- As before, and now it also says what it left. The event's salt is in the hash: once the event is erased, a row's
-- content cannot be guessed from it.
create or replace function varna.remember_row() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'iso_8601'
  set bytea_output = 'hex' as $$
declare
  at timestamptz;
  salt text;
  told jsonb := to_jsonb(new);
begin
  select e.occurred_at, e.salt into at, salt from audit_event e where e.id = new.changed_by_event;
  if tg_op = 'UPDATE' then
    execute format('update history.%I set recorded = tstzrange(lower(recorded), greatest($2, lower(recorded) + interval ''1 microsecond''))
                    where id = $1 and upper_inf(recorded) returning upper(recorded)', tg_table_name)
      into at using new.id, at;
  end if;
  execute format('insert into history.%I select tstzrange($2, null), ($1).*', tg_table_name) using new, at;
  insert into audit_row (event_id, register_table, row_id, version, column_count, row_hash)
    values (new.changed_by_event, tg_table_name, new.id, new.version,
            (select count(*) from jsonb_object_keys(told)), sha256(convert_to(salt || told::text, 'UTF8')));
  return null;
end $$;

-- What installations already hold.
set local timezone = 'UTC';
set local datestyle = 'ISO, YMD';
set local intervalstyle = 'iso_8601';
set local bytea_output = 'hex';
do $$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'history' loop
    execute format('insert into audit_row (event_id, register_table, row_id, version, column_count, row_hash)
      select h.changed_by_event, %L, h.id, h.version, (select count(*) from jsonb_object_keys(to_jsonb(h) - ''recorded'')),
             sha256(convert_to(e.salt || (to_jsonb(h) - ''recorded'')::text, ''UTF8''))
      from history.%I h join audit_event e on e.id = h.changed_by_event', name, name);
  end loop;
end $$;

-- The id that the log is named by. It was foreseen from the start and given to nobody until now.
insert into installation (id, created_at) select gen_random_uuid(), now() where not exists (select from installation);
