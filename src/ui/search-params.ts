/** What the part of an address after `?` says: plain strings, several values for a repeated name. */
export type SearchParams = Readonly<Record<string, string | readonly string[]>>;

/** Reads `?a=1&b=x&b=y`. Values stay strings: a page number is read as one where it is used. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  const result: Record<string, string | string[]> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    result[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return result;
}

/** Writes `?a=1&b=x&b=y`, or nothing. Undefined, null and empty values are left out. */
export function formatSearch(values: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one === 'string' ? one !== '' : typeof one === 'number' || typeof one === 'boolean') {
        params.append(name, String(one));
      }
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** All values of one name, as a list. */
export function searchValues(params: SearchParams, name: string): readonly string[] {
  const value = params[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
