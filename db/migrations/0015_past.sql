-- The registers as they were: a schema in which every register and every view of registers has its own name, and holds
-- what was recorded at the instant that `varna.as_of` says. A question that puts it first in its search path is answered
-- as of then, whatever store it goes through: stores name their tables without a schema. Tables that are no registers
-- (accounts, sessions, the log) are not here, and are found in public as they are now.

-- Makes the schema from the catalogue. src/kernel/migrate.ts calls it after every migration, so that whoever adds a
-- register need not remember the past.
create function varna.make_past() returns void language plpgsql set search_path = public as $$
declare
  made record;
  is_more boolean;
begin
  drop schema if exists past cascade;
  create schema past;
  grant usage on schema past to varna_app;
  -- A register: the versions that were the valid ones. Asked without an instant, it is an error, not an empty answer.
  for made in
    select h.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class h join pg_attribute a on a.attrelid = format('public.%I', h.relname)::regclass
    where h.relnamespace = 'history'::regnamespace and h.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    group by h.relname
  loop
    -- Without it a list as of then tries every version that any row has had. It costs a write some 40 microseconds.
    execute format('create index if not exists %I on history.%I using gist (recorded)', made.name || '_recorded', made.name);
    execute format('create view past.%I as select %s from history.%I
                    where recorded @> current_setting(''varna.as_of'')::timestamptz', made.name, made.columns, made.name);
  end loop;
  -- A view: the same words, read where the past comes first. One that looks at another is made after it.
  loop
    is_more := false;
    for made in
      select c.relname as name, pg_get_viewdef(c.oid) as definition
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
        and to_regclass(format('past.%I', c.relname)) is null
        and not exists (
          select from pg_rewrite r
            join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
            join pg_class other on other.oid = d.refobjid and other.relkind = 'v' and other.oid <> c.oid
          where r.ev_class = c.oid and to_regclass(format('past.%I', other.relname)) is null)
    loop
      perform set_config('search_path', 'past, public', true);
      execute format('create view past.%I as %s', made.name, made.definition);
      perform set_config('search_path', 'public', true);
      is_more := true;
    end loop;
    exit when not is_more;
  end loop;
  grant select on all tables in schema past to varna_app;
end $$;
revoke all on function varna.make_past() from public;
