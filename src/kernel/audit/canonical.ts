/** What an event may hold: JSON without surprises. Numbers must be whole and safe; a level is a number, a share is not. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical text of a value (RFC 8785, JSON Canonicalization Scheme, narrowed to whole numbers): keys sorted by
 * UTF-16 code units, no white space, no undefined. Two programs that follow the RFC get the same bytes.
 * @throws on a number that is not a safe integer, and on text with a lone surrogate: neither has one true form.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`not a whole safe number: ${value}`);
    return String(Object.is(value, -0) ? 0 : value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('text with a lone surrogate has no canonical form');
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${canonical(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** One field that changed: what it was and what it became. */
export interface Change {
  readonly field: string;
  readonly from: Json;
  readonly to: Json;
}

/** Which fields differ between two versions of a record, in the order of the new one's keys. */
export function changesBetween(
  before: Readonly<Record<string, Json>> | null,
  after: Readonly<Record<string, Json>>,
): Change[] {
  return Object.keys(after)
    .map((field) => ({ field, from: before?.[field] ?? null, to: after[field] ?? null }))
    .filter((change) => canonical(change.from) !== canonical(change.to));
}
