import { Fields, IdOf, OneOf, type Static } from '../kernel/schema.ts';

/** The registers whose records can be pointed at from others: those whose records have a name (src/audit/names.store.ts). */
export const pointableRegisters = [
  'unit',
  'body',
  'entity',
  'person',
  'appointment',
  'system',
  'information',
  'document',
  'agreementReview',
  'measure',
  'deviation',
  'exception',
  'exercise',
  'incident',
] as const;
export type PointableRegister = (typeof pointableRegisters)[number];

/**
 * Registers of which that a record exists may be secret (decision 0034): to whoever may not see it, what points there points
 * nowhere. Of the others it is no secret that there is something, only what.
 */
export function hidesExistence(register: PointableRegister): boolean {
  return register === 'incident';
}

/** Is it one of them? */
export function isPointable(register: string): register is PointableRegister {
  return pointableRegisters.some((one) => one === register);
}

/** A record of any register, pointed at from another. The pointer outlives what it points at. */
export const RecordReference = Fields({ register: OneOf(pointableRegisters), id: IdOf<string>() });
export type RecordReference = Static<typeof RecordReference>;

/** As the log says it, `system:<id>`, so that it can be found and named there; null for none. */
export function toldReference(reference: RecordReference | null): string | null {
  return reference === null ? null : `${reference.register}:${reference.id}`;
}

/** The reference that two columns hold; null where they are empty. */
export function readReference(register: string | null, id: string | null): RecordReference | null {
  if (register === null || id === null || !isPointable(register)) return null;
  return { register, id: id as RecordReference['id'] }; // stored as one
}
