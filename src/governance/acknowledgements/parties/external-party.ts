import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, OrNull, Reason, type Static } from '../../../kernel/schema.ts';
import { isAddress } from '../../../mail/smtp.ts';
import type { ExternalPartyId } from '../acknowledgement.ts';

export const partyInput = Fields({
  name: Line(200),
  /** Ten digits, with or without the hyphen; not everyone outside has one. */
  organisationNumber: OrNull(Type.String({ pattern: '^[0-9]{6}-?[0-9]{4}$', maxLength: 11 })),
  contactName: Line(200),
  email: OrNull(Line(254)),
  language: OneOf(['sv', 'en']),
  relevant: Type.Boolean(),
  /** Why the policy concerns it, or why it does not. */
  relevanceReason: Reason(1000),
  unitId: IdOf<'Unit'>(),
  contractor: Type.Boolean(),
  agreementReviewId: OrNull(IdOf<'AgreementReview'>()),
  /** The agreement binds the contractor and its staff to follow the policy. */
  obligation: Type.Boolean(),
});
export type PartyInput = Static<typeof partyInput>;

/** Somebody outside who is to know the policy, or be bound by it. */
export interface ExternalParty extends PartyInput {
  readonly id: ExternalPartyId;
  readonly version: number;
  readonly endedOn: string | null;
}

/** What a description points at. */
export interface PartyAround {
  readonly unitStands: boolean;
  /** The agreement named is one that the asker can see and that has not ended; true where none is named. */
  readonly agreementStands: boolean;
}

export const partyRefusals = [
  'unitUnknown',
  'agreementUnknown',
  'obligationWithoutAgreement',
  'emailUnreadable',
  'alreadyThere',
] as const;

/** Enters an external party. */
export function registerParty(
  input: PartyInput,
  around: PartyAround,
  { newId }: Circumstances,
): Decision<ExternalParty> | Refusal {
  const fault = partyFault(input, around);
  if (fault !== null) return fault;
  const next: ExternalParty = {
    ...trimmed(input),
    id: newId<'ExternalParty'>(),
    version: 1,
    endedOn: null,
  };
  const changes = changesBetween(null, trimmed(input));
  return { next, event: { kind: 'externalParty.registered', record: next.id, changes } };
}

/** Says something else about it. */
export function describeParty(
  before: ExternalParty,
  input: PartyInput,
  around: PartyAround,
): Decision<ExternalParty> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  const fault = partyFault(input, around);
  if (fault !== null) return fault;
  const { id: _id, version: _version, endedOn: _endedOn, ...told } = before;
  const changes = changesBetween(told, trimmed(input));
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...before, ...trimmed(input), version: before.version + 1 };
  return { next, event: { kind: 'externalParty.described', record: before.id, changes } };
}

/** Ends it: it is no longer asked, and no longer measured. */
export function endParty(
  before: ExternalParty,
  reason: string,
  { today }: Circumstances,
): Decision<ExternalParty> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  const next = { ...before, version: before.version + 1, endedOn: today };
  const changes = [{ field: 'endedOn', from: null, to: today }];
  return { next, event: { kind: 'externalParty.ended', record: before.id, changes, reason } };
}

function partyFault(input: PartyInput, around: PartyAround): Refusal | null {
  if (input.email !== null && !isAddress(input.email.trim()))
    return refuse('emailUnreadable', { field: 'email' });
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (!around.agreementStands) return refuse('agreementUnknown', { field: 'agreementReviewId' });
  return input.obligation && input.agreementReviewId === null
    ? refuse('obligationWithoutAgreement', { field: 'obligation' })
    : null;
}

function trimmed(input: PartyInput): PartyInput {
  const tidy = (text: string) => text.trim().replace(/\s+/gu, ' ');
  return {
    ...input,
    name: tidy(input.name),
    contactName: tidy(input.contactName),
    organisationNumber: input.organisationNumber?.replace(/^(\d{6})-?(\d{4})$/, '$1-$2') ?? null,
    email: input.email?.trim() ?? null,
  };
}

/** The unit by which rights to a party are judged. */
export function partyKeys({ unitId }: { readonly unitId: UnitId }) {
  return { unit: unitId };
}
