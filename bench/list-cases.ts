/** A page of a list, and the same page as somebody would write it by hand for this question alone. */
export interface ListCase {
  readonly view: string;
  readonly query: Readonly<Record<string, string>>;
  /** `$1` is today; `$2`, where there is one, `parameter`. Answers `id` first. */
  readonly page: string;
  readonly count: string;
  readonly parameter?: string;
}

const stands = (alias: string): string =>
  `${alias}.valid_from <= $1::date and (${alias}.valid_before is null or ${alias}.valid_before > $1::date)`;

/** Today's owner of information: appointed for it, else by the default-owner table. */
const informationOwner = `left join lateral (
    select a.person_id, a.person_name from appointment_face a
    where a.scope_id = i.id and a.office = 'informationOwner' and not a.deputy and ${stands('a')} limit 1) own on true
  left join default_owner d on d.area = i.area and d.ended_on is null and own.person_id is null
  left join lateral (
    select a.person_id, a.person_name from appointment_face a where not a.deputy and ${stands('a')} and case d.holder
        when 'office' then a.office = d.office and a.scope = 'municipality'
        when 'unitManager' then a.scope_id = d.unit_id and a.office in ('manager', 'departmentHead')
        else a.scope_id = i.unit_id and a.office in ('manager', 'departmentHead') end limit 1) byrule on d.id is not null`;

const information = (where: string, order: string, offset = 0): string => `
  select i.*, coalesce(own.person_id, byrule.person_id) as owner, coalesce(own.person_name, byrule.person_name) as owner_name
  from (
    select i.id, i.name, i.state, i.unit_id, u.name as unit_name, i.area, i.personal_data, c.confidentiality,
      c.integrity, c.availability, c.traceability, c.next_review_on
    from information i join unit u on u.id = i.unit_id left join classification c on c.id = i.classification_id
    where i.state <> 'ended' and ${where} order by ${order}, i.id limit 50 offset ${offset}) i ${informationOwner}`;
const informationCount = (where: string): string =>
  `select count(*) as total from information i where i.state <> 'ended' and ${where}`;

const carried = `left join lateral (
    select max(c.confidentiality) as confidentiality, max(c.integrity) as integrity, max(c.availability) as availability,
      max(c.traceability) as traceability
    from system_information t join information i on i.id = t.information_id and i.state = 'active'
    left join classification c on c.id = i.classification_id
    where t.system_id = s.id and t.ended_on is null) needed on true`;
const system = (where: string, order: string): string => `
  select s.*, o.person_id as owner, o.person_name as owner_name, needed.* from (
    select s.id, s.name, s.lifecycle, s.unit_id, u.name as unit_name, s.provider_kind, s.provider_name, s.proven_on,
      s.proven_confidentiality, s.proven_integrity, s.proven_availability, s.proven_traceability,
      s.raised_confidentiality, s.raised_integrity, s.raised_availability, s.raised_traceability
    from system s join unit u on u.id = s.unit_id
    where s.lifecycle <> 'retired' and ${where} order by ${order}, s.name collate "sv-x-icu", s.id limit 50) s
  left join appointment_face o on o.scope_id = s.id and o.office = 'systemOwner' and not o.deputy and ${stands('o')} ${carried}`;
const systemCount = (where: string): string =>
  `select count(*) as total from system s where s.lifecycle <> 'retired' and ${where}`;

const here = `not (p.valid << daterange($1::date, null))`;
const person = (where: string, order: string): string => `
  select p.*, array(select distinct a.office from appointment_face a where a.person_id = p.id and ${stands('a')}) as offices
  from (
    select p.id, p.kind, p.given_name, p.family_name, p.email, p.organisation, p.unit_id, u.name as unit_name,
      lower(p.valid) as "from", upper(p.valid) - 1 as until
    from person p left join unit u on u.id = p.unit_id where ${here} and ${where}
    order by ${order}, p.family_name collate "sv-x-icu", p.given_name collate "sv-x-icu", p.id limit 50) p`;
const personCount = (where: string): string =>
  `select count(*) as total from person p where ${here} and ${where}`;

const unit = (where: string): string => `
  select unit.id, unit.version, unit.kind, unit.name, e.name as entity_name, parent.name as parent_name,
    lower(unit.valid) as "from", upper(unit.valid) - 1 as until, unit.to_confirm
  from unit join legal_entity e on e.id = unit.entity_id left join unit parent on parent.id = unit.parent_id
  where not (unit.valid << daterange($1::date, null)) and ${where}
  order by not starts_with(lower(unit.name), lower($2)), unit.name collate "sv-x-icu", unit.id limit 50`;

const appointment = (where: string, order: string): string => `
  select a.id, a.version, a.person_id, p.given_name || ' ' || p.family_name as person_name, a.office, a.deputy, a.scope,
    a.scope_id, coalesce(e.name, b.name, u.name, s.name, i.name) as scope_name, lower(a.valid) as "from",
    upper(a.valid) - 1 as until, a.decision, a.to_confirm
  from (select a.* from appointment a join person p on p.id = a.person_id where ${where}
    order by ${order}, a.id limit 50) a join person p on p.id = a.person_id
  left join legal_entity e on e.id = a.entity_id left join body b on b.id = a.body_id
  left join unit u on u.id = a.unit_id left join system s on s.id = a.system_id
  left join information i on i.id = a.information_id order by ${order}, a.id`;

const swedish = 'collate "sv-x-icu"';
const like = (columns: string): string => `${columns} ilike '%' || $2 || '%'`;
const personText = `(p.given_name || ' ' || p.family_name || ' ' || coalesce(p.email, ''))`;

const below = (column: string): string => `${column} in (select unit_subtree($2::uuid))`;

function informationCases(unitId: string): ListCase[] {
  return [
    {
      view: 'information.list',
      query: {},
      page: information('true', `i.name ${swedish}`),
      count: informationCount('true'),
    },
    {
      view: 'information.list',
      query: { page: '7', sort: '-name' },
      page: information('true', `i.name ${swedish} desc`, 300),
      count: informationCount('true'),
    },
    {
      view: 'information.list',
      query: { classified: 'true', sort: '-confidentiality' },
      page: information('i.classification_id is not null', 'c.confidentiality desc nulls last'),
      count: informationCount('i.classification_id is not null'),
    },
    {
      view: 'information.list',
      query: { unitId, sort: 'review' },
      parameter: unitId,
      page: information(below('i.unit_id'), 'c.next_review_on nulls last'),
      count: informationCount(below('i.unit_id')),
    },
    {
      view: 'information.list',
      query: { search: 'avtal', sort: 'unit' },
      parameter: 'avtal',
      page: information(like('i.name'), `u.name ${swedish}`),
      count: informationCount(like('i.name')),
    },
  ];
}

function systemCases(): ListCase[] {
  return [
    { view: 'system.list', query: {}, page: system('true', `s.name ${swedish}`), count: systemCount('true') },
    {
      view: 'system.list',
      query: { lifecycle: 'inOperation', sort: 'unit' },
      page: system("s.lifecycle = 'inOperation'", `u.name ${swedish}`),
      count: systemCount("s.lifecycle = 'inOperation'"),
    },
  ];
}

function personCases(unitId: string): ListCase[] {
  return [
    {
      view: 'person.list',
      query: {},
      page: person('true', `p.family_name ${swedish}`),
      count: personCount('true'),
    },
    {
      view: 'person.list',
      query: { sort: '-name' },
      page: person('true', `p.family_name ${swedish} desc`),
      count: personCount('true'),
    },
    {
      view: 'person.list',
      query: { unitId },
      parameter: unitId,
      page: person(below('p.unit_id'), `p.family_name ${swedish}`),
      count: personCount(below('p.unit_id')),
    },
    {
      view: 'person.list',
      query: { search: 'lind', sort: 'unit' },
      parameter: 'lind',
      page: person(like(personText), `u.name ${swedish}`),
      count: personCount(like(personText)),
    },
  ];
}

function otherCases(): ListCase[] {
  return [
    {
      view: 'unit.list',
      query: { search: 'skola' },
      parameter: 'skola',
      page: unit(like('unit.name')),
      count: `select count(*) as total from unit where not (valid << daterange($1::date, null)) and ${like('unit.name')}`,
    },
    {
      view: 'appointment.list',
      query: { sort: '-from' },
      page: appointment('true', 'lower(a.valid) desc nulls last'),
      count: 'select count(*) as total from appointment a',
    },
    {
      view: 'appointment.list',
      query: { office: 'manager', sort: 'person' },
      page: appointment("a.office = 'manager'", `p.family_name ${swedish}`),
      count: "select count(*) as total from appointment a where a.office = 'manager'",
    },
  ];
}

/** Pages that people look at: by default, sorted each way, filtered, searched. The unit is one with units below it. */
export function listCases(unitId: string): ListCase[] {
  return [...informationCases(unitId), ...systemCases(), ...personCases(unitId), ...otherCases()];
}
