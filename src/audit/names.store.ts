import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Permission, type Scope, scopeOf } from '../kernel/access.ts';
import type { Reader } from '../kernel/db.ts';
import { adviceAccess } from '../governance/advice/advice.access.ts';
import { adviceInScope } from '../governance/advice/advice.store.ts';
import {
  campaignAccess,
  recipientAccess,
  signedListAccess,
} from '../governance/acknowledgements/campaign.access.ts';
import { listInScope } from '../governance/acknowledgements/lists/signed-list.store.ts';
import { externalPartyAccess } from '../governance/acknowledgements/parties/external-party.access.ts';
import { partyInScope } from '../governance/acknowledgements/parties/external-party.store.ts';
import { agreementReviewAccess } from '../governance/agreement-reviews/agreement-review.access.ts';
import { agreementInScope } from '../governance/agreement-reviews/agreement-review.store.ts';
import { documentAccess } from '../governance/documents/document.access.ts';
import { appointmentAccess } from '../people/appointments/appointment.access.ts';
import { bodyAccess } from '../people/organisation/bodies/body.access.ts';
import { entityAccess } from '../people/organisation/entities/entity.access.ts';
import { unitAccess } from '../people/organisation/units/unit.access.ts';
import { personAccess } from '../people/persons/person.access.ts';
import { personSourceAccess } from '../people/sources/person-source.access.ts';
import { defaultOwnerAccess } from '../registers/default-owners/default-owner.access.ts';
import { deviationAccess } from '../registers/deviations/deviation.access.ts';
import { deviationInScope } from '../registers/deviations/deviation.store.ts';
import { exceptionAccess } from '../registers/exceptions/exception.access.ts';
import { exceptionInScope } from '../registers/exceptions/exception.store.ts';
import { incidentAccess } from '../registers/incidents/incident.access.ts';
import { caseInScope } from '../registers/incidents/scope.store.ts';
import { informationAccess } from '../registers/information/information.access.ts';
import { informationInScope } from '../registers/information/information.store.ts';
import { measureAccess } from '../registers/measures/measure.access.ts';
import { measureInScope } from '../registers/measures/measure.store.ts';
import { exerciseAccess, planAccess } from '../registers/plans/plan.access.ts';
import { exerciseInScope } from '../registers/plans/exercises/exercise.store.ts';
import { planInScope } from '../registers/plans/plan.store.ts';
import { systemAccess } from '../registers/systems/system.access.ts';

interface Named {
  /** The right to know what the record is called. */
  readonly permission: Permission;
  readonly face: string;
  readonly name: RawBuilder<string>;
  /** Which rows a scope that is not everything holds; where nothing is said, none. */
  readonly within?: (scope: Scope, today: string) => RawBuilder<boolean>;
}

const name = sql<string>`n.name`;
const title = sql<string>`n.title`;
const named = {
  unit: { permission: unitAccess.read, face: 'unit_face', name },
  body: { permission: bodyAccess.read, face: 'body_face', name },
  entity: { permission: entityAccess.read, face: 'entity_face', name },
  person: { permission: personAccess.read, face: 'person_face', name },
  system: { permission: systemAccess.choose, face: 'system_face', name },
  information: {
    permission: informationAccess.read,
    face: 'information_face',
    name,
    within: (scope, today) => informationInScope(scope, today, 'n'),
  },
  appointment: {
    permission: appointmentAccess.read,
    face: 'appointment_face',
    name: sql<string>`n.office || ':' || n.person_name`,
  },
  personSource: { permission: personSourceAccess.read, face: 'person_source_face', name },
  defaultOwner: { permission: defaultOwnerAccess.read, face: 'default_owner_face', name },
  advice: {
    permission: adviceAccess.read,
    face: 'advice',
    name: sql<string>`n.subject`,
    within: (scope, today) => adviceInScope(scope, today, 'n'),
  },
  incident: {
    permission: incidentAccess.read,
    face: 'incident',
    // The number alone once there is one: what has happened may be secret to whoever may know that something has.
    name: sql<string>`case when n.series is null then n.title else case n.series when 'open' then 'H' else 'HS' end
      || ' ' || n.number_year || '-' || lpad(n.number::text, 4, '0') end`,
    within: (scope, today) => caseInScope(scope, today, 'n'),
  },
  agreementReview: {
    permission: agreementReviewAccess.read,
    face: 'agreement_review_face',
    name: sql<string>`n.counterparty || ': ' || n.subject`,
    within: (scope) => agreementInScope(scope, 'n'),
  },
  document: { permission: documentAccess.read, face: 'document', name: title },
  measure: {
    permission: measureAccess.read,
    face: 'measure',
    name: title,
    within: (scope) => measureInScope(scope, 'n'),
  },
  deviation: {
    permission: deviationAccess.read,
    face: 'deviation',
    name: title,
    within: (scope) => deviationInScope(scope, 'n'),
  },
  exception: {
    permission: exceptionAccess.read,
    face: 'exception',
    name: title,
    within: (scope) => exceptionInScope(scope, 'n'),
  },
  plan: {
    permission: planAccess.read,
    face: 'plan_face',
    name,
    within: (scope) => planInScope(scope, 'n'),
  },
  exercise: {
    permission: exerciseAccess.read,
    face: 'exercise_face',
    name: sql<string>`n.scenario`,
    within: (scope) => exerciseInScope(scope, 'n'),
  },
  campaign: { permission: campaignAccess.read, face: 'campaign_face', name: sql<string>`n.title` },
  externalParty: {
    permission: externalPartyAccess.read,
    face: 'external_party_face',
    name,
    within: (scope) => partyInScope(scope, 'n'),
  },
} as const satisfies Record<string, Named>;

/** Registers without names whose changes stand in the history of others: who may read them, and which rows. */
const unnamed: Readonly<Record<string, Omit<Named, 'name'>>> = {
  signedList: {
    permission: signedListAccess.read,
    face: 'signed_list',
    within: (scope) => listInScope(scope, 'n'),
  },
};

/** Registers whose records have a name that a sentence can use. */
export type NamedRegister = keyof typeof named;

export function isNamed(register: string): register is NamedRegister {
  return Object.hasOwn(named, register);
}

/**
 * What records are called, by id: of those asked for, the ones that the actor may see. An appointment's name is its
 * office and person, `manager:Maria Lind`.
 */
export async function namesOf(
  db: Reader,
  register: NamedRegister,
  ids: readonly string[],
  actor: Actor,
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const one: Named = named[register];
  const scope = scopeOf(actor, one.permission);
  if (scope === null || ids.length === 0) return new Map();
  return within(db, one, ids, scope, today);
}

/** Does the record lie within what a right gives the actor? Only for registers with names. */
export async function isWithin(
  db: Reader,
  register: NamedRegister,
  id: string,
  scope: Scope,
  today: string,
): Promise<boolean> {
  return (await within(db, named[register], [id], scope, today)).size > 0;
}

/** What tells how many in a campaign have been asked and have not answered, which is not for all where they are few. */
const countingKinds = [
  'campaign.asked',
  'campaign.invited',
  'campaign.reminded',
  'campaign.remindedByHand',
  'campaign.released',
  'acknowledgement.entered',
];

/**
 * A condition on an event `e` in the history of a record: may the actor read what it was done to? What was done to a record that she
 * may not read touches others that she may, and is then not told of, as if it had not been done. What she has done herself she may
 * always see.
 */
export function isOfReadable(actor: Actor, today: string): RawBuilder<boolean> {
  const cases = Object.entries<Omit<Named, 'name'>>({ ...named, ...unnamed }).flatMap(([register, one]) => {
    const scope = scopeOf(actor, one.permission);
    if (scope === null) return [sql`when e.register = ${register} then false`];
    if (scope.everything || one.within === undefined) return [];
    const rows = sql`select from ${sql.table(one.face)} n where n.id = e.record_id and ${one.within(scope, today)}`;
    return [sql`when e.register = ${register} then exists (${rows})`];
  });
  if (scopeOf(actor, recipientAccess.read)?.everything !== true)
    cases.push(sql`when e.kind = any(${countingKinds}) then false`);
  return cases.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`(coalesce(e.actor_person = ${actor.personId}::uuid, false)
        or case ${sql.join(cases, sql` `)} else true end)`;
}

async function within(
  db: Reader,
  one: Named,
  ids: readonly string[],
  scope: Scope,
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const condition = scope.everything
    ? sql`true`
    : (one.within?.(scope, today) ?? sql`n.id = any(${scope.keys.record}::uuid[])`);
  const found = await sql<{ id: string; name: string }>`
    select n.id, ${one.name} as name from ${sql.table(one.face)} n
    where n.id = any(${ids}::uuid[]) and ${condition}`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}
