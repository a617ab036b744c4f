-- How each demand is proposed to be followed up: in which way, by whom, and why. Empty where a person has said so, or nothing is
-- proposed. `proposed` holds the clauses, and holds them alone for what was read in before this.

select varna.extend_register('sentence', 'proposed_way text');
select varna.extend_register('sentence', 'proposed_office text');
select varna.extend_register('sentence', 'proposed_reason text');
select varna.extend_register('sentence', 'proposed_words text[] not null default ''{}''');
select varna.extend_register('sentence', 'proposed_strong boolean not null default false');

alter table sentence add check (proposed_way in ('clauses', 'attest', 'aside'));
alter table sentence add check (proposed_way is distinct from 'attest' or proposed_office is not null);
alter table sentence add check (proposed_way is distinct from 'aside' or proposed_reason is not null);

-- There is one policy at a time; two that were read in side by side would both be it.
create unique index document_one_policy on document (kind) where kind = 'policy' and ended_on is null;
