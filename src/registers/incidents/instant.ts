import { Type } from 'typebox';

/** An instant as a program writes it: UTC, to the minute or closer, in the years that records can speak of. */
export function Instant() {
  return Type.String({
    minLength: 17,
    maxLength: 24,
    pattern: '^(19|20|21)[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,3})?)?Z$',
  });
}

/** Reads an instant; null for one that has the form and does not exist, as the 30th of February. */
export function readInstant(text: string): Date | null {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text.slice(0, 16))
    ? instant
    : null;
}
