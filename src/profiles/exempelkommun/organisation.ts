import { addDays } from '../../kernel/calendar.ts';
import type { Carrier } from '../../registers/information/vocabulary.ts';
import { bodyId, type Context, entityId, exampleId, type Row, since, unitId } from './rows.ts';
import { unitPlans } from './tree.ts';

export function entities(today: string): Row[] {
  const row = (key: string, kind: string, name: string, number: string, controller: boolean): Row => ({
    id: entityId(key),
    kind,
    name,
    organisation_number: number,
    valid: since,
    controller,
    // The company has let its declaration grow old.
    register_complete_on: key === 'energi' ? addDays(today, -500) : addDays(today, -90),
    officer_reported_on: controller ? addDays(today, -300) : null,
    officer_published_on: controller ? addDays(today, -300) : null,
  });
  return [
    row('kommun', 'municipality', 'Exempelkommun', '212000-0000', false),
    row('bostader', 'foundation', 'Stiftelsen Exempelbostäder', '894000-0000', true),
    row('energi', 'company', 'Exempel Energi AB', '556000-0000', true),
  ];
}

export function bodies(today: string): Row[] {
  const row = (key: string, kind: string, name: string, abbreviation: string, reports = true): Row => {
    const controller = kind === 'executive' || kind === 'committee';
    return {
      id: bodyId(key),
      entity_id: entityId('kommun'),
      parent_id: key === 'au' ? bodyId('ks') : null,
      kind,
      name,
      abbreviation,
      valid: since,
      controller,
      reports_to_follow_up: reports,
      register_complete_on: controller && key !== 'vn' ? addDays(today, -60) : null,
      // Valnämnden has a data protection officer who was never reported to the authority.
      officer_reported_on: controller && key !== 'vn' ? addDays(today, -300) : null,
      officer_published_on: controller ? addDays(today, -300) : null,
    };
  };
  return [
    row('kf', 'council', 'Kommunfullmäktige', 'KF', false),
    row('ks', 'executive', 'Kommunstyrelsen', 'KS'),
    row('au', 'subcommittee', 'Arbetsutskottet', 'AU', false),
    row('bun', 'committee', 'Barn- och utbildningsnämnden', 'BUN'),
    row('sn', 'committee', 'Socialnämnden', 'SN'),
    row('bmn', 'committee', 'Bygg- och miljönämnden', 'BMN'),
    row('vn', 'committee', 'Valnämnden', 'VN', false),
    row('rev', 'auditors', 'Revisorerna', 'REV', false),
  ];
}

const allCarriers: readonly Carrier[] = [
  'itSystem',
  'paper',
  'notes',
  'conversation',
  'telephone',
  'film',
  'audio',
  'image',
];

export function units(district: string, context: Context): Row[] {
  return unitPlans.map((plan) => {
    const declared = context.chance() < 0.8;
    const held = allCarriers.filter((carrier) => carrier !== 'audio' && context.chance() < 0.75);
    return {
      id: unitId(plan.key + district),
      kind: plan.kind,
      name: plan.name + district,
      entity_id: entityId(plan.entity),
      body_id: plan.body === null ? null : bodyId(plan.body),
      parent_id: plan.under === null ? null : unitId(plan.under + district),
      valid: plan.kind === 'project' ? `[2026-01-01,${addDays(context.today, 400)})` : since,
      carriers_held: declared ? held : [],
      carriers_none: declared ? allCarriers.filter((carrier) => !held.includes(carrier)) : [],
      carriers_declared_on: declared ? addDays(context.today, -Math.floor(context.chance() * 350)) : null,
    };
  });
}

export function sources(today: string): Row[] {
  const row = (kind: string, name: string, days: number, ago: number): Row => ({
    id: exampleId('source', kind),
    kind,
    name,
    interval_days: days,
    synchronised_on: addDays(today, -ago),
  });
  return [
    row('employee', 'Löne- och personalsystemet', 7, 2),
    row('elected', 'Förtroendemannaregistret', 90, 30),
    row('external', 'Lista över inhyrd personal', 30, 47),
  ];
}
