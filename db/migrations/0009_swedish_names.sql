-- Two names that differ only in å and Å are the same name, whatever rules the database itself was made with.

drop index legal_entity_name;
create unique index legal_entity_name on legal_entity (lower(name collate "sv-x-icu")) where upper_inf(valid);
drop index body_name;
create unique index body_name on body (entity_id, lower(name collate "sv-x-icu")) where upper_inf(valid);
drop index unit_name;
create unique index unit_name on unit (entity_id, coalesce(parent_id, id), lower(name collate "sv-x-icu"))
  where upper_inf(valid) and parent_id is not null;
drop index information_name;
create unique index information_name on information (unit_id, lower(name collate "sv-x-icu")) where state <> 'ended';
drop index system_name;
create unique index system_name on system (lower(name collate "sv-x-icu")) where lifecycle <> 'retired';
drop index person_source_name;
create unique index person_source_name on person_source (kind, lower(name collate "sv-x-icu")) where ended_on is null;
