-- Reports by mail, and the word of a new report to those who look at it first.

-- Whether mail is read, and where in the mailbox. The mailbox itself, with its password, is said by whoever runs the installation.
create table mail_intake (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  is_on            boolean not null,
  folder           text not null check (folder ~ '\S'),
  -- Where letters go that have been taken; empty: they stay.
  done_folder      text not null,
  -- Letters that came before are left alone: a mailbox has a past.
  since            timestamptz not null,
  reason           text not null
);
select varna.make_register('mail_intake');

-- A letter that has been looked at, by its place in the mailbox. A book of what was done and no register: what came of it is the case, and
-- is told to the log. What a letter said is not here.
create table incoming_letter (
  id             uuid primary key,
  folder         text not null,
  -- A place in a mailbox is its folder's validity and a number within it (RFC 9051, 2.3.1.1).
  uid_validity   bigint not null,
  uid            bigint not null,
  -- The letter itself, wherever it lies: the same one delivered twice is taken once. Keyed, so that it tells nothing.
  key_hash       bytea not null,
  received_at    timestamptz not null,
  settled_at     timestamptz not null,
  -- Who is said to have sent it; forgotten after a month.
  sender         text not null,
  outcome        text not null check (outcome in ('report', 'addition', 'again', 'aside')),
  -- Why it was set aside; empty where it was not.
  reason         text not null,
  incident_id    uuid references incident,
  -- The case that it spoke of by a code that was not its sender's to use.
  points_at      uuid references incident,
  files_refused  integer not null,
  is_answered    boolean not null,
  -- The mailbox has been told.
  is_marked      boolean not null default false,
  constraint incoming_letter_place unique (folder, uid_validity, uid)
);
create unique index incoming_letter_once on incoming_letter (key_hash) where outcome <> 'again';
create index incoming_letter_sender on incoming_letter (sender, settled_at);
create index incoming_letter_time on incoming_letter (settled_at, id);
grant select, insert, update on incoming_letter to varna_app;

-- How the latest look at the mailbox went: one row.
create table mail_intake_look (
  only_row  boolean primary key default true check (only_row),
  looked_at timestamptz not null,
  outcome   text not null
);
grant select, insert, update on mail_intake_look to varna_app;

-- That those who triage have been told of a report: once for each, in the transaction that queues the mails.
create table incident_notice (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  incident_id      uuid not null references incident,
  told_at          timestamptz not null,
  constraint incident_notice_once unique (incident_id)
);
select varna.make_register('incident_notice');
create index incident_notice_time on incident_notice (told_at);

-- Which offices are told; who holds them that day is found when it is sent.
select varna.extend_register('incident_setting',
  'notice_to text[] not null default ''{informationSecurityCoordinator,securityCoordinator}''');
