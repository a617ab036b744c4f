import { dayOf } from '../kernel/calendar.ts';
import { newId } from '../kernel/ids.ts';
import type { Services } from '../kernel/run.ts';
import { seedRulesAndOwners } from '../registers/seed-rules-and-owners.ts';
import { enterBatch } from './bulk.store.ts';
import type { Row } from './exempelkommun/rows.ts';

/**
 * What is publicly known of how Överkalix kommun is organised, as its own website told it: the council, the executive board
 * with three subcommittees, three committees, and the housing foundation. Every row is to be confirmed by the municipality;
 * no person is invented, and the policy is read in from the municipality's own file.
 */
export async function applyOverkalix(services: Services): Promise<void> {
  const now = services.clock();
  const since = `[${dayOf(now)},)`;
  const municipality = newId<'Entity'>();
  const foundation = newId<'Entity'>();
  const executive = newId<'Body'>();
  const entity = (id: string, kind: string, name: string, controller: boolean): Row => ({
    id,
    kind,
    name,
    valid: since,
    controller,
    to_confirm: true,
  });
  const body = (
    id: string,
    kind: string,
    name: string,
    abbreviation: string | null,
    parent: string | null = null,
  ): Row => ({
    id,
    entity_id: municipality,
    parent_id: parent,
    kind,
    name,
    abbreviation,
    valid: since,
    controller: kind === 'executive' || kind === 'committee',
    to_confirm: true,
  });
  const unit = (
    name: string,
    entityId: string,
    bodyId: string | null,
    parent: string | null = null,
  ): Row => ({
    id: newId<'Unit'>(),
    kind: 'unit',
    name,
    entity_id: entityId,
    body_id: bodyId,
    parent_id: parent,
    valid: since,
    to_confirm: true,
  });
  const committees = { buildings: newId<'Body'>(), election: newId<'Body'>(), social: newId<'Body'>() };
  const bodies = [
    body(newId<'Body'>(), 'council', 'Kommunfullmäktige', 'KF'),
    body(executive, 'executive', 'Kommunstyrelsen', 'KS'),
    body(newId<'Body'>(), 'subcommittee', 'Allmänna utskottet', 'AU', executive),
    body(newId<'Body'>(), 'subcommittee', 'Barn- och utbildningsutskottet', 'BU', executive),
    body(newId<'Body'>(), 'subcommittee', 'Sociala utskottet', 'SU', executive),
    body(committees.buildings, 'committee', 'Bygg- och miljönämnden', 'BMN'),
    body(committees.election, 'committee', 'Valnämnden', 'VN'),
    body(committees.social, 'committee', 'Individnämnden', null),
  ];
  const office = unit('Kommunkontoret', municipality, executive);
  const units = [
    office,
    unit('Barn och utbildning', municipality, executive),
    unit('Social omsorg', municipality, executive),
    unit('Bygg och miljö', municipality, committees.buildings),
    unit('Teknik och service', municipality, executive),
    unit('Stiftelsen Överkalixbostäder', foundation, null),
  ];
  const entities = [
    entity(municipality, 'municipality', 'Överkalix kommun', false),
    entity(foundation, 'foundation', 'Stiftelsen Överkalixbostäder', true),
  ];
  const rows = [
    ['legal_entity', entities],
    ['body', bodies],
    ['unit', units],
  ] as const;
  await enterBatch(services.db, { daysAgo: 0, rows, inForce: [], decisionsInForce: [] }, now);
  await seedRulesAndOwners(services, 'sv', {});
}
