-- Systems, what information they carry, and how well they are proven to protect it.

create table system (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  lifecycle        text not null check (lifecycle in ('planned', 'acquired', 'inOperation', 'beingRetired', 'retired')),
  name             text not null,
  description      text not null default '',
  unit_id          uuid not null references unit,
  provider_kind    text not null check (provider_kind in ('internal', 'external')),
  provider_name    text not null default '',
  -- The protection level proven per aspect (null: not proven), by what evidence, when.
  proven_confidentiality smallint check (proven_confidentiality between 0 and 3),
  proven_integrity       smallint check (proven_integrity between 0 and 3),
  proven_availability    smallint check (proven_availability between 0 and 3),
  proven_traceability    smallint check (proven_traceability between 0 and 3),
  proven_by        text not null default '',
  proven_on        date,
  -- Much information together may need more protection than any part of it (ackumulering): raised, with a reason.
  raised_confidentiality smallint check (raised_confidentiality between 0 and 3),
  raised_integrity       smallint check (raised_integrity between 0 and 3),
  raised_availability    smallint check (raised_availability between 0 and 3),
  raised_traceability    smallint check (raised_traceability between 0 and 3),
  raised_reason    text not null default ''
);
create unique index system_name on system (lower(name)) where lifecycle <> 'retired';
create index system_order on system (name collate "sv-x-icu", id);
create index system_unit on system (unit_id);

create table system_information (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  system_id        uuid not null references system,
  information_id   uuid not null references information,
  ended_on         date
);
create unique index system_information_once on system_information (system_id, information_id) where ended_on is null;
create index system_information_information on system_information (information_id);

select varna.make_register('system');
select varna.make_register('system_information');

alter table appointment add foreign key (system_id) references system;
alter table handling add foreign key (system_id) references system;

create view system_face as select id, name, lifecycle, unit_id, provider_kind from system;
grant select on system_face to varna_app;
