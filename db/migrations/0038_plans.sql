-- Plans for incidents and for continuity (P44): what is done when a system or an activity is hit, and how work goes on without
-- it. A plan is of one system or one unit; what it says stands in its versions, and a version that has been decided is frozen.

create table plan (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  kind             text not null check (kind in ('incident', 'continuity', 'both')),
  system_id        uuid references system,
  unit_id          uuid references unit,
  -- The provision under which what the plan says is secret, such as OSL 18:8; empty when it is not.
  secrecy_provision text not null default '',
  ended_on         date,
  check (num_nonnulls(system_id, unit_id) = 1)
);
create unique index plan_once on plan (system_id, kind) where ended_on is null;
create index plan_unit on plan (unit_id) where unit_id is not null;

create table plan_version (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  plan_id          uuid not null references plan,
  number           integer not null check (number > 0),
  -- Whether a decided one is to come, in force or superseded follows from its days and those of the others.
  state            text not null check (state in ('draft', 'decided', 'discarded')),
  responsible      text not null check (responsible in ('systemOwner', 'systemMaintainer', 'manager', 'departmentHead')),
  -- Whole hours: within how long it is to work again (RTO), how much that was entered may be lost (RPO), and after how long
  -- the harm is not to be borne.
  recovery_hours       integer check (recovery_hours between 0 and 8760),
  loss_hours           integer check (loss_hours between 0 and 8760),
  longest_outage_hours integer check (longest_outage_hours between 1 and 8760),
  -- Systems that it leans on. Rows of registers are never removed, so what was there when it was written is there still.
  system_ids       uuid[] not null default '{}',
  suppliers        text[] not null default '{}',
  -- In order: what, who, when, and how without IT; who is reached, for what, and by which numbers.
  steps            jsonb not null default '[]',
  contacts         jsonb not null default '[]',
  paper_place      text not null default '',
  decided_by       text,
  decided_on       date,
  valid_from       date,
  next_review_on   date,
  unique (plan_id, number),
  check (num_nulls(decided_by, decided_on, valid_from, next_review_on) = case state when 'decided' then 0 else 4 end),
  check (valid_from >= decided_on and next_review_on > valid_from),
  check (state <> 'decided' or num_nulls(recovery_hours, loss_hours, longest_outage_hours) = 0)
);
create unique index plan_version_draft on plan_version (plan_id) where state = 'draft';

-- What has been decided, or put aside, is not written over, whatever the code lets through.
create function varna.keep_plan_version() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'plan version % is frozen', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_plan_version before update on plan_version for each row execute function varna.keep_plan_version();

-- In which order systems and activities are restored when not all can be at once. One row: a list has no ties.
create table restoration_order (
  id               uuid primary key,
  version          integer not null,
  changed_by_event uuid not null references audit_event,
  -- `system:<id>` or `unit:<id>`, the most urgent first.
  places           text[] not null
);
create unique index restoration_order_one on restoration_order ((true));

select varna.make_register('plan');
select varna.make_register('plan_version');
select varna.make_register('restoration_order');

-- What other slices may link to.
create view plan_face as
  select p.id, p.kind, p.system_id, p.unit_id, p.ended_on, coalesce(s.name, u.name) as name,
         coalesce(p.unit_id, s.unit_id) as key_unit_id
  from plan p left join system_face s on s.id = p.system_id left join unit_face u on u.id = p.unit_id;
grant select on plan_face to varna_app;
