-- Whoever keeps the log's head where the database's owner does not reach; what each of them was given and answered; and how
-- the log came out of each verification. All are registers, so that a clause can be judged as of an earlier day.
create table witness (
  id               uuid      primary key,
  version          integer   not null,
  changed_by_event uuid      not null references audit_event,
  kind             text      not null check (kind in ('email', 'folder', 'https', 'public')),
  name             text      not null check (name <> ''),
  contact          text      not null,
  addresses        text[]    not null check ((cardinality(addresses) > 0) = (kind = 'email')),
  folder           text      check ((folder is not null) = (kind = 'folder')),
  url              text      check ((url is not null) = (kind = 'https')),
  schedule         text      not null check (schedule in ('hourly', 'daily', 'weekly')),
  -- A C2SP verifier key of type 4; null for a witness that does not cosign.
  verifier_key     text,
  valid            daterange not null check (not isempty(valid))
);
select varna.make_register('witness');
create unique index witness_name on witness (lower(name collate "sv-x-icu")) where upper_inf(valid);
-- Our own public page is there from the first start, once.
create unique index witness_public on witness (kind) where kind = 'public';

create table witness_delivery (
  id               uuid        primary key,
  version          integer     not null,
  changed_by_event uuid        not null references audit_event,
  witness_id       uuid        not null references witness,
  -- What was given: kept here too, so that another root for the same size is found whatever happens to the tree.
  size             bigint      not null check (size > 0),
  root             bytea       not null check (octet_length(root) = 32),
  -- Which try in a row this is; 1 after one that went well.
  attempt          integer     not null check (attempt > 0),
  outcome          text        not null check (outcome in ('queued', 'delivered', 'failed', 'inconsistent')),
  detail           text,
  answer           text        not null,
  mails            uuid[]      not null,
  delivered_at     timestamptz not null
);
select varna.make_register('witness_delivery');
create index witness_delivery_newest on witness_delivery (witness_id, delivered_at desc, id desc);
create index witness_delivery_queued on witness_delivery (id) where outcome = 'queued';
create index witness_delivery_then on history.witness_delivery (witness_id, delivered_at desc);

create table witness_cosignature (
  id               uuid        primary key,
  version          integer     not null,
  changed_by_event uuid        not null references audit_event,
  witness_id       uuid        not null references witness,
  size             bigint      not null check (size > 0),
  -- The time that the witness signed.
  cosigned_at      timestamptz not null,
  line             text        not null,
  received_at      timestamptz not null
);
select varna.make_register('witness_cosignature');
create unique index witness_cosignature_once on witness_cosignature (witness_id, line);
create index witness_cosignature_newest on witness_cosignature (witness_id, cosigned_at desc);

create table log_verification (
  id               uuid        primary key,
  version          integer     not null,
  changed_by_event uuid        not null references audit_event,
  requested_at     timestamptz not null,
  -- Who asked; null when it was the daily one.
  requested_by     uuid,
  -- Null until it is done.
  verified_at      timestamptz,
  size             bigint,
  root             bytea,
  is_whole         boolean,
  erased           bigint,
  finding_count    integer     not null default 0,
  findings         jsonb       not null default '[]',
  check ((verified_at is null) = (is_whole is null))
);
select varna.make_register('log_verification');
create unique index log_verification_waiting on log_verification ((verified_at is null)) where verified_at is null;
create index log_verification_newest on log_verification (verified_at desc);
