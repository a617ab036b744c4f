import type { RegisterName } from '../kernel/registers.ts';
import { registerNames } from '../kernel/registers.ts';
import { Fields, IdOf, OneOf, type Static } from '../kernel/schema.ts';

/** A record of any register, pointed at from another. The pointer outlives what it points at. */
export const RecordReference = Fields({ register: OneOf(registerNames), id: IdOf<string>() });
export type RecordReference = Static<typeof RecordReference>;

/** As the log says it, `system:<id>`, so that it can be found and named there; null for none. */
export function toldReference(reference: RecordReference | null): string | null {
  return reference === null ? null : `${reference.register}:${reference.id}`;
}

/** The reference that two columns hold; null where they are empty. */
export function readReference(register: string | null, id: string | null): RecordReference | null {
  if (register === null || id === null) return null;
  return { register: register as RegisterName, id: id as RecordReference['id'] }; // only such are stored
}
