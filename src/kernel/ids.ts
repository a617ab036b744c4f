import { randomBytes } from 'node:crypto';

/** An identifier of one kind of thing. Handing a person's id where a unit's is wanted does not compile. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type EventId = Id<'Event'>;
export type PersonId = Id<'Person'>;
export type UnitId = Id<'Unit'>;
export type EntityId = Id<'Entity'>;
export type BodyId = Id<'Body'>;
export type AppointmentId = Id<'Appointment'>;
export type InformationId = Id<'Information'>;
export type SystemId = Id<'System'>;

/**
 * A new identifier: UUID version 7 (RFC 9562 §5.7), so that rows made after each other lie near each other in
 * the indexes. Made here and not in the database because PostgreSQL 15 has no `uuidv7()`.
 */
export function newId<Kind extends string>(milliseconds = Date.now(), random = randomBytes(10)): Id<Kind> {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  random.copy(bytes, 6, 0, 10);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-') as Id<Kind>; // the one place where an identifier is made from text
}
