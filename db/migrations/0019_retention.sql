-- Gallring of the log: how long the content of each family of events is kept, and what has been erased.
-- How an event is erased, and what stays of it, is in 0013; which kinds a family has, in src/audit/families.ts.

create table retention_rule (
  id               uuid    primary key,
  version          integer not null,
  changed_by_event uuid    not null references audit_event,
  family           text    not null,
  -- Ten years at least for changes: with a change's content goes the proof of the rows that it left.
  months           integer not null check (months between 12 and 1200 and (family <> 'changes' or months >= 120)),
  decision         text    not null,
  valid_from       date    not null,
  note             text    not null,
  ended_on         date
);
create unique index retention_rule_family on retention_rule (family) where ended_on is null;
select varna.make_register('retention_rule');

-- What each `audit.erased` erased, so that what is gone can be told without reading the lists of it.
create table audit_erasure (
  event_id uuid        primary key references audit_event,
  rule_id  uuid        not null references retention_rule,
  family   text        not null,
  decision text        not null,
  erased   integer     not null check (erased > 0),
  at       timestamptz not null
);
create index audit_erasure_at on audit_erasure (at, rule_id);
create trigger append_only before update or delete on audit_erasure
  for each row execute function varna.refuse_log_change();
create trigger no_truncate before truncate on audit_erasure
  for each statement execute function varna.refuse_log_change();
grant select, insert on audit_erasure to varna_app;

-- What has content left, kind by kind: the sweep never walks past what it has erased before.
create index audit_event_whole on audit_event (kind, occurred_at) where erased_by is null;
