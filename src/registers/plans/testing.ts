import type { Actor } from '../../kernel/access.ts';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import type { Services } from '../../kernel/run.ts';
import { employee } from '../../testing/actors.ts';
import { actAs, done } from '../../testing/services.ts';
import { enter } from './exercises/exercise.actions.ts';
import { decide, register, write } from './plan.actions.ts';
import type { PlanContent } from './plan-content.ts';

/** The day that the plans of tests are looked at, as somebody who works here. */
export const circumstances: Circumstances = {
  actor: employee(newId<'Person'>()),
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};

/** What a whole plan says. */
export const wholeContent: PlanContent = {
  responsible: 'manager',
  recoveryHours: 4,
  lossHours: 1,
  longestOutageHours: 24,
  systemIds: [],
  suppliers: ['Leverantören AB'],
  steps: [
    {
      what: 'Ring it-jouren',
      who: 'Enhetschefen',
      when: 'Inom 15 minuter',
      fallback: 'Använd den utskrivna listan och ring runt.',
    },
  ],
  contacts: [
    { name: 'It-jouren', purpose: 'Avbrott', telephone: '0926-123 45', outOfHours: '+46 70 123 45 67' },
  ],
  paperPlace: 'Pärmen i receptionen',
};

/** A decision that holds. */
export const deciding = {
  decidedBy: 'Enhetschefen',
  decidedOn: '2026-11-20',
  validFrom: '2026-11-23',
  nextReviewOn: '2027-11-23',
};

/** A plan of a unit, begun. */
export function ofUnit(unitId: string, kind = 'both', secrecyProvision = '') {
  return { kind, secrecyProvision, systemId: null, unitId };
}

/** A plan of a unit, written and decided; its id. */
export async function plan(
  services: Services,
  actor: Actor,
  unitId: string,
  secrecyProvision = '',
  kind = 'both',
): Promise<string> {
  const made = await done(
    actAs(services, actor, register, { input: ofUnit(unitId, kind, secrecyProvision) }),
  );
  await done(actAs(services, actor, write, { id: made.id, version: 1, input: wholeContent }));
  await done(actAs(services, actor, decide, { id: made.id, version: 2, input: deciding }));
  return made.id;
}

/** An exercise of these plans. */
export function exerciseOf(...planIds: readonly string[]) {
  return {
    kind: 'tabletop',
    planIds,
    heldOn: '2026-11-02',
    scenario: 'Strömmen är borta',
    participants: 6,
    attendees: '',
    findings: '',
    measures: '',
    restoreTried: false,
    realReason: '',
    caseReference: '',
  };
}

/** A secret plan of a unit, and an exercise of it. */
export async function exercisedPlan(services: Services, actor: Actor, unitId: string) {
  const id = await plan(services, actor, unitId, 'OSL 18:8');
  const entered = await done(actAs(services, actor, enter, { input: exerciseOf(id) }));
  return { plan: id, exercise: entered.id };
}
