-- Publishing: which documents the public may read, what is seen at the places where the policy is published, and the other
-- sites that are trusted with something.

-- Null while nobody has said otherwise than the kind does (src/governance/documents/openness.ts).
select varna.extend_register('document', 'is_open boolean');
alter table document add constraint document_policy_is_open check (kind <> 'policy' or is_open is not false);

-- A document's public address ends with the last ten digits of its id (src/governance/publication/public-address.ts).
create index document_code on document (right(id::text, 10));

-- What the latest check of a place found: an outcome, the answer's status, how many of the sentences stood there and the first
-- that did not, against which text it was held, and since when somebody waits for a check.
select varna.extend_register('publication_place', 'outcome text');
select varna.extend_register('publication_place', 'status smallint');
select varna.extend_register('publication_place', 'sentences integer');
select varna.extend_register('publication_place', 'found integer');
select varna.extend_register('publication_place', 'first_missing integer');
select varna.extend_register('publication_place', 'checked_against text');
select varna.extend_register('publication_place', 'requested_at timestamptz');
alter table publication_place add constraint publication_place_counted check (
  (sentences is null) = (found is null) and (found is null or found between 0 and sentences)
  and (first_missing is null or first_missing between 1 and sentences));

-- Sites that may show our pages within their own, and hosts within the house that may be read by the self-test.
create table allowed_site (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  kind             text not null check (kind in ('embedding', 'internal')),
  site             text not null,
  reason           text not null,
  ended_on         date
);
create unique index allowed_site_once on allowed_site (kind, site) where ended_on is null;
select varna.make_register('allowed_site');
