import {
  accessTable,
  type Actor,
  covers,
  grant,
  type Permission,
  type ScopeKeys,
  scopeOf,
} from '../kernel/access.ts';
import { adviceAccess } from '../governance/advice/advice.access.ts';
import { externalPartyAccess } from '../governance/acknowledgements/parties/external-party.access.ts';
import { agreementReviewAccess } from '../governance/agreement-reviews/agreement-review.access.ts';
import { holds } from '../kernel/calendar.ts';
import { groupBy } from '../kernel/facts.ts';
import { appointmentsFor } from '../people/appointment.facts.ts';
import { personSourceAccess } from '../people/sources/person-source.access.ts';
import { deviationAccess } from '../registers/deviations/deviation.access.ts';
import { exceptionAccess } from '../registers/exceptions/exception.access.ts';
import { incidentAccess } from '../registers/incidents/incident.access.ts';
import { informationAccess } from '../registers/information/information.access.ts';
import { informationKeys } from '../registers/information/information.ts';
import { isHigh, isSensitive } from '../registers/information/sensitive.ts';
import { measureAccess } from '../registers/measures/measure.access.ts';
import { planAccess } from '../registers/plans/plan.access.ts';
import { systemAccess } from '../registers/systems/system.access.ts';
import type { SystemInformationFact } from '../registers/systems/system.facts.ts';
import { systemKeys } from '../registers/systems/system.ts';
import { verificationAccess } from '../audit/verification/verification.access.ts';
import { witnessAccess } from '../audit/witnesses/witness.access.ts';
import type { Finding } from './clause.ts';
import type { Snapshot } from './memory.ts';

/** How far the policy is met is for everyone who works here to see; which rows fail follows the rows' own registers. */
export const clauseAccess = accessTable('clauses', null, {
  read: [grant('signedIn', 'everything')],
});

/** May the asker see this finding? What she may not see is counted, and said to be. */
export type MaySee = (finding: Finding) => boolean;

/**
 * A finding is as visible as the record it is about: the right to read that register decides. Registers not named here
 * are open to everyone who is signed in.
 */
export function visibleTo(actor: Actor, snapshot: Snapshot): MaySee {
  const rights: Readonly<Partial<Record<Finding['register'], Permission>>> = {
    information: informationAccess.read,
    system: systemAccess.read,
    personSource: personSourceAccess.read,
    witness: witnessAccess.read,
    logVerification: verificationAccess.read,
    advice: adviceAccess.read,
    agreementReview: agreementReviewAccess.read,
    measure: measureAccess.read,
    deviation: deviationAccess.read,
    exception: exceptionAccess.read,
    incident: incidentAccess.read,
    plan: planAccess.read,
    externalParty: externalPartyAccess.read,
  };
  const scopes = new Map(
    Object.entries(rights).map(([register, right]) => [register, scopeOf(actor, right)]),
  );
  return (finding) => {
    const scope = scopes.get(finding.register);
    if (scope === undefined) return true;
    return scope !== null && covers(scope, keysOf(finding, snapshot));
  };
}

/**
 * A case that is not, or no longer, among those that may be known of is for whoever sees them all. Where parts of it are secret a
 * finding tells what happened, and its unit does not suffice.
 */
function incidentKeysIn({ caseDuties }: Snapshot['facts'], { recordId, unitId }: Finding): ScopeKeys {
  const known = caseDuties.get(recordId ?? '');
  if (known === undefined) return {};
  return { person: known.handlerId, unit: known.isPartlySecret ? null : unitId };
}

function keysOf(finding: Finding, { facts, today }: Snapshot): ScopeKeys {
  const id = finding.recordId ?? '';
  if (finding.register === 'advice') return adviceKeysIn(facts, id, today);
  if (finding.register === 'plan') return planKeysIn(facts, id);
  if (finding.register === 'incident') return incidentKeysIn(facts, finding);
  const information = finding.register === 'information' ? facts.information.get(id) : undefined;
  if (information === undefined) {
    return systemKeys({ id, unitId: facts.systems.get(id)?.unitId ?? finding.unitId ?? '' });
  }
  const hasOwnOwner = appointmentsFor(facts.appointments, id).some(
    (one) => one.office === 'informationOwner' && !one.deputy && holds(one, today),
  );
  return informationKeys({ ...information, hasOwnOwner });
}

/** As the register's own: the system that the plan is of, and the unit that has what it is of. */
function planKeysIn({ plans, systems }: Snapshot['facts'], id: string): ScopeKeys {
  const plan = plans.get(id);
  if (plan === undefined) return {};
  const unit = plan.unitId ?? systems.get(plan.systemId ?? '')?.unitId ?? null;
  return { record: plan.systemId, unit };
}

/** As `adviceKeys` of the register: who asked, and who holds the role that was asked, deputies too. */
function adviceKeysIn({ advice, appointments }: Snapshot['facts'], id: string, today: string): ScopeKeys {
  const asked = advice.get(id);
  if (asked === undefined) return {};
  const answerers = appointmentsFor(appointments, null).filter(
    (one) => one.office === asked.askedOf && holds(one, today),
  );
  return { person: [asked.askedBy, ...answerers.map((one) => one.personId)] };
}

const bySystem = (one: SystemInformationFact): string => one.systemId;

/** Is the finding about somebody, or about information or a system of which every reading is told to the log? */
export function isSensitiveFinding({ register, recordId }: Finding, { facts }: Snapshot): boolean {
  if (recordId === null) return false;
  if (register === 'person' || register === 'advice') return true;
  if (register === 'plan') return facts.plans.get(recordId)?.secret ?? false;
  const isSecret = (id: string): boolean => {
    const one = facts.information.get(id);
    const confidentiality = one?.classification?.levels.confidentiality ?? null;
    return one !== undefined && isSensitive({ secret: one.secret, confidentiality });
  };
  if (register === 'information') return isSecret(recordId);
  if (register === 'measure') return facts.measures.get(recordId)?.secret === true;
  if (register === 'deviation') return facts.deviations.get(recordId)?.secret === true;
  if (register === 'exception') return facts.exceptions.get(recordId)?.secret === true;
  if (register !== 'system') return false;
  const carried = groupBy(facts.systemInformation, bySystem).get(recordId) ?? [];
  return (
    isHigh(facts.systems.get(recordId)?.raised.confidentiality ?? null) ||
    carried.some((tie) => tie.endedOn === null && isSecret(tie.informationId))
  );
}

/**
 * Is it the asker who should mend this? The one who holds the office it falls to. What falls to an office that nobody
 * holds is for the coordinator, so that nothing is left lying.
 */
export function isDutyOf(actor: Actor, finding: Finding): boolean {
  if (finding.responsiblePersonId === actor.personId && actor.personId !== null) return true;
  // A deputy of an office of the whole municipality shares its list: what waits must not wait for one person's return.
  const sharesOffice = actor.held.some(
    (held) => held.office === finding.responsible && held.scope === 'municipality',
  );
  if (sharesOffice) return true;
  if (finding.responsiblePersonId !== null) return false;
  return actor.held.some((held) => held.office === 'informationSecurityCoordinator');
}
