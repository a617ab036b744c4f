import { addDays } from '../../kernel/calendar.ts';
import { familyNames, givenNames } from './names.ts';
import { type Asset, bodyId, type Context, entityId, exampleId, type Row, since, unitId } from './rows.ts';
import { systemPlans } from './systems.ts';
import { unitPlans } from './tree.ts';

export function people(district: string, context: Context): Row[] {
  const rows: Row[] = [];
  const add = (kind: 'employee' | 'elected' | 'external', unit: string | null) => {
    const number = context.people.length;
    const pick = (list: readonly string[]) => list[Math.floor(context.chance() * list.length)] ?? '';
    const given = pick(givenNames);
    const family = pick(familyNames);
    const id = exampleId('person', String(number));
    context.people.push(id);
    if (kind === 'elected') context.elected.push(id);
    if (unit !== null && !context.managers.has(unit)) context.managers.set(unit, id);
    rows.push({
      id,
      kind,
      given_name: given,
      family_name: family,
      email: `${ascii(given)}.${ascii(family)}.${number}@exempelkommun.example`,
      telephone: kind === 'employee' ? `0900-${String(10_000 + number)}` : null,
      organisation: kind === 'external' ? 'Norrlands Bemanning AB' : null,
      unit_id: unit,
      source_id: exampleId('source', kind),
      valid: since,
    });
  };
  for (const plan of unitPlans)
    for (let n = 0; n < Math.max(plan.people - 1, 1); n++) add('employee', unitId(plan.key + district));
  for (let n = 0; n < 35; n++) add('elected', null);
  for (let n = 0; n < 12; n++) add('external', unitId(`${n % 2 === 0 ? 'hsl' : 'it'}${district}`));
  return rows;
}

function ascii(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

type Scope = {
  readonly scope: string;
  readonly unit_id?: string;
  readonly body_id?: string;
  readonly entity_id?: string;
  readonly system_id?: string;
  readonly information_id?: string;
};

function appointment(person: string, office: string, scope: Scope, more: object = {}): Row {
  const name = [person, office, ...Object.values(scope), JSON.stringify(more)].join('/');
  return {
    id: exampleId('appointment', name),
    person_id: person,
    office,
    deputy: false,
    valid: since,
    decision: null,
    ...scope,
    ...more,
  };
}

/** Offices of the whole municipality, of its bodies and of its companies. */
export function leaders(context: Context): Row[] {
  const person = (number: number) => context.people[number] ?? '';
  const whole: Scope = { scope: 'municipality' };
  const decided = { decision: 'KS 2025-02-10 § 12, dnr KS 2025/31' };
  const elected = (number: number) => context.elected[number] ?? '';
  const officer = person(9);
  const controllers: Scope[] = [
    ...['ks', 'bun', 'sn', 'bmn', 'vn'].map((key) => ({ scope: 'body', body_id: bodyId(key) })),
    // Exempel Energi AB has not appointed one.
    { scope: 'entity', entity_id: entityId('bostader') },
  ];
  return [
    appointment(person(0), 'municipalDirector', whole, decided),
    appointment(person(1), 'informationSecurityCoordinator', whole, decided),
    // Somebody else, so that what takes two persons has two.
    appointment(managerOf(context, 'sakerhet'), 'securityCoordinator', whole, decided),
    appointment(person(2), 'informationSecurityCoordinator', whole, { deputy: true, ...decided }),
    appointment(managerOf(context, 'it'), 'itManager', whole, decided),
    appointment(managerOf(context, 'it'), 'administrator', whole, decided),
    appointment(managerOf(context, 'hr'), 'hrManager', whole, decided),
    appointment(elected(0), 'auditor', whole, { decision: 'KF 2022-12-12 § 140' }),
    ...controllers.map((scope) => appointment(officer, 'dataProtectionOfficer', scope, decided)),
    ...['ks', 'bun', 'sn', 'bmn', 'kf'].map((key, index) =>
      appointment(
        elected(1 + index),
        'chair',
        { scope: 'body', body_id: bodyId(key) },
        { decision: 'KF 2022-11-28 § 101' },
      ),
    ),
    ...['ks', 'bun', 'sn', 'bmn'].map((key, index) =>
      appointment(person(3 + index), 'entityContact', { scope: 'body', body_id: bodyId(key) }),
    ),
    ...['kommun', 'bostader', 'energi'].map((key, index) =>
      appointment(person(10 + index), 'entityContact', { scope: 'entity', entity_id: entityId(key) }),
    ),
  ];
}

function managerOf(context: Context, key: string): string {
  return context.managers.get(unitId(key)) ?? '';
}

/** Units whose manager has left and has not been replaced. */
const vacant = new Set(['kulturskola', 'bjorken']);
/** Systems without an owner, and one whose owner's appointment has run out. */
const unowned = new Set(['enkat', 'belysning', 'kamera']);
const runOut = 'fordon';

export function appointmentsOf(
  district: string,
  context: Context,
  systems: readonly Row[],
  information: readonly Asset[],
): Row[] {
  const heads = unitPlans.flatMap((plan) => {
    const unit = unitId(plan.key + district);
    const manager = context.managers.get(unit);
    if (manager === undefined || vacant.has(plan.key)) return [];
    const office = plan.under === null && plan.entity === 'kommun' ? 'departmentHead' : 'manager';
    return [appointment(manager, office, { scope: 'unit', unit_id: unit })];
  });
  const planOf = new Map(systemPlans.map((plan) => [exampleId('system', plan.key + district), plan]));
  const owners = systems.flatMap((system) => {
    const plan = planOf.get(system.id);
    if (plan === undefined || unowned.has(plan.key)) return [];
    const person = context.managers.get(unitId(plan.unit + district)) ?? '';
    const valid = plan.key === runOut ? `[2021-01-01,${addDays(context.today, -40)})` : since;
    const decision = context.chance() < 0.9 ? 'Delegationsbeslut 2024-03-04 punkt 4.2, dnr KS 2024/88' : null;
    const scope: Scope = { scope: 'system', system_id: system.id };
    const owner = appointment(person, 'systemOwner', scope, { valid, decision });
    const helper = context.people[(context.people.indexOf(person) + 1) % context.people.length] ?? person;
    return context.chance() < 0.7 ? [owner, appointment(helper, 'systemMaintainer', scope)] : [owner];
  });
  // The data protection officer owns a system too: a conflict of interest to be found (P34).
  const conflict =
    district === ''
      ? [
          appointment(context.people[9] ?? '', 'systemOwner', {
            scope: 'system',
            system_id: exampleId('system', 'enkat'),
          }),
        ]
      : [];
  const explicit = information
    .filter((asset) => asset.district === district && asset.plan.personalData === 'sensitive')
    .slice(0, 20)
    .map((asset) => {
      const person = context.managers.get(String(asset.row['unit_id'])) ?? context.people[5] ?? '';
      return appointment(person, 'informationOwner', { scope: 'information', information_id: asset.row.id });
    });
  return [...heads, ...owners, ...conflict, ...explicit];
}
