import { type Static, type TSchema, Type } from 'typebox';
import type { Id } from './ids.ts';

/** Turns the direction of what follows (bidi override): a name that reads as another is no name. */
const turning = '\\u202A-\\u202E\\u2066-\\u2069';
/** Everything but control characters; tab and line break are allowed. */
const printable = `^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F${turning}]*$`;
/** The same, on one line, and with something other than white space in it. */
const printableLine = `^(?=.*\\S)[^\\u0000-\\u001F\\u007F${turning}]*$`;

/** An object where an unknown key is an error: a misspelt field must never be lost in silence. */
export function Fields<const P extends Record<string, TSchema>>(properties: P) {
  return Type.Object(properties, { additionalProperties: false });
}

/** One line of text that somebody types: a name, a title. At most `maximum` characters. */
export function Line(maximum = 200) {
  return Type.String({ minLength: 1, maxLength: maximum, pattern: printableLine, 'x-free-text': true });
}

/** Running text that somebody types. May be empty. At most `maximum` characters. */
export function Prose(maximum = 4000) {
  return Type.String({ maxLength: maximum, pattern: printable, 'x-free-text': true });
}

/** A reason that must say something: at least three characters. */
export function Reason(maximum = 2000) {
  return Type.String({ minLength: 3, maxLength: maximum, pattern: printable, 'x-free-text': true });
}

/** What somebody needs information for, as a sentence. */
export const Purpose = Fields({
  given: Type.String({ minLength: 10, maxLength: 300, pattern: printableLine, 'x-free-text': true }),
});

/** Years that a municipality's records can speak of; what lies outside is a slip of the finger. */
export const dayPattern = '^(19|20|21)';

/** A calendar day, `2026-06-15`, that exists, from 1900 to 2199. */
export function Day() {
  return Type.String({ format: 'date', minLength: 10, maxLength: 10, pattern: dayPattern });
}

/** An identifier of the kind named. */
export function IdOf<Kind extends string>() {
  return Type.Unsafe<Id<Kind>>(Type.String({ format: 'uuid', minLength: 36, maxLength: 36 }));
}

/** One of the values listed. */
export function OneOf<const Values extends readonly string[]>(values: Values) {
  return Type.Unsafe<Values[number]>(Type.String({ enum: [...values] }));
}

/** Several of the values listed, each at most once. */
export function SomeOf<const Values extends readonly string[]>(values: Values) {
  return Type.Array(OneOf(values), { uniqueItems: true, maxItems: values.length });
}

/** The value, or null where it is not set. */
export function OrNull<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

/** Paging and sorting that every list takes; `page` counts from 1. */
export const listQuery = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  sort: Type.Optional(Type.String({ maxLength: 60, pattern: '^-?[a-zA-Z]+$' })),
  search: Type.Optional(Type.String({ maxLength: 200, pattern: printable })),
  clause: Type.Optional(Type.String({ pattern: '^P[0-4][0-9]$' })),
};

/** By which column a list is sorted, and which way. */
export interface Order<Name extends string> {
  readonly by: Name;
  readonly descending: boolean;
}

/**
 * Reads a list's `sort` (`name`, `-name`) against the columns it can be sorted by. What is no column of its own, also
 * when every object has it (`constructor`), is the fallback: an old link still shows the list.
 */
export function orderOf<Sorts extends Record<string, unknown>>(
  sorts: Sorts,
  fallback: keyof Sorts & string,
  sort: string = fallback,
): Order<keyof Sorts & string> {
  const name = sort.replace(/^-/, '');
  return { by: Object.hasOwn(sorts, name) ? name : fallback, descending: sort.startsWith('-') };
}

/** Rows a page of a list holds (ui.md). */
export const pageSize = 50;

/** The answer of every list: one page of rows, and how many there are in all within the asker's scope. */
export function ListOf<S extends TSchema>(row: S) {
  return Fields({
    items: Type.Array(row),
    total: Type.Integer(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
  });
}

/** The fields of an object's schema; none where it is something else. */
export function propertiesOf(schema: TSchema): Record<string, TSchema> {
  return 'properties' in schema ? (schema.properties as Record<string, TSchema>) : {}; // an object schema's own form
}

export type { Static, TSchema };
