import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Prose, SomeOf, type Static } from '../../kernel/schema.ts';
import {
  type Admission,
  caseEvent,
  type Incident,
  type LoadedCase,
  type NextCase,
  secretParts,
  stepped,
} from './incident.ts';

/** Secrecy as a form gives it: of the whole case, or of some of its parts, and by what provision. */
export const secrecyFields = {
  /** Nobody outside may know that the case exists. */
  secret: Type.Boolean(),
  secretParts: SomeOf(secretParts),
  /** The provision, as ”OSL 18:8”; empty where nothing is secret. */
  secrecyProvision: Prose(60),
  secrecyReason: Prose(1000),
};
export const secrecyInput = Fields(secrecyFields);
export type SecrecyInput = Static<typeof secrecyInput>;

/** Secrecy rests on a provision, and a provision is named where something is secret; null when it is so. */
export function secrecyFault({ secret, secretParts: parts, secrecyProvision }: SecrecyInput): Refusal | null {
  const isAny = secret || parts.length > 0;
  const isNamed = secrecyProvision.trim() !== '';
  if (isAny && !isNamed) return refuse('provisionMissing', { field: 'secrecyProvision' });
  return !isAny && isNamed ? refuse('provisionNotAsked', { field: 'secrecyProvision' }) : null;
}

/** What a case holds of it. */
export function secrecyOf(
  input: SecrecyInput,
): Pick<Incident, 'secret' | 'secretParts' | 'secrecyProvision' | 'secrecyReason'> {
  const { secret, secrecyReason } = input;
  const parts = secretParts.filter((part) => input.secretParts.includes(part));
  return { secret, secretParts: parts, secrecyProvision: input.secrecyProvision.trim(), secrecyReason };
}

/** What setting secrecy leans on besides the case. */
export interface SecrecyAround {
  readonly freeOpen: NonNullable<Incident['number']>;
  /** Cases that have gone into this one: what is known of them is known of it. */
  readonly merged: readonly Incident[];
}

export const secrecyRefusals = [
  'notTriaged',
  'provisionMissing',
  'provisionNotAsked',
  'nothingChanged',
] as const;

/**
 * Sets or lifts secrecy. A case that becomes secret keeps the number that people have seen; one that is opened is given
 * one of the open series, since its own would tell how many secret ones there are.
 */
export function setSecrecy(
  { incident }: LoadedCase,
  input: SecrecyInput,
  { freeOpen, merged }: SecrecyAround,
): Decision<NextCase & { readonly others: readonly Incident[] }> | Refusal {
  if (incident.state === 'reported') return refuse('notTriaged');
  const fault = secrecyFault(input);
  if (fault !== null) return fault;
  const isOpened = !input.secret && incident.number?.series === 'secret';
  const after = stepped(incident, { ...secrecyOf(input), ...(isOpened ? { number: freeOpen } : {}) });
  const others = input.secret ? madeSecret(merged, secrecyOf(input)) : [];
  const next = { incident: after, others };
  const event = caseEvent('incident.secrecySet', incident, next, {
    touched: others.map((one) => `incident:${one.id}`),
  });
  return event.changes?.length === 0 ? refuse('nothingChanged') : { next, event };
}

/** The cases as they stand when what they have gone into is secret; those that already were stay as they are. */
export function madeSecret(merged: readonly Incident[], secrecy: Partial<Incident>): Incident[] {
  return merged.filter((one) => !one.secret).map((one) => stepped(one, secrecy));
}

export const admitInput = Fields({ personId: IdOf<'Person'>() });

export const admitRefusals = ['personUnknown', 'alreadyAdmitted'] as const;

/** Lets somebody in to see the case, whatever office she holds. */
export function admitPerson(
  { incident, admitted }: LoadedCase,
  personId: PersonId,
  isPerson: boolean,
  { newId }: Circumstances,
): Decision<NextCase> | Refusal {
  if (!isPerson) return refuse('personUnknown', { field: 'personId' });
  if (admitted.some((one) => one.personId === personId && one.endedOn === null))
    return refuse('alreadyAdmitted', { field: 'personId' });
  const admission: Admission = { id: newId<'IncidentPerson'>(), version: 1, personId, endedOn: null };
  return admissionStep('incident.admitted', incident, admission);
}

/** Ends it. */
export function expelPerson(
  { incident, admitted }: LoadedCase,
  personId: PersonId,
  { today }: Circumstances,
): Decision<NextCase> | Refusal {
  const before = admitted.find((one) => one.personId === personId && one.endedOn === null);
  if (before === undefined) return refuse('notAdmitted', { field: 'personId' });
  return admissionStep('incident.expelled', incident, {
    ...before,
    version: before.version + 1,
    endedOn: today,
  });
}

function admissionStep(kind: string, before: Incident, admission: Admission): Decision<NextCase> {
  const next = { incident: stepped(before, {}), admissions: [admission] };
  const isIn = admission.endedOn === null;
  const [from, to] = isIn ? [null, admission.personId] : [admission.personId, null];
  return { next, event: caseEvent(kind, before, next, { changes: [{ field: 'personId', from, to }] }) };
}

/** What of a case a viewer outside its circle is not shown. */
export function maskedParts(
  { secretParts: parts }: Pick<Incident, 'secretParts'>,
  isWithin: boolean,
): ReadonlySet<string> {
  return new Set(isWithin ? [] : parts);
}
