import { dayOf } from '../kernel/calendar.ts';
import { newId } from '../kernel/ids.ts';
import type { Services } from '../kernel/run.ts';
import { seedRulesAndOwners } from '../registers/seed-rules-and-owners.ts';
import { enterBatch } from './bulk.store.ts';
import type { Row } from './exempelkommun/rows.ts';

/** Who makes rows of a start profile: valid from the day it is applied, and waiting for somebody to confirm them. */
function rowsFrom(since: string) {
  return {
    entity: (id: string, kind: string, name: string, controller: boolean): Row => ({
      id,
      kind,
      name,
      valid: since,
      controller,
      to_confirm: true,
    }),
    body: (
      id: string,
      entityId: string,
      kind: string,
      name: string,
      abbreviation: string | null,
      parent: string | null,
    ): Row => ({
      id,
      entity_id: entityId,
      parent_id: parent,
      kind,
      name,
      abbreviation,
      valid: since,
      controller: kind === 'executive' || kind === 'committee',
      to_confirm: true,
    }),
    unit: (name: string, entityId: string, bodyId: string | null): Row => ({
      id: newId<'Unit'>(),
      kind: 'unit',
      name,
      entity_id: entityId,
      body_id: bodyId,
      parent_id: null,
      valid: since,
      to_confirm: true,
    }),
  };
}

/**
 * What is publicly known of how Överkalix kommun is organised, as its own website told it: the council, the executive board
 * with three subcommittees, three committees, and the housing foundation. Every row is to be confirmed by the municipality;
 * no person is invented, and the policy is read in from the municipality's own file.
 */
export async function applyOverkalix(services: Services): Promise<void> {
  const now = services.clock();
  const { entity, body, unit } = rowsFrom(`[${dayOf(now)},)`);
  const municipality = newId<'Entity'>();
  const foundation = newId<'Entity'>();
  const executive = newId<'Body'>();
  const buildings = newId<'Body'>();
  const municipal = (
    id: string,
    kind: string,
    name: string,
    abbreviation: string | null,
    parent: string | null = null,
  ) => body(id, municipality, kind, name, abbreviation, parent);
  const entities = [
    entity(municipality, 'municipality', 'Överkalix kommun', false),
    entity(foundation, 'foundation', 'Stiftelsen Överkalixbostäder', true),
  ];
  const bodies = [
    municipal(newId<'Body'>(), 'council', 'Kommunfullmäktige', 'KF'),
    municipal(executive, 'executive', 'Kommunstyrelsen', 'KS'),
    municipal(newId<'Body'>(), 'subcommittee', 'Allmänna utskottet', 'AU', executive),
    municipal(newId<'Body'>(), 'subcommittee', 'Barn- och utbildningsutskottet', 'BU', executive),
    municipal(newId<'Body'>(), 'subcommittee', 'Sociala utskottet', 'SU', executive),
    municipal(buildings, 'committee', 'Bygg- och miljönämnden', 'BMN'),
    municipal(newId<'Body'>(), 'committee', 'Valnämnden', 'VN'),
    municipal(newId<'Body'>(), 'committee', 'Individnämnden', null),
  ];
  const units = [
    unit('Kommunkontoret', municipality, executive),
    unit('Barn och utbildning', municipality, executive),
    unit('Social omsorg', municipality, executive),
    unit('Bygg och miljö', municipality, buildings),
    unit('Teknik och service', municipality, executive),
    unit('Stiftelsen Överkalixbostäder', foundation, null),
  ];
  const rows = [
    ['legal_entity', entities],
    ['body', bodies],
    ['unit', units],
  ] as const;
  await enterBatch(services.db, { daysAgo: 0, rows, inForce: [], decisionsInForce: [] }, now);
  await seedRulesAndOwners(services, 'sv', {});
}
