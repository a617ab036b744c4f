import { type Actor, systemActor } from '../../kernel/access.ts';
import type { Action } from '../../kernel/action.ts';
import { addDays, dayOf } from '../../kernel/calendar.ts';
import type { BodyId, UnitId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { act, type Services } from '../../kernel/run.ts';
import { adopt, importAction } from '../../governance/documents/document.actions.ts';
import { type AreaPlace, seedRulesAndOwners } from '../../registers/seed-rules-and-owners.ts';
import { enterBatch } from '../bulk.store.ts';
import { fillAcknowledgements } from './acknowledgements.ts';
import { fillAdvice } from './advice.ts';
import { fillAgreements } from './agreements.ts';
import { fillDocuments } from './documents.ts';
import { fillDeviations } from './deviations.ts';
import { fillExceptions } from './exceptions.ts';
import { fillPlans } from './plans.ts';
import { fillCases } from './cases.ts';
import { generate } from './generate.ts';
import { bodyId, unitId } from './rows.ts';

/** Whose manager owns the information of an area in the example municipality. */
const areaUnits: Readonly<Record<string, string>> = {
  ekonomi: 'ekonomi',
  socialtjanst: 'soc',
  halsa: 'hsl',
  'bygg-miljo': 'sbf',
  teknik: 'sbf',
  kommunikation: 'kommunikation',
  val: 'kansli',
  bostader: 'bostader',
  overformyndare: 'kansli',
};

/**
 * Fills an empty installation with the example municipality, `factor` times over, as if it had worked with Värna for a
 * year: rules and owners first, then the policy, then classifications month by month.
 */
export async function applyExample(services: Services, factor = 1): Promise<void> {
  const now = services.clock();
  const today = dayOf(now);
  const ago = (days: number): Services => ({
    ...services,
    clock: () => new Date(now.getTime() - days * 86_400_000),
  });
  const [first, ...later] = generate(factor, today);
  if (first === undefined) return;
  await enterBatch(services.db, first, now);
  const place = (key: string): AreaPlace => ({
    unitId: unitId(key) as UnitId, // ids that this profile made itself
    bodyId: bodyId('ks') as BodyId,
    confirmed: true,
  });
  const places = Object.fromEntries(Object.entries(areaUnits).map(([area, key]) => [area, place(key)]));
  await seedRulesAndOwners(ago(364), 'sv', places);
  await adoptModelPolicy(ago(330), mondayBefore(addDays(today, -332)));
  for (const batch of later) await enterBatch(services.db, batch, now);
  await fillAdvice(perform, ago);
  await fillAgreements(perform, ago);
  await fillDocuments(perform, ago);
  await fillDeviations(perform, ago, factor);
  await fillExceptions(perform, ago, factor);
  await fillPlans(perform, ago);
  await fillCases(perform, ago);
  await fillAcknowledgements(perform, ago);
}

/** The council meets on Mondays. */
function mondayBefore(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

async function adoptModelPolicy(services: Services, decidedOn: string): Promise<void> {
  const imported = await perform(services, importAction, null, null, {
    source: 'model',
    name: 'Mönsterpolicyn',
    content: '',
  });
  await perform(services, adopt, imported.id, imported.version, {
    decision: `KF ${decidedOn} § 21, dnr KS ${decidedOn.slice(0, 4)}/45`,
    decidedBy: 'council',
    inForceFrom: addDays(decidedOn, 2),
    adjustedOn: decidedOn,
    announcedOn: addDays(decidedOn, 1),
    reviewOn: addDays(decidedOn, 4 * 365),
  });
}

async function perform(
  services: Services,
  action: Action,
  id: string | null,
  version: number | null,
  input: unknown,
  actor: Actor = systemActor,
): Promise<{ id: string; version: number }> {
  const request = {
    actor,
    id,
    input,
    version,
    idempotencyKey: null,
    confirmed: new Set<string>(),
  };
  const acted = await act(services, action, request);
  if (isRefusal(acted)) throw new Error(`${action.name} refused: ${JSON.stringify(acted)}`);
  return acted.answer as { id: string; version: number }; // each of these actions answers with a record
}
