import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import type { SystemId, UnitId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, Prose, type Static } from '../../kernel/schema.ts';
import { type Lifecycle, lifecycles, stepBetween } from './lifecycle.ts';
import { noLevels, type ProtectionLevels } from './protection.ts';

/** Who runs it: the municipality itself, or a supplier. */
export const providerKinds = ['internal', 'external'] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** What a person says about a system. */
export const systemInput = Fields({
  name: Line(200),
  description: Prose(4000),
  unitId: IdOf<'Unit'>(),
  providerKind: OneOf(providerKinds),
  /** The supplier's name; for a system of our own, who runs it, or nothing. */
  providerName: Type.String({ maxLength: 200, 'x-free-text': true, pattern: '^[^\\u0000-\\u001F\\u007F]*$' }),
});
export type SystemInput = Static<typeof systemInput>;

/** What a new system starts with: where in its life it is when it is entered. */
export const registerInput = Fields({ ...systemInput.properties, lifecycle: OneOf(lifecycles) });
export type RegisterInput = Static<typeof registerInput>;

/** A row of the register. */
export interface System extends SystemInput {
  readonly id: SystemId;
  readonly version: number;
  readonly lifecycle: Lifecycle;
  readonly proven: ProtectionLevels;
  readonly provenBy: string;
  readonly provenOn: string | null;
  readonly raised: ProtectionLevels;
  readonly raisedReason: string;
}

/** What still leans on a system, so that it cannot be retired. */
export interface Leaning {
  /** Pieces of information it carries. */
  readonly carried: number;
  /** Declared ways of handling that happen in it. */
  readonly handlings: number;
}

export const describeRefusals = ['unitUnknown', 'providerMissing'] as const;

/** Enters a system that exists, or is planned. One that is already retired has nothing to protect. */
export function registerSystem(
  input: RegisterInput,
  unitStands: boolean,
  circumstances: Circumstances,
): Decision<System> | Refusal {
  if (input.lifecycle === 'retired') return refuse('alreadyRetired', { field: 'lifecycle' });
  const fault = descriptionFault(input, unitStands);
  if (fault !== null) return fault;
  const next: System = {
    ...input,
    id: circumstances.newId<'System'>(),
    version: 1,
    proven: noLevels,
    provenBy: '',
    provenOn: null,
    raised: noLevels,
    raisedReason: '',
  };
  return {
    next,
    event: { kind: 'system.registered', record: next.id, changes: changesBetween(null, told(next)) },
  };
}

/** Says something else about it. */
export function describeSystem(
  before: System,
  input: SystemInput,
  unitStands: boolean,
): Decision<System> | Refusal {
  if (before.lifecycle === 'retired') return refuse('retired');
  const fault = descriptionFault(input, unitStands);
  if (fault !== null) return fault;
  const next = { ...before, ...input, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'system.described', record: next.id, changes } };
}

/**
 * Moves the system to another step of its life. Back is allowed, one step, with a reason; a system that still carries
 * information cannot be retired, for the information must be somewhere.
 */
export function moveSystemOn(
  before: System,
  to: Lifecycle,
  reason: string | null,
  leaning: Leaning,
): Decision<System> | Refusal {
  const step = stepBetween(before.lifecycle, to);
  if (step === null) return refuse('stepNotAllowed', { field: 'to' });
  if (step.reasonAsked && reason === null) return refuse('reasonMissing', { field: 'reason' });
  if (to === 'retired' && leaning.carried > 0)
    return refuse('stillCarries', { parameters: { count: leaning.carried } });
  if (to === 'retired' && leaning.handlings > 0)
    return refuse('stillUsed', { parameters: { count: leaning.handlings } });
  const next = { ...before, lifecycle: to, version: before.version + 1 };
  const changes = [{ field: 'lifecycle', from: before.lifecycle, to }];
  return { next, event: { kind: 'system.movedOn', record: before.id, changes, reason } };
}

function descriptionFault(input: SystemInput, unitStands: boolean): Refusal | null {
  if (!unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (input.providerKind === 'external' && input.providerName.trim() === '') {
    return refuse('providerMissing', { field: 'providerName' });
  }
  return null;
}

/** The fields of a description that the log tells of. */
function told(row: System): Record<string, Json> {
  return {
    name: row.name,
    description: row.description,
    unitId: row.unitId,
    providerKind: row.providerKind,
    providerName: row.providerName,
    lifecycle: row.lifecycle,
  };
}

/** The keys by which rights to a system are limited (see system.access.ts). */
export function systemKeys(row: { id: string; unitId: UnitId | string }) {
  return { record: row.id, unit: row.unitId };
}
